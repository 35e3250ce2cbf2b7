# Copyright (c) 2026 the dialtone.voip contributors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Settings: numbers, extensions and mobile devices. There is no way to make, rename or delete an extension."""

from __future__ import annotations

import secrets
from typing import Any

from ..sipgate_common.demo_site import OUTBOUND_PROXY, SIP_SERVER
from ..sipgate_common.table import Row
from .operations import Context, Operation, Refusal
from .phone_numbers import digits_of, is_plain, pretty
from .serialisation import Answer

_BASE_FIELDS = ("incomingNumbers", "directDialNumbers", "dnd", "outgoingNumber", "devices")
#: type of an extension -> the fields tagged SIMPLE that it has
_SIMPLE_FIELDS = {
    "register": ("sipPassword", "registerUrl", "outboundProxyUrl"),
    "fax": ("faxIn",),
    "voicemail": ("pin", "timezone", "announcementUrl"),
    "external": ("provider", "externalPhonenumber"),
    "sms": (),
}
_TYPES_WITH_DND = ("register", "external")
_TYPES_WITH_OUTGOING_NUMBER = ("register", "external", "fax", "sms")


def _extension(context: Context) -> Row:
    return context.own(context.account.extensions.get(context.parameters["extensionId"]), "extension")


def _own_extensions(context: Context) -> list[Row]:
    return context.account.extensions.where("owner", context.user["id"])


def _alias(extension: Row) -> dict[str, str]:
    """An extension that was never named has no alias at all."""
    return {"alias": extension["alias"]} if extension["alias"] else {}


def _extension_view(context: Context, extension: Row) -> dict[str, Any]:
    view = {
        "extensionId": extension["extensionId"],
        **_alias(extension),
        "type": extension["type"],
        "resource": {"get": context.link(f"settings/extensions/{extension['extensionId']}")},
        **{name: extension[name] for name in _BASE_FIELDS},
    }
    if context.detailed:
        view.update({name: extension[name] for name in _SIMPLE_FIELDS[extension["type"]]})
    return view


def _get_numbers(context: Context) -> Answer:
    account = context.account.documents["account"]
    return Answer("Numbers", {name: account[name] for name in ("allowAdd", "allowEmptyOadc", "phonenumbers")})


def _get_number_list(context: Context) -> Answer:
    """Every number of the account, not only the user's; there is no struct around the list."""
    return Answer("phonenumbers", context.account.documents["account"]["phonenumbers"])


def _get_outgoing_numbers(context: Context) -> Answer:
    records = [
        {
            "extension": {"id": extension["extensionId"], **_alias(extension)},
            "clip": extension["outgoingNumber"]["clip"],
            "number": extension["outgoingNumber"]["number"],
            "prettyNumber": pretty(extension["outgoingNumber"]["number"]),
        }
        for extension in _own_extensions(context)
        if extension["outgoingNumber"] is not None
    ]
    return Answer("outgoingNumber", {"extension": records})


def _set_outgoing_number(context: Context) -> None:
    """All three parameters make one record. A number of the account comes as ``tel:…``, another as it was typed."""
    account = context.account.documents["account"]
    extension_id, clip, number = context.needed("extensionId"), context.flag("clip"), context.values.first("number")
    if number is None:
        raise Refusal(400, "missing parameter number")
    extension = context.own(context.account.extensions.get(extension_id), "extension")
    digits = digits_of(number)
    if not digits and not account["allowEmptyOadc"]:
        raise Refusal(400, "the number must not be empty")
    if extension["type"] not in _TYPES_WITH_OUTGOING_NUMBER:
        raise Refusal(400, "the extension has no outgoing number")
    if digits and digits not in (*account["phonenumbers"], *account["verifiedNumbers"]):
        raise Refusal(403, "the number is neither the account's nor verified")
    context.account.extensions.change(extension, outgoingNumber={"number": digits, "clip": clip})


def _get_extensions(context: Context) -> Answer:
    views = [_extension_view(context, extension) for extension in _own_extensions(context)]
    return Answer("extensions", {"extensions": views})


def _get_extension(context: Context) -> Answer:
    return Answer("extension", _extension_view(context, _extension(context)))


def _get_dnd(context: Context) -> Answer:
    return Answer("dnd", {"value": _extension(context)["dnd"]})


