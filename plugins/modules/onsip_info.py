#!/usr/bin/python
# Copyright (c) 2026 the dialtone.voip contributors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

from __future__ import annotations

DOCUMENTATION = r"""
module: onsip_info
short_description: Read what an OnSIP account has
version_added: 0.1.0
description:
  - Reads what belongs to an account and an organization, each kind completely or not at all.
  - What it returns for a kind of object is valid input for the module of that kind.
  - Secrets are never returned, neither SIP passwords nor PINs.
author:
  - The dialtone.voip contributors (@dialtone-voip)
options:
  gather:
    description: What to read. Each name is also the name of the return value.
    type: list
    elements: str
    required: true
    choices:
      - account
      - account_invoices
      - account_resources
      - accounts
      - addresses
      - attendants
      - available_numbers
      - cdrs
      - countries
      - e911_addresses
      - e911_locations
      - external_addresses
      - next_invoice
      - organizations
      - phone_numbers
      - recording_addresses
      - registrations
      - ring_groups
      - service
      - telephone_number_addresses
      - user_addresses
      - user_aliases
      - users
      - voicemail_addresses
      - voicemail_boxes
      - voicemail_management_addresses
  only:
    description:
      - Read these objects one by one instead of the whole listing; O(gather) must name one kind then.
      - Users are named by C(auth_username), aliases not at all, addresses of all kinds by their local part or, with
        O(gather=addresses), as C(user@domain), and everything else by C(id).
      - An object that does not exist is an error.
    type: list
    elements: str
  month_offset:
    description: For O(gather=cdrs), the month; V(0) is the current one, which is also the default, V(-1) the last.
    type: int
  start_date_time:
    description: For O(gather=cdrs), the first moment, in ISO 8601 with offset.
    type: str
  end_date_time:
    description: For O(gather=cdrs), the first moment that is not included any more.
    type: str
  start_cdr_id:
    description: For O(gather=cdrs), number of the first record.
    type: int
  end_cdr_id:
    description: For O(gather=cdrs), number of the first record that is not included any more.
    type: int
seealso:
  - module: dialtone.voip.onsip_users
  - module: dialtone.voip.onsip_ring_groups
extends_documentation_fragment:
  - dialtone.voip.attributes.info
  - dialtone.voip.attributes.onsip
  - dialtone.voip.onsip
"""

EXAMPLES = r"""
- name: Who is there, and at which extension
  dialtone.voip.onsip_info:
    username: admin.example
    password: "{{ onsip_password }}"
    gather:
      - users
      - user_aliases
  register: onsip

- name: One user out of a thousand
  dialtone.voip.onsip_info:
    username: admin.example
    password: "{{ onsip_password }}"
    gather: users
    only: admin.example

- name: The calls of last month
  dialtone.voip.onsip_info:
    username: admin.example
    password: "{{ onsip_password }}"
    gather: cdrs
    month_offset: -1
"""

