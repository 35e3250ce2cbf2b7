#!/usr/bin/python
# Copyright (c) 2026 the dialtone.voip contributors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

from __future__ import annotations

DOCUMENTATION = r"""
module: sipx_schedules
short_description: Manage many schedules of a sipXcom server
version_added: 0.1.0
description:
  - Brings many schedules to the wanted state in one call, with one listing and a few writes at a time.
  - A bad item fails alone; two items with one O(schedules[].name) are both refused. The task fails in the end if any item failed.
  - The options of an item are those of M(dialtone.voip.sipx_schedule).
author:
  - The dialtone.voip contributors (@dialtone-voip)
options:
  schedules:
    description: The schedules. Either this or O(src) is needed.
    type: list
    elements: dict
    suboptions:
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
  - module: dialtone.voip.sipx_schedule
  - module: dialtone.voip.sipx_dialing_rule
  - module: dialtone.voip.sipx_info
extends_documentation_fragment:
  - dialtone.voip.attributes
  - dialtone.voip.attributes.sipx
  - dialtone.voip.sipx
  - dialtone.voip.bulk
"""

EXAMPLES = r"""
- name: Schedules of the site
  dialtone.voip.sipx_schedules:
    url: https://pbx.example.com
    username: superadmin
    password: "{{ pbx_password }}"
    schedules:
      - name: Office hours
        periods:
          - day: weekdays
            start: "07:00"
            end: "16:00"
      - name: Lunch
        user: "4101"
        periods:
          - day: weekdays
            start: "11:00"
            end: "12:00"
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
    unchanged: 5
    failed: 0
    total: 9
results:
  description: Changed and failed items in the order of the list, then what was pruned; see O(result_detail).
  type: list
  elements: dict
  returned: success
  contains:
    name:
      description: Key of the item.
      type: str
      sample: Office hours
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
      sample: 9
    fields:
      description: The options that were written.
      type: list
      elements: str
      sample:
        - periods
    msg:
      description: Why the item failed.
      type: str
      sample: 'create failed: the name is already used'
"""

from ansible_collections.dialtone.voip.plugins.module_utils._ansible.reconcile_module import run_many
from ansible_collections.dialtone.voip.plugins.module_utils._sipx.dial_plan.schedule import SCHEDULE, ScheduleAdapter
from ansible_collections.dialtone.voip.plugins.module_utils._sipx.platform import SIPX


def main() -> None:
    run_many(SIPX, ScheduleAdapter, SCHEDULE)


if __name__ == "__main__":
    main()
