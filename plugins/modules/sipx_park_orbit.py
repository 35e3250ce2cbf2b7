#!/usr/bin/python
# Copyright (c) 2026 the dialtone.voip contributors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

from __future__ import annotations

DOCUMENTATION = r"""
module: sipx_park_orbit
short_description: Manage a park orbit of a sipXcom server
version_added: 0.1.0
description:
  - 'Creates, changes and deletes park orbits: extensions at which calls wait until somebody takes them.'
author:
  - The dialtone.voip contributors (@dialtone-voip)
options:
  extension:
    description: Extension of the orbit. It cannot be changed later.
    type: str
    required: true
  name:
    description: Name of the orbit, which must differ from the extension. Needed to create an orbit.
    type: str
  enabled:
    description: Whether calls can be parked. A new orbit is enabled.
    type: bool
  description:
    description: Free text.
    type: str
  music:
    description: File name of the music, in the area V(park_orbits) of M(dialtone.voip.sipx_prompt); an empty text for none.
    type: str
  server:
    description: Host name of the server that keeps the calls. Needed to create an orbit.
    type: str
  settings:
    description:
      - Setting path to value; settings that are not mentioned are left alone. A path that does not exist is an error.
      - Booleans are written in whatever words the setting uses. The value C((default)) reverts a setting, and an empty map reverts all that differ from
        their defaults.
    type: dict
  state:
    description: Whether the park orbit exists.
    type: str
    default: present
    choices:
      - present
      - absent
seealso:
  - module: dialtone.voip.sipx_park_orbits
  - module: dialtone.voip.sipx_prompt
  - module: dialtone.voip.sipx_server
  - module: dialtone.voip.sipx_info
extends_documentation_fragment:
  - dialtone.voip.attributes
  - dialtone.voip.attributes.sipx
  - dialtone.voip.sipx
"""

EXAMPLES = r"""
- name: A place to park
  dialtone.voip.sipx_park_orbit:
    url: https://pbx.example.com
    username: superadmin
    password: "{{ pbx_password }}"
    extension: "5101"
    name: park-a
    music: default.wav
    server: pbx.example.com
    settings:
      general/enableTimeout: true
      general/parkTimeout: 90

- name: No longer needed
  dialtone.voip.sipx_park_orbit:
    url: https://pbx.example.com
    username: superadmin
    password: "{{ pbx_password }}"
    extension: "5101"
    state: absent
"""

RETURN = r"""
action:
  description: What was done, or would be done in check mode.
  type: str
  returned: success
  sample: created
id:
  description: How the server addresses the park orbit; absent when it is only about to be created.
  type: int
  returned: when known
  sample: 14
park_orbit:
  description: The park orbit as it is after the task.
  type: dict
  returned: success
  sample:
    extension: '5101'
    name: park-a
    enabled: true
    server: pbx.example.com
"""

from ansible_collections.dialtone.voip.plugins.module_utils._ansible.reconcile_module import run_one
from ansible_collections.dialtone.voip.plugins.module_utils._sipx.audio.park_orbit import PARK_ORBIT, ParkOrbitAdapter
from ansible_collections.dialtone.voip.plugins.module_utils._sipx.platform import SIPX


def main() -> None:
    run_one(SIPX, ParkOrbitAdapter, PARK_ORBIT)


if __name__ == "__main__":
    main()
