# Copyright (c) 2026 the dialtone.voip contributors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""The address family: five actions for each kind of address, from one declaration of the kind's own parameters.

The parameters of the user, group and external addresses are documented. Those of the other kinds are unknown, and are
taken to be built alike: ``OrganizationId``, ``Username``, ``Domain`` and what the kind's payload holds.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from ..authority import Caller
from ..entities import addresses as kinds
from ..entities.accounts import ORGANIZATION
from ..entities.addresses import ADDRESS, USER_ADDRESS, AddressKind
from ..errors import Problem, RequestRefusedError, refuse_if
from ..store.table import Row
from . import subjects
from .declaration import Action, Parameter, optional, subject_itself
from .invocation import Invocation
from .listing import Listing, SortKey, browse, by_column, by_domain
from .names import account_address, unusable_address, unusable_rename, within
from .syntax import LOCAL_PART, foreign_address, integer, like, one_of, priorities

#: what a parameter means: the columns it fills
Columns = dict[str, Any]
Reader = Callable[[Invocation, Row, Any], Columns]

_LOCAL_PART = like(LOCAL_PART)
_ADDRESS = Parameter("Address")
_FAILOVER = optional("DefaultAddress")
_NEW_NAME = optional("Username", _LOCAL_PART)
_OF_ORGANIZATION = ("AccountId", "OrganizationId")
_ORDERS: dict[str, SortKey] = {"Username": by_column("Username"), "Domain": by_domain}


def _unrecognized(entity: str, parameter: str) -> RequestRefusedError:
    return RequestRefusedError([Problem(f"{entity}.Unrecognized", parameter)])


def _owner(invocation: Invocation, organization: Row, value: Any) -> Columns:
    user = invocation.store.users.get(value)
    if user is None or user["OrganizationId"] != organization["OrganizationId"]:
        raise _unrecognized("User", "UserId")
    return {"UserId": value}


def _mailbox(invocation: Invocation, organization: Row, value: Any) -> Columns:
    mailbox = invocation.store.voicemailboxes.get(value)
    if mailbox is None or mailbox["OrganizationId"] != organization["OrganizationId"]:
        raise _unrecognized("Voicemailbox", "VoicemailboxId")
    return {"VoicemailboxId": value}


def _failover(invocation: Invocation, organization: Row, value: Any) -> Columns:
    """A failover that is not sent is removed."""
    if not value:
        return {"DefaultAddressId": None}
    target = account_address(invocation, organization, "DefaultAddress", value)
    return {"DefaultAddressId": target["AddressId"]}


def _members(invocation: Invocation, organization: Row, value: Any) -> Columns:
    members = (
        (account_address(invocation, organization, "MemberAddresses", name, USER_ADDRESS.type), priority)
        for name, priority in value.items()
    )
    return {"Members": [{"AddressId": row["AddressId"], "Priority": priority} for row, priority in members]}


#: the parameters that are more than a value to be stored
_READERS: dict[str, Reader] = {
    "UserId": _owner,
    "VoicemailboxId": _mailbox,
    "DefaultAddress": _failover,
    "MemberAddresses": _members,
}


@dataclass(frozen=True)
class Family:
    """What is particular about the actions of one kind of address.

    :param kind: what it is
    :param own: its own parameters in Add
    :param scopes: what its listing is limited by
    :param own_in_edit: its own parameters in Edit, where they differ
    :param name_in_edit: the parameter that renames it
    """

    kind: AddressKind
    own: tuple[Parameter, ...] = ()
    scopes: tuple[str, ...] = _OF_ORGANIZATION
    own_in_edit: tuple[Parameter, ...] | None = None
    name_in_edit: Parameter = _NEW_NAME

    @property
    def is_owned(self) -> bool:
        return "UserId" in self.scopes

    @property
    def editable(self) -> tuple[Parameter, ...]:
        return self.own if self.own_in_edit is None else self.own_in_edit


_USER_ID = Parameter("UserId", integer())
_GROUP = (
    Parameter("Ordering", one_of("parallel", "sequential")),
    Parameter("Timeout", integer(1, 119)),
    Parameter("MemberAddresses", priorities),
    _FAILOVER,
)

FAMILIES = (
    Family(
        kinds.USER_ADDRESS,
        (_USER_ID, Parameter("Timeout", integer(minimum=1)), _FAILOVER),
        (*_OF_ORGANIZATION, "UserId"),
    ),
    Family(kinds.GROUP_ADDRESS, _GROUP, name_in_edit=Parameter("Username", _LOCAL_PART)),
    Family(
        kinds.EXTERNAL_ADDRESS,
        (Parameter("ForeignAddress", foreign_address),),
        own_in_edit=(optional("ForeignAddress", foreign_address),),
    ),
    Family(kinds.TELEPHONE_NUMBER_ADDRESS, (_USER_ID,), (*_OF_ORGANIZATION, "UserId")),
    Family(kinds.ATTENDANT_ADDRESS, (Parameter("AttendantMenuId", integer(minimum=1)),)),
    Family(kinds.VOICEMAIL_ADDRESS, (Parameter("VoicemailboxId", integer()),)),
    Family(kinds.VOICEMAIL_MANAGEMENT_ADDRESS),
    Family(kinds.RECORDING_MANAGEMENT_ADDRESS, (Parameter("Pin", integer(minimum=0)),)),
    Family(kinds.E911_ADDRESS),
)


