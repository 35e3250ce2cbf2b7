#!/usr/bin/python
# Copyright (c) 2026 the dialtone.voip contributors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

from __future__ import annotations

DOCUMENTATION = r"""
module: sipx_google_import
short_description: Import the contacts of a Google account into a phonebook of a sipXcom server
version_added: 0.1.0
description:
  - Appends the contacts of a Google account to the user's private phonebook, duplicates included.
  - The server uses a login service that Google has retired, so this works only where something stands in for it.
author:
  - The dialtone.voip contributors (@dialtone-voip)
options:
  account:
    description: Name of the account.
    type: str
    required: true
  account_password:
    description: Its password.
    type: str
    required: true
notes:
  - It acts on the user who logs in with O(username) and O(password).
seealso:
  - module: dialtone.voip.sipx_my_phonebook
extends_documentation_fragment:
  - dialtone.voip.attributes.deed
  - dialtone.voip.attributes.sipx
  - dialtone.voip.sipx
"""

EXAMPLES = r"""
- name: Import contacts
  dialtone.voip.sipx_google_import:
    url: https://pbx.example.com
    username: "4101"
    password: "{{ ines_password }}"
    account: ines@example.com
    account_password: "{{ google_password }}"
"""

RETURN = r"""
imported:
  description: How many contacts.
  type: int
  returned: success
  sample: 12
"""

from ansible_collections.dialtone.voip.plugins.module_utils._sipx.deeds.deed import run_deed
from ansible_collections.dialtone.voip.plugins.module_utils._sipx.deeds.google_import import GOOGLE_IMPORT


def main() -> None:
    run_deed(GOOGLE_IMPORT)


if __name__ == "__main__":
    main()
