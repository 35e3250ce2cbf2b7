# Copyright (c) 2026 the dialtone.voip contributors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Click-to-call and active calls."""

from __future__ import annotations

import re
from typing import Any
from urllib.parse import unquote

from ....core.interface import Response
from ...state.cdrs import CallRecord
from ..representations import XML_OR_JSON, represent
from ..restlet import Resource, StatusError
from ..xstream import BOOLEAN, LONG, STRING, Document, ListOf
from ..xstream.schema import record

#: punctuation of written telephone numbers
_PUNCTUATION = str.maketrans("", "", "[]().{}-")
#: unreserved characters of a SIP user part
_SIP_USER = re.compile(r"(?:[A-Za-z0-9_!~*'&=+$,;?/]|%[0-9A-Fa-f]{2})+")

CDR = record(
    "org.sipfoundry.sipxconfig.cdr.Cdr",
    **{
        "from": STRING,
        "from-aor": STRING,
        "to": STRING,
        "to-aor": STRING,
        "route": STRING,
        "direction": STRING,
        "recipient": STRING,
        "internal": BOOLEAN,
        "type": STRING,
        "start-time": LONG,
        "duration": LONG,
    },
)
CDRS = Document("cdrs", ListOf("cdr", CDR))


class Call(Resource):
    """Lets the server call the caller's own phone and refer it to a number. What becomes of it is never told."""

    readable = False
    modifiable = True
    refuses = frozenset(("POST", "DELETE"))
    takes_empty_put = True

    def put(self) -> None:
        number = unquote(self.exchange.variables["to"]).translate(_PUNCTUATION)
        if not _SIP_USER.fullmatch(number):
            raise StatusError(400)


class ActiveCalls(Resource):
    """The calls going on of the caller, or of the user named in the URL."""

    variants = XML_OR_JSON

    def get(self, variant: str) -> Response:
        if self.exchange.is_down("callresolver"):
            raise StatusError(500)
        named = self.variable("user")
        name = self.exchange.user.user_name if named is None else named
        calls = [self._wire(call) for call in self.server.call_records.active() if name in (call.caller, call.callee)]
        return represent(self.exchange, CDRS, calls, variant)

    def _wire(self, call: CallRecord) -> dict[str, Any]:
        return {
            "from": call.caller,
            "from-aor": call.caller_aor,
            "to": call.callee,
            "to-aor": call.callee_aor,
            "route": None,
            "direction": "INCOMING",
            "recipient": call.recipient,
            "internal": False,
            "type": "Unknown",
            "start-time": int(call.start * 1000),
            "duration": int((self.server.now() - call.start) * 1000),
        }
