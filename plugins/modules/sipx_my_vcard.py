#!/usr/bin/python
# Copyright (c) 2026 the dialtone.voip contributors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

from __future__ import annotations

DOCUMENTATION = r"""
module: sipx_my_vcard
short_description: Manage a phonebook entry of a user of a sipXcom server by vCard
version_added: 0.1.0
description:
  - Creates, replaces and deletes entries of the private phonebook from vCards. The server takes the parts that it knows and keeps no vCard, so an entry
    cannot be compared with one.
author:
  - The dialtone.voip contributors (@dialtone-voip)
options:
  internal_id:
    description: Identity of the entry, as the program that keeps the vCards calls it.
    type: str
    required: true
  vcard:
    description: The vCard, with a line C(N:). Needed to create an entry.
    type: str
  state:
    description: Whether the my vcard exists.
    type: str
    default: present
    choices:
      - present
      - absent
notes:
  - It acts on the user who logs in with O(username) and O(password).
  - The server looks for O(internal_id) in the books of all users, and writes over the entry that it finds. Choose ids that nobody else uses.
seealso:
  - module: dialtone.voip.sipx_my_phonebook_entry
  - module: dialtone.voip.sipx_my_info
extends_documentation_fragment:
  - dialtone.voip.attributes.unreadable
  - dialtone.voip.attributes.sipx
  - dialtone.voip.sipx
  - dialtone.voip.unreadable
"""

EXAMPLES = r"""
- name: A supplier
  dialtone.voip.sipx_my_vcard:
    url: https://pbx.example.com
    username: "4101"
    password: "{{ ines_password }}"
    internal_id: contact-17
    vcard: |
      BEGIN:VCARD
      VERSION:3.0
      N:Brandt;Ada;;;
      TEL;TYPE=WORK:5550133
      END:VCARD
"""

RETURN = r"""
action:
  description: What was done, or would be done in check mode.
  type: str
  returned: success
  sample: created
id:
  description: How the server addresses the my vcard; absent when it is only about to be created.
  type: int
  returned: when known
  sample: 17
my_vcard:
  description: The my vcard as it is after the task.
  type: dict
  returned: success
  sample:
    internal_id: contact-17
unverified:
  description: Options that were given, but of which it was not checked whether they are in force.
  type: list
  elements: str
  returned: when there are any
  sample:
    - vcard
"""

from ansible_collections.dialtone.voip.plugins.module_utils._ansible.reconcile_module import run_one
from ansible_collections.dialtone.voip.plugins.module_utils._sipx.my.phonebook_entry import MY_VCARD, MyVcardAdapter
from ansible_collections.dialtone.voip.plugins.module_utils._sipx.platform import SIPX


def main() -> None:
    run_one(SIPX, MyVcardAdapter, MY_VCARD)


if __name__ == "__main__":
    main()
