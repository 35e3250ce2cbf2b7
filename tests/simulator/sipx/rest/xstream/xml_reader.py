# Copyright (c) 2026 the dialtone.voip contributors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""XML bodies to element trees."""

from __future__ import annotations

from lxml import etree

from .nodes import Node
from .unmarshal import STREAM, UnreadableBody


def read_xml(body: bytes) -> Node:
    """Parse a body. It is UTF-8 unless it declares another encoding; comments and instructions are skipped.

    :param body: the bytes of the request
    :raises UnreadableBody: when it is not well-formed, or nested deeper than the parser goes
    """
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False)
    try:
        root = etree.fromstring(body, parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        message = str(error).partition(", line")[0]
        raise UnreadableBody(STREAM, f" : {message}") from None
    return _node(root)


def _node(element: etree._Element) -> Node:
    texts = [element.text or ""]
    children = []
    for child in element:
        if isinstance(child.tag, str):
            children.append(_node(child))
        texts.append(child.tail or "")
    return Node(etree.QName(element).localname, "".join(texts), children)
