# Copyright (c) 2026 the dialtone.voip contributors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""The serialiser: what it writes, and what it makes of XML and JSON bodies.

The expectations were taken from XStream and Jettison themselves.
"""

from __future__ import annotations

import re

import pytest

from simulator.sipx.rest.xstream import (
    BOOLEAN,
    FLAG,
    INT,
    STRING,
    Choice,
    Document,
    ListOf,
    UnreadableBody,
    read_json,
    read_xml,
    write_json,
    write_xml,
)
from simulator.sipx.rest.xstream.jettison import java_double
from simulator.sipx.rest.xstream.schema import record, snake_case
from simulator.sipx.rest.xstream.unmarshal import (
    CONVERSION,
    DUPLICATE_FIELD,
    STREAM,
    UNKNOWN_CLASS,
    UNKNOWN_FIELD,
    unmarshal,
)

GROUP = record("T$Group", id=INT, name=STRING, description=STRING)
USER = record(
    "T$User",
    id=INT,
    lastName=STRING,
    flag=FLAG,
    b=BOOLEAN,
    type=Choice("T$Type", "CALL", "APPLICATION"),
    groups=ListOf("group", GROUP),
    branch=GROUP,
    aliases=ListOf("alias", record("T$Alias", alias=STRING)),
)
DOCUMENT = Document("user", USER)
FULL = {
    "id": 57,
    "lastName": 'O\'K & <x> "q" é\t\x01/\\',
    "flag": True,
    "b": False,
    "type": "CALL",
    "groups": [
        {"id": 21, "name": "", "description": None},
        {"id": 22, "name": None, "description": None},
    ],
    "branch": {"id": 0, "name": None, "description": None},
    "aliases": [],
}


def compact(body: str) -> str:
    """What XStream would write of what it read, on one line."""
    tree = read_json(body.encode()) if body[:1] in "{[x" else read_xml(body.encode())
    return re.sub(r">\n\s*<", "><", write_xml(DOCUMENT, unmarshal(tree, DOCUMENT)))


def test_xml_is_indented_without_declaration_and_leaves_null_out():
    assert write_xml(DOCUMENT, FULL) == (
        "<user>\n  <id>57</id>\n"
        "  <lastName>O&apos;K &amp; &lt;x&gt; &quot;q&quot; é\t&#x1;/\\</lastName>\n"
        "  <flag>true</flag>\n  <b>false</b>\n  <type>CALL</type>\n"
        "  <groups>\n    <group>\n      <id>21</id>\n      <name></name>\n    </group>\n"
        "    <group>\n      <id>22</id>\n    </group>\n  </groups>\n"
        "  <branch>\n    <id>0</id>\n  </branch>\n  <aliases/>\n</user>"
    )


def test_json_is_regular_and_indented_and_leaves_null_out():
    assert write_json(DOCUMENT, FULL) == (
        '{"user": {\n  "id": 57,\n  "lastName": "O\'K & <x> \\"q\\" é\\t\\u0001/\\\\",\n'
        '  "flag": true,\n  "b": false,\n  "type": "CALL",\n'
        '  "groups": [\n    {\n      "id": 21,\n      "name": ""\n    },\n    {\n      "id": 22\n    }\n  ],\n'
        '  "branch": {\n    "id": 0\n  },\n  "aliases": []\n}}'
    )


def test_a_list_is_a_root_of_its_own():
    listing = Document("groups", ListOf("group", GROUP))
    rows = [{"id": 0, "name": None, "description": None}]
    assert write_json(listing, []) == '{"groups": []}'
    assert write_json(listing, rows) == '{"groups": [\n  {\n    "id": 0\n  }\n]}'
    assert write_xml(listing, []) == "<groups/>"
    assert write_xml(listing, rows) == "<groups>\n  <group>\n    <id>0</id>\n  </group>\n</groups>"


@pytest.mark.parametrize(
    ("body", "read"),
    [
        ("<user/>", "<user><id>0</id><b>false</b></user>"),
        (
            "<user><b>TRUE</b><id>5</id><lastName> 007 </lastName><flag>yes</flag></user>",
            "<user><id>5</id><lastName> 007 </lastName><flag>false</flag><b>true</b></user>",
        ),
        ("<user><id>0x10</id></user>", "<user><id>16</id><b>false</b></user>"),
        ("<user><id>010</id></user>", "<user><id>8</id><b>false</b></user>"),
        ("<user><id>-5</id></user>", "<user><id>-5</id><b>false</b></user>"),
        ("<user><flag></flag></user>", "<user><id>0</id><flag>false</flag><b>false</b></user>"),
        ("<user><lastName/></user>", "<user><id>0</id><lastName></lastName><b>false</b></user>"),
        ("<user><lastName><b>x</b></lastName></user>", "<user><id>0</id><lastName></lastName><b>false</b></user>"),
        (
            "<user><lastName><![CDATA[a<b]]></lastName></user>",
            "<user><id>0</id><lastName>a&lt;b</lastName><b>false</b></user>",
        ),
        ("<user>text</user>", "<user><id>0</id><b>false</b></user>"),
        (
            "<?xml version='1.0'?><!-- c --><user><!-- c --><lastName>a<!-- c -->b</lastName></user>",
            "<user><id>0</id><lastName>ab</lastName><b>false</b></user>",
        ),
        ("<user><type>Call</type></user>", "<user><id>0</id><b>false</b><type>CALL</type></user>"),
        ("<user><groups/></user>", "<user><id>0</id><b>false</b><groups/></user>"),
        (
            "<user><groups><group/></groups></user>",
            "<user><id>0</id><b>false</b><groups><group><id>0</id></group></groups></user>",
        ),
        ("<user><branch/></user>", "<user><id>0</id><b>false</b><branch><id>0</id></branch></user>"),
        (
            "<user><aliases><alias>X</alias></aliases></user>",
            "<user><id>0</id><b>false</b><aliases><alias/></aliases></user>",
        ),
        (
            "<user a='1'><aliases><alias><alias>X</alias></alias></aliases></user>",
            "<user><id>0</id><b>false</b><aliases><alias><alias>X</alias></alias></aliases></user>",
        ),
    ],
)
def test_xml_bodies(body, read):
    assert compact(body) == read


def test_xml_in_another_encoding_is_read_as_declared():
    tree = read_xml("<?xml version='1.0' encoding='ISO-8859-1'?><user><lastName>é</lastName></user>".encode("latin-1"))
    assert unmarshal(tree, DOCUMENT)["lastName"] == "é"


NAMED = "<user><id>0</id><lastName>{}</lastName><b>false</b></user>"
GROUPS_1_2 = "<user><id>0</id><b>false</b><groups><group><id>1</id></group><group><id>2</id></group></groups></user>"
GROUPS_1 = "<user><id>0</id><b>false</b><groups><group><id>1</id></group></groups></user>"
NO_GROUPS = "<user><id>0</id><b>false</b><groups/></user>"
NOTHING = "<user><id>0</id><b>false</b></user>"


@pytest.mark.parametrize(
    ("body", "read"),
    [
        ('{"user":{"groups":{"group":[{"id":1},{"id":2}]}}}', GROUPS_1_2),
        ('{"user":{"groups":{"group":{"id":1}}}}', GROUPS_1),
        ('{"user":{"groups":[]}}', NOTHING),
        ('{"user":{"groups":""}}', NO_GROUPS),
        ('{"user":{"groups":{}}}', NO_GROUPS),
        ('{"user":{"groups":null}}', NO_GROUPS),
        ('{"user":{"groups":"abc"}}', NO_GROUPS),
        ('{"user":{"groups":{"group":[]}}}', NO_GROUPS),
        ('{"user":{"lastName":null}}', NAMED.format("")),
        ('{"user":{"lastName":["a"]}}', NAMED.format("a")),
        ('{"user":{"lastName":[]}}', NOTHING),
        ('{"user":{"lastName":5.50}}', NAMED.format("5.5")),
        ('{"user":{"lastName":1e3}}', NAMED.format("1000.0")),
        ('{"user":{"lastName":12345678901234567890}}', NAMED.format("1.2345678901234567E19")),
        ('{"user":{"lastName":1e999}}', NAMED.format("Infinity")),
        ('{"user":{"lastName":-inf}}', NAMED.format("-inf")),
        (f'{{"user":{{"lastName":{"9" * 5000}}}}}', NAMED.format("Infinity")),
        ('{"user":{"lastName":true}}', NAMED.format("true")),
        ('{"user":{"lastName":"0012"}}', NAMED.format("0012")),
        ('{"user":{"lastName":0012}}', NAMED.format("10")),
        ('{"user":{"lastName":08}}', NAMED.format("8")),
        ('{"user":{"lastName":0x1F}}', NAMED.format("31")),
        ('{"user":{"lastName":"  a b "}}', NAMED.format("  a b ")),
        ('{"user":{"@x":"1","lastName":"a"}}', NAMED.format("a")),
        ('{"user":{"lastName":"a",}}', NAMED.format("a")),
        ('{"user":{"lastName"=>"a";"id":5}}', "<user><id>5</id><lastName>a</lastName><b>false</b></user>"),
        ('{/*c*/"user":{"lastName":"a"}} trailing', NAMED.format("a")),
        ("{user:{lastName:a b c}}", NAMED.format("a b c")),
        ("{'user':{'lastName':'abc'}}", NAMED.format("abc")),
        ('{"user":{"id":"5","flag":"true","b":true}}', "<user><id>5</id><flag>true</flag><b>true</b></user>"),
        ('{"user":{"id":1},"b":2}', "<user><id>1</id><b>false</b></user>"),
        ('{"user":{"branch":[{"id":1}]}}', "<user><id>0</id><b>false</b><branch><id>1</id></branch></user>"),
        ('{"user":{"branch":[]}}', NOTHING),
        ('{"user":{"branch":null}}', "<user><id>0</id><b>false</b><branch><id>0</id></branch></user>"),
        ('{"user":null}', NOTHING),
        ('{"user":"abc"}', NOTHING),
        ('{"user":{"lastName":"\\u00e9\\/"}}', NAMED.format("é/")),
        ('{"user":{"lastName":"a\\ud83d\\ude00b"}}', NAMED.format("a\U0001f600b")),
        ('{"user":{"lastName":"a\\ud83db"}}', NAMED.format("a\ufffdb")),
    ],
)
def test_json_bodies(body, read):
    assert compact(body) == read


@pytest.mark.parametrize(
    ("body", "java_class", "beginning"),
    [
        ("<foo/>", UNKNOWN_CLASS, "foo"),
        ('{"lastName":"x"}', UNKNOWN_CLASS, "lastName"),
        ("<user><bogus>1</bogus></user>", UNKNOWN_FIELD, "No such field T$User.bogus"),
        ('{"user":[{"id":1}]}', UNKNOWN_FIELD, "No such field T$User.user"),
        ("<user><branch><address/></branch></user>", UNKNOWN_FIELD, "No such field T$Group.address"),
        ("<user><lastName>a</lastName><lastName>b</lastName></user>", DUPLICATE_FIELD, "Duplicate field m_lastName"),
        ('{"user":{"lastName":["a","b"]}}', DUPLICATE_FIELD, "Duplicate field m_lastName"),
        ('{"user":{"lastName":"a","lastName":"b"}}', DUPLICATE_FIELD, "Duplicate field m_lastName"),
        ("<user><groups/><groups/></user>", DUPLICATE_FIELD, "Duplicate field m_groups"),
        ('{"user":{"groups":[{"id":1}]}}', CONVERSION, "id : id"),
        ("<user><groups><x><id>1</id></x></groups></user>", CONVERSION, "x : x"),
        ("<user><id></id></user>", CONVERSION, "Zero length string"),
        ("<user><id>abc</id></user>", CONVERSION, 'For input string: "abc"'),
        ("<user><id> 5 </id></user>", CONVERSION, 'For input string: " 5 "'),
        ("<user><id>99999999999</id></user>", CONVERSION, 'For input string: "99999999999"'),
        ('{"user":{"id":5.5}}', CONVERSION, 'For input string: "5.5"'),
        ('{"user":{"id":null}}', CONVERSION, "Zero length string"),
        ("<user><type>nope</type></user>", CONVERSION, "No enum constant T.Type.nope"),
        ("<user><type></type></user>", CONVERSION, "No enum constant T.Type."),
        ("<user>", STREAM, ""),
        ("<user/><user/>", STREAM, ""),
        ("abc", STREAM, ""),
        ("{", STREAM, " : ParseError at [row,col]:[0,1]\nMessage: A JSONObject text must end with '}'"),
        ("[]", STREAM, " : ParseError at [row,col]:[0,1]\nMessage: A JSONObject text must begin with '{'"),
        ('{"user":}', STREAM, " : ParseError at [row,col]:[0,8]\nMessage: Missing value."),
        ('{"user"}', STREAM, " : ParseError"),
        ('{"user":"a" "b"}', STREAM, " : ParseError"),
        ('{"user":"a', STREAM, " : ParseError"),
        ('{"user":[1 2]}', UNKNOWN_FIELD, ""),
        ('{"user":["a" "b"]}', STREAM, " : ParseError"),
    ],
)
def test_unreadable_bodies(body, java_class, beginning):
    with pytest.raises(UnreadableBody) as refused:
        compact(body)
    assert refused.value.java_class == java_class
    assert refused.value.text.startswith(beginning)


def test_an_empty_object_and_an_empty_body_are_unreadable():
    for body in (b"{}", b""):
        with pytest.raises(UnreadableBody):
            read_json(body)
    with pytest.raises(UnreadableBody):
        read_xml(b"")


def test_entities_are_not_expanded():
    bomb = '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;">]><user><lastName>&b;</lastName></user>'
    assert compact(bomb) == NAMED.format("")


@pytest.mark.parametrize(
    ("number", "text"),
    [
        (0.1, "0.1"),
        (1e-7, "1.0E-7"),
        (123456789.5, "1.234567895E8"),
        (100000000.0, "1.0E8"),
        (0.0, "0.0"),
        (1.0, "1.0"),
        (float("-inf"), "-Infinity"),
    ],
)
def test_doubles_look_as_in_java(number, text):
    assert java_double(number) == text


def test_wire_names_become_attribute_names():
    names = ["officeDesignation", "first-name", "imId", "custom1", "zip"]
    assert [snake_case(name) for name in names] == ["office_designation", "first_name", "im_id", "custom1", "zip"]
