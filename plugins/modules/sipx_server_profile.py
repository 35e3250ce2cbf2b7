#!/usr/bin/python
# Copyright (c) 2026 the dialtone.voip contributors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

from __future__ import annotations

DOCUMENTATION = r"""
module: sipx_server_profile
short_description: Send servers of a sipXcom cluster their configuration
version_added: 0.1.0
description:
  - Pushes the configuration to all servers, or to some.
author:
  - The dialtone.voip contributors (@dialtone-voip)
options:
  servers:
    description: Host names; all servers when omitted.
    type: list
    elements: str
seealso:
  - module: dialtone.voip.sipx_server
extends_documentation_fragment:
  - dialtone.voip.attributes.deed
  - dialtone.voip.attributes.sipx
  - dialtone.voip.sipx
"""

EXAMPLES = r"""
- name: All servers
  dialtone.voip.sipx_server_profile:
    url: https://pbx.example.com
    username: superadmin
    password: "{{ pbx_password }}"
    servers: []
"""

RETURN = r"""
changed:
  description: It is done at every run.
  type: bool
  returned: always
  sample: true
"""

from ansible_collections.dialtone.voip.plugins.module_utils._sipx.deeds.deed import run_deed
from ansible_collections.dialtone.voip.plugins.module_utils._sipx.deeds.servers import SEND_SERVER_PROFILE


def main() -> None:
    run_deed(SEND_SERVER_PROFILE)


if __name__ == "__main__":
    main()
