#!/usr/bin/python
# Copyright (c) 2026 the dialtone.voip contributors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

from __future__ import annotations

DOCUMENTATION = r"""
module: sipx_prompts
short_description: Manage many audio files of a sipXcom server
version_added: 0.1.0
description:
  - Brings many prompts to the wanted state in one call, with one listing and a few writes at a time.
  - A bad item fails alone; two items with one O(prompts[].name) are both refused. The task fails in the end if any item failed.
  - The options of an item are those of M(dialtone.voip.sipx_prompt).
author:
  - The dialtone.voip contributors (@dialtone-voip)
options:
  prompts:
    description: The prompts. Either this or O(src) is needed.
    type: list
    elements: dict
    suboptions:
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
          - It must be what its O(prompts[].name) says; the server does not check it.
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
  - module: dialtone.voip.sipx_prompt
  - module: dialtone.voip.sipx_page_group
  - module: dialtone.voip.sipx_park_orbit
  - module: dialtone.voip.sipx_download
  - module: dialtone.voip.sipx_info
extends_documentation_fragment:
  - dialtone.voip.attributes
  - dialtone.voip.attributes.sipx
  - dialtone.voip.sipx
  - dialtone.voip.bulk
"""

EXAMPLES = r"""
- name: The sounds of the site
  dialtone.voip.sipx_prompts:
    url: https://pbx.example.com
    username: superadmin
    password: "{{ pbx_password }}"
    prompts:
      - name: autumn.wav
        area: music_on_hold
        src: /srv/audio/autumn.wav
      - name: chime.wav
        area: page_groups
        src: /srv/audio/chime.wav
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
      sample: autumn.wav
    action:
      description: V(created), V(updated), V(deleted), V(unchanged) or V(failed).
      type: str
      sample: updated
    index:
      description: Place of the item in the list, from 0; absent for a pruned object.
      type: int
      sample: 4
    fields:
      description: The options that were written.
      type: list
      elements: str
      sample:
        - src
    msg:
      description: Why the item failed.
      type: str
      sample: 'src: /srv/audio/autumn.wav is no WAV file, but autumn.wav says so'
"""

from ansible_collections.dialtone.voip.plugins.module_utils._ansible.reconcile_module import run_many
from ansible_collections.dialtone.voip.plugins.module_utils._sipx.audio.prompt import PROMPT, PromptAdapter
from ansible_collections.dialtone.voip.plugins.module_utils._sipx.platform import SIPX


def main() -> None:
    run_many(SIPX, PromptAdapter, PROMPT)


if __name__ == "__main__":
    main()
