# Copyright (c) 2026 the dialtone.voip contributors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Notifications: who is told of calls, faxes, voicemails and messages. They are made and deleted, never changed."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from ..sipgate_common.table import Row
from .bodies import CAUSE, DIRECTION, E164, EMAIL, TEXT, Field, body
from .operations import Context, Operation
from .refusals import bad_parameter, not_found

_BODIES: dict[str, Field] = {
    "email": EMAIL.needed,
    "number": E164.needed,
    "direction": DIRECTION.needed,
    "cause": CAUSE.needed,
}


@dataclass(frozen=True)
class Form:
    """One way of being told.

    :param path: the last two segments of its path
    :param operation: the Swagger document's ``operationId``
    :param kind: what is told of, a key of the answer
    :param channel: how, a key of the answer's entries
    :param endpoint: the body's name of the endpoint, which differs from kind to kind
    :param target: the body's name of who is told
    :param conditions: what else the body says
    :param letters: the first letters of the endpoints it is for
    """

    path: str
    operation: str
    kind: str
    channel: str
    endpoint: str
    target: str
    conditions: tuple[str, ...]
    letters: str


FORMS = (
    Form(
        "call/email",
        "createEmailNotificationForCall",
        "call",
        "emails",
        "endpointId",
        "email",
        ("direction", "cause"),
        "pegxy",
    ),
    Form(
        "call/sms",
        "createSmsNotificationForCall",
        "call",
        "sms",
        "endpointId",
        "number",
        ("direction", "cause"),
        "pegxy",
    ),
    Form("fax/email", "addFaxEmailNotification", "fax", "emails", "faxlineId", "email", ("direction",), "f"),
    Form("fax/report", "addFaxReportEmailNotification", "fax", "reports", "faxlineId", "email", (), "f"),
    Form("fax/sms", "addFaxSmsNotification", "fax", "sms", "faxlineId", "number", ("direction",), "f"),
    Form("sms/email", "addSmsEmailNotification", "sms", "emails", "endpointId", "email", (), "s"),
    Form("voicemail/email", "addVoicemailEmailNotification", "voicemail", "emails", "voicemailId", "email", (), "v"),
    Form("voicemail/sms", "addVoicemailSmsNotification", "voicemail", "sms", "voicemailId", "number", (), "v"),
)
#: kind -> the channels of an entry of that kind, in the order in which the API shows both
_CHANNELS = {
    "fax": ("emails", "sms", "reports"),
    "voicemail": ("emails", "sms"),
    "call": ("emails", "sms"),
    "sms": ("emails",),
}
_FORM_OF = {(form.kind, form.channel): form for form in FORMS}


def _target_view(notification: Row) -> dict[str, Any]:
    """Messages by e-mail show a direction that cannot be set: only incoming ones are told of."""
    form = _FORM_OF[notification["kind"], notification["channel"]]
    view = {"id": notification["id"], form.target: notification["target"]}
    view.update({name: notification[name] for name in form.conditions})
    return {**view, "direction": "INCOMING"} if form.kind == "sms" else view


def _get_notifications(context: Context) -> Any:
    answer: dict[str, dict[str, Any]] = {kind: {} for kind in _CHANNELS}
    for notification in context.account.notifications.where("owner", context.owner["id"]):
        kind, endpoint = notification["kind"], notification["endpointId"]
        entry = answer[kind].setdefault(
            endpoint,
            {
                "endpointId": endpoint,
                "endpointAlias": context.account.endpoint_alias(endpoint),
                **{channel: [] for channel in _CHANNELS[kind]},
            },
        )
        entry[notification["channel"]].append(_target_view(notification))
    return {kind: context.listed(entries.values()) for kind, entries in answer.items()}


def _adds(form: Form) -> Callable[[Context], None]:
    """Makes a notification; the answer does not tell its id."""

    def handler(context: Context) -> None:
        account = context.account
        endpoint = context.body[form.endpoint]
        if endpoint[:1] not in tuple(form.letters) or account.endpoint(endpoint) is None:
            raise bad_parameter("there is no such endpoint", f"/{form.endpoint}")
        context.within("notifications", len(account.notifications.where("owner", context.owner["id"])))
        account.notifications.add(
            id=account.new_id(),
            owner=context.owner["id"],
            kind=form.kind,
            channel=form.channel,
            endpointId=endpoint,
            target=context.body[form.target],
            **{name: context.body[name] for name in form.conditions},
        )

    return handler


def _delete_notification(context: Context) -> None:
    notification = context.account.notifications.get(context.parameters["notificationId"])
    if notification is None or notification["owner"] != context.owner["id"]:
        raise not_found("notification")
    context.account.notifications.remove(notification)


_NOTIFICATIONS = "/{userId}/notifications"
_WRITE = ("notifications:write",)

OPERATIONS = (
    Operation("GET", _NOTIFICATIONS, "getNotifications", _get_notifications, ("notifications:read",)),
    *(
        Operation(
            "POST",
            f"{_NOTIFICATIONS}/{form.path}",
            form.operation,
            _adds(form),
            _WRITE,
            body=body(
                **{form.endpoint: TEXT.needed}, **{name: _BODIES[name] for name in (form.target, *form.conditions)}
            ),
            feature="notifications",
        )
        for form in FORMS
    ),
    Operation("DELETE", f"{_NOTIFICATIONS}/{{notificationId}}", "deleteNotification", _delete_notification, _WRITE),
)
