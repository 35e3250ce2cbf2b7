#!/usr/bin/python
# Copyright (c) 2026 the dialtone.voip contributors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

from __future__ import annotations

DOCUMENTATION = r"""
module: sipthor_aliases
short_description: Add several aliases to a SIP Thor account
version_added: 0.1.0
description:
  - Adds the missing ones of several aliases to one account, which logs in with its own credentials. Other aliases stay.
  - A bad item fails alone; two items with one O(aliases[].alias) are both refused. The task fails in the end if any item failed.
  - The options of an item are those of M(dialtone.voip.sipthor_alias).
author:
  - The dialtone.voip contributors (@dialtone-voip)
options:
  aliases:
    description: The aliases. Either this or O(src) is needed.
    type: list
    elements: dict
    suboptions:
      alias:
        description:
          - The alias without a domain; letters, digits, C(-), C(_) and C(.). The server keeps it in lower case.
          - It must be unique among all accounts and aliases of the platform.
        type: str
        required: true
      state:
        description:
          - Whether the alias exists. With V(absent), the task fails if it does, and tells where it can be removed.
        type: str
        choices:
          - present
          - absent
        default: present
notes:
  - Aliases are added one after the other, whatever O(parallel) says, because the server does not serialise the writes of an account.
  - The server shows the first 20 aliases of an account. When it shows so many and one is not among them, the task fails
    before it adds anything, because nobody can tell whether it is there.
  - Aliases of many accounts are an option of M(dialtone.voip.sipthor_accounts).
seealso:
  - module: dialtone.voip.sipthor_alias
  - module: dialtone.voip.sipthor_accounts
extends_documentation_fragment:
  - dialtone.voip.attributes
  - dialtone.voip.attributes.sipthor
  - dialtone.voip.sipthor
  - dialtone.voip.bulk.undeletable
"""

EXAMPLES = r"""
- name: The names of the help desk
  dialtone.voip.sipthor_aliases:
    url: https://sip.example.com/settings.phtml
    username: alice@example.com
    password: "{{ alice_sip_password }}"
    aliases:
      - alias: support
      - alias: help.desk
"""

RETURN = r"""
summary:
  description: How many items had which outcome.
  type: dict
  returned: success
  sample:
    created: 3
    updated: 0
    deleted: 0
    unchanged: 56
    failed: 0
    total: 59
results:
  description: Changed and failed items in the order of the list; see O(result_detail).
  type: list
  elements: dict
  returned: success
  contains:
    alias:
      description: Key of the item.
      type: str
      sample: support
    action:
      description: V(created), V(updated), V(unchanged) or V(failed).
      type: str
      sample: created
    index:
      description: Place of the item in the list, from 0.
      type: int
      sample: 4
    id:
      description: Address of the alias.
      type: str
      sample: support@example.com
    fields:
      description: The options that were written.
      type: list
      elements: str
      sample:
        - alias
    msg:
      description: Why the item failed.
      type: str
      sample: "create failed: the name may belong to another account"
"""

from ansible_collections.dialtone.voip.plugins.module_utils._ansible.reconcile_module import run_many
from ansible_collections.dialtone.voip.plugins.module_utils._sipthor.alias import ALIAS, AliasAdapter
from ansible_collections.dialtone.voip.plugins.module_utils._sipthor.platform import SIPTHOR


def main() -> None:
    run_many(SIPTHOR, AliasAdapter, ALIAS)


if __name__ == "__main__":
    main()
