#!/usr/bin/python
# Copyright (c) 2026 the dialtone.voip contributors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

from __future__ import annotations

DOCUMENTATION = r"""
module: sipx_my_phonebook_entry
short_description: Manage an entry of a user's private phonebook on a sipXcom server
version_added: 0.1.0
description:
  - Creates, changes and deletes entries. Names and number together tell two entries apart.
author:
  - The dialtone.voip contributors (@dialtone-voip)
options:
  last_name:
    description: Last name.
    type: str
    required: true
  first_name:
    description: First name.
    type: str
    required: true
  number:
    description: Number.
    type: str
    required: true
  contact_information:
    description: Options that are not mentioned are left alone; an empty map clears them.
    type: dict
    suboptions:
      job_title:
        description: Job title.
        type: str
      job_dept:
        description: Department.
        type: str
      company_name:
        description: Company.
        type: str
      assistant_name:
        description: Name of the assistant.
        type: str
      location:
        description: Location.
        type: str
      home_address:
        description: Home address.
        type: dict
        suboptions:
          street:
            description: Street.
            type: str
          city:
            description: City.
            type: str
          country:
            description: Country.
            type: str
          state:
            description: State.
            type: str
          zip:
            description: Postal code.
            type: str
          office_designation:
            description: Office or room.
            type: str
      office_address:
        description: Office address.
        type: dict
        suboptions:
          street:
            description: Street.
            type: str
          city:
            description: City.
            type: str
          country:
            description: Country.
            type: str
          state:
            description: State.
            type: str
          zip:
            description: Postal code.
            type: str
          office_designation:
            description: Office or room.
            type: str
      cell_phone_number:
        description: Cell phone number.
        type: str
      home_phone_number:
        description: Home phone number.
        type: str
      assistant_phone_number:
        description: Number of the assistant.
        type: str
      fax_number:
        description: Fax number.
        type: str
      did_number:
        description: Direct inward dialling number.
        type: str
      alternate_im_id:
        description: Second instant messaging id.
        type: str
      email_address:
        description: E-mail address; upper and lower case are the same.
        type: str
      alternate_email_address:
        description: Second e-mail address.
        type: str
  state:
    description: Whether the my phonebook entry exists.
    type: str
    default: present
    choices:
      - present
      - absent
notes:
  - It acts on the user who logs in with O(username) and O(password).
seealso:
  - module: dialtone.voip.sipx_my_phonebook_entries
  - module: dialtone.voip.sipx_my_vcard
  - module: dialtone.voip.sipx_my_info
extends_documentation_fragment:
  - dialtone.voip.attributes
  - dialtone.voip.attributes.sipx
  - dialtone.voip.sipx
"""

EXAMPLES = r"""
- name: A supplier
  dialtone.voip.sipx_my_phonebook_entry:
    url: https://pbx.example.com
    username: "4101"
    password: "{{ ines_password }}"
    last_name: Brandt
    first_name: Ada
    number: "5550133"
    contact_information:
      company_name: Example Ltd

- name: No longer needed
  dialtone.voip.sipx_my_phonebook_entry:
    url: https://pbx.example.com
    username: "4101"
    password: "{{ ines_password }}"
    last_name: Brandt
    first_name: Ada
    number: "5550133"
    state: absent
"""

RETURN = r"""
action:
  description: What was done, or would be done in check mode.
  type: str
  returned: success
  sample: created
id:
  description: How the server addresses the my phonebook entry; absent when it is only about to be created.
  type: int
  returned: when known
  sample: 17
my_phonebook_entry:
  description: The my phonebook entry as it is after the task.
  type: dict
  returned: success
  sample:
    last_name: Brandt
    first_name: Ada
    number: '5550133'
"""

from ansible_collections.dialtone.voip.plugins.module_utils._ansible.reconcile_module import run_one
from ansible_collections.dialtone.voip.plugins.module_utils._sipx.my.phonebook_entry import (
    MY_PHONEBOOK_ENTRY,
    MyPhonebookEntryAdapter,
)
from ansible_collections.dialtone.voip.plugins.module_utils._sipx.platform import SIPX


def main() -> None:
    run_one(SIPX, MyPhonebookEntryAdapter, MY_PHONEBOOK_ENTRY)


if __name__ == "__main__":
    main()
