#!/usr/bin/python
# Copyright (c) 2026 the dialtone.voip contributors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

from __future__ import annotations

DOCUMENTATION = r"""
module: sipgate_recording_greeting
short_description: Manage the announcement before recorded calls of a sipgate account
version_added: 0.1.0
description:
  - Uploads or deletes the announcement. An account has one at most; another one takes its place.
author:
  - The dialtone.voip contributors (@dialtone-voip)
options:
  alias:
    description: Name of the announcement, which the service takes for the name of its file.
    type: str
    required: true
  src:
    description: File with the sound, on the host where the module runs. Needed to create the announcement; it cannot be
      changed later, because no call reads it back.
    type: path
  state:
    description: Whether the announcement exists.
    type: str
    choices:
      - present
      - absent
    default: present
notes:
  - Automatic recording must be booked. Whether it is used is an option of M(dialtone.voip.sipgate_device) and M(dialtone.voip.sipgate_phone_line).
seealso:
  - module: dialtone.voip.sipgate_info
extends_documentation_fragment:
  - dialtone.voip.attributes
  - dialtone.voip.attributes.sipgate
  - dialtone.voip.sipgate
"""

EXAMPLES = r"""
- name: Callers are told
  dialtone.voip.sipgate_recording_greeting:
    token_id: token-EXAMPL
    token: "{{ sipgate_token }}"
    alias: recorded.wav
    src: /srv/greetings/recorded.wav
"""

RETURN = r"""
action:
  description: What was done, or would be done in check mode.
  type: str
  returned: success
  sample: created
id:
  description: How the service addresses it; absent when it is only about to be created or the service does not tell.
  type: str
  returned: when known
  sample: '81'
recording_greeting:
  description: It, as it is after the task; of an existing one all readable options that were looked at.
  type: dict
  returned: success
  sample:
    id: '81'
    alias: recorded.wav
unverified:
  description: Options that were given, but of which it was not checked whether they are in force.
  type: list
  elements: str
  returned: when there are any
  sample:
    - src
"""

from ansible_collections.dialtone.voip.plugins.module_utils._ansible.reconcile_module import run_one
from ansible_collections.dialtone.voip.plugins.module_utils._sipgate.platform import SIPGATE_V2
from ansible_collections.dialtone.voip.plugins.module_utils._sipgate.v2.recording_greeting import (
    RECORDING_GREETING,
    RecordingGreetingAdapter,
)


def main() -> None:
    run_one(SIPGATE_V2, RecordingGreetingAdapter, RECORDING_GREETING)


if __name__ == "__main__":
    main()
