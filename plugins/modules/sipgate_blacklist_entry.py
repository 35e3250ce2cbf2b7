#!/usr/bin/python
# Copyright (c) 2026 the dialtone.voip contributors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

from __future__ import annotations

DOCUMENTATION = r"""
module: sipgate_blacklist_entry
short_description: Manage a caller that a sipgate account turns away
version_added: 0.1.0
description:
  - Adds or removes a number of callers that are turned away.
author:
  - The dialtone.voip contributors (@dialtone-voip)
options:
  phone_number:
    description: The number in international form; the plus sign makes no difference.
    type: str
    required: true
  block_prefix:
    description: Whether all numbers that begin like this one are turned away. The entry is replaced when it changes.
    type: bool
  state:
    description: Whether the entry exists.
    type: str
    choices:
      - present
      - absent
    default: present
seealso:
  - module: dialtone.voip.sipgate_blacklist_entries
  - module: dialtone.voip.sipgate_info
extends_documentation_fragment:
  - dialtone.voip.attributes
  - dialtone.voip.attributes.sipgate
  - dialtone.voip.sipgate
"""

EXAMPLES = r"""
- name: A caller that nobody wants
  dialtone.voip.sipgate_blacklist_entry:
    token_id: token-EXAMPL
    token: "{{ sipgate_token }}"
    phone_number: '+493023125902'
"""

RETURN = r"""
action:
  description: What was done, or would be done in check mode.
  type: str
  returned: success
  sample: created
id:
  description: How the service addresses it; absent when it is only about to be created or the service does not tell.
  type: str
  returned: when known
  sample: '+493023125902'
blacklist_entry:
  description: It, as it is after the task; of an existing one all readable options that were looked at.
  type: dict
  returned: success
  sample:
    phone_number: '+493023125902'
    block_prefix: false
"""

from ansible_collections.dialtone.voip.plugins.module_utils._ansible.reconcile_module import run_one
from ansible_collections.dialtone.voip.plugins.module_utils._sipgate.platform import SIPGATE_V2
from ansible_collections.dialtone.voip.plugins.module_utils._sipgate.v2.blacklist_entry import (
    BLACKLIST_ENTRY,
    BlacklistEntryAdapter,
)


def main() -> None:
    run_one(SIPGATE_V2, BlacklistEntryAdapter, BLACKLIST_ENTRY)


if __name__ == "__main__":
    main()
