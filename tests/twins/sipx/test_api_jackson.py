# Copyright (c) 2026 the dialtone.voip contributors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""What the JSON reader makes of values of another kind than a property's."""

from __future__ import annotations

import pytest

from simulator.sipx.api import jackson
from simulator.sipx.api.failures import FrameworkError

DAYS = jackson.enum_reader("x.Day", ("Sunday", "Monday"))


@pytest.mark.parametrize(
    ("read", "value", "expected"),
    [
        (jackson.read_string, True, "true"),
        (jackson.read_string, False, "false"),
        (jackson.read_string, 7, "7"),
        (jackson.read_string, jackson.RawFloat("1.50"), "1.50"),
        (jackson.read_int, None, 0),
        (jackson.read_int, " 12 ", 12),
        (jackson.read_int, "", 0),
        (jackson.read_int, 2.9, 2),
        (jackson.read_integer, None, None),
        (jackson.read_integer, "-3", -3),
        (jackson.read_long, 2**40, 2**40),
        (jackson.read_boolean, "", False),
        (jackson.read_boolean, 0.0, False),
        (jackson.read_boolean_object, None, None),
        (jackson.read_boolean_object, 2, True),
        (jackson.read_date, "", None),
        (jackson.read_date, "1970-01-01T00:00:01", 1000),
        (DAYS, 1, "Monday"),
        (DAYS, None, None),
    ],
)
def test_conversions(read, value, expected):
    converted = read(value)
    assert (converted, type(converted)) == (expected, type(expected))


@pytest.mark.parametrize(
    ("read", "value", "text"),
    [
        (jackson.read_string, {}, "Can not deserialize instance of java.lang.String out of START_OBJECT token"),
        (jackson.read_int, True, "Can not deserialize instance of int out of VALUE_TRUE token"),
        (jackson.read_int, 2**31, "out of range of int"),
        (jackson.read_integer, "1.5", "from String value '1.5': not a valid int value"),
        (jackson.read_boolean, [], "Can not deserialize instance of boolean out of START_ARRAY token"),
        (jackson.read_date, "today", "from String value 'today': not a valid representation"),
        (DAYS, 2, "index value outside legal index range"),
        (DAYS, 1.5, "Can not deserialize instance of x.Day out of VALUE_NUMBER_FLOAT token"),
        (DAYS, "monday", "value not one of declared Enum instance names"),
    ],
)
def test_refusals(read, value, text):
    with pytest.raises(FrameworkError) as refused:
        read(value)
    assert text in refused.value.text


@pytest.mark.parametrize(
    "body", [b'{"a":NaN}', rb'{"a":"\ud8xx"}', rb'{"a":"\UD83D"}', b'{"a":1', b'{"a" 1}', b"{'a':1}"]
)
def test_malformed_json(body):
    with pytest.raises(FrameworkError) as refused:
        jackson.parse(body)
    assert refused.value.text.startswith("org.codehaus.jackson.JsonParseException: ")