def _own_columns(
    invocation: Invocation, organization: Row, parameters: tuple[Parameter, ...], name_flaws: Iterable[Problem]
) -> Columns:
    """What the kind's own parameters store; all that is wrong with them and with the name is reported at once."""
    columns: Columns = {}
    problems = list(name_flaws)
    for parameter in parameters:
        value = invocation.get(parameter.name)
        reader = _READERS.get(parameter.name)
        try:
            if reader:
                columns.update(reader(invocation, organization, value))
            elif value is not None:
                columns[parameter.name] = value
        except RequestRefusedError as refusal:
            problems += refusal.problems
    refuse_if(problems)
    return columns


def _adder(family: Family) -> Callable[[Invocation, Row], Row]:
    def add(invocation: Invocation, organization: Row) -> Row:
        columns = _own_columns(invocation, organization, family.own, unusable_address(invocation, organization))
        return invocation.add(
            invocation.store.addresses,
            **within(organization),
            Type=family.kind.type,
            Username=invocation["Username"],
            Name=invocation.get("Name") or _default_name(invocation, columns),
            **columns,
        )

    return add


def _default_name(invocation: Invocation, columns: Columns) -> str:
    """An address is called like its owner, or else like its local part."""
    owner = invocation.store.users.get(columns.get("UserId"))
    name: str = owner["Contact"]["Name"] if owner else invocation["Username"]
    return name


def _editor(family: Family) -> Callable[[Invocation, Row], Row]:
    def edit(invocation: Invocation, address: Row) -> Row:
        store, current = invocation.store, address["Username"]
        organization = store.organization_of(address)
        name_flaws = unusable_rename(invocation, organization, "Username", current, "Address.Unavailable")
        columns = _own_columns(invocation, organization, family.editable, name_flaws)
        changed = invocation.change(
            store.addresses,
            address,
            Username=invocation.get("Username", current),
            Name=invocation.get("Name", address["Name"]),
            **columns,
        )
        store.give_aliases_to(changed)
        return changed

    return edit


def _delete(invocation: Invocation, address: Row) -> None:
    invocation.remove(invocation.store.remove_address, address)


def _current_name(invocation: Invocation, address: Row) -> Iterator[tuple[str, str]]:
    yield "Name", address["Name"]


_edit_user_address = _editor(FAMILIES[0])


def _with_organization(invocation: Invocation, address: Row) -> dict[str, Any]:
    """``UserAddressEdit`` answers with the organization beside the address."""
    changed = _edit_user_address(invocation, address)
    organization, service = invocation.store.organization_of(changed), invocation.service
    return {
        USER_ADDRESS.entity.element: USER_ADDRESS.entity.tree(service, changed),
        ORGANIZATION.element: ORGANIZATION.tree(service, organization),
    }


def _actions(family: Family) -> Iterator[Action]:
    entity, type_ = family.kind.entity, family.kind.type
    is_user = family.kind is USER_ADDRESS
    covered = subjects.address(type_)
    readable = subjects.address(type_, rule=Caller.covers_or_owns) if family.is_owned else covered
    yield Action(f"{entity.element}Read", (_ADDRESS,), readable, subject_itself, entity)
    yield browse(f"{entity.element}Browse", _listing(family))
    yield Action(
        f"{entity.element}Add",
        (
            Parameter("OrganizationId", integer()),
            Parameter("Username", _LOCAL_PART),
            Parameter("Domain"),
            *family.own,
            optional("Name"),
        ),
        subjects.organization,
        _adder(family),
        entity,
        writes=True,
    )
    yield Action(
        f"{entity.element}Edit",
        (_ADDRESS, *family.editable, family.name_in_edit, optional("Name")),
        covered,
        _with_organization if is_user else _editor(family),
        None if is_user else entity,
        additions=_current_name if is_user else None,
        writes=True,
    )
    yield Action(f"{entity.element}Delete", (_ADDRESS,), covered, _delete, writes=True)


def _listing(family: Family) -> Listing:
    orders = {**_ORDERS, "UserId": by_column("UserId")} if family.is_owned else _ORDERS
    return Listing(family.kind.entity, "addresses", family.kind.type, family.scopes, orders)


ACTIONS = (
    *(action for family in FAMILIES for action in _actions(family)),
    Action("AddressRead", (_ADDRESS,), subjects.address(rule=Caller.covers_or_owns), subject_itself, ADDRESS),
    browse("AddressBrowse", Listing(ADDRESS, "addresses", orders=_ORDERS)),
)
