# Copyright (c) 2026 the dialtone.voip contributors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""What ``sipgate_info`` can read."""

from __future__ import annotations

import typing as t
from decimal import Decimal
from urllib.parse import urlsplit

from .._ansible.info_module import Gatherer
from .._engine.adapter import Adapter
from .._engine.difference import readout
from .._engine.reading import read_each
from .._model.errors import CallError, ItemError, RemoteError
from .event import EVENT
from .failures import Forbidden
from .generations import V1, V2, by_generation
from .v1 import info as v1
from .v2.address import AddressAdapter
from .v2.blacklist_entry import BlacklistEntryAdapter
from .v2.client import SipgateV2Client, segment
from .v2.contact import ContactAdapter
from .v2.device import DeviceAdapter
from .v2.directory import Directory
from .v2.event import record_of
from .v2.fax_line import FaxLineAdapter
from .v2.group import GroupAdapter
from .v2.notification import NotificationAdapter
from .v2.number import NumberAdapter, QuickDialAdapter
from .v2.oauth_client import OauthClientAdapter
from .v2.phone_line import PhoneLineAdapter
from .v2.porting import PortingAdapter
from .v2.recording_greeting import RecordingGreetingAdapter
from .v2.sms import SmsCallerIdAdapter, SmsExtensionAdapter
from .v2.user import UserAdapter
from .v2.voicemail import GreetingAdapter, VoicemailAdapter
from .v2.webhook_settings import WebhookSettingsAdapter

Params = t.Mapping[str, t.Any]

OPTIONS: dict[str, dict[str, t.Any]] = {
    "include_details": {"type": "bool", "default": False},
    "event_types": {"type": "list", "elements": "str", "choices": ["call", "fax", "sms", "voicemail"]},
    "directions": {
        "type": "list",
        "elements": "str",
        "choices": ["incoming", "outgoing", "missed_incoming", "missed_outgoing"],
    },
    "since": {"type": "str"},
    "until": {"type": "str"},
    "phone_number": {"type": "str"},
    "archived": {"type": "bool"},
    "starred": {"type": "bool"},
    "contact_filter": {"type": "str"},
    "max_events": {"type": "int", "default": 1000},
}
_PAGE = 1000


def _objects(adapter_class: t.Callable[[t.Any], Adapter]) -> Gatherer:
    """All objects of a resource; with ``include_details`` also what takes a call more an object."""

    def gather(client: t.Any, params: Params) -> t.Any:
        adapter = adapter_class(client)
        fields = adapter.resource.fields
        records = adapter.fetch(None)
        if params["include_details"]:
            everything = {field.name: "" for field in fields if field.readable or field.secret}
            records = read_each(lambda record: _complete(adapter, record, everything), records)
        shown = [readout(fields, record.values) for record in records]
        return shown[0] if adapter.resource.single else shown

    return gather


def _complete(adapter: Adapter, record: t.Any, names: Params) -> t.Any:
    """As much of an object as the account has: a feature that is not booked is answered 403 or 404."""
    for name in names:
        record = _with(adapter, record, name)
    return record


def _with(adapter: Adapter, record: t.Any, name: str) -> t.Any:
    try:
        return adapter.complete(record, {name: ""})
    except ItemError:
        return record
    except RemoteError as error:
        if getattr(error, "status", None) in (400, 403, 404):
            return record
        raise


def _account(client: SipgateV2Client, params: Params) -> dict[str, t.Any]:
    row = client.get("/account")
    return {
        "company": row.get("company"),
        "product": row.get("mainProductType"),
        "verified": row.get("verified"),
        "history_life_time": row.get("historyLifeTime"),
    }


def _token_owner(client: SipgateV2Client, params: Params) -> dict[str, t.Any]:
    row = client.get("/authorization/userinfo")
    return {
        "id": row.get("sub"),
        "domain": row.get("domain"),
        "master_sip_id": row.get("masterSipId"),
        "locale": row.get("locale"),
    }


