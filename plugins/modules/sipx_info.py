#!/usr/bin/python
# Copyright (c) 2026 the dialtone.voip contributors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

from __future__ import annotations

DOCUMENTATION = r"""
module: sipx_info
short_description: Read what a sipXcom server has
version_added: 0.1.0
description:
  - Reads the objects of a sipXcom server, each kind completely or not at all.
  - What it returns for a kind of object is valid input for the plural module of that kind.
  - Secrets are never returned.
author:
  - The dialtone.voip contributors (@dialtone-voip)
options:
  gather:
    description: What to read. Each name is also the name of the return value.
    type: list
    elements: str
    required: true
    choices:
      - active_calls
      - auto_attendants
      - branches
      - builtin_permissions
      - bundles
      - call_history
      - call_reports
      - dialing_rules
      - dns_advisor
      - erl_assignments
      - erls
      - features
      - gateway_models
      - gateways
      - global_features
      - greetings
      - group_orders
      - hunt_groups
      - jobs
      - license
      - live_attendant_settings
      - live_calls
      - localization
      - page_groups
      - park_orbits
      - permissions
      - phone_group_settings
      - phone_groups
      - phone_model_settings
      - phone_models
      - phonebooks
      - phones
      - phones_with_line
      - prompts
      - registrations
      - rule_templates
      - schedules
      - servers
      - service_settings
      - services
      - special_mode
      - time_zone
      - time_zones
      - user_groups
      - user_schedules
      - users
  include_settings:
    description:
      - Whether objects with settings are read with those that differ from the defaults.
      - This takes one more request an object. Settings that are secrets are left out.
    type: bool
    default: false
  filters:
    description: Narrows down what is read. Each filter concerns what its description or the return value names.
    type: dict
    suboptions:
      user:
        description: User name or alias.
        type: str
      user_group:
        description: Name of a user group, for V(registrations).
        type: str
      serial_number:
        description: Serial number of a phone, for V(registrations).
        type: str
      ip:
        description: Address of a phone, for V(registrations); it may match a part of another address.
        type: str
      call_id:
        description: Call-ID, for V(registrations).
        type: str
      server:
        description: Host name of a server.
        type: str
      prefix:
        description: Beginning of an extension on either side of a call, for V(call_history).
        type: str
      caller:
        description: User part of the caller.
        type: str
      callee:
        description: User part of the callee; the same as O(filters.caller) for either side.
        type: str
      from_date:
        description: Begin of the time, for example V(2026-01-31 09:00), by the server's clock.
        type: str
      to_date:
        description: End of the time.
        type: str
      phonebook:
        description: Name of the phonebook whose entries are read.
        type: str
      line:
        description: Part of a user name or label, for V(phones_with_line).
        type: str
      bundle:
        description: Name of a bundle.
        type: str
      service:
        description: Name of a service.
        type: str
      model:
        description: Model of a phone, for V(phone_model_settings) and V(phone_group_settings).
        type: str
      phone_group:
        description: Name of a phone group, for V(phone_group_settings).
        type: str
      limit:
        description: The most calls of V(call_history).
        type: int
      offset:
        description: How many calls are left out at the beginning.
        type: int
      order_by:
        description: What V(call_history) is sorted by.
        type: str
        choices:
          - caller
          - callee
          - start_time
          - duration
          - termination
          - recipient
      ascending:
        description: Whether it is sorted upwards.
        type: bool
        default: false
      extended:
        description: Whether calls are read from the extended call records.
        type: bool
        default: false
      jobs:
        description: Which jobs.
        type: str
        default: all
        choices:
          - all
          - failed
          - completed
notes:
  - The user C(superadmin) and the group C(administrators) are among the results.
seealso:
  - module: dialtone.voip.sipx_users
  - module: dialtone.voip.sipx_phones
extends_documentation_fragment:
  - dialtone.voip.attributes.info
  - dialtone.voip.attributes.sipx
  - dialtone.voip.sipx
"""

EXAMPLES = r"""
- name: Who and what is there
  dialtone.voip.sipx_info:
    url: https://pbx.example.com
    username: superadmin
    password: "{{ pbx_password }}"
    gather:
      - users
      - phones
  register: pbx

- name: Count them
  ansible.builtin.debug:
    msg: "{{ pbx.users | length }} users, {{ pbx.phones | length }} phones"
"""

