# Copyright (c) 2026 the dialtone.voip contributors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
from __future__ import annotations


class ModuleDocFragment:
    """How a sipXcom server is reached."""

    DOCUMENTATION = r"""
options:
  url:
    description:
      - Address of the configuration server, for example V(https://pbx.example.com). The path C(/sipxconfig) may be left out.
      - If not given, the environment variable E(SIPX_URL) is used.
    type: str
    required: true
  username:
    description:
      - A user with the permission C(superadmin) or C(rest); the name or an alias.
      - If not given, the environment variable E(SIPX_USERNAME) is used.
    type: str
  password:
    description:
      - The user's portal password (what the user resource calls O(ignore:pin)), not the SIP password.
      - If not given, the environment variable E(SIPX_PASSWORD) is used.
    type: str
  validate_certs:
    description:
      - Whether the server's certificate is verified. Installations often have a private CA; name it in O(ca_path) rather
        than turning the verification off, which warns.
      - If not given, the environment variable E(SIPX_VALIDATE_CERTS) is used.
    type: bool
    default: true
  ca_path:
    description:
      - File or folder with the CA certificates to trust instead of the system's.
      - If not given, the environment variable E(SIPX_CA_PATH) is used.
    type: path
  client_cert:
    description:
      - Certificate to show to the server, in PEM form; the key may be in the same file.
      - If not given, the environment variable E(SIPX_CLIENT_CERT) is used.
    type: path
  client_key:
    description:
      - Key of O(client_cert), when it is in a file of its own.
      - If not given, the environment variable E(SIPX_CLIENT_KEY) is used.
    type: path
  timeout:
    description:
      - Seconds that one request may take. The server's own proxy gives up after 240.
      - If not given, the environment variable E(SIPX_TIMEOUT) is used.
    type: int
    default: 60
  proxy:
    description:
      - Proxy to use instead of the one that the environment names.
      - If not given, the environment variable E(SIPX_PROXY) is used.
    type: str
requirements:
  - python >= 3.9
  - requests
  - lxml
"""