def _balance(client: SipgateV2Client, params: Params) -> dict[str, t.Any]:
    """v2 counts in ten-thousandths."""
    row = client.get("/balance")
    return {"amount": float(Decimal(str(row.get("amount") or 0)) / 10000), "currency": row.get("currency")}


def _mailboxes(client: SipgateV2Client, params: Params) -> list[dict[str, t.Any]]:
    directory = Directory(client)
    boxes = []
    for row in directory.voicemails():
        owner = str((row.get("belongsToEndpoint") or {}).get("extension") or "")
        box = {"id": row["id"], "alias": row.get("alias"), "endpoint": directory.endpoint_name(owner)}
        if params["include_details"]:
            details = client.get(f"/voicemails/{segment(row['id'])}")
            box.update(transcription=details.get("transcription"), access_number=details.get("accessNumber"))
        boxes.append(box)
    return boxes


def _colleagues(client: SipgateV2Client, params: Params) -> list[dict[str, t.Any]]:
    names = {"emails": "email_addresses", "mobile": "mobile", "landline": "landline", "fax": "fax"}
    return [
        {
            "id": row["id"],
            "name": row.get("name"),
            "direct_dial": row.get("directdial") or [],
            **{ours: row.get(theirs) or [] for theirs, ours in names.items()},
        }
        for row in client.items("/contacts/internal")
    ]


def _group_fax_lines(client: SipgateV2Client, params: Params) -> list[dict[str, t.Any]]:
    groups = {row["id"]: row.get("alias") for row in client.items("/groups")}
    lines = []
    for row in client.items("/groupfaxlines"):
        line = {
            "id": row["id"],
            "alias": row.get("alias"),
            "tagline": row.get("tagline"),
            "group": groups.get(row.get("groupId"), row.get("groupId")),
        }
        if params["include_details"]:
            base = f"/groupfaxlines/{segment(row['id'])}"
            line["caller_id"] = client.get(f"{base}/callerid").get("value")
            line["numbers"] = [number.get("number") for number in client.items(f"{base}/numbers")]
        lines.append(line)
    return lines


def _contingents(client: SipgateV2Client, params: Params) -> list[dict[str, t.Any]]:
    directory = Directory(client)
    emails = directory.emails()
    names = ("type", "amount", "used", "left", "unit", "expires")
    return [
        {
            "user": emails[owner],
            "device": device.get("alias"),
            "contingents": [
                {name: row.get(name) for name in names}
                for row in client.items(
                    f"/{segment(owner)}/devices/{segment(device['id'])}/contingents", name="contingents"
                )
            ],
        }
        for owner, device in directory.all_rows("device", emails)
    ]


def _restrictions(client: SipgateV2Client, params: Params) -> dict[str, t.Any] | None:
    """What the owner of the token may do; unknown where that is reserved for the vendor's own application."""
    own = Directory(client).own_id()
    try:
        rows = client.items("/restrictions", {"userId": own})
    except Forbidden:
        return None
    return {str(row.get("restriction")): row.get("value") for row in rows}


def _calls(client: SipgateV2Client, params: Params) -> list[dict[str, t.Any]]:
    return [
        {
            "call": row.get("callId"),
            "muted": row.get("muted"),
            "recording": row.get("recording"),
            "hold": row.get("hold"),
            "participants": [
                {"phone_number": one.get("phoneNumber"), "owner": one.get("owner"), "muted": one.get("muted")}
                for one in row.get("participants") or []
            ],
        }
        for row in client.items("/calls", name="data")
    ]


def _webhook_log(client: SipgateV2Client, params: Params) -> list[dict[str, t.Any]]:
    """Addresses are cut behind the path: what stands there may be a secret. So may the bodies, which are left out."""
    return [
        {"created": row.get("created"), "url": _without_query(str(row.get("url") or "")), "status": row.get("status")}
        for row in client.items("/log/webhooks")
    ]


