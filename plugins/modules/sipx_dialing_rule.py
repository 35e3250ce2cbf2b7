#!/usr/bin/python
# Copyright (c) 2026 the dialtone.voip contributors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

from __future__ import annotations

DOCUMENTATION = r"""
module: sipx_dialing_rule
short_description: Manage a dialing rule of a sipXcom server
version_added: 0.1.0
description:
  - Creates, changes and deletes the rules of the dial plan, and links them with gateways.
  - A new rule is appended at the end of the dial plan. The server has no call that moves it.
author:
  - The dialtone.voip contributors (@dialtone-voip)
options:
  name:
    description: Name of the rule.
    type: str
    required: true
  type:
    description:
      - Kind of the rule. It cannot be changed later.
      - V(long_distance), V(restricted) and V(toll_free) make the same kind, which reads back as V(long_distance).
      - New ones need the permission C(LongDistanceDialing).
      - Rules of the types V(custom) and V(site_to_site) can be read, linked and deleted, but neither created nor changed; a defect of the server prevents
        it.
    type: str
    choices:
      - long_distance
      - restricted
      - toll_free
      - emergency
      - internal
      - attendant
      - custom
      - site_to_site
  description:
    description: Free text.
    type: str
  enabled:
    description: Whether the rule applies. A new rule is enabled.
    type: bool
  schedule:
    description: Name of the general schedule that limits the rule; an empty text lifts the limit.
    type: str
  gateways:
    description:
      - Names of the gateways that the rule uses, and no others. Which of them is tried first cannot be set.
      - The last one that is taken away switches
        the rule off, unless O(enabled) is true.
    type: list
    elements: str
  pstn_prefix:
    description: Prefix for outside lines, of long-distance rules.
    type: str
  pstn_prefix_optional:
    description: Whether that prefix may be left out.
    type: bool
  long_distance_prefix:
    description: Prefix of long-distance numbers.
    type: str
  long_distance_prefix_optional:
    description: Whether that prefix may be left out.
    type: bool
  area_codes:
    description: The area codes that a long-distance rule is for; an empty list means all.
    type: list
    elements: str
  external_length:
    description: Digits of an external number; V(-1) for any number of digits.
    type: int
  emergency_number:
    description: The number of the emergency service, of emergency rules.
    type: str
  optional_prefix:
    description: Prefix that callers may dial in front of it.
    type: str
  media_server_type:
    description: Kind of voicemail server, of internal rules.
    type: str
  media_server_hostname:
    description: Host name of that server.
    type: str
  extension:
    description: Extension of an attendant rule.
    type: str
  did:
    description: Number under which outside callers reach it.
    type: str
  attendant_aliases:
    description: Further names and numbers of an attendant rule, without blanks.
    type: list
    elements: str
  working_time_attendant:
    description: Name of the auto attendant that answers at working time; an empty text for none.
    type: str
  working_hours:
    description: The working time. Times are UTC.
    type: list
    elements: dict
    suboptions:
      day:
        description: On which days.
        type: str
        required: true
        choices:
          - sunday
          - monday
          - tuesday
          - wednesday
          - thursday
          - friday
          - saturday
          - weekdays
          - weekend
          - every_day
      start:
        description: Time of day at which it begins, for example V(09:00).
        type: str
        required: true
      end:
        description: Time of day at which it ends.
        type: str
        required: true
  after_hours_attendant:
    description: Name of the auto attendant that answers at other times.
    type: str
  after_hours_attendant_enabled:
    description: Whether the after-hours attendant is used.
    type: bool
  holiday_attendant:
    description: Name of the auto attendant that answers on holidays.
    type: str
  holidays:
    description: The holidays.
    type: list
    elements: dict
    suboptions:
      start_date:
        description: First day, for example V(2026-12-24).
        type: str
        required: true
      end_date:
        description: Last day.
        type: str
        required: true
  enable_live_attendant:
    description: Whether a person can be put in front of the attendant, see M(dialtone.voip.sipx_live_attendant).
    type: bool
  state:
    description: Whether the dialing rule exists.
    type: str
    default: present
    choices:
      - present
      - absent
seealso:
  - module: dialtone.voip.sipx_dialing_rules
  - module: dialtone.voip.sipx_gateway
  - module: dialtone.voip.sipx_schedule
  - module: dialtone.voip.sipx_auto_attendant
  - module: dialtone.voip.sipx_info
extends_documentation_fragment:
  - dialtone.voip.attributes
  - dialtone.voip.attributes.sipx
  - dialtone.voip.sipx
"""

EXAMPLES = r"""
- name: National calls through the trunk
  dialtone.voip.sipx_dialing_rule:
    url: https://pbx.example.com
    username: superadmin
    password: "{{ pbx_password }}"
    name: National
    type: long_distance
    pstn_prefix: "0"
    external_length: 8
    schedule: Office hours
    gateways:
      - trunk-berlin

- name: The main number
  dialtone.voip.sipx_dialing_rule:
    url: https://pbx.example.com
    username: superadmin
    password: "{{ pbx_password }}"
    name: Main number
    type: attendant
    extension: "4000"
    working_time_attendant: Operator
    working_hours:
      - day: weekdays
        start: "08:00"
        end: "17:00"
    after_hours_attendant: After hours
    after_hours_attendant_enabled: true

- name: No longer needed
  dialtone.voip.sipx_dialing_rule:
    url: https://pbx.example.com
    username: superadmin
    password: "{{ pbx_password }}"
    name: National
    state: absent
"""

RETURN = r"""
action:
  description: What was done, or would be done in check mode.
  type: str
  returned: success
  sample: created
id:
  description: How the server addresses the dialing rule; absent when it is only about to be created.
  type: int
  returned: when known
  sample: 412
dialing_rule:
  description: The dialing rule as it is after the task.
  type: dict
  returned: success
  sample:
    name: National
    type: long_distance
    enabled: true
    gateways:
      - trunk-berlin
"""

from ansible_collections.dialtone.voip.plugins.module_utils._ansible.reconcile_module import run_one
from ansible_collections.dialtone.voip.plugins.module_utils._sipx.dial_plan.dialing_rule import (
    DIALING_RULE,
    DialingRuleAdapter,
)
from ansible_collections.dialtone.voip.plugins.module_utils._sipx.platform import SIPX


def main() -> None:
    run_one(SIPX, DialingRuleAdapter, DIALING_RULE)


if __name__ == "__main__":
    main()