def _set_dnd(context: Context) -> None:
    extension = _extension(context)
    value = context.flag()
    if extension["type"] not in _TYPES_WITH_DND:
        raise Refusal(400, "the extension cannot be set to do not disturb")
    context.account.extensions.change(extension, dnd=value)


def _get_base_product_type(context: Context) -> Answer:
    """The documentation prints the struct of an extension here; this is what came."""
    return Answer("BaseProductType", {"baseproducttype": context.user["baseproducttype"]})


def _get_mobile_devices(context: Context) -> Answer:
    fields = ("deviceNumberE164", "deviceVendor", "deviceModel", "deviceFirmware")
    devices = context.account.mobile_devices.where("owner", context.user["id"])
    return Answer("RegisteredMobileDevices", [{name: device[name] for name in fields} for device in devices])


def _get_mobile_extensions(context: Context) -> Answer:
    account = context.account
    views = []
    for device in account.mobile_devices.where("owner", context.user["id"]):
        extension = account.extensions.get(device["extensionId"])
        if extension is not None:
            views.append(
                {
                    "extensionId": extension["extensionId"],
                    **_alias(extension),
                    "phoneNumber": device["deviceNumberE164"],
                }
            )
    return Answer("mobileExtensions", views)


def _create_mobile_extension(context: Context) -> Answer:
    """Registers a handset. The same number again has the same extension, with a new password.

    The credentials are spelled in another way than those of an extension.
    """
    account = context.account
    names = ("vendor", "model", "firmware")
    number = context.needed("phoneNumber")
    handset = {f"device{name.capitalize()}": context.needed(name) for name in names}
    if not is_plain(number):
        raise Refusal(400, "parameter phoneNumber must be a number")
    number = digits_of(number)
    device = account.mobile_devices.get(number)
    if device is not None and device["owner"] != context.user["id"]:
        raise Refusal(403, "the number belongs to another user")
    password = secrets.token_urlsafe(9)
    extension = account.extensions.get(device["extensionId"]) if device is not None else None
    if extension is None:
        extension = account.extensions.add(
            extensionId=account.new_extension_id("e"),
            owner=context.user["id"],
            alias=f"{handset['deviceVendor']} {handset['deviceModel']}",
            registerUrl=SIP_SERVER,
            outboundProxyUrl=OUTBOUND_PROXY,
        )
    account.extensions.change(extension, sipPassword=password)
    values = {**handset, "extensionId": extension["extensionId"]}
    if device is None:
        account.mobile_devices.add(deviceNumberE164=number, owner=context.user["id"], **values)
    else:
        account.mobile_devices.change(device, **values)
    credentials = {
        "sipId": extension["extensionId"],
        "sipPassword": password,
        "registerURL": extension["registerUrl"],
        "proxyURL": extension["outboundProxyUrl"],
    }
    return Answer("credentials", credentials)


def _get_voicemail_code(context: Context) -> Answer:
    """What a handset dials to divert unanswered calls to the mailbox."""
    number = context.account.documents["account"]["voicemailNumber"]
    return Answer("unifiedVoicemailGsmCode", {"value": f"**004*{number}#"})


OPERATIONS = (
    Operation("GET", "settings/numbers", _get_numbers),
    Operation("GET", "settings/numbers/list", _get_number_list),
    Operation("GET", "settings/numbers/outgoing", _get_outgoing_numbers),
    Operation("POST", "settings/numbers/outgoing", _set_outgoing_number),
    Operation("GET", "settings/extensions", _get_extensions),
    Operation("GET", "settings/extensions/{extensionId}", _get_extension),
    Operation("GET", "settings/extensions/{extensionId}/dnd", _get_dnd),
    Operation("POST", "settings/extensions/{extensionId}/dnd", _set_dnd),
    Operation("GET", "settings/baseproducttype", _get_base_product_type),
    Operation("GET", "settings/registeredmobiledevices", _get_mobile_devices),
    Operation("GET", "settings/mobile/extensions", _get_mobile_extensions),
    Operation("POST", "settings/mobile/extensions", _create_mobile_extension),
    Operation("GET", "settings/mobile/extensions/unifiedvoicemailgsmcode", _get_voicemail_code),
)
