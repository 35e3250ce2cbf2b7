#!/usr/bin/python
# Copyright (c) 2026 the dialtone.voip contributors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

from __future__ import annotations

DOCUMENTATION = r"""
module: sipgate_numbers
short_description: Manage where many phone numbers of a sipgate account lead
version_added: 0.1.0
description:
  - Routes many phone numbers in one call, with one paged listing and a few writes at a time.
  - A bad item fails alone; two items with one O(numbers[].number) are both refused. The task fails in the end if any item
    failed.
  - The options of an item are those of M(dialtone.voip.sipgate_number).
author:
  - The dialtone.voip contributors (@dialtone-voip)
options:
  numbers:
    description: The numbers. Either this or O(src) is needed.
    type: list
    elements: dict
    suboptions:
      number:
        description: The number in international form, for example V(+493023125001).
        type: str
        required: true
      endpoint:
        description:
          - Where the number leads. An empty text makes it lead nowhere.
          - Written by kind and name, for example V(phone_line:ada@example.com/Reception), V(fax_line:ada@example.com/Fax),
            V(device:ada@example.com/Desk), V(group:Sales) or V(user:ada@example.com).
          - C(voicemail:) before a phone line or a group is its mailbox, for example V(voicemail:group:Sales).
          - An extension id, for example V(p3), and a phone number, for example V(+493023125001), are taken as they are.
        type: str
      release_for_porting:
        description: Whether a mobile number is released, so that another provider may take it over. It is only changed when
          it is given.
        type: bool
seealso:
  - module: dialtone.voip.sipgate_number
  - module: dialtone.voip.sipgate_info
extends_documentation_fragment:
  - dialtone.voip.attributes
  - dialtone.voip.attributes.sipgate
  - dialtone.voip.sipgate
  - dialtone.voip.bulk.undeletable
"""

EXAMPLES = r"""
- name: The numbers of the site
  dialtone.voip.sipgate_numbers:
    token_id: token-EXAMPL
    token: "{{ sipgate_token }}"
    numbers:
      - number: '+493023125001'
        endpoint: phone_line:ada.sample@example.com/Reception
      - number: '+493023125002'
        endpoint: group:Sales
"""

RETURN = r"""
summary:
  description: How many items had which outcome.
  type: dict
  returned: success
  sample:
    created: 0
    updated: 1
    deleted: 0
    unchanged: 56
    failed: 0
    total: 57
results:
  description: Changed and failed items in the order of the list; see O(result_detail).
  type: list
  elements: dict
  returned: success
  contains:
    number:
      description: Key of the item.
      type: str
      sample: '+493023125001'
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
      sample: '9001'
    fields:
      description: The options that were written.
      type: list
      elements: str
      sample:
        - endpoint
    msg:
      description: Why the item failed.
      type: str
      sample: does not exist, and cannot be created
"""

from ansible_collections.dialtone.voip.plugins.module_utils._ansible.reconcile_module import run_many
from ansible_collections.dialtone.voip.plugins.module_utils._sipgate.platform import SIPGATE_V2
from ansible_collections.dialtone.voip.plugins.module_utils._sipgate.v2.number import NUMBER, NumberAdapter


def main() -> None:
    run_many(SIPGATE_V2, NumberAdapter, NUMBER)


if __name__ == "__main__":
    main()
