#!/usr/bin/python
# Copyright (c) 2026 the dialtone.voip contributors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

from __future__ import annotations

DOCUMENTATION = r"""
module: onsip_organization
short_description: Manage an OnSIP organization
version_added: 0.1.0
description:
  - Creates organizations in an account, and changes their contacts and domains.
  - The contact is written as a whole; what a task does not mention is read first and sent back.
author:
  - The dialtone.voip contributors (@dialtone-voip)
options:
  domain:
    description: SIP domain of the organization. A new one must lie below C(onsip.com).
    type: str
    required: true
  previous_domain:
    description:
      - Domain that the organization has so far. If it still has that one, it is migrated to O(domain), which must
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
  - module: dialtone.voip.onsip_organizations
  - module: dialtone.voip.onsip_info
extends_documentation_fragment:
  - dialtone.voip.attributes
  - dialtone.voip.attributes.onsip
  - dialtone.voip.onsip
"""

EXAMPLES = r"""
- name: An organization
  dialtone.voip.onsip_organization:
    username: admin.example
    password: "{{ onsip_password }}"
    domain: north.onsip.com
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

- name: It gets a domain of its own
  dialtone.voip.onsip_organization:
    username: admin.example
    password: "{{ onsip_password }}"
    previous_domain: north.onsip.com
    domain: sip.example.com
"""

RETURN = r"""
action:
  description: What was done, or would be done in check mode.
  type: str
  returned: success
  sample: created
id:
  description: How the service addresses the organization; absent when it is only about to be created.
  type: str
  returned: when known
  sample: "7301"
organization:
  description: The organization as it is after the task; of an existing one all readable options. Never a secret.
  type: dict
  returned: success
  sample:
    id: 7301
    domain: north.onsip.com
    company: Example North
unverified:
  description: Options that were given, but of which it was not checked whether they are in force.
  type: list
  elements: str
  returned: when there are any
  sample:
    - admin_auth_username
    - admin_password
"""

from ansible_collections.dialtone.voip.plugins.module_utils._ansible.reconcile_module import run_one
from ansible_collections.dialtone.voip.plugins.module_utils._onsip.organization import ORGANIZATION, OrganizationAdapter
from ansible_collections.dialtone.voip.plugins.module_utils._onsip.platform import ONSIP


def main() -> None:
    run_one(ONSIP, OrganizationAdapter, ORGANIZATION)


if __name__ == "__main__":
    main()
