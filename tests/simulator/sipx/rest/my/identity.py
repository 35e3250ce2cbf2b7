# Copyright (c) 2026 the dialtone.voip contributors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Who the caller is: login details, portal password, fax numbers, server time, keep-alive."""

from __future__ import annotations

from datetime import datetime
from typing import Any
from urllib.parse import unquote_plus

from multidict import CIMultiDict

from ....core.interface import Response
from ...state.users import FAX_DID, FAX_EXTENSION
from ..representations import JSON, LATIN_TEXT, PLAIN, XML_OR_JSON, answer, jackson_text, represent
from ..restlet import Resource, StatusError
from ..xstream import BOOLEAN, INT, STRING, Document, ListOf
from ..xstream.schema import record

MIN_PORTAL_PASSWORD = 8
LOGIN_DETAILS = record(
    "org.sipfoundry.sipxconfig.rest.LoginDetailsResource$LoginDetails",
    userName=STRING,
    imId=STRING,
    ldapImAuth=BOOLEAN,
    sipPassword=STRING,
)
LOGIN_DETAILS_WITH_PIN = record(
    "org.sipfoundry.sipxconfig.rest.LoginDetailsResourceWithPin$LoginDetails",
    **{field.name: field.type for field in LOGIN_DETAILS.fields},
    pin=STRING,
    im_locations=ListOf("im-location", record("org.sipfoundry.sipxconfig.rest.ImLocation", fqdn=STRING)),
    wrtc_locations=ListOf(
        "wrtc-location", record("org.sipfoundry.sipxconfig.rest.WrtcLocation", fqdn=STRING, port=INT)
    ),
)
#: location features that make a server one for IM or for calls from browsers
IM_FEATURE, WEB_CALLS_FEATURE = "instantMessage", "webrtc"
WEB_CALLS_PORT = 7443


class LoginDetails(Resource):
    """The SIP password of the caller, in clear."""

    variants = XML_OR_JSON
    document = Document("login-details", LOGIN_DETAILS)

    def details(self) -> dict[str, Any]:
        """The values of the document."""
        user = self.exchange.user
        return {
            "userName": user.user_name,
            "imId": user.profile.im_id,
            "ldapImAuth": False,
            "sipPassword": user.sip_password,
        }

    def get(self, variant: str) -> Response:
        return represent(self.exchange, self.document, self.details(), variant)


class LoginDetailsUnite(LoginDetails):
    """The same with the servers. Credentials are erased after a login, so that there is no pin to show."""

    document = Document("login-details", LOGIN_DETAILS_WITH_PIN)

    def details(self) -> dict[str, Any]:
        def with_feature(feature: str) -> list[str | None]:
            return [location.fqdn for location in self.server.locations if feature in location.features]

        return {
            **super().details(),
            "pin": None,
            "im-locations": [{"fqdn": fqdn} for fqdn in with_feature(IM_FEATURE)],
            "wrtc-locations": [{"fqdn": fqdn, "port": WEB_CALLS_PORT} for fqdn in with_feature(WEB_CALLS_FEATURE)],
        }


class LogoutUnite(Resource):
    """Sends the browser to the server's own address."""

    variants = (PLAIN,)

    def get(self, variant: str) -> Response:
        location = f"https://{self.server.locations.primary().fqdn}"
        return Response(302, b"", CIMultiDict({"Location": location, "Connection": "close"}))


class KeepAlive(Resource):
    """Nothing but the login."""

    variants = (JSON,)

    def get(self, variant: str) -> Response:
        return answer(b"", LATIN_TEXT)


class ServerTime(Resource):
    """The server's time in the words of its locale, without a zone."""

    variants = (PLAIN,)

    def get(self, variant: str) -> Response:
        now = datetime.fromtimestamp(self.exchange.twin.clock.now(), self.exchange.twin.clock.utcnow().tzinfo)
        text = f"{now:%b} {now.day}, {now.year} {now.hour % 12 or 12}:{now:%M:%S %p}"
        return answer(text.encode("latin-1"), PLAIN)


class FaxPreferences(Resource):
    """Fax extension and DID, empty where there is none."""

    variants = (JSON,)

    def get(self, variant: str) -> Response:
        settings = self.server.users.settings(self.exchange.user)
        return jackson_text(
            {"extension": settings.effective(FAX_EXTENSION) or "", "did": settings.effective(FAX_DID) or ""}
        )


class PortalPassword(Resource):
    """Sets the password that the caller logs in with, from the next request on."""

    readable = False
    modifiable = True
    refuses = frozenset(("POST", "DELETE"))

    def put(self) -> None:
        password = unquote_plus(self.exchange.variables["password"])
        if len(password) < MIN_PORTAL_PASSWORD:
            raise StatusError(400, f"Password must be at least {MIN_PORTAL_PASSWORD} characters long")
        draft = self.server.users.draft(self.exchange.user_id)
        draft.portal_password = password
        self.server.users.store(draft)
