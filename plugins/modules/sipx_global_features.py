#!/usr/bin/python
# Copyright (c) 2026 the dialtone.voip contributors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

from __future__ import annotations

DOCUMENTATION = r"""
module: sipx_global_features
short_description: Manage the features of a whole sipXcom installation
version_added: 0.1.0
description:
  - Switches features that belong to no single server.
author:
  - The dialtone.voip contributors (@dialtone-voip)
options:
  features:
    description: Feature to whether it is on; those that are not mentioned are left alone. An unknown feature is an error.
    type: dict
seealso:
  - module: dialtone.voip.sipx_server
  - module: dialtone.voip.sipx_info
extends_documentation_fragment:
  - dialtone.voip.attributes
  - dialtone.voip.attributes.sipx
  - dialtone.voip.sipx
"""

EXAMPLES = r"""
- name: Keep logs of phones
  dialtone.voip.sipx_global_features:
    url: https://pbx.example.com
    username: superadmin
    password: "{{ pbx_password }}"
    features:
      phonelog: true
"""

RETURN = r"""
action:
  description: What was done, or would be done in check mode.
  type: str
  returned: success
  sample: updated
global_features:
  description: The global features as it is after the task.
  type: dict
  returned: success
  sample:
    features:
      phonelog: true
"""

from ansible_collections.dialtone.voip.plugins.module_utils._ansible.reconcile_module import run_one
from ansible_collections.dialtone.voip.plugins.module_utils._sipx.platform import SIPX
from ansible_collections.dialtone.voip.plugins.module_utils._sipx.system.features import (
    GLOBAL_FEATURES,
    GlobalFeaturesAdapter,
)


def main() -> None:
    run_one(SIPX, GlobalFeaturesAdapter, GLOBAL_FEATURES)


if __name__ == "__main__":
    main()
