#!/usr/bin/python
# Copyright (c) 2026 the dialtone.voip contributors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

from __future__ import annotations

DOCUMENTATION = r"""
module: sipx_schedule
short_description: Manage a schedule of a sipXcom server
version_added: 0.1.0
description:
  - Creates, changes and deletes schedules. General ones rule dialing rules, those of users and user groups rule call forwarding.
author:
  - The dialtone.voip contributors (@dialtone-voip)
options:
  name:
    description: Name of the schedule, unique among the schedules of its owner.
    type: str
    required: true
  user:
    description: User name or alias of the owner, for a schedule of one user. Part of the schedule's identity; it cannot be changed later.
    type: str
  user_group:
    description: Name of the user group that owns the schedule. Part of the schedule's identity; it cannot be changed later.
    type: str
  description:
    description: Free text.
    type: str
  periods:
    description: When the schedule applies, and at no other time. Times are UTC. The order means nothing.
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
  state:
    description: Whether the schedule exists.
    type: str
    default: present
    choices:
      - present
      - absent
notes:
  - The server removes a deleted schedule from the rules that use it, which then apply always.
  - Of personal schedules, only those of the users that are mentioned are looked at.
seealso:
  - module: dialtone.voip.sipx_schedules
  - module: dialtone.voip.sipx_dialing_rule
  - module: dialtone.voip.sipx_info
extends_documentation_fragment:
  - dialtone.voip.attributes
  - dialtone.voip.attributes.sipx
  - dialtone.voip.sipx
"""

EXAMPLES = r"""
- name: Office hours
  dialtone.voip.sipx_schedule:
    url: https://pbx.example.com
    username: superadmin
    password: "{{ pbx_password }}"
    name: Office hours
    periods:
      - day: weekdays
        start: "07:00"
        end: "16:00"
      - day: saturday
        start: "08:00"
        end: "11:00"

- name: The schedule of a user group
  dialtone.voip.sipx_schedule:
    url: https://pbx.example.com
    username: superadmin
    password: "{{ pbx_password }}"
    name: Late shift
    user_group: support
    periods:
      - day: every_day
        start: "14:00"
        end: "22:00"

- name: No longer needed
  dialtone.voip.sipx_schedule:
    url: https://pbx.example.com
    username: superadmin
    password: "{{ pbx_password }}"
    name: Office hours
    state: absent
"""

RETURN = r"""
action:
  description: What was done, or would be done in check mode.
  type: str
  returned: success
  sample: created
id:
  description: How the server addresses the schedule; absent when it is only about to be created.
  type: int
  returned: when known
  sample: 9
schedule:
  description: The schedule as it is after the task.
  type: dict
  returned: success
  sample:
    name: Office hours
    periods:
      - day: weekdays
        start: 07:00
        end: '16:00'
"""

from ansible_collections.dialtone.voip.plugins.module_utils._ansible.reconcile_module import run_one
from ansible_collections.dialtone.voip.plugins.module_utils._sipx.dial_plan.schedule import SCHEDULE, ScheduleAdapter
from ansible_collections.dialtone.voip.plugins.module_utils._sipx.platform import SIPX


def main() -> None:
    run_one(SIPX, ScheduleAdapter, SCHEDULE)


if __name__ == "__main__":
    main()
