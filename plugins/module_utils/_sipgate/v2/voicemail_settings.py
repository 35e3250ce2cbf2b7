# Copyright (c) 2026 the dialtone.voip contributors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""The settings of the mailbox of a phone line, which stand in two places.

``GET …/phonelines/{id}`` shows whether and when it answers, ``GET /voicemails/{id}`` whether messages are transcribed;
the listing that shows both is deprecated. PUT wants two of the three fields each time and resets what it does not get.
"""

from __future__ import annotations

import typing as t

from ..._model.errors import ItemError
from ..._model.field import Field
from .client import segment

VOICEMAIL_OPTIONS = (
    Field("active", "bool"),
    # Not timeout, which is how long a module waits for an answer.
    Field("answer_after", "int", wire="timeout", minimum=0),
    Field("transcription", "bool"),
    Field("can_transcribe", "bool", read_only=True),
)

_WRITTEN = ("active", "answer_after", "transcription")


def mailbox(client: t.Any, line_path: str) -> dict[str, t.Any] | None:
    """The mailbox of a line as the line shows it: ``id``, ``timeout`` and ``active``; ``None`` when it has none."""
    boxes = client.get(line_path).get("voicemails") or []
    return boxes[0] if boxes else None


def read_voicemail(client: t.Any, line_path: str) -> dict[str, t.Any]:
    """The settings by option; empty when the line has no mailbox."""
    box = mailbox(client, line_path)
    if box is None:
        return {}
    details = client.get(f"/voicemails/{segment(box['id'])}")
    return {
        "active": box.get("active"),
        "answer_after": box.get("timeout"),
        "transcription": details.get("transcription"),
        "can_transcribe": details.get("canTranscribe"),
    }


def write_voicemail(client: t.Any, line_path: str, wanted: t.Mapping[str, t.Any]) -> None:
    """Write the settings; what is not wanted keeps what it is.

    :raises ItemError: the line has no mailbox.
    """
    box = mailbox(client, line_path)
    if box is None:
        raise ItemError("the phone line has no mailbox")
    current = read_voicemail(client, line_path)
    merged = {name: wanted.get(name, current.get(name)) for name in _WRITTEN}
    path = f"{line_path}/voicemails/{segment(box['id'])}"
    if all(merged[name] == current.get(name) for name in _WRITTEN if name != "transcription"):
        # Transcription alone has a call of its own.
        client.send("PUT", f"{path}/transcriptions", {"active": bool(merged["transcription"])})
        return
    bean = {"active": bool(merged["active"]), "transcription": bool(merged["transcription"])}
    if merged["answer_after"] is not None:
        bean["timeout"] = merged["answer_after"]
    client.send("PUT", path, bean)
