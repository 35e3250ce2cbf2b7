# Copyright (c) 2026 the dialtone.voip contributors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Audio files, pictures, and the secrets that travel in an address."""

from __future__ import annotations

import contextlib
from pathlib import Path
from typing import Any

import pytest
from server import ScriptedServer, exception

from ansible_collections.dialtone.voip.plugins.module_utils._engine.record import Item, Record
from ansible_collections.dialtone.voip.plugins.module_utils._http.answer import Answer
from ansible_collections.dialtone.voip.plugins.module_utils._http.errors import RequestError
from ansible_collections.dialtone.voip.plugins.module_utils._model.compare import UNREADABLE
from ansible_collections.dialtone.voip.plugins.module_utils._model.errors import ItemError, RemoteError
from ansible_collections.dialtone.voip.plugins.module_utils._sipx.audio.prompt import AREAS, PromptAdapter
from ansible_collections.dialtone.voip.plugins.module_utils._sipx.my.secrets import (
    MyPortalPasswordAdapter,
    MyVoicemailPinAdapter,
)
from ansible_collections.dialtone.voip.plugins.module_utils._sipx.system.avatar import AvatarAdapter
from ansible_collections.dialtone.voip.plugins.module_utils._sipx.system.greeting import GreetingAdapter
from ansible_collections.dialtone.voip.plugins.module_utils._sipx.user import UserAdapter

WAVE = b"RIFF0000WAVEfmt "


@pytest.fixture
def wave(tmp_path: Path) -> str:
    path = tmp_path / "one.wav"
    path.write_bytes(WAVE)
    return str(path)


def prompt(size: int) -> Record:
    return Record({"name": "a.wav", "area": "music_on_hold", "size": size}, "/moh/prompts/a.wav")


def test_a_file_of_another_size_is_not_downloaded(wave: str) -> None:
    server = ScriptedServer({})
    record = PromptAdapter(server.client()).complete(prompt(5), {"src": wave})
    assert record.values["src"] != wave
    assert server.lines == []


def test_a_file_of_the_same_size_is_compared(wave: str) -> None:
    server = ScriptedServer({"GET /api/moh/prompts/a.wav/stream": WAVE})
    record = PromptAdapter(server.client()).complete(prompt(len(WAVE)), {"src": wave})
    assert record.values["src"] == wave


def test_an_upload_that_fails_brings_the_old_file_back(wave: str) -> None:
    refused = exception("a.wav")
    server = ScriptedServer(
        {"GET *": b"RIFF old WAVE", "DELETE /api/moh/prompts/a.wav": "", "POST /api/moh/prompts": [refused, ""]}
    )
    values = {"name": "a.wav", "area": "music_on_hold", "src": wave}
    with pytest.raises(RequestError):
        PromptAdapter(server.client()).update(prompt(5), values, frozenset(["src"]))
    assert [sent.files for sent in server.writes if sent.method == "POST"] == [
        [("file", ("a.wav", WAVE))],
        [("file", ("a.wav", b"RIFF old WAVE"))],
    ]


def replaced(wave: str, *uploads: Any, listings: int) -> list[Any]:
    """The uploads of a replacement whose deletion lost its answer, while the server does not have the file."""
    lost = RequestError("DELETE", "/a.wav", "was cut off", outcome=RemoteError.UNKNOWN)
    server = ScriptedServer(
        {
            "GET /api/moh/prompts/a.wav/stream": b"RIFF old WAVE",
            **{f"GET /api{base}/prompts": [{"files": []}] * listings for base in AREAS.values()},
            "DELETE /api/moh/prompts/a.wav": [lost],
            "POST /api/moh/prompts": list(uploads),
        }
    )
    values = {"name": "a.wav", "area": "music_on_hold", "src": wave}
    with contextlib.suppress(RequestError):
        PromptAdapter(server.client()).update(prompt(5), values, frozenset(["src"]))
    return [sent.files[0][1][1] for sent in server.writes if sent.method == "POST"]


def test_a_file_that_is_replaced_is_there_afterwards_whatever_answer_got_lost(wave: str) -> None:
    lost = RequestError("POST", "/prompts", "was cut off", outcome=RemoteError.UNKNOWN)
    assert replaced(wave, "", listings=1) == [WAVE]
    assert replaced(wave, lost, "", listings=2) == [WAVE, WAVE]
    assert replaced(wave, exception("a.wav"), "", listings=1) == [WAVE, b"RIFF old WAVE"]


