# Copyright (c) 2026 the dialtone.voip contributors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""PHP's way with parameters, numbers and JSON."""

from __future__ import annotations

from typing import Any

import pytest
from multidict import CIMultiDict, CIMultiDictProxy

from simulator.core.interface import Request
from simulator.sipthor import php


def _request(query: str, method: str = "GET", body: bytes = b"", content_type: str = "") -> Request:
    headers = CIMultiDictProxy(CIMultiDict({"Content-Type": content_type}))
    return Request(method, "/settings.phtml", query, headers, body, 1, "http://127.0.0.1")


FORM = "application/x-www-form-urlencoded; charset=utf-8"


@pytest.mark.parametrize(
    ("query", "variables"),
    [
        ("a=1&b=", {"a": "1", "b": ""}),
        ("a=1&a=2", {"a": "2"}),
        ("a=x+y%2Bz", {"a": "x y+z"}),
        ("a", {"a": ""}),
        ("a.b=1&c%20d=2", {"a_b": "1", "c_d": "2"}),
        ("a[]=x&a[]=y", {"a": {"0": "x", "1": "y"}}),
        ("a[k]=x&a[5]=y&a[]=z", {"a": {"k": "x", "5": "y", "6": "z"}}),
        ("a[k][]=x", {"a": {"k": {"0": "x"}}}),
        ("a%5B%5D=x", {"a": {"0": "x"}}),
        ("a[=x", {"a_": "x"}),
        ("=x&[k]=y", {}),
        ("a=%C3%A9", {"a": "é"}),
        ("a=%FF", {"a": "\udcff"}),
        ("a=%zz", {"a": "%zz"}),
    ],
)
def test_query_becomes_variables(query: str, variables: Any) -> None:
    assert php.request_variables(_request(query)) == variables


def test_body_wins_over_query_and_arrays_merge() -> None:
    request = _request("a=query&c=1&l[x]=1&l[y]=2", "POST", b"a=body&l[y]=3", FORM)
    assert php.request_variables(request) == {"a": "body", "c": "1", "l": {"x": "1", "y": "3"}}


@pytest.mark.parametrize(("method", "content_type"), [("PUT", FORM), ("POST", "application/json"), ("POST", "")])
def test_only_a_posted_form_is_read_from_the_body(method: str, content_type: str) -> None:
    assert php.request_variables(_request("a=query", method, b"a=body", content_type)) == {"a": "query"}


def test_multipart_form() -> None:
    body = (
        b'--B\r\nContent-Disposition: form-data; name="a"\r\n\r\nx y\r\n'
        b'--B\r\nContent-Disposition: form-data; name="l[]"\r\n\r\nz\r\n--B--\r\n'
    )
    request = _request("a=query", "POST", body, "multipart/form-data; boundary=B")
    assert php.request_variables(request) == {"a": "x y", "l": {"0": "z"}}


@pytest.mark.parametrize(
    ("value", "number"),
    [
        (None, 0),
        ("", 0),
        ("x", 0),
        ("1.9", 1),
        ("12abc", 12),
        (" 7", 7),
        ("-5", -5),
        ("1e3", 1000),
        (".9", 0),
        ("99999999999999999999", 2**63 - 1),
        ({"0": "x"}, 1),
        ({}, 0),
        (True, 1),
    ],
)
def test_integer(value: Any, number: int) -> None:
    assert php.integer(value) == number


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (None, ""),
        (False, ""),
        (True, "1"),
        (5, "5"),
        (1.5, "1.5"),
        (2.0, "2"),
        (9.1, "9.1"),
        (-0.0000125, "-1.25E-5"),
        (1e25, "1.0E+25"),
        ("x", "x"),
    ],
)
def test_string(value: Any, text: str) -> None:
    assert php.string(value) == text


@pytest.mark.parametrize("value", [[], {}, ["x"]])
def test_string_of_an_array_is_an_error(value: Any) -> None:
    with pytest.raises(php.UncaughtError):
        php.string(value)


@pytest.mark.parametrize("value", [None, "", "0", 0, False, [], 0.0])
def test_empty(value: Any) -> None:
    assert php.is_empty(value)


@pytest.mark.parametrize("value", ["0.0", " ", 1, True, [0], {}, "x"])
def test_not_empty(value: Any) -> None:
    assert not php.is_empty(value)


@pytest.mark.parametrize(
    ("value", "text"),
    [
        ({"a": "x/y", "b": [1, True, None]}, r'{"a":"x\/y","b":[1,true,null]}'),
        ("é€", r'"\u00e9\u20ac"'),
        ("\U0001f600", r'"\ud83d\ude00"'),
        ('"\\\n\t\x01', r'"\"\\\n\t\u0001"'),
        ([10.0, 7.25], "[10,7.25]"),
        ("\udcff", ""),
        ({"a": ["ok", "\U0001f600\udce9"]}, ""),
    ],
)
def test_json_encode(value: Any, text: str) -> None:
    assert php.json_encode(value) == text


@pytest.mark.parametrize(
    "text", ["", "x", "{", "[1,]", "NaN", "[Infinity]", "null", '"\\ud800"', '"\udcff"', "[" * 100_000]
)
def test_json_decode_of_what_is_not_json(text: str) -> None:
    assert php.json_decode(text) is None


def test_json_decode_turns_huge_integers_into_floats() -> None:
    assert php.json_decode("[1, 99999999999999999999]") == [1, 1e20]


def test_lower_knows_ascii_only() -> None:
    assert php.lower("ALÉ") == "alÉ"
