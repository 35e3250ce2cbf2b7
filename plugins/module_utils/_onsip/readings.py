# Copyright (c) 2026 the dialtone.voip contributors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""What can only be read: invoices, calls, registrations, countries, addresses of all kinds, numbers for sale."""

from __future__ import annotations

import typing as t
from dataclasses import dataclass

from .._model.errors import CallError
from .._model.field import Field
from .client import OnsipClient
from .envelope import children, settled, text
from .names import names_of
from .wire import shown_values

_ACCOUNT, _ORGANIZATION, _EVERYTHING = "account", "organization", "everything"


@dataclass(frozen=True)
class Reading:
    """A listing.

    :param element: name of a row, with which the actions' names begin.
    :param container: name of the listing's element.
    :param fields: what is returned of a row.
    :param scope: what it is limited to.
    :param order_by: a stable order, where one is documented.
    :param selector: the parameter of the action that reads one alone; empty when there is none.
    """

    element: str
    container: str
    fields: tuple[Field, ...]
    scope: str = _ACCOUNT
    order_by: str = ""
    selector: str = ""

    def listed(self, client: OnsipClient, parameters: t.Mapping[str, str]) -> list[dict[str, t.Any]]:
        """All rows. :param parameters: what limits them further."""
        scope = _scope(client, self.scope)
        action = f"{self.element}Browse"
        rows = client.browse(action, self.container, self.element, {**scope, **parameters}, self.order_by)
        return [self._shown(row) for row in rows]

    def alone(self, client: OnsipClient, identity: str) -> dict[str, t.Any]:
        """One row. :raises CallError: there is no action for that."""
        if not self.selector:
            raise CallError(f"only: the service has no action that reads one {self.element} alone")
        action = f"{self.element}Read"
        return self._shown(client.row(client.read(action, {self.selector: identity}), action, self.element))

    def _shown(self, row: t.Mapping[str, t.Any]) -> dict[str, t.Any]:
        return {name: value for name, value in shown_values(self.fields, row).items() if value is not None}


def _scope(client: OnsipClient, kind: str) -> dict[str, str]:
    names = names_of(client)
    if kind == _ACCOUNT:
        return names.in_account()
    return names.in_organization() if kind == _ORGANIZATION else {}


INVOICES = Reading(
    "AccountInvoice",
    "AccountInvoices",
    (
        Field("id", "int", wire="AccountInvoiceId"),
        Field("date", wire="Date"),
        Field("type", wire="Type"),
        Field("sub_total", wire="SubTotal"),
        Field("tax", wire="Tax"),
        Field("total", wire="Total"),
    ),
    order_by="AccountInvoiceId",
    selector="AccountInvoiceId",
)

ADDRESSES = Reading(
    "Address",
    "Addresses",
    (
        Field("id", "int", wire="AddressId"),
        Field("address", wire="Username"),
        Field("domain", wire="Domain"),
        Field("type", wire="Type"),
        Field("name", wire="Name"),
    ),
    selector="Address",
)

COUNTRIES = Reading(
    "Country",
    "Countries",
    (Field("id", "int", wire="CountryId"), Field("name", wire="CountryName")),
    scope=_EVERYTHING,
    selector="CountryId",
)

CALLS = Reading(
    "Cdr",
    "Cdrs",
    (
        Field("id", "int", wire="CdrId"),
        Field("user_id", "int", wire="UserId"),
        Field("date_time", wire="DateTime"),
        Field("caller_id", wire="CallerId"),
        Field("source", wire="Source"),
        Field("destination", wire="Destination"),
        Field("disposition", wire="Disposition"),
        Field("length", "int", wire="Length"),
        Field("price", wire="Price"),
        Field("answer_date_time", wire="AnswerDateTime"),
        Field("end_date_time", wire="EndDateTime"),
        Field("routing", wire="Routing"),
    ),
    scope=_ORGANIZATION,
    order_by="CdrId",
)

REGISTRATIONS = Reading(
    "Registration",
    "ProxyRegistrations",
    (
        Field("address", wire="Username"),
        Field("domain", wire="Domain"),
        Field("contact", wire="Contact"),
        Field("received", wire="Received"),
        Field("modified", wire="Modified"),
        Field("expires", wire="Expires"),
        Field("user_agent", wire="UserAgent"),
    ),
    scope=_ORGANIZATION,
)

#: the ways to say which calls are meant; at most one of them may be used
_RANGES = (
    (("month_offset", "MonthOffset"),),
    (("start_date_time", "StartDateTime"), ("end_date_time", "EndDateTime")),
    (("start_cdr_id", "StartCdrId"), ("end_cdr_id", "EndCdrId")),
)


def call_range(params: t.Mapping[str, t.Any]) -> dict[str, str]:
    """The parameters that say which calls are meant; none means those of the current month.

    :raises CallError: two ranges are given, or half of one.
    """
    given = [pairs for pairs in _RANGES if any(params.get(option) is not None for option, _name in pairs)]
    if len(given) > 1:
        options = [option for pairs in given for option, _name in pairs if params.get(option) is not None]
        raise CallError(f"only one range of calls can be given, not {', '.join(options)} together")
    missing = [option for pairs in given for option, _name in pairs if params.get(option) is None]
    if missing:
        raise CallError(f"the range of calls needs {', '.join(missing)} as well")
    return {name: str(params[option]) for pairs in given for option, name in pairs}


def next_invoice(client: OnsipClient) -> dict[str, t.Any]:
    """A preview of the account's next invoice."""
    action = "AccountInvoiceRead"
    content = client.read(action, names_of(client).in_account())
    row = client.row(content, action, INVOICES.element)
    return {name: value for name, value in shown_values(INVOICES.fields, row).items() if value is not None}


def exchanges(client: OnsipClient) -> list[dict[str, t.Any]]:
    """The exchanges with numbers for sale; a public action without pages."""
    content = client.read("NpaNxxBrowse", public=True)
    found = []
    for area in children(content.get("Npas"), "Npa"):
        code = text(area.get("Num")) if isinstance(area, dict) else ""
        state = settled(area.get("PostalCode") or {}) if isinstance(area, dict) else ""
        for exchange in children(area.get("Nxxs") if isinstance(area, dict) else None, "Nxx"):
            row = settled(exchange)
            found.append(
                {
                    "npa_nxx": code + text(row.get("Num")),
                    "status": text(row.get("Status")),
                    "ratecenter": text(row.get("Ratecenter")),
                    "state": text(state.get("Code")) if isinstance(state, dict) else "",
                }
            )
    return found


def service(client: OnsipClient) -> dict[str, t.Any]:
    """Whether the service answers, and whether it receives parameters as they are sent; needs no login."""
    client.read("NoOp", public=True)
    client.read("Echo", {"Probe": "dialtone"}, public=True)
    return {"reachable": True}
