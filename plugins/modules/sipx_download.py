#!/usr/bin/python
# Copyright (c) 2026 the dialtone.voip contributors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

from __future__ import annotations

DOCUMENTATION = r"""
module: sipx_download
short_description: Download a file of a sipXcom server
version_added: 0.1.0
description:
  - Fetches a prompt, a generated configuration file of a phone, or the table of calls, and writes it to a file if that differs.
author:
  - The dialtone.voip contributors (@dialtone-voip)
options:
  kind:
    description: What to fetch.
    type: str
    required: true
    choices:
      - prompt
      - phone_profile
      - call_report
  dest:
    description: File to write, on the host where the module runs.
    type: path
    required: true
  area:
    description: Area of a prompt.
    type: str
    choices:
      - music_on_hold
      - page_groups
      - park_orbits
  name:
    description: File name of a prompt, or of a configuration file.
    type: str
  serial_number:
    description: Serial number of the phone; a MAC address in any notation.
    type: str
  user:
    description: Only the calls of this user.
    type: str
notes:
  - A configuration file holds the SIP passwords of the phone's lines.
  - Generating a configuration file rewrites it on the server too.
seealso:
  - module: dialtone.voip.sipx_prompt
  - module: dialtone.voip.sipx_phone_profile
extends_documentation_fragment:
  - dialtone.voip.attributes.once
  - dialtone.voip.attributes.sipx
  - dialtone.voip.sipx
"""

EXAMPLES = r"""
- name: The music on hold
  dialtone.voip.sipx_download:
    url: https://pbx.example.com
    username: superadmin
    password: "{{ pbx_password }}"
    kind: prompt
    area: music_on_hold
    name: default.wav
    dest: /srv/audio/default.wav

- name: The configuration of a phone
  dialtone.voip.sipx_download:
    url: https://pbx.example.com
    username: superadmin
    password: "{{ pbx_password }}"
    kind: phone_profile
    serial_number: 00:04:f2:c0:ff:ee
    name: 0004f2c0ffee.cfg
    dest: /srv/phones/0004f2c0ffee.cfg
"""

RETURN = r"""
dest:
  description: The file.
  type: str
  returned: when it is written
  sample: /srv/audio/default.wav
size:
  description: Its bytes.
  type: int
  returned: when it is written
  sample: 16044
"""

from ansible_collections.dialtone.voip.plugins.module_utils._sipx.deeds.deed import run_deed
from ansible_collections.dialtone.voip.plugins.module_utils._sipx.deeds.download import DOWNLOAD


def main() -> None:
    run_deed(DOWNLOAD)


if __name__ == "__main__":
    main()
