# Copyright (c) 2026 the dialtone.voip contributors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Greetings: a sound that is given once, and the one that it takes the place of."""

from __future__ import annotations

import base64
from pathlib import Path
from typing import Any

import pytest
from scripted_service import USERS, ScriptedService, outcome, reconciled, refused

from ansible_collections.dialtone.voip.plugins.module_utils._model.errors import ItemError
from ansible_collections.dialtone.voip.plugins.module_utils._sipgate.v2.recording_greeting import (
    RecordingGreetingAdapter,
)
from ansible_collections.dialtone.voip.plugins.module_utils._sipgate.v2.uploads import base64_of
from ansible_collections.dialtone.voip.plugins.module_utils._sipgate.v2.voicemail import GreetingAdapter

LINES = "/v2/w1/phonelines"
PLACE = f"{LINES}/p1/voicemails/v1/greetings"
RECORDING = "/v2/autorecordings/greetings"


@pytest.fixture
def sound(tmp_path: Path) -> str:
    path = tmp_path / "welcome.wav"
    path.write_bytes(b"RIFF")
    return str(path)


def greetings(*rows: dict[str, Any], made: Any = "") -> ScriptedService:
    lines = [{"id": "p0", "alias": "Back"}, {"id": "p1", "alias": "Front"}]
    return ScriptedService(
        {
            **USERS,
            f"GET {LINES}": {"items": lines},
            f"GET {LINES}/p1": {**lines[1], "voicemails": [{"id": "v1"}]},
            f"GET {PLACE}": {"items": list(rows)},
            f"POST {PLACE}": {"items": made},
            f"PUT {PLACE}/12": "",
        }
    )


def wanted(src: str, **more: Any) -> dict[str, Any]:
    return {"alias": "welcome", "user": "ada.sample@example.com", "phone_line": "Front", "src": src, **more}


def test_a_greeting_is_uploaded_to_its_line_and_the_new_one_is_activated(sound: str) -> None:
    made = [{"id": "11", "alias": "welcome"}, {"id": "12", "alias": "welcome"}, {"id": "13", "alias": "later"}]
    service = greetings(made=made)
    (only,) = reconciled(GreetingAdapter(service.v2()), wanted(sound, active=True)).outcomes
    assert (only.status, only.identity) == ("created", "12")
    content = base64.b64encode(b"RIFF").decode()
    assert service.written == [
        (f"POST {PLACE}", {"filename": "welcome", "base64Content": content}),
        (f"PUT {PLACE}/12", {"active": True}),
    ]


def test_a_greeting_that_is_there_is_not_uploaded_again(tmp_path: Path) -> None:
    service = greetings({"id": "12", "alias": "welcome", "active": True})
    gone = str(tmp_path / "nowhere.wav")
    assert outcome(GreetingAdapter(service.v2()), **wanted(gone, active=True)) == ("unchanged", "")
    assert not service.writes


def test_a_greeting_of_a_line_that_is_not_there_is_refused(sound: str) -> None:
    status, error = outcome(GreetingAdapter(greetings().v2()), **{**wanted(sound), "phone_line": "Side"})
    assert status == "failed" and "has no phone line Side" in error


def recording(shown: Any) -> ScriptedService:
    return ScriptedService({f"GET {RECORDING}": shown, f"POST {RECORDING}": "", f"DELETE {RECORDING}/1": ""})


@pytest.mark.parametrize("none", [refused(404), {}])
def test_the_first_greeting_of_recordings_takes_nobodys_place(sound: str, none: Any) -> None:
    service = recording(none)
    assert outcome(RecordingGreetingAdapter(service.v2()), alias="welcome", src=sound)[0] == "created"
    assert [sent.method for sent in service.writes] == ["POST"]


OLD, NEW = {"id": "1", "alias": "old"}, {"id": "2", "alias": "welcome"}


@pytest.mark.parametrize(
    ("shown", "answers", "writes"),
    [
        ([OLD, OLD, NEW], "", ["POST"]),
        ([OLD, OLD, OLD], "", ["POST", "DELETE"]),
        ([OLD, OLD], [refused(409), ""], ["POST", "DELETE", "POST"]),
    ],
)
def test_another_greeting_of_recordings_takes_the_place_of_the_old(
    sound: str, shown: Any, answers: Any, writes: list[str]
) -> None:
    service = recording(list(shown))
    service.answers[f"POST {RECORDING}"] = answers
    assert outcome(RecordingGreetingAdapter(service.v2()), alias="welcome", src=sound)[0] == "created"
    assert [sent.method for sent in service.writes] == writes


def test_the_old_greeting_stays_where_the_new_one_is_refused(sound: str) -> None:
    service = recording(OLD)
    service.answers[f"POST {RECORDING}"] = refused(413)
    assert outcome(RecordingGreetingAdapter(service.v2()), alias="welcome", src=sound)[0] == "failed"
    assert [sent.method for sent in service.writes] == ["POST"]


def test_nothing_is_deleted_for_a_sound_that_cannot_be_read(tmp_path: Path) -> None:
    service = recording({"id": "1", "alias": "old"})
    with pytest.raises(ItemError, match="cannot read"):
        RecordingGreetingAdapter(service.v2()).create({"alias": "welcome", "src": str(tmp_path / "nowhere.wav")})
    assert not service.writes


def test_a_sound_that_cannot_be_read_is_missed_in_check_mode_too(tmp_path: Path) -> None:
    gone = str(tmp_path / "nowhere.wav")
    recordings = RecordingGreetingAdapter(recording(refused(404)).v2())
    for adapter, given in (
        (GreetingAdapter(greetings().v2()), wanted(gone)),
        (recordings, {"alias": "welcome", "src": gone}),
    ):
        (only,) = reconciled(adapter, given, check_mode=True).outcomes
        assert "cannot read" in str(only.error)


def test_a_sound_is_neither_empty_nor_longer_than_the_service_takes(tmp_path: Path) -> None:
    path = tmp_path / "welcome.wav"
    path.write_bytes(b"")
    with pytest.raises(ItemError, match="is empty"):
        base64_of(str(path), 8)
    path.write_bytes(b"RIFF12")
    assert base64_of(str(path), 8) == "UklGRjEy"
    path.write_bytes(b"RIFF123")
    with pytest.raises(ItemError, match="at most 6 bytes"):
        base64_of(str(path), 8)
