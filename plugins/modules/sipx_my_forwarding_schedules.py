#!/usr/bin/python
# Copyright (c) 2026 the dialtone.voip contributors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

from __future__ import annotations

DOCUMENTATION = r"""
module: sipx_my_forwarding_schedules
short_description: Manage many forwarding schedules of a user of a sipXcom server
version_added: 0.1.0
description:
  - Brings many my forwarding schedules to the wanted state in one call, with one listing and a few writes at a time.
  - A bad item fails alone; two items with one O(my_forwarding_schedules[].name) are both refused. The task fails in the end if any item failed.
  - The options of an item are those of M(dialtone.voip.sipx_my_forwarding_schedule).
author:
  - The dialtone.voip contributors (@dialtone-voip)
options:
  my_forwarding_schedules:
    description: The my forwarding schedules. Either this or O(src) is needed.
    type: list
    elements: dict
    suboptions:
      name:
        description: Name of the schedule, in characters of ISO 8859-1.
        type: str
        required: true
      description:
        description: Free text.
        type: str
      periods:
        description: When the schedule applies, and at no other time. Times are those of the wall clock. Periods must not overlap. The order means nothing.
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
        description: Whether the my forwarding schedule exists.
        type: str
        default: present
        choices:
          - present
          - absent
notes:
  - It acts on the user who logs in with O(username) and O(password).
  - The server does not tell everybody whether a schedule belongs to the user or to one of the user's groups. Where it does not, schedules that are not
    mentioned are never touched.
seealso:
  - module: dialtone.voip.sipx_my_forwarding_schedule
  - module: dialtone.voip.sipx_my_call_forwarding
  - module: dialtone.voip.sipx_schedule
  - module: dialtone.voip.sipx_my_info
extends_documentation_fragment:
  - dialtone.voip.attributes
  - dialtone.voip.attributes.sipx
  - dialtone.voip.sipx
  - dialtone.voip.bulk
"""

EXAMPLES = r"""
- name: All schedules of Ines
  dialtone.voip.sipx_my_forwarding_schedules:
    url: https://pbx.example.com
    username: "4101"
    password: "{{ ines_password }}"
    my_forwarding_schedules:
      - name: At home
        periods:
          - day: weekdays
            start: "18:00"
            end: "22:00"
      - name: Weekend
        periods:
          - day: weekend
            start: "08:00"
            end: "20:00"
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
      sample: At home
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
      sample: 31
    fields:
      description: The options that were written.
      type: list
      elements: str
      sample:
        - periods
    msg:
      description: Why the item failed.
      type: str
      sample: 'periods: weekdays 09:00 to 12:00 overlaps monday 11:00 to 13:00'
"""

from ansible_collections.dialtone.voip.plugins.module_utils._ansible.reconcile_module import run_many
from ansible_collections.dialtone.voip.plugins.module_utils._sipx.my.forwarding_schedule import (
    MY_FORWARDING_SCHEDULE,
    MyForwardingScheduleAdapter,
)
from ansible_collections.dialtone.voip.plugins.module_utils._sipx.platform import SIPX


def main() -> None:
    run_many(SIPX, MyForwardingScheduleAdapter, MY_FORWARDING_SCHEDULE)


if __name__ == "__main__":
    main()
