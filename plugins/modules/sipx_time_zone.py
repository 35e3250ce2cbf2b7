#!/usr/bin/python
# Copyright (c) 2026 the dialtone.voip contributors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

from __future__ import annotations

DOCUMENTATION = r"""
module: sipx_time_zone
short_description: Manage the time zone of a sipXcom installation
version_added: 0.1.0
description:
  - Sets the time zone of all servers. A background run carries it to them.
author:
  - The dialtone.voip contributors (@dialtone-voip)
options:
  time_zone:
    description: Name of the time zone.
    type: str
seealso:
  - module: dialtone.voip.sipx_service_settings
  - module: dialtone.voip.sipx_info
extends_documentation_fragment:
  - dialtone.voip.attributes
  - dialtone.voip.attributes.sipx
  - dialtone.voip.sipx
"""

EXAMPLES = r"""
- name: Servers in Berlin
  dialtone.voip.sipx_time_zone:
    url: https://pbx.example.com
    username: superadmin
    password: "{{ pbx_password }}"
    time_zone: Europe/Berlin
"""

RETURN = r"""
action:
  description: What was done, or would be done in check mode.
  type: str
  returned: success
  sample: updated
time_zone:
  description: The time zone as it is after the task.
  type: dict
  returned: success
  sample:
    time_zone: Europe/Berlin
"""

from ansible_collections.dialtone.voip.plugins.module_utils._ansible.reconcile_module import run_one
from ansible_collections.dialtone.voip.plugins.module_utils._sipx.platform import SIPX
from ansible_collections.dialtone.voip.plugins.module_utils._sipx.system.regional import TIME_ZONE, TimeZoneAdapter


def main() -> None:
    run_one(SIPX, TimeZoneAdapter, TIME_ZONE)


if __name__ == "__main__":
    main()
