#!/usr/bin/python
# Copyright (c) 2026 the dialtone.voip contributors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

from __future__ import annotations

DOCUMENTATION = r"""
module: sipgate_greeting
short_description: Manage a greeting of the mailbox of a phone line of a sipgate account
version_added: 0.1.0
description:
  - Uploads, activates or deletes a greeting. Activating one makes the others inactive.
author:
  - The dialtone.voip contributors (@dialtone-voip)
options:
  alias:
    description: Name of the greeting, which the service takes for the name of its file.
    type: str
    required: true
  user:
    description: E-mail address of the user that it belongs to; upper and lower case are the same.
    type: str
    required: true
  phone_line:
    description: Alias of the phone line.
    type: str
    required: true
  src:
    description: File with the sound, on the host where the module runs. Needed to create the greeting; it cannot be changed
      later, because no call reads it back.
    type: path
  active:
    description: Whether callers hear it.
    type: bool
  state:
    description: Whether the greeting exists.
    type: str
    choices:
      - present
      - absent
    default: present
notes:
  - Accounts of the Neo product do not have phone lines; the service says 403 then.
  - To change the sound, remove the greeting and create it anew, or give it another name.
seealso:
  - module: dialtone.voip.sipgate_voicemail
  - module: dialtone.voip.sipgate_info
extends_documentation_fragment:
  - dialtone.voip.attributes
  - dialtone.voip.attributes.sipgate
  - dialtone.voip.sipgate
"""

EXAMPLES = r"""
- name: The holiday greeting
  dialtone.voip.sipgate_greeting:
    token_id: token-EXAMPL
    token: "{{ sipgate_token }}"
    alias: holiday.wav
    user: ada.sample@example.com
    phone_line: Reception
    src: /srv/greetings/holiday.wav
    active: true
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
  sample: '71'
greeting:
  description: It, as it is after the task; of an existing one all readable options that were looked at.
  type: dict
  returned: success
  sample:
    id: '71'
    alias: holiday.wav
    user: ada.sample@example.com
    phone_line: Reception
    active: true
unverified:
  description: Options that were given, but of which it was not checked whether they are in force.
  type: list
  elements: str
  returned: when there are any
  sample:
    - src
"""

from ansible_collections.dialtone.voip.plugins.module_utils._ansible.reconcile_module import run_one
from ansible_collections.dialtone.voip.plugins.module_utils._sipgate.platform import SIPGATE_V2
from ansible_collections.dialtone.voip.plugins.module_utils._sipgate.v2.voicemail import GREETING, GreetingAdapter


def main() -> None:
    run_one(SIPGATE_V2, GreetingAdapter, GREETING)


if __name__ == "__main__":
    main()
