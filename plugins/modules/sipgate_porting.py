#!/usr/bin/python
# Copyright (c) 2026 the dialtone.voip contributors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

from __future__ import annotations

DOCUMENTATION = r"""
module: sipgate_porting
short_description: Revoke the porting of numbers to a sipgate account
version_added: 0.1.0
description:
  - Revokes a porting that a person ordered, as long as it can be revoked.
author:
  - The dialtone.voip contributors (@dialtone-voip)
options:
  id:
    description: Number of the porting; see M(dialtone.voip.sipgate_info).
    type: str
    required: true
  confirm_delete:
    description: Has to be V(true) to revoke the porting, which cannot be taken back.
    type: bool
  state:
    description: Whether the porting goes on. V(absent) revokes it and needs O(confirm_delete).
    type: str
    choices:
      - present
      - absent
    default: present
seealso:
  - module: dialtone.voip.sipgate_info
extends_documentation_fragment:
  - dialtone.voip.attributes
  - dialtone.voip.attributes.sipgate
  - dialtone.voip.sipgate
"""

EXAMPLES = r"""
- name: The numbers stay where they are
  dialtone.voip.sipgate_porting:
    token_id: token-EXAMPL
    token: "{{ sipgate_token }}"
    id: '301'
    state: absent
    confirm_delete: true
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
  sample: '301'
porting:
  description: It, as it is after the task; of an existing one all readable options that were looked at.
  type: dict
  returned: success
  sample:
    id: '301'
    port_date: '2026-12-01'
    numbers:
      - '+493023125800'
    revocable: true
    pending: true
"""

from ansible_collections.dialtone.voip.plugins.module_utils._ansible.reconcile_module import run_one
from ansible_collections.dialtone.voip.plugins.module_utils._sipgate.platform import SIPGATE_V2
from ansible_collections.dialtone.voip.plugins.module_utils._sipgate.v2.porting import PORTING, PortingAdapter


def main() -> None:
    run_one(SIPGATE_V2, PortingAdapter, PORTING)


if __name__ == "__main__":
    main()
