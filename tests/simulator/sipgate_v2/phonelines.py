# Copyright (c) 2026 the dialtone.voip contributors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Phone lines: their devices, forwardings and webhook. Neo accounts have none of it."""

from __future__ import annotations

import re
from typing import Any

from ..sipgate_common.table import Row, Table
from .account import full_name
from .bodies import FLAG, TEXT, Field, body, choice, objects
from .devices import listed_view
from .documents import assigns, reads, writes
from .nested import NestedItem
from .operations import Context, Operation, picked
from .refusals import bad_parameter, not_found
from .webhooks import check_url, log_view

_LINKS = {
    "blockAnonymousUrl": "blockanonymous",
    "devicesUrl": "devices",
    "forwardingsUrl": "forwardings",
    "numbersUrl": "numbers",
    "parallelForwardingsUrl": "parallelforwardings",
    "voicemailsUrl": "voicemails",
}
_NUMBER = re.compile(r"\+[1-9][0-9]{1,14}")


def _simple_view(context: Context, line: Row) -> dict[str, Any]:
    base = context.url(f"/{line['owner']}/phonelines/{line['id']}")
    return {**picked(line, ("id", "alias")), **{name: f"{base}/{path}" for name, path in _LINKS.items()}}


def voicemail_settings(context: Context, endpoint_id: str) -> list[dict[str, Any]]:
    """VoicemailSettingsResponse of every voicemail of a phone line or group."""
    voicemails = context.account.voicemails.where("endpointId", endpoint_id)
    return [picked(voicemail, ("id", "timeout", "active")) for voicemail in voicemails]


def number_list(context: Context, endpoint_id: str) -> Any:
    """EndpointNumbersResponse: the numbers that lead to an endpoint, without saying so once more."""
    numbers = context.account.numbers.where("endpointId", endpoint_id)
    return context.items(picked(number, ("id", "number", "localized", "type")) for number in numbers)


def line_in_path(context: Context) -> Row:
    """The phone line that the path names, if the user that the path names has it."""
    return context.own(context.account.phonelines.get(context.parameters["phonelineId"]), "phoneline")


def _located(context: Context) -> tuple[Table, Row]:
    return context.account.phonelines, line_in_path(context)


def _get_lines(context: Context) -> Any:
    lines = context.account.phonelines.where("owner", context.owner["id"])
    return context.items(_simple_view(context, line) for line in lines)


def _create_line(context: Context) -> Any:
    """There is no body: the server names the line after its user, and a second call gives it its alias."""
    context.within("phonelines", len(context.account.phonelines.where("owner", context.owner["id"])))
    line = context.account.phonelines.add(
        id=context.account.new_id("p"), owner=context.owner["id"], alias=full_name(context.owner)
    )
    context.account.voicemails.add(id=context.account.new_id("v"), endpointId=line["id"], canTranscribe=True)
    return _simple_view(context, line)


def _get_line(context: Context) -> Any:
    line = line_in_path(context)
    return {**picked(line, ("id", "alias")), "voicemails": voicemail_settings(context, line["id"])}


def _delete_line(context: Context) -> None:
    context.account.remove_phoneline(line_in_path(context))


def _get_line_devices(context: Context) -> Any:
    devices = (context.account.devices.get(device_id) for device_id in line_in_path(context)["devices"])
    return context.items(listed_view(context, device) for device in devices if device is not None)


def add_member_device(context: Context, table: Table, row: Row) -> None:
    """Add the body's device to a phone line or group; once more changes nothing."""
    device = context.account.devices.get(context.body["deviceId"])
    if device is None:
        raise bad_parameter("there is no such device", "/deviceId")
    if device["id"] not in row["devices"]:
        table.change(row, devices=[*row["devices"], device["id"]])


def remove_member_device(context: Context, table: Table, row: Row) -> None:
    """Take the path's device out of a phone line or group."""
    device_id = context.parameters["deviceId"]
    if device_id not in row["devices"]:
        raise not_found("device")
    table.change(row, devices=[member for member in row["devices"] if member != device_id])


