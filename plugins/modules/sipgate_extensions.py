#!/usr/bin/python
# Copyright (c) 2026 the dialtone.voip contributors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

from __future__ import annotations

DOCUMENTATION = r"""
module: sipgate_extensions
short_description: Manage many extensions of a sipgate account (v1)
version_added: 0.1.0
description:
  - Sets do-not-disturb and the outgoing numbers of many extensions in one call.
  - A bad item fails alone; two items with one O(extensions[].id) are both refused. The task fails in the end if any item
    failed.
  - The options of an item are those of M(dialtone.voip.sipgate_extension).
author:
  - The dialtone.voip contributors (@dialtone-voip)
options:
  extensions:
    description: The extensions. Either this or O(src) is needed.
    type: list
    elements: dict
    suboptions:
      id:
        description: Extension id in its long form, for example V(1234567e0); see M(dialtone.voip.sipgate_info).
        type: str
        required: true
      do_not_disturb:
        description: Whether the extension does not ring. Only for telephones.
        type: bool
      outgoing_number:
        description: 'Number that the called see: one of the account, or another that has been verified. An empty text is for
          accounts that may call without a number.'
        type: str
      clip:
        description: Whether the number is shown at all.
        type: bool
notes:
  - It exists only in v1 of the API. In v2 it is M(dialtone.voip.sipgate_device).
seealso:
  - module: dialtone.voip.sipgate_extension
  - module: dialtone.voip.sipgate_info
extends_documentation_fragment:
  - dialtone.voip.attributes
  - dialtone.voip.attributes.sipgate
  - dialtone.voip.sipgate
  - dialtone.voip.bulk.undeletable
"""

EXAMPLES = r"""
- name: Nobody is to be disturbed
  dialtone.voip.sipgate_extensions:
    username: admin@example.com
    password: "{{ sipgate_password }}"
    extensions:
      - id: 1234567e0
        do_not_disturb: true
      - id: 1234567e1
        do_not_disturb: true
"""

RETURN = r"""
summary:
  description: How many items had which outcome.
  type: dict
  returned: success
  sample:
    created: 0
    updated: 1
    deleted: 0
    unchanged: 56
    failed: 0
    total: 57
results:
  description: Changed and failed items in the order of the list; see O(result_detail).
  type: list
  elements: dict
  returned: success
  contains:
    id:
      description: How the service addresses it, where known.
      type: str
      sample: 1234567e0
    action:
      description: V(created), V(updated), V(deleted), V(unchanged) or V(failed).
      type: str
      sample: updated
    index:
      description: Place of the item in the list, from 0; absent for a pruned object.
      type: int
      sample: 4
    fields:
      description: The options that were written.
      type: list
      elements: str
      sample:
        - do_not_disturb
    msg:
      description: Why the item failed.
      type: str
      sample: does not exist, and cannot be created
"""

from ansible_collections.dialtone.voip.plugins.module_utils._ansible.reconcile_module import run_many
from ansible_collections.dialtone.voip.plugins.module_utils._sipgate.platform import SIPGATE_V1
from ansible_collections.dialtone.voip.plugins.module_utils._sipgate.v1.extension import EXTENSION, ExtensionAdapter


def main() -> None:
    run_many(SIPGATE_V1, ExtensionAdapter, EXTENSION)


if __name__ == "__main__":
    main()
