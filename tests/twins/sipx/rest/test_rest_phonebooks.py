# Copyright (c) 2026 the dialtone.voip contributors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Public phonebooks."""

from __future__ import annotations

import pytest

from simulator.sipx.state.phonebooks import Phonebook, PhonebookEntry

DECLARATION = '<?xml version="1.0" encoding="UTF-8"?>'
CSV = "text/comma-separated-values"


@pytest.fixture
def suppliers(server):
    """A server with a public book of two entries and one user."""
    group = server.add_group("staff")
    server.add_user("4101", firstName="Ines", lastName="Okafor", groups={"group": {"id": group}})
    book = server.pbx.phonebooks.store(Phonebook("suppliers", member_group_ids=[group]))
    for first, last, number in (("Ada", "Brandt", "8801"), ('Bo "B"', "Quist", "8802")):
        server.pbx.phonebook_entries.store(PhonebookEntry(first, last, number, book.id))
    server.pbx.phonebooks.store(Phonebook("private", owner_id=1))
    return server


def test_the_list_names_public_books_in_xml_only(suppliers):
    answer = suppliers.get("/phonebook")
    assert answer.content_type == "text/xml"
    assert answer.text == f'{DECLARATION}<phonebooks><phonebook name="suppliers"/></phonebooks>'
    assert suppliers.get("/phonebook", Accept="application/json").is_page(406)
    assert suppliers.get("/phonebook", Accept="application/xml").is_page(406)


def test_the_other_registered_variant_is_not_implemented(suppliers):
    assert suppliers.get("/phonebook", Accept="application/*+xml").is_page(404)


def test_a_book_is_csv_by_default(suppliers):
    answer = suppliers.get("/phonebook/suppliers")
    assert answer.content_type == CSV
    assert answer.text == (
        '"First name","Last name","Number"\n"Ada","Brandt","8801"\n"Ines","Okafor","4101"\n'
        '"Bo \\"B\\"","Quist","8802"\n'
    )


def test_a_book_in_xml(suppliers):
    answer = suppliers.get("/phonebook/suppliers", Accept="text/xml")
    assert answer.text.startswith(
        f"{DECLARATION}<phonebook><entry><first-name>Ada</first-name><last-name>Brandt</last-name>"
        "<number>8801</number></entry>"
    )


def test_an_entry_without_a_name_breaks_xml_and_not_csv(suppliers):
    suppliers.pbx.phonebook_entries.store(PhonebookEntry(None, "Zoe", "8803", 1))
    assert suppliers.get("/phonebook/suppliers", Accept="text/xml").failure == "Internal error: null"
    assert suppliers.get("/phonebook/suppliers").text.endswith('"","Zoe","8803"\n')


@pytest.mark.parametrize("accept", ["application/json", "text/csv"])
def test_what_a_book_is_not(suppliers, accept):
    assert suppliers.get("/phonebook/suppliers", Accept=accept).is_page(406)


@pytest.mark.parametrize("name", ["unknown", "private", "suppliers%20"])
def test_an_unknown_book(suppliers, name):
    assert suppliers.get(f"/phonebook/{name}").is_page(404)


@pytest.mark.parametrize("path", ["/phonebook", "/phonebook/suppliers"])
@pytest.mark.parametrize("method", ["PUT", "POST", "DELETE"])
def test_books_are_read_only(suppliers, path, method):
    assert suppliers.send(method, f"/rest{path}", b"x").is_page(405)
