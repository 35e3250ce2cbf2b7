#!/usr/bin/python
# Copyright (c) 2026 the dialtone.voip contributors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

from __future__ import annotations

DOCUMENTATION = r"""
module: sipx_my_forwarding_schedule
short_description: Manage a forwarding schedule of a user of a sipXcom server
version_added: 0.1.0
description:
  - Creates, changes and deletes the schedules that a user's call forwarding refers to.
author:
  - The dialtone.voip contributors (@dialtone-voip)
options:
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
  - module: dialtone.voip.sipx_my_forwarding_schedules
  - module: dialtone.voip.sipx_my_call_forwarding
  - module: dialtone.voip.sipx_schedule
  - module: dialtone.voip.sipx_my_info
extends_documentation_fragment:
  - dialtone.voip.attributes
  - dialtone.voip.attributes.sipx
  - dialtone.voip.sipx
"""

EXAMPLES = r"""
- name: At home
  dialtone.voip.sipx_my_forwarding_schedule:
    url: https://pbx.example.com
    username: "4101"
    password: "{{ ines_password }}"
    name: At home
    periods:
      - day: weekdays
        start: "18:00"
        end: "22:00"

- name: No longer needed
  dialtone.voip.sipx_my_forwarding_schedule:
    url: https://pbx.example.com
    username: "4101"
    password: "{{ ines_password }}"
    name: At home
    state: absent
"""

RETURN = r"""
action:
  description: What was done, or would be done in check mode.
  type: str
  returned: success
  sample: created
id:
  description: How the server addresses the my forwarding schedule; absent when it is only about to be created.
  type: int
  returned: when known
  sample: 31
my_forwarding_schedule:
  description: The my forwarding schedule as it is after the task.
  type: dict
  returned: success
  sample:
    name: At home
    periods:
      - day: weekdays
        start: '18:00'
        end: '22:00'
"""

from ansible_collections.dialtone.voip.plugins.module_utils._ansible.reconcile_module import run_one
from ansible_collections.dialtone.voip.plugins.module_utils._sipx.my.forwarding_schedule import (
    MY_FORWARDING_SCHEDULE,
    MyForwardingScheduleAdapter,
)
from ansible_collections.dialtone.voip.plugins.module_utils._sipx.platform import SIPX


def main() -> None:
    run_one(SIPX, MyForwardingScheduleAdapter, MY_FORWARDING_SCHEDULE)


if __name__ == "__main__":
    main()
