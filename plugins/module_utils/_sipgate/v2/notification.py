# Copyright (c) 2026 the dialtone.voip contributors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Notifications: who is told of calls, faxes, voicemails and messages. They are made and deleted, never changed.

All of a notification is its key. The service lists them nested, kind by endpoint by channel, and each combination has
a call of its own to make one.
"""

from __future__ import annotations

import typing as t
from dataclasses import dataclass

from ..._engine.reading import read_each
from ..._engine.record import Item, Record
from ..._model.errors import ItemError
from ..._model.field import Field
from ..._model.resource import Resource
from .client import SipgateV2Client, segment
from .directory import Directory
from .endpoints import LETTERS, checked, email, expanded, is_literal
from .owned import owners_of
from .untold import UntoldAdapter
from .values import check_e164, e164

DIRECTIONS = {"incoming": "INCOMING", "outgoing": "OUTGOING"}
CAUSES = {"missed": "MISSED", "successful": "SUCCESSFUL"}


@dataclass(frozen=True)
class Form:
    """One way of being told.

    :param path: of the call that makes it.
    :param endpoint: what its body calls the endpoint.
    :param target: what its body calls the recipient.
    :param listed: what the listing calls the channel.
    :param conditions: options that its body has besides.
    """

    path: str
    endpoint: str
    target: str
    listed: str
    conditions: tuple[str, ...] = ()


_CALL = ("direction", "cause")
#: what the body calls the endpoint to the only kind that it can be
_KINDS = {"faxlineId": "fax_line", "voicemailId": "voicemail"}

#: event and channel to the way of being told
FORMS: dict[tuple[str, str], Form] = {
    ("call", "email"): Form("call/email", "endpointId", "email", "emails", _CALL),
    ("call", "sms"): Form("call/sms", "endpointId", "number", "sms", _CALL),
    ("fax", "email"): Form("fax/email", "faxlineId", "email", "emails", ("direction",)),
    ("fax", "report"): Form("fax/report", "faxlineId", "email", "reports"),
    ("fax", "sms"): Form("fax/sms", "faxlineId", "number", "sms", ("direction",)),
    ("sms", "email"): Form("sms/email", "endpointId", "email", "emails"),
    ("voicemail", "email"): Form("voicemail/email", "voicemailId", "email", "emails"),
    ("voicemail", "sms"): Form("voicemail/sms", "voicemailId", "number", "sms"),
}


def _recipient(value: str) -> str:
    return email(value) if "@" in value else e164(value)


NOTIFICATION = Resource(
    name="notification",
    plural="notifications",
    key="recipient",
    within=("user", "event", "channel", "endpoint", "direction", "cause"),
    fields=(
        Field("id", read_only=True),
        Field("recipient", required=True, clearable=False, normalise=_recipient),
        Field("user", required=True, create_only=True, clearable=False, normalise=email),
        Field("event", choices=("call", "fax", "sms", "voicemail"), required=True, create_only=True, clearable=False),
        Field("channel", choices=("email", "sms", "report"), required=True, create_only=True, clearable=False),
        Field("endpoint", required=True, create_only=True, clearable=False, check=checked, refers_to="endpoint"),
        Field("direction", choices=DIRECTIONS, create_only=True),
        Field("cause", choices=CAUSES, create_only=True),
    ),
)


class NotificationAdapter(UntoldAdapter):
    """A created notification does not tell its id; a different one is another one."""

    resource = NOTIFICATION

    def __init__(self, client: SipgateV2Client) -> None:
        self._client = client
        self._directory = Directory(client)

    def expect(self, items: t.Sequence[Item]) -> None:
        """The endpoint is part of the key, so it is brought to its full form before anything is compared."""
        super().expect(items)
        for item in items:
            if item.error is None:
                try:
                    self._settle(item)
                except (ItemError, ValueError) as error:
                    item.error = str(error)

    def _settle(self, item: Item) -> None:
        values = item.values
        form = FORMS.get((values["event"], values["channel"]))
        if form is None:
            raise ItemError(f"channel: nobody is told of a {values['event']} by {values['channel']}")
        missing = [name for name in form.conditions if not values.get(name)]
        surplus = [name for name in _CALL if values.get(name) and name not in form.conditions]
        if missing:
            raise ItemError(f"{' and '.join(missing)} is needed for {values['event']} by {values['channel']}")
        if surplus:
            raise ItemError(f"{' and '.join(surplus)} cannot be chosen for {values['event']} by {values['channel']}")
        if form.target == "number":
            check_e164(values["recipient"])
        endpoint = expanded(values["endpoint"], values["user"])
        kind = _KINDS.get(form.endpoint)
        fits = endpoint[:1] == LETTERS[kind] if kind and is_literal(endpoint) else endpoint.startswith(f"{kind}:")
        if kind and not fits:
            raise ItemError(f"endpoint must be a {kind} for {values['event']} by {values['channel']}, not {endpoint}")
        if is_literal(endpoint):
            endpoint = self._directory.endpoint_name(endpoint, self._directory.user_id(values["user"]))
        item.values = {**values, "endpoint": endpoint}
        item.key = NOTIFICATION.key_of(item.values)

    def fetch(self, keys: frozenset[str] | None) -> list[Record]:
        listings = read_each(self._records, owners_of(self._directory, keys))
        return [record for records in listings for record in records]

    def _records(self, owner: str) -> list[Record]:
        listing = self._client.get(f"/{segment(owner)}/notifications")
        records = []
        for (event, channel), form in FORMS.items():
            for entry in listing.get(event) or []:
                endpoint = self._directory.endpoint_name(str(entry.get("endpointId") or ""), owner)
                for target in entry.get(form.listed) or []:
                    values = {
                        "id": target["id"],
                        "recipient": target.get(form.target),
                        "user": self._directory.emails()[owner],
                        "event": event,
                        "channel": channel,
                        "endpoint": endpoint,
                        **_conditions(form, target),
                    }
                    records.append(Record(values, target["id"], raw={"owner": owner}))
        return records

    def translate(self, wanted: dict[str, t.Any], record: Record | None) -> dict[str, t.Any]:
        self._directory.user_id(wanted["user"])
        self._directory.check_people(wanted["endpoint"])
        return wanted

    def known(self, kind: str) -> t.Container[str]:
        return self._directory.known(kind)

    def create(self, values: t.Mapping[str, t.Any]) -> t.Any:
        owner = self._directory.user_id(values["user"])
        form = FORMS[values["event"], values["channel"]]
        bean = {
            form.endpoint: self._directory.required_id(values["endpoint"]),
            form.target: _recipient(values["recipient"]),
        }
        for name, table in (("direction", DIRECTIONS), ("cause", CAUSES)):
            if name in form.conditions:
                bean[name] = table[values[name]]
        self._client.send("POST", f"/{segment(owner)}/notifications/{form.path}", bean)
        return self.told(values)

    def update(self, record: Record, values: t.Mapping[str, t.Any], changed: frozenset[str]) -> None:
        raise LookupError("a notification has nothing but its key")

    def delete(self, record: Record) -> None:
        self._client.send("DELETE", f"/{segment(record.raw['owner'])}/notifications/{segment(record.identity)}")


def _conditions(form: Form, target: t.Mapping[str, t.Any]) -> dict[str, t.Any]:
    """Direction and cause as far as they can be chosen: messages show a direction that nobody can set."""
    tables = {"direction": DIRECTIONS, "cause": CAUSES}
    shown = {}
    for name in form.conditions:
        names = {wire: ours for ours, wire in tables[name].items()}
        shown[name] = names.get(str(target.get(name)), target.get(name))
    return shown
