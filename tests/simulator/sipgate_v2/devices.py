# Copyright (c) 2026 the dialtone.voip contributors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Devices: VoIP telephones (register), SIM cards (mobile) and numbers elsewhere (external)."""

from __future__ import annotations

import secrets
from collections.abc import Callable
from typing import Any

from ..sipgate_common.demo_site import OUTBOUND_PROXY, SIP_SERVER, SIP_WEBSOCKET_URL
from ..sipgate_common.table import Row, Table
from .account import full_name
from .bodies import E164, FLAG, TEXT, WHOLE, body, choice
from .documents import assigns, reads, writes
from .operations import Context, Operation, picked
from .refusals import Refusal, bad_parameter, forbidden, not_found

_LETTERS = {"REGISTER": "e", "MOBILE": "y", "EXTERNAL": "x"}
_LIMITS = {"REGISTER": "register_devices", "MOBILE": "mobile_devices", "EXTERNAL": "external_devices"}
_BASE = ("id", "alias", "type", "online", "dnd")
_READ = ("devices:read",)
_WRITE = ("devices:write",)


def _routing(rows: list[Row]) -> list[dict[str, Any]]:
    return [picked(row, ("id", "alias")) for row in rows]


def device_view(context: Context, device: Row) -> dict[str, Any]:
    """DeviceResponse: what every kind of device has."""
    return {
        **picked(device, _BASE),
        "activePhonelines": _routing(context.account.phonelines.where("devices", device["id"])),
        "activeGroups": _routing(context.account.groups.where("devices", device["id"])),
    }


def listed_view(context: Context, device: Row) -> dict[str, Any]:
    """A device in a list: no credentials, but its caller id and its owner, as the vendor's client has it."""
    return {**device_view(context, device), "callerId": device["callerid"]["value"], "owner": device["owner"]}


def _register_part(context: Context, device: Row) -> dict[str, Any]:
    address = device["emergencyAddressId"]
    return {
        "credentials": {
            "username": f"{context.account.documents['account']['masterSipId']}{device['id']}",
            "password": device["password"],
            "sipServer": SIP_SERVER,
            "outboundProxy": OUTBOUND_PROXY,
            "sipServerWebsocketUrl": SIP_WEBSOCKET_URL,
        },
        "registered": device["registered"],
        "emergencyAddressId": address,
        "addressUrl": f"/addresses/{address}" if address is not None else None,
    }


def _mobile_part(context: Context, device: Row) -> dict[str, Any]:
    sim = device["sim"]
    return {
        "credentials": picked(sim, ("simId", "puk1", "puk2")),
        "simState": sim["state"],
        "esim": sim["esim"],
    }


def _external_part(context: Context, device: Row) -> dict[str, Any]:
    """What is written as ``incomingCallDisplay`` is read as ``incomingCallDisplayState``."""
    return {"number": device["number"], "incomingCallDisplayState": device["incomingCallDisplay"]}


_PARTS = {"REGISTER": _register_part, "MOBILE": _mobile_part, "EXTERNAL": _external_part}


def _whole_view(context: Context, device: Row) -> dict[str, Any]:
    return {**device_view(context, device), **_PARTS[device["type"]](context, device)}


def device_in_path(context: Context, missing: Callable[[str], Refusal] = not_found) -> Row:
    """The device that the path names.

    :param missing: makes the refusal if there is none: some paths answer 403 and not 404
    """
    device = context.account.devices.get(context.parameters["deviceId"])
    if device is None:
        raise missing("device")
    context.mine(device["owner"])
    return device


def _located(context: Context) -> tuple[Table, Row]:
    return context.account.devices, device_in_path(context)


def _located_or_forbidden(context: Context) -> tuple[Table, Row]:
    return context.account.devices, device_in_path(context, forbidden)


def _of_type(context: Context, kind: str) -> Row:
    device = device_in_path(context)
    if device["type"] != kind:
        raise bad_parameter(f"the device is not of type {kind}")
    return device


def _external_device(context: Context) -> tuple[Table, Row]:
    return context.account.devices, _of_type(context, "EXTERNAL")


def _create(kind: str) -> Callable[[Context], Any]:
    def handler(context: Context) -> Any:
        return _created(context, kind)

    return handler