@pytest.mark.parametrize(
    ("name", "content", "words"),
    [
        ("a.wav", b"ID3 tag", "is no WAV file, but a.wav says so; convert it"),
        ("a.mp3", WAVE, "is no MP3 file, but a.mp3 says so; convert it"),
        ("a.wav", b"RIFF0000AVI LIST", "is no WAV file"),
    ],
)
def test_a_file_of_another_format_is_refused(tmp_path: Path, name: str, content: bytes, words: str) -> None:
    path = tmp_path / "file"
    path.write_bytes(content)
    server = ScriptedServer({})
    with pytest.raises(ItemError, match=words):
        PromptAdapter(server.client()).translate({"name": name, "area": "music_on_hold", "src": str(path)}, None)
    assert not server.sent


def test_a_picture_that_looks_like_nobodys_is_none() -> None:
    server = ScriptedServer(
        {
            **users("4101", "4102"),
            "GET /rest/avatar/~nobody~": b"grey",
            "GET /rest/avatar/4101": b"face",
            "GET /rest/avatar/4102": b"grey",
        }
    )
    adapter = AvatarAdapter(server.client())
    adapter.expect([Item(0, name, values={"user": name}) for name in ("4101", "4102")])
    assert [record.values for record in adapter.fetch(None)] == [{"user": "4101", "src": UNREADABLE}]


def users(*names: str, **aliases: str) -> dict[str, Any]:
    """The listing of users with these names, each with an alias if one is given."""
    rows = [{"id": number, "userName": name, "aliases": []} for number, name in enumerate(names, start=1)]
    rows += [{"id": 99, "userName": name, "aliases": [alias]} for alias, name in aliases.items()]
    return {"GET /api/users?start=0&limit=1000": {"users": rows}}


def test_a_picture_goes_to_the_user_name_as_it_is(tmp_path: Path) -> None:
    src = tmp_path / "a.gif"
    src.write_bytes(b"GIF89a")
    server = ScriptedServer({**users(ines="+49@x"), "GET *": b"grey", "POST *": ""})
    adapter = AvatarAdapter(server.client())
    adapter.expect([Item(0, "ines", values={"user": "ines"})])
    adapter.fetch(None)
    adapter.create({"user": "ines", "src": str(src)})
    assert [line for line in server.lines if line.endswith("x")] == [
        "GET /rest/avatar/+49@x",
        "POST /rest/avatar/+49@x",
    ]


@pytest.mark.parametrize("name", ["a b", "Jürgen"])
def test_a_user_whose_name_has_to_be_encoded_is_refused_before_somebody_else_gets_it(name: str) -> None:
    server = ScriptedServer(users(name))
    with pytest.raises(ItemError, match="has to be encoded"):
        AvatarAdapter(server.client()).translate({"user": name}, None)
    with pytest.raises(ItemError, match="has to be encoded"):
        GreetingAdapter(server.client()).update(Record({}, name), {"greeting": "none"}, frozenset(["greeting"]))
    assert server.writes == []


@pytest.mark.parametrize(
    ("adapter", "name", "path"),
    [
        (MyPortalPasswordAdapter, "portal_password", "/my/portal/password/"),
        (MyVoicemailPinAdapter, "voicemail_pin", "/my/voicemail/pin/"),
    ],
)
def test_a_secret_in_the_address_needs_consent_and_is_in_no_message(adapter: Any, name: str, path: str) -> None:
    refused = Answer("", "", 400, "Not like that", {"content-type": "text/html"}, b"<html>")
    server = ScriptedServer({"PUT *": refused})
    mine = adapter(server.client())
    with pytest.raises(ItemError, match="allow_secret_in_url=true"):
        mine.translate({name: "97531-secret"}, Record({}))
    assert mine.translate({name: "97531-secret", "allow_secret_in_url": True}, Record({})) == {name: "97531-secret"}
    assert mine.warnings() == ()
    with pytest.raises(RequestError) as raised:
        mine.update(Record({}), {name: "97531-secret"}, frozenset([name]))
    assert server.lines == [f"PUT /rest{path}97531-secret"]
    assert server.sent[0].body, "the server refuses a PUT without a body"
    assert "secret" not in raised.value.message
    assert "Not like that" in raised.value.message
    assert mine.warnings()


def test_a_voicemail_pin_leaves_the_aliases_alone() -> None:
    server = ScriptedServer({"PUT *": "5"})
    record = Record({"user_name": "4101", "permissions": {}}, 5)
    values = {**record.values, "voicemail_pin": "97531"}
    UserAdapter(server.client()).update(record, values, frozenset(["voicemail_pin"]))
    assert server.lines == ["PUT /api/users/4101"]
    assert server.sent[0].body == b'{"voicemailPin": "97531", "aliases": null}'
