#!/usr/bin/python
# Copyright (c) 2026 the dialtone.voip contributors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

from __future__ import annotations

DOCUMENTATION = r"""
module: sipx_conference_command
short_description: Send a command to a conference of a user of a sipXcom server
version_added: 0.1.0
description:
  - Locks a conference, mutes or removes members, plays something, invites somebody.
  - A conference in which nobody is is refused before anything is sent, save for invitations.
author:
  - The dialtone.voip contributors (@dialtone-voip)
options:
  conference:
    description: Name of the conference, which the user must own.
    type: str
    required: true
  command:
    description: What to do. V(list) and V(xml_list) only read.
    type: str
    required: true
    choices:
      - list
      - xml_list
      - lock
      - unlock
      - invite
      - inviteim
      - kick
      - hup
      - mute
      - unmute
      - deaf
      - undeaf
      - energy
      - volume_in
      - volume_out
      - dtmf
      - say
      - saymember
      - play
      - stop
      - pin
      - nopin
      - relate
      - transfer
      - dial
      - bgdial
      - record
      - stop_record
      - norecord
  number:
    description: Number to invite or to call.
    type: str
  im_id:
    description: Instant messaging id to invite.
    type: str
  member:
    description: Id of a member, see RV(dialtone.voip.sipx_my_info#module:conference_details), or V(all) or V(last).
    type: str
  level:
    description: The level, for V(energy), V(volume_in) and V(volume_out); they are only shown without it.
    type: int
  digits:
    description: Digits to send to a member.
    type: str
  text:
    description: Word to say. The server reads no blanks.
    type: str
  file:
    description: File to play or to stop recording to. The server reads no slashes.
    type: str
  what:
    description: What to stop.
    type: str
    choices:
      - current
      - all
      - async
      - last
  conference_pin:
    description: PIN for those who enter from now on.
    type: str
  other_member:
    description: Id of the other member.
    type: str
  relation:
    description: What the first member cannot do with the other.
    type: str
    choices:
      - nospeak
      - nohear
      - clear
  to_conference:
    description: Conference to which members go.
    type: str
  allow_secret_in_url:
    description: Whether O(conference_pin) may stand in the address of the call, where logs of the server may keep it.
    type: bool
    default: false
notes:
  - It acts on the user who logs in with O(username) and O(password).
seealso:
  - module: dialtone.voip.sipx_my_conference
  - module: dialtone.voip.sipx_my_info
extends_documentation_fragment:
  - dialtone.voip.attributes.deed
  - dialtone.voip.attributes.sipx
  - dialtone.voip.sipx
"""

EXAMPLES = r"""
- name: Nobody else may enter
  dialtone.voip.sipx_conference_command:
    url: https://pbx.example.com
    username: "4101"
    password: "{{ ines_password }}"
    conference: all-hands
    command: lock

- name: Mute a member
  dialtone.voip.sipx_conference_command:
    url: https://pbx.example.com
    username: "4101"
    password: "{{ ines_password }}"
    conference: all-hands
    command: mute
    member: "2"
"""

RETURN = r"""
answer:
  description: What the conference bridge said.
  type: str
  returned: success
  sample: OK mute 2
"""

from ansible_collections.dialtone.voip.plugins.module_utils._sipx.deeds.conference_command import CONFERENCE_COMMAND
from ansible_collections.dialtone.voip.plugins.module_utils._sipx.deeds.deed import run_deed


def main() -> None:
    run_deed(CONFERENCE_COMMAND)


if __name__ == "__main__":
    main()
