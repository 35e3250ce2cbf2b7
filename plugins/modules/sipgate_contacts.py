#!/usr/bin/python
# Copyright (c) 2026 the dialtone.voip contributors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

from __future__ import annotations

DOCUMENTATION = r"""
module: sipgate_contacts
short_description: Manage many contacts of a sipgate account
version_added: 0.1.0
description:
  - Brings many contacts to the wanted state in one call, with one paged listing and a few writes at a time.
  - A bad item fails alone; two items with one O(contacts[].name) in one scope are both refused. The task fails in the end
    if any item failed.
  - The options of an item are those of M(dialtone.voip.sipgate_contact).
author:
  - The dialtone.voip contributors (@dialtone-voip)
options:
  contacts:
    description: The contacts. Either this or O(src) is needed.
    type: list
    elements: dict
    suboptions:
      name:
        description: Name of the contact. It tells the contacts of a scope apart; when two have it, the task fails.
        type: str
        required: true
      scope:
        description: Whether only the owner of the token sees the contact, or everybody in the account.
        type: str
        choices:
          - private
          - shared
        required: true
      first_name:
        description: First name. The documented API does not show it, so it has to be given together with anything that changes,
          because the service would clear it.
        type: str
      last_name:
        description: Last name. As O(contacts[].first_name).
        type: str
      picture:
        description: The picture, as base64; an empty text removes it.
        type: str
      email_addresses:
        description: E-mail addresses, and no others.
        type: list
        elements: dict
        suboptions:
          email_address:
            description: The address.
            type: str
            required: true
          types:
            description: What it is, for example V(work).
            type: list
            elements: str
      numbers:
        description: Phone numbers, and no others.
        type: list
        elements: dict
        suboptions:
          number:
            description: The number.
            type: str
            required: true
          types:
            description: What it is, for example V(work).
            type: list
            elements: str
      addresses:
        description: Postal addresses, and no others.
        type: list
        elements: dict
        suboptions:
          po_box:
            description: Post office box.
            type: str
          extended_address:
            description: Further line of the address.
            type: str
          street_address:
            description: Street and number.
            type: str
          locality:
            description: Town.
            type: str
          region:
            description: State or region.
            type: str
          postal_code:
            description: Postal code.
            type: str
          country:
            description: Country.
            type: str
      organization:
        description: Organizations, each a list of its name and its units.
        type: list
        elements: list
      state:
        description: Whether the contact exists.
        type: str
        choices:
          - present
          - absent
        default: present
notes:
  - Colleagues are contacts that can only be read; see M(dialtone.voip.sipgate_info).
  - All contacts at once are never deleted, whatever the service offers.
seealso:
  - module: dialtone.voip.sipgate_contact
  - module: dialtone.voip.sipgate_info
extends_documentation_fragment:
  - dialtone.voip.attributes.unreadable
  - dialtone.voip.attributes.sipgate
  - dialtone.voip.sipgate
  - dialtone.voip.unreadable
  - dialtone.voip.bulk
"""

EXAMPLES = r"""
- name: The address book of the account
  dialtone.voip.sipgate_contacts:
    token_id: token-EXAMPL
    token: "{{ sipgate_token }}"
    contacts:
      - name: Jo Sample
        scope: shared
        numbers:
          - number: '+493023125901'
      - name: Kim Sample
        scope: shared
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
      sample: Jo Sample
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
      sample: 6a0c6e4e-0000-4000-8000-000000000001
    fields:
      description: The options that were written.
      type: list
      elements: str
      sample:
        - first_name
    msg:
      description: Why the item failed.
      type: str
      sample: 'create failed: POST was answered 403.'
    unverified:
      description: Options that were given, but of which it was not checked whether they are in force.
      type: list
      elements: str
      sample:
        - first_name
unverified:
  description: For each option that was given but not checked, of how many items.
  type: dict
  returned: when there are any
  sample:
    first_name: 57
"""

from ansible_collections.dialtone.voip.plugins.module_utils._ansible.reconcile_module import run_many
from ansible_collections.dialtone.voip.plugins.module_utils._sipgate.platform import SIPGATE_V2
from ansible_collections.dialtone.voip.plugins.module_utils._sipgate.v2.contact import CONTACT, ContactAdapter


def main() -> None:
    run_many(SIPGATE_V2, ContactAdapter, CONTACT)


if __name__ == "__main__":
    main()
