#!/usr/bin/python
# Copyright (c) 2026 the dialtone.voip contributors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

from __future__ import annotations

DOCUMENTATION = r"""
module: sipgate_oauth_clients
short_description: Manage many OAuth2 clients of a sipgate account
version_added: 0.1.0
description:
  - Brings many clients to the wanted state in one call.
  - A bad item fails alone; two items with one O(oauth_clients[].name) are both refused. The task fails in the end if any
    item failed.
  - The options of an item are those of M(dialtone.voip.sipgate_oauth_client).
author:
  - The dialtone.voip contributors (@dialtone-voip)
options:
  oauth_clients:
    description: The oauth clients. Either this or O(src) is needed.
    type: list
    elements: dict
    suboptions:
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
  - module: dialtone.voip.sipgate_oauth_client
  - module: dialtone.voip.sipgate_info
extends_documentation_fragment:
  - dialtone.voip.attributes
  - dialtone.voip.attributes.sipgate
  - dialtone.voip.sipgate
  - dialtone.voip.bulk
"""

EXAMPLES = r"""
- name: A client that is not used any more
  dialtone.voip.sipgate_oauth_clients:
    token_id: token-EXAMPL
    token: "{{ sipgate_token }}"
    oauth_clients:
      - name: Call centre
        state: absent
"""

RETURN = r"""
summary:
  description: How many items had which outcome.
  type: dict
  returned: success
  sample:
    created: 3
    updated: 1
    deleted: 0
    unchanged: 56
    failed: 0
    total: 60
results:
  description: Changed and failed items in the order of the list, then what was pruned; see O(result_detail).
  type: list
  elements: dict
  returned: success
  contains:
    name:
      description: Key of the item.
      type: str
      sample: Call centre
    action:
      description: V(created), V(updated), V(deleted), V(unchanged) or V(failed).
      type: str
      sample: updated
    index:
      description: Place of the item in the list, from 0; absent for a pruned object.
      type: int
      sample: 4
    id:
      description: How the service addresses it, where known.
      type: str
      sample: Call centre
    fields:
      description: The options that were written.
      type: list
      elements: str
      sample:
        - description
    msg:
      description: Why the item failed.
      type: str
      sample: 'create failed: POST was answered 403.'
"""

from ansible_collections.dialtone.voip.plugins.module_utils._ansible.reconcile_module import run_many
from ansible_collections.dialtone.voip.plugins.module_utils._sipgate.platform import SIPGATE_V2
from ansible_collections.dialtone.voip.plugins.module_utils._sipgate.v2.oauth_client import (
    OAUTH_CLIENT,
    OauthClientAdapter,
)


def main() -> None:
    run_many(SIPGATE_V2, OauthClientAdapter, OAUTH_CLIENT)


if __name__ == "__main__":
    main()
