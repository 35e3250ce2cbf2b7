# Copyright (c) 2026 the dialtone.voip contributors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Any resource, any server state, any wish."""

from __future__ import annotations

import random
import typing as t
from dataclasses import replace

from hypothesis import strategies as st

from ansible_collections.dialtone.voip.plugins.module_utils._model.field import Field
from ansible_collections.dialtone.voip.plugins.module_utils._model.resource import Resource
from ansible_collections.dialtone.voip.tests.unit.plugins.module_utils._engine.memory_adapter import MemoryAdapter
from ansible_collections.dialtone.voip.tests.unit.plugins.module_utils._engine.sample import fold

NAMES = ("ann", "bob", "cid", "dan", "eve")
WORDS = st.sampled_from(["", "a", "A", " b", "B ", "c"])
FULL_WORDS = st.sampled_from(["a", "A", " b", "B ", "c"])


class Case(t.NamedTuple):
    """What a law is tried on."""

    adapter: MemoryAdapter
    items: list[dict[str, t.Any]]

    @property
    def resource(self) -> Resource:
        return self.adapter.resource


@st.composite
def plain_fields(draw, name, inner=False):
    kind = draw(st.sampled_from(["str", "int", "bool"]))
    default = draw(st.none() | values_of_type(kind)) if inner else None
    normalise = draw(st.sampled_from([None, fold])) if kind == "str" else None
    return Field(name, kind, normalise=normalise, default=default)


@st.composite
def fields(draw, name):
    shape = draw(st.sampled_from(["plain", "plain", "secret", "unreadable", "list", "map", "block", "elements"]))
    if shape == "secret":
        return Field(name, secret=True, required=draw(st.booleans()))
    if shape == "unreadable":
        return Field(name, readable=False)
    if shape == "list":
        normalise = draw(st.sampled_from([None, fold]))
        return Field(name, "list", elements="str", unordered=draw(st.booleans()), normalise=normalise)
    if shape == "map":
        return Field(name, "dict", keyed=True, normalise=draw(st.sampled_from([None, fold])))
    if shape == "block":
        return Field(name, "dict", options=(draw(plain_fields("x")), Field("y", secret=True), draw(plain_fields("z"))))
    if shape == "elements":
        options = (draw(plain_fields("x", True)), draw(plain_fields("y", True)), Field("z", secret=True))
        return Field(name, "list", elements="dict", options=options, unordered=draw(st.booleans()))
    plain = draw(plain_fields(name))
    default = draw(st.none() | values_of_type(plain.type))
    required = draw(st.booleans())
    return replace(plain, default=default, required=required, create_only=draw(st.integers(0, 3)) == 0)


@st.composite
def resources(draw):
    count = draw(st.integers(1, 4))
    more = [draw(fields(f"f{number}")) for number in range(count)]
    key = Field("name", required=True, clearable=False, normalise=draw(st.sampled_from([None, fold])))
    protected = frozenset(draw(st.sets(st.sampled_from(NAMES), max_size=1)))
    verifiable = frozenset(field.name for field in more if field.secret)
    declared = (Field("id", "int", read_only=True), key, *more)
    return Resource("thing", "things", "name", declared, protected, verifiable, sequential=draw(st.booleans()))


def values_of_type(kind):
    return {"str": WORDS, "int": st.integers(0, 3), "bool": st.booleans()}[kind]


def values_of(field, stored=False):
    """Values as a user writes them, or as a server keeps them."""
    if field.secret or not field.readable:
        return FULL_WORDS
    if field.options:
        options = {option.name: values_of(option, stored) for option in field.options}
        maps = st.fixed_dictionaries(options) if stored else st.fixed_dictionaries({}, optional=options)
        return maps if field.type == "dict" else st.lists(maps, max_size=3)
    if field.type == "dict":
        return st.dictionaries(st.sampled_from("pqr"), FULL_WORDS, max_size=3)
    if field.type == "list":
        return st.lists(FULL_WORDS, max_size=3)
    return values_of_type(field.type)


@st.composite
def names(draw, resource):
    """Different names, in any spelling that the server takes for the same."""
    chosen = [name for name in NAMES if draw(st.booleans())]
    if resource.field("name").normalise is None:
        return chosen
    return [draw(st.sampled_from([name, name.upper(), f" {name}"])) for name in chosen]


@st.composite
def stored_objects(draw, resource):
    objects = []
    for name in draw(names(resource)):
        writable = {f.name: values_of(f, True) for f in resource.writable if f.name != "name"}
        objects.append({"name": name, **draw(st.fixed_dictionaries({}, optional=writable))})
    return objects


@st.composite
def wanted_items(draw, resource):
    items = []
    for name in draw(names(resource)):
        options = {f.name: st.none() | values_of(f) for f in resource.writable if f.name != "name"}
        item = {"name": name, **draw(st.fixed_dictionaries({}, optional=options))}
        if draw(st.integers(0, 4)) == 0:
            item["state"] = "absent"
        items.append(item)
    return items


@st.composite
def cases(draw):
    """A server that lists in any order, spells as it likes, and fills in what a new object leaves open."""
    resource = draw(resources())
    fillable = [f for f in resource.writable if f.name != "name" and f.readable and not f.secret]
    defaults = draw(st.fixed_dictionaries({}, optional={f.name: values_of(f, True) for f in fillable}))
    adapter = MemoryAdapter(resource, draw(stored_objects(resource)), Speller(draw(st.integers(0, 999))), defaults)
    return Case(adapter, draw(wanted_items(resource)))


class Speller:
    """How a server shows what it keeps: hardly ever as it was sent, but always in the same way."""

    def __init__(self, seed):
        self._seed = seed

    def __call__(self, field, value):
        if value is None:
            return self._random(field, value).choice([None, {"list": [], "dict": {}}.get(field.type)])
        if field.options and field.type == "dict":
            return self._block(field, value)
        if field.options:
            return self._reordered(field, [self._block(field, element) for element in value])
        if field.type == "dict":
            return {key: self._spelled(field, item) for key, item in value.items()}
        if field.type == "list":
            return self._reordered(field, [self._spelled(field, part) for part in value])
        return self._spelled(field, value)

    def _block(self, field, value):
        return {option.name: self(option, value.get(option.name)) for option in field.options if not option.secret}

    def _reordered(self, field, elements):
        if field.unordered:
            self._random(field, elements).shuffle(elements)
        return elements

    def _spelled(self, field, value):
        if field.normalise is None or not isinstance(value, str):
            return value
        spellings = [value, value.upper(), value.lower(), value.strip(), f" {value} "]
        return self._random(field, value).choice(spellings)

    def _random(self, field, value):
        return random.Random(f"{self._seed} {field.name} {value!r}")
