# Copyright (c) 2026 the dialtone.voip contributors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Voicemail boxes: read for the whole account, changed under the phone line they belong to."""

from __future__ import annotations

import base64
import binascii
import secrets
from typing import Any

from ..sipgate_common.table import Row, Table
from .account import ENDPOINT_KINDS
from .bodies import FLAG, TEXT, Field, body
from .documents import assigns
from .nested import NestedItem
from .operations import Context, Operation, picked
from .phonelines import line_in_path
from .refusals import bad_parameter, forbidden

GREETING_BODY = body(filename=TEXT, base64Content=Field("text", most=15_000_000))
_GREETING_FIELDS = ("id", "alias", "greetingUrl", "recordingEnabled", "active")


def _simple_view(context: Context, voicemail: Row) -> dict[str, Any]:
    endpoint = voicemail["endpointId"]
    return {
        **picked(voicemail, ("id", "alias")),
        "belongsToEndpoint": {"extension": endpoint, "type": ENDPOINT_KINDS[endpoint[0]].type},
    }


def _active_greeting(voicemail: Row) -> dict[str, Any]:
    active = next((greeting for greeting in voicemail["greetings"] if greeting["active"]), None)
    return {
        "activeGreetingAlias": active["alias"] if active else None,
        "activeGreetingId": active["id"] if active else None,
    }


def _can_transcribe(context: Context, voicemail: Row) -> bool:
    """Whether the mailbox can transcribe messages, and the feature is booked."""
    return bool(voicemail["canTranscribe"] and context.knobs["features"]["transcription"])


def _transcription(context: Context, voicemail: Row) -> dict[str, Any]:
    return {"transcription": voicemail["transcription"], "canTranscribe": _can_transcribe(context, voicemail)}


def line_voicemail_view(context: Context, voicemail: Row, base: str) -> dict[str, Any]:
    """PhonelineVoicemailResponse.

    :param base: the path of the phone line or group
    """
    url = context.url(f"{base}/voicemails/{voicemail['id']}")
    return {
        **picked(voicemail, ("id", "alias", "timeout", "active")),
        "transcriptionsUrl": f"{url}/transcriptions",
        **_transcription(context, voicemail),
        "greetingsUrl": f"{url}/greetings",
        **_active_greeting(voicemail),
        "accessNumber": voicemail["accessNumber"],
    }


def new_greeting(context: Context) -> dict[str, Any]:
    """A greeting made of an upload; its alias is the name of the file.

    :raises Refusal: 400 without a name, or if the content is not base64
    """
    filename = context.body.get("filename", "")
    content = context.body.get("base64Content", "")
    if not filename:
        raise bad_parameter("filename must not be empty", "/filename")
    try:
        base64.b64decode(content, validate=True)
    except (binascii.Error, ValueError):
        content = ""
    if not content:
        raise bad_parameter("base64Content is not base64", "/base64Content")
    greeting_id = context.account.new_id()
    return {
        "id": greeting_id,
        "alias": filename,
        "greetingUrl": f"https://media.example.net/greetings/{greeting_id}/{secrets.token_hex(8)}",
        "recordingEnabled": False,
        "active": False,
    }


def _get_voicemails(context: Context) -> Any:
    account = context.account
    return context.items(
        _simple_view(context, voicemail)
        for voicemail in account.voicemails
        if context.user["admin"] or account.endpoint_owner(voicemail["id"]) == context.user["id"]
    )


def _get_voicemail(context: Context) -> Any:
    voicemail = context.found(context.account.voicemails.get(context.parameters["voicemailId"]), "voicemail")
    context.mine(context.account.endpoint_owner(voicemail["id"]))
    return {
        **_simple_view(context, voicemail),
        **_transcription(context, voicemail),
        **_active_greeting(voicemail),
        "accessNumber": voicemail["accessNumber"],
    }


def _line_voicemail(context: Context) -> Row:
    line = line_in_path(context)
    voicemail = context.account.voicemails.get(context.parameters["voicemailId"])
    return context.found(voicemail if voicemail and voicemail["endpointId"] == line["id"] else None, "voicemail")


