# Copyright (c) 2026 the dialtone.voip contributors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""What ``sipthor_info`` can read of an account."""

from __future__ import annotations

import typing as t

from .._ansible.info_module import Gatherer
from .._engine.difference import readout
from .._engine.record import Record
from .._http.errors import RequestError
from .._model.errors import RemoteError
from .._model.field import Field
from .._model.wire import read_wire
from .account import ACCOUNT, SERVICES, AccountAdapter
from .alias import ALIAS, WINDOW, listed
from .call_forwarding import CallForwarding
from .client import AccountApi, SipThorClient
from .journal import ROW, rows_since
from .service import AccountState, Notes

_ENUM_WINDOW = 10

IDENTITY = (
    Field("sip_address", wire="sip_address"),
    Field("first_name", wire="first"),
    Field("last_name", wire="lastname"),
    Field("email_address", wire="email"),
    Field("caller_id", wire="pstn_caller_id"),
    Field("mobile_number", wire="mobile_number"),
    Field("timezone"),
    Field("no_answer_timeout", "int", wire="no_answer_timeout"),
    Field("quick_dial", wire="quick_dial"),
)
CALL = (
    Field("remote_party"),
    Field("display_name"),
    Field("start_time"),
    Field("stop_time"),
    Field("timezone"),
    Field("duration", "int"),
    Field("status"),
    Field("price"),
    Field("session_id"),
    Field("from_tag"),
    Field("to_tag"),
    Field("proxy_ip", wire="proxyIP"),
    Field("media", "list", elements="str"),
)
DEVICE = (
    Field("contact"),
    Field("public_contact"),
    Field("expires", "int"),
    Field("user_agent", wire="user_agent"),
    Field("transport"),
)
#: without the PIN, which the server shows in clear
MAILBOX = (
    Field("mailbox", wire="Mailbox"),
    Field("account", wire="Account"),
    Field("name", wire="Name"),
    Field("email_address", wire="Email"),
    Field("info", wire="Info"),
    Field("delete_messages", "bool", wire="Options.delete"),
)

OPTIONS: dict[str, dict[str, t.Any]] = {
    "allow_incomplete": {"type": "bool", "default": False},
    "journal_after_id": {"type": "int", "default": 0},
    "journal_after_timestamp": {"type": "str"},
    "journal_except_uuid": {"type": "str"},
}

_Reader = t.Callable[[AccountApi, t.Mapping[str, t.Any]], t.Any]


def _of_account(read: _Reader) -> Gatherer:
    def gather(client: SipThorClient, params: t.Mapping[str, t.Any]) -> t.Any:
        return read(client.account(), params)

    return gather


def _accounts(client: SipThorClient, params: t.Mapping[str, t.Any]) -> list[dict[str, t.Any]]:
    api = client.account()
    readable = [service for service in SERVICES if service.field.readable]
    record = AccountAdapter(client).read(api, Record({"username": api.address}), readable)
    _refuse_incomplete(record.values["aliases"], WINDOW, "aliases", params)
    return [readout(ACCOUNT.fields, record.values)]


def _call_forwarding(api: AccountApi, params: t.Mapping[str, t.Any]) -> dict[str, t.Any]:
    return {"username": api.address, **CallForwarding().read(AccountState(api, Notes()))}


def _aliases(api: AccountApi, params: t.Mapping[str, t.Any]) -> list[dict[str, t.Any]]:
    aliases = listed(api)
    _refuse_incomplete(aliases, WINDOW, "aliases", params)
    return [readout(ALIAS.fields, {"alias": alias, "address": f"{alias}@{api.domain}"}) for alias in aliases]


def _enum_numbers(api: AccountApi, params: t.Mapping[str, t.Any]) -> list[str]:
    numbers = [str(number) for number in api.read_list("get_enum")]
    _refuse_incomplete(numbers, _ENUM_WINDOW, "ENUM numbers", params)
    return numbers


def _history(api: AccountApi, params: t.Mapping[str, t.Any]) -> dict[str, list[dict[str, t.Any]]]:
    """A direction without calls is ``null`` on the wire."""
    shown = api.read_map("get_history", "placed", "received")
    return {name: [readout(CALL, read_wire(CALL, row)) for row in shown[name] or []] for name in ("placed", "received")}


def _monthly_usage(api: AccountApi, params: t.Mapping[str, t.Any]) -> dict[str, t.Any] | None:
    """Since November 2022 the vendor's page breaks off with 500 here, so this is no reason to fail."""
    try:
        return api.read_map("get_monthly_usage")
    except RequestError as error:
        if error.status == 500:
            return None
        raise


def _accept_rules(api: AccountApi, params: t.Mapping[str, t.Any]) -> dict[str, t.Any]:
    """Without persistent rules their key is missing on the wire, and what was never set is ``null``."""
    rules = api.read_map("get_accept_rules", "temporary")
    temporary = rules["temporary"] or {}
    return {
        "persistent": rules.get("persistent") or {},
        "temporary": {"groups": temporary.get("groups") or [], "duration": temporary.get("duration") or 0},
        "groups": rules.get("groups") or [],
    }


def _voicemail(api: AccountApi, params: t.Mapping[str, t.Any]) -> dict[str, t.Any] | None:
    mailbox = api.read_map("get_voicemail")
    if not mailbox:
        return None
    shown = read_wire(MAILBOX, mailbox)
    # Installations say this as a boolean, a number or a word.
    shown["delete_messages"] = str(shown["delete_messages"]).lower() in ("true", "1")
    return shown


def _journal(api: AccountApi, params: t.Mapping[str, t.Any]) -> list[dict[str, t.Any]]:
    rows = rows_since(
        api,
        params["journal_after_id"],
        after_timestamp=params["journal_after_timestamp"],
        except_uuid=params["journal_except_uuid"],
    )
    return [read_wire(ROW, row) for row in rows]


def _refuse_incomplete(rows: t.Sized, window: int, words: str, params: t.Mapping[str, t.Any]) -> None:
    """A list that fills the server's window may go on behind it. :raises RemoteError: it does not count as complete."""
    if len(rows) >= window and not params["allow_incomplete"]:
        text = (
            f"The server shows the first {window} {words} of an account and has no way to read on, so the list may be "
        )
        raise RemoteError(text + "incomplete. Set allow_incomplete to get it nevertheless.", RemoteError.REFUSED)


GATHERERS: dict[str, Gatherer] = {
    "accept_rules": _of_account(_accept_rules),
    "accounts": _accounts,
    "aliases": _of_account(_aliases),
    "balance_history": _of_account(lambda api, params: api.read_list("get_balance_history")),
    "call_forwarding": _of_account(_call_forwarding),
    "devices": _of_account(lambda api, params: [read_wire(DEVICE, row) for row in api.read_list("get_devices")]),
    "enum_numbers": _of_account(_enum_numbers),
    "history": _of_account(_history),
    "identity": _of_account(lambda api, params: read_wire(IDENTITY, api.identity())),
    "journal": _of_account(_journal),
    "monthly_usage": _of_account(_monthly_usage),
    "prepaid": _of_account(lambda api, params: api.read_map("get_prepaid")),
    "reject_rules": _of_account(lambda api, params: api.read_list("get_reject_rules")),
    "voicemail": _of_account(_voicemail),
}
