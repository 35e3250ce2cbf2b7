#!/usr/bin/python
# Copyright (c) 2026 the dialtone.voip contributors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

from __future__ import annotations

DOCUMENTATION = r"""
module: sipx_phones
short_description: Manage many phones of a sipXcom server
version_added: 0.1.0
description:
  - Brings many phones to the wanted state in one call, with one listing and a few writes at a time.
  - A bad item fails alone; two items with one O(phones[].serial_number) are both refused. The task fails in the end if any item failed.
  - The options of an item are those of M(dialtone.voip.sipx_phone).
author:
  - The dialtone.voip contributors (@dialtone-voip)
options:
  phones:
    description: The phones. Either this or O(src) is needed.
    type: list
    elements: dict
    suboptions:
      serial_number:
        description:
          - MAC address in any usual notation, or the serial number of a soft phone.
          - Quote an address of decimal digits only, which YAML would take for a number.
        type: str
        required: true
      model:
        description:
          - Id of the model, for example C(polycomVVX410). Needed to create a phone, and cannot be changed later.
        type: str
      device_version:
        description:
          - Firmware version, exactly as the model lists it, for example C(polycom5.4.4).
          - A new phone gets the last version in the model's list when this is omitted.
        type: str
      description:
        description: Where the phone stands, or whose it is.
        type: str
      groups:
        description:
          - Names of the phone groups that the phone belongs to, and no others. An empty list removes all.
          - A group with a slash in its name, or C(.json) or C(.xml) at its end, can neither be joined nor left.
        type: list
        elements: str
      lines:
        description:
          - The lines of the phone in the order of its buttons, and no others. An empty list removes all.
          - From the first line that differs on, lines are removed and added anew, since the server cannot change them.
            A line of the same account keeps its settings, its password, and whatever else is not mentioned.
        type: list
        elements: dict
        suboptions:
          user:
            description: User name or alias of a user of this server. Everything else of such a line follows from the user.
            type: str
          user_id:
            description: Account name of a line that registers with another server.
            type: str
          display_name:
            description: Display name of such a line.
            type: str
          extension:
            description: Extension of such a line.
            type: str
          password:
            description:
              - Password of such a line. It is written when the line is added, and later by the rule of O(update_secrets).
              - A line cannot be changed on the server, so a password that is written later removes and adds the first line with
                a password and all lines after it; O(update_secrets=always) does so at every run.
              - O(update_secrets=verify) is refused where the server shows no password, because some models cannot store one.
            type: str
          registration_server:
            description: Server with which such a line registers.
            type: str
          registration_server_port:
            description: Port of that server.
            type: str
          voicemail:
            description: Voicemail number of such a line.
            type: str
          settings:
            description:
              - Settings of the line, path to value. Only the mentioned ones are managed.
              - V((default\)) reverts a setting. An unknown path or a value of the wrong type is an error.
            type: dict
      settings:
        description:
          - Settings of the phone, path to value. Only the mentioned ones are managed; V({}) reverts all of them.
          - Booleans may be written as such; they are translated to what the setting understands. Lists fill settings with several values.
          - V((default\)) reverts a setting.
          - An unknown path or a value of the wrong type is an error; the server would swallow both.
        type: dict
      state:
        description: Whether the phone exists.
        type: str
        choices:
          - present
          - absent
        default: present
seealso:
  - module: dialtone.voip.sipx_phone
  - module: dialtone.voip.sipx_info
extends_documentation_fragment:
  - dialtone.voip.attributes.partial
  - dialtone.voip.attributes.sipx
  - dialtone.voip.sipx
  - dialtone.voip.secrets.verify
  - dialtone.voip.bulk
"""

EXAMPLES = r"""
- name: The phones of the site
  dialtone.voip.sipx_phones:
    url: https://pbx.example.com
    username: superadmin
    password: "{{ pbx_password }}"
    phones:
      - serial_number: 0004f2c0ffee
        model: polycomVVX410
        lines:
          - user: "4101"
      - serial_number: 0004f2c0ffef
        model: polycomVVX410
        lines:
          - user: "4102"
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
    serial_number:
      description: Key of the item.
      type: str
      sample: 0004f2c0ffee
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
    unverified:
      description: Options that were given, but of which it was not checked whether they are in force.
      type: list
      elements: str
      sample:
        - lines.password
unverified:
  description: For each option that was given but not checked, of how many items.
  type: dict
  returned: when there are any
  sample:
    lines.password: 3
"""

from ansible_collections.dialtone.voip.plugins.module_utils._ansible.reconcile_module import run_many
from ansible_collections.dialtone.voip.plugins.module_utils._sipx.phone import PHONE, PhoneAdapter
from ansible_collections.dialtone.voip.plugins.module_utils._sipx.platform import SIPX


def main() -> None:
    run_many(SIPX, PhoneAdapter, PHONE)


if __name__ == "__main__":
    main()
