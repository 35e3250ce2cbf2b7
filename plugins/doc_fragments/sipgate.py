# Copyright (c) 2026 the dialtone.voip contributors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

from __future__ import annotations


class ModuleDocFragment:
    """How the sipgate API is reached."""

    DOCUMENTATION = r"""
options:
  url:
    description:
      - Address of the API. The path C(/v2) may be left out.
      - As long as it has its default, V(https://api.sipgate.net) is used for O(api_version=v1).
      - If not given, the environment variable E(SIPGATE_URL) is used.
    type: str
    default: https://api.sipgate.com
  api_version:
    description:
      - Generation of the API. If not given, it is the newest one that has what the module is about.
      - The two generations have different credentials. What exists in one of them only says so when it is asked for in the other.
      - If not given, the environment variable E(SIPGATE_API_VERSION) is used.
    type: str
    choices:
      - v2
      - v1
  token_id:
    description:
      - Id of a personal access token for v2, like V(token-A1b2C3). A person makes the token in the web portal of sipgate, with the
        scopes that it is to have; where a narrow scope does not suffice, its broader parent does.
      - If not given, the environment variable E(SIPGATE_TOKEN_ID) is used.
    type: str
  token:
    description:
      - The personal access token itself.
      - If not given, the environment variable E(SIPGATE_TOKEN) is used.
    type: str
  access_token:
    description:
      - An OAuth2 access token for v2, instead of O(token_id) and O(token). It is valid for five minutes and not renewed, so a
        personal access token is the better choice for a play.
      - If not given, the environment variable E(SIPGATE_ACCESS_TOKEN) is used.
    type: str
  username:
    description:
      - E-mail address of the web login, for v1 only.
      - If not given, the environment variable E(SIPGATE_USERNAME) is used.
    type: str
  password:
    description:
      - Password of the web login, for v1 only.
      - If not given, the environment variable E(SIPGATE_PASSWORD) is used.
    type: str
  version:
    description:
      - Version of the handlers of v1, which rules what their answers look like. It has nothing to do with O(api_version).
      - If not given, the environment variable E(SIPGATE_VERSION) is used.
    type: str
    default: 2.41.0
  complexity:
    description:
      - How much v1 is asked to tell.
      - If not given, the environment variable E(SIPGATE_COMPLEXITY) is used.
    type: str
    default: full
  validate_certs:
    description:
      - Whether the server's certificate is verified. Turning that off warns.
      - If not given, the environment variable E(SIPGATE_VALIDATE_CERTS) is used.
    type: bool
    default: true
  ca_path:
    description:
      - File or folder with the CA certificates to trust instead of the system's.
      - If not given, the environment variable E(SIPGATE_CA_PATH) is used.
    type: path
  client_cert:
    description:
      - Certificate to show to the server, in PEM form; the key may be in the same file.
      - If not given, the environment variable E(SIPGATE_CLIENT_CERT) is used.
    type: path
  client_key:
    description:
      - Key of O(client_cert), when it is in a file of its own.
      - If not given, the environment variable E(SIPGATE_CLIENT_KEY) is used.
    type: path
  timeout:
    description:
      - Seconds that one request may take.
      - If not given, the environment variable E(SIPGATE_TIMEOUT) is used.
    type: int
    default: 60
  proxy:
    description:
      - Proxy to use instead of the one that the environment names.
      - If not given, the environment variable E(SIPGATE_PROXY) is used.
    type: str
requirements:
  - python >= 3.9
  - requests
  - lxml
"""
