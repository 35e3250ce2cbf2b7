#!/usr/bin/python
# Copyright (c) 2026 the dialtone.voip contributors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

from __future__ import annotations

DOCUMENTATION = r"""
module: sipgate_phonebook
short_description: Download the phone book for a vendor's telephones from a sipgate account (v1)
version_added: 0.1.0
description:
  - Downloads the contacts as the XML that telephones of a vendor read. The file is only written when it differs.
author:
  - The dialtone.voip contributors (@dialtone-voip)
options:
  vendor:
    description: Vendor of the telephones.
    type: str
    required: true
    choices:
      - grandstream
      - snom
  dest:
    description: File to write, on the host where the module runs.
    type: path
    required: true
notes:
  - It exists only in v1 of the API.
seealso:
  - module: dialtone.voip.sipgate_info
extends_documentation_fragment:
  - dialtone.voip.attributes.download
  - dialtone.voip.attributes.sipgate
  - dialtone.voip.sipgate
"""

EXAMPLES = r"""
- name: The phone book of the snom telephones
  dialtone.voip.sipgate_phonebook:
    username: admin@example.com
    password: "{{ sipgate_password }}"
    vendor: snom
    dest: /srv/tftp/phonebook.xml
"""

RETURN = r"""
checksum:
  description: SHA-256 of the content.
  type: str
  returned: success
  sample: 9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08
content_type:
  description: What it is.
  type: str
  returned: success
  sample: application/xml
dest:
  description: The file.
  type: str
  returned: success
  sample: /srv/tftp/phonebook.xml
size:
  description: Length in bytes.
  type: int
  returned: success
  sample: 2048
"""

from ansible_collections.dialtone.voip.plugins.module_utils._sipgate.deeds.deed import run_deed
from ansible_collections.dialtone.voip.plugins.module_utils._sipgate.deeds.media import PHONEBOOK


def main() -> None:
    run_deed(PHONEBOOK)


if __name__ == "__main__":
    main()
