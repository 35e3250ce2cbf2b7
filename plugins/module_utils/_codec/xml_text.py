# Copyright (c) 2026 the dialtone.voip contributors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""XML from servers that may be hostile, and XML for servers that are strict."""

from __future__ import annotations

import re
import typing as t

from .._http.answer import Answer, shorten
from .._http.errors import RequestError
from .._http.libraries import etree

# XML 1.0 has no way to write these, not even escaped.
_UNWRITABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff\ud800-\udfff]")


def parse_xml(answer: Answer, *roots: str) -> t.Any:
    """The root element of the answer.

    No document type is accepted at all, so there are neither entities to expand nor files to fetch.

    :param roots: what the root may be called; anything but a web page when there are none.
    :raises RequestError: the body is not well-formed XML, declares a document type, or is another document.
    """
    parser = etree.XMLParser(
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        huge_tree=False,
        remove_comments=True,
        remove_pis=True,
    )
    try:
        root = etree.fromstring(answer.body, parser)
    except (etree.XMLSyntaxError, ValueError):
        kind = answer.headers.get("content-type", "no content type")
        raise RequestError(
            answer.method,
            answer.path,
            f"was answered {answer.status} with something that is not XML ({kind})",
            answer.status,
            answer.glimpse(),
            remedy="Check that url is the address of the server and that no login page or proxy answers instead.",
        ) from None
    if t.cast(t.Any, root.getroottree().docinfo).doctype:
        problem = "was answered with XML that declares a document type, which is refused"
        raise RequestError(answer.method, answer.path, problem, answer.status)
    name = etree.QName(root).localname
    if name.lower() == "html" or (roots and name not in roots):
        # A login page that is well-formed would read as a listing of nothing.
        problem = f"was answered {answer.status} with another XML document ({shorten(name, 40)})"
        remedy = "Check that url is the address of the server and that no login page or proxy answers instead."
        raise RequestError(answer.method, answer.path, problem, answer.status, remedy=remedy)
    return root


def build_xml(name: str, content: t.Any) -> bytes:
    """A document with one root element.

    :param name: of the root.
    :param content: text, a boolean or number, a map of child elements, or a list of ``(name, content)`` pairs where
        names repeat; ``None`` as a child's content leaves the child out.
    :raises ValueError: a text holds a character that XML cannot carry.
    """
    return etree.tostring(_element(name, content), encoding="utf-8", xml_declaration=True)


def _element(name: str, content: t.Any) -> t.Any:
    element = etree.Element(name)
    if isinstance(content, (t.Mapping, list, tuple)):
        pairs = content.items() if isinstance(content, t.Mapping) else content
        for child, inner in pairs:
            if inner is not None:
                element.append(_element(child, inner))
    elif isinstance(content, bool):
        element.text = "true" if content else "false"
    else:
        text = str(content)
        if _UNWRITABLE.search(text):
            raise ValueError(f"the text for {name} has a control character, which XML cannot carry")
        element.text = text
    return element