def _add_device(context: Context) -> None:
    add_member_device(context, *_located(context))


def _remove_device(context: Context) -> None:
    remove_member_device(context, *_located(context))


def _check_destination(context: Context, destination: str, pointer: str) -> None:
    if context.account.endpoint(destination) is None and not _NUMBER.fullmatch(destination):
        raise bad_parameter("the destination is neither a phone number nor an extension", pointer)


def _destination_alias(context: Context, destination: str) -> str:
    return context.account.endpoint_alias(destination) or destination


def _get_forwardings(context: Context) -> Any:
    return context.items(
        {"alias": _destination_alias(context, forwarding["destination"]), **forwarding}
        for forwarding in line_in_path(context)["forwardings"]
    )


def _set_forwardings(context: Context) -> None:
    """The body replaces the whole list. It is read under the name ``items`` and written as ``forwardings``."""
    line = line_in_path(context)
    if "forwardings" not in context.body:
        return
    forwardings = [
        {
            "destination": forwarding["destination"],
            "timeout": forwarding.get("timeout", 0),
            "active": forwarding.get("active", False),
        }
        for forwarding in context.body["forwardings"]
    ]
    for number, forwarding in enumerate(forwardings):
        _check_destination(context, forwarding["destination"], f"/forwardings/{number}/destination")
    context.account.phonelines.change(line, forwardings=forwardings)


def _get_parallel_forwardings(context: Context) -> Any:
    return context.items(line_in_path(context)["parallelforwardings"])


def _add_parallel_forwarding(context: Context) -> None:
    """The answer does not tell the id of what was made."""
    line = line_in_path(context)
    destination = context.body.get("destination", "")
    _check_destination(context, destination, "/destination")
    forwarding = {
        "id": context.account.new_id("x"),
        "alias": context.body.get("alias") or _destination_alias(context, destination),
        "destination": destination,
        "active": context.body.get("active", False),
    }
    context.account.phonelines.change(line, parallelforwardings=[*line["parallelforwardings"], forwarding])


def _parallel_forwarding(context: Context) -> NestedItem:
    return NestedItem(context, *_located(context), "parallelforwardings", "parallelForwardingId", "parallelforwarding")


def _change_parallel_forwarding(context: Context) -> None:
    forwarding = _parallel_forwarding(context)
    if "destination" in context.body:
        _check_destination(context, context.body["destination"], "/destination")
    forwarding.change(**context.body)


def _delete_parallel_forwarding(context: Context) -> None:
    _parallel_forwarding(context).remove()


def _get_numbers(context: Context) -> Any:
    return number_list(context, line_in_path(context)["id"])


_set_webhook_fields = writes(_located, "sipgateio")


def _set_webhook(context: Context) -> None:
    for name in ("incomingUrl", "outgoingUrl"):
        check_url(context, name)
    _set_webhook_fields(context)


def _get_webhook_log(context: Context) -> Any:
    return context.items(log_view(entry) for entry in line_in_path(context)["log"])


_LINES = "/{userId}/phonelines"
_LINE = f"{_LINES}/{{phonelineId}}"
_PARALLEL = f"{_LINE}/parallelforwardings"
_FORWARDING = {
    "destination": TEXT.needed,
    "timeout": Field("whole", least=0, most=600),
    "active": FLAG,
}
_PARALLEL_FORWARDING = body(destination=TEXT, alias=TEXT, active=FLAG)


def _read(*further: str) -> tuple[str, ...]:
    return ("phonelines:read", *further)


def _write(*further: str) -> tuple[str, ...]:
    return ("phonelines:write", *further)


