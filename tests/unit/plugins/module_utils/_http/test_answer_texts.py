# Copyright (c) 2026 the dialtone.voip contributors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""An answer's body as text, and as the few words that fit into a message."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ansible_collections.dialtone.voip.plugins.module_utils._http.answer import Answer, shorten


def answer(body, kind=""):
    return Answer("GET", "/users", 200, headers={"content-type": kind} if kind else {}, body=body)


@pytest.mark.parametrize(
    ("body", "kind", "text"),
    [
        ("Köln".encode(), "", "Köln"),
        ("Köln".encode(), "text/plain", "Köln"),
        ("Köln".encode("latin-1"), "text/plain; charset=ISO-8859-1", "Köln"),
        ("Köln".encode("utf-16"), 'text/plain; Charset="UTF-16"', "Köln"),
        ("Köln".encode("latin-1"), "", "K\ufffdln"),
        (b"\xff\xfeabc", "text/plain; charset=utf-8", "\ufffd\ufffdabc"),
        (b"abc", "text/plain; charset=klingon", "abc"),
        (b"616263", "text/plain; charset=hex", "616263"),
        (b"abc", "text/plain; charset=", "abc"),
        (b"", "text/plain", ""),
    ],
)
def test_text_is_read_by_its_character_set_or_as_utf_8(body, kind, text):
    assert answer(body, kind).text == text


CHARSETS = (
    *("undefined", "idna", "punycode", "unicode_escape", "rot13", "zlib", "base64", "mbcs"),
    *("utf-7", "utf-32", "utf-16", "utf-16be", "us-ascii"),
    *(f"iso-8859-{number}" for number in range(20)),
    *(f"windows-{number}" for number in range(1249, 1260)),
)


@given(st.binary(max_size=50), st.sampled_from(CHARSETS))
def test_no_character_set_breaks_anything(body, charset):
    assert isinstance(answer(body, f"text/plain; charset={charset}").text, str)


def test_no_character_set_takes_long():
    begun = time.process_time()
    answer(b"a-" + b"9" * 300_000, "text/plain; charset=punycode").text  # noqa: B018
    assert time.process_time() - begun < 1


@pytest.mark.parametrize(
    ("body", "words"),
    [
        (b"plain   text\n here", "plain text here"),
        (b"<html><head><title>T</title></head><body><h1>Login</h1>\n<p>Please</p></body></html>", "Login Please"),
        (b"<script>alert(1)</script>before<style>p {}</style>after<!-- no -->", "before after"),
        (b"<unfinished", "<unfinished"),
        (b"", ""),
    ],
)
def test_an_excerpt_is_one_line_without_markup(body, words):
    assert answer(body).excerpt() == words


def test_an_excerpt_is_short():
    assert len(answer(b"word " * 100_000).excerpt()) == 300
    assert len(answer(b"word " * 100_000).excerpt(50)) == 50


@pytest.mark.parametrize("body", [b"<" * 100_000, b"<script>" * 50_000, b"<!--" * 50_000, b"<a" * 100_000])
def test_an_excerpt_of_hostile_markup_does_not_take_long(body):
    begun = time.process_time()
    answer(body).excerpt()
    assert time.process_time() - begun < 1


@given(st.text())
def test_what_is_shortened_fits_on_one_line(text):
    line = shorten(text, 20)
    assert len(line) <= 20
    assert "\n" not in line and "  " not in line


def test_printing_an_answer_does_not_show_its_body():
    assert "Hunter2" not in repr(answer(b"Hunter2"))
