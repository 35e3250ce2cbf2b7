# Copyright (c) 2026 the dialtone.voip contributors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""What ``sipgate_info`` can read with v1."""

from __future__ import annotations

import typing as t

from ..._ansible.info_module import Gatherer
from ..._engine.difference import readout
from ..._http.errors import RequestError
from ..._model.errors import CallError
from ..event import EVENT
from ..failures import NotFound
from .answers import boolean, content_of, listed, number, rows_in, struct_in, texts
from .client import SipgateV1Client, segment
from .event import PATHS, record_of
from .extension import EXTENSION, ExtensionAdapter, outgoing_records, texts_of
from .mobile_extension import MOBILE_EXTENSION, MobileExtensionAdapter
from .numbers import digits_of

Params = t.Mapping[str, t.Any]

_CONTACTS_PAGE = 100


def _numbers(client: SipgateV1Client, params: Params) -> list[dict[str, t.Any]]:
    """The account's numbers, and which of them the user may show."""
    own = {digits_of(one) for one in texts(client.struct("/settings/numbers", "Numbers").get("phonenumbers"))}
    return [{"number": one, "usable": digits_of(one) in own} for one in texts_of(client)]


def _extensions(client: SipgateV1Client, params: Params) -> list[dict[str, t.Any]]:
    adapter = ExtensionAdapter(client)
    return [readout(EXTENSION.fields, record.values) for record in adapter.fetch(None)]


def _mobile_extensions(client: SipgateV1Client, params: Params) -> list[dict[str, t.Any]]:
    adapter = MobileExtensionAdapter(client)
    return [readout(MOBILE_EXTENSION.fields, record.values) for record in adapter.fetch(None)]


def _outgoing_numbers(client: SipgateV1Client, params: Params) -> list[dict[str, t.Any]]:
    records = outgoing_records(client)
    return [
        {
            "extension": (row.get("extension") or {}).get("id"),
            "alias": (row.get("extension") or {}).get("alias"),
            "number": row.get("number"),
            "clip": boolean(row.get("clip")),
        }
        for row in records
    ]


def _product(client: SipgateV1Client, params: Params) -> str:
    row = client.struct("/settings/baseproducttype", "BaseProductType")
    return str(row.get("baseproducttype") or "")


def _gsm_code(client: SipgateV1Client, params: Params) -> str:
    """The code, in an answer whose form nobody knows: under some name in a struct, or bare."""
    answer = client.document("/settings/mobile/extensions/unifiedvoicemailgsmcode", "application/json")
    try:
        content = content_of(answer)
    except RequestError:
        return answer.text.strip()
    if not isinstance(content, dict):
        return str(content)
    row = struct_in(content, ("unifiedVoicemailGsmCode",))
    return next((str(value) for value in (row.get("value"), *row.values()) if isinstance(value, str) and value), "")


def _events(client: SipgateV1Client, params: Params) -> list[dict[str, t.Any]]:
    """Events of the wanted types. There is no paging, so a list that was cut is an error."""
    for name in ("directions", "phone_number", "archived", "starred"):
        if params[name] is not None:
            raise CallError(f"{name} exists only in v2 of the sipgate API")
    query = {"period_start": params["since"], "period_end": params["until"]}
    query = {name: value for name, value in query.items() if value}
    wanted = params["event_types"] or list(PATHS)
    rows = _rows_of_all_types(client, query) if len(wanted) == len(PATHS) else None
    if rows is None:
        rows = []
        for kind in wanted:
            content = client.content(f"/events/{PATHS[kind]}", query)
            _whole(content, f"/events/{PATHS[kind]}")
            rows += [(kind, row) for row in rows_in(content, (PATHS[kind], "events"))]
    return [
        readout(EVENT.fields, record_of(kind, row).values)
        for kind, row in rows
        if isinstance(row, dict) and row.get("id")
    ]


def _rows_of_all_types(client: SipgateV1Client, query: t.Mapping[str, t.Any]) -> list[tuple[str, t.Any]] | None:
    """All events with their types; ``None`` when they are not told, as by handlers before 2.15."""
    content = client.content("/events", query)
    groups = struct_in(content, ("events", "eventlist"))
    if not isinstance(content, dict) or groups.get("events") is not None:
        return None
    _whole(content, "/events")
    return [(kind, row) for kind, path in PATHS.items() for row in listed(groups.get(path))]


