#!/usr/bin/python
# Copyright (c) 2026 the dialtone.voip contributors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

from __future__ import annotations

DOCUMENTATION = r"""
module: onsip_organizations
short_description: Manage many organizations of an OnSIP account
version_added: 0.1.0
description:
  - Brings many organizations to the wanted state in one call, with one login, one listing and a few writes at a time.
  - A bad item fails alone; two items with one O(organizations[].domain) are both refused. The task fails in the end
    if any item failed.
  - The options of an item are those of M(dialtone.voip.onsip_organization).
author:
  - The dialtone.voip contributors (@dialtone-voip)
options:
  organizations:
    description: The organizations. Either this or O(src) is needed.
    type: list
    elements: dict
    suboptions:
      domain:
        description: SIP domain of the organization. A new one must lie below C(onsip.com).
        type: str
        required: true
      previous_domain:
        description:
          - Domain that the organization has so far. If it still has that one, it is migrated to O(organizations[].domain), which must
            have an SRV record C(_sip._udp) that leads to C(sip.onsip.com:5060).
        type: str
      name:
        description: Name of the person to contact. The contact is needed to create an organization.
        type: str
      email_address:
        description: E-mail address of the person to contact.
        type: str
      company:
        description: Name of the company; an empty text removes it.
        type: str
      street:
        description: Street and number.
        type: str
      city:
        description: City.
        type: str
      state_code:
        description: Two-letter code of the state.
        type: str
      zip:
        description: Postal code.
        type: str
      country:
        description:
          - Name of the country as the service calls it, or its number; see RV(dialtone.voip.onsip_info#module:countries).
        type: str
      phone_number:
        description:
          - Telephone number. The service spells it anew; only the digits are compared.
        type: str
      admin_auth_username:
        description: Login of the administrator that comes with a new organization. Needed to create one, and not looked
          at later.
        type: str
      admin_password:
        description: Portal password of that administrator. Needed to create an organization, and not looked at later.
        type: str
      state:
        description: Whether the organization exists. The service has no call that deletes one, so V(absent) is refused.
        type: str
        choices:
          - present
          - absent
        default: present
seealso:
  - module: dialtone.voip.onsip_organization
  - module: dialtone.voip.onsip_info
extends_documentation_fragment:
  - dialtone.voip.attributes
  - dialtone.voip.attributes.onsip
  - dialtone.voip.onsip
  - dialtone.voip.bulk.undeletable
"""

EXAMPLES = r"""
- name: Organizations of the site
  dialtone.voip.onsip_organizations:
    username: admin.example
    password: "{{ onsip_password }}"
    organizations:
      - domain: north.onsip.com
        name: Ines Okafor
        email_address: ines@example.com
        company: Example North
        street: 12 Sample Road
        city: Springfield
        state_code: IL
        zip: "62701"
        country: United States of America
        phone_number: 217-555-0140
        admin_auth_username: north
        admin_password: "{{ north_password }}"
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
  description: Changed and failed items in the order of the list; see O(result_detail).
  type: list
  elements: dict
  returned: success
  contains:
    domain:
      description: Key of the item.
      type: str
      sample: north.onsip.com
    action:
      description: V(created), V(updated), V(deleted), V(unchanged) or V(failed).
      type: str
      sample: updated
    index:
      description: Place of the item in the list, from 0.
      type: int
      sample: 4
    id:
      description: How the service addresses the object, where known.
      type: str
      sample: "7301"
    fields:
      description: The options that were written.
      type: list
      elements: str
      sample:
        - previous_domain
    msg:
      description: Why the item failed.
      type: str
      sample: "create failed: POST /api with Action UserAdd was answered 200 and refused"
    unverified:
      description: Options that were given, but of which it was not checked whether they are in force.
      type: list
      elements: str
      sample:
        - admin_auth_username
        - admin_password
unverified:
  description: For each option that was given but not checked, of how many items.
  type: dict
  returned: when there are any
  sample:
    admin_auth_username: 57
    admin_password: 57
"""

from ansible_collections.dialtone.voip.plugins.module_utils._ansible.reconcile_module import run_many
from ansible_collections.dialtone.voip.plugins.module_utils._onsip.organization import ORGANIZATION, OrganizationAdapter
from ansible_collections.dialtone.voip.plugins.module_utils._onsip.platform import ONSIP


def main() -> None:
    run_many(ONSIP, OrganizationAdapter, ORGANIZATION)


if __name__ == "__main__":
    main()
