#!/usr/bin/python
# Copyright (c) 2026 the dialtone.voip contributors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

from __future__ import annotations

DOCUMENTATION = r"""
module: sipgate_fax_lines
short_description: Manage many fax lines of a sipgate account
version_added: 0.1.0
description:
  - Brings many fax lines to the wanted state in one call, with one listing a user and a few writes at a time.
  - A bad item fails alone; two items with one O(fax_lines[].alias) in one user are both refused. The task fails in the
    end if any item failed.
  - The options of an item are those of M(dialtone.voip.sipgate_fax_line).
author:
  - The dialtone.voip contributors (@dialtone-voip)
options:
  fax_lines:
    description: The fax lines. Either this or O(src) is needed.
    type: list
    elements: dict
    suboptions:
      alias:
        description: Name of the line. It tells the fax lines of a user apart and cannot be changed.
        type: str
        required: true
      user:
        description: E-mail address of the user that it belongs to; upper and lower case are the same.
        type: str
        required: true
      tagline:
        description: Text at the top of each page.
        type: str
      caller_id:
        description: Number that recipients see; an empty text leaves it to the service.
        type: str
      state:
        description: Whether the line exists.
        type: str
        choices:
          - present
          - absent
        default: present
notes:
  - A line is created in two steps. When the second one fails, the first is taken back, so that no nameless line is left
    behind.
seealso:
  - module: dialtone.voip.sipgate_fax_line
  - module: dialtone.voip.sipgate_info
extends_documentation_fragment:
  - dialtone.voip.attributes
  - dialtone.voip.attributes.sipgate
  - dialtone.voip.sipgate
  - dialtone.voip.bulk
"""

EXAMPLES = r"""
- name: The fax lines of the site
  dialtone.voip.sipgate_fax_lines:
    token_id: token-EXAMPL
    token: "{{ sipgate_token }}"
    fax_lines:
      - alias: Fax
        user: ada.sample@example.com
        tagline: Example Ltd
      - alias: Orders
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
    alias:
      description: Key of the item.
      type: str
      sample: Fax
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
      sample: f1
    fields:
      description: The options that were written.
      type: list
      elements: str
      sample:
        - tagline
    msg:
      description: Why the item failed.
      type: str
      sample: 'create failed: POST was answered 403.'
"""

from ansible_collections.dialtone.voip.plugins.module_utils._ansible.reconcile_module import run_many
from ansible_collections.dialtone.voip.plugins.module_utils._sipgate.platform import SIPGATE_V2
from ansible_collections.dialtone.voip.plugins.module_utils._sipgate.v2.fax_line import FAX_LINE, FaxLineAdapter


def main() -> None:
    run_many(SIPGATE_V2, FaxLineAdapter, FAX_LINE)


if __name__ == "__main__":
    main()
