# Copyright (c) 2026 the dialtone.voip contributors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""The address family: one name space ``username@domain`` for all kinds, and one element that all of them embed."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from ..store.table import Row
from ..wire.rendering import CPL_NAMESPACE
from .declaration import LEFT_OUT, Entity, derived, kept, kept_unseen

if TYPE_CHECKING:
    from ..service import Service


def _domain(service: Service, row: Row) -> str:
    return service.store.domain(row["OrganizationId"])


def target_tree(service: Service, row: Row) -> dict[str, Any]:
    """What an answer tells of an address that another object leads to."""
    return {
        "Username": row["Username"],
        "Domain": _domain(service, row),
        "Type": row["Type"],
        "Name": row["Name"],
    }


def members_in_order(service: Service, row: Row) -> list[tuple[Row, int]]:
    """The member addresses of a ring group with their priorities, first things first."""
    members = [(service.store.addresses.get(member["AddressId"]), member["Priority"]) for member in row["Members"]]
    return sorted(((address, priority) for address, priority in members if address), key=lambda member: member[1])


def _cpl_text(service: Service, row: Row) -> Any:
    if row["Type"] != "group" or service.knobs["group_members"] != "cpl_text":
        return LEFT_OUT
    locations = "".join(
        f'<location url="sip:{address["Username"]}@{_domain(service, address)}" clear="no">'
        for address, _priority in members_in_order(service, row)
    )
    ends = "</location>" * len(row["Members"])
    proxy = f'<proxy timeout="{row["Timeout"]}" ordering="{row["Ordering"]}"/>'
    return f'<cpl xmlns="{CPL_NAMESPACE}"><incoming>{locations}{proxy}{ends}</incoming></cpl>'


ADDRESS = Entity(
    "Address",
    "Addresses",
    (
        kept("AddressId"),
        kept("Username"),
        derived("Domain", _domain),
        kept("Type"),
        kept("Name", ""),
        derived("CplText", _cpl_text),
        kept("Modified"),
        kept("Created"),
        kept_unseen("OrganizationId"),
        kept_unseen("AccountId"),
    ),
)

_EMBEDDED_ADDRESS = derived("Address", ADDRESS.tree)


def _failover(service: Service, row: Row) -> Any:
    target = service.store.addresses.get(row["DefaultAddressId"])
    return target_tree(service, target) if target else LEFT_OUT


_FAILOVER = (kept_unseen("DefaultAddressId"), derived("DefaultAddress", _failover))


def _of_owner(name: str) -> Any:
    def view(service: Service, row: Row) -> str:
        owner = service.store.users.get(row["UserId"])
        return owner[name] if owner else ""

    return view


def _foreign_address(service: Service, row: Row) -> Any:
    return row["ForeignAddress"] if service.knobs["external_address_form"] == "foreign_address" else LEFT_OUT


def _foreign_default(service: Service, row: Row) -> Any:
    if service.knobs["external_address_form"] != "default_address":
        return LEFT_OUT
    username, _at, domain = row["ForeignAddress"].partition("@")
    return {"Username": username, "Domain": domain, "Type": row["Type"]}


def _members(service: Service, row: Row) -> Any:
    if service.knobs["group_members"] != "elements":
        return LEFT_OUT
    members = members_in_order(service, row)
    return {"MemberAddress": [{**target_tree(service, address), "Priority": priority} for address, priority in members]}


@dataclass(frozen=True)
class AddressKind:
    """One kind of address.

    :param type: what ``Address/Type`` says
    :param entity: the payload element
    """

    type: str
    entity: Entity


def _kind(type_: str, element: str, *own: Any) -> AddressKind:
    return AddressKind(type_, Entity(element, f"{element}es", (*own, _EMBEDDED_ADDRESS)))


USER_ADDRESS = _kind(
    "user",
    "UserAddress",
    kept("UserId"),
    derived("AuthUsername", _of_owner("AuthUsername")),
    derived("AuthPassword", _of_owner("Password")),
    kept("Timeout", 20),
    *_FAILOVER,
    kept("E911LocationId"),
    kept("DoNotDisturb", False),
)
GROUP_ADDRESS = _kind(
    "group",
    "GroupAddress",
    kept("Ordering"),
    kept("Timeout", 20),
    *_FAILOVER,
    kept_unseen("Members", ()),
    derived("MemberAddresses", _members),
)
EXTERNAL_ADDRESS = _kind(
    "external",
    "ExternalAddress",
    kept("ForeignAddress", "", view=_foreign_address),
    derived("DefaultAddress", _foreign_default),
)
TELEPHONE_NUMBER_ADDRESS = _kind("telephone-number", "TelephoneNumberAddress", kept("UserId"))
ATTENDANT_ADDRESS = _kind("attendant", "AttendantAddress", kept("AttendantMenuId"))
VOICEMAIL_ADDRESS = _kind("voicemail", "VoicemailAddress", kept("VoicemailboxId"))
VOICEMAIL_MANAGEMENT_ADDRESS = _kind("voicemail-management", "VoicemailManagementAddress")
RECORDING_MANAGEMENT_ADDRESS = _kind("recording-management", "RecordingManagementAddress", kept("Pin"))
E911_ADDRESS = _kind("e911", "E911Address")

ADDRESS_KINDS = (
    USER_ADDRESS,
    GROUP_ADDRESS,
    EXTERNAL_ADDRESS,
    TELEPHONE_NUMBER_ADDRESS,
    ATTENDANT_ADDRESS,
    VOICEMAIL_ADDRESS,
    VOICEMAIL_MANAGEMENT_ADDRESS,
    RECORDING_MANAGEMENT_ADDRESS,
    E911_ADDRESS,
)


def address_columns() -> Mapping[str, Any]:
    """The columns of the one table that keeps addresses of all kinds."""
    columns: dict[str, Any] = dict(ADDRESS.columns)
    for kind in ADDRESS_KINDS:
        columns.update(kind.entity.columns)
    return columns
