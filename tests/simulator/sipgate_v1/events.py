# Copyright (c) 2026 the dialtone.voip contributors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Events: calls, faxes, short messages and voicemails of the past, their flags and labels."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from ..sipgate_common.table import Row
from .account import EVENT_TYPES
from .operations import Context, Operation, Refusal
from .phone_numbers import pretty
from .serialisation import Answer

#: from this version of the handler on, events are grouped by type and have a direction of four values
GROUPING_VERSION = (2, 15)
_OLD_DIRECTIONS = {"incoming": "in", "missed_incoming": "in", "outgoing": "out", "missed_outgoing": "out"}
FLAGS = ("read", "starred")


@dataclass(frozen=True)
class EventType:
    """One type of event.

    :param name: what lists and paths call it
    :param struct: what one of it is called
    :param parameter: the name of its id in the path
    :param labelled: whether the documentation lets it have labels
    """

    name: str
    struct: str
    parameter: str
    labelled: bool = True


TYPES = (
    EventType("calls", "call", "callId"),
    EventType("faxes", "fax", "faxId"),
    EventType("sms", "sms", "smsId", labelled=False),
    EventType("voicemails", "voicemail", "voicemailId"),
)


def event_in_path(context: Context, kind: EventType) -> Row:
    """The event that the path names, if it is the user's and of that type."""
    event = context.account.events.get(context.parameters[kind.parameter])
    return context.own(event if event is not None and event["type"] == kind.name else None, kind.struct)


def _endpoint_view(context: Context, number: str) -> dict[str, Any]:
    """With the name of a contact that has the number, if the user sees one."""
    view = {"numberE164": number, "numberPretty": pretty(number)}
    owners = (context.account.documents["account"]["masterSipId"], context.user["id"])
    for contact in context.account.contacts.where("number", number):
        names = [entry["value"] for entry in contact["entries"] if entry["entryName"] == "FN"]
        if contact["owner"] in owners and names:
            return {**view, "contactFN": names[0], "get": context.link(f"contacts/{contact['UUID']}")}
    return view


def page_view(context: Context, event: Row, page: int) -> dict[str, Any]:
    """One page of a fax: links to its two sizes."""
    base = f"events/faxes/{event['id']}/preview/{page}"
    return {
        "pageNumber": page,
        "small": {"get": context.link(f"{base}/small")},
        "big": {"get": context.link(f"{base}/big")},
    }


def _fax_part(context: Context, event: Row, content: str) -> dict[str, Any]:
    pages = [page_view(context, event, page) for page in range(1, event["pageCount"] + 1)]
    reason = {"failReason": event["failReason"]} if event["failReason"] else {}
    return {
        "previews": pages,
        "pageCount": event["pageCount"],
        "sent": context.timestamp(event["sent"]),
        "content": {"get": content},
        **reason,
    }


def _sms_part(context: Context, event: Row, content: str) -> dict[str, Any]:
    return {"sent": context.timestamp(event["sent"]), "text": event["text"]}


def _voicemail_part(context: Context, event: Row, content: str) -> dict[str, Any]:
    return {
        "duration": str(event["duration"]),
        "caller": event["caller"],
        "content": {"get": content},
        "transcription": event["transcription"],
    }


def _call_part(context: Context, event: Row, content: str) -> dict[str, Any]:
    return {}


_PARTS = {"calls": _call_part, "faxes": _fax_part, "sms": _sms_part, "voicemails": _voicemail_part}
_TYPES_WITH_MEDIA = ("faxes", "voicemails")


def event_view(context: Context, event: Row) -> dict[str, Any]:
    """An event with links under this server, which carry no query."""
    kind = event["type"]
    path = f"events/{kind}/{event['id']}"
    content = context.link(f"{path}/content") if kind in _TYPES_WITH_MEDIA else ""
    direction = event["direction"]
    extension = context.account.extensions.get(event["extensionId"])
    return {
        "id": event["id"],
        "comment": event["comment"],
        "created": context.timestamp(event["created"]),
        "scheduled": context.timestamp(event["scheduled"]),
        "direction": direction if context.version >= GROUPING_VERSION else _OLD_DIRECTIONS.get(direction, direction),
        "labels": event["labels"],
        "location": event["location"],
        "get": content,
        "modify": context.link(path),
        **{
            flag: {
                "get": context.link(f"{path}/{flag}"),
                "modify": context.link(f"{path}/{flag}"),
                "value": event[flag],
            }
            for flag in FLAGS
        },
        "status": event["status"],
        "sources": [_endpoint_view(context, number) for number in event["sources"]],
        "targets": [_endpoint_view(context, number) for number in event["targets"]],
        "extension": {
            "id": event["extensionId"],
            "alias": extension["alias"] if extension is not None else "",
            "get": context.link(f"settings/extensions/{event['extensionId']}"),
        },
        **_PARTS[kind](context, event, content),
    }


