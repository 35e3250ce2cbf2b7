#!/usr/bin/python
# Copyright (c) 2026 the dialtone.voip contributors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

from __future__ import annotations

DOCUMENTATION = r"""
module: sipx_greeting
short_description: Manage the active greeting of a mailbox of a sipXcom server
version_added: 0.1.0
description:
  - Chooses the greeting that callers of a user's mailbox hear. An administrator can set it for everybody.
author:
  - The dialtone.voip contributors (@dialtone-voip)
options:
  user:
    description: User name or alias.
    type: str
    required: true
  greeting:
    description: The greeting.
    type: str
    choices:
      - none
      - standard
      - outofoffice
      - extendedabsence
seealso:
  - module: dialtone.voip.sipx_my_voicemail
  - module: dialtone.voip.sipx_info
extends_documentation_fragment:
  - dialtone.voip.attributes
  - dialtone.voip.attributes.sipx
  - dialtone.voip.sipx
"""

EXAMPLES = r"""
- name: Ines is on holiday
  dialtone.voip.sipx_greeting:
    url: https://pbx.example.com
    username: superadmin
    password: "{{ pbx_password }}"
    user: "4101"
    greeting: outofoffice
"""

RETURN = r"""
action:
  description: What was done, or would be done in check mode.
  type: str
  returned: success
  sample: updated
greeting:
  description: The greeting as it is after the task.
  type: dict
  returned: success
  sample:
    user: '4101'
    greeting: outofoffice
"""

from ansible_collections.dialtone.voip.plugins.module_utils._ansible.reconcile_module import run_one
from ansible_collections.dialtone.voip.plugins.module_utils._sipx.platform import SIPX
from ansible_collections.dialtone.voip.plugins.module_utils._sipx.system.greeting import GREETING, GreetingAdapter


def main() -> None:
    run_one(SIPX, GreetingAdapter, GREETING)


if __name__ == "__main__":
    main()
