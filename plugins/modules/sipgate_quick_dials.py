#!/usr/bin/python
# Copyright (c) 2026 the dialtone.voip contributors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

from __future__ import annotations

DOCUMENTATION = r"""
module: sipgate_quick_dials
short_description: Manage many quick dial numbers of a sipgate account
version_added: 0.1.0
description:
  - Brings many quick dial numbers to the wanted state in one call.
  - A bad item fails alone; two items with one O(quick_dials[].number) are both refused. The task fails in the end if any
    item failed.
  - The options of an item are those of M(dialtone.voip.sipgate_quick_dial).
author:
  - The dialtone.voip contributors (@dialtone-voip)
options:
  quick_dials:
    description: The quick dials. Either this or O(src) is needed.
    type: list
    elements: dict
    suboptions:
      number:
        description: The short code, for example V(11).
        type: str
        required: true
      user:
        description: E-mail address of the user that the code leads to.
        type: str
      state:
        description: Whether the code exists.
        type: str
        choices:
          - present
          - absent
        default: present
seealso:
  - module: dialtone.voip.sipgate_quick_dial
  - module: dialtone.voip.sipgate_info
extends_documentation_fragment:
  - dialtone.voip.attributes
  - dialtone.voip.attributes.sipgate
  - dialtone.voip.sipgate
  - dialtone.voip.bulk
"""

EXAMPLES = r"""
- name: The codes of the site
  dialtone.voip.sipgate_quick_dials:
    token_id: token-EXAMPL
    token: "{{ sipgate_token }}"
    quick_dials:
      - number: '11'
        user: ada.sample@example.com
      - number: '12'
        user: ben.sample@example.com
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
    unchanged: 56
    failed: 0
    total: 60
results:
  description: Changed and failed items in the order of the list, then what was pruned; see O(result_detail).
  type: list
  elements: dict
  returned: success
  contains:
    number:
      description: Key of the item.
      type: str
      sample: '11'
    action:
      description: V(created), V(updated), V(deleted), V(unchanged) or V(failed).
      type: str
      sample: updated
    index:
      description: Place of the item in the list, from 0; absent for a pruned object.
      type: int
      sample: 4
    id:
      description: How the service addresses it, where known.
      type: str
      sample: '55'
    fields:
      description: The options that were written.
      type: list
      elements: str
      sample:
        - user
    msg:
      description: Why the item failed.
      type: str
      sample: 'create failed: POST was answered 403.'
"""

from ansible_collections.dialtone.voip.plugins.module_utils._ansible.reconcile_module import run_many
from ansible_collections.dialtone.voip.plugins.module_utils._sipgate.platform import SIPGATE_V2
from ansible_collections.dialtone.voip.plugins.module_utils._sipgate.v2.number import QUICK_DIAL, QuickDialAdapter


def main() -> None:
    run_many(SIPGATE_V2, QuickDialAdapter, QUICK_DIAL)


if __name__ == "__main__":
    main()