def _located(context: Context) -> tuple[Table, Row]:
    return context.account.voicemails, _line_voicemail(context)


def _get_line_voicemails(context: Context) -> Any:
    line = line_in_path(context)
    base = context.account.endpoint_path(line["id"])
    return context.items(
        line_voicemail_view(context, voicemail, base)
        for voicemail in context.account.voicemails.where("endpointId", line["id"])
    )


def _change_voicemail(context: Context) -> None:
    voicemail = _line_voicemail(context)
    if context.body["transcription"] and not _can_transcribe(context, voicemail):
        raise forbidden("the transcription feature is not booked")
    context.account.voicemails.change(voicemail, **context.body)


def _greetings(context: Context, voicemail: Row) -> Any:
    return context.items(picked(greeting, _GREETING_FIELDS) for greeting in voicemail["greetings"])


def _get_greetings(context: Context) -> Any:
    return _greetings(context, _line_voicemail(context))


def _add_greeting(context: Context) -> Any:
    """The answer is the whole list."""
    voicemail = _line_voicemail(context)
    context.account.voicemails.change(voicemail, greetings=[*voicemail["greetings"], new_greeting(context)])
    return _greetings(context, voicemail)


def _greeting(context: Context) -> NestedItem:
    return NestedItem(context, *_located(context), "greetings", "greetingId", "greeting")


def _change_greeting(context: Context) -> None:
    """Activating one makes the others inactive."""
    greeting = _greeting(context)
    greeting.choose("active", context.body.get("active", greeting.value["active"]))


def _delete_greeting(context: Context) -> None:
    _greeting(context).remove()


_LINE_VOICEMAILS = "/{userId}/phonelines/{phonelineId}/voicemails"
_VOICEMAIL = f"{_LINE_VOICEMAILS}/{{voicemailId}}"
_GREETINGS = f"{_VOICEMAIL}/greetings"
_GREETING = f"{_GREETINGS}/{{greetingId}}"
_READ = ("phonelines:read", "phonelines:voicemails:read")
_WRITE = ("phonelines:write", "phonelines:voicemails:write")
_WRITE_GREETINGS = (*_WRITE, "phonelines:voicemails:greetings:write")

OPERATIONS = (
    Operation("GET", "/voicemails", "getVoicemails", _get_voicemails, ("voicemails:read",)),
    Operation("GET", "/voicemails/{voicemailId}", "getVoicemail", _get_voicemail, ("voicemails:read",)),
    Operation(
        "GET",
        _LINE_VOICEMAILS,
        "getPhonelineVoicemails",
        _get_line_voicemails,
        _READ,
        feature="voicemail_settings",
        classic=True,
    ),
    Operation(
        "PUT",
        _VOICEMAIL,
        "changeVoicemailSettings",
        _change_voicemail,
        _WRITE,
        body=body(timeout=Field("whole", least=0), active=FLAG.needed, transcription=FLAG.needed),
        feature="voicemail_settings",
        classic=True,
    ),
    Operation(
        "GET",
        _GREETINGS,
        "getPhonelineVoicemailGreetings",
        _get_greetings,
        (*_READ, "phonelines:voicemails:greetings:read"),
        classic=True,
    ),
    Operation("POST", _GREETINGS, "addGreeting", _add_greeting, _WRITE_GREETINGS, body=GREETING_BODY, classic=True),
    Operation(
        "PUT",
        _GREETING,
        "changePhonelineVoicemailGreeting",
        _change_greeting,
        _WRITE_GREETINGS,
        body=body(active=FLAG),
        classic=True,
    ),
    Operation("DELETE", _GREETING, "deletePhonlineVoicemailGreeting", _delete_greeting, _WRITE_GREETINGS, classic=True),
    Operation(
        "PUT",
        f"{_VOICEMAIL}/transcriptions",
        "changePhonelineVoicemailTranscriptionSetting",
        # The Swagger document prints no 403 here, so what is not booked is not refused.
        assigns(_located, "transcription", "active"),
        _WRITE,
        body=body(active=FLAG),
        classic=True,
    ),
)
