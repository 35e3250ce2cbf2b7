# Copyright (c) 2026 the dialtone.voip contributors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
from __future__ import annotations


class ModuleDocFragment:
    """How OnSIP is reached."""

    DOCUMENTATION = r"""
options:
  url:
    description:
      - Address of the API. It is used as it is; only an address without a path gets the path C(/api).
      - If not given, the environment variable E(ONSIP_URL) is used.
    type: str
    default: https://api.onsip.com/api
  username:
    description:
      - Login of the portal, as user name or as C(user@domain). With O(authentication=basic) it has to be the latter.
      - If not given, the environment variable E(ONSIP_USERNAME) is used.
    type: str
  password:
    description:
      - The portal password, not the SIP password. A wrong one is sent once only, because repeated failures lock the
        account for about ten minutes.
      - If not given, the environment variable E(ONSIP_PASSWORD) is used.
    type: str
  organization:
    description:
      - Domain of the organization that the task is about, for example V(example.onsip.com). By default the one that the
        login belongs to. An agent names the organization of a customer.
      - If not given, the environment variable E(ONSIP_ORGANIZATION) is used.
    type: str
  authentication:
    description:
      - V(session) logs in once a task, and out at its end. V(basic) sends the credentials with each request.
      - If not given, the environment variable E(ONSIP_AUTHENTICATION) is used.
    type: str
    choices:
      - session
      - basic
    default: session
  output:
    description:
      - Form in which answers are asked for. Both mean the same; there is no reason to change it unless something between
        here and the service does not let one of them through.
      - If not given, the environment variable E(ONSIP_OUTPUT) is used.
    type: str
    choices:
      - xml
      - json
    default: xml
  validate_certs:
    description:
      - Whether the server's certificate is verified. Turning that off warns.
      - If not given, the environment variable E(ONSIP_VALIDATE_CERTS) is used.
    type: bool
    default: true
  ca_path:
    description:
      - File or folder with the CA certificates to trust instead of the system's.
      - If not given, the environment variable E(ONSIP_CA_PATH) is used.
    type: path
  client_cert:
    description:
      - Certificate to show to the server, in PEM form; the key may be in the same file.
      - If not given, the environment variable E(ONSIP_CLIENT_CERT) is used.
    type: path
  client_key:
    description:
      - Key of O(client_cert), when it is in a file of its own.
      - If not given, the environment variable E(ONSIP_CLIENT_KEY) is used.
    type: path
  timeout:
    description:
      - Seconds that one request may take.
      - If not given, the environment variable E(ONSIP_TIMEOUT) is used.
    type: int
    default: 60
  proxy:
    description:
      - Proxy to use instead of the one that the environment names.
      - If not given, the environment variable E(ONSIP_PROXY) is used.
    type: str
requirements:
  - python >= 3.9
  - requests
  - lxml
"""

    # For modules that write with actions of which only the names are public.
    UNVERIFIED = r"""
options:
  allow_unverified:
    description:
      - Whether actions may write of which the vendor published the name, but not the parameters. They are deduced from its
        other actions. Try them on something that nobody needs first, in check mode and then for real.
    type: bool
    default: false
"""
