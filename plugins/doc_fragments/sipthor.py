# Copyright (c) 2026 the dialtone.voip contributors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
from __future__ import annotations


class ModuleDocFragment:
    """How a SIP Thor server is reached."""

    DOCUMENTATION = r"""
options:
  url:
    description:
      - Address of the settings page, for example V(https://sip.example.com/settings.phtml). C(/settings.phtml) is appended
        to an address that does not end in C(.phtml).
      - If not given, the environment variable E(SIPTHOR_URL) is used.
    type: str
    required: true
  username:
    description:
      - SIP address of the account, for example V(alice@example.com), or only the part before the C(@) together with
        O(domain). It is spelled as the server does, normally in lower case.
      - If not given, the environment variable E(SIPTHOR_USERNAME) is used.
    type: str
  password:
    description:
      - The account's SIP password or, if it has a web password, that one.
      - If not given, the environment variable E(SIPTHOR_PASSWORD) is used.
    type: str
  domain:
    description:
      - SIP domain of user names that are given without one. It is also the realm of the login.
      - If not given, the environment variable E(SIPTHOR_DOMAIN) is used.
    type: str
  validate_certs:
    description:
      - Whether the server's certificate is verified. If the server has a private CA, name it in O(ca_path) rather
        than turning the verification off, which warns.
      - If not given, the environment variable E(SIPTHOR_VALIDATE_CERTS) is used.
    type: bool
    default: true
  ca_path:
    description:
      - File or folder with the CA certificates to trust instead of the system's.
      - If not given, the environment variable E(SIPTHOR_CA_PATH) is used.
    type: path
  client_cert:
    description:
      - Certificate to show to the server, in PEM form; the key may be in the same file.
      - If not given, the environment variable E(SIPTHOR_CLIENT_CERT) is used.
    type: path
  client_key:
    description:
      - Key of O(client_cert), when it is in a file of its own.
      - If not given, the environment variable E(SIPTHOR_CLIENT_KEY) is used.
    type: path
  timeout:
    description:
      - Seconds that one request may take. Each makes at least three calls to a back end, which may take 5 seconds each.
      - If not given, the environment variable E(SIPTHOR_TIMEOUT) is used.
    type: int
    default: 60
  proxy:
    description:
      - Proxy to use instead of the one that the environment names.
      - If not given, the environment variable E(SIPTHOR_PROXY) is used.
    type: str
requirements:
  - python >= 3.9
  - requests
  - lxml
"""
