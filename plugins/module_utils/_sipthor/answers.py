# Copyright (c) 2026 the dialtone.voip contributors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""What an answer of SIP Thor says.

JSON comes as ``text/html``, and HTML may stand in front of it. A read whose back-end call failed prints an HTML
fragment and then the JSON of an *empty* value, with status 200: that value must never be taken for "there is nothing".
A write prints its own result object after whatever went wrong before, and ``set_call_forwarding`` prints what it does
in front of it. What a result says is in ``success``; its text is in the account's language.

Source: ``renderUI`` in ``library/sip_settings.php`` of the vendor's public front end.
"""

from __future__ import annotations

import html
import json
import re
import typing as t
from dataclasses import dataclass

from .._http.answer import Answer, shorten
from .._model.errors import RemoteError
from .failures import failure_of, unreadable

_RESULT = '{"success":'
_SENTENCE = re.compile(r"Error \(\w+\): [^<\n]*")
#: texts of the page and its database that stand alone and hold nothing private
_KNOWN_TEXTS = re.compile(
    r"Error: Missing nonce in enrollment settings|error: no domainFilter available|Invalid credentials from|"
    r"MySQL error: \d+|Session halted|X\.509 Credentials error"
)
#: how the lines begin that set_call_forwarding prints in front of its result object
_CHANGED_KEY = "Key F"
#: the back end gave no code: the answer was lost on the way, so nobody knows what it did
_NO_CODE = re.compile(r"\(\): *$")


@dataclass(frozen=True)
class Result:
    """The outcome of a write that succeeded.

    :param payload: the result object.
    :param complaint: what the server printed in front of it about a failure of another call, if anything.
    """

    payload: dict[str, t.Any]
    complaint: str = ""


def read_value(answer: Answer) -> t.Any:
    """The JSON value of a read.

    :raises RequestError: the read failed, in whatever form.
    """
    _expect_success_status(answer, write=False)
    try:
        value = json.loads(answer.text)
    except (ValueError, RecursionError):
        raise unreadable(answer, sentence_in(answer.text), write=False) from None
    if isinstance(value, dict) and value.get("success") is False and "error_message" in value:
        raise failure_of(answer, said=_message(value), problem="was refused")
    return value


def write_result(answer: Answer) -> Result:
    """The result object of a write.

    :raises RequestError: the write was refused, or nobody knows what became of it.
    """
    _expect_success_status(answer, write=True)
    payload, prefix = _result_object(answer.text)
    if payload is None:
        raise unreadable(answer, sentence_in(answer.text), write=True)
    if payload.get("success") is not True:
        said = _message(payload)
        outcome = RemoteError.UNKNOWN if _NO_CODE.search(said) else RemoteError.REFUSED
        raise failure_of(answer, said=said, problem="was refused", outcome=outcome)
    before = prefix.split(_CHANGED_KEY, 1)[0].strip()
    complaint = sentence_in(prefix) or ("a text that is no JSON" if before else "")
    return Result(payload, complaint)


def sentence_in(text: str) -> str:
    """The telling sentence of a body that is no plain JSON; never more, since such a page may show secrets."""
    found = _SENTENCE.search(text) or _KNOWN_TEXTS.search(text)
    return shorten(html.unescape(found.group(0))) if found else ""


def _expect_success_status(answer: Answer, write: bool) -> None:
    if answer.status != 200:
        raise failure_of(answer, outcome=RemoteError.UNKNOWN if write and answer.status >= 500 else RemoteError.REFUSED)
    if not answer.body.strip():
        problem = "was answered 200 with an empty body: the server could not encode its answer"
        raise failure_of(answer, problem=problem, outcome=RemoteError.UNKNOWN if write else RemoteError.REFUSED)


def _result_object(text: str) -> tuple[dict[str, t.Any] | None, str]:
    """The result object and what stands in front of it.

    The sequence that begins it cannot stand inside of a JSON text, where quotes are escaped.
    """
    for start in (0, text.rfind(_RESULT)):
        if start < 0:
            continue
        try:
            payload = json.loads(text[start:])
        except (ValueError, RecursionError):
            continue
        if isinstance(payload, dict):
            return payload, text[:start]
    return None, ""


def _message(payload: t.Mapping[str, t.Any]) -> str:
    return shorten(str(payload.get("error_message") or "no reason given"))
