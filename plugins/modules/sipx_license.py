#!/usr/bin/python
# Copyright (c) 2026 the dialtone.voip contributors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

from __future__ import annotations

DOCUMENTATION = r"""
module: sipx_license
short_description: Manage the licence of a commercial sipXcom server
version_added: 0.1.0
description:
  - Sets the unique id of the licence. Only the commercial edition has licences.
author:
  - The dialtone.voip contributors (@dialtone-voip)
options:
  uid:
    description: Unique id of the licence.
    type: str
seealso:
  - module: dialtone.voip.sipx_info
extends_documentation_fragment:
  - dialtone.voip.attributes
  - dialtone.voip.attributes.sipx
  - dialtone.voip.sipx
"""

EXAMPLES = r"""
- name: Our licence
  dialtone.voip.sipx_license:
    url: https://pbx.example.com
    username: superadmin
    password: "{{ pbx_password }}"
    uid: EXAMPLE-0001
"""

RETURN = r"""
action:
  description: What was done, or would be done in check mode.
  type: str
  returned: success
  sample: updated
license:
  description: The license as it is after the task.
  type: dict
  returned: success
  sample:
    uid: EXAMPLE-0001
    domain: pbx.example.com
    users: -1
"""

from ansible_collections.dialtone.voip.plugins.module_utils._ansible.reconcile_module import run_one
from ansible_collections.dialtone.voip.plugins.module_utils._sipx.platform import SIPX
from ansible_collections.dialtone.voip.plugins.module_utils._sipx.system.license import LICENSE, LicenseAdapter


def main() -> None:
    run_one(SIPX, LicenseAdapter, LICENSE)


if __name__ == "__main__":
    main()
