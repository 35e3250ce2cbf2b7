# Copyright (c) 2026 the dialtone.voip contributors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""XML from servers that may be hostile, and XML for servers that are strict."""

from __future__ import annotations

import socket
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ansible_collections.dialtone.voip.plugins.module_utils._codec.xml_text import build_xml, parse_xml
from ansible_collections.dialtone.voip.plugins.module_utils._http.answer import Answer
from ansible_collections.dialtone.voip.plugins.module_utils._http.errors import RequestError

LAUGHS = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 10))
BILLION_LAUGHS = f'<!DOCTYPE x [<!ENTITY l0 "ha">{LAUGHS}]><x>&l9;</x>'.encode()
LAUGHS_IN_ATTRIBUTE = f'<!DOCTYPE x [<!ENTITY l0 "ha">{LAUGHS}]><x y="&l9;"/>'.encode()
QUADRATIC = b'<!DOCTYPE x [<!ENTITY a "' + b"a" * 100_000 + b'">]><x>' + b"&a;" * 10_000 + b"</x>"


def answer(body, kind="text/xml"):
    return Answer("GET", "/users", 200, headers={"content-type": kind}, body=body)


def parse(body, kind="text/xml"):
    return parse_xml(answer(body if isinstance(body, bytes) else body.encode(), kind))


def failure(body, kind="text/xml"):
    with pytest.raises(RequestError) as caught:
        parse(body, kind)
    return str(caught.value)


def test_xml_is_read():
    root = parse("<users><user id='7'><name>K&#246;ln &amp; Bonn</name></user></users>")
    assert (root.tag, root.findtext("user/name"), root.find("user").get("id")) == ("users", "Köln & Bonn", "7")


@pytest.mark.parametrize("encoding", ["utf-8", "iso-8859-1", "utf-16"])
def test_the_declared_encoding_counts(encoding):
    document = f'<?xml version="1.0" encoding="{encoding}"?><x>Köln</x>'
    assert parse(document.encode(encoding)).text == "Köln"


def test_comments_and_instructions_are_no_elements():
    root = parse("<!-- a --><?php echo 1 ?><x><!-- b --><y>o<!-- c -->ne</y><?php echo 2 ?></x>")
    assert [child.tag for child in root] == ["y"]
    assert root.findtext("y") == "one"


@pytest.mark.parametrize(
    "body",
    [
        b"",
        b"   ",
        b"<users><user></users>",
        b"<users>",
        b"plain text",
        b'{"users": []}',
        b"<x>\xff\xfe</x>",
        b"<x>\x00</x>",
        b"<x>&nbsp;</x>",
        b"<x/><y/>",
        b'<?xml version="1.0" encoding="klingon"?><x/>',
        b"<x>" * 100_000 + b"</x>" * 100_000,
    ],
    ids=repr,
)
def test_what_is_not_xml_is_an_error_and_no_crash(body):
    message = failure(body)
    assert message.startswith("GET /users was answered 200 with something that is not XML (text/xml)")
    assert len(message) < 500


def test_html_in_place_of_xml_is_shown_in_words():
    message = failure(b"<html><body><h1>Please log in</h1><br></body></html>", "text/html")
    assert "not XML (text/html): Please log in." in message


@pytest.mark.parametrize("body", [BILLION_LAUGHS, LAUGHS_IN_ATTRIBUTE, QUADRATIC], ids=["text", "attribute", "flat"])
def test_a_bomb_does_not_go_off(body):
    begun = time.process_time()
    failure(body)
    assert time.process_time() - begun < 2


