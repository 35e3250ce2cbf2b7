#!/usr/bin/python
# Copyright (c) 2026 the dialtone.voip contributors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

from __future__ import annotations

DOCUMENTATION = r"""
module: sipgate_fax_line
short_description: Manage a fax line of a user of a sipgate account
version_added: 0.1.0
description:
  - Creates, changes or deletes a fax line.
author:
  - The dialtone.voip contributors (@dialtone-voip)
options:
  alias:
    description: Name of the line. It tells the fax lines of a user apart and cannot be changed.
    type: str
    required: true
  user:
    description: E-mail address of the user that it belongs to; upper and lower case are the same.
    type: str
    required: true
  tagline:
    description: Text at the top of each page.
    type: str
  caller_id:
    description: Number that recipients see; an empty text leaves it to the service.
    type: str
  state:
    description: Whether the line exists.
    type: str
    choices:
      - present
      - absent
    default: present
notes:
  - A line is created in two steps. When the second one fails, the first is taken back, so that no nameless line is left
    behind.
seealso:
  - module: dialtone.voip.sipgate_fax_lines
  - module: dialtone.voip.sipgate_info
extends_documentation_fragment:
  - dialtone.voip.attributes
  - dialtone.voip.attributes.sipgate
  - dialtone.voip.sipgate
"""

EXAMPLES = r"""
- name: A fax line
  dialtone.voip.sipgate_fax_line:
    token_id: token-EXAMPL
    token: "{{ sipgate_token }}"
    alias: Fax
    user: ada.sample@example.com
    tagline: Example Ltd
    caller_id: '+493023125004'
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
  sample: f1
fax_line:
  description: It, as it is after the task; of an existing one all readable options that were looked at.
  type: dict
  returned: success
  sample:
    id: f1
    alias: Fax
    user: ada.sample@example.com
    tagline: Example Ltd
    can_send: true
    can_receive: true
"""

from ansible_collections.dialtone.voip.plugins.module_utils._ansible.reconcile_module import run_one
from ansible_collections.dialtone.voip.plugins.module_utils._sipgate.platform import SIPGATE_V2
from ansible_collections.dialtone.voip.plugins.module_utils._sipgate.v2.fax_line import FAX_LINE, FaxLineAdapter


def main() -> None:
    run_one(SIPGATE_V2, FaxLineAdapter, FAX_LINE)


if __name__ == "__main__":
    main()
