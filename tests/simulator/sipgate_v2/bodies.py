# Copyright (c) 2026 the dialtone.voip contributors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""What a request's body must look like, and how it is read.

The Swagger document gives every optional boolean the default ``false``: a boolean that is left out resets the setting.
Other fields that are left out keep what they were.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from typing import Any

from ..sipgate_common.json_text import compact
from .refusals import Refusal, bad_parameter


@dataclass(frozen=True)
class Field:
    """One field of a body.

    :param kind: a key of ``_KINDS``
    :param required: whether the body must have it
    :param nullable: whether ``null`` is taken for a value; the vendor's client sends it for a few fields
    :param choices: the values it may have
    :param pattern: a regular expression that the whole text must match
    :param blank: whether a text may be empty or only spaces
    :param least: the smallest number
    :param most: the largest number, or the most characters of a text
    :param of: what an object is made of, or each object of a list
    """

    kind: str
    required: bool = False
    nullable: bool = False
    choices: tuple[str, ...] = ()
    pattern: str = ""
    blank: bool = True
    least: float | None = None
    most: float | None = None
    of: Mapping[str, Field] | None = None

    @property
    def needed(self) -> Field:
        """The same field, required."""
        return replace(self, required=True)


def _is_number(value: Any) -> bool:
    return isinstance(value, (int, float)) and not isinstance(value, bool)


def _is_whole(value: Any) -> bool:
    return isinstance(value, int) and not isinstance(value, bool)


def _are_texts(value: Any) -> bool:
    return isinstance(value, list) and all(isinstance(item, str) for item in value)


_KINDS: Mapping[str, tuple[Callable[[Any], bool], str]] = {
    "text": (lambda value: isinstance(value, str), "a string"),
    "flag": (lambda value: isinstance(value, bool), "a boolean"),
    "spelled flag": (lambda value: isinstance(value, bool) or value in ("true", "false"), "a boolean"),
    "whole": (_is_whole, "an integer"),
    "number": (_is_number, "a number"),
    "texts": (_are_texts, "a list of strings"),
    "lists of texts": (
        lambda value: isinstance(value, list) and all(map(_are_texts, value)),
        "a list of lists of strings",
    ),
    "object": (lambda value: isinstance(value, dict), "an object"),
    "objects": (
        lambda value: isinstance(value, list) and all(isinstance(item, dict) for item in value),
        "a list of objects",
    ),
}

TEXT = Field("text")
FLAG = Field("flag")
WHOLE = Field("whole")
TEXTS = Field("texts")
FILLED = Field("text", required=True, blank=False)
E164 = Field("text", pattern=r"\+[1-9][0-9]{1,14}")
EMAIL = Field("text", pattern=r"[^@\s]+@[^@\s]+")
DIRECTION = Field("text", choices=("INCOMING", "OUTGOING"))
CAUSE = Field("text", choices=("MISSED", "SUCCESSFUL"))


def choice(*choices: str) -> Field:
    """A text that is one of a few."""
    return Field("text", choices=choices)


def body(**fields: Field) -> Field:
    """A body that is a JSON object."""
    return Field("object", of=fields)


def objects(**fields: Field) -> Field:
    """A list of objects."""
    return Field("objects", of=fields)


def decoded(raw: bytes, content_type: str | None) -> Any:
    """The JSON of a body.

    :raises Refusal: 415 without the content type ``application/json``, 400 if it is not JSON, or not Unicode
    """
    if (content_type or "").partition(";")[0].strip().lower() != "application/json":
        raise Refusal(415, "", "unsupported media type")
    try:
        value = json.loads(raw, parse_constant=_no_constant)
        compact(value)
    except (ValueError, RecursionError):
        raise Refusal(400, "INVALID_JSON", "the request body is not valid JSON") from None
    return value


def _no_constant(name: str) -> Any:
    raise ValueError(f"{name} is no JSON")


def read(form: Field, value: Any, strict: bool, pointer: str = "") -> Any:
    """A decoded body, checked.

    :param form: what it must look like
    :param strict: whether unknown keys are refused and a boolean that is left out is false; otherwise both are passed
        over, and a null too
    :param pointer: where in the body the value stands
    :raises Refusal: 400 if the value does not have the form
    """
    fits, expected = _KINDS[form.kind]
    if not fits(value):
        raise bad_parameter(f"{pointer or 'the request body'} must be {expected}", pointer)
    if form.kind == "object":
        return _read_object(form.of or {}, value, strict, pointer)
    if form.kind == "objects":
        return [_read_object(form.of or {}, item, strict, f"{pointer}/{number}") for number, item in enumerate(value)]
    if form.kind == "spelled flag":
        return value in (True, "true")
    _check_range(form, value, pointer)
    return value


def _read_object(fields: Mapping[str, Field], value: Mapping[str, Any], strict: bool, pointer: str) -> dict[str, Any]:
    unknown = next((name for name in value if name not in fields), None)
    if strict and unknown is not None:
        raise bad_parameter(f"unknown property {unknown}", f"{pointer}/{unknown}")
    result = {}
    for name, form in fields.items():
        place = f"{pointer}/{name}"
        given = value.get(name)
        if name in value and (given is not None or form.nullable):
            result[name] = None if given is None else read(form, given, strict, place)
        elif form.required or (name in value and strict):
            raise bad_parameter(f"{place} must not be null", place)
        elif strict and form.kind in ("flag", "spelled flag"):
            result[name] = False
    return result


def _check_range(form: Field, value: Any, pointer: str) -> None:
    problem = ""
    size = len(value) if isinstance(value, (str, list)) else value
    if form.choices and value not in form.choices:
        problem = f"must be one of {', '.join(form.choices)}"
    elif form.pattern and not re.fullmatch(form.pattern, value):
        problem = "has an invalid format"
    elif not form.blank and not value.strip():
        problem = "must not be blank"
    elif form.least is not None and size < form.least:
        problem = f"must not be less than {form.least}"
    elif form.most is not None and size > form.most:
        problem = f"must not be greater than {form.most}"
    if problem:
        raise bad_parameter(f"{pointer} {problem}", pointer)
