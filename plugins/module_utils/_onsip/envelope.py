# Copyright (c) 2026 the dialtone.voip contributors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""The document that answers an action, from XML or JSON to one form.

The envelope is the one of the vendor's RELAX NG schema ``Response.rng``. Its containers are open and unordered, so
elements are found by name and unknown ones are ignored.
"""

from __future__ import annotations

import json
import typing as t
from dataclasses import dataclass

from .._codec.xml_text import parse_xml
from .._http.answer import Answer
from .._http.errors import RequestError
from .._model.errors import RemoteError

#: an element as a tree: its text, or its children by name; children of one name are a list
Tree = t.Any

_ATTRIBUTES = "@attributes"
_BLANKS = b"\xef\xbb\xbf \t\r\n"


@dataclass(frozen=True)
class Problem:
    """One error of an answer.

    :param code: for machines, ``Entity.Problem``; the catalogue is nowhere published.
    :param message: prose.
    :param parameter: the parameter that it is about; empty for the errors of an action.
    """

    code: str
    message: str
    parameter: str = ""


@dataclass(frozen=True)
class Envelope:
    """What an answer says.

    :param completed: whether the action was carried out.
    :param valid: whether the parameters were accepted.
    :param established: whether there is a session.
    :param session_id: its id.
    :param user_id: whose session it is.
    :param problems: the errors of the request and of the action; a failed login has them in the request although that
        counts as valid.
    :param refused_by_action: whether the action itself refused, which is how missing permissions are told.
    :param result: the content of the element that is named after the action; ``None`` when it is missing.
    """

    completed: bool
    valid: bool
    established: bool
    session_id: str
    user_id: str
    problems: tuple[Problem, ...]
    refused_by_action: bool
    result: Tree

    @property
    def session_lost(self) -> bool:
        """Whether the session is gone; the request was not carried out then, whatever it was."""
        codes = [(problem.parameter, problem.code) for problem in self.problems]
        return not (self.completed or self.valid or self.established) and codes == [
            ("SessionId", "Session.Authentication")
        ]


def read_envelope(answer: Answer, action: str) -> Envelope:
    """The envelope of an answer.

    :raises RequestError: the body is no answer of the service, or tells of a fault inside it. What became of the
        request is unknown then.
    """
    name, tree = _document(answer)
    if name == "Exception":
        problem = f"with Action {action} was answered with a fault inside the service"
        raise _unknown(answer, problem, text(tree), "Look whether it took effect before trying again.")
    context = child(tree, "Context")
    about_action, request, session = (child(context, part) for part in ("Action", "Request", "Session"))
    if not (about_action and request and session):
        raise _unknown(answer, f"with Action {action} was answered with a document that is no answer of the service")
    of_action = _problems(about_action)
    result = child(tree, "Result")
    return Envelope(
        completed=is_true(about_action.get("IsCompleted")),
        valid=is_true(request.get("IsValid")),
        established=is_true(session.get("IsEstablished")),
        session_id=text(session.get("SessionId")),
        user_id=text(session.get("UserId")),
        problems=(*_problems(request), *of_action),
        refused_by_action=bool(of_action),
        result=result.get(action),
    )


def child(tree: Tree, name: str) -> dict[str, Tree]:
    """The children of a child; none when it is missing or holds no elements."""
    value = tree.get(name) if isinstance(tree, dict) else None
    return value if isinstance(value, dict) else {}


def children(tree: Tree, name: str) -> list[Tree]:
    """All children of a name: one alone is no list, and an empty container is an empty text."""
    value = tree.get(name) if isinstance(tree, dict) else None
    if value in (None, "", {}):
        return []
    return value if isinstance(value, list) else [value]


def attributes(tree: Tree) -> dict[str, str]:
    """The attributes of an element."""
    return t.cast("dict[str, str]", child(tree, _ATTRIBUTES))


def text(value: Tree) -> str:
    """The text of an element; an empty one has none."""
    return value if isinstance(value, str) else ""


def is_true(value: Tree) -> bool:
    """Whether an element says yes."""
    return value in ("true", "1")


def settled(value: Tree) -> Tree:
    """A record without attributes, and with empty texts for empty elements."""
    if isinstance(value, dict):
        inner = {name: settled(item) for name, item in value.items() if name != _ATTRIBUTES}
        return inner or ""
    if isinstance(value, list):
        return [settled(item) for item in value]
    return value


def _problems(tree: Tree) -> tuple[Problem, ...]:
    return tuple(
        Problem(text(error.get("Code")), text(error.get("Message")), text(error.get("Parameter")))
        for error in children(child(tree, "Errors"), "Error")
        if isinstance(error, dict)
    )


def _document(answer: Answer) -> tuple[str, Tree]:
    """The name of the root and its content. The media type is not asked: nothing says that it can be trusted."""
    body = answer.body.lstrip(_BLANKS)
    if body.startswith(b"{"):
        document = _from_json(answer)
    elif body.startswith(b"<") and not _is_page(body):
        document = _from_xml(answer)
    else:
        document = {}
    for name in ("Response", "Exception"):
        if name in document:
            return name, document[name]
    raise _not_an_answer(answer, body)


def _is_page(body: bytes) -> bool:
    start = body[:200].lower()
    return start.startswith(b"<!doctype html") or b"<html" in start


def _from_json(answer: Answer) -> dict[str, Tree]:
    try:
        document = json.loads(answer.text)
    except (ValueError, RecursionError):
        return {}
    return document if isinstance(document, dict) else {}


def _from_xml(answer: Answer) -> dict[str, Tree]:
    try:
        root = parse_xml(answer)
    except RequestError as error:
        if "document type" in error.problem:
            raise _unknown(answer, error.problem) from None
        return {}
    return {_local_name(root): _tree(root)}


def _tree(element: t.Any) -> Tree:
    content: dict[str, Tree] = {}
    if element.attrib:
        content[_ATTRIBUTES] = {str(name): str(value) for name, value in element.attrib.items()}
    inner = list(element.iterchildren("*"))
    if not inner:
        # Attributes of a mere text mean nothing.
        return element.text or content or ""
    for one in inner:
        name, value = _local_name(one), _tree(one)
        if name not in content:
            content[name] = value
        elif isinstance(content[name], list):
            content[name].append(value)
        else:
            content[name] = [content[name], value]
    return content


def _local_name(element: t.Any) -> str:
    return str(element.tag).rsplit("}", 1)[-1]


def _not_an_answer(answer: Answer, body: bytes) -> RequestError:
    """The body is only quoted when it is a page for people: an answer of the service can echo passwords."""
    kind = answer.headers.get("content-type", "no content type")
    problem = f"was answered {answer.status} with something that is no answer of the service ({kind})"
    if not body:
        problem = f"was answered {answer.status} with an empty body"
    said = answer.excerpt(160) if _is_page(body) else ""
    return _unknown(answer, problem, said, "Check url, and whether a proxy or a maintenance page answers instead.")


def _unknown(answer: Answer, problem: str, said: str = "", remedy: str = "") -> RequestError:
    return RequestError(answer.method, answer.path, problem, answer.status, said, remedy, RemoteError.UNKNOWN)
