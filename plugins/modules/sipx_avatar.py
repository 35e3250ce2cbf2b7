#!/usr/bin/python
# Copyright (c) 2026 the dialtone.voip contributors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

from __future__ import annotations

DOCUMENTATION = r"""
module: sipx_avatar
short_description: Give a user of a sipXcom server a picture
version_added: 0.1.0
description:
  - Uploads the picture of a user who has none. The server scales and crops it, so an existing picture cannot be compared with a file.
  - No call removes a picture.
author:
  - The dialtone.voip contributors (@dialtone-voip)
options:
  user:
    description: User name.
    type: str
    required: true
  src:
    description: PNG, JPEG, GIF or BMP file on the host where the module runs. Needed when the user has no picture yet.
    type: path
  state:
    description: Whether the avatar exists.
    type: str
    default: present
    choices:
      - present
      - absent
notes:
  - The server shows and takes pictures without a login.
  - It does not decode names in the address of a picture. A user whose name would have to be encoded there is refused.
seealso:
  - module: dialtone.voip.sipx_user
  - module: dialtone.voip.sipx_info
extends_documentation_fragment:
  - dialtone.voip.attributes.unreadable
  - dialtone.voip.attributes.sipx
  - dialtone.voip.sipx
  - dialtone.voip.unreadable
"""

EXAMPLES = r"""
- name: A picture for Ines
  dialtone.voip.sipx_avatar:
    url: https://pbx.example.com
    username: superadmin
    password: "{{ pbx_password }}"
    user: "4101"
    src: /srv/pictures/ines.png
"""

RETURN = r"""
action:
  description: What was done, or would be done in check mode.
  type: str
  returned: success
  sample: created
avatar:
  description: The avatar as it is after the task.
  type: dict
  returned: success
  sample:
    user: '4101'
unverified:
  description: Options that were given, but of which it was not checked whether they are in force.
  type: list
  elements: str
  returned: when there are any
  sample:
    - src
"""

from ansible_collections.dialtone.voip.plugins.module_utils._ansible.reconcile_module import run_one
from ansible_collections.dialtone.voip.plugins.module_utils._sipx.platform import SIPX
from ansible_collections.dialtone.voip.plugins.module_utils._sipx.system.avatar import AVATAR, AvatarAdapter


def main() -> None:
    run_one(SIPX, AvatarAdapter, AVATAR)


if __name__ == "__main__":
    main()