def _created(context: Context, kind: str) -> dict[str, Any]:
    owned = context.account.devices.where("owner", context.owner["id"])
    context.within(_LIMITS[kind], sum(device["type"] == kind for device in owned))
    device = context.account.devices.add(
        id=context.account.new_id(_LETTERS[kind]),
        owner=context.owner["id"],
        type=kind,
        alias=context.body.get("alias") or full_name(context.owner),
        number=context.body.get("number", ""),
        password=secrets.token_urlsafe(9) if kind == "REGISTER" else "",
        emergencyAddressId=context.owner["addressId"] if kind == "REGISTER" else None,
    )
    return _whole_view(context, device)


def _create_any(context: Context) -> Any:
    return _created(context, context.body["type"])


def _get_device(context: Context) -> Any:
    return _whole_view(context, device_in_path(context))


def _get_devices(context: Context) -> Any:
    """The live service filters by a list of types in one parameter, with commas between."""
    devices = context.account.devices.where("owner", context.owner["id"])
    wanted = context.query.first("type")
    if context.knobs["live2026"] and wanted:
        types = wanted.upper().split(",")
        devices = [device for device in devices if "ALL" in types or device["type"] in types]
    return context.items(listed_view(context, device) for device in devices)


def _change_device(context: Context) -> None:
    """``dnd`` is false when it is left out; an address that is left out stays."""
    device = device_in_path(context)
    values = {"dnd": context.body.get("dnd", device["dnd"])}
    if "emergencyAddressId" in context.body:
        address = context.account.addresses.get(str(context.body["emergencyAddressId"]))
        if address is None:
            raise bad_parameter("there is no such address", "/emergencyAddressId")
        values["emergencyAddressId"] = address["addressId"]
    context.account.devices.change(device, **values)


def _delete_device(context: Context) -> None:
    context.account.remove_device(device_in_path(context))


def _change_password(context: Context) -> Any:
    device = _of_type(context, "REGISTER")
    context.account.devices.change(device, password=secrets.token_urlsafe(9))
    return {"password": device["password"]}


def _mobile_device(context: Context, missing: Callable[[str], Refusal] = not_found) -> Row:
    device = device_in_path(context, missing)
    if device["owner"] != context.owner["id"]:
        raise missing("device")
    if device["type"] != "MOBILE":
        raise bad_parameter("the device is not of type MOBILE")
    return device


def _change_sim(context: Context, device: Row, **values: Any) -> None:
    context.account.devices.change(device, sim={**device["sim"], **values})


def _activate_sim(context: Context) -> None:
    sim_id = context.body.get("simId", "")
    if not sim_id:
        raise bad_parameter("simId must not be empty", "/simId")
    _change_sim(context, _mobile_device(context), simId=sim_id, state="ACTIVE")


def _deactivate_sim(context: Context) -> None:
    _change_sim(context, _mobile_device(context), simId="", state="INACTIVE")


def _order_sim(context: Context) -> None:
    device = _mobile_device(context, forbidden)
    if context.account.addresses.get(context.body["addressId"]) is None:
        raise forbidden("there is no such address")
    _change_sim(context, device, state="PENDING", orders=[*device["sim"]["orders"], context.body["addressId"]])


def _get_contingents(context: Context) -> Any:
    device = device_in_path(context)
    return {"contingents": context.listed(context.own(device, "device")["contingents"])}


_VALUE = body(value=TEXT)
_ENABLED = body(enabled=FLAG)

