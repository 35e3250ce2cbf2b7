#!/usr/bin/python
# Copyright (c) 2026 the dialtone.voip contributors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

from __future__ import annotations

DOCUMENTATION = r"""
module: sipx_my_info
short_description: Read what a user of a sipXcom server has
version_added: 0.1.0
description:
  - Reads a user's own settings, phonebook, conferences and messages.
  - What it returns for something is valid input for the module of the same name. Secrets are never returned.
author:
  - The dialtone.voip contributors (@dialtone-voip)
options:
  gather:
    description: What to read. Each name is also the name of the return value.
    type: list
    elements: str
    required: true
    choices:
      - attendant_languages
      - call_forwarding
      - conference_details
      - conferences
      - contact_information
      - fax
      - forwarding_schedules
      - im
      - imbot
      - live_calls
      - login_details
      - personal_attendant
      - phonebook
      - phonebook_entries
      - phonebook_search
      - phonebook_settings
      - speed_dial
      - time
      - voicemail
      - voicemail_messages
  conference:
    description: Name of the conference for V(conference_details).
    type: str
  search:
    description: Beginning of a word for V(phonebook_search).
    type: str
  filter:
    description: Text that names, number or e-mail address must contain, for V(phonebook).
    type: str
  folder:
    description: Folder for V(voicemail_messages).
    type: str
    default: inbox
    choices:
      - inbox
      - conference
      - deleted
      - saved
notes:
  - It reads what belongs to the user who logs in with O(username) and O(password).
seealso:
  - module: dialtone.voip.sipx_info
extends_documentation_fragment:
  - dialtone.voip.attributes.info
  - dialtone.voip.attributes.sipx
  - dialtone.voip.sipx
"""

EXAMPLES = r"""
- name: What is set for Ines
  dialtone.voip.sipx_my_info:
    url: https://pbx.example.com
    username: "4101"
    password: "{{ ines_password }}"
    gather:
      - call_forwarding
      - voicemail
"""

RETURN = r"""
attendant_languages:
  description: The languages that the server has installed.
  type: list
  elements: str
  returned: when it was asked for
  sample:
    - en
call_forwarding:
  description: The call forwarding, as options of M(dialtone.voip.sipx_my_call_forwarding).
  type: dict
  returned: when it was asked for
  sample:
    expiration: 15
    rings: []
conference_details:
  description: Who is in O(conference).
  type: dict
  returned: when it was asked for
  sample:
    active: true
    locked: false
    members:
      - id: 1
        number: '4101'
conferences:
  description: The conferences that the user owns, as options of M(dialtone.voip.sipx_my_conference), without their codes.
  type: list
  elements: dict
  returned: when it was asked for
  sample:
    - name: standup
      extension: '5001'
contact_information:
  description: The profile, as options of M(dialtone.voip.sipx_my_contact_information).
  type: dict
  returned: when it was asked for
  sample:
    first_name: Ines
fax:
  description: Fax extension and DID.
  type: dict
  returned: when it was asked for
  sample:
    extension: ''
    did: ''
forwarding_schedules:
  description: The forwarding schedules, as options of M(dialtone.voip.sipx_my_forwarding_schedule).
  type: list
  elements: dict
  returned: when it was asked for
  sample:
    - name: At home
im:
  description: The preferences, as options of M(dialtone.voip.sipx_my_im).
  type: dict
  returned: when it was asked for
  sample:
    status_phone_presence: true
imbot:
  description: The preferences, as options of M(dialtone.voip.sipx_my_imbot).
  type: dict
  returned: when it was asked for
  sample:
    conf_enter: true
live_calls:
  description: The user's calls of this moment.
  type: list
  elements: dict
  returned: when it was asked for
  sample:
    - from: '4101'
      to: '4102'
login_details:
  description: Who the user is, and where the servers for messages and calls from browsers are; without the SIP password.
  type: dict
  returned: when it was asked for
  sample:
    user_name: '4101'
    im_id: ines
personal_attendant:
  description: The personal attendant, as options of M(dialtone.voip.sipx_my_personal_attendant).
  type: dict
  returned: when it was asked for
  sample:
    operator: '4100'
phonebook:
  description: What the user sees of all phonebooks, or what O(filter) leaves of it; users have the id V(-1).
  type: list
  elements: dict
  returned: when it was asked for
  sample:
    - id: '-1'
      last_name: Weber
      number: '4102'
phonebook_entries:
  description: The entries of the private phonebook, as options of M(dialtone.voip.sipx_my_phonebook_entry).
  type: list
  elements: dict
  returned: when it was asked for
  sample:
    - last_name: Brandt
      first_name: Ada
      number: '5550133'
phonebook_search:
  description: Entries with a word that begins with O(search).
  type: list
  elements: dict
  returned: when it was asked for
  sample:
    - id: '17'
      last_name: Brandt
phonebook_settings:
  description: The private phonebook as a whole, as options of M(dialtone.voip.sipx_my_phonebook).
  type: dict
  returned: when it was asked for
  sample:
    private_book: true
    show_on_phone: false
speed_dial:
  description: The buttons, as options of M(dialtone.voip.sipx_my_speed_dial).
  type: dict
  returned: when it was asked for
  sample:
    group_speed_dial: false
    buttons: []
time:
  description: The time of the server, in its own words and without a zone.
  type: str
  returned: when it was asked for
  sample: Jan 1, 2026 9:00:00 AM
voicemail:
  description: The preferences, as options of M(dialtone.voip.sipx_my_voicemail).
  type: dict
  returned: when it was asked for
  sample:
    greeting: standard
voicemail_messages:
  description: The messages in O(folder).
  type: list
  elements: dict
  returned: when it was asked for
  sample:
    - id: '00000001'
      title: Voice Message from 4102
"""

from ansible_collections.dialtone.voip.plugins.module_utils._ansible.info_module import run_info
from ansible_collections.dialtone.voip.plugins.module_utils._sipx.my.info import GATHERERS, OPTIONS
from ansible_collections.dialtone.voip.plugins.module_utils._sipx.platform import SIPX


def main() -> None:
    run_info(SIPX, GATHERERS, OPTIONS)


if __name__ == "__main__":
    main()
