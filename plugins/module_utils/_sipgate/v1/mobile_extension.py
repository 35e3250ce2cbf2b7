# Copyright (c) 2026 the dialtone.voip contributors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Mobile extensions: a handset that is registered by its number. It can be made, and that is all."""

from __future__ import annotations

import typing as t

from ..._engine.adapter import Adapter
from ..._engine.record import Record
from ..._http.errors import RequestError
from ..._model.field import Field
from ..._model.resource import Resource
from ..files import credentials_file
from .answers import struct_in
from .client import SipgateV1Client
from .numbers import check_number, digits_of

MOBILE_EXTENSION = Resource(
    name="mobile_extension",
    plural="mobile_extensions",
    key="phone_number",
    undeletable="the service has no call for it",
    fields=(
        Field("id", read_only=True),
        Field("phone_number", required=True, clearable=False, normalise=digits_of, check=check_number),
        Field("vendor", required=True, create_only=True, clearable=False),
        Field("model", required=True, create_only=True, clearable=False),
        Field("firmware", required=True, create_only=True, clearable=False),
        Field("dest", "path", create_only=True, clearable=False, readable=False),
    ),
)


class MobileExtensionAdapter(Adapter):
    """A second creation might make a second extension and certainly a new password, so the handset is looked up first.

    The SIP password is in the answer and nowhere else. It goes to the file that the user names, or nowhere.
    """

    resource = MOBILE_EXTENSION

    def __init__(self, client: SipgateV1Client) -> None:
        self._client = client

    def fetch(self, keys: frozenset[str] | None) -> list[Record]:
        path = "/settings/registeredmobiledevices"
        devices = self._client.rows(path, "RegisteredMobileDevices", "RegisteredMobileDevice")
        extensions = {
            digits_of(row.get("phoneNumber")): row.get("extensionId") or row.get("sipId")
            for row in self._client.rows("/settings/mobile/extensions", "mobileExtensions", "mobileExtension")
            if isinstance(row, dict)
        }
        return [
            Record(
                {
                    "id": extensions.get(digits_of(row.get("deviceNumberE164"))),
                    "phone_number": row.get("deviceNumberE164"),
                    "vendor": row.get("deviceVendor"),
                    "model": row.get("deviceModel"),
                    "firmware": row.get("deviceFirmware"),
                },
                extensions.get(digits_of(row.get("deviceNumberE164"))),
            )
            for row in devices
            if isinstance(row, dict)
        ]

    def create(self, values: t.Mapping[str, t.Any]) -> t.Any:
        form = {
            "phoneNumber": digits_of(values["phone_number"]),
            "model": values["model"],
            "vendor": values["vendor"],
            "firmware": values["firmware"],
        }
        path = "/settings/mobile/extensions"
        with credentials_file(values.get("dest")) as put:
            credentials = struct_in(self._client.deed("POST", path, form=form), ("credentials",))
            if values.get("dest") and not credentials.get("sipPassword"):
                remedy = "The extension is made; the web portal of sipgate has its credentials."
                raise RequestError("POST", path, "was answered without credentials", 200, remedy=remedy)
            put(
                {
                    "username": credentials.get("sipId"),
                    "password": credentials.get("sipPassword"),
                    "sip_server": credentials.get("registerURL"),
                    "outbound_proxy": credentials.get("proxyURL"),
                }
            )
        return credentials.get("sipId")

    def update(self, record: Record, values: t.Mapping[str, t.Any], changed: frozenset[str]) -> None:
        raise LookupError("nothing of a mobile extension can be changed")

    def delete(self, record: Record) -> None:
        raise LookupError("mobile extensions are not deleted")