OPERATIONS = tuple(
    Operation(method, template, name, handler, scopes, body=form, feature=feature, classic=True)
    for method, template, name, handler, scopes, form, feature in (
        ("GET", _LINES, "getPhonelines", _get_lines, _read(), None, ""),
        ("POST", _LINES, "createPhoneline", _create_line, _write(), None, ""),
        ("GET", _LINE, "getPhoneline", _get_line, _read(), None, ""),
        ("PUT", _LINE, "setPhonelineAlias", assigns(_located, "alias"), _write(), body(alias=TEXT), ""),
        ("DELETE", _LINE, "deletePhoneline", _delete_line, _write(), None, ""),
        (
            "GET",
            f"{_LINE}/blockanonymous",
            "getBlockAnonymousSetting",
            reads(_located, "blockanonymous"),
            ("phonelines:blockanonymous:read",),
            None,
            "",
        ),
        (
            "PUT",
            f"{_LINE}/blockanonymous",
            "setBlockAnonymousSetting",
            writes(_located, "blockanonymous", shown=True),
            ("phonelines:blockanonymous:write",),
            body(enabled=FLAG, target=choice("REJECT", "VOICEMAIL")),
            "",
        ),
        (
            "GET",
            f"{_LINE}/devices",
            "getDevicesForPhoneline",
            _get_line_devices,
            _read("phonelines:devices:read"),
            None,
            "",
        ),
        (
            "POST",
            f"{_LINE}/devices",
            "addDeviceToPhoneline",
            _add_device,
            ("phonelines:devices:write",),
            body(deviceId=TEXT.needed),
            "",
        ),
        (
            "DELETE",
            f"{_LINE}/devices/{{deviceId}}",
            "removeDeviceFromPhoneline",
            _remove_device,
            ("phonelines:devices:write",),
            None,
            "",
        ),
        (
            "GET",
            f"{_LINE}/forwardings",
            "getPhonelineForwardings",
            _get_forwardings,
            _read("phonelines:forwardings:read"),
            None,
            "forwardings",
        ),
        (
            "PUT",
            f"{_LINE}/forwardings",
            "setPhonelineForwardingSettings",
            _set_forwardings,
            _write("phonelines:forwardings:write"),
            body(forwardings=objects(**_FORWARDING)),
            "forwardings",
        ),
        (
            "GET",
            f"{_LINE}/numbers",
            "getPhonelineNumbers",
            _get_numbers,
            _read("phonelines:numbers:read"),
            None,
            "",
        ),
        (
            "GET",
            _PARALLEL,
            "getPhonelineParallelForwardings",
            _get_parallel_forwardings,
            _read("phonelines:parallelforwardings:read"),
            None,
            "parallelforwardings",
        ),
        (
            "POST",
            _PARALLEL,
            "addParallelForwarding",
            _add_parallel_forwarding,
            _write("phonelines:parallelforwardings:write"),
            _PARALLEL_FORWARDING,
            "",
        ),
        (
            "PUT",
            f"{_PARALLEL}/{{parallelForwardingId}}",
            "changeParallelForwardingSettings",
            _change_parallel_forwarding,
            _write("phonelines:parallelforwardings:write"),
            _PARALLEL_FORWARDING,
            "",
        ),
        (
            "DELETE",
            f"{_PARALLEL}/{{parallelForwardingId}}",
            "deleteParallelForwardingSettings",
            _delete_parallel_forwarding,
            _write("phonelines:parallelforwardings:write"),
            None,
            "",
        ),
        (
            "GET",
            f"{_LINE}/sipgateio",
            "getSipgateIoSettings",
            reads(_located, "sipgateio"),
            _read("phonelines:sipgateio:read"),
            None,
            "line_webhooks",
        ),
        (
            "PUT",
            f"{_LINE}/sipgateio",
            "setSipgateIoSettings",
            _set_webhook,
            _write("phonelines:sipgateio:write"),
            body(
                incomingActive=FLAG,
                outgoingActive=FLAG,
                incomingUrl=TEXT.needed,
                outgoingUrl=TEXT.needed,
                log=FLAG,
                certificate=TEXT,
                allowSelfSigned=FLAG,
            ),
            "line_webhooks",
        ),
        (
            "GET",
            f"{_LINE}/sipgateio/log",
            "getSipgateIoLogs",
            _get_webhook_log,
            _read("phonelines:sipgateio:log:read"),
            None,
            "line_webhooks",
        ),
    )
)
