#!/usr/bin/python
# Copyright (c) 2026 the dialtone.voip contributors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

from __future__ import annotations

DOCUMENTATION = r"""
module: sipgate_quick_dial
short_description: Manage a quick dial number of a sipgate account
version_added: 0.1.0
description:
  - Creates, changes or deletes a short code with which colleagues reach a user.
author:
  - The dialtone.voip contributors (@dialtone-voip)
options:
  number:
    description: The short code, for example V(11).
    type: str
    required: true
  user:
    description: E-mail address of the user that the code leads to.
    type: str
  state:
    description: Whether the code exists.
    type: str
    choices:
      - present
      - absent
    default: present
seealso:
  - module: dialtone.voip.sipgate_quick_dials
  - module: dialtone.voip.sipgate_info
extends_documentation_fragment:
  - dialtone.voip.attributes
  - dialtone.voip.attributes.sipgate
  - dialtone.voip.sipgate
"""

EXAMPLES = r"""
- name: Colleagues reach Ada with 11
  dialtone.voip.sipgate_quick_dial:
    token_id: token-EXAMPL
    token: "{{ sipgate_token }}"
    number: '11'
    user: ada.sample@example.com
"""

RETURN = r"""
action:
  description: What was done, or would be done in check mode.
  type: str
  returned: success
  sample: created
id:
  description: How the service addresses it; absent when it is only about to be created or the service does not tell.
  type: str
  returned: when known
  sample: '55'
quick_dial:
  description: It, as it is after the task; of an existing one all readable options that were looked at.
  type: dict
  returned: success
  sample:
    id: '55'
    number: '11'
    user: ada.sample@example.com
"""

from ansible_collections.dialtone.voip.plugins.module_utils._ansible.reconcile_module import run_one
from ansible_collections.dialtone.voip.plugins.module_utils._sipgate.platform import SIPGATE_V2
from ansible_collections.dialtone.voip.plugins.module_utils._sipgate.v2.number import QUICK_DIAL, QuickDialAdapter


def main() -> None:
    run_one(SIPGATE_V2, QuickDialAdapter, QUICK_DIAL)


if __name__ == "__main__":
    main()
