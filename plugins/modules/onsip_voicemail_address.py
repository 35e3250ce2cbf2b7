#!/usr/bin/python
# Copyright (c) 2026 the dialtone.voip contributors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

from __future__ import annotations

DOCUMENTATION = r"""
module: onsip_voicemail_address
short_description: Manage a further address of an OnSIP voicemail box
version_added: 0.1.0
description:
  - Creates, changes and deletes addresses of voicemail boxes. The first one comes with the box, see
    M(dialtone.voip.onsip_voicemail_box).
  - The vendor published only the names of the actions that write this, not their parameters. Those that are used
    follow its other actions; nobody has tried them. They need O(allow_unverified=true).
author:
  - The dialtone.voip contributors (@dialtone-voip)
options:
  address:
    description:
      - Local part of the SIP address, the part before the C(@). The domain is the one of the organization.
    type: str
    required: true
  mailbox:
    description: Number of the voicemail box. Needed to create it.
    type: str
  name:
    description: Name that is shown for the address.
    type: str
  state:
    description: Whether the address exists.
    type: str
    choices:
      - present
      - absent
    default: present
seealso:
  - module: dialtone.voip.onsip_info
extends_documentation_fragment:
  - dialtone.voip.attributes
  - dialtone.voip.attributes.onsip
  - dialtone.voip.onsip
  - dialtone.voip.onsip.unverified
"""

EXAMPLES = r"""
- name: A voicemail address
  dialtone.voip.onsip_voicemail_address:
    username: admin.example
    password: "{{ onsip_password }}"
    address: vm.front
    mailbox: "7002"
    allow_unverified: true

- name: It is gone
  dialtone.voip.onsip_voicemail_address:
    username: admin.example
    password: "{{ onsip_password }}"
    address: vm.front
    state: absent
    allow_unverified: true
"""

RETURN = r"""
action:
  description: What was done, or would be done in check mode.
  type: str
  returned: success
  sample: created
id:
  description: How the service addresses the voicemail address; absent when it is only about to be created.
  type: str
  returned: when known
  sample: vm.front@example.onsip.com
voicemail_address:
  description: The voicemail address as it is after the task; of an existing one all readable options. Never a secret.
  type: dict
  returned: success
  sample:
    id: 88063
    address: vm.front
    mailbox: "7002"
"""

from ansible_collections.dialtone.voip.plugins.module_utils._ansible.reconcile_module import run_one
from ansible_collections.dialtone.voip.plugins.module_utils._onsip.platform import ONSIP_UNVERIFIED
from ansible_collections.dialtone.voip.plugins.module_utils._onsip.voicemail_address import (
    VOICEMAIL_ADDRESS,
    VoicemailAddressAdapter,
)


def main() -> None:
    run_one(ONSIP_UNVERIFIED, VoicemailAddressAdapter, VOICEMAIL_ADDRESS)


if __name__ == "__main__":
    main()
