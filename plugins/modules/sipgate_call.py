#!/usr/bin/python
# Copyright (c) 2026 the dialtone.voip contributors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

from __future__ import annotations

DOCUMENTATION = r"""
module: sipgate_call
short_description: Place and control calls with a sipgate account
version_added: 0.1.0
description:
  - Places a call, or does something to one that goes on. It may cost.
  - It is never sent in check mode and never sent twice.
author:
  - The dialtone.voip contributors (@dialtone-voip)
options:
  command:
    description: What is to be done. V(park) exists only in v1; V(mute), V(hold), V(transfer), V(dtmf) and V(announce) only
      in v2.
    type: str
    choices:
      - announce
      - dial
      - dtmf
      - hang_up
      - hold
      - mute
      - park
      - record
      - transfer
    default: dial
  caller:
    description: 'Who calls: a number, or an extension id (v1 also a SIP address). This telephone rings first. Needed to
      dial.'
    type: str
  callee:
    description: Who is called, or the call is transferred to.
    type: str
  device:
    description: 'The device that pays: an alias of the owner of the token, V(ada@example.com/Desk), or an extension id
      (v1 needs that, and one of the type register or mobile). v2 needs it when O(caller) is a number.'
    type: str
  caller_id:
    description: Number that the callee sees. Only in v2.
    type: str
  call:
    description: Id of the call; see M(dialtone.voip.sipgate_info). In v2, the id of a session is not that of the call.
    type: str
  member:
    description: Id of the member to park. No documented answer tells it. Only in v1.
    type: str
  enabled:
    description: Whether the call is recorded, muted, held or parked.
    type: bool
  announcement:
    description: Whether the recording is announced; true when it is omitted. Only in v2.
    type: bool
  attended:
    description: Whether the transfer is announced to the callee first. Only in v2.
    type: bool
  digits:
    description: Tones to send, made of V(0) to V(9), V(A) to V(D), V(*) and V(#).
    type: str
  sound_url:
    description: Address of a WAV file (mono, 16 bit, 8 kHz) to play.
    type: str
notes:
  - Hanging up a call that is gone changes nothing. Muting, holding and recording are compared with what the call is in
    v2; v1 does not tell, so they change at every run.
seealso:
  - module: dialtone.voip.sipgate_info
extends_documentation_fragment:
  - dialtone.voip.attributes.deed_unless_done
  - dialtone.voip.attributes.sipgate
  - dialtone.voip.sipgate
"""

EXAMPLES = r"""
- name: Connect two people
  dialtone.voip.sipgate_call:
    token_id: token-EXAMPL
    token: "{{ sipgate_token }}"
    caller: '+493023125001'
    callee: '+493023125901'
    device: Desk

- name: Hang up
  dialtone.voip.sipgate_call:
    token_id: token-EXAMPL
    token: "{{ sipgate_token }}"
    command: hang_up
    call: call-400
"""

RETURN = r"""
session_id:
  description: Id of the session that was begun.
  type: str
  returned: when a call was placed
  sample: 5A1B2C3D4E5F6071
status:
  description: Status of the session. Only in v1.
  type: str
  returned: success with v1
  sample: ESTABLISHED
"""

from ansible_collections.dialtone.voip.plugins.module_utils._sipgate.deeds.call import CALL
from ansible_collections.dialtone.voip.plugins.module_utils._sipgate.deeds.deed import run_deed


def main() -> None:
    run_deed(CALL)


if __name__ == "__main__":
    main()
