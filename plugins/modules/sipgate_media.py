#!/usr/bin/python
# Copyright (c) 2026 the dialtone.voip contributors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

from __future__ import annotations

DOCUMENTATION = r"""
module: sipgate_media
short_description: Download the document or the sound of an event of a sipgate account
version_added: 0.1.0
description:
  - Downloads to a file. The file is only written when it differs.
  - The service gives addresses on other hosts; credentials are never sent there.
author:
  - The dialtone.voip contributors (@dialtone-voip)
options:
  event:
    description: Id of the event; see M(dialtone.voip.sipgate_info).
    type: str
    required: true
  media:
    description: What to download.
    type: str
    required: true
    choices:
      - fax_document
      - fax_preview
      - fax_report
      - voicemail
  dest:
    description: File to write, on the host where the module runs.
    type: path
    required: true
  page:
    description: Page of a preview, from 1. Only, and needed, in v1.
    type: int
  size:
    description: Size of a preview. Only, and needed, in v1.
    type: str
    choices:
      - small
      - big
seealso:
  - module: dialtone.voip.sipgate_event
  - module: dialtone.voip.sipgate_info
extends_documentation_fragment:
  - dialtone.voip.attributes.download
  - dialtone.voip.attributes.sipgate
  - dialtone.voip.sipgate
"""

EXAMPLES = r"""
- name: Keep a fax
  dialtone.voip.sipgate_media:
    token_id: token-EXAMPL
    token: "{{ sipgate_token }}"
    event: '404'
    media: fax_document
    dest: /srv/faxes/404.pdf

- name: A voicemail with v1
  dialtone.voip.sipgate_media:
    username: admin@example.com
    password: "{{ sipgate_password }}"
    api_version: v1
    event: '50001023'
    media: voicemail
    dest: /srv/voicemails/50001023.mp3
"""

RETURN = r"""
checksum:
  description: SHA-256 of the content.
  type: str
  returned: success
  sample: 9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08
content_type:
  description: What it is, by its first bytes where they tell.
  type: str
  returned: success
  sample: application/pdf
dest:
  description: The file.
  type: str
  returned: success
  sample: /srv/faxes/404.pdf
size:
  description: Length in bytes.
  type: int
  returned: success
  sample: 20480
"""

from ansible_collections.dialtone.voip.plugins.module_utils._sipgate.deeds.deed import run_deed
from ansible_collections.dialtone.voip.plugins.module_utils._sipgate.deeds.media import MEDIA


def main() -> None:
    run_deed(MEDIA)


if __name__ == "__main__":
    main()
