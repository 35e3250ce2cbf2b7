# Copyright (c) 2026 the dialtone.voip contributors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""The user's private phonebook: the book as a whole, its entries, and its vcards."""

from __future__ import annotations

from typing import Any

import pytest
from server import ScriptedServer

from ansible_collections.dialtone.voip.plugins.module_utils._engine.record import Record
from ansible_collections.dialtone.voip.plugins.module_utils._http.errors import RequestError
from ansible_collections.dialtone.voip.plugins.module_utils._http.libraries import etree
from ansible_collections.dialtone.voip.plugins.module_utils._model.errors import ItemError, RemoteError
from ansible_collections.dialtone.voip.plugins.module_utils._sipx.my.phonebook import MyPhonebookAdapter
from ansible_collections.dialtone.voip.plugins.module_utils._sipx.my.phonebook_entry import (
    MY_PHONEBOOK_ENTRY,
    MY_VCARD,
    MyPhonebookEntryAdapter,
    MyVcardAdapter,
)

CALLER = {"login-details": {"userName": "4101"}}
ADA = {"first-name": "Ada", "last-name": "Brandt", "number": "3"}


def listed(*rows: dict[str, Any]) -> dict[str, Any]:
    return {"phonebook": list(rows)}


@pytest.mark.parametrize(("shown", "book", "on_phone"), [("n/a", False, False), ("false", True, False), ("true",) * 3])
def test_whether_there_is_a_book_is_seen_in_what_phones_show(shown: str, book: bool, on_phone: bool) -> None:
    server = ScriptedServer({"GET *": {"phonebook": {"show-on-phone": shown}}})
    values = MyPhonebookAdapter(server.client()).read().values
    assert values == {"private_book": bool(book), "show_on_phone": bool(on_phone)}


def test_what_phones_show_needs_a_book() -> None:
    adapter = MyPhonebookAdapter(ScriptedServer({}).client())
    assert adapter.translate({"show_on_phone": True}, None)["private_book"] is True
    assert adapter.translate({"private_book": False}, None) == {"private_book": False}
    with pytest.raises(ItemError, match="needs a private book"):
        adapter.translate({"show_on_phone": True, "private_book": False}, None)


@pytest.mark.parametrize(
    ("values", "changed", "lines"),
    [
        ((True, True), ["private_book"], ["POST /rest/my/phonebook", "PUT {}/true"]),
        ((True, False), ["show_on_phone"], ["PUT {}/false"]),
        ((False, False), ["private_book"], ["DELETE /rest/my/phonebook"]),
        ((False, False), ["private_book", "show_on_phone"], ["DELETE /rest/my/phonebook"]),
    ],
)
def test_a_book_is_only_deleted_when_none_is_wanted(
    values: tuple[bool, bool], changed: list[str], lines: list[str]
) -> None:
    server = ScriptedServer({"POST *": "", "PUT *": "", "DELETE *": ""})
    wanted = {"private_book": values[0], "show_on_phone": values[1]}
    MyPhonebookAdapter(server.client()).update(Record({}), wanted, frozenset(changed))
    assert server.lines == [line.format("/rest/my/phonebook/showContactsOnPhone") for line in lines]


def test_only_the_entries_that_are_wanted_are_read_whole() -> None:
    server = ScriptedServer(
        {
            "GET /rest/my/phonebook": listed({**ADA, "id": "6"}, {**ADA, "id": "7", "number": "4"}),
            "GET /rest/my/phonebook/entry/6": {"entry": ADA},
        }
    )
    key = MY_PHONEBOOK_ENTRY.key_of({"last_name": "Brandt", "first_name": "Ada", "number": "3"})
    assert [record.identity for record in MyPhonebookEntryAdapter(server.client()).fetch(frozenset([key]))] == [6]


def test_two_people_may_have_one_number() -> None:
    names = ({"last_name": "Brandt", "first_name": name, "number": "3"} for name in ("Ada", "Bo"))
    assert len({MY_PHONEBOOK_ENTRY.key_of(values) for values in names}) == 2


