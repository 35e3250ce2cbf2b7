#!/usr/bin/python
# Copyright (c) 2026 the dialtone.voip contributors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

from __future__ import annotations

DOCUMENTATION = r"""
module: sipx_my_portal_password
short_description: Manage a user's portal password on a sipXcom server
version_added: 0.1.0
description:
  - 'Sets the password with which the user logs in. It is in force at once: the next task has to use it.'
  - Better let an administrator set it with the option O(dialtone.voip.sipx_user#module:pin) of M(dialtone.voip.sipx_user), in the body of the call.
author:
  - The dialtone.voip contributors (@dialtone-voip)
options:
  portal_password:
    description: The new password, at least 8 characters.
    type: str
  allow_secret_in_url:
    description: Whether the password may stand in the address of the call, where logs of the server may keep it. The server has no other way, so nothing
      is done without it.
    type: bool
notes:
  - It acts on the user who logs in with O(username) and O(password).
  - V(verify) of O(update_secrets) tries to log in with the new password; when that fails, it is a failed login in the server's records.
seealso:
  - module: dialtone.voip.sipx_user
  - module: dialtone.voip.sipx_my_info
extends_documentation_fragment:
  - dialtone.voip.attributes.partial
  - dialtone.voip.attributes.sipx
  - dialtone.voip.sipx
  - dialtone.voip.secrets.verify
"""

EXAMPLES = r"""
- name: A new password
  dialtone.voip.sipx_my_portal_password:
    url: https://pbx.example.com
    username: "4101"
    password: "{{ ines_password }}"
    portal_password: "{{ ines_new_password }}"
    allow_secret_in_url: true
    update_secrets: verify
"""

RETURN = r"""
action:
  description: What was done, or would be done in check mode.
  type: str
  returned: success
  sample: updated
my_portal_password:
  description: The my portal password as it is after the task. Never a secret.
  type: dict
  returned: success
  sample: {}
unverified:
  description: Options that were given, but of which it was not checked whether they are in force.
  type: list
  elements: str
  returned: when there are any
  sample:
    - portal_password
"""

from ansible_collections.dialtone.voip.plugins.module_utils._ansible.reconcile_module import run_one
from ansible_collections.dialtone.voip.plugins.module_utils._sipx.my.secrets import (
    MY_PORTAL_PASSWORD,
    MyPortalPasswordAdapter,
)
from ansible_collections.dialtone.voip.plugins.module_utils._sipx.platform import SIPX


def main() -> None:
    run_one(SIPX, MyPortalPasswordAdapter, MY_PORTAL_PASSWORD)


if __name__ == "__main__":
    main()
