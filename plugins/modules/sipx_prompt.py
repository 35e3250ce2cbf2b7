#!/usr/bin/python
# Copyright (c) 2026 the dialtone.voip contributors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

from __future__ import annotations

DOCUMENTATION = r"""
module: sipx_prompt
short_description: Manage an audio file of a sipXcom server
version_added: 0.1.0
description:
  - Uploads, replaces and removes the audio files of the music on hold, of page groups and of park orbits.
  - Files are compared by content. The server has no overwrite, so a file that differs is removed and uploaded anew.
author:
  - The dialtone.voip contributors (@dialtone-voip)
options:
  name:
    description: File name on the server, which ends in C(.wav) or C(.mp3).
    type: str
    required: true
  area:
    description: What the file is for.
    type: str
    required: true
    choices:
      - music_on_hold
      - page_groups
      - park_orbits
  src:
    description:
      - File to upload, on the host where the module runs. Needed to create a prompt.
      - It must be what its O(name) says; the server does not check it.
    type: path
  state:
    description: Whether the prompt exists.
    type: str
    default: present
    choices:
      - present
      - absent
notes:
  - The server does not check whether something still uses a prompt that is removed.
seealso:
  - module: dialtone.voip.sipx_prompts
  - module: dialtone.voip.sipx_page_group
  - module: dialtone.voip.sipx_park_orbit
  - module: dialtone.voip.sipx_download
  - module: dialtone.voip.sipx_info
extends_documentation_fragment:
  - dialtone.voip.attributes
  - dialtone.voip.attributes.sipx
  - dialtone.voip.sipx
"""

EXAMPLES = r"""
- name: Autumn music
  dialtone.voip.sipx_prompt:
    url: https://pbx.example.com
    username: superadmin
    password: "{{ pbx_password }}"
    name: autumn.wav
    area: music_on_hold
    src: /srv/audio/autumn.wav

- name: No longer needed
  dialtone.voip.sipx_prompt:
    url: https://pbx.example.com
    username: superadmin
    password: "{{ pbx_password }}"
    name: autumn.wav
    area: music_on_hold
    state: absent
"""

RETURN = r"""
action:
  description: What was done, or would be done in check mode.
  type: str
  returned: success
  sample: created
prompt:
  description: The prompt as it is after the task.
  type: dict
  returned: success
  sample:
    name: autumn.wav
    area: music_on_hold
    src: /srv/audio/autumn.wav
"""

from ansible_collections.dialtone.voip.plugins.module_utils._ansible.reconcile_module import run_one
from ansible_collections.dialtone.voip.plugins.module_utils._sipx.audio.prompt import PROMPT, PromptAdapter
from ansible_collections.dialtone.voip.plugins.module_utils._sipx.platform import SIPX


def main() -> None:
    run_one(SIPX, PromptAdapter, PROMPT)


if __name__ == "__main__":
    main()
