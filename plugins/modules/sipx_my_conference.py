#!/usr/bin/python
# Copyright (c) 2026 the dialtone.voip contributors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

from __future__ import annotations

DOCUMENTATION = r"""
module: sipx_my_conference
short_description: Manage a conference of a user of a sipXcom server
version_added: 0.1.0
description:
  - Changes the settings of a conference that the user owns. No call creates or deletes one, or renames it safely.
author:
  - The dialtone.voip contributors (@dialtone-voip)
options:
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
    description: Code of the moderator; an empty text clears it. Needs O(access_code).
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
  - module: dialtone.voip.sipx_my_conferences
  - module: dialtone.voip.sipx_conference_command
  - module: dialtone.voip.sipx_my_info
extends_documentation_fragment:
  - dialtone.voip.attributes.partial
  - dialtone.voip.attributes.sipx
  - dialtone.voip.sipx
  - dialtone.voip.secrets.verify
"""

EXAMPLES = r"""
- name: No more than ten
  dialtone.voip.sipx_my_conference:
    url: https://pbx.example.com
    username: "4101"
    password: "{{ ines_password }}"
    name: standup
    max_members: 10
    access_code: "{{ standup_code }}"
    update_secrets: verify
"""

RETURN = r"""
action:
  description: What was done, or would be done in check mode.
  type: str
  returned: success
  sample: updated
id:
  description: How the server addresses the my conference; absent when it is only about to be created.
  type: str
  returned: when known
  sample: standup
my_conference:
  description: The my conference as it is after the task. Never a secret.
  type: dict
  returned: success
  sample:
    name: standup
    extension: '5001'
    max_members: 10
unverified:
  description: Options that were given, but of which it was not checked whether they are in force.
  type: list
  elements: str
  returned: when there are any
  sample:
    - access_code
    - moderator_code
"""

from ansible_collections.dialtone.voip.plugins.module_utils._ansible.reconcile_module import run_one
from ansible_collections.dialtone.voip.plugins.module_utils._sipx.my.conference import (
    MY_CONFERENCE,
    MyConferenceAdapter,
)
from ansible_collections.dialtone.voip.plugins.module_utils._sipx.platform import SIPX


def main() -> None:
    run_one(SIPX, MyConferenceAdapter, MY_CONFERENCE)


if __name__ == "__main__":
    main()
