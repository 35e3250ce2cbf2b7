#!/usr/bin/python
# Copyright (c) 2026 the dialtone.voip contributors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

from __future__ import annotations

DOCUMENTATION = r"""
module: sipx_my_conferences
short_description: Manage many conferences of a user of a sipXcom server
version_added: 0.1.0
description:
  - Brings many my conferences to the wanted state in one call, with one listing and a few writes at a time.
  - A bad item fails alone; two items with one O(my_conferences[].name) are both refused. The task fails in the end if any item failed.
  - The options of an item are those of M(dialtone.voip.sipx_my_conference).
author:
  - The dialtone.voip contributors (@dialtone-voip)
options:
  my_conferences:
    description: The my conferences. Either this or O(src) is needed.
    type: list
    elements: dict
    suboptions:
      name:
        description: Name of the conference.
        type: str
        required: true
      enabled:
        description: Whether the conference can be used.
        type: bool
      description:
        description: Free text.
        type: str
      access_code:
        description: Code of the participants; an empty text clears it.
        type: str
      moderator_code:
        description: Code of the moderator; an empty text clears it. Needs O(my_conferences[].access_code).
        type: str
      autorecorded:
        description: Whether it is recorded by itself.
        type: bool
      quickstart:
        description: Whether it begins without the moderator. Without it both codes are needed, and must differ.
        type: bool
      video:
        description: Whether it has video.
        type: bool
      send_active_video_only:
        description: Whether only the speaker's picture is sent.
        type: bool
      max_members:
        description: The most members; V(0) for any number.
        type: int
      moh:
        description: What a single member hears.
        type: str
        choices:
          - files
          - sound_card
          - none
      play_entry_tone_enabled:
        description: Whether a tone announces who enters.
        type: bool
      play_exit_tone_enabled:
        description: Whether a tone announces who leaves.
        type: bool
      record_and_play_name_on_entry_enabled:
        description: Whether the name of who enters is played.
        type: bool
      record_and_play_name_on_exit_enabled:
        description: Whether the name of who leaves is played.
        type: bool
notes:
  - It acts on the user who logs in with O(username) and O(password).
seealso:
  - module: dialtone.voip.sipx_my_conference
  - module: dialtone.voip.sipx_conference_command
  - module: dialtone.voip.sipx_my_info
extends_documentation_fragment:
  - dialtone.voip.attributes.partial
  - dialtone.voip.attributes.sipx
  - dialtone.voip.sipx
  - dialtone.voip.bulk.undeletable
  - dialtone.voip.secrets.verify
"""

EXAMPLES = r"""
- name: All conferences of Ines
  dialtone.voip.sipx_my_conferences:
    url: https://pbx.example.com
    username: "4101"
    password: "{{ ines_password }}"
    my_conferences:
      - name: standup
        max_members: 10
      - name: all-hands
        max_members: 0
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
    name:
      description: Key of the item.
      type: str
      sample: standup
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
      type: str
      sample: standup
    fields:
      description: The options that were written.
      type: list
      elements: str
      sample:
        - max_members
    msg:
      description: Why the item failed.
      type: str
      sample: does not exist on the server, and no call creates it
unverified:
  description: For each option that was given but not checked, of how many items.
  type: dict
  returned: when there are any
  sample:
    access_code: 2
"""

from ansible_collections.dialtone.voip.plugins.module_utils._ansible.reconcile_module import run_many
from ansible_collections.dialtone.voip.plugins.module_utils._sipx.my.conference import (
    MY_CONFERENCE,
    MyConferenceAdapter,
)
from ansible_collections.dialtone.voip.plugins.module_utils._sipx.platform import SIPX


def main() -> None:
    run_many(SIPX, MyConferenceAdapter, MY_CONFERENCE)


if __name__ == "__main__":
    main()