RETURN = r"""
account:
  description: The account of the organization, as options of M(dialtone.voip.onsip_account).
  type: dict
  returned: when it was asked for
  sample:
    id: 6120
    name: Ines Okafor
    balance: "42.50"
account_invoices:
  description: The invoices of the account.
  type: list
  elements: dict
  returned: when it was asked for
  sample:
    - id: 20077
      date: "2024-05-01"
      type: monthly
      total: "53.05"
account_resources:
  description: What the account may use, as options of M(dialtone.voip.onsip_account_resource).
  type: list
  elements: dict
  returned: when it was asked for
  sample:
    - id: 1
      name: Hosted user
      limit: 50
      used: 12
accounts:
  description: The accounts that the login reaches.
  type: list
  elements: dict
  returned: when it was asked for
  sample:
    - id: 6120
      name: Ines Okafor
addresses:
  description: All addresses of the account, of whatever kind.
  type: list
  elements: dict
  returned: when it was asked for
  sample:
    - id: 88002
      address: ines
      domain: example.onsip.com
      type: user
      name: Ines Okafor
attendants:
  description: The addresses of attendant menus, as options of M(dialtone.voip.onsip_attendant).
  type: list
  elements: dict
  returned: when it was asked for
  sample:
    - id: 88061
      address: welcome
      menu_id: 77
available_numbers:
  description: The exchanges with numbers for sale.
  type: list
  elements: dict
  returned: when it was asked for
  sample:
    - npa_nxx: "217555"
      status: available
      ratecenter: SPRINGFLD
      state: IL
cdrs:
  description: Call detail records of the organization; only calls from and to the telephone network have any.
  type: list
  elements: dict
  returned: when it was asked for
  sample:
    - id: 990001
      date_time: "2024-05-13T15:00:00+00:00"
      source: ines@example.onsip.com
      destination: "13125550199"
      disposition: answered
      length: 61
      price: "0.0290"
countries:
  description: The countries that the service knows.
  type: list
  elements: dict
  returned: when it was asked for
  sample:
    - id: 207
      name: United States of America
e911_addresses:
  description: The emergency addresses, as options of M(dialtone.voip.onsip_e911_address).
  type: list
  elements: dict
  returned: when it was asked for
  sample:
    - id: 88090
      address: emergency
e911_locations:
  description: The emergency locations, as options of M(dialtone.voip.onsip_e911_location).
  type: list
  elements: dict
  returned: when it was asked for
  sample:
    - id: 512
      name: Head office
      location_type: shared
external_addresses:
  description: The external addresses, as options of M(dialtone.voip.onsip_external_address).
  type: list
  elements: dict
  returned: when it was asked for
  sample:
    - id: 88070
      address: overflow
      foreign_address: 4000@pbx.example.net
next_invoice:
  description: A preview of the next invoice of the account.
  type: dict
  returned: when it was asked for
  sample:
    date: "2024-06-01"
    total: "53.05"
organizations:
  description: The organizations of the account, as options of M(dialtone.voip.onsip_organization).
  type: list
  elements: dict
  returned: when it was asked for
  sample:
    - id: 7301
      domain: example.onsip.com
phone_numbers:
  description: The telephone numbers of the organization, as options of M(dialtone.voip.onsip_phone_number).
  type: list
  elements: dict
  returned: when it was asked for
  sample:
    - id: 30551
      number: "12175550100"
      user: example_ines
      note: main line
recording_addresses:
  description: The addresses for recordings, as options of M(dialtone.voip.onsip_recording_address), without their PINs.
  type: list
  elements: dict
  returned: when it was asked for
  sample:
    - id: 88062
      address: recordings
registrations:
  description: The phones that are registered.
  type: list
  elements: dict
  returned: when it was asked for
  sample:
    - address: ines
      contact: sip:ines@192.0.2.10:5060
      expires: "2024-05-13T16:00:00+00:00"
      user_agent: Example Phone 1.0
ring_groups:
  description: The ring groups, as options of M(dialtone.voip.onsip_ring_group). Most answers do not show the members.
  type: list
  elements: dict
  returned: when it was asked for
  sample:
    - id: 88050
      address: support
      ordering: sequential
      ring_timeout: 30
service:
  description: Whether the service answers. It needs no login.
  type: dict
  returned: when it was asked for
  sample:
    reachable: true
telephone_number_addresses:
  description: The telephone number addresses, as options of M(dialtone.voip.onsip_telephone_number_address).
  type: list
  elements: dict
  returned: when it was asked for
  sample:
    - id: 88060
      address: "12175550123"
      user: example_ines
user_addresses:
  description: The addresses of users, as options of M(dialtone.voip.onsip_user_address).
  type: list
  elements: dict
  returned: when it was asked for
  sample:
    - id: 88002
      address: ines
      user: example_ines
      ring_timeout: 20
user_aliases:
  description: The aliases, as options of M(dialtone.voip.onsip_user_alias).
  type: list
  elements: dict
  returned: when it was asked for
  sample:
    - alias: "7002"
      address: ines
      visibility: public
users:
  description: The users, as options of M(dialtone.voip.onsip_user), without their secrets.
  type: list
  elements: dict
  returned: when it was asked for
  sample:
    - id: 41002
      auth_username: example_ines
      user_name: ines
      name: Ines Okafor
      enabled: true
voicemail_addresses:
  description: The addresses of voicemail boxes, as options of M(dialtone.voip.onsip_voicemail_address).
  type: list
  elements: dict
  returned: when it was asked for
  sample:
    - id: 88063
      address: vm.ines
      mailbox: "7002"
voicemail_boxes:
  description: The voicemail boxes, as options of M(dialtone.voip.onsip_voicemail_box), without their PINs.
  type: list
  elements: dict
  returned: when it was asked for
  sample:
    - id: 11807
      mailbox: "7002"
      address: vm.ines
      full_name: Ines Okafor
voicemail_management_addresses:
  description: The addresses for listening to voicemail, as options of M(dialtone.voip.onsip_voicemail_management_address).
  type: list
  elements: dict
  returned: when it was asked for
  sample:
    - id: 88064
      address: voicemail
"""

from ansible_collections.dialtone.voip.plugins.module_utils._ansible.info_module import run_info
from ansible_collections.dialtone.voip.plugins.module_utils._onsip.info import GATHERERS, OPTIONS
from ansible_collections.dialtone.voip.plugins.module_utils._onsip.platform import ONSIP


def main() -> None:
    run_info(ONSIP, GATHERERS, OPTIONS)


if __name__ == "__main__":
    main()
