# Copyright (c) 2026 the dialtone.voip contributors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""``/phone``: bulk creation of phones, and the profile of one (``PhonesResource``, ``ProfileResource``)."""

from __future__ import annotations

from typing import Any
from urllib.parse import unquote

from ....core.interface import Response
from ...catalogue import PHONE_MODELS
from ...state.errors import DomainError, NullPointerError
from ...state.phones import Phone
from ..representations import PLAIN, answer, read_bean
from ..restlet import Resource
from ..xstream import STRING, Document, ListOf
from ..xstream.schema import record

PHONES = Document(
    "phones",
    ListOf(
        "phone",
        record(
            "org.sipfoundry.sipxconfig.rest.PhonesResource$PhoneRestInfo",
            serialNumber=STRING,
            model=STRING,
            description=STRING,
            version=STRING,
        ),
    ),
)
PROFILE_SUFFIX = ".cfg"


class Phones(Resource):
    """Creates phones one after the other; what cannot be created is logged on the server, and the answer is 200."""

    modifiable = True

    def post(self) -> None:
        for values in read_bean(self.exchange, PHONES):
            phone = self._phone(values)
            if phone is not None:
                self._save(phone)

    @staticmethod
    def _phone(values: dict[str, Any]) -> Phone | None:
        """A phone of an element, None for an unknown model.

        :raises NullPointerError: for a model with versions and an element without, which ends the whole request
        """
        model = PHONE_MODELS.get(values["model"] or "")
        if model is None:
            return None
        phone = Phone(values["serialNumber"], model.model_id, description=values["description"])
        for version in model.versions or ():
            if values["version"] is None:
                raise NullPointerError
            if values["version"] in version:
                phone.device_version = version
        return phone

    def _save(self, phone: Phone) -> None:
        try:
            self.server.phones.save(phone)
        except DomainError as error:
            if not error.is_user_error:
                raise


class Profile(Resource):
    """A generated configuration file of a phone. Which names a model generates is reduced to one file here."""

    variants = ("*/*",)

    def get(self, variant: str) -> Response | None:
        phone = self.server.phones.with_serial(self.exchange.variables["serialNumber"])
        if phone is None or unquote(self.exchange.variables["name"]) != f"{phone.serial_number}{PROFILE_SUFFIX}":
            return None
        lines = [f"# {phone.model.label}", f"serial={phone.serial_number}"]
        for number, line in enumerate(self.server.lines.of_phone(phone.id or 0), start=1):
            user = self.server.users.find(line.user_id)
            lines.append(f"line.{number}={user.user_name if user else ''}@{self.server.system.sip_domain}")
        return answer("\n".join([*lines, ""]).encode(), PLAIN)
