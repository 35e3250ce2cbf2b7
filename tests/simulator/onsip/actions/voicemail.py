# Copyright (c) 2026 the dialtone.voip contributors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Voicemail boxes."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from ..entities.addresses import USER_ADDRESS, VOICEMAIL_ADDRESS
from ..entities.telephony import MAILBOX_OPTIONS, VOICEMAILBOX
from ..errors import Problem, RequestRefusedError, refuse_if
from ..secret_values import mailbox_pin
from ..store.table import Row
from ..wire.rendering import scalar
from . import subjects
from .declaration import Action, Parameter, optional, subject_itself
from .invocation import Invocation
from .listing import Listing, browse, by_column
from .names import account_address, unusable_address, within
from .syntax import LOCAL_PART, UP_TO_SEVEN_DIGITS, boolean, email, integer, like, one_of

_DIGITS = like(UP_TO_SEVEN_DIGITS)
_MAILBOX_ID = Parameter("VoicemailboxId", integer())
_OPTIONS = (
    optional("Timezone", one_of("us_eastern", "us_central", "us_mountain", "us_pacific")),
    optional("SayCallerId", boolean),
    optional("SayDuration", boolean),
    optional("SayDatetime", boolean),
    optional("NotifyEmail", one_of("no", "yes", "attach", "delete")),
    optional("Email", email),
    optional("NotifyPager", one_of("no", "yes")),
    optional("Pager", email),
    optional("Mwi"),
)

#: what options fall back to that are not sent
_UNSET: dict[str, Any] = {**MAILBOX_OPTIONS, "Email": "", "Pager": "", "MwiAddressId": None}


def _added_options(invocation: Invocation, organization: Row) -> Iterator[tuple[str, str]]:
    yield "Name", invocation["Username"]
    for name, default in MAILBOX_OPTIONS.items():
        yield name, scalar(default)


def _sent_options(invocation: Invocation, organization: Row) -> dict[str, Any]:
    """The columns of the options that were sent; one that was sent empty is unset."""
    columns = {
        option.name: invocation.get(option.name, _UNSET[option.name])
        for option in _OPTIONS
        if option.name != "Mwi" and invocation.was_sent(option.name)
    }
    if invocation.was_sent("Mwi"):
        name = invocation.get("Mwi")
        target = account_address(invocation, organization, "Mwi", name, USER_ADDRESS.type) if name else None
        columns["MwiAddressId"] = target["AddressId"] if target else None
    return columns


def _addressless_notifications(options: dict[str, Any]) -> Iterator[Problem]:
    """Who wants to be notified must say where."""
    for mode, address in (("NotifyEmail", "Email"), ("NotifyPager", "Pager")):
        if options[mode] != "no" and not options[address]:
            yield Problem("Value.Required", address)


def _unaddressed_in_add(invocation: Invocation) -> Iterator[Problem]:
    return _addressless_notifications({name: invocation.get(name, default) for name, default in _UNSET.items()})


def _settled(
    invocation: Invocation, organization: Row, base: dict[str, Any], problems: list[Problem]
) -> dict[str, Any]:
    """The options once they are known to be possible.

    :param base: what those have that were not sent
    :param problems: what else is wrong with the request
    """
    options = dict(base)
    try:
        options.update(_sent_options(invocation, organization))
    except RequestRefusedError as refusal:
        problems += refusal.problems
    refuse_if([*problems, *_addressless_notifications(options)])
    return options


def _number_taken(invocation: Invocation, organization_id: int) -> Iterator[Problem]:
    if invocation.store.voicemailboxes.find("Number", (organization_id, invocation["Mailbox"])):
        yield Problem("Mailbox.Unavailable", "Mailbox")


def _add(invocation: Invocation, organization: Row) -> Row:
    """The PIN is drawn; an address appears that is called like the owner, whatever ``Name`` says."""
    store = invocation.store
    problems = [
        *unusable_address(invocation, organization),
        *_number_taken(invocation, organization["OrganizationId"]),
    ]
    options = _settled(invocation, organization, _UNSET, problems)
    mailbox = invocation.add(
        store.voicemailboxes,
        **within(organization),
        Mailbox=invocation["Mailbox"],
        Fullname=invocation["Fullname"],
        Password=mailbox_pin(),
        **options,
    )
    invocation.add(
        store.addresses,
        **within(organization),
        Type=VOICEMAIL_ADDRESS.type,
        VoicemailboxId=mailbox["VoicemailboxId"],
        Username=invocation["Username"],
        Name=invocation["Fullname"],
    )
    return mailbox


def _edit(invocation: Invocation, mailbox: Row) -> Row:
    """Number, PIN and full name stay if they are not sent; whether the options do is contradictory."""
    store = invocation.store
    organization = store.organization_of(mailbox)
    problems: list[Problem] = []
    if invocation.get("Mailbox", mailbox["Mailbox"]) != mailbox["Mailbox"]:
        problems += _number_taken(invocation, mailbox["OrganizationId"])
    resets = invocation.service.knobs["voicemailbox_edit_unsent"] == "reset"
    base = _UNSET if resets else {name: mailbox[name] for name in _UNSET}
    options = _settled(invocation, organization, base, problems)
    identity = {name: invocation.get(name, mailbox[name]) for name in ("Mailbox", "Password", "Fullname")}
    if identity["Fullname"] != mailbox["Fullname"]:
        for address in store.addresses.group("VoicemailboxId", mailbox["VoicemailboxId"]):
            invocation.change(store.addresses, address, Name=identity["Fullname"])
    return invocation.change(store.voicemailboxes, mailbox, **identity, **options)


def _delete(invocation: Invocation, mailbox: Row) -> None:
    invocation.remove(invocation.store.remove_voicemailbox, mailbox)


_mailbox = subjects.numbered("voicemailboxes", "VoicemailboxId")

ACTIONS = (
    Action(
        "VoicemailboxAdd",
        (
            Parameter("OrganizationId", integer()),
            Parameter("Username", like(LOCAL_PART)),
            Parameter("Domain"),
            Parameter("Mailbox", _DIGITS),
            Parameter("Fullname"),
            *_OPTIONS,
        ),
        subjects.organization,
        _add,
        VOICEMAILBOX,
        checks=(_unaddressed_in_add,),
        additions=_added_options,
        writes=True,
    ),
    Action("VoicemailboxRead", (_MAILBOX_ID,), _mailbox, subject_itself, VOICEMAILBOX),
    browse(
        "VoicemailboxBrowse",
        Listing(
            VOICEMAILBOX,
            "voicemailboxes",
            scopes=("AccountId", "OrganizationId"),
            orders={name: by_column(name) for name in ("VoicemailboxId", "OrganizationId", "Mailbox")},
        ),
    ),
    Action(
        "VoicemailboxEdit",
        (
            _MAILBOX_ID,
            optional("Mailbox", _DIGITS),
            optional("Password", _DIGITS),
            optional("Fullname"),
            *_OPTIONS,
        ),
        _mailbox,
        _edit,
        VOICEMAILBOX,
        writes=True,
    ),
    Action("VoicemailboxDelete", (_MAILBOX_ID,), _mailbox, _delete, writes=True),
)