def _moment(context: Context, name: str) -> float | None:
    """A time of the query: without a zone, so in the user's."""
    text = context.values.first(name)
    if text is None:
        return None
    try:
        return datetime.strptime(text, "%Y-%m-%dT%H:%M:%S").replace(tzinfo=context.zone).timestamp()
    except (ValueError, OverflowError):
        raise Refusal(400, f"parameter {name} must have the form yyyy-MM-ddTHH:mm:ss") from None


def _matching(context: Context, events: list[Row]) -> list[Row]:
    """The events of the period that the query asks for, the newest first; trashed ones are among them."""
    start, end = _moment(context, "period_start"), _moment(context, "period_end")
    return sorted(
        (
            event
            for event in events
            if (start is None or event["created"] >= start) and (end is None or event["created"] < end + 1)
        ),
        key=lambda event: (event["created"], int(event["id"]) if event["id"].isdigit() else 0),
        reverse=True,
    )


def _page(context: Context, events: list[Row]) -> list[Row]:
    """Paging is documented for contacts only: here it works unless the knob ``strict_paging`` is on."""
    if not context.knobs["strict_paging"]:
        offset, limit = context.whole("offset") or 0, context.whole("limit")
        events = events[offset:] if not limit else events[offset : offset + limit]
    most = context.knobs["count_limit"]
    return events[:most] if most else events


def _lists(kind: EventType) -> Callable[[Context], Answer]:
    def handler(context: Context) -> Answer:
        found = _matching(context, context.account.events.where("owner and type", (context.user["id"], kind.name)))
        page = _page(context, found)
        views = [event_view(context, event) for event in page]
        return Answer("events", {kind.name: views, "overallCount": len(found), "count": len(page)})

    return handler


def _get_events(context: Context) -> Answer:
    """All types: grouped, or one flat list for a handler before the grouping."""
    found = _matching(context, context.account.events.where("owner", context.user["id"]))
    page = _page(context, found)
    counts = {"overallCount": len(found), "count": len(page)}
    if context.version < GROUPING_VERSION:
        return Answer("eventlist", {"events": [event_view(context, event) for event in page], **counts})
    groups: dict[str, list[Any]] = {name: [] for name in EVENT_TYPES}
    for event in page:
        groups[event["type"]].append(event_view(context, event))
    return Answer("events", {**groups, **counts})


def _shows(kind: EventType) -> Callable[[Context], Answer]:
    def handler(context: Context) -> Answer:
        return Answer(kind.struct, event_view(context, event_in_path(context, kind)))

    return handler


def _trashes(kind: EventType) -> Callable[[Context], None]:
    """Moves to the trash and no further: the event can be read as before, and again is success."""

    def handler(context: Context) -> None:
        context.account.events.change(event_in_path(context, kind), location="trash")

    return handler


def _labels(kind: EventType) -> Callable[[Context], None]:
    """Adds a label to those there are; none can be taken away."""

    def handler(context: Context) -> None:
        event = event_in_path(context, kind)
        labels = [label for label in event["labels"].split(",") if label]
        new = [label for label in context.needed("value").split(",") if label and label not in labels]
        context.account.events.change(event, labels=",".join([*labels, *dict.fromkeys(new)]))

    return handler


def _shows_flag(kind: EventType, flag: str) -> Callable[[Context], Answer]:
    def handler(context: Context) -> Answer:
        return Answer("property", {"name": flag, "value": event_in_path(context, kind)[flag]})

    return handler


def _sets_flag(kind: EventType, flag: str) -> Callable[[Context], None]:
    def handler(context: Context) -> None:
        event = event_in_path(context, kind)
        context.account.events.change(event, **{flag: context.flag()})

    return handler


def _operations(kind: EventType) -> tuple[Operation, ...]:
    one = f"events/{kind.name}/{{{kind.parameter}}}"
    flags = (
        operation
        for flag in FLAGS
        for operation in (
            Operation("GET", f"{one}/{flag}", _shows_flag(kind, flag)),
            Operation("PUT", f"{one}/{flag}", _sets_flag(kind, flag)),
        )
    )
    label = (Operation("PUT", one, _labels(kind)),) if kind.labelled else ()
    return (
        Operation("GET", f"events/{kind.name}", _lists(kind)),
        Operation("GET", one, _shows(kind)),
        Operation("DELETE", one, _trashes(kind)),
        *label,
        *flags,
    )


OPERATIONS = (
    Operation("GET", "events", _get_events),
    *(operation for kind in TYPES for operation in _operations(kind)),
)