@pytest.mark.parametrize(
    "body",
    [
        '<!DOCTYPE x [<!ENTITY e SYSTEM "file://{file}">]><x>&e;</x>',
        '<!DOCTYPE x [<!ENTITY % e SYSTEM "file://{file}"> %e;]><x/>',
        '<!DOCTYPE x SYSTEM "file://{file}"><x/>',
        '<!DOCTYPE x [<!ENTITY e SYSTEM "http://127.0.0.1:{port}/">]><x>&e;</x>',
        '<!DOCTYPE x SYSTEM "http://127.0.0.1:{port}/x.dtd"><x/>',
        '<!DOCTYPE x PUBLIC "-//X//X" "http://127.0.0.1:{port}/x.dtd"><x/>',
    ],
)
def test_nothing_from_outside_is_read(body, tmp_path):
    secret = tmp_path / "secret.txt"
    secret.write_text("Hunter2")
    with socket.create_server(("127.0.0.1", 0)) as listener:
        listener.setblocking(False)
        message = failure(body.format(file=secret, port=listener.getsockname()[1]))
        with pytest.raises(BlockingIOError):
            listener.accept()
    assert "Hunter2" not in message


def test_inclusions_are_not_followed(tmp_path):
    secret = tmp_path / "secret.txt"
    secret.write_text("Hunter2")
    root = parse(f'<x xmlns:xi="http://www.w3.org/2001/XInclude"><xi:include parse="text" href="file://{secret}"/></x>')
    assert "Hunter2" not in "".join(root.itertext())


@pytest.mark.parametrize("body", ["<!DOCTYPE x><x/>", "<!DOCTYPE html><html/>", "<!DOCTYPE x []><x/>"])
def test_a_document_type_is_refused_even_where_it_does_nothing(body):
    assert "declares a document type, which is refused" in failure(body)


@given(st.binary(max_size=100) | st.text(alphabet="<>/x&;!-?'\" []", max_size=50).map(str.encode))
def test_any_bytes_are_xml_or_an_error(body):
    try:
        parse(body)
    except RequestError as error:
        assert error.status == 200


def test_a_document_is_built_from_maps_lists_and_plain_values():
    built = build_xml(
        "user",
        {
            "userName": "4101",
            "empty": "",
            "absent": None,
            "enabled": True,
            "off": False,
            "weight": 5,
            "groups": [("group", {"id": 7}), ("group", {"id": 8}), ("group", None)],
            "none": [],
        },
    )
    root = parse(built)
    assert built.startswith(b"<?xml version='1.0' encoding='utf-8'?>")
    assert [child.tag for child in root] == ["userName", "empty", "enabled", "off", "weight", "groups", "none"]
    assert [root.findtext(name) for name in ("empty", "enabled", "off", "weight")] == ["", "true", "false", "5"]
    assert [group.findtext("id") for group in root.find("groups")] == ["7", "8"]


@pytest.mark.parametrize("character", ["\x00", "\x08", "\x0b", "\x1f", "\ufffe", "\uffff", "\ud800"])
def test_a_character_that_xml_cannot_carry_is_refused_by_the_name_of_its_place(character):
    with pytest.raises(ValueError, match="the text for pin has a control character") as caught:
        build_xml("user", {"pin": f"Hunter2{character}"})
    assert "Hunter2" not in str(caught.value)


WRITABLE = st.text(
    st.characters(exclude_categories=["Cs"], exclude_characters="\r\ufffe\uffff" + "".join(map(chr, range(0x20))))
    | st.sampled_from("\t\n<>&'\"]"),
    max_size=20,
)


@given(WRITABLE)
def test_what_is_built_is_read_back(text):
    assert (parse(build_xml("user", {"name": text})).findtext("name") or "") == text


@pytest.mark.parametrize("body", ["<html><body/></html>", '<html xmlns="http://www.w3.org/1999/xhtml"/>', "<HTML/>"])
def test_a_web_page_is_no_answer_though_it_is_well_formed(body):
    assert "was answered 200 with another XML document" in failure(body)


def test_a_document_is_what_it_is_expected_to_be():
    assert parse_xml(answer(b"<users/>"), "users", "user").tag == "users"
    with pytest.raises(RequestError, match=r"another XML document \(groups\)"):
        parse_xml(answer(b"<groups/>"), "users", "user")


@pytest.mark.parametrize("body", ["<users><user><pin>hush</pin>", "<pin>hush", '<?xml version="1.0"?><a pin="hush"'])
def test_broken_documents_are_not_shown_because_they_may_hold_secrets(body):
    message = failure(body)
    assert "bytes of broken data" in message
    assert "hush" not in message
