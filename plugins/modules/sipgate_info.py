#!/usr/bin/python
# Copyright (c) 2026 the dialtone.voip contributors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

from __future__ import annotations

DOCUMENTATION = r"""
module: sipgate_info
short_description: Read what a sipgate account has
version_added: 0.1.0
description:
  - Reads the objects of a sipgate account, each kind completely or not at all.
  - What it returns for a kind of object is valid input for the plural module of that kind.
  - Secrets are never returned, and no addresses that would open a document to whoever knows them.
author:
  - The dialtone.voip contributors (@dialtone-voip)
options:
  gather:
    description:
      - What to read. Each name is also the name of the return value.
      - Of v1 there are V(balance), V(calls), V(contacts), V(events), V(extensions), V(gsm_code), V(mobile_extensions),
        V(numbers), V(outgoing_numbers), V(product).
      - One task reads from one generation, if O(api_version) is not given from the newest that has everything that is named.
    type: list
    elements: str
    required: true
    choices:
      - account
      - addresses
      - balance
      - blacklist_entries
      - calls
      - contacts
      - contingents
      - devices
      - events
      - extensions
      - fax_lines
      - greetings
      - group_fax_lines
      - groups
      - gsm_code
      - history_csv
      - internal_contacts
      - mailboxes
      - mobile_extensions
      - notifications
      - numbers
      - oauth_clients
      - outgoing_numbers
      - phone_lines
      - portings
      - product
      - quick_dials
      - recording_greetings
      - restrictions
      - sms_caller_ids
      - sms_extensions
      - token_owner
      - users
      - voicemails
      - webhook_log
      - webhook_settings
  include_details:
    description: Whether objects are read with those options that take a call more an object. What the account does not
      have is left out.
    type: bool
    default: false
  event_types:
    description: Types of events to read; all when it is omitted.
    type: list
    elements: str
    choices:
      - call
      - fax
      - sms
      - voicemail
  directions:
    description: Directions of events to read. Only in v2.
    type: list
    elements: str
    choices:
      - incoming
      - outgoing
      - missed_incoming
      - missed_outgoing
  since:
    description: Events from this time on, V(2026-02-01T00:00:00Z) in v2 and V(2026-02-01T00:00:00) without a zone in v1.
    type: str
  until:
    description: Events up to this time, written like O(since).
    type: str
  phone_number:
    description: Events of this number. Only in v2, and not together with V(history_csv), which cannot be chosen by number.
    type: str
  archived:
    description: Events in the archive, or those that are not. Only in v2.
    type: bool
  starred:
    description: Starred events, or the others. Only in v2.
    type: bool
  contact_filter:
    description: Contacts with this text in their name or number. Only in v1.
    type: str
  max_events:
    description: Most events to read in v2, the newest first; v1 tells all of them.
    type: int
    default: 1000
notes:
  - There is no listing of all devices or lines, so these take a call a user.
seealso:
  - module: dialtone.voip.sipgate_users
  - module: dialtone.voip.sipgate_phone_lines
extends_documentation_fragment:
  - dialtone.voip.attributes.info
  - dialtone.voip.attributes.sipgate
  - dialtone.voip.sipgate
"""

EXAMPLES = r"""
- name: Who and what is there
  dialtone.voip.sipgate_info:
    token_id: token-EXAMPL
    token: "{{ sipgate_token }}"
    gather:
      - users
      - devices
  register: account

- name: Count them
  ansible.builtin.debug:
    msg: "{{ account.users | length }} users, {{ account.devices | length }} devices"

- name: What v1 knows of missed calls
  dialtone.voip.sipgate_info:
    username: admin@example.com
    password: "{{ sipgate_password }}"
    api_version: v1
    gather:
      - events
    event_types:
      - call
"""

