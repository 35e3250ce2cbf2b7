# Copyright (c) 2026 the dialtone.voip contributors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Locations that are told to emergency services.

Their parameters are unknown, and are taken to be the writable fields of the payload.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from ..entities.telephony import E911_LOCATION, LOCATION_FIELDS
from ..errors import Problem, RequestRefusedError
from ..store.table import Row
from . import subjects
from .declaration import Action, Parameter, optional, subject_itself
from .invocation import Invocation
from .listing import Listing, browse, by_column
from .names import within
from .syntax import Checker, boolean, integer, one_of, text

_PRIVATE = "Private"
_LOCATION_ID = Parameter("E911LocationId", integer())
_SYNTAX: dict[str, Checker] = {"LocationType": one_of("Shared", _PRIVATE)}
_UNSET = E911_LOCATION.columns
_REQUIRED_IN_ADD = ("LocationType", "LocationName")


def _fields(required: tuple[str, ...]) -> tuple[Parameter, ...]:
    fields = (Parameter(name, _SYNTAX.get(name, text), name in required) for name in LOCATION_FIELDS)
    return (*fields, optional("UserId", integer()), optional("CszOnly", boolean))


def _ownerless(invocation: Invocation) -> Iterator[Problem]:
    if invocation.get("LocationType") == _PRIVATE and invocation.get("UserId") is None:
        yield Problem("Value.Required", "UserId")


def _sent(invocation: Invocation, organization: Row, before: Mapping[str, Any]) -> dict[str, Any]:
    """The columns of the location; what is not sent is as before, and only a private location has a user."""
    columns = {name: before[name] for name in (*LOCATION_FIELDS, "CszOnly", "UserId")}
    columns.update({name: invocation.get(name, _UNSET[name]) for name in columns if invocation.was_sent(name)})
    if columns["LocationType"] != _PRIVATE:
        columns["UserId"] = None
    user = invocation.store.users.get(columns["UserId"])
    if columns["UserId"] is not None and (user is None or user["OrganizationId"] != organization["OrganizationId"]):
        raise RequestRefusedError([Problem("User.Unrecognized", "UserId")])
    return columns


def _add(invocation: Invocation, organization: Row) -> Row:
    columns = _sent(invocation, organization, _UNSET)
    return invocation.add(invocation.store.e911_locations, **within(organization), **columns)


def _edit(invocation: Invocation, location: Row) -> Row:
    columns = _sent(invocation, location, location)
    return invocation.change(invocation.store.e911_locations, location, **columns)


def _delete(invocation: Invocation, location: Row) -> None:
    invocation.remove(invocation.store.remove_location, location)


_location = subjects.numbered("e911_locations", "E911LocationId")

ACTIONS = (
    Action("E911LocationRead", (_LOCATION_ID,), _location, subject_itself, E911_LOCATION),
    browse(
        "E911LocationBrowse",
        Listing(E911_LOCATION, "e911_locations", orders={"E911LocationId": by_column("E911LocationId")}),
    ),
    Action(
        "E911LocationAdd",
        (Parameter("OrganizationId", integer()), *_fields(_REQUIRED_IN_ADD)),
        subjects.organization,
        _add,
        E911_LOCATION,
        checks=(_ownerless,),
        writes=True,
    ),
    Action(
        "E911LocationEdit",
        (_LOCATION_ID, *_fields(())),
        _location,
        _edit,
        E911_LOCATION,
        writes=True,
    ),
    Action("E911LocationDelete", (_LOCATION_ID,), _location, _delete, writes=True),
)
