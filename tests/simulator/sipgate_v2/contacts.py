# Copyright (c) 2026 the dialtone.voip contributors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Contacts: one's own, those shared with the account, and the colleagues, who can only be read."""

from __future__ import annotations

import base64
import binascii
import csv
import uuid
from collections.abc import Iterable, Iterator
from typing import Any

from ..sipgate_common.table import Row
from .account import full_name
from .bodies import TEXT, TEXTS, Field, body, choice, objects
from .operations import Context, Operation, picked
from .refusals import Refusal, bad_parameter, forbidden

DEFAULT_LIMIT = 5000
_ADDRESS = ("poBox", "extendedAddress", "streetAddress", "locality", "region", "postalCode", "country")
_SHOWN = ("id", "name", "picture", "emails", "numbers", "addresses", "organization", "scope")
_CSV_HEADER = ["firstname", "lastname", "number"]
_COLLEAGUE = "INTERNAL"


def _completed(entries: list[dict[str, Any]], fields: tuple[str, ...], lists: tuple[str, ...] = ()) -> list[Row]:
    """Each entry with all fields of its kind; one that was left out is empty."""
    return [{name: entry.get(name, [] if name in lists else "") for name in fields} for entry in entries]


def _contact_values(context: Context) -> dict[str, Any]:
    """The body as a whole contact: lists that it leaves out are empty. Without a name, the two parts of it serve."""
    given, family = context.body.get("given", ""), context.body.get("family", "")
    return {
        "scope": context.body["scope"],
        "name": context.body.get("name") or f"{given} {family}".strip(),
        "family": family,
        "given": given,
        "picture": context.body.get("picture"),
        "emails": _completed(context.body.get("emails", []), ("email", "type"), ("type",)),
        "numbers": _completed(context.body.get("numbers", []), ("number", "type"), ("type",)),
        "addresses": _completed(context.body.get("addresses", []), _ADDRESS),
        "organization": context.body.get("organization", []),
    }


def _colleague_numbers(context: Context, user: Row) -> Iterator[Row]:
    account = context.account
    for line in account.phonelines.where("owner", user["id"]):
        yield from account.numbers.where("endpointId", line["id"])


def _colleague_view(context: Context, user: Row) -> dict[str, Any]:
    return {
        "id": user["id"],
        "name": full_name(user),
        "picture": None,
        "emails": [{"email": user["email"], "type": []}],
        "numbers": [{"number": number["number"], "type": ["work"]} for number in _colleague_numbers(context, user)],
        "addresses": [],
        "organization": [],
        "scope": _COLLEAGUE,
    }


def _contact_view(context: Context, contact: Row) -> dict[str, Any]:
    """The parts of the name are written under other names than the live service reads them out."""
    view = picked(contact, _SHOWN)
    if context.knobs["live2026"]:
        view.update(familyname=contact["family"], givenname=contact["given"], note="", websites=[])
    return view


def _may_see(context: Context, contact: Row) -> bool:
    return contact["scope"] == "SHARED" or contact["owner"] == context.user["id"]


def _scope(row: Row) -> str:
    """Colleagues are users, which have no scope of their own."""
    return str(row.get("scope", _COLLEAGUE))


def _view(context: Context, row: Row) -> dict[str, Any]:
    return _colleague_view(context, row) if _scope(row) == _COLLEAGUE else _contact_view(context, row)


def _with_numbers(context: Context, wanted: list[str]) -> list[Row]:
    account = context.account
    rows: dict[str, Row] = {}
    for phonenumber in wanted:
        for contact in account.contacts.where("numbers", phonenumber):
            rows[contact["id"]] = contact
        for number in account.numbers.where("number", phonenumber):
            user = account.users.get(account.endpoint_owner(number["endpointId"]))
            if user is not None:
                rows[user["id"]] = user
    return list(rows.values())


def _wanted(context: Context) -> list[Row]:
    """The contacts that the user sees and the query asks for. Oneself is no colleague."""
    phonenumbers = context.query.every("phonenumbers")
    rows: Iterable[Row] = (*context.account.contacts, *context.account.users)
    if phonenumbers:
        rows = _with_numbers(context, phonenumbers)
    scopes = context.query.every("scopes") if context.knobs["live2026"] else []
    return [
        row
        for row in rows
        if row is not context.user
        and (_scope(row) == _COLLEAGUE or _may_see(context, row))
        and (not scopes or _scope(row) in scopes)
    ]


def _get_contacts(context: Context) -> Any:
    """The live service can also go on after a contact, ``lastId``."""
    rows = _wanted(context)
    total = len(rows)
    last_id = context.query.first("lastId") if context.knobs["live2026"] else None
    if last_id is not None:
        places = [place for place, row in enumerate(rows) if row["id"] == last_id]
        rows = rows[places[0] + 1 :] if places else []
    page = [_view(context, row) for row in context.page(rows, DEFAULT_LIMIT)]
    return context.counted(context.items(page), total)


def _get_colleagues(context: Context) -> Any:
    return context.items(_internal_view(context, user) for user in context.account.users)


