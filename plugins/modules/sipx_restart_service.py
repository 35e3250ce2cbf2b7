#!/usr/bin/python
# Copyright (c) 2026 the dialtone.voip contributors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

from __future__ import annotations

DOCUMENTATION = r"""
module: sipx_restart_service
short_description: Restart a service on a server of a sipXcom cluster
version_added: 0.1.0
description:
  - Restarts one process on one server. Calls that it handles may break.
author:
  - The dialtone.voip contributors (@dialtone-voip)
options:
  server:
    description: Host name of the server.
    type: str
    required: true
  service:
    description: Name of the service, see RV(dialtone.voip.sipx_info#module:services).
    type: str
    required: true
seealso:
  - module: dialtone.voip.sipx_server
extends_documentation_fragment:
  - dialtone.voip.attributes.deed
  - dialtone.voip.attributes.sipx
  - dialtone.voip.sipx
"""

EXAMPLES = r"""
- name: The registrar starts anew
  dialtone.voip.sipx_restart_service:
    url: https://pbx.example.com
    username: superadmin
    password: "{{ pbx_password }}"
    server: pbx.example.com
    service: sipxregistrar
"""

RETURN = r"""
status:
  description: State of the service before.
  type: str
  returned: success
  sample: Running
"""

from ansible_collections.dialtone.voip.plugins.module_utils._sipx.deeds.deed import run_deed
from ansible_collections.dialtone.voip.plugins.module_utils._sipx.deeds.servers import RESTART_SERVICE


def main() -> None:
    run_deed(RESTART_SERVICE)


if __name__ == "__main__":
    main()
