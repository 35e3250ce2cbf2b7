# Copyright (c) 2026 the dialtone.voip contributors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Telephone numbers: what is for sale, buying, leading them to an address, giving them up."""

from __future__ import annotations

from typing import Any

from ..authority import OF_ORGANIZATION, Caller
from ..entities.accounts import USER
from ..entities.telephony import DID, EXCHANGE
from ..errors import Problem, RequestRefusedError, refuse_if
from ..store.table import Row
from . import subjects
from .declaration import Action, Parameter, optional, subject_itself
from .invocation import Invocation
from .listing import Listing, browse, by_column
from .names import account_address, within
from .syntax import boolean, integer, one_of, quantities

_DID_ID = Parameter("DidId", integer())
_USER_ID = Parameter("UserId", integer())
_COUNTRY_CODE = "1"


def _for_sale(invocation: Invocation, subject: Any) -> dict[str, Any]:
    """Areas with their exchanges. It is no list of pages, and tells no number's id."""
    areas: dict[int, dict[str, Any]] = {}
    for exchange in invocation.store.exchanges.rows():
        area = areas.get(exchange["NpaId"])
        if area is None:
            area = areas[exchange["NpaId"]] = {"NpaId": exchange["NpaId"], "Num": exchange["Npa"]}
            if exchange["PostalCode"]:
                area["PostalCode"] = {"Code": exchange["PostalCode"], "Name": exchange["PostalName"]}
            area[EXCHANGE.container] = {EXCHANGE.element: []}
        area[EXCHANGE.container][EXCHANGE.element].append(EXCHANGE.tree(invocation.service, exchange))
    return {"Npas": {"Npa": list(areas.values())}}


def _request(invocation: Invocation, user: Row) -> dict[str, Any]:
    """Buys what is in stock; a request that is filled in part, or not at all, is completed."""
    store, service = invocation.store, invocation.service
    wanted: dict[str, int] = invocation["NpaNxx"]
    bought: list[Row] = []
    for prefix, quantity in wanted.items():
        exchange = store.exchanges.find("Prefix", prefix)
        allowed = int(service.knobs["did_request_fills"]) - len(bought)
        lines = exchange["Lines"][: max(0, min(quantity, allowed))] if exchange else []
        if exchange and lines:
            invocation.change(store.exchanges, exchange, Lines=exchange["Lines"][len(lines) :])
        bought += [
            invocation.add(
                store.dids,
                **within(user),
                UserId=user["UserId"],
                Number=f"{_COUNTRY_CODE}{prefix}{line}",
                Protocol=invocation["Protocol"],
            )
            for line in lines
        ]
    return {
        "Requested": sum(wanted.values()),
        "Filled": len(bought),
        DID.container: {DID.element: [DID.tree(service, did) for did in bought]},
        USER.element: USER.tree(service, user),
    }


def _edit(invocation: Invocation, did: Row) -> Row:
    store = invocation.store
    problems = []
    user = store.users.get(invocation["UserId"])
    if user is None or user["AccountId"] != did["AccountId"]:
        problems.append(Problem("User.Unrecognized", "UserId"))
        user = did
    try:
        target = account_address(invocation, did, "Destination", invocation["Destination"])
    except RequestRefusedError as refusal:
        raise RequestRefusedError([*problems, *refusal.problems]) from None
    refuse_if(problems)
    return invocation.change(
        store.dids,
        did,
        **within(user),
        UserId=user["UserId"],
        DestinationAddressId=target["AddressId"],
        CallerIdNumberRequired=invocation["CallerIdNumberRequired"],
    )


def _edit_note(invocation: Invocation, did: Row) -> Row:
    return invocation.change(invocation.store.dids, did, Note=invocation.get("Note", ""))


def _delete(invocation: Invocation, did: Row) -> None:
    """Gives the number up: it does not come back into the stock."""
    invocation.remove(invocation.store.dids.remove, did)


_did = subjects.numbered("dids", "DidId")
_readable_did = subjects.numbered("dids", "DidId", OF_ORGANIZATION, Caller.covers_or_owns)

ACTIONS = (
    Action("NpaNxxBrowse", handler=_for_sale, needs_session=False),
    *(
        Action(
            name,
            (_USER_ID, Parameter("Protocol", one_of("sip", "iax")), Parameter("NpaNxx", quantities)),
            subjects.user(),
            _request,
            writes=True,
        )
        for name in ("DidRequest", "UserRequestDid")
    ),
    Action("DidRead", (_DID_ID,), _readable_did, subject_itself, DID),
    browse("DidBrowse", Listing(DID, "dids", orders={name: by_column(name) for name in ("DidId", "Number")})),
    Action(
        "DidEdit",
        (_DID_ID, _USER_ID, Parameter("Destination"), Parameter("CallerIdNumberRequired", boolean)),
        _did,
        _edit,
        DID,
        writes=True,
    ),
    Action("DidEditNote", (_DID_ID, optional("Note")), _did, _edit_note, DID, writes=True),
    Action("DidDelete", (_DID_ID,), _did, _delete, writes=True),
)
