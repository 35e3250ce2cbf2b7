#!/usr/bin/python
# Copyright (c) 2026 the dialtone.voip contributors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

from __future__ import annotations

DOCUMENTATION = r"""
module: sipx_my_contact_information
short_description: Manage a user's contact information on a sipXcom server
version_added: 0.1.0
description:
  - Sets what phonebooks show of a user.
  - The server replaces the whole profile at each write. What a task does not mention is read first and sent back.
author:
  - The dialtone.voip contributors (@dialtone-voip)
options:
  first_name:
    description: First name.
    type: str
  last_name:
    description: Last name.
    type: str
  auth_account_name:
    description: Account name at which the user can log in, where the server allows that.
    type: str
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
  email_address_aliases:
    description: Further e-mail addresses, and no others.
    type: list
    elements: str
  use_branch_address:
    description: Whether the address of the user's branch is shown as office address.
    type: bool
  twitter_name:
    description: Name at Twitter.
    type: str
  linkedin_name:
    description: Name at LinkedIn.
    type: str
  facebook_name:
    description: Name at Facebook.
    type: str
  xing_name:
    description: Name at Xing.
    type: str
  custom1:
    description: For whatever the installation needs.
    type: str
  custom2:
    description: For whatever the installation needs.
    type: str
  custom3:
    description: For whatever the installation needs.
    type: str
notes:
  - It acts on the user who logs in with O(username) and O(password).
seealso:
  - module: dialtone.voip.sipx_user
  - module: dialtone.voip.sipx_my_info
extends_documentation_fragment:
  - dialtone.voip.attributes
  - dialtone.voip.attributes.sipx
  - dialtone.voip.sipx
"""

EXAMPLES = r"""
- name: Ines has moved
  dialtone.voip.sipx_my_contact_information:
    url: https://pbx.example.com
    username: "4101"
    password: "{{ ines_password }}"
    job_title: Team lead
    home_address:
      street: Torstrasse 1
      city: Berlin
"""

RETURN = r"""
action:
  description: What was done, or would be done in check mode.
  type: str
  returned: success
  sample: updated
my_contact_information:
  description: The my contact information as it is after the task.
  type: dict
  returned: success
  sample:
    first_name: Ines
    job_title: Team lead
"""

from ansible_collections.dialtone.voip.plugins.module_utils._ansible.reconcile_module import run_one
from ansible_collections.dialtone.voip.plugins.module_utils._sipx.my.contact_information import (
    MY_CONTACT_INFORMATION,
    MyContactInformationAdapter,
)
from ansible_collections.dialtone.voip.plugins.module_utils._sipx.platform import SIPX


def main() -> None:
    run_one(SIPX, MyContactInformationAdapter, MY_CONTACT_INFORMATION)


if __name__ == "__main__":
    main()
