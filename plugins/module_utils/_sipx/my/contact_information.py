# Copyright (c) 2026 the dialtone.voip contributors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Contact information: the caller's own profile (``/rest/my/contact-information``), and that of phonebook entries."""

from __future__ import annotations

import typing as t

from ..._engine.record import Record
from ..._model.field import Field
from ..._model.resource import Resource
from ..._model.wire import read_wire, write_wire
from ..given import SingleAdapter

_POSTAL = tuple(Field(name) for name in ("street", "city", "country", "state", "zip", "office_designation"))
#: what profiles and phonebook entries have in common
CONTACT = (
    *(Field(name) for name in ("job_title", "job_dept", "company_name", "assistant_name", "location")),
    Field("home_address", "dict", options=_POSTAL),
    Field("office_address", "dict", options=_POSTAL),
    *(Field(name) for name in ("cell_phone_number", "home_phone_number", "assistant_phone_number", "fax_number")),
    Field("did_number"),
    Field("alternate_im_id"),
    Field("email_address", normalise=lambda value: value.strip().lower()),
    Field("alternate_email_address", normalise=lambda value: value.strip().lower()),
)
_ADDRESSES = ("homeAddress", "officeAddress", "branchAddress")

MY_CONTACT_INFORMATION = Resource(
    name="my_contact_information",
    plural="my_contact_informations",
    key="",
    given=True,
    fields=(
        Field("first_name"),
        Field("last_name"),
        Field("auth_account_name"),
        *CONTACT,
        Field("email_address_aliases", "list", elements="str", unordered=True),
        Field("use_branch_address", "bool"),
        Field("twitter_name", wire="twiterName"),
        *(Field(name) for name in ("linkedin_name", "facebook_name", "xing_name", "custom1", "custom2", "custom3")),
        *(Field(name, read_only=True) for name in ("im_id", "im_display_name", "branch_name", "manager")),
        *(Field(name, read_only=True) for name in ("salutation", "employee_id", "avatar")),
    ),
)


def with_addresses(content: t.Mapping[str, t.Any]) -> dict[str, t.Any]:
    """The object with all three addresses, empty if need be: a missing one breaks the phonebook listings."""
    return {**content, **{name: content.get(name) or {} for name in _ADDRESSES}}


class MyContactInformationAdapter(SingleAdapter):
    """PUT replaces the whole profile, so everything that GET shows is sent back with it."""

    resource = MY_CONTACT_INFORMATION

    def read(self) -> Record:
        content = self._client.rest_map("/my/contact-information")["contact-information"]
        if content.get("useBranchAddress"):
            # The branch's address is shown in place of the user's own, which would be lost.
            own = self._client.api_map("/my/user").get("userProfile") or {}
            content["officeAddress"] = own.get("officeAddress")
        aliases = [part.strip() for part in (content.get("emailAddressAliases") or "").split(",") if part.strip()]
        return Record(
            read_wire(MY_CONTACT_INFORMATION.fields, {**content, "emailAddressAliases": aliases}), raw=content
        )

    def update(self, record: Record, values: t.Mapping[str, t.Any], changed: frozenset[str]) -> None:
        content = with_addresses(record.raw)
        written = write_wire(MY_CONTACT_INFORMATION.writable, {name: values[name] for name in changed})
        if "email_address_aliases" in changed:
            written["emailAddressAliases"] = ",".join(values["email_address_aliases"])
        for name in _ADDRESSES:
            if name in written:
                written[name] = {**content[name], **written[name]} if written[name] else {}
        self._client.rest_send("PUT", "/my/contact-information", "contact-information", {**content, **written})
