# Copyright (c) 2026 the dialtone.voip contributors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""JSON, from servers that may send something else."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ansible_collections.dialtone.voip.plugins.module_utils._codec.json_text import (
    expect_list,
    expect_map,
    parse_json,
)
from ansible_collections.dialtone.voip.plugins.module_utils._http.answer import Answer
from ansible_collections.dialtone.voip.plugins.module_utils._http.errors import RequestError

LOGIN_PAGE = b"<!DOCTYPE html><html><head><title>x</title></head><body><h1>Please log in</h1></body></html>"


def answer(body, kind="application/json", status=200):
    return Answer("GET", "/users", status, headers={"content-type": kind}, body=body)


def failure(body, kind="application/json"):
    with pytest.raises(RequestError) as caught:
        parse_json(answer(body, kind))
    return str(caught.value)


@pytest.mark.parametrize("value", [{"users": [{"userName": "4101"}]}, [], "text", 5, None, {"name": "Köln"}])
def test_json_is_read(value):
    assert parse_json(answer(json.dumps(value).encode())) == value
    assert parse_json(answer(json.dumps(value, ensure_ascii=False).encode())) == value


def test_the_content_type_does_not_matter_because_servers_lie_about_it():
    assert parse_json(answer(b'{"a": 1}', "text/html")) == {"a": 1}


def test_a_byte_order_mark_does_no_harm():
    assert parse_json(answer(b'\xef\xbb\xbf{"a": 1}')) == {"a": 1}


def test_html_in_place_of_json_is_said_and_shown_in_words():
    message = failure(LOGIN_PAGE, "text/html")
    assert message.startswith("GET /users was answered 200 with something that is not JSON (text/html): Please log in.")
    assert "no login page or proxy answers instead" in message


@pytest.mark.parametrize(
    "body",
    [
        b"",
        b"   ",
        b'{"users": [',
        b"{'users': []}",
        b'{"a": 1} trailing',
        b"\xff\xfe\xfd",
        b"[" * 1_000_000,
        b'{"a":' * 200_000,
        b"9" * 100_000,
        b"<users/>",
    ],
    ids=repr,
)
def test_what_is_not_json_is_an_error_and_no_crash(body):
    message = failure(body)
    assert message.startswith("GET /users was answered 200 with something that is not JSON")
    assert len(message) < 500


def test_an_empty_body_is_called_one():
    assert "an empty body" in failure(b"")


@given(st.binary(max_size=200))
def test_any_bytes_are_json_or_an_error(body):
    try:
        parse_json(answer(body))
    except RequestError as error:
        assert error.status == 200


@pytest.mark.parametrize("value", [[], "x", 5, None, True])
def test_where_an_object_is_expected_nothing_else_will_do(value):
    with pytest.raises(RequestError, match=r"GET /users was answered 200 with (nothing|a \w+) where an object"):
        expect_map(answer(b""), value)
    assert expect_map(answer(b""), {"a": 1}) == {"a": 1}


@pytest.mark.parametrize("value", [{}, "x", 5, None, True, ["x"], [{}, None]])
def test_where_a_list_of_objects_is_expected_nothing_else_will_do(value):
    with pytest.raises(RequestError, match="where a list of objects is expected"):
        expect_list(answer(b""), value)
    assert expect_list(answer(b""), [{"a": 1}]) == [{"a": 1}]
    assert expect_list(answer(b""), []) == []


@pytest.mark.parametrize("text", ["NaN", '{"a": Infinity}', "[-Infinity]"])
def test_what_only_looks_like_a_number_is_no_json(text):
    with pytest.raises(RequestError, match="something that is not JSON"):
        parse_json(answer(text.encode()))


def test_half_a_character_does_not_get_any_further():
    value = parse_json(answer(rb'{"name": "a\uD83D\uDE00b\ud83dc"}'))
    assert value == {"name": "a\U0001f600b?c"}


@pytest.mark.parametrize(
    "body", [b'{"sipPassword": "hush"', b' [{"pintoken": "hush", "x": NaN}]', b'\xef\xbb\xbf{"pin": "hush"', b'"hush']
)
def test_broken_data_is_not_shown_because_it_may_hold_secrets(body):
    with pytest.raises(RequestError) as caught:
        parse_json(answer(body))
    assert f"{len(body)} bytes of broken data" in caught.value.message
    assert "hush" not in caught.value.message


@pytest.mark.parametrize("body", [b"<!DOCTYPE html><title>Log in</title>", b"<p>Log in", b"\n<html>Log in", b"Log in"])
def test_a_page_for_people_is_quoted(body):
    with pytest.raises(RequestError, match="Log in"):
        parse_json(answer(body))