RETURN = r"""
account:
  description: The account.
  type: dict
  returned: when it was asked for
  sample:
    company: Example Ltd
    product: TEAM
    verified: true
    history_life_time: UNLIMITED
addresses:
  description: As options of M(dialtone.voip.sipgate_address).
  type: list
  elements: dict
  returned: when it was asked for
  sample:
    - address_id: '42'
      country_code: DE
      postcode: '10115'
      city: Berlin
      street: Example Street
      number: '1'
      type: CUSTOMER
balance:
  description: The balance in the currency itself; v1 also has vouchers.
  type: dict
  returned: when it was asked for
  sample:
    amount: 12.5
    currency: EUR
blacklist_entries:
  description: As options of M(dialtone.voip.sipgate_blacklist_entry).
  type: list
  elements: dict
  returned: when it was asked for
  sample:
    - phone_number: '+493023125902'
      block_prefix: false
calls:
  description: 'Calls that go on: established ones in v2, sessions with their status in v1.'
  type: list
  elements: dict
  returned: when it was asked for
  sample:
    - call: call-400
      muted: false
      recording: false
      hold: false
      participants:
        - phone_number: '+493023125901'
          owner: false
          muted: false
contacts:
  description: As options of M(dialtone.voip.sipgate_contact). In v1 they can only be read.
  type: list
  elements: dict
  returned: when it was asked for
  sample:
    - id: 6a0c6e4e-0000-4000-8000-000000000001
      name: Jo Sample
      scope: shared
      numbers:
        - number: '+493023125901'
          types:
            - work
contingents:
  description: What is left of the contingents of devices.
  type: list
  elements: dict
  returned: when it was asked for
  sample:
    - user: ada.sample@example.com
      device: Mobile
      contingents:
        - type: SMS
          amount: 100
          used: 40
          left: 60
          unit: SMS
          expires: '2026-12-31'
devices:
  description: As options of M(dialtone.voip.sipgate_device).
  type: list
  elements: dict
  returned: when it was asked for
  sample:
    - id: e7
      alias: Desk
      user: ada.sample@example.com
      type: register
      do_not_disturb: false
      caller_id: '+493023125001'
events:
  description: Events, the newest first, as options of M(dialtone.voip.sipgate_event). Addresses of documents and sounds
    are left out, because who knows them may open them.
  type: list
  elements: dict
  returned: when it was asked for
  sample:
    - id: '401'
      type: call
      read: false
      starred: false
      direction: incoming
      source: '+493023125901'
      target: '+493023125001'
      created: '2026-02-01T09:30:00Z'
extensions:
  description: As options of M(dialtone.voip.sipgate_extension).
  type: list
  elements: dict
  returned: when it was asked for
  sample:
    - id: 1234567e0
      alias: Front desk
      type: register
      do_not_disturb: false
      outgoing_number: '493023125001'
      clip: true
      incoming_numbers:
        - '493023125001'
fax_lines:
  description: As options of M(dialtone.voip.sipgate_fax_line).
  type: list
  elements: dict
  returned: when it was asked for
  sample:
    - id: f1
      alias: Fax
      user: ada.sample@example.com
      tagline: Example Ltd
      can_send: true
      can_receive: true
greetings:
  description: As options of M(dialtone.voip.sipgate_greeting).
  type: list
  elements: dict
  returned: when it was asked for
  sample:
    - id: '71'
      alias: holiday.wav
      user: ada.sample@example.com
      phone_line: Reception
      active: true
group_fax_lines:
  description: Fax lines of groups, which can only be read.
  type: list
  elements: dict
  returned: when it was asked for
  sample:
    - id: f0
      alias: Fax Sales
      tagline: Example Ltd
      group: Sales
groups:
  description: As options of M(dialtone.voip.sipgate_group).
  type: list
  elements: dict
  returned: when it was asked for
  sample:
    - id: g0
      alias: Sales
      devices:
        - ada.sample@example.com/Desk
gsm_code:
  description: Code that a handset dials to divert unanswered calls to the mailbox. Only v1.
  type: str
  returned: when it was asked for
  sample: '**004*493023125999#'
history_csv:
  description: The newest events as CSV text, as the service exports them; at most O(max_events), and never more than 1000.
  type: str
  returned: when it was asked for
  sample: 'id,type,direction

    '
internal_contacts:
  description: Colleagues, who can only be read.
  type: list
  elements: dict
  returned: when it was asked for
  sample:
    - id: w1
      name: Ada Sample
      email_addresses:
        - ada.sample@example.com
      landline:
        - '+493023125001'
      mobile: []
      fax: []
      direct_dial:
        - '11'
mailboxes:
  description: All mailboxes, those of groups as well.
  type: list
  elements: dict
  returned: when it was asked for
  sample:
    - id: v0
      alias: Voicemail Sales
      endpoint: group:Sales
mobile_extensions:
  description: As options of M(dialtone.voip.sipgate_mobile_extension).
  type: list
  elements: dict
  returned: when it was asked for
  sample:
    - id: 1234567e9
      phone_number: '4915155501003'
      vendor: Acme
      model: A1
      firmware: 4.0.2
notifications:
  description: As options of M(dialtone.voip.sipgate_notification).
  type: list
  elements: dict
  returned: when it was asked for
  sample:
    - id: '71'
      recipient: ops@example.com
      user: ada.sample@example.com
      event: call
      channel: email
      endpoint: phone_line:ada.sample@example.com/Reception
      direction: incoming
      cause: missed
numbers:
  description: As options of M(dialtone.voip.sipgate_number). v1 tells which of them the user may show instead.
  type: list
  elements: dict
  returned: when it was asked for
  sample:
    - id: '9001'
      number: '+493023125001'
      endpoint: phone_line:ada.sample@example.com/Reception
      release_for_porting: false
      type: landline
      localized: 030-23125001
oauth_clients:
  description: As options of M(dialtone.voip.sipgate_oauth_client).
  type: list
  elements: dict
  returned: when it was asked for
  sample:
    - client_id: client-1
      name: Call centre
      description: Click to dial
      redirect_uris:
        - https://app.example.com/back
      web_origins: []
      privacy_url: https://app.example.com/privacy
      terms_url: https://app.example.com/terms
outgoing_numbers:
  description: The numbers that others see. Only v1.
  type: list
  elements: dict
  returned: when it was asked for
  sample:
    - extension: 1234567e0
      alias: Front desk
      number: '493023125001'
      clip: true
phone_lines:
  description: As options of M(dialtone.voip.sipgate_phone_line).
  type: list
  elements: dict
  returned: when it was asked for
  sample:
    - id: p3
      alias: Reception
      user: ada.sample@example.com
      devices:
        - ada.sample@example.com/Desk
      forwardings:
        - destination: voicemail:phone_line:ada.sample@example.com/Reception
          timeout: 20
          active: true
portings:
  description: As options of M(dialtone.voip.sipgate_porting).
  type: list
  elements: dict
  returned: when it was asked for
  sample:
    - id: '301'
      port_date: '2026-12-01'
      numbers:
        - '+493023125800'
      revocable: true
      pending: true
product:
  description: Type of the product. Only v1.
  type: str
  returned: when it was asked for
  sample: voice
quick_dials:
  description: As options of M(dialtone.voip.sipgate_quick_dial).
  type: list
  elements: dict
  returned: when it was asked for
  sample:
    - id: '55'
      number: '11'
      user: ada.sample@example.com
recording_greetings:
  description: As options of M(dialtone.voip.sipgate_recording_greeting).
  type: list
  elements: dict
  returned: when it was asked for
  sample:
    - id: '81'
      alias: recorded.wav
restrictions:
  description: What the owner of the token may do; null where the account does not tell it to tokens.
  type: dict
  returned: when it was asked for
  sample:
    CAN_CREATE_REGISTER_DEVICE: true
sms_caller_ids:
  description: As options of M(dialtone.voip.sipgate_sms_caller_id).
  type: list
  elements: dict
  returned: when it was asked for
  sample:
    - id: '12'
      phone_number: '+493023125902'
      user: ada.sample@example.com
      default: true
      verified: true
sms_extensions:
  description: As options of M(dialtone.voip.sipgate_sms_extension).
  type: list
  elements: dict
  returned: when it was asked for
  sample:
    - id: s0
      alias: SMS Ada
      user: ada.sample@example.com
      caller_id: '+493023125001'
token_owner:
  description: The user that the token belongs to.
  type: dict
  returned: when it was asked for
  sample:
    id: w0
    domain: sipgate.de
    master_sip_id: '1234567'
    locale: de_DE
users:
  description: As options of M(dialtone.voip.sipgate_user).
  type: list
  elements: dict
  returned: when it was asked for
  sample:
    - id: w1
      email_address: ada.sample@example.com
      first_name: Ada
      last_name: Sample
      admin: false
      busy_on_busy: true
      default_device: ada.sample@example.com/Desk
voicemails:
  description: As options of M(dialtone.voip.sipgate_voicemail).
  type: list
  elements: dict
  returned: when it was asked for
  sample:
    - phone_line: Reception
      user: ada.sample@example.com
      active: true
      answer_after: 20
      transcription: false
webhook_log:
  description: What was announced to the webhooks of the account, without what may be a secret.
  type: list
  elements: dict
  returned: when it was asked for
  sample:
    - created: '2026-02-01T09:30:00Z'
      url: https://hook.example.com/in
      status: '200'
webhook_settings:
  description: As options of M(dialtone.voip.sipgate_webhook_settings).
  type: dict
  returned: when it was asked for
  sample:
    incoming_url: https://hook.example.com/in
    outgoing_url: ''
    log: true
    whitelist:
      - all
"""

from ansible_collections.dialtone.voip.plugins.module_utils._ansible.info_module import run_info
from ansible_collections.dialtone.voip.plugins.module_utils._sipgate.info import GATHERERS, OPTIONS, generations_of
from ansible_collections.dialtone.voip.plugins.module_utils._sipgate.platform import platform_of


def main() -> None:
    run_info(platform_of(generations_of), GATHERERS, OPTIONS)


if __name__ == "__main__":
    main()
