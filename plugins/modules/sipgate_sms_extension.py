#!/usr/bin/python
# Copyright (c) 2026 the dialtone.voip contributors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

from __future__ import annotations

DOCUMENTATION = r"""
module: sipgate_sms_extension
short_description: Manage an SMS extension of a sipgate account
version_added: 0.1.0
description:
  - Changes the alias of the SMS extension that each user has.
author:
  - The dialtone.voip contributors (@dialtone-voip)
options:
  id:
    description: Extension id, for example V(s0); see M(dialtone.voip.sipgate_info).
    type: str
    required: true
  alias:
    description: Name of the extension.
    type: str
seealso:
  - module: dialtone.voip.sipgate_sms_caller_id
  - module: dialtone.voip.sipgate_info
extends_documentation_fragment:
  - dialtone.voip.attributes
  - dialtone.voip.attributes.sipgate
  - dialtone.voip.sipgate
"""

EXAMPLES = r"""
- name: A name for an SMS extension
  dialtone.voip.sipgate_sms_extension:
    token_id: token-EXAMPL
    token: "{{ sipgate_token }}"
    id: s1
    alias: SMS Ada
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
  sample: s0
sms_extension:
  description: It, as it is after the task; of an existing one all readable options that were looked at.
  type: dict
  returned: success
  sample:
    id: s0
    alias: SMS Ada
    user: ada.sample@example.com
    caller_id: '+493023125001'
"""

from ansible_collections.dialtone.voip.plugins.module_utils._ansible.reconcile_module import run_one
from ansible_collections.dialtone.voip.plugins.module_utils._sipgate.platform import SIPGATE_V2
from ansible_collections.dialtone.voip.plugins.module_utils._sipgate.v2.sms import SMS_EXTENSION, SmsExtensionAdapter


def main() -> None:
    run_one(SIPGATE_V2, SmsExtensionAdapter, SMS_EXTENSION)


if __name__ == "__main__":
    main()
