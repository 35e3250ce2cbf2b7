#!/usr/bin/python
# Copyright (c) 2026 the dialtone.voip contributors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

from __future__ import annotations

DOCUMENTATION = r"""
module: sipx_my_phonebook
short_description: Manage a user's private phonebook as a whole on a sipXcom server
version_added: 0.1.0
description:
  - Makes and removes a user's private phonebook, and says whether phones show it.
author:
  - The dialtone.voip contributors (@dialtone-voip)
options:
  private_book:
    description: Whether there is a private phonebook. V(false) removes it with all its entries.
    type: bool
  show_on_phone:
    description: Whether the user's phones show it.
    type: bool
notes:
  - It acts on the user who logs in with O(username) and O(password).
seealso:
  - module: dialtone.voip.sipx_my_phonebook_entry
  - module: dialtone.voip.sipx_my_info
extends_documentation_fragment:
  - dialtone.voip.attributes
  - dialtone.voip.attributes.sipx
  - dialtone.voip.sipx
"""

EXAMPLES = r"""
- name: Show it on the phone
  dialtone.voip.sipx_my_phonebook:
    url: https://pbx.example.com
    username: "4101"
    password: "{{ ines_password }}"
    show_on_phone: true
"""

RETURN = r"""
action:
  description: What was done, or would be done in check mode.
  type: str
  returned: success
  sample: updated
my_phonebook:
  description: The my phonebook as it is after the task.
  type: dict
  returned: success
  sample:
    private_book: true
    show_on_phone: true
"""

from ansible_collections.dialtone.voip.plugins.module_utils._ansible.reconcile_module import run_one
from ansible_collections.dialtone.voip.plugins.module_utils._sipx.my.phonebook import MY_PHONEBOOK, MyPhonebookAdapter
from ansible_collections.dialtone.voip.plugins.module_utils._sipx.platform import SIPX


def main() -> None:
    run_one(SIPX, MyPhonebookAdapter, MY_PHONEBOOK)


if __name__ == "__main__":
    main()
