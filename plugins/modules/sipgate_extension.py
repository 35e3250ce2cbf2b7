#!/usr/bin/python
# Copyright (c) 2026 the dialtone.voip contributors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

from __future__ import annotations

DOCUMENTATION = r"""
module: sipgate_extension
short_description: Manage an extension of a sipgate account (v1)
version_added: 0.1.0
description:
  - Sets do-not-disturb and the number that others see, for an extension of the owner of the web login.
author:
  - The dialtone.voip contributors (@dialtone-voip)
options:
  id:
    description: Extension id in its long form, for example V(1234567e0); see M(dialtone.voip.sipgate_info).
    type: str
    required: true
  do_not_disturb:
    description: Whether the extension does not ring. Only for telephones.
    type: bool
  outgoing_number:
    description: 'Number that the called see: one of the account, or another that has been verified. An empty text is for
      accounts that may call without a number.'
    type: str
  clip:
    description: Whether the number is shown at all.
    type: bool
notes:
  - It exists only in v1 of the API. In v2 it is M(dialtone.voip.sipgate_device).
seealso:
  - module: dialtone.voip.sipgate_extensions
  - module: dialtone.voip.sipgate_info
extends_documentation_fragment:
  - dialtone.voip.attributes
  - dialtone.voip.attributes.sipgate
  - dialtone.voip.sipgate
"""

EXAMPLES = r"""
- name: The front desk is not to be disturbed
  dialtone.voip.sipgate_extension:
    username: admin@example.com
    password: "{{ sipgate_password }}"
    id: 1234567e0
    do_not_disturb: true

- name: Others see the main number
  dialtone.voip.sipgate_extension:
    username: admin@example.com
    password: "{{ sipgate_password }}"
    id: 1234567e0
    outgoing_number: '+493023125001'
    clip: true
"""

RETURN = r"""
action:
  description: What was done, or would be done in check mode.
  type: str
  returned: success
  sample: updated
id:
  description: How the service addresses it; absent when it is only about to be created or the service does not tell.
  type: str
  returned: when known
  sample: 1234567e0
extension:
  description: It, as it is after the task; of an existing one all readable options that were looked at.
  type: dict
  returned: success
  sample:
    id: 1234567e0
    alias: Front desk
    type: register
    do_not_disturb: false
    outgoing_number: '493023125001'
    clip: true
    incoming_numbers:
      - '493023125001'
"""

from ansible_collections.dialtone.voip.plugins.module_utils._ansible.reconcile_module import run_one
from ansible_collections.dialtone.voip.plugins.module_utils._sipgate.platform import SIPGATE_V1
from ansible_collections.dialtone.voip.plugins.module_utils._sipgate.v1.extension import EXTENSION, ExtensionAdapter


def main() -> None:
    run_one(SIPGATE_V1, ExtensionAdapter, EXTENSION)


if __name__ == "__main__":
    main()
