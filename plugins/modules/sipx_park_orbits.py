#!/usr/bin/python
# Copyright (c) 2026 the dialtone.voip contributors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

from __future__ import annotations

DOCUMENTATION = r"""
module: sipx_park_orbits
short_description: Manage many park orbits of a sipXcom server
version_added: 0.1.0
description:
  - Brings many park orbits to the wanted state in one call, with one listing and a few writes at a time.
  - A bad item fails alone; two items with one O(park_orbits[].extension) are both refused. The task fails in the end if any item failed.
  - The options of an item are those of M(dialtone.voip.sipx_park_orbit).
author:
  - The dialtone.voip contributors (@dialtone-voip)
options:
  park_orbits:
    description: The park orbits. Either this or O(src) is needed.
    type: list
    elements: dict
    suboptions:
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
  - module: dialtone.voip.sipx_park_orbit
  - module: dialtone.voip.sipx_prompt
  - module: dialtone.voip.sipx_server
  - module: dialtone.voip.sipx_info
extends_documentation_fragment:
  - dialtone.voip.attributes
  - dialtone.voip.attributes.sipx
  - dialtone.voip.sipx
  - dialtone.voip.bulk
"""

EXAMPLES = r"""
- name: The park orbits of the site
  dialtone.voip.sipx_park_orbits:
    url: https://pbx.example.com
    username: superadmin
    password: "{{ pbx_password }}"
    park_orbits:
      - extension: "5101"
        name: park-a
        server: pbx.example.com
      - extension: "5102"
        name: park-b
        server: pbx.example.com
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
    extension:
      description: Key of the item.
      type: str
      sample: '5101'
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
      type: int
      sample: 14
    fields:
      description: The options that were written.
      type: list
      elements: str
      sample:
        - music
    msg:
      description: Why the item failed.
      type: str
      sample: 'create failed: the name is already used'
"""

from ansible_collections.dialtone.voip.plugins.module_utils._ansible.reconcile_module import run_many
from ansible_collections.dialtone.voip.plugins.module_utils._sipx.audio.park_orbit import PARK_ORBIT, ParkOrbitAdapter
from ansible_collections.dialtone.voip.plugins.module_utils._sipx.platform import SIPX


def main() -> None:
    run_many(SIPX, ParkOrbitAdapter, PARK_ORBIT)


if __name__ == "__main__":
    main()
