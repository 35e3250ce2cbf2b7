#!/usr/bin/python
# Copyright (c) 2026 the dialtone.voip contributors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

from __future__ import annotations

DOCUMENTATION = r"""
module: sipx_gateways
short_description: Manage many gateways of a sipXcom server
version_added: 0.1.0
description:
  - Brings many gateways to the wanted state in one call, with one listing and a few writes at a time.
  - A bad item fails alone; two items with one O(gateways[].name) are both refused. The task fails in the end if any item failed.
  - The options of an item are those of M(dialtone.voip.sipx_gateway).
author:
  - The dialtone.voip contributors (@dialtone-voip)
options:
  gateways:
    description: The gateways. Either this or O(src) is needed.
    type: list
    elements: dict
    suboptions:
      name:
        description: Name of the gateway, compared exactly.
        type: str
        required: true
      model:
        description:
          - Id of the model, for example V(sipTrunkStandard) or V(genericGatewayStandard).
          - Needed to create a gateway, and cannot be changed later.
        type: str
      description:
        description: What the gateway is for.
        type: str
      enabled:
        description: Whether calls go through the gateway. A new gateway is enabled when this is omitted.
        type: bool
      address:
        description: IP address or host name.
        type: str
      address_port:
        description: Port of O(gateways[].address); V(0) means none.
        type: int
      outbound_address:
        description: Address of an outbound proxy.
        type: str
      outbound_port:
        description: Port of O(gateways[].outbound_address). A new gateway gets V(5060) when this is omitted.
        type: int
      address_transport:
        description: Transport of O(gateways[].address). A new gateway gets V(none) when this is omitted, which leaves it to the server.
        type: str
        choices:
          - none
          - udp
          - tcp
          - tls
      prefix:
        description: Digits put before the number that is dialled.
        type: str
      shared:
        description: Whether other branches may use the gateway. A new gateway is shared when this is omitted.
        type: bool
      use_internal_bridge:
        description:
          - Whether calls go through the server's own SIP bridge.
          - A trunk that was created through the API is only used by the bridge after it was saved once in the web interface,
            because the API does not attach it to one.
        type: bool
      branch:
        description: Name of the branch that the gateway belongs to; an empty text removes it.
        type: str
      caller_id:
        description: What the called party sees. Only the given parts are managed; an empty map clears all of them.
        type: dict
        suboptions:
          default_caller_alias:
            description: Number shown for calls through this gateway.
            type: str
          anonymous:
            description: Whether the number is withheld.
            type: bool
          ignore_user_info:
            description: Whether the users' own caller ids are ignored.
            type: bool
          transform_user_extension:
            description: Whether the number is made of the user's extension.
            type: bool
          add_prefix:
            description: What is put before the extension then.
            type: str
          keep_digits:
            description: How many digits of the extension are kept then; V(0) keeps all.
            type: int
          display_name:
            description: Name shown with the number.
            type: str
          url_parameters:
            description: Parameters appended to the SIP address.
            type: str
      ports:
        description:
          - The FXO and FXS ports, as many as the list is long; for models that have such ports.
          - Ports have no names; the first element is the port with the lowest id.
        type: list
        elements: dict
        suboptions:
          settings:
            description: Settings of the port, like O(gateways[].settings).
            type: dict
      settings:
        description:
          - Settings of the gateway, path to value. Only the mentioned ones are managed; V({}) reverts all of them.
          - The credentials of a SIP trunk are settings, for example C(itsp-account/user-name) and C(itsp-account/password).
          - Booleans may be written as such; they are translated to what the setting understands.
          - V((default\)) reverts a setting.
          - An unknown path or a value of the wrong type is an error; the server would swallow both.
        type: dict
      state:
        description: Whether the gateway exists.
        type: str
        choices:
          - present
          - absent
        default: present
notes:
  - A gateway that dialing rules use is detached from them before it is deleted.
  - Serial numbers of managed gateways can be neither read nor written through the server's API.
seealso:
  - module: dialtone.voip.sipx_gateway
  - module: dialtone.voip.sipx_info
extends_documentation_fragment:
  - dialtone.voip.attributes
  - dialtone.voip.attributes.sipx
  - dialtone.voip.sipx
  - dialtone.voip.bulk
"""

EXAMPLES = r"""
- name: The gateways of the site
  dialtone.voip.sipx_gateways:
    url: https://pbx.example.com
    username: superadmin
    password: "{{ pbx_password }}"
    gateways:
      - name: trunk-berlin
        model: sipTrunkStandard
        address: sip.carrier.example.com
        address_transport: udp
      - name: gateway-lyon
        model: genericGatewayStandard
        address: 192.0.2.17
        branch: Lyon depot
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
      sample: trunk-berlin
    action:
      description: V(created), V(updated), V(deleted), V(unchanged) or V(failed).
      type: str
      sample: updated
    index:
      description: Place of the item in the list, from 0; absent for a pruned object.
      type: int
      sample: 4
    id:
      description: How the server addresses the object, where known.
      type: int
      sample: 57
    fields:
      description: The options that were written.
      type: list
      elements: str
      sample:
        - description
    msg:
      description: Why the item failed.
      type: str
      sample: "create failed: the name is already used"
"""

from ansible_collections.dialtone.voip.plugins.module_utils._ansible.reconcile_module import run_many
from ansible_collections.dialtone.voip.plugins.module_utils._sipx.gateway import GATEWAY, GatewayAdapter
from ansible_collections.dialtone.voip.plugins.module_utils._sipx.platform import SIPX


def main() -> None:
    run_many(SIPX, GatewayAdapter, GATEWAY)


if __name__ == "__main__":
    main()
