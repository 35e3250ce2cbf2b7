#!/usr/bin/python
# Copyright (c) 2026 the dialtone.voip contributors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

from __future__ import annotations

DOCUMENTATION = r"""
module: onsip_portal_password
short_description: Change or void the portal password of an OnSIP user, or have a reset mail sent
version_added: 0.1.0
description:
  - Portal passwords are secrets that the service never shows, and that nobody can simply set. These are the ways it has.
author:
  - The dialtone.voip contributors (@dialtone-voip)
options:
  action:
    description:
      - V(change) sets O(new_portal_password), and needs the current one. Only an agent above the account may do it.
      - V(void) has the service set a random password, which is thrown away, so that the old one no longer works. Passwords
        of account administrators can only be voided by an agent above them.
      - V(send_mail) has the service mail a link to set a new one. It sends one mail in two minutes at most.
    type: str
    required: true
    choices:
      - change
      - void
      - send_mail
  user:
    description: Login of the user; for V(send_mail) in the form C(user@domain).
    type: str
    required: true
  current_portal_password:
    description: The password that the user has, for O(action=change).
    type: str
  new_portal_password:
    description: The password that the user gets, for O(action=change).
    type: str
  destination:
    description: The page that the mailed link leads to, for O(action=send_mail).
    type: str
    choices:
      - my
      - admin
      - get
    default: my
seealso:
  - module: dialtone.voip.onsip_user
extends_documentation_fragment:
  - dialtone.voip.attributes.deed
  - dialtone.voip.attributes.onsip
  - dialtone.voip.onsip
"""

EXAMPLES = r"""
- name: The laptop with the password is gone
  dialtone.voip.onsip_portal_password:
    username: admin.example
    password: "{{ onsip_password }}"
    action: void
    user: example_ines

- name: She chooses a new one
  dialtone.voip.onsip_portal_password:
    username: admin.example
    password: "{{ onsip_password }}"
    action: send_mail
    user: ines@example.onsip.com
"""

RETURN = r"""
user:
  description: The user.
  type: str
  returned: success, but not in check mode
  sample: example_ines
action:
  description: What was done.
  type: str
  returned: success, but not in check mode
  sample: void
"""

from ansible_collections.dialtone.voip.plugins.module_utils._ansible.action_module import run_action
from ansible_collections.dialtone.voip.plugins.module_utils._onsip.platform import ONSIP
from ansible_collections.dialtone.voip.plugins.module_utils._onsip.portal_password import (
    OPTIONS,
    REQUIRED,
    act_on_password,
    check_password,
)


def main() -> None:
    run_action(ONSIP, OPTIONS, check_password, act_on_password, required_if=REQUIRED)


if __name__ == "__main__":
    main()
