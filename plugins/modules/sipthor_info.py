#!/usr/bin/python
# Copyright (c) 2026 the dialtone.voip contributors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

from __future__ import annotations

DOCUMENTATION = r"""
module: sipthor_info
short_description: Read what a SIP Thor account has
version_added: 0.1.0
description:
  - Reads an account, which logs in with its own credentials.
  - What the server prints behind an error is no data, so a read that failed is never taken for an empty one.
  - V(accounts), V(aliases) and V(call_forwarding) are valid input for the modules of these names. Secrets are never returned.
author:
  - The dialtone.voip contributors (@dialtone-voip)
options:
  gather:
    description: What to read. Each name is also the name of the return value.
    type: list
    elements: str
    required: true
    choices:
      - accept_rules
      - accounts
      - aliases
      - balance_history
      - call_forwarding
      - devices
      - enum_numbers
      - history
      - identity
      - journal
      - monthly_usage
      - prepaid
      - reject_rules
      - voicemail
  allow_incomplete:
    description:
      - Whether a list may be incomplete. The server shows the first 20 aliases and the first 10 ENUM numbers of an account and has
        no way to read on, so lists of that length are an error without this option.
    type: bool
    default: false
  journal_after_id:
    description: Of the journal, only rows with a higher number. The highest number of a reading is where the next one begins.
    type: int
    default: 0
  journal_after_timestamp:
    description: Of the journal, only later rows; C(YYYY-MM-DD HH:MM:SS) in the server's time.
    type: str
  journal_except_uuid:
    description: Of the journal, leave out the rows of this client.
    type: str
notes:
  - Accept rules, reject rules and voicemail can only be read. The server writes them through forms that replace whole lists or
    delete the mailbox, and these are never used.
  - The history covers the last 14 days, with up to 50 calls of each direction, and the balance history up to 200 rows.
seealso:
  - module: dialtone.voip.sipthor_account
  - module: dialtone.voip.sipthor_journal
extends_documentation_fragment:
  - dialtone.voip.attributes.info
  - dialtone.voip.attributes.sipthor
  - dialtone.voip.sipthor
"""

EXAMPLES = r"""
- name: Who is it, and where do calls go
  dialtone.voip.sipthor_info:
    url: https://sip.example.com/settings.phtml
    username: alice@example.com
    password: "{{ alice_sip_password }}"
    gather:
      - identity
      - call_forwarding
      - devices
  register: alice

- name: Is a phone online
  ansible.builtin.debug:
    msg: "{{ alice.identity.sip_address }} has {{ alice.devices | length }} devices"
"""

RETURN = r"""
accept_rules:
  description: Who may call, and when. The persistent rules by day mask (Monday 1, Tuesday 2, … Sunday 64).
  type: dict
  returned: when it was asked for
  sample:
    persistent:
      "31":
        start: "08:00"
        stop: "18:00"
        groups:
          - everybody
    temporary:
      groups:
        - nobody
      duration: 42
    groups:
      - everybody
      - nobody
      - friends
accounts:
  description: A list with the account, as options of M(dialtone.voip.sipthor_account), without what no call reads.
  type: list
  elements: dict
  returned: when it was asked for
  sample:
    - username: alice@example.com
      aliases:
        - sales
      call_forwarding:
        unconditional: ""
        not_online: ""
        busy: <voice-mailbox>
        no_answer: ""
        unavailable: ""
      do_not_disturb:
        enabled: false
aliases:
  description: The aliases, as options of M(dialtone.voip.sipthor_alias).
  type: list
  elements: dict
  returned: when it was asked for
  sample:
    - alias: sales
      address: sales@example.com
balance_history:
  description: Up to 200 changes of the prepaid balance.
  type: list
  elements: dict
  returned: when it was asked for
  sample:
    - date: "2026-11-02 09:14:00"
      action: Debit balance
      description: Session to sip:004930231250@example.com
      value: -0.25
      balance: 7.25
      session: a84b4c76e667
call_forwarding:
  description: The call forwarding, as options of M(dialtone.voip.sipthor_call_forwarding).
  type: dict
  returned: when it was asked for
  sample:
    username: alice@example.com
    unconditional: ""
    not_online: ""
    busy: <voice-mailbox>
    no_answer: ""
    unavailable: ""
devices:
  description: The devices that are online.
  type: list
  elements: dict
  returned: when it was asked for
  sample:
    - contact: 192.0.2.1:5060
      public_contact: 192.0.2.1:5060
      expires: 600
      user_agent: Example Desk Phone 1.0
      transport: udp
enum_numbers:
  description: The telephone numbers that ENUM maps to the account.
  type: list
  elements: str
  returned: when it was asked for
  sample:
    - "+493023125001"
history:
  description: Finished calls of the last 14 days, C(placed) and C(received).
  type: dict
  returned: when it was asked for
  sample:
    placed:
      - remote_party: sip:004930231250@example.com
        start_time: "2026-11-02 09:12:00"
        stop_time: "2026-11-02 09:14:05"
        timezone: Europe/Berlin
        duration: 125
        status: "200"
        price: "0.2500"
        media:
          - audio
    received: []
identity:
  description: Who the account is.
  type: dict
  returned: when it was asked for
  sample:
    sip_address: alice@example.com
    first_name: Alice
    last_name: Example
    email_address: alice@example.com
    caller_id: 00493023125001
    mobile_number: "+493023125901"
    timezone: Europe/Berlin
    no_answer_timeout: 35
    quick_dial: ""
journal:
  description: Rows of the journal by time. What M(dialtone.voip.sipthor_journal) put is a JSON text with C(id) and C(data).
  type: list
  elements: dict
  returned: when it was asked for
  sample:
    - journal_id: "812"
      timestamp: "2026-11-02 09:14:05"
      account: alice@example.com
      uuid: dialtone.voip
      ip_address: 192.0.2.9
      source: default
      data: '{"id":"moved-2026-11","data":"The office has moved."}'
monthly_usage:
  description: Number and price of placed calls; null on servers whose page breaks off at this, which all have done since 2022.
  type: dict
  returned: when it was asked for
  sample:
    calls: 12
    price: 3.4
prepaid:
  description: The prepaid record of the back end.
  type: dict
  returned: when it was asked for
  sample:
    balance: 7.25
reject_rules:
  description: Callers who are refused outright; C(%) stands for anything.
  type: list
  elements: str
  returned: when it was asked for
  sample:
    - "%004930231259@%"
voicemail:
  description: The mailbox, without its PIN; null when there is none.
  type: dict
  returned: when it was asked for
  sample:
    mailbox: "2201"
    account: 2201@vm.example.com
    name: Alice Example
    email_address: alice@example.com
    info: ""
    delete_messages: false
"""

from ansible_collections.dialtone.voip.plugins.module_utils._ansible.info_module import run_info
from ansible_collections.dialtone.voip.plugins.module_utils._sipthor.info import GATHERERS, OPTIONS
from ansible_collections.dialtone.voip.plugins.module_utils._sipthor.platform import SIPTHOR


def main() -> None:
    run_info(SIPTHOR, GATHERERS, OPTIONS)


if __name__ == "__main__":
    main()
