# Copyright (c) 2026 the dialtone.voip contributors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""The object serialiser of the REST stack (XStream 1.4 with Jettison 1.3), as far as its wire forms go.

Output and input are not symmetric: JSON is written as regular pretty-printed JSON, but read through Jettison's mapped
convention, in which every key is an element name.
"""

from __future__ import annotations

from .jettison import read_json
from .nodes import Node
from .schema import BOOLEAN, FLAG, INT, LONG, NUMBER, STRING, Choice, Document, Field, ListOf, Record
from .unmarshal import UnreadableBody
from .writers import write_json, write_xml
from .xml_reader import read_xml

__all__ = [
    "BOOLEAN",
    "FLAG",
    "INT",
    "LONG",
    "NUMBER",
    "STRING",
    "Choice",
    "Document",
    "Field",
    "ListOf",
    "Node",
    "Record",
    "UnreadableBody",
    "read_json",
    "read_xml",
    "write_json",
    "write_xml",
]
