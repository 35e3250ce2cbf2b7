#!/usr/bin/python
# Copyright (c) 2026 the dialtone.voip contributors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

from __future__ import annotations

DOCUMENTATION = r"""
module: sipthor_alias
short_description: Add an alias to a SIP Thor account
version_added: 0.1.0
description:
  - Adds an alias, a further name under which the account can be called. The account logs in with its own credentials.
  - The server removes aliases only through a form that replaces the whole list, so an alias that is there cannot be made
    absent with this module.
author:
  - The dialtone.voip contributors (@dialtone-voip)
options:
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
  - The server shows the first 20 aliases of an account. When it shows so many and the alias is not among them, the task fails,
    because nobody can tell whether it is there.
seealso:
  - module: dialtone.voip.sipthor_aliases
  - module: dialtone.voip.sipthor_account
extends_documentation_fragment:
  - dialtone.voip.attributes
  - dialtone.voip.attributes.sipthor
  - dialtone.voip.sipthor
"""

EXAMPLES = r"""
- name: Sales can be called by that name
  dialtone.voip.sipthor_alias:
    url: https://sip.example.com/settings.phtml
    username: alice@example.com
    password: "{{ alice_sip_password }}"
    alias: sales
"""

RETURN = r"""
action:
  description: What was done, or would be done in check mode.
  type: str
  returned: success
  sample: created
id:
  description: Address of the alias; absent when it is only about to be added.
  type: str
  returned: when known
  sample: sales@example.com
alias:
  description: The alias.
  type: dict
  returned: success
  sample:
    alias: sales
"""

from ansible_collections.dialtone.voip.plugins.module_utils._ansible.reconcile_module import run_one
from ansible_collections.dialtone.voip.plugins.module_utils._sipthor.alias import ALIAS, AliasAdapter
from ansible_collections.dialtone.voip.plugins.module_utils._sipthor.platform import SIPTHOR


def main() -> None:
    run_one(SIPTHOR, AliasAdapter, ALIAS)


if __name__ == "__main__":
    main()
