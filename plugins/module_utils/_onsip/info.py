# Copyright (c) 2026 the dialtone.voip contributors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""What ``onsip_info`` can read."""

from __future__ import annotations

import typing as t

from .._ansible.info_module import Gatherer
from .._engine.difference import readout
from .._engine.record import Record
from .._model.errors import CallError
from . import readings
from .account import AccountAdapter
from .account_resource import AccountResourceAdapter
from .adapter import ElementAdapter
from .attendant import AttendantAdapter
from .client import OnsipClient
from .e911_address import E911AddressAdapter
from .e911_location import E911LocationAdapter
from .external_address import ExternalAddressAdapter
from .organization import OrganizationAdapter
from .phone_number import PhoneNumberAdapter
from .readings import Reading
from .recording_address import RecordingAddressAdapter
from .ring_group import RingGroupAdapter
from .telephone_number_address import TelephoneNumberAddressAdapter
from .user import UserAdapter
from .user_address import UserAddressAdapter
from .user_alias import UserAliasAdapter
from .voicemail_address import VoicemailAddressAdapter
from .voicemail_box import VoicemailBoxAdapter
from .voicemail_management_address import VoicemailManagementAddressAdapter

OPTIONS: dict[str, dict[str, t.Any]] = {
    "only": {"type": "list", "elements": "str"},
    "month_offset": {"type": "int"},
    "start_date_time": {"type": "str"},
    "end_date_time": {"type": "str"},
    "start_cdr_id": {"type": "int"},
    "end_cdr_id": {"type": "int"},
}


def _only(params: t.Mapping[str, t.Any]) -> list[str]:
    """Which objects are read alone. :raises CallError: it is unclear of which kind they are."""
    only = params.get("only") or []
    if only and len(params["gather"]) != 1:
        raise CallError("only names objects of one kind, so gather must name one kind as well")
    return t.cast("list[str]", only)


def _objects(adapter_class: t.Callable[[OnsipClient], ElementAdapter]) -> Gatherer:
    def gather(client: OnsipClient, params: t.Mapping[str, t.Any]) -> list[dict[str, t.Any]]:
        only = _only(params)
        adapter = adapter_class(client)
        records = [adapter.read_alone(identity) for identity in only] if only else adapter.fetch(None)
        return _shown(adapter, records)

    return gather


def _shown(adapter: ElementAdapter, records: t.Iterable[Record]) -> list[dict[str, t.Any]]:
    return [readout(adapter.resource.fields, record.values) for record in records]


def _reading(reading: Reading) -> Gatherer:
    def gather(client: OnsipClient, params: t.Mapping[str, t.Any]) -> list[dict[str, t.Any]]:
        only = _only(params)
        return [reading.alone(client, identity) for identity in only] if only else reading.listed(client, {})

    return gather


def _calls(client: OnsipClient, params: t.Mapping[str, t.Any]) -> list[dict[str, t.Any]]:
    _whole(params)
    return readings.CALLS.listed(client, readings.call_range(params))


def _account(client: OnsipClient, params: t.Mapping[str, t.Any]) -> dict[str, t.Any]:
    _whole(params)
    adapter = AccountAdapter(client)
    return _shown(adapter, adapter.fetch(frozenset()))[0]


def _accounts(client: OnsipClient, params: t.Mapping[str, t.Any]) -> list[dict[str, t.Any]]:
    _whole(params)
    adapter = AccountAdapter(client)
    return _shown(adapter, adapter.listed())


def _simple(read: t.Callable[[OnsipClient], t.Any]) -> Gatherer:
    def gather(client: OnsipClient, params: t.Mapping[str, t.Any]) -> t.Any:
        _whole(params)
        return read(client)

    return gather


def _whole(params: t.Mapping[str, t.Any]) -> None:
    if _only(params):
        raise CallError(f"only: {params['gather'][0]} cannot be read one by one")


GATHERERS: dict[str, Gatherer] = {
    "account": _account,
    "account_invoices": _reading(readings.INVOICES),
    "account_resources": _objects(AccountResourceAdapter),
    "accounts": _accounts,
    "addresses": _reading(readings.ADDRESSES),
    "attendants": _objects(AttendantAdapter),
    "available_numbers": _simple(readings.exchanges),
    "cdrs": _calls,
    "countries": _reading(readings.COUNTRIES),
    "e911_addresses": _objects(E911AddressAdapter),
    "e911_locations": _objects(E911LocationAdapter),
    "external_addresses": _objects(ExternalAddressAdapter),
    "next_invoice": _simple(readings.next_invoice),
    "organizations": _objects(OrganizationAdapter),
    "phone_numbers": _objects(PhoneNumberAdapter),
    "recording_addresses": _objects(RecordingAddressAdapter),
    "registrations": _reading(readings.REGISTRATIONS),
    "ring_groups": _objects(RingGroupAdapter),
    "service": _simple(readings.service),
    "telephone_number_addresses": _objects(TelephoneNumberAddressAdapter),
    "user_addresses": _objects(UserAddressAdapter),
    "user_aliases": _objects(UserAliasAdapter),
    "users": _objects(UserAdapter),
    "voicemail_addresses": _objects(VoicemailAddressAdapter),
    "voicemail_boxes": _objects(VoicemailBoxAdapter),
    "voicemail_management_addresses": _objects(VoicemailManagementAddressAdapter),
}