def test_an_edit_keeps_what_the_task_does_not_name() -> None:
    server = ScriptedServer({"PUT *": ""})
    raw = {**ADA, "contact-information": {"jobTitle": "Clerk", "salutation": "Dr", "officeAddress": {"city": "Lyon"}}}
    values = {"last_name": "Brandt", "first_name": "Ada", "number": "3", "contact_information": {"job_title": "Chief"}}
    adapter = MyPhonebookEntryAdapter(server.client())
    adapter.update(Record({}, 6, raw=raw), values, frozenset(["contact_information"]))
    sent = etree.fromstring(server.writes[0].body).find("contact-information")
    assert sent is not None
    assert sent.findtext("jobTitle") == "Chief"
    assert sent.findtext("salutation") == "Dr"
    assert sent.findtext("officeAddress/city") == "Lyon"


def test_an_address_that_the_server_would_refuse_is_refused() -> None:
    adapter = MyPhonebookEntryAdapter(ScriptedServer({}).client())
    adapter.translate({"contact_information": {"email_address": "ada@example.com"}}, None)
    with pytest.raises(ItemError, match="email_address must look like"):
        adapter.translate({"contact_information": {"email_address": "ada@example"}}, None)


def test_entries_without_an_internal_id_are_no_vcards() -> None:
    server = ScriptedServer(
        {
            "GET /rest/my/phonebook": listed(*({**ADA, "id": number} for number in ("-1", "6", "7", "8"))),
            "GET /rest/my/phonebook/entry/6": {"entry": ADA},
            "GET /rest/my/phonebook/entry/7": {"entry": {**ADA, "internalId": "contact-17"}},
            "GET /rest/my/phonebook/entry/8": {"entry": {**ADA, "internalId": "contact-18"}},
        }
    )
    adapter = MyVcardAdapter(server.client())
    assert [record.identity for record in adapter.fetch(None)] == [7, 8]
    assert [record.identity for record in adapter.fetch(frozenset(["contact-18"]))] == [8]


def test_a_vcard_is_written_to_its_own_entry_in_the_callers_book() -> None:
    server = ScriptedServer({"GET /rest/my/logindetails": CALLER, "PUT *": ""})
    adapter = MyVcardAdapter(server.client())
    values = {"internal_id": "contact-17", "vcard": "N:Brandt;Ada"}
    adapter.update(Record({}, 6), values, frozenset(["vcard"]))
    assert server.writes[0].line == "PUT /rest/my/phonebookentry/contact-17"
    sent = etree.fromstring(server.writes[0].body)
    assert [sent.findtext(name) for name in ("uid", "userName", "internalId")] == ["6", "4101", "contact-17"]


def test_a_new_vcard_is_found_again_by_its_internal_id() -> None:
    server = ScriptedServer(
        {
            "GET /rest/my/logindetails": CALLER,
            "GET /rest/my/phonebook": listed({**ADA, "id": "6"}, {**ADA, "id": "7"}),
            "GET /rest/my/phonebook/entry/6": {"entry": {**ADA, "internalId": "other"}},
            "GET /rest/my/phonebook/entry/7": {"entry": {**ADA, "internalId": "contact-17"}},
            "PUT *": "",
        }
    )
    assert MyVcardAdapter(server.client()).create({"internal_id": "contact-17", "vcard": "N:Brandt;Ada"}) == 7


def test_a_vcard_has_a_name_and_an_id_that_is_nobodys_entry() -> None:
    adapter = MyVcardAdapter(ScriptedServer({}).client())
    adapter.translate({"vcard": "BEGIN:VCARD\nn;charset=utf-8:Brandt;Ada"}, None)
    with pytest.raises(ItemError, match="no line N:"):
        adapter.translate({"vcard": "BEGIN:VCARD\nFN:Ada Brandt"}, None)
    check = MY_VCARD.field("internal_id").check
    assert check is not None
    check("contact-17")
    for wrong in ("17", "a/b", "a b"):
        with pytest.raises(ValueError, match="have a letter in it"):
            check(wrong)


def test_a_new_book_is_shown_as_wanted_though_the_answer_to_its_making_was_lost() -> None:
    lost = RequestError("POST", "/my/phonebook", "was cut off", outcome=RemoteError.UNKNOWN)
    page = {"phonebook": {"show-on-phone": "true"}}
    server = ScriptedServer({"POST /rest/my/phonebook": [lost], "GET *": page, "PUT *": ""})
    values = {"private_book": True, "show_on_phone": False}
    MyPhonebookAdapter(server.client()).update(Record({}), values, frozenset(["private_book"]))
    assert [sent.line for sent in server.writes] == [
        "POST /rest/my/phonebook",
        "PUT /rest/my/phonebook/showContactsOnPhone/false",
    ]
