# Copyright (c) 2026 the dialtone.voip contributors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Documents on other hosts, and files on this one."""

from __future__ import annotations

import stat
from pathlib import Path
from typing import Any

import pytest
from scripted_service import ScriptedService, refused

from ansible_collections.dialtone.voip.plugins.module_utils._http.answer import Answer
from ansible_collections.dialtone.voip.plugins.module_utils._http.authentication import preemptive_basic
from ansible_collections.dialtone.voip.plugins.module_utils._http.connection import Connection
from ansible_collections.dialtone.voip.plugins.module_utils._http.errors import RequestError
from ansible_collections.dialtone.voip.plugins.module_utils._model.errors import ItemError
from ansible_collections.dialtone.voip.plugins.module_utils._sipgate.deeds import media
from ansible_collections.dialtone.voip.plugins.module_utils._sipgate.download import download
from ansible_collections.dialtone.voip.plugins.module_utils._sipgate.files import (
    checksum_of,
    credentials_file,
    pdf_of,
    replace_file,
)

SERVICE = Connection(
    "https://api.example.com", "admin@example.com", "rehearsal", ca_path="/ca", client_cert="/cert", client_key="/key"
)


class Host:
    """Another host."""

    def __init__(self, answer: Any) -> None:
        self.answer = answer
        self.connections: list[Connection] = []
        self.logins: list[Any] = []
        self.asked: list[tuple[str, str, str]] = []

    def __call__(self, connection: Connection, make_auth: Any = None) -> Host:
        self.connections.append(connection)
        self.logins.append(make_auth)
        return self

    def request(self, method: str, path: str, query: str = "") -> Answer:
        self.asked.append((method, path, query))
        if isinstance(self.answer, Exception):
            raise self.answer
        return self.answer

    def close(self) -> None:
        pass


def test_credentials_stay_where_they_belong() -> None:
    host = Host(Answer("GET", "/", 200, body=b"sound"))
    assert download("https://media.example.net/a.mp3?key=CAPABILITY", SERVICE, host).body == b"sound"
    (connection,) = host.connections
    assert (connection.username, connection.password) == (None, None)
    assert (connection.client_cert, connection.client_key) == (None, None)
    assert connection.ca_path == "/ca"
    assert host.asked == [("GET", "/a.mp3", "key=CAPABILITY")]


@pytest.mark.parametrize(
    ("url", "known"),
    [
        ("https://api.example.com/a.mp3", True),
        ("https://api.example.com:8443/a.mp3", False),
        ("https://media.example.net/a.mp3", False),
    ],
)
def test_the_service_itself_may_be_shown_the_login(url: str, known: bool) -> None:
    host = Host(Answer("GET", "/", 200, body=b"sound"))
    download(url, SERVICE, host, login_at_home=True)
    assert (host.connections[0].username, host.logins[0]) == (
        ("admin@example.com", preemptive_basic) if known else (None, None)
    )
    download(url, SERVICE, host)
    assert (host.connections[1].username, host.logins[1]) == (None, None)


@pytest.mark.parametrize("url", ["http://media.example.net/a", "file:///etc/passwd", "gopher://x", "/a.mp3"])
def test_some_addresses_are_not_opened(url: str) -> None:
    host = Host(None)
    with pytest.raises(RequestError):
        download(url, SERVICE, host)
    assert not host.asked


RECORDING = "/my/events/voicemails/7/content/"


@pytest.mark.parametrize(
    ("answer", "url"),
    [
        (refused(307, location="https://media.example.net/a"), "https://media.example.net/a"),
        (refused(307, location="../9/content/"), "https://api.example.com/my/events/voicemails/7/9/content/"),
        (refused(302, location="/a?k=1"), "https://api.example.com/a?k=1"),
        ({"HandlerResultRedirect": {"url": "https://media.example.net/a"}}, "https://media.example.net/a"),
        (b"<HandlerResultRedirect><url>/a</url></HandlerResultRedirect>", "https://api.example.com/a"),
    ],
)
def test_a_recording_is_where_the_service_says(answer: Any, url: str, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[Any] = []
    monkeypatch.setattr(media, "download", lambda *args, **options: asked.append((args[0], options)))
    media._fetch_v1(ScriptedService({f"GET {RECORDING}": answer}).v1(), {"event": "7", "media": "voicemail"})
    assert asked == [(url, {"login_at_home": True})]


@pytest.mark.parametrize("answer", [refused(307), {"HandlerResultRedirect": {}}])
def test_no_recording_and_no_address_is_an_error(answer: Any) -> None:
    service = ScriptedService({f"GET {RECORDING}": answer})
    with pytest.raises(RequestError, match="without a document and without its address"):
        media._fetch_v1(service.v1(), {"event": "7", "media": "voicemail"})


@pytest.mark.parametrize("answer", [refused(404), RequestError("GET", "/secret-path", "was cut off")])
def test_an_address_is_never_shown(answer: Any) -> None:
    with pytest.raises(RequestError) as caught:
        download("https://media.example.net/secret-path?key=CAPABILITY", SERVICE, Host(answer))
    assert "media.example.net" in caught.value.message
    assert "secret-path" not in caught.value.message
    assert "CAPABILITY" not in caught.value.message


def test_a_new_file_is_for_its_owner_only_and_an_old_one_keeps_its_mode(tmp_path: Path) -> None:
    path = tmp_path / "fax.pdf"
    assert checksum_of(str(path)) is None
    replace_file(str(path), b"one")
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    path.chmod(0o644)
    replace_file(str(path), b"two")
    assert stat.S_IMODE(path.stat().st_mode) == 0o644
    assert path.read_bytes() == b"two"
    assert [entry.name for entry in tmp_path.iterdir()] == ["fax.pdf"]


def test_a_file_that_cannot_be_written_or_read_is_named(tmp_path: Path) -> None:
    with pytest.raises(ItemError, match="cannot write"):
        replace_file(str(tmp_path / "nowhere" / "x"), b"")
    with pytest.raises(ItemError, match="cannot read"):
        pdf_of(str(tmp_path / "x"))
    (tmp_path / "x").write_bytes(b"text")
    with pytest.raises(ItemError, match="is not a PDF"):
        pdf_of(str(tmp_path / "x"))


def test_nothing_is_left_of_a_file_that_cannot_take_its_place(tmp_path: Path) -> None:
    (tmp_path / "taken").mkdir()
    with pytest.raises(ItemError, match="cannot write"):
        replace_file(str(tmp_path / "taken"), b"new")
    with pytest.raises(ItemError, match="credentials are new"), credentials_file(str(tmp_path / "late")) as put:
        (tmp_path / "late").mkdir()
        put({"password": "rehearsal"})
    assert sorted(entry.name for entry in tmp_path.iterdir()) == ["late", "taken"]


@pytest.mark.parametrize(
    ("answer", "words"),
    [
        (Answer("GET", "/", 200, body=b""), "was answered with an empty file. It is not kept."),
        (Answer("GET", "/", 200, headers={"content-type": "text/html; charset=utf-8"}, body=b"<p>"), "with a web page"),
    ],
)
def test_what_is_no_document_is_not_kept(answer: Answer, words: str) -> None:
    with pytest.raises(RequestError, match=words):
        download("https://media.example.net/a.mp3", SERVICE, Host(answer))
