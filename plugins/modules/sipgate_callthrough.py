#!/usr/bin/python
# Copyright (c) 2026 the dialtone.voip contributors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

from __future__ import annotations

DOCUMENTATION = r"""
module: sipgate_callthrough
short_description: Let a caller through with a sipgate account (v1)
version_added: 0.1.0
description:
  - For half a minute, whoever calls the returned number from the source is connected to the target.
author:
  - The dialtone.voip contributors (@dialtone-voip)
options:
  source_number:
    description: Number that will call.
    type: str
    required: true
  target_number:
    description: Number to connect to.
    type: str
    required: true
notes:
  - It exists only in v1 of the API.
seealso:
  - module: dialtone.voip.sipgate_info
extends_documentation_fragment:
  - dialtone.voip.attributes.deed
  - dialtone.voip.attributes.sipgate
  - dialtone.voip.sipgate
"""

EXAMPLES = r"""
- name: Let a mobile through
  dialtone.voip.sipgate_callthrough:
    username: admin@example.com
    password: "{{ sipgate_password }}"
    source_number: '+4915155501003'
    target_number: '+493023125901'
"""

RETURN = r"""
number:
  description: Number to call within 30 seconds.
  type: str
  returned: success
  sample: '493023125998'
"""

from ansible_collections.dialtone.voip.plugins.module_utils._sipgate.deeds.callthrough import CALLTHROUGH
from ansible_collections.dialtone.voip.plugins.module_utils._sipgate.deeds.deed import run_deed


def main() -> None:
    run_deed(CALLTHROUGH)


if __name__ == "__main__":
    main()
