#!/usr/bin/python
# Copyright (c) 2026 the dialtone.voip contributors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

from __future__ import annotations

DOCUMENTATION = r"""
module: sipthor_account
short_description: Manage the services of a SIP Thor account
version_added: 0.1.0
description:
  - Brings aliases, call forwarding, Do Not Disturb and privacy of one account to the declared state. What a task does not
    mention is left alone.
  - The account logs in with its own credentials. No call creates or deletes accounts.
  - Each write is read back where a call shows it, and the task fails when the server answered success and did something else.
author:
  - The dialtone.voip contributors (@dialtone-voip)
options:
  username:
    description:
      - SIP address of the account, for example V(alice@example.com), or only the part before the C(@) together with
        O(domain). It is spelled as the server does, normally in lower case.
      - In a task for one account, the environment variable E(SIPTHOR_USERNAME) can stand in for it.
    type: str
    required: true
  password:
    description:
      - The account's SIP password or, if it has a web password, that one.
      - In a task for one account, the environment variable E(SIPTHOR_PASSWORD) can stand in for it; in a list, the password of the task.
    type: str
  aliases:
    description:
      - Further names of the account, without a domain. Those that are missing are added, and others stay, because the server
        removes aliases only through a form that replaces the whole list.
      - The server shows the first 20 aliases. When it shows so many and one is missing among them, nobody can tell whether it
        is there; it is then written by the rule of O(update_unreadable).
    type: list
    elements: str
  call_forwarding:
    description:
      - Where calls go under each condition. A condition that is not mentioned is left alone, an empty text turns it off, and
        an empty map turns all off.
      - A target is a SIP address, a name or telephone number of the own domain, V(<voice-mailbox>), or V(<mobile-number>),
        which the server replaces by the account's mobile number.
      - What begins with C(+), C(0) or C(|) is a telephone number, whose domain is always the own one; write C(sip:) in front
        to keep another domain.
    type: dict
    suboptions:
      unconditional:
        description: Target of all calls (C(FUNC)).
        type: str
      not_online:
        description: Target when no device is online (C(FNOL)).
        type: str
      busy:
        description: Target when the account is busy (C(FBUS)).
        type: str
      no_answer:
        description: Target when nobody answers in time (C(FNOA)).
        type: str
      unavailable:
        description: Target of callers whom the accept rules refuse, Do Not Disturb included (C(FUNV)).
        type: str
  do_not_disturb:
    description: Whether callers are refused for now.
    type: dict
    suboptions:
      enabled:
        description: Whether Do Not Disturb is on. Needed when anything else is given here.
        type: bool
      duration:
        description:
          - Minutes after which it ends by itself; V(0) or omitted means until it is switched off.
          - It counts when Do Not Disturb is switched on. When it is on already, the time that is left stays as it is.
        type: int
      restart:
        description: Whether to switch on anew although it is on, so that O(do_not_disturb.duration) begins again. Changes at every run.
        type: bool
      risk_accept_rules:
        description:
          - Whether to switch although the account has accept rules of its own. The server writes them back incompletely, and
            what becomes of them differs. They are compared afterwards, and the task fails when one is lost.
        type: bool
  privacy:
    description:
      - Whether outgoing calls hide the caller id. No call shows it, so it is only written with O(update_unreadable=always).
      - Then, switching it on is a change unless the server says that it was on; switching it off always counts as one.
    type: bool
notes:
  - A refused login (401) also means that the server's back end is down. After 20 accounts in a row that could not be read, the
    rest of a list is not tried.
seealso:
  - module: dialtone.voip.sipthor_accounts
  - module: dialtone.voip.sipthor_info
extends_documentation_fragment:
  - dialtone.voip.attributes.unreadable
  - dialtone.voip.attributes.sipthor
  - dialtone.voip.sipthor
  - dialtone.voip.unreadable
"""

EXAMPLES = r"""
- name: Alice is reachable under a second name, and at her mobile when she does not answer
  dialtone.voip.sipthor_account:
    url: https://sip.example.com/settings.phtml
    username: alice@example.com
    password: "{{ alice_sip_password }}"
    aliases:
      - alice.example
    call_forwarding:
      busy: <voice-mailbox>
      no_answer: "+493023125002"

- name: She wants two hours without calls
  dialtone.voip.sipthor_account:
    url: https://sip.example.com/settings.phtml
    username: alice@example.com
    password: "{{ alice_sip_password }}"
    do_not_disturb:
      enabled: true
      duration: 120

- name: Her caller id is hidden, whatever it was before
  dialtone.voip.sipthor_account:
    url: https://sip.example.com/settings.phtml
    username: alice@example.com
    password: "{{ alice_sip_password }}"
    privacy: true
    update_unreadable: always
"""

RETURN = r"""
action:
  description: What was done, or would be done in check mode.
  type: str
  returned: success
  sample: updated
id:
  description: SIP address of the account.
  type: str
  returned: success
  sample: alice@example.com
account:
  description: The account as it is after the task, as far as the task speaks of it. Never a secret.
  type: dict
  returned: success
  sample:
    username: alice@example.com
    aliases:
      - alice.example
    call_forwarding:
      unconditional: ""
      not_online: ""
      busy: <voice-mailbox>
      no_answer: +493023125002@example.com
      unavailable: ""
unverified:
  description: Options that were given, but of which nobody can tell whether they are in force.
  type: list
  elements: str
  returned: when there are any
  sample:
    - privacy
"""

from ansible_collections.dialtone.voip.plugins.module_utils._ansible.reconcile_module import run_one
from ansible_collections.dialtone.voip.plugins.module_utils._sipthor.account import ACCOUNT, AccountAdapter
from ansible_collections.dialtone.voip.plugins.module_utils._sipthor.platform import SIPTHOR


def main() -> None:
    run_one(SIPTHOR, AccountAdapter, ACCOUNT)


if __name__ == "__main__":
    main()
