# Copyright (c) 2026 the dialtone.voip contributors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""``/phonebook``: public phonebooks, to read (``PhonebooksResource``, ``PhonebookResource``)."""

from __future__ import annotations

from xml.sax.saxutils import escape, quoteattr

from ....core.interface import Response
from ...state.errors import NullPointerError
from ..my.phonebook_entries import ShownEntry, entries_of, in_order
from ..my.phonebook_text import csv_line
from ..representations import XML, answer
from ..restlet import Resource

CSV = "text/comma-separated-values"
#: offered by the list and never written
ANY_XML = "application/*+xml"
_DECLARATION = '<?xml version="1.0" encoding="UTF-8"?>'


def _element(name: str, content: str) -> str:
    return f"<{name}>{content}</{name}>" if content else f"<{name}/>"


class Phonebooks(Resource):
    """The names of the public books."""

    variants = (XML, ANY_XML)

    def get(self, variant: str) -> Response | None:
        if variant == ANY_XML:
            return None
        books = "".join(f"<phonebook name={quoteattr(book.name)}/>" for book in self.server.phonebooks.public())
        return answer(f"{_DECLARATION}{_element('phonebooks', books)}".encode(), XML)


class Phonebook(Resource):
    """The entries of a book; XML breaks on an entry without first name, last name or number."""

    variants = (CSV, XML)

    def get(self, variant: str) -> Response | None:
        book = self.server.phonebooks.named(self.exchange.variables["name"])
        if book is None:
            return None
        entries = in_order(entries_of(self.server, book))
        if variant == XML:
            content = "".join(_element("entry", _entry(entry)) for entry in entries)
            return answer(f"{_DECLARATION}{_element('phonebook', content)}".encode(), XML)
        titles = csv_line(("First name", "Last name", "Number"))
        lines = "".join(csv_line((entry.first_name, entry.last_name, entry.number)) for entry in entries)
        return answer(f"{titles}{lines}".encode(self.exchange.knob("jvm_charset"), "replace"), CSV)


def _entry(entry: ShownEntry) -> str:
    members = {"first-name": entry.first_name, "last-name": entry.last_name, "number": entry.number}
    if None in members.values():
        raise NullPointerError
    return "".join(_element(name, escape(text or "")) for name, text in members.items())
