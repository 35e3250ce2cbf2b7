# Copyright (c) 2026 the dialtone.voip contributors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""A module that takes a list of users and does nothing: what Ansible alone costs."""

from __future__ import annotations

from ansible.module_utils.basic import AnsibleModule


def main() -> None:
    module = AnsibleModule({"users": {"type": "list", "elements": "dict", "no_log": True}}, supports_check_mode=True)
    module.exit_json(changed=False)


if __name__ == "__main__":
    main()
