#!/usr/bin/python
# Copyright (c) 2026 the dialtone.voip contributors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

from __future__ import annotations

DOCUMENTATION = r"""
module: sipx_clear_jobs
short_description: Clear the list of jobs of a sipXcom server
version_added: 0.1.0
description:
  - Removes jobs that have ended, or all, from the server's list.
author:
  - The dialtone.voip contributors (@dialtone-voip)
options:
  jobs:
    description: Which jobs. V(completed) is all that did not fail.
    type: str
    default: completed
    choices:
      - all
      - failed
      - completed
seealso:
  - module: dialtone.voip.sipx_info
extends_documentation_fragment:
  - dialtone.voip.attributes.once
  - dialtone.voip.attributes.sipx
  - dialtone.voip.sipx
"""

EXAMPLES = r"""
- name: Tidy up
  dialtone.voip.sipx_clear_jobs:
    url: https://pbx.example.com
    username: superadmin
    password: "{{ pbx_password }}"
    jobs: all
"""

RETURN = r"""
cleared:
  description: How many jobs.
  type: int
  returned: when there were any
  sample: 12
"""

from ansible_collections.dialtone.voip.plugins.module_utils._sipx.deeds.deed import run_deed
from ansible_collections.dialtone.voip.plugins.module_utils._sipx.deeds.servers import CLEAR_JOBS


def main() -> None:
    run_deed(CLEAR_JOBS)


if __name__ == "__main__":
    main()
