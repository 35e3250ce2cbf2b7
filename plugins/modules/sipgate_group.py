#!/usr/bin/python
# Copyright (c) 2026 the dialtone.voip contributors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

from __future__ import annotations

DOCUMENTATION = r"""
module: sipgate_group
short_description: Manage the devices of a group of a sipgate account
version_added: 0.1.0
description:
  - Sets the devices that ring when a group is called. No call creates, changes or deletes groups; a person does that in
    the web portal of sipgate.
author:
  - The dialtone.voip contributors (@dialtone-voip)
options:
  alias:
    description: Name of the group.
    type: str
    required: true
  devices:
    description: Devices that ring, and no others, each as V(ada.sample@example.com/Desk) or by its extension id. An empty
      list removes all.
    type: list
    elements: str
seealso:
  - module: dialtone.voip.sipgate_groups
  - module: dialtone.voip.sipgate_info
extends_documentation_fragment:
  - dialtone.voip.attributes
  - dialtone.voip.attributes.sipgate
  - dialtone.voip.sipgate
"""

EXAMPLES = r"""
- name: Two telephones ring in sales
  dialtone.voip.sipgate_group:
    token_id: token-EXAMPL
    token: "{{ sipgate_token }}"
    alias: Sales
    devices:
      - ada.sample@example.com/Desk
      - ben.sample@example.com/Desk
"""

RETURN = r"""
action:
  description: What was done, or would be done in check mode.
  type: str
  returned: success
  sample: updated
id:
  description: How the service addresses it; absent when it is only about to be created or the service does not tell.
  type: str
  returned: when known
  sample: g0
group:
  description: It, as it is after the task; of an existing one all readable options that were looked at.
  type: dict
  returned: success
  sample:
    id: g0
    alias: Sales
    devices:
      - ada.sample@example.com/Desk
"""

from ansible_collections.dialtone.voip.plugins.module_utils._ansible.reconcile_module import run_one
from ansible_collections.dialtone.voip.plugins.module_utils._sipgate.platform import SIPGATE_V2
from ansible_collections.dialtone.voip.plugins.module_utils._sipgate.v2.group import GROUP, GroupAdapter


def main() -> None:
    run_one(SIPGATE_V2, GroupAdapter, GROUP)


if __name__ == "__main__":
    main()
