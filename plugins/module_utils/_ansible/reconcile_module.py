# Copyright (c) 2026 the dialtone.voip contributors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""The singular and the plural module of a resource, from its adapter alone."""

from __future__ import annotations

import typing as t

from .._engine.adapter import Adapter
from .._engine.difference import visible
from .._engine.policy import Policy, PruneScope
from .._engine.reconcile import Reconciler
from .._engine.record import Item
from .._model.errors import CallError, ItemError
from .._model.item import ItemReader
from .._model.resource import Resource
from .argument_spec import bulk_spec, item_spec, policy_spec
from .item_source import read_items
from .masking import UNSHOWN
from .platform import Platform
from .results import many_result, one_result
from .secrets import secrets_in
from .session import connected, platform_spec
from .voip_module import VoipModule, run


def run_one(platform: Platform, adapter_class: t.Callable[[t.Any], Adapter], resource: Resource) -> None:
    """Be the module for one object of a resource."""
    options = item_spec(resource)
    module = VoipModule(
        {**_with_connection(options, platform), **policy_spec(resource)},
        secrets_of=lambda params: secrets_in(resource.fields, params),
        redact=lambda params: _redacted(resource, params),
        supports_check_mode=True,
    )

    def work(module: VoipModule) -> dict[str, t.Any]:
        raw = {name: {} if name in module.emptied else module.params[name] for name in options}
        item = _items(resource, [raw])[0]
        if item.error is not None:
            raise ItemError(f"{resource.title} {item.label}".rstrip() + f": {item.error}")
        with connected(module, platform) as client:
            reconciler = Reconciler(adapter_class(client), _policy(module.params))
            report = reconciler.run([item], module.check_mode, everything=False)
        for warning in report.warnings:
            module.warn(warning)
        return one_result(resource, report)

    run(module, work)


def run_many(platform: Platform, adapter_class: t.Callable[[t.Any], Adapter], resource: Resource) -> None:
    """Be the module for many objects of a resource."""
    module = VoipModule(
        {**bulk_spec(resource), **policy_spec(resource), **platform_spec(platform)},
        secrets_of=lambda params: _secrets_in_list(resource, params.get(resource.plural)),
        redact=lambda params: _counted(resource, params),
        supports_check_mode=True,
        mutually_exclusive=[(resource.plural, "src")],
        required_one_of=[(resource.plural, "src")],
    )

    def work(module: VoipModule) -> dict[str, t.Any]:
        params = module.params
        raw = params[resource.plural]
        if params["src"] is not None:
            raw = read_items(params["src"], resource, params["list_separator"])
            module.hide(_secrets_in_list(resource, raw))
        if params.get("prune_only") and not params["prune"]:
            raise CallError("prune_only needs prune")
        if not 1 <= params["parallel"] <= 32:
            raise CallError("parallel must be between 1 and 32")
        items = _items(resource, raw)
        with connected(module, platform) as client:
            reconciler = Reconciler(adapter_class(client), _policy(params), params["parallel"])
            report = reconciler.run(items, module.check_mode, everything=True)
        for warning in report.warnings:
            module.warn(warning)
        return many_result(resource, report, params["result_detail"])

    run(module, work)


def _with_connection(options: t.Mapping[str, dict[str, t.Any]], platform: Platform) -> dict[str, dict[str, t.Any]]:
    """The options of an object and of the connection; where an object is its own login, one option is both."""
    connection = platform_spec(platform)
    return {**connection, **{name: {**connection.get(name, {}), **option} for name, option in options.items()}}


def _items(resource: Resource, raw_items: t.Sequence[t.Any]) -> list[Item]:
    reader = ItemReader(resource)
    items = []
    for index, raw in enumerate(raw_items):
        name = resource.name if resource.single else raw.get(resource.key) if isinstance(raw, t.Mapping) else None
        label = resource.label_of(raw) if name not in (None, "") else "number %s" % (index + 1)
        item = Item(index, label)
        try:
            item.state, item.values = reader.read(raw)
        except ItemError as error:
            item.error = error.message
        if name not in (None, ""):
            given = raw if isinstance(raw, t.Mapping) else {}
            item.key = _key(resource, item.values or {**given, resource.key: str(name)})
        items.append(item)
    return items


def _key(resource: Resource, values: t.Mapping[str, t.Any]) -> str | None:
    """The key of an item, as far as it has one in spite of its mistakes."""
    try:
        return resource.key_of(values) or None
    except (AttributeError, TypeError, ValueError):
        return None


def _policy(params: t.Mapping[str, t.Any]) -> Policy:
    scope = params.get("prune_scope") or {}
    given: dict[str, t.Any] = {
        "update_secrets": params.get("update_secrets"),
        "update_unreadable": params.get("update_unreadable"),
        "prune": params.get("prune"),
        "prune_only": params.get("prune_only"),
        "max_deletes": params.get("max_deletes"),
        "protect": tuple(params.get("prune_protect") or ()),
        "scope": PruneScope(bool(scope.get("all")), tuple(scope.get("keys") or ()), scope.get("fields") or {}),
    }
    return Policy(**{name: value for name, value in given.items() if value is not None})


def _secrets_in_list(resource: Resource, raw: t.Any) -> t.Iterator[str]:
    for element in raw if isinstance(raw, list) else ():
        if isinstance(element, t.Mapping):
            yield from secrets_in(resource.fields, element)


def _redacted(resource: Resource, params: dict[str, t.Any]) -> dict[str, t.Any]:
    fields = [field for field in resource.writable if field.name in params]
    return {**params, **visible(fields, params, UNSHOWN)}


def _counted(resource: Resource, params: dict[str, t.Any]) -> dict[str, t.Any]:
    raw = params.get(resource.plural)
    return {**params, resource.plural: f"{len(raw)} items" if isinstance(raw, list) else raw}
