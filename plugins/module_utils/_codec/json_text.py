# Copyright (c) 2026 the dialtone.voip contributors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""JSON from servers that may send something else."""

from __future__ import annotations

import json
import typing as t

from .._http.answer import Answer
from .._http.errors import RequestError
from .._model.values import kind_of


def parse_json(answer: Answer) -> t.Any:
    """The answer's JSON value.

    :raises RequestError: the body is not JSON; the message shows how it starts if that is a page for people.
    """
    try:
        value = json.loads(answer.text, parse_constant=_no_number)
        # Half a character cannot be written anywhere.
        if r"\ud" in answer.text.lower():
            value = json.loads(json.dumps(value, ensure_ascii=False).encode("utf-8", "replace"))
        return value
    except (ValueError, RecursionError):
        kind = answer.headers.get("content-type", "no content type")
        raise RequestError(
            answer.method,
            answer.path,
            f"was answered {answer.status} with something that is not JSON ({kind})",
            answer.status,
            answer.glimpse(),
            remedy="Check that url is the address of the server and that no login page or proxy answers instead.",
        ) from None


def _no_number(name: str) -> t.NoReturn:
    raise ValueError(f"{name} is no JSON")


def expect_map(answer: Answer, value: t.Any) -> dict[str, t.Any]:
    """The value, if it is a JSON object. :raises RequestError: it is something else."""
    if isinstance(value, dict):
        return value
    raise _unexpected(answer, "an object", value)


def expect_list(answer: Answer, value: t.Any) -> list[t.Any]:
    """The value, if it is a JSON array of objects. :raises RequestError: it is something else."""
    if isinstance(value, list) and all(isinstance(element, dict) for element in value):
        return value
    raise _unexpected(answer, "a list of objects", value)


def _unexpected(answer: Answer, wanted: str, value: t.Any) -> RequestError:
    problem = f"was answered {answer.status} with {kind_of(value)} where {wanted} is expected"
    return RequestError(answer.method, answer.path, problem, answer.status, remedy="Is this the right kind of server?")
