# Copyright (c) 2026 the dialtone.voip contributors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Extensions, mailboxes, telephone numbers, emergency locations, and the records of calls and registrations."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ..store.table import Row
from .addresses import target_tree
from .declaration import LEFT_OUT, Entity, View, derived, kept, kept_unseen

if TYPE_CHECKING:
    from ..service import Service


def _of_target(name: str) -> View:
    def view(service: Service, row: Row) -> Any:
        target = service.store.addresses.get(row["AddressId"])
        return target_tree(service, target)[name] if target else ""

    return view


USER_ALIAS = Entity(
    "UserAlias",
    "UserAliases",
    (
        kept_unseen("UserAliasId"),
        kept("AliasUsername"),
        derived("AliasDomain", lambda service, row: service.store.domain(row["OrganizationId"])),
        derived("AddressUsername", _of_target("Username")),
        derived("AddressDomain", _of_target("Domain")),
        derived("AddressType", _of_target("Type")),
        derived("AddressName", _of_target("Name")),
        kept("AddressId"),
        kept("AliasVisibility", "PUBLIC"),
        kept_unseen("OrganizationId"),
        kept_unseen("AccountId"),
        kept_unseen("UserId"),
    ),
)


def _sip_address(column: str) -> View:
    def view(service: Service, row: Row) -> str:
        target = service.store.addresses.get(row[column])
        return service.store.full_name(target) if target else ""

    return view


#: what the optional parameters of a mailbox fall back to, in the order in which the server adds them to the echo
MAILBOX_OPTIONS = {
    "Timezone": "us_eastern",
    "SayCallerId": False,
    "SayDuration": False,
    "SayDatetime": False,
    "NotifyEmail": "no",
    "NotifyPager": "no",
}

_NO_TRANSFER = dict.fromkeys(("Address", "Username", "Domain", "Type", "Name"), "")

VOICEMAILBOX = Entity(
    "Voicemailbox",
    "Voicemailboxes",
    (
        kept("VoicemailboxId"),
        kept("OrganizationId"),
        kept("AccountId"),
        kept("Status", "enabled"),
        kept("Mailbox"),
        kept("Password"),
        kept("Fullname"),
        *(kept(name, default) for name, default in MAILBOX_OPTIONS.items()),
        kept("Email", ""),
        kept("Pager", ""),
        kept_unseen("MwiAddressId"),
        derived("Mwi", _sip_address("MwiAddressId")),
        derived("TransferAddress", lambda service, row: _NO_TRANSFER),
        kept("Created"),
        kept("Modified"),
    ),
)


def _user_status(service: Service, row: Row) -> str:
    user = service.store.users.get(row["UserId"])
    return user["Status"] if user else ""


_destination = _sip_address("DestinationAddressId")


def _readable_destination(service: Service, row: Row) -> Any:
    return _destination(service, row) if service.knobs["did_destination_readable"] else LEFT_OUT


DID = Entity(
    "Did",
    "Dids",
    (
        kept("DidId"),
        kept("UserId"),
        kept("OrganizationId"),
        kept("AccountId"),
        derived("UserStatus", _user_status),
        kept("Number"),
        kept("Protocol"),
        kept("Timeout", 60),
        kept("FailoverEnabled", False),
        kept("FailoverProtocol", ""),
        kept("FailoverLocation", ""),
        kept("CallerIdNumberRequired", False),
        kept("Created"),
        kept("Note", ""),
        kept_unseen("DestinationAddressId"),
        derived("Destination", _readable_destination),
    ),
)


def _exchange_status(service: Service, row: Row) -> str:
    return "available" if row["Lines"] else row["Status"]


#: an exchange (NXX) of an area (NPA) with the line numbers that are for sale
EXCHANGE = Entity(
    "Nxx",
    "Nxxs",
    (
        kept_unseen("ExchangeId"),
        kept_unseen("NpaId"),
        kept_unseen("Npa"),
        kept_unseen("PostalCode", ""),
        kept_unseen("PostalName", ""),
        kept("Num"),
        kept("Status", "unknown", view=_exchange_status),
        kept("Ratecenter", ""),
        kept_unseen("Lines", ()),
    ),
)

#: the writable fields of an emergency location
LOCATION_FIELDS = (
    "LocationType",
    "LocationName",
    "StreetNumber",
    "StreetName",
    "AddressType",
    "AddressTypeNumber",
    "City",
    "State",
    "Zipcode",
    "Country",
)


def _assigned_addresses(service: Service, row: Row) -> int:
    return len(service.store.addresses.group("E911LocationId", row["E911LocationId"]))


E911_LOCATION = Entity(
    "E911Location",
    "E911Locations",
    (
        kept("E911LocationId"),
        kept("OrganizationId"),
        kept_unseen("AccountId"),
        kept("UserId"),
        *(kept(name, "") for name in LOCATION_FIELDS),
        kept("CszOnly", False),
        derived("AssignedAddressCount", _assigned_addresses),
    ),
)

_NOT_IN_ANSWERS = (kept_unseen("AccountId"), kept_unseen("OrganizationId"))

CDR = Entity(
    "Cdr",
    "Cdrs",
    (
        kept("CdrId"),
        kept("UserId"),
        *(kept(name, "") for name in ("DateTime", "CallerId", "Source", "Destination")),
        kept("Disposition", "unknown"),
        kept("Length", 0),
        kept("Price", "0.0000"),
        kept("AnswerDateTime", ""),
        kept("EndDateTime", ""),
        kept("Routing", "termination"),
        *_NOT_IN_ANSWERS,
    ),
)

REGISTRATION = Entity(
    "Registration",
    "ProxyRegistrations",
    (
        kept_unseen("RegistrationId"),
        kept_unseen("UserId"),
        *_NOT_IN_ANSWERS,
        *(kept(name, "") for name in ("Username", "Domain", "Contact", "Received")),
        *(kept(name, "") for name in ("LastModified", "Modified", "Expires", "Q", "CSeq", "CallId", "UserAgent")),
    ),
)
