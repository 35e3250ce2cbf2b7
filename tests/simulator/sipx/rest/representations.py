# Copyright (c) 2026 the dialtone.voip contributors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Bodies of answers and of requests: serialised beans, Jackson's text, plain text."""

from __future__ import annotations

import json
from typing import Any

from multidict import CIMultiDict

from ...core.interface import Response
from .jackson import Bean, UnreadableJson
from .restlet import EscapedError, Exchange, StatusError
from .xstream import Document, Node, read_json, read_xml, write_json, write_xml
from .xstream.unmarshal import unmarshal

XML, JSON, PLAIN = "text/xml", "application/json", "text/plain"
#: what resources offer that go through XStream
XML_OR_JSON = (XML, JSON)
LATIN_TEXT = "text/plain; charset=ISO-8859-1"


def answer(body: bytes, content_type: str) -> Response:
    """A 200 with a body."""
    return Response(200, body, CIMultiDict({"Content-Type": content_type}))


def represent(exchange: Exchange, document: Document, value: Any, variant: str) -> Response:
    """A bean as pretty-printed XML without declaration, or as regular JSON.

    XML leaves in the default charset of the server's Java process (the knob ``jvm_charset``), where ``?`` stands for
    what that lacks; JSON is always UTF-8.

    :param variant: ``text/xml`` or ``application/json``
    """
    if variant == JSON:
        return answer(write_json(document, value).encode("utf-8"), JSON)
    return answer(write_xml(document, value).encode(exchange.knob("jvm_charset"), "replace"), XML)


def latin_text(text: str) -> Response:
    """A text as Restlet's string representation sends it: Latin-1, with ``?`` for all other characters."""
    return answer(text.encode("latin-1", "replace"), LATIN_TEXT)


def jackson_text(value: Any) -> Response:
    """JSON of a Jackson resource, which goes out labelled as Latin-1 text."""
    return latin_text(json.dumps(value, ensure_ascii=False, separators=(",", ":")))


def is_json(exchange: Exchange) -> bool:
    """Whether XStream reads the body as JSON: the Content-Type is application/json, or there is none."""
    content_type = exchange.request.headers.get("Content-Type", "").partition(";")[0].strip().lower()
    return content_type in ("", JSON)


def read_tree(exchange: Exchange) -> Node:
    """The request's body as an element tree.

    :raises UnreadableBody: when it cannot be parsed
    """
    return (read_json if is_json(exchange) else read_xml)(exchange.request.body)


def read_bean(exchange: Exchange, document: Document) -> Any:
    """The request's bean.

    :raises UnreadableBody: when it cannot be read
    """
    return unmarshal(read_tree(exchange), document)


def read_jackson(exchange: Exchange, bean: Bean, explains: bool = False) -> dict[str, Any]:
    """The request's JSON object, whatever the Content-Type; a key that was not sent is missing in it.

    :param explains: whether the reason phrase of a failure is the parser's message, not the generic one
    :raises StatusError: 500 for a syntax or type error
    :raises EscapedError: for the body ``null``
    """
    try:
        values = bean.read(exchange.request.body)
    except UnreadableJson as error:
        raise StatusError(500, str(error) if explains else None) from None
    if values is None:
        raise EscapedError("java.lang.NullPointerException", None)
    return values
