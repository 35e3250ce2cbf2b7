#!/usr/bin/python
# Copyright (c) 2026 the dialtone.voip contributors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

from __future__ import annotations

DOCUMENTATION = r"""
module: sipgate_contact
short_description: Manage a contact of a sipgate account
version_added: 0.1.0
description:
  - Creates, changes or deletes a contact.
author:
  - The dialtone.voip contributors (@dialtone-voip)
options:
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
    description: Last name. As O(first_name).
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
  - module: dialtone.voip.sipgate_contacts
  - module: dialtone.voip.sipgate_contact_import
  - module: dialtone.voip.sipgate_info
extends_documentation_fragment:
  - dialtone.voip.attributes.unreadable
  - dialtone.voip.attributes.sipgate
  - dialtone.voip.sipgate
  - dialtone.voip.unreadable
"""

EXAMPLES = r"""
- name: A supplier
  dialtone.voip.sipgate_contact:
    token_id: token-EXAMPL
    token: "{{ sipgate_token }}"
    name: Jo Sample
    scope: shared
    first_name: Jo
    last_name: Sample
    numbers:
      - number: '+493023125901'
        types:
          - work
    email_addresses:
      - email_address: jo@example.com
    organization:
      - - Sample Ltd
        - Sales
"""

RETURN = r"""
action:
  description: What was done, or would be done in check mode.
  type: str
  returned: success
  sample: created
id:
  description: How the service addresses it; absent when it is only about to be created or the service does not tell.
  type: str
  returned: when known
  sample: 6a0c6e4e-0000-4000-8000-000000000001
contact:
  description: It, as it is after the task; of an existing one all readable options that were looked at.
  type: dict
  returned: success
  sample:
    id: 6a0c6e4e-0000-4000-8000-000000000001
    name: Jo Sample
    scope: shared
    numbers:
      - number: '+493023125901'
        types:
          - work
unverified:
  description: Options that were given, but of which it was not checked whether they are in force.
  type: list
  elements: str
  returned: when there are any
  sample:
    - first_name
"""

from ansible_collections.dialtone.voip.plugins.module_utils._ansible.reconcile_module import run_one
from ansible_collections.dialtone.voip.plugins.module_utils._sipgate.platform import SIPGATE_V2
from ansible_collections.dialtone.voip.plugins.module_utils._sipgate.v2.contact import CONTACT, ContactAdapter


def main() -> None:
    run_one(SIPGATE_V2, ContactAdapter, CONTACT)


if __name__ == "__main__":
    main()
