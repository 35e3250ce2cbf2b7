#!/usr/bin/python
# Copyright (c) 2026 the dialtone.voip contributors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

from __future__ import annotations

DOCUMENTATION = r"""
module: sipx_service_settings
short_description: Manage the settings of a service of a sipXcom server
version_added: 0.1.0
description:
  - 'Sets settings of the services of the installation: proxy, registrar, voicemail, DNS and so on.'
  - Each value is checked before it is written, because the server accepts anything, and read back afterwards.
author:
  - The dialtone.voip contributors (@dialtone-voip)
options:
  service:
    description: The service, in the words of the server's API. V(ntp) is the time service.
    type: str
    required: true
    choices:
      - cdrs
      - dns
      - extendedcdrs
      - ftp
      - imbot
      - ivr
      - moh
      - mwi
      - ntp
      - pagegroups
      - proxy
      - registrar
      - restserver
      - saa
  settings:
    description:
      - Setting path to value; settings that are not mentioned are left alone. A path that does not exist is an error.
      - Booleans are written in whatever words the setting uses. The value C((default)) reverts a setting, and an empty map reverts all that differ from
        their defaults.
    type: dict
  state:
    description:
      - V(default) reverts the settings that are mentioned, whatever their values say. A value of null still means to leave a setting alone.
      - To set some settings and revert others in one task, use the value C((default)) for those to revert.
    type: str
    default: present
    choices:
      - present
      - default
notes:
  - Settings whose path looks like a secret are never shown, though the server shows them.
seealso:
  - module: dialtone.voip.sipx_server
  - module: dialtone.voip.sipx_info
extends_documentation_fragment:
  - dialtone.voip.attributes
  - dialtone.voip.attributes.sipx
  - dialtone.voip.sipx
"""

EXAMPLES = r"""
- name: Calls ring longer
  dialtone.voip.sipx_service_settings:
    url: https://pbx.example.com
    username: superadmin
    password: "{{ pbx_password }}"
    service: proxy
    settings:
      proxy-configuration/SIPX_PROXY_DEFAULT_SERIAL_EXPIRES: 30
      alert-info/EXTERNAL_ENABLED: false

- name: Back to the default
  dialtone.voip.sipx_service_settings:
    url: https://pbx.example.com
    username: superadmin
    password: "{{ pbx_password }}"
    service: proxy
    settings:
      proxy-configuration/SIPX_PROXY_DEFAULT_SERIAL_EXPIRES: 30
    state: default

- name: One is set, another one goes back to its default
  dialtone.voip.sipx_service_settings:
    url: https://pbx.example.com
    username: superadmin
    password: "{{ pbx_password }}"
    service: proxy
    settings:
      proxy-configuration/SIPX_PROXY_DEFAULT_SERIAL_EXPIRES: 40
      alert-info/EXTERNAL_ENABLED: (default)
"""

RETURN = r"""
action:
  description: What was done, or would be done in check mode.
  type: str
  returned: success
  sample: updated
service_settings:
  description: The service settings as it is after the task.
  type: dict
  returned: success
  sample:
    service: proxy
    settings:
      proxy-configuration/SIPX_PROXY_DEFAULT_SERIAL_EXPIRES: '30'
"""

from ansible_collections.dialtone.voip.plugins.module_utils._ansible.reconcile_module import run_one
from ansible_collections.dialtone.voip.plugins.module_utils._sipx.platform import SIPX
from ansible_collections.dialtone.voip.plugins.module_utils._sipx.system.service_settings import (
    SERVICE_SETTINGS,
    ServiceSettingsAdapter,
)


def main() -> None:
    run_one(SIPX, ServiceSettingsAdapter, SERVICE_SETTINGS)


if __name__ == "__main__":
    main()