def _without_query(url: str) -> str:
    parts = urlsplit(url)
    return f"{parts.scheme}://{parts.hostname or ''}{parts.path}"


def _filters(params: Params) -> dict[str, t.Any]:
    query: dict[str, t.Any] = {
        "types": [name.upper() for name in params["event_types"] or []],
        "directions": [name.upper() for name in params["directions"] or []],
        "from": params["since"],
        "to": params["until"],
    }
    if params["archived"] is not None:
        query["archived"] = "true" if params["archived"] else "false"
    if params["starred"] is not None:
        query["starred"] = ["STARRED" if params["starred"] else "UNSTARRED"]
    return {name: value for name, value in query.items() if value}


def _events(client: SipgateV2Client, params: Params) -> list[dict[str, t.Any]]:
    query = _filters(params)
    if params["phone_number"]:
        query["phonenumber"] = params["phone_number"]
    rows = client.paged("/history", min(_PAGE, params["max_events"]), query, params["max_events"])
    return [readout(EVENT.fields, record_of(row).values) for row in rows]


def _history_csv(client: SipgateV2Client, params: Params) -> str:
    """One page, since pages of CSV would have to be taken apart. Without a limit it may be the ten rows of a page."""
    if params["phone_number"]:
        raise CallError("phone_number chooses nothing of history_csv: gather it in a task of its own")
    return client.text("/history/export", {**_filters(params), "limit": min(_PAGE, params["max_events"])})


_V2: dict[str, Gatherer] = {
    "account": _account,
    "addresses": _objects(AddressAdapter),
    "balance": _balance,
    "blacklist_entries": _objects(BlacklistEntryAdapter),
    "calls": _calls,
    "contacts": _objects(ContactAdapter),
    "contingents": _contingents,
    "devices": _objects(DeviceAdapter),
    "events": _events,
    "fax_lines": _objects(FaxLineAdapter),
    "greetings": _objects(GreetingAdapter),
    "group_fax_lines": _group_fax_lines,
    "groups": _objects(GroupAdapter),
    "history_csv": _history_csv,
    "internal_contacts": _colleagues,
    "mailboxes": _mailboxes,
    "notifications": _objects(NotificationAdapter),
    "numbers": _objects(NumberAdapter),
    "oauth_clients": _objects(OauthClientAdapter),
    "phone_lines": _objects(PhoneLineAdapter),
    "portings": _objects(PortingAdapter),
    "quick_dials": _objects(QuickDialAdapter),
    "recording_greetings": _objects(RecordingGreetingAdapter),
    "restrictions": _restrictions,
    "sms_caller_ids": _objects(SmsCallerIdAdapter),
    "sms_extensions": _objects(SmsExtensionAdapter),
    "token_owner": _token_owner,
    "users": _objects(UserAdapter),
    "voicemails": _objects(VoicemailAdapter),
    "webhook_log": _webhook_log,
    "webhook_settings": _objects(WebhookSettingsAdapter),
}


_TABLES: dict[str, t.Mapping[str, Gatherer]] = {V2: _V2, V1: v1.GATHERERS}


def _of(name: str) -> Gatherer:
    return by_generation({generation: table[name] for generation, table in _TABLES.items() if name in table})


def generations_of(params: Params) -> tuple[str, ...]:
    """The generations that have all that is to be gathered. :raises CallError: there is none."""
    wanted = set(params["gather"])
    having = tuple(generation for generation, table in _TABLES.items() if wanted <= set(table))
    if not having:
        in_v2, in_v1 = (", ".join(sorted(wanted - set(table))) for table in (v1.GATHERERS, _V2))
        raise CallError(f"gather: {in_v2} exist only in v2 of the sipgate API, {in_v1} only in v1; take two tasks")
    return having


GATHERERS: dict[str, Gatherer] = {name: _of(name) for name in sorted({*_V2, *v1.GATHERERS})}
