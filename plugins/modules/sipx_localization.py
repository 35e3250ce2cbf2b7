#!/usr/bin/python
# Copyright (c) 2026 the dialtone.voip contributors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

from __future__ import annotations

DOCUMENTATION = r"""
module: sipx_localization
short_description: Manage language and region of a sipXcom installation
version_added: 0.1.0
description:
  - Sets the language of the prompts and the region of the dial plan.
  - A new region resets defaults that depend on it, and a new language copies the prompts of the attendants anew.
author:
  - The dialtone.voip contributors (@dialtone-voip)
options:
  language:
    description: Language code, for example V(en). The server does not check whether it is installed.
    type: str
  region:
    description: Region code, for example V(na).
    type: str
seealso:
  - module: dialtone.voip.sipx_info
extends_documentation_fragment:
  - dialtone.voip.attributes
  - dialtone.voip.attributes.sipx
  - dialtone.voip.sipx
"""

EXAMPLES = r"""
- name: French prompts
  dialtone.voip.sipx_localization:
    url: https://pbx.example.com
    username: superadmin
    password: "{{ pbx_password }}"
    language: fr
"""

RETURN = r"""
action:
  description: What was done, or would be done in check mode.
  type: str
  returned: success
  sample: updated
localization:
  description: The localization as it is after the task.
  type: dict
  returned: success
  sample:
    language: fr
    region: na
"""

from ansible_collections.dialtone.voip.plugins.module_utils._ansible.reconcile_module import run_one
from ansible_collections.dialtone.voip.plugins.module_utils._sipx.platform import SIPX
from ansible_collections.dialtone.voip.plugins.module_utils._sipx.system.regional import (
    LOCALIZATION,
    LocalizationAdapter,
)


def main() -> None:
    run_one(SIPX, LocalizationAdapter, LOCALIZATION)


if __name__ == "__main__":
    main()