def _whole(content: t.Any, path: str) -> None:
    """Refuse a list that was cut. :raises RequestError: it has fewer events than match."""
    counts = struct_in(content, ("events", "eventlist"))
    count, overall = number(counts.get("count")), number(counts.get("overallCount"))
    if count is not None and overall is not None and count < overall:
        problem = f"showed {count} of {overall} events"
        raise RequestError("GET", path, problem, 200, remedy="Narrow the period with since and until.")


def _contacts(client: SipgateV1Client, params: Params) -> list[dict[str, t.Any]]:
    rows: list[t.Any] = []
    while True:
        query: dict[str, t.Any] = {"limit": _CONTACTS_PAGE, "offset": len(rows)}
        if params["contact_filter"]:
            query["filter"] = params["contact_filter"]
        content = client.content("/contacts", query)
        struct = struct_in(content, ("Contacts",))
        part = listed(struct.get("items"))
        rows += part
        total = number(struct.get("overallMatches"))
        if not part or (total is not None and len(rows) >= total):
            break
    if total is not None and len(rows) < total:
        problem = f"showed {len(rows)} of {total} contacts"
        raise RequestError("GET", "/contacts", problem, 200, remedy="The list changed while it was read; run again.")
    if params["include_details"]:
        rows = [_contact_again(client, row) for row in rows]
    return [_contact(row) for row in rows]


def _contact_again(client: SipgateV1Client, row: dict[str, t.Any]) -> dict[str, t.Any]:
    """The contact by itself; one that is gone meanwhile is answered 404, or with no items."""
    identity = _identity(row)
    if not identity:
        return row
    try:
        found = listed(client.struct(f"/contacts/{segment(identity)}", "Contacts").get("items"))
    except NotFound:
        return row
    return t.cast("dict[str, t.Any]", found[0]) if found else row


def _identity(row: t.Mapping[str, t.Any]) -> str:
    """The element's name is matched whatever its case: XML had it in lower case."""
    meta = row.get("contactMeta") or {}
    return str(next((value for name, value in meta.items() if name.lower() == "uuid"), ""))


def _contact(row: t.Mapping[str, t.Any]) -> dict[str, t.Any]:
    """A contact without the vCard around it; entries repeat."""
    entries = [entry for entry in listed(row.get("entries")) if isinstance(entry, dict)]

    def values(name: str) -> list[str]:
        return [str(entry.get("value")) for entry in entries if entry.get("entryName") == name and entry.get("value")]

    full = next((entry for entry in entries if entry.get("entryName") == "N"), {})
    organization = next((entry for entry in entries if entry.get("entryName") == "ORG"), {})
    return {
        "id": _identity(row),
        "name": next(iter(values("FN")), ""),
        "first_name": full.get("given"),
        "last_name": full.get("family"),
        "numbers": [
            {"number": str(entry.get("value")), "types": [one.lower() for one in texts(entry.get("types"))]}
            for entry in entries
            if entry.get("entryName") == "TEL"
        ],
        "email_addresses": values("EMAIL"),
        "organization": organization.get("name"),
        "scope": "private" if "w" in str((row.get("contactMeta") or {}).get("owner")) else "shared",
    }


def _calls(client: SipgateV1Client, params: Params) -> list[dict[str, t.Any]]:
    rows = client.rows("/sessions/calls", "Call")
    return [{"call": row.get("sessionId"), "status": row.get("status")} for row in rows if isinstance(row, dict)]


def _balance(client: SipgateV1Client, params: Params) -> dict[str, t.Any]:
    """The unit is the currency itself."""
    row = client.struct("/billing/balance", "balance", "fullBalance")
    vouchers = {"sms_vouchers": "smsVouchers", "minute_vouchers": "minuteVouchers", "fax_vouchers": "faxVouchers"}
    return {
        "amount": float(row.get("totalIncludingVat") or 0),
        "vat_percent": float(row.get("vatPercent") or 0),
        "currency": row.get("currency"),
        **{ours: [_voucher(one) for one in listed(row.get(theirs))] for ours, theirs in vouchers.items()},
    }


def _voucher(row: t.Mapping[str, t.Any]) -> dict[str, t.Any]:
    return {
        "redeemed": row.get("redeemDate"),
        "valid_until": row.get("endOfValidityDate"),
        "credits": number(row.get("creditsInit")),
        "used": number(row.get("creditsUsed")),
        "left": number(row.get("creditsLeft")),
    }


GATHERERS: dict[str, Gatherer] = {
    "balance": _balance,
    "calls": _calls,
    "contacts": _contacts,
    "events": _events,
    "extensions": _extensions,
    "gsm_code": _gsm_code,
    "mobile_extensions": _mobile_extensions,
    "numbers": _numbers,
    "outgoing_numbers": _outgoing_numbers,
    "product": _product,
}
