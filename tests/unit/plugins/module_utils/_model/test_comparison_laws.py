# Copyright (c) 2026 the dialtone.voip contributors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Laws of the comparison, for any field and any values."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from ansible_collections.dialtone.voip.plugins.module_utils._model.compare import comparable, differs, merged
from ansible_collections.dialtone.voip.plugins.module_utils._model.field import Field

WORD = st.sampled_from(["", "a", "A", "b", " a ", "c"])
NUMBER = st.integers(0, 3)


def fold(value):
    return value.strip().lower()


@st.composite
def scalar_fields(draw, name="value"):
    kind = draw(st.sampled_from(["str", "int", "bool"]))
    return Field(name, kind, normalise=draw(st.sampled_from([None, fold])) if kind == "str" else None)


@st.composite
def fields(draw, depth=2):
    shape = draw(st.sampled_from(["scalar", "list", "map", "block", "elements"] if depth else ["scalar"]))
    if shape == "list":
        return Field(
            "value",
            "list",
            elements="str",
            unordered=draw(st.booleans()),
            normalise=draw(st.sampled_from([None, fold])),
        )
    if shape == "map":
        return Field("value", "dict", keyed=True, normalise=draw(st.sampled_from([None, fold])))
    if shape in ("block", "elements"):
        count = draw(st.integers(1, 3))
        options = tuple(
            replace(inner, name=f"part{number}", wire=None)
            for number, inner in enumerate(draw(st.lists(fields(depth - 1), min_size=count, max_size=count)))
        )
        if shape == "block":
            return Field("value", "dict", options=options)
        return Field("value", "list", elements="dict", options=options, unordered=draw(st.booleans()))
    return draw(scalar_fields())


def values_of(field, whole):
    """Values of a field; whole ones as a server shows them, others as a user writes them."""
    if field.options:
        keys = {option.name: values_of(option, whole) for option in field.options}
        maps = st.fixed_dictionaries(keys) if whole else st.fixed_dictionaries({}, optional=keys)
        return maps if field.type == "dict" else st.lists(maps, max_size=3)
    if field.type == "dict":
        return st.dictionaries(st.sampled_from("pqr"), WORD, max_size=3)
    if field.type == "list":
        return st.lists(WORD, max_size=3)
    return {"str": WORD, "int": NUMBER, "bool": st.booleans()}[field.type]


@st.composite
def cases(draw):
    field = draw(fields())
    return field, draw(values_of(field, False)), draw(values_of(field, True))


def shaken(draw, field, value):
    """The value as a server may show it: other order, other spelling, defaults filled in."""
    if field.options and field.type == "dict":
        return {
            option.name: shaken(draw, option, value[option.name]) for option in field.options if option.name in value
        }
    if field.options:
        elements = [shaken(draw, Field("e", "dict", options=field.options), element) for element in value]
        return draw(st.permutations(elements)) if field.unordered else elements
    if field.type == "dict":
        return {key: spelled(draw, field, item) for key, item in value.items()}
    if field.type == "list":
        parts = [spelled(draw, field, part) for part in value]
        if field.unordered and parts:
            parts = draw(st.permutations([*parts, parts[0]]))
        return parts
    return spelled(draw, field, value)


def spelled(draw, field, value):
    if field.normalise is None or not isinstance(value, str):
        return value
    return draw(st.sampled_from([value, value.upper(), f" {value}", value.lower()]))


@given(cases())
def test_nothing_differs_from_itself(case):
    field, _wanted, shown = case
    assert not differs(field, shown, shown)


@given(cases(), st.data())
def test_the_servers_spelling_and_order_do_not_matter(case, data):
    field, _wanted, shown = case
    assert not differs(field, shown, shaken(data.draw, field, shown))


@given(cases())
def test_after_the_write_nothing_differs(case):
    field, wanted, shown = case
    assert not differs(field, wanted, merged(field, wanted, shown))


@given(cases())
def test_writing_once_more_changes_nothing(case):
    field, wanted, shown = case
    once = merged(field, wanted, shown)
    assert merged(field, wanted, once) == once


@given(cases())
def test_a_write_keeps_every_key_that_was_not_mentioned(case):
    field, wanted, shown = case
    if field.type == "dict" and wanted:
        after = merged(field, wanted, shown)
        for key in set(shown) - set(wanted):
            assert after[key] == shown[key]


@given(cases())
def test_comparable_form_decides_for_plain_values(case):
    field, wanted, shown = case
    if not field.options and field.type != "dict":
        assert differs(field, wanted, shown) == (comparable(field, wanted) != comparable(field, shown))
        assert differs(field, wanted, shown) == differs(field, shown, wanted)
