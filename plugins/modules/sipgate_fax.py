#!/usr/bin/python
# Copyright (c) 2026 the dialtone.voip contributors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

from __future__ import annotations

DOCUMENTATION = r"""
module: sipgate_fax
short_description: Send a fax with a sipgate account
version_added: 0.1.0
description:
  - 'Sends a PDF document, or once more a fax of the history. It costs, and is sent at every run: use it in handlers, or
    behind a condition.'
  - It is never sent in check mode and never sent twice.
author:
  - The dialtone.voip contributors (@dialtone-voip)
options:
  recipients:
    description: Numbers in international form. v2 takes one.
    type: list
    elements: str
  src:
    description: PDF document, on the host where the module runs. Either this or O(resend) is needed.
    type: path
  resend:
    description: Id of a fax in the history that is to be sent once more. Only in v2.
    type: str
  fax_line:
    description: 'Fax line that sends: an alias of the owner of the token, V(ada@example.com/Fax), or an extension id. Needed
      when the owner of the token has more than one. A line that cannot send is refused. Only in v2.'
    type: str
  wait:
    description: Seconds to wait until the fax is delivered. When it fails, the task fails; it is not sent again. Only in
      v2.
    type: int
  extension:
    description: Id of the extension that sends; it must be of the type fax. Only in v1.
    type: str
  source:
    description: Number that the recipient sees. The service refuses one that is not the account's or not verified. Only in
      v1.
    type: str
  send_at:
    description: When to send, in UTC, for example V(2026-12-24 18:00:00). Only in v1.
    type: str
  legacy_targets:
    description: Whether recipients are sent as one list under the name that handlers before 2.41 took. Only in v1.
    type: bool
    default: false
seealso:
  - module: dialtone.voip.sipgate_info
extends_documentation_fragment:
  - dialtone.voip.attributes.deed
  - dialtone.voip.attributes.sipgate
  - dialtone.voip.sipgate
"""

EXAMPLES = r"""
- name: Send the offer
  dialtone.voip.sipgate_fax:
    token_id: token-EXAMPL
    token: "{{ sipgate_token }}"
    recipients:
      - '+493023125901'
    src: /srv/offers/4711.pdf
    fax_line: Fax
    wait: 300

- name: The same with v1
  dialtone.voip.sipgate_fax:
    username: admin@example.com
    password: "{{ sipgate_password }}"
    api_version: v1
    recipients:
      - '+493023125901'
    src: /srv/offers/4711.pdf
"""

RETURN = r"""
session_id:
  description: Id of the session, which is that of the event. Only in v2.
  type: str
  returned: success with v2 and src
  sample: '4711'
status:
  description: What became of it, V(sent) or how far it got; V(pending) as well when the history could not be read. Only
    with O(wait).
  type: str
  returned: when it was waited for
  sample: sent
event_ids:
  description: Ids of the events that the sending made, as far as they show already. There are none when the login may not
    read events. Only in v1.
  type: list
  returned: success with v1
  sample:
    - '50001024'
  elements: str
"""

from ansible_collections.dialtone.voip.plugins.module_utils._sipgate.deeds.deed import run_deed
from ansible_collections.dialtone.voip.plugins.module_utils._sipgate.deeds.fax import FAX


def main() -> None:
    run_deed(FAX)


if __name__ == "__main__":
    main()