def _internal_view(context: Context, user: Row) -> dict[str, Any]:
    numbers = list(_colleague_numbers(context, user))
    codes = context.account.numbers.where("endpointId", user["id"])
    faxes = [
        number
        for line in context.account.faxlines.where("owner", user["id"])
        for number in context.account.numbers.where("endpointId", line["id"])
    ]
    return {
        "id": user["id"],
        "name": full_name(user),
        "emails": [user["email"]],
        "mobile": [number["number"] for number in numbers if number["type"] == "MOBILE"],
        "landline": [number["number"] for number in numbers if number["type"] == "LANDLINE"],
        "fax": [number["number"] for number in faxes],
        "directdial": [number["number"] for number in codes],
    }


def _contact(context: Context) -> Row:
    """The contact that the path names; colleagues can be seen but not touched."""
    contact_id = context.parameters["contactId"]
    if context.account.users.get(contact_id) is not None:
        raise forbidden("internal contacts cannot be changed")
    contact = context.account.contacts.get(contact_id)
    return context.found(contact if contact and _may_see(context, contact) else None, "contact")


def _add_contact(context: Context, values: dict[str, Any]) -> None:
    context.account.contacts.add(id=str(uuid.uuid4()), owner=context.user["id"], **values)


def _create_contact(context: Context) -> None:
    """Equal contacts may exist, and the answer does not tell the id of the new one."""
    _add_contact(context, _contact_values(context))


def _update_contact(context: Context) -> None:
    contact = _contact(context)
    if context.body.get("id", contact["id"]) != contact["id"]:
        raise bad_parameter("the id is not that of the path", "/id")
    context.account.contacts.change(contact, **_contact_values(context))


def _delete_contact(context: Context) -> None:
    context.account.contacts.remove(_contact(context))


def _delete_all_contacts(context: Context) -> None:
    """Without an id the path means all private contacts."""
    for contact in context.account.contacts.where("owner", context.user["id"]):
        if contact["scope"] == "PRIVATE":
            context.account.contacts.remove(contact)


def _delete_listed_contacts(context: Context) -> None:
    """The live service takes a body that narrows the deletion."""
    ids, scopes = context.body.get("contactIds"), context.body.get("scope") or ["PRIVATE"]
    for contact in list(context.account.contacts):
        if _may_see(context, contact) and contact["scope"] in scopes and (not ids or contact["id"] in ids):
            context.account.contacts.remove(contact)


def _import_csv(context: Context) -> None:
    """A CSV that cannot be read comes back as 500."""
    try:
        text = base64.b64decode(context.body.get("base64Content", ""), validate=True).decode()
        header, *lines = [line for line in csv.reader(text.splitlines()) if line]
    except (binascii.Error, ValueError, csv.Error):
        header, lines = [], []
    if header != _CSV_HEADER or any(len(line) != len(_CSV_HEADER) for line in lines):
        raise Refusal(500, "INTERNAL_ERROR", "internal error")
    for given, family, number in lines:
        values = {"given": given, "family": family, "name": f"{given} {family}".strip()}
        _add_contact(context, {**values, "numbers": [{"number": number, "type": []}]})


def _import_from_google(context: Context) -> None:
    if not context.body.get("token"):
        raise bad_parameter("token must not be empty", "/token")


def _get_contact(context: Context) -> Any:
    user = context.account.users.get(context.parameters["contactId"])
    return _view(context, user if user is not None else _contact(context))


_TYPED = {"type": TEXTS}
_PAYLOAD = {
    "name": TEXT,
    "family": TEXT,
    "given": TEXT,
    "picture": Field("text", nullable=True),
    "emails": objects(email=TEXT, **_TYPED),
    "numbers": objects(number=TEXT, **_TYPED),
    "addresses": objects(**dict.fromkeys(_ADDRESS, TEXT)),
    "organization": Field("lists of texts"),
    "scope": choice("PRIVATE", "SHARED").needed,
}
_CONTACTS = "/contacts"
_CONTACT = f"{_CONTACTS}/{{contactId}}"
_READ = ("contacts:read",)
_WRITE = ("contacts:write",)
_LIVE_FIELDS = {
    "familyname": TEXT,
    "givenname": TEXT,
    "note": TEXT,
    "websites": objects(url=TEXT, **_TYPED),
}


def _update(**live: Field) -> Operation:
    return Operation("PUT", _CONTACT, "updateContact", _update_contact, _WRITE, body=body(id=TEXT, **_PAYLOAD, **live))


OPERATIONS = (
    Operation("GET", f"{_CONTACTS}/internal", "getAllContacts", _get_colleagues, _READ),
    Operation("GET", _CONTACTS, "getContacts", _get_contacts, _READ),
    Operation("POST", _CONTACTS, "createContact", _create_contact, _WRITE, body=body(**_PAYLOAD)),
    Operation("DELETE", _CONTACTS, "deleteAllContacts", _delete_all_contacts, _WRITE),
    Operation("POST", f"{_CONTACTS}/import/csv", "importFromCSV", _import_csv, _WRITE, body=body(base64Content=TEXT)),
    Operation(
        "POST", f"{_CONTACTS}/import/google", "importFromGoogle", _import_from_google, _WRITE, body=body(token=TEXT)
    ),
    _update(),
    Operation("DELETE", _CONTACT, "deleteContact", _delete_contact, _WRITE),
)

LIVE_OPERATIONS = (
    Operation("GET", _CONTACT, "getContact", _get_contact, _READ),
    Operation(
        "DELETE",
        _CONTACTS,
        "deleteContacts",
        _delete_listed_contacts,
        _WRITE,
        body=body(contactIds=TEXTS, scope=TEXTS),
    ),
    _update(**_LIVE_FIELDS),
)
