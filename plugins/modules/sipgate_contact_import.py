#!/usr/bin/python
# Copyright (c) 2026 the dialtone.voip contributors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

from __future__ import annotations

DOCUMENTATION = r"""
module: sipgate_contact_import
short_description: Import contacts into a sipgate account from a CSV file
version_added: 0.1.0
description:
  - Creates a private contact of each line, at every run, also of those that exist. M(dialtone.voip.sipgate_contacts) with
    a CSV file as its O(dialtone.voip.sipgate_contacts#module:src) creates only what is missing.
author:
  - The dialtone.voip contributors (@dialtone-voip)
options:
  src:
    description: CSV file in UTF-8, on the host where the module runs. Its first line is C(firstname,lastname,number).
    type: path
    required: true
seealso:
  - module: dialtone.voip.sipgate_contacts
  - module: dialtone.voip.sipgate_info
extends_documentation_fragment:
  - dialtone.voip.attributes.deed
  - dialtone.voip.attributes.sipgate
  - dialtone.voip.sipgate
"""

EXAMPLES = r"""
- name: Import once
  dialtone.voip.sipgate_contact_import:
    token_id: token-EXAMPL
    token: "{{ sipgate_token }}"
    src: /srv/contacts.csv
"""

RETURN = r"""
imported:
  description: How many contacts were sent.
  type: int
  returned: when it was sent
  sample: 57
"""

from ansible_collections.dialtone.voip.plugins.module_utils._sipgate.deeds.contact_import import CONTACT_IMPORT
from ansible_collections.dialtone.voip.plugins.module_utils._sipgate.deeds.deed import run_deed


def main() -> None:
    run_deed(CONTACT_IMPORT)


if __name__ == "__main__":
    main()
