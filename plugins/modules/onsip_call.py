#!/usr/bin/python
# Copyright (c) 2026 the dialtone.voip contributors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

from __future__ import annotations

DOCUMENTATION = r"""
module: onsip_call
short_description: Place a call with OnSIP
version_added: 0.1.0
description:
  - Rings one address and, when somebody answers, calls the other one from there.
  - That the task succeeds means that the service took the order, not that anybody answered.
author:
  - The dialtone.voip contributors (@dialtone-voip)
options:
  from_address:
    description: SIP address that rings first, C(user@domain).
    type: str
    required: true
  to_address:
    description: SIP address that is called then, C(user@domain).
    type: str
    required: true
  authenticated:
    description:
      - Whether the credentials are sent along, with HTTP Basic and C(AuthCallSetup). Otherwise C(CallSetup) is used, an
        older action without a login that the service may not have any more.
    type: bool
    default: true
seealso:
  - module: dialtone.voip.onsip_info
extends_documentation_fragment:
  - dialtone.voip.attributes.deed
  - dialtone.voip.attributes.onsip
  - dialtone.voip.onsip
"""

EXAMPLES = r"""
- name: Call the door
  dialtone.voip.onsip_call:
    username: admin@example.onsip.com
    password: "{{ onsip_password }}"
    from_address: admin@example.onsip.com
    to_address: door@pbx.example.net
"""

RETURN = r"""
call:
  description: The two ends, as they were sent.
  type: dict
  returned: success, but not in check mode
  sample:
    from_address: admin@example.onsip.com
    to_address: door@pbx.example.net
"""

from ansible_collections.dialtone.voip.plugins.module_utils._ansible.action_module import run_action
from ansible_collections.dialtone.voip.plugins.module_utils._onsip.call import OPTIONS, check_call, place_call
from ansible_collections.dialtone.voip.plugins.module_utils._onsip.platform import ONSIP


def main() -> None:
    run_action(ONSIP, OPTIONS, check_call, place_call)


if __name__ == "__main__":
    main()
