# Copyright (c) 2026 the dialtone.voip contributors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Phones, lines and models on the wire (``PhoneBean``, ``LineBean``, ``ModelBean``)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from ..catalogue import Model
from ..settings.tree import load_tree
from ..settings.values import Settings
from ..state.errors import ILLEGAL_ARGUMENT, DomainError
from ..state.phones import Line, Phone
from ..state.server_state import ServerState
from .beans import Bean, bean, beans, integer, text, texts
from .exchange import Exchange, Json
from .failures import not_found
from .fragments import fragment, listing
from .group_beans import GROUP, groups_of

MODEL = Bean("ModelBean", [text("modelId"), text("label"), text("vendor"), texts("versions")])
LINE = Bean(
    "LineBean",
    [
        integer("id"),
        *(
            text(name, attribute=None)
            for name in (
                "uri",
                "user",
                "userId",
                "extension",
                "displayName",
                "password",
                "registrationServer",
                "registrationServerPort",
                "voicemail",
            )
        ),
    ],
)
PHONE = Bean(
    "PhoneBean",
    [
        integer("id", write=False),
        text("serialNo", attribute="serial_number"),
        text("deviceVersion", attribute=None),
        text("description"),
        bean("model", MODEL),
        beans("lines", LINE),
        beans("groups", GROUP),
    ],
)
#: property of a line bean to the setting of the line that holds it; models store no others
LINE_SETTINGS = {
    "userId": "credential/userId",
    "displayName": "credential/displayName",
    "password": "credential/password",
    "registrationServer": "server/registrationServer",
    "registrationServerPort": "server/registrationServerPort",
}


def model_of(models: Mapping[str, Model], values: Mapping[str, Any] | None) -> Model:
    """The model that a bean's ``model`` object means; only its ``modelId`` counts.

    :raises Refusal: 404 without the object
    :raises DomainError: ``IllegalArgumentException`` for an unknown id
    """
    if values is None:
        raise not_found("No such phone model defined")
    return known_model(models, values["modelId"])


def known_model(models: Mapping[str, Model], model_id: str | None) -> Model:
    """The model with an id.

    :raises DomainError: ``IllegalArgumentException`` for an unknown id
    """
    model = models.get(model_id or "")
    if model is None:
        shown = "null" if model_id is None else model_id
        raise DomainError(ILLEGAL_ARGUMENT, f"No such model with id '{shown}'")
    return model


def model_listing(models: Mapping[str, Model]) -> dict[str, Any]:
    """All models that are not hidden."""
    return {"models": [model.bean() for model in models.values() if not model.hidden]}


def phone_settings(pbx: ServerState, phone: Phone, strict: bool = False) -> Settings | None:
    """The settings of a phone: own values, those of its groups, defaults of the model."""
    if phone.model.tree is None:
        return None
    inherited = [group.settings for group in pbx.groups.heaviest_first(phone.group_ids)]
    return Settings(load_tree(phone.model.tree), phone.settings, inherited, strict=strict)


def line_settings(pbx: ServerState, line: Line, strict: bool = False) -> Settings:
    """The settings of a line; those of an internal line default to its user's account."""
    phone = pbx.phones.get(line.phone_id)
    user = pbx.users.find(line.user_id)
    computed: dict[str, str | None] = {}
    if user is not None:
        account = (user.user_name, user.display_name or None, user.sip_password, pbx.system.sip_domain, None)
        computed = dict(zip(LINE_SETTINGS.values(), account, strict=True))
    inherited = [group.settings for group in pbx.groups.heaviest_first(phone.group_ids)]
    return Settings(load_tree(phone.model.line_tree), line.settings, inherited, computed, strict)


def _uri(values: Mapping[str, str | None]) -> str:
    port = values["registrationServerPort"]
    address = f"sip:{values['userId'] or ''}@{values['registrationServer'] or ''}{f':{port}' if port else ''}"
    return f'"{values["displayName"]}"<{address}>' if values["displayName"] else address


def line_bean(pbx: ServerState, line: Line) -> dict[str, Any]:
    """A line as GET shows it; ``extension`` and ``voicemail`` are stored by no model."""
    settings = line_settings(pbx, line)
    values = {name: settings.effective(path) for name, path in LINE_SETTINGS.items()}
    user = pbx.users.find(line.user_id)
    return LINE.write(line, uri=_uri(values), user=None if user is None else user.user_name, **values)


def phone_bean(pbx: ServerState, phone: Phone) -> dict[str, Any]:
    """A phone as GET shows it; without lines or groups these are null."""
    assert phone.id is not None
    return PHONE.write(
        phone,
        deviceVersion=phone.device_version,
        model=phone.model.bean(),
        lines=[line_bean(pbx, line) for line in pbx.lines.of_phone(phone.id)] or None,
        groups=groups_of(pbx.phones, phone) or None,
    )


def _entry(pbx: ServerState, phone: Phone) -> bytes:
    assert phone.id is not None
    lines = pbx.lines.of_phone(phone.id)
    users = [pbx.users.find(line.user_id) for line in lines]
    sources = (phone, pbx.groups.revision, *lines, *users)
    return fragment(pbx, "phone", phone.id, sources, lambda: phone_bean(pbx, phone))


def phone_listing(exchange: Exchange, phones: Iterable[Phone]) -> Json:
    """A list of phones."""
    return listing("phones", (_entry(exchange.pbx, phone) for phone in phones))
