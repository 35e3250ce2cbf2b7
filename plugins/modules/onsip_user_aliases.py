#!/usr/bin/python
# Copyright (c) 2026 the dialtone.voip contributors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

from __future__ import annotations

DOCUMENTATION = r"""
module: onsip_user_aliases
short_description: Manage many aliases of an OnSIP organization
version_added: 0.1.0
description:
  - Brings many aliases to the wanted state in one call, with one login, one listing and a few writes at a time.
  - A bad item fails alone; two items with one O(user_aliases[].alias) are both refused. The task fails in the end if
    any item failed.
  - The options of an item are those of M(dialtone.voip.onsip_user_alias).
author:
  - The dialtone.voip contributors (@dialtone-voip)
options:
  user_aliases:
    description: The aliases. Either this or O(src) is needed.
    type: list
    elements: dict
    suboptions:
      alias:
        description: The alias, usually an extension of 2 to 6 digits, unique among all aliases and addresses of the
          organization.
        type: str
        required: true
      address:
        description: Local part of the address that it leads to. Needed to create it. Another one means that the alias is
          deleted and added anew.
        type: str
      visibility:
        description: Whether it is listed. The vendor advises V(public), which a new alias gets.
        type: str
        choices:
          - public
          - private
      state:
        description: Whether the alias exists.
        type: str
        choices:
          - present
          - absent
        default: present
seealso:
  - module: dialtone.voip.onsip_user_alias
  - module: dialtone.voip.onsip_info
extends_documentation_fragment:
  - dialtone.voip.attributes.unreadable
  - dialtone.voip.attributes.onsip
  - dialtone.voip.onsip
  - dialtone.voip.unreadable
  - dialtone.voip.bulk
"""

EXAMPLES = r"""
- name: Aliases of the site
  dialtone.voip.onsip_user_aliases:
    username: admin.example
    password: "{{ onsip_password }}"
    user_aliases:
      - alias: "7002"
        address: ines

- name: Aliases from a file, and no others
  dialtone.voip.onsip_user_aliases:
    username: admin.example
    password: "{{ onsip_password }}"
    src: /srv/onboarding/user_aliases.csv
    prune: true
    prune_scope:
      all: true
    max_deletes: 3
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
      sample: "7002"
    action:
      description: V(created), V(updated), V(deleted), V(unchanged) or V(failed).
      type: str
      sample: updated
    index:
      description: Place of the item in the list, from 0; absent for a pruned object.
      type: int
      sample: 4
    id:
      description: How the service addresses the object, where known.
      type: str
      sample: "7002"
    fields:
      description: The options that were written.
      type: list
      elements: str
      sample:
        - address
    msg:
      description: Why the item failed.
      type: str
      sample: "create failed: POST /api with Action UserAdd was answered 200 and refused"
    unverified:
      description: Options that were given, but of which it was not checked whether they are in force.
      type: list
      elements: str
      sample:
        - visibility
unverified:
  description: For each option that was given but not checked, of how many items.
  type: dict
  returned: when there are any
  sample:
    visibility: 57
"""

from ansible_collections.dialtone.voip.plugins.module_utils._ansible.reconcile_module import run_many
from ansible_collections.dialtone.voip.plugins.module_utils._onsip.platform import ONSIP
from ansible_collections.dialtone.voip.plugins.module_utils._onsip.user_alias import USER_ALIAS, UserAliasAdapter


def main() -> None:
    run_many(ONSIP, UserAliasAdapter, USER_ALIAS)


if __name__ == "__main__":
    main()
