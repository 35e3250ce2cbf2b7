#!/usr/bin/python
# Copyright (c) 2026 the dialtone.voip contributors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

from __future__ import annotations

DOCUMENTATION = r"""
module: sipthor_call_forwarding
short_description: Manage the call forwarding of a SIP Thor account
version_added: 0.1.0
description:
  - Sets where calls of one account go under each condition. A condition that is not mentioned is left alone, and an empty text
    turns it off. The account logs in with its own credentials.
  - A target is a SIP address, a name or telephone number of the own domain, V(<voice-mailbox>), or V(<mobile-number>), which
    the server replaces by the account's mobile number.
  - What begins with C(+), C(0) or C(|) is a telephone number, whose domain is always the own one; write C(sip:) in front to
    keep another domain.
  - The server checks nothing, so what it would store as an address that rings nowhere is refused here. What it stored is read
    back, and the task fails when that is something else.
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
    description: Target when nobody answers within the account's ring time (C(FNOA)).
    type: str
  unavailable:
    description: Target of callers whom the accept rules refuse, Do Not Disturb included (C(FUNV)).
    type: str
notes:
  - Some platforms keep mailboxes by their addresses and do not show forwarding to V(<voice-mailbox>). There it is written at
    every run, with a warning. The mailbox's own address (see C(voicemail) of M(dialtone.voip.sipthor_info)) can be used instead.
seealso:
  - module: dialtone.voip.sipthor_account
  - module: dialtone.voip.sipthor_info
extends_documentation_fragment:
  - dialtone.voip.attributes
  - dialtone.voip.attributes.sipthor
  - dialtone.voip.sipthor
"""

EXAMPLES = r"""
- name: Calls that nobody answers go to the mailbox, and none to where they went when all phones were off
  dialtone.voip.sipthor_call_forwarding:
    url: https://sip.example.com/settings.phtml
    username: alice@example.com
    password: "{{ alice_sip_password }}"
    no_answer: <voice-mailbox>
    not_online: ""
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
call_forwarding:
  description: All conditions as they are after the task; empty texts for those that are off.
  type: dict
  returned: success
  sample:
    username: alice@example.com
    unconditional: ""
    not_online: ""
    busy: ""
    no_answer: <voice-mailbox>
    unavailable: ""
"""

from ansible_collections.dialtone.voip.plugins.module_utils._ansible.reconcile_module import run_one
from ansible_collections.dialtone.voip.plugins.module_utils._sipthor.account import (
    CALL_FORWARDING,
    CallForwardingAdapter,
)
from ansible_collections.dialtone.voip.plugins.module_utils._sipthor.platform import SIPTHOR


def main() -> None:
    run_one(SIPTHOR, CallForwardingAdapter, CALL_FORWARDING)


if __name__ == "__main__":
    main()
