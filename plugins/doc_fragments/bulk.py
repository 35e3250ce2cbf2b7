# Copyright (c) 2026 the dialtone.voip contributors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
from __future__ import annotations


class ModuleDocFragment:
    """Options of modules that reconcile many objects in one call."""

    DOCUMENTATION = r"""
options:
  src:
    description:
      - File with the items, instead of the list, on the host where the module runs. Faster than a list from the second
        hundred on, because Ansible does not have to template and transfer it.
      - C(.json), C(.yml) and C(.yaml) files hold a list, or a map with the list under the name of the list option.
      - A C(.csv) file is UTF-8 text with option names as its first line. C(option.sub) fills an option inside a map. Cells
        of list options are split at O(list_separator). An empty cell means omitted. An unknown column is an error.
    type: path
  list_separator:
    description: What separates the elements of a list in a cell of a CSV file.
    type: str
    default: ;
  prune:
    description:
      - Whether objects that are not declared are deleted, within O(prune_scope).
      - Refused with an empty list. Nothing is pruned when any item fails. Use check mode first.
    type: bool
    default: false
  prune_only:
    description:
      - Whether pruning is all that is done; the items only tell which objects stay. Needs O(prune).
      - With it a play can create in one order and prune in the reverse one, so that nothing is deleted that is still used.
    type: bool
    default: false
  prune_scope:
    description: Which undeclared objects O(prune) may delete. An object must meet everything that is given here.
    type: dict
    suboptions:
      all:
        description: Every object of the kind.
        type: bool
        default: false
      keys:
        description: Objects whose key matches one of these shell-style patterns, for example V(41*).
        type: list
        elements: str
      fields:
        description:
          - Objects whose options have these values, for example C(branch) and its name. A list option must contain the value.
        type: dict
  prune_protect:
    description: Shell-style patterns of keys that O(prune) never deletes; upper and lower case are the same here.
    type: list
    elements: str
  max_deletes:
    description: The most objects that O(prune) may delete in one call. When it would be more, the call is refused.
    type: int
    default: 10
  parallel:
    description: How many objects are written at the same time, each over a connection of its own; from 1 to 32.
    type: int
    default: 4
  result_detail:
    description:
      - V(changed) lists changed and failed items in RV(ignore:results), V(all) lists every item, V(summary) lists failed ones only.
    type: str
    choices:
      - changed
      - all
      - summary
    default: changed
"""

    # For resources that no call deletes.
    UNDELETABLE = r"""
options:
  src:
    description:
      - File with the items, instead of the list, on the host where the module runs. Faster than a list from the second
        hundred on, because Ansible does not have to template and transfer it.
      - C(.json), C(.yml) and C(.yaml) files hold a list, or a map with the list under the name of the list option.
      - A C(.csv) file is UTF-8 text with option names as its first line. C(option.sub) fills an option inside a map. Cells
        of list options are split at O(list_separator). An empty cell means omitted. An unknown column is an error.
    type: path
  list_separator:
    description: What separates the elements of a list in a cell of a CSV file.
    type: str
    default: ;
  parallel:
    description: How many objects are read and written at the same time, each over a connection of its own; from 1 to 32.
    type: int
    default: 4
  result_detail:
    description:
      - V(changed) lists changed and failed items in RV(ignore:results), V(all) lists every item, V(summary) lists failed ones only.
    type: str
    choices:
      - changed
      - all
      - summary
    default: changed
"""
