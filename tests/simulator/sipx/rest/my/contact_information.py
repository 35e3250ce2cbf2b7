# Copyright (c) 2026 the dialtone.voip contributors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""``/my/contact-information``: the caller's profile (``ContactInformationResource``)."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timezone
from typing import Any

from ....core.interface import Response
from ...state.profiles import UserProfile
from ..representations import XML_OR_JSON, read_bean, represent
from ..restlet import Resource
from ..xstream import BOOLEAN, LONG, STRING, Document
from ..xstream.schema import record
from .contact_schema import ADDRESS, CONTACT_MEMBERS, read_contact

#: dates, which are shown and never taken from a body
DATES = ("lastImportedDate", "disabledDate", "extAvatarSyncDate")
#: what a PUT leaves as it was, whatever it sends
KEPT = (
    "im_id",
    "salutation",
    "salutation_id",
    "manager",
    "employee_id",
    "enabled",
    "last_imported_date",
    "disabled_date",
    "ldap_managed",
    "avatar",
)
PROFILE = record(
    "org.sipfoundry.sipxconfig.rest.ContactInformationResource$Representable",
    authAccountName=STRING,
    **CONTACT_MEMBERS,
    emailAddressAliases=STRING,
    useBranchAddress=BOOLEAN,
    branchName=STRING,
    manager=STRING,
    salutation=STRING,
    employeeId=STRING,
    twiterName=STRING,
    linkedinName=STRING,
    facebookName=STRING,
    xingName=STRING,
    timestamp=LONG,
    enabled=BOOLEAN,
    ldapManaged=BOOLEAN,
    **dict.fromkeys(DATES, STRING),
    custom1=STRING,
    custom2=STRING,
    custom3=STRING,
    firstName=STRING,
    lastName=STRING,
)
DOCUMENT = Document("contact-information", PROFILE)
ALIAS_SEPARATOR = ","


def _date(milliseconds: int | None) -> str | None:
    """A date as the serialiser writes it."""
    if milliseconds is None:
        return None
    moment = datetime.fromtimestamp(milliseconds / 1000, timezone.utc)
    return f"{moment:%Y-%m-%d %H:%M:%S}.{milliseconds % 1000} UTC"


class ContactInformation(Resource):
    """The whole profile; PUT replaces it, and what is omitted is cleared."""

    variants = XML_OR_JSON
    modifiable = True

    def get(self, variant: str) -> Response:
        user = self.exchange.user
        profile = user.profile
        branch = self.server.users.branch(user)
        branch_address = profile.branch_address if branch is None else branch.address
        office_address = branch_address if profile.use_branch_address else profile.office_address
        has_im = self.server.users.settings(user).is_true("im/im-account")
        special: dict[str, Any] = {
            "homeAddress": ADDRESS.of(profile.home_address),
            "officeAddress": ADDRESS.of(office_address),
            "branchAddress": ADDRESS.of(branch_address),
            "imId": profile.im_id if has_im else "",
            "emailAddressAliases": ALIAS_SEPARATOR.join(profile.email_address_aliases_set) or None,
            "branchName": None if branch is None else branch.name,
            "firstName": user.first_name,
            "lastName": user.last_name,
        }
        dates = {name: _date(getattr(profile, PROFILE.attributes[name])) for name in DATES}
        return represent(self.exchange, DOCUMENT, PROFILE.of(profile, **special, **dates), variant)

    def put(self) -> None:
        values = read_bean(self.exchange, DOCUMENT)
        draft = self.server.users.draft(self.exchange.user_id)
        draft.first_name, draft.last_name = values["firstName"], values["lastName"]
        draft.profile = self._merged(draft.profile, values)
        self.server.users.save(draft)

    def _merged(self, before: UserProfile, values: dict[str, Any]) -> UserProfile:
        aliases = [alias for alias in (values["emailAddressAliases"] or "").split(ALIAS_SEPARATOR) if alias]
        kept = {name: getattr(before, name) for name in KEPT}
        return replace(
            read_contact(values, PROFILE),
            **kept,
            email_address_aliases_set=aliases,
            ext_avatar=before.ext_avatar,
            use_ext_avatar=before.use_ext_avatar,
            ext_avatar_sync_date=None,
            timestamp=int(self.server.now() * 1000),
        )
