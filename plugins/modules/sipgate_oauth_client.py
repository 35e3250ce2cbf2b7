#!/usr/bin/python
# Copyright (c) 2026 the dialtone.voip contributors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

from __future__ import annotations

DOCUMENTATION = r"""
module: sipgate_oauth_client
short_description: Manage an OAuth2 client of a sipgate account
version_added: 0.1.0
description:
  - Creates, changes or deletes an application that may ask users for access.
author:
  - The dialtone.voip contributors (@dialtone-voip)
options:
  name:
    description: Name of the client.
    type: str
    required: true
  description:
    description: What it is for.
    type: str
  redirect_uris:
    description: Addresses that users are sent back to, and no others.
    type: list
    elements: str
  web_origins:
    description: Origins that scripts may call from, and no others.
    type: list
    elements: str
  privacy_url:
    description: Address of the privacy policy.
    type: str
  terms_url:
    description: Address of the terms of use.
    type: str
  state:
    description: Whether the client exists. The module waits until a deleted one is really gone.
    type: str
    choices:
      - present
      - absent
    default: present
notes:
  - The secret of a client is never returned; it can be seen in the web portal of sipgate.
seealso:
  - module: dialtone.voip.sipgate_oauth_clients
  - module: dialtone.voip.sipgate_info
extends_documentation_fragment:
  - dialtone.voip.attributes
  - dialtone.voip.attributes.sipgate
  - dialtone.voip.sipgate
"""

EXAMPLES = r"""
- name: An application
  dialtone.voip.sipgate_oauth_client:
    token_id: token-EXAMPL
    token: "{{ sipgate_token }}"
    name: Call centre
    description: Click to dial
    redirect_uris:
      - https://app.example.com/back
    privacy_url: https://app.example.com/privacy
    terms_url: https://app.example.com/terms
"""

RETURN = r"""
action:
  description: What was done, or would be done in check mode.
  type: str
  returned: success
  sample: created
id:
  description: How the service addresses it; absent when it is only about to be created or the service does not tell.
  type: str
  returned: when known
  sample: Call centre
oauth_client:
  description: It, as it is after the task; of an existing one all readable options that were looked at.
  type: dict
  returned: success
  sample:
    client_id: client-1
    name: Call centre
    description: Click to dial
    redirect_uris:
      - https://app.example.com/back
    web_origins: []
    privacy_url: https://app.example.com/privacy
    terms_url: https://app.example.com/terms
"""

from ansible_collections.dialtone.voip.plugins.module_utils._ansible.reconcile_module import run_one
from ansible_collections.dialtone.voip.plugins.module_utils._sipgate.platform import SIPGATE_V2
from ansible_collections.dialtone.voip.plugins.module_utils._sipgate.v2.oauth_client import (
    OAUTH_CLIENT,
    OauthClientAdapter,
)


def main() -> None:
    run_one(SIPGATE_V2, OauthClientAdapter, OAUTH_CLIENT)


if __name__ == "__main__":
    main()