RETURN = r"""
active_calls:
  description: The calls of this moment, of everybody or of O(filters.user).
  type: list
  elements: dict
  returned: when it was asked for
  sample:
    - caller: '4101'
      callee: '4102'
      start_time: 1767222000000
auto_attendants:
  description: The auto attendants, as options of M(dialtone.voip.sipx_auto_attendant).
  type: list
  elements: dict
  returned: when it was asked for
  sample:
    - id: 1006
      name: Evening
branches:
  description: The branches, as options of M(dialtone.voip.sipx_branch).
  type: list
  elements: dict
  returned: when it was asked for
  sample:
    - id: 12
      name: Lyon depot
      description: Warehouse
      address:
        city: Lyon
builtin_permissions:
  description: The permissions that the product defines; they can be granted and denied, but not changed.
  type: list
  elements: dict
  returned: when it was asked for
  sample:
    - name: InternationalDialing
      label: InternationalDialing
      default_value: true
bundles:
  description: The bundles of features, or O(filters.bundle).
  type: list
  elements: dict
  returned: when it was asked for
  sample:
    - name: core
      global_features: []
      location_features:
        - proxy
call_history:
  description: Ended calls of a time, today unless O(filters.from_date) and O(filters.to_date) say otherwise.
  type: list
  elements: dict
  returned: when it was asked for
  sample:
    - caller: '4101'
      callee: '4102'
      duration: 00:01:07
      termination: COMPLETED
call_reports:
  description: The names of the report templates.
  type: list
  elements: str
  returned: when it was asked for
  sample:
    - CdrTable.jasper
dialing_rules:
  description: The dialing rules in the order of the dial plan, as options of M(dialtone.voip.sipx_dialing_rule).
  type: list
  elements: dict
  returned: when it was asked for
  sample:
    - id: 412
      name: National
      type: long_distance
dns_advisor:
  description: What the DNS records of O(filters.server) lack; an empty text when nothing is missing.
  type: str
  returned: when it was asked for
  sample: ''
erl_assignments:
  description:
    - Who and what is at an emergency response location of a commercial server, as options of M(dialtone.voip.sipx_erl_assignment).
    - No listing of the server tells, so this takes a request for each user, user group, phone and phone group.
  type: list
  elements: dict
  returned: when it was asked for
  sample:
    - kind: phone_group
      name: floor-2
      elin: '493023125010'
erls:
  description: The emergency response locations of a commercial server, as options of M(dialtone.voip.sipx_erl).
  type: list
  elements: dict
  returned: when it was asked for
  sample:
    - elin: '493023125010'
features:
  description: All features, those of the installation and those of its servers.
  type: list
  elements: dict
  returned: when it was asked for
  sample:
    - name: proxy
      bundle: core
      type: location
      enabled: true
gateway_models:
  description: The models of gateways that the server knows.
  type: list
  elements: dict
  returned: when it was asked for
  sample:
    - model: sipTrunkStandard
      label: SIP trunk
      versions: []
gateways:
  description: The gateways, as options of M(dialtone.voip.sipx_gateway).
  type: list
  elements: dict
  returned: when it was asked for
  sample:
    - id: 1031
      name: trunk-berlin
      model: sipTrunkStandard
      enabled: true
global_features:
  description: The features of the installation, as options of M(dialtone.voip.sipx_global_features).
  type: dict
  returned: when it was asked for
  sample:
    features:
      cdr: true
greetings:
  description: The active greeting of each mailbox, as options of M(dialtone.voip.sipx_greeting). This takes a request a user.
  type: list
  elements: dict
  returned: when it was asked for
  sample:
    - user: '4101'
      greeting: standard
group_orders:
  description: The order of the groups, as options of M(dialtone.voip.sipx_group_order).
  type: list
  elements: dict
  returned: when it was asked for
  sample:
    - kind: phone_groups
      groups:
        - all
        - front-office
hunt_groups:
  description: The hunt groups, as options of M(dialtone.voip.sipx_hunt_group).
  type: list
  elements: dict
  returned: when it was asked for
  sample:
    - extension: '4400'
      name: support
      rings:
        - user: '4101'
          expiration: 15
jobs:
  description: The jobs of the server, those of O(filters.jobs) and O(filters.server).
  type: list
  elements: dict
  returned: when it was asked for
  sample:
    - name: 'Projection for: 0004f2c0ffee'
      status: COMPLETED
license:
  description: The licence of a commercial server.
  type: dict
  returned: when it was asked for
  sample:
    uid: EXAMPLE-0001
live_attendant_settings:
  description: As options of M(dialtone.voip.sipx_live_attendant_settings).
  type: dict
  returned: when it was asked for
  sample:
    enable_prefix: '*67'
live_calls:
  description: The calls of O(filters.user) of this moment, as the user portal shows them.
  type: list
  elements: dict
  returned: when it was asked for
  sample:
    - from: '4101'
      to: '4102'
localization:
  description: As options of M(dialtone.voip.sipx_localization).
  type: dict
  returned: when it was asked for
  sample:
    language: en
    region: na
page_groups:
  description: The page groups, as options of M(dialtone.voip.sipx_page_group).
  type: list
  elements: dict
  returned: when it was asked for
  sample:
    - id: 3
      page_group_number: '31'
park_orbits:
  description: The park orbits, as options of M(dialtone.voip.sipx_park_orbit).
  type: list
  elements: dict
  returned: when it was asked for
  sample:
    - id: 14
      extension: '5101'
permissions:
  description: The custom permissions, as options of M(dialtone.voip.sipx_permission).
  type: list
  elements: dict
  returned: when it was asked for
  sample:
    - name: perm_33
      label: Dial satellite
      default_value: false
phone_group_settings:
  description:
    - What the phones of O(filters.model) inherit from O(filters.phone_group), as options of M(dialtone.voip.sipx_phone_group_settings).
    - No listing of the server tells, so this takes a request for each setting of the model.
  type: list
  elements: dict
  returned: when it was asked for
  sample:
    - phone_group: front-office
      model: polycomVVX410
      settings:
        voipProt.SIP/dialplan: '1'
phone_groups:
  description: The phone groups, as options of M(dialtone.voip.sipx_phone_group).
  type: list
  elements: dict
  returned: when it was asked for
  sample:
    - id: 310
      name: front-office
      weight: 7
phone_model_settings:
  description: The settings of O(filters.model) and their defaults.
  type: list
  elements: dict
  returned: when it was asked for
  sample:
    - path: voipProt.SIP/dialplan
      type: boolean
      default: '0'
phone_models:
  description: The models of phones that the server knows, with their firmware versions.
  type: list
  elements: dict
  returned: when it was asked for
  sample:
    - model: polycomVVX410
      label: Polycom VVX 410
      vendor: Polycom
      versions:
        - polycom5.4.4
phonebooks:
  description: The public phonebooks; O(filters.phonebook) with its entries.
  type: list
  elements: dict
  returned: when it was asked for
  sample:
    - name: suppliers
phones:
  description: The phones, as options of M(dialtone.voip.sipx_phone).
  type: list
  elements: dict
  returned: when it was asked for
  sample:
    - id: 2207
      serial_number: 0004f2c0ffee
      model: polycomVVX410
      lines:
        - user: '4101'
phones_with_line:
  description: Serial numbers of the phones with a line that contains O(filters.line).
  type: list
  elements: str
  returned: when it was asked for
  sample:
    - 0004f2c0ffee
prompts:
  description: The audio files with their sizes, as options of M(dialtone.voip.sipx_prompt) but for O(dialtone.voip.sipx_prompt#module:src).
  type: list
  elements: dict
  returned: when it was asked for
  sample:
    - name: default.wav
      area: music_on_hold
      size: 16044
registrations:
  description: Who is registered, all or those of one filter.
  type: list
  elements: dict
  returned: when it was asked for
  sample:
    - identity: 4101@pbx.example.com
      status: active
rule_templates:
  description: Names of the server's templates of dialing rules.
  type: list
  elements: str
  returned: when it was asked for
  sample:
    - customRule
schedules:
  description: General schedules and those of user groups, as options of M(dialtone.voip.sipx_schedule).
  type: list
  elements: dict
  returned: when it was asked for
  sample:
    - id: 9
      name: Office hours
servers:
  description: The servers, as options of M(dialtone.voip.sipx_server).
  type: list
  elements: dict
  returned: when it was asked for
  sample:
    - id: 1
      host: pbx.example.com
      primary: true
service_settings:
  description: The settings of all services that differ from their defaults, as options of M(dialtone.voip.sipx_service_settings).
  type: list
  elements: dict
  returned: when it was asked for
  sample:
    - service: proxy
      settings: {}
services:
  description: What runs on O(filters.server), or on the first server, and whether it does.
  type: list
  elements: dict
  returned: when it was asked for
  sample:
    - service: sipxproxy
      status: Running
special_mode:
  description: As options of M(dialtone.voip.sipx_special_mode).
  type: dict
  returned: when it was asked for
  sample:
    enabled: false
time_zone:
  description: As options of M(dialtone.voip.sipx_time_zone).
  type: dict
  returned: when it was asked for
  sample:
    time_zone: Europe/Berlin
time_zones:
  description: The names of all time zones.
  type: list
  elements: str
  returned: when it was asked for
  sample:
    - Europe/Berlin
user_groups:
  description: The user groups, as options of M(dialtone.voip.sipx_user_group).
  type: list
  elements: dict
  returned: when it was asked for
  sample:
    - id: 21
      name: frontdesk
      branch: Berlin
user_schedules:
  description: The schedules that O(filters.user) can use, those of the user's groups included.
  type: list
  elements: dict
  returned: when it was asked for
  sample:
    - id: 9
      name: Lunch
      user: '4101'
users:
  description: The users, as options of M(dialtone.voip.sipx_user), without their secrets; of the permissions those that are granted.
  type: list
  elements: dict
  returned: when it was asked for
  sample:
    - id: 57
      user_name: '4101'
      first_name: Ines
      last_name: Okafor
      groups:
        - frontdesk
"""

from ansible_collections.dialtone.voip.plugins.module_utils._ansible.info_module import run_info
from ansible_collections.dialtone.voip.plugins.module_utils._sipx.info import GATHERERS, OPTIONS
from ansible_collections.dialtone.voip.plugins.module_utils._sipx.platform import SIPX


def main() -> None:
    run_info(SIPX, GATHERERS, OPTIONS)


if __name__ == "__main__":
    main()
