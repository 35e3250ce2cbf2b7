#!/usr/bin/python
# Copyright (c) 2026 the dialtone.voip contributors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

from __future__ import annotations

DOCUMENTATION = r"""
module: sipx_delete_call_records
short_description: Delete call records of a sipXcom server
version_added: 0.1.0
description:
  - Deletes all records of calls from and to numbers that begin with a prefix. They cannot be brought back.
author:
  - The dialtone.voip contributors (@dialtone-voip)
options:
  prefix:
    description: How the numbers begin.
    type: str
    required: true
seealso:
  - module: dialtone.voip.sipx_info
extends_documentation_fragment:
  - dialtone.voip.attributes.once
  - dialtone.voip.attributes.sipx
  - dialtone.voip.sipx
"""

EXAMPLES = r"""
- name: The test numbers
  dialtone.voip.sipx_delete_call_records:
    url: https://pbx.example.com
    username: superadmin
    password: "{{ pbx_password }}"
    prefix: "999"
"""

RETURN = r"""
deleted:
  description: How many records.
  type: int
  returned: when there were any
  sample: 3
"""

from ansible_collections.dialtone.voip.plugins.module_utils._sipx.deeds.call_records import DELETE_CALL_RECORDS
from ansible_collections.dialtone.voip.plugins.module_utils._sipx.deeds.deed import run_deed


def main() -> None:
    run_deed(DELETE_CALL_RECORDS)


if __name__ == "__main__":
    main()
