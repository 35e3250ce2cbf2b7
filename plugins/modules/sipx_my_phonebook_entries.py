#!/usr/bin/python
# Copyright (c) 2026 the dialtone.voip contributors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

from __future__ import annotations

DOCUMENTATION = r"""
module: sipx_my_phonebook_entries
short_description: Manage many entries of a user's private phonebook on a sipXcom server
version_added: 0.1.0
description:
  - Brings many my phonebook entries to the wanted state in one call, with one listing and a few writes at a time.
  - A bad item fails alone; two items with one O(my_phonebook_entries[].number) are both refused. The task fails in the end if any item failed.
  - The options of an item are those of M(dialtone.voip.sipx_my_phonebook_entry).
author:
  - The dialtone.voip contributors (@dialtone-voip)
options:
  my_phonebook_entries:
    description: The my phonebook entries. Either this or O(src) is needed.
    type: list
    elements: dict
    suboptions:
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
  - module: dialtone.voip.sipx_my_phonebook_entry
  - module: dialtone.voip.sipx_my_vcard
  - module: dialtone.voip.sipx_my_info
extends_documentation_fragment:
  - dialtone.voip.attributes
  - dialtone.voip.attributes.sipx
  - dialtone.voip.sipx
  - dialtone.voip.bulk
"""

EXAMPLES = r"""
- name: Suppliers
  dialtone.voip.sipx_my_phonebook_entries:
    url: https://pbx.example.com
    username: "4101"
    password: "{{ ines_password }}"
    my_phonebook_entries:
      - last_name: Brandt
        first_name: Ada
        number: "5550133"
      - last_name: Conti
        first_name: Luca
        number: "5550134"
"""

RETURN = r"""
summary:
  description: How many items had which outcome.
  type: dict
  returned: success
  sample:
    created: 3
    updated: 1
    deleted: 0
    unchanged: 5
    failed: 0
    total: 9
results:
  description: Changed and failed items in the order of the list, then what was pruned; see O(result_detail).
  type: list
  elements: dict
  returned: success
  contains:
    number:
      description: Key of the item.
      type: str
      sample: 5550133 (last_name Brandt, first_name Ada)
    action:
      description: V(created), V(updated), V(deleted), V(unchanged) or V(failed).
      type: str
      sample: updated
    index:
      description: Place of the item in the list, from 0; absent for a pruned object.
      type: int
      sample: 4
    id:
      description: How the server addresses the object, where known.
      type: int
      sample: 17
    fields:
      description: The options that were written.
      type: list
      elements: str
      sample:
        - contact_information
    msg:
      description: Why the item failed.
      type: str
      sample: 'create failed: an entry with this name and number is there already'
"""

from ansible_collections.dialtone.voip.plugins.module_utils._ansible.reconcile_module import run_many
from ansible_collections.dialtone.voip.plugins.module_utils._sipx.my.phonebook_entry import (
    MY_PHONEBOOK_ENTRY,
    MyPhonebookEntryAdapter,
)
from ansible_collections.dialtone.voip.plugins.module_utils._sipx.platform import SIPX


def main() -> None:
    run_many(SIPX, MyPhonebookEntryAdapter, MY_PHONEBOOK_ENTRY)


if __name__ == "__main__":
    main()
