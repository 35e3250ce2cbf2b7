#!/usr/bin/python
# Copyright (c) 2026 the dialtone.voip contributors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

from __future__ import annotations

DOCUMENTATION = r"""
module: sipgate_blacklist_entries
short_description: Manage many callers that a sipgate account turns away
version_added: 0.1.0
description:
  - Brings many entries of the blacklist to the wanted state in one call.
  - A bad item fails alone; two items with one O(blacklist_entries[].phone_number) are both refused. The task fails in the
    end if any item failed.
  - The options of an item are those of M(dialtone.voip.sipgate_blacklist_entry).
author:
  - The dialtone.voip contributors (@dialtone-voip)
options:
  blacklist_entries:
    description: The blacklist entries. Either this or O(src) is needed.
    type: list
    elements: dict
    suboptions:
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
  - module: dialtone.voip.sipgate_blacklist_entry
  - module: dialtone.voip.sipgate_info
extends_documentation_fragment:
  - dialtone.voip.attributes
  - dialtone.voip.attributes.sipgate
  - dialtone.voip.sipgate
  - dialtone.voip.bulk
"""

EXAMPLES = r"""
- name: The blacklist, and nothing else on it
  dialtone.voip.sipgate_blacklist_entries:
    token_id: token-EXAMPL
    token: "{{ sipgate_token }}"
    blacklist_entries:
      - phone_number: '+493023125902'
    prune: true
    prune_scope:
      all: true
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
    phone_number:
      description: Key of the item.
      type: str
      sample: '+493023125902'
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
      sample: '+493023125902'
    fields:
      description: The options that were written.
      type: list
      elements: str
      sample:
        - block_prefix
    msg:
      description: Why the item failed.
      type: str
      sample: 'create failed: POST was answered 403.'
"""

from ansible_collections.dialtone.voip.plugins.module_utils._ansible.reconcile_module import run_many
from ansible_collections.dialtone.voip.plugins.module_utils._sipgate.platform import SIPGATE_V2
from ansible_collections.dialtone.voip.plugins.module_utils._sipgate.v2.blacklist_entry import (
    BLACKLIST_ENTRY,
    BlacklistEntryAdapter,
)


def main() -> None:
    run_many(SIPGATE_V2, BlacklistEntryAdapter, BLACKLIST_ENTRY)


if __name__ == "__main__":
    main()
