#!/usr/bin/python
# Copyright (c) 2026 the dialtone.voip contributors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

from __future__ import annotations

DOCUMENTATION = r"""
module: sipgate_webhook_settings
short_description: Manage the webhooks of a sipgate account
version_added: 0.1.0
description:
  - Sets where the account announces its calls to, and the calls of which extensions.
author:
  - The dialtone.voip contributors (@dialtone-voip)
options:
  incoming_url:
    description: Address that incoming calls are announced to; an empty text removes it.
    type: str
  outgoing_url:
    description: Address that outgoing calls are announced to; an empty text removes it.
    type: str
  log:
    description: Whether announcements are logged.
    type: bool
  whitelist:
    description: 'Extensions whose calls are announced, by their ids: users, phone lines and groups. V(all) is every extension,
      an empty list none.'
    type: list
    elements: str
notes:
  - It must be booked.
seealso:
  - module: dialtone.voip.sipgate_info
extends_documentation_fragment:
  - dialtone.voip.attributes
  - dialtone.voip.attributes.sipgate
  - dialtone.voip.sipgate
"""

EXAMPLES = r"""
- name: Announce incoming calls
  dialtone.voip.sipgate_webhook_settings:
    token_id: token-EXAMPL
    token: "{{ sipgate_token }}"
    incoming_url: https://hook.example.com/in
    log: true
    whitelist:
      - all
"""

RETURN = r"""
action:
  description: What was done, or would be done in check mode.
  type: str
  returned: success
  sample: updated
webhook_settings:
  description: It, as it is after the task; of an existing one all readable options that were looked at.
  type: dict
  returned: success
  sample:
    incoming_url: https://hook.example.com/in
    outgoing_url: ''
    log: true
    whitelist:
      - all
"""

from ansible_collections.dialtone.voip.plugins.module_utils._ansible.reconcile_module import run_one
from ansible_collections.dialtone.voip.plugins.module_utils._sipgate.platform import SIPGATE_V2
from ansible_collections.dialtone.voip.plugins.module_utils._sipgate.v2.webhook_settings import (
    WEBHOOK_SETTINGS,
    WebhookSettingsAdapter,
)


def main() -> None:
    run_one(SIPGATE_V2, WebhookSettingsAdapter, WEBHOOK_SETTINGS)


if __name__ == "__main__":
    main()