OPERATIONS = (
    Operation("GET", "/devices/{deviceId}", "getDevice", _get_device, _READ),
    Operation(
        "PUT",
        "/devices/{deviceId}",
        "changeDeviceSettings",
        _change_device,
        _WRITE,
        body=body(dnd=FLAG, emergencyAddressId=WHOLE),
    ),
    Operation("DELETE", "/devices/{deviceId}", "deleteDevice", _delete_device, _WRITE),
    Operation(
        "PUT",
        "/devices/{deviceId}/alias",
        "changeDeviceAlias",
        assigns(_located_or_forbidden, "alias", "value"),
        _WRITE,
        body=_VALUE,
    ),
    Operation(
        "GET",
        "/devices/{deviceId}/callerid",
        "getCallerId",
        reads(_located, "callerid"),
        (*_READ, "devices:callerid:read"),
        feature="callerid",
    ),
    Operation(
        "PUT",
        "/devices/{deviceId}/callerid",
        "changeCallerIdSettings",
        writes(_located, "callerid"),
        (*_WRITE, "devices:callerid:write"),
        body=_VALUE,
        feature="callerid",
    ),
    Operation("POST", "/devices/{deviceId}/credentials/password", "changeDevicePassword", _change_password, _WRITE),
    Operation(
        "PUT",
        "/devices/{deviceId}/external/incomingcalldisplay",
        "changeCallerDisplayOfDevice",
        assigns(_external_device, "incomingCallDisplay"),
        _WRITE,
        body=body(incomingCallDisplay=choice("CALLED_NUMBER", "CALLER_NUMBER").needed),
    ),
    Operation(
        "PUT",
        "/devices/{deviceId}/external/targetnumber",
        "changeTargetNumberOfDevice",
        assigns(_external_device, "number"),
        _WRITE,
        body=body(number=E164),
    ),
    Operation(
        "GET",
        "/devices/{deviceId}/localprefix",
        "getLocalprefix",
        reads(_located, "localprefix"),
        (*_READ, "devices:localprefix:read"),
    ),
    Operation(
        "PUT",
        "/devices/{deviceId}/localprefix",
        "changeLocalprefixSettings",
        writes(_located, "localprefix"),
        (*_WRITE, "devices:localprefix:write"),
        body=body(value=TEXT, active=FLAG),
    ),
    Operation(
        "GET",
        "/devices/{deviceId}/singlerowdisplay",
        "getSingleRowDisplay",
        reads(_located, "singlerowdisplay"),
        (*_READ, "devices:singlerowdisplay:read"),
    ),
    Operation(
        "PUT",
        "/devices/{deviceId}/singlerowdisplay",
        "changeSingleRowDisplay",
        writes(_located, "singlerowdisplay"),
        (*_WRITE, "devices:singlerowdisplay:write"),
        body=_ENABLED,
    ),
    Operation(
        "GET",
        "/devices/{deviceId}/tariffannouncement",
        "getTariffAnnouncement",
        reads(_located, "tariffannouncement"),
        (*_READ, "devices:tariffannouncement:read"),
        feature="tariffannouncement",
    ),
    Operation(
        "PUT",
        "/devices/{deviceId}/tariffannouncement",
        "changeTariffAnnouncement",
        writes(_located, "tariffannouncement"),
        (*_WRITE, "devices:tariffannouncement:write"),
        body=_ENABLED,
        feature="tariffannouncement",
    ),
    Operation("GET", "/{userId}/devices", "getDevices", _get_devices, _READ),
    Operation(
        "POST",
        "/{userId}/devices",
        "createDevice",
        _create_any,
        _WRITE,
        body=body(type=choice(*_LETTERS).needed, alias=TEXT),
    ),
    Operation(
        "POST",
        "/{userId}/devices/external",
        "createExternalDevice",
        _create("EXTERNAL"),
        _WRITE,
        body=body(alias=TEXT, number=E164),
    ),
    Operation(
        "POST", "/{userId}/devices/mobile", "createMobileDevice", _create("MOBILE"), _WRITE, body=body(alias=TEXT)
    ),
    Operation(
        "POST", "/{userId}/devices/register", "createRegisterDevice", _create("REGISTER"), _WRITE, body=body(alias=TEXT)
    ),
    Operation("GET", "/{userId}/devices/{deviceId}/contingents", "getDeviceContingents", _get_contingents, _READ),
    Operation(
        "POST",
        "/{userId}/devices/{deviceId}/sim",
        "activateSim",
        _activate_sim,
        (*_WRITE, "devices:sim:write"),
        body=body(simId=TEXT),
    ),
    Operation(
        "DELETE", "/{userId}/devices/{deviceId}/sim", "deactivateSim", _deactivate_sim, (*_WRITE, "devices:sim:write")
    ),
    Operation(
        "POST",
        "/{userId}/devices/{deviceId}/sim/orders",
        "orderSim",
        _order_sim,
        (*_WRITE, "devices:sim:write", "devices:sims:orders:write"),
        body=body(addressId=TEXT.needed),
        feature="sim_orders",
    ),
)
