# Copyright (c) 2026 the dialtone.voip contributors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""The caller's phonebook and its private part."""

from __future__ import annotations

from typing import Any

import pytest

from simulator.sipx.state.phonebooks import Phonebook, PhonebookEntry

ENTRY = (
    "<entry><first-name>{}</first-name><last-name>{}</last-name><number>{}</number>"
    "<contact-information>{}</contact-information></entry>"
)
BO = ENTRY.format("Bo", "Quist", "8802", "<jobTitle>Buyer</jobTitle>")
ADA = ENTRY.format("Ada", "Brandt", "8801", "")


def entries(server: Any, query: str = "") -> list[tuple[str, str]]:
    shown = server.get_json(f"/my/phonebook{query}")["phonebook"]
    return [(entry["id"], entry["number"]) for entry in shown]


def post_two(server: Any) -> None:
    assert server.post("/my/phonebook", f"<phonebook>{BO}{ADA}</phonebook>").status == 200


def test_entries_are_appended_without_any_check(demo):
    assert demo.get("/my/phonebook").text == "<phonebook/>"
    post_two(demo)
    post_two(demo)
    assert entries(demo) == [("2", "8801"), ("4", "8801"), ("1", "8802"), ("3", "8802")]
    assert demo.get("/my/phonebook").text.startswith(
        "<phonebook>\n  <entry>\n    <id>2</id>\n    <first-name>Ada</first-name>\n    <last-name>Brandt</last-name>\n"
        "    <number>8801</number>\n    <contact-information/>\n  </entry>\n"
    )
    assert demo.get_json("/my/phonebook")["phonebook"][2]["contact-information"] == {"jobTitle": "Buyer"}


def test_json_input_names_the_items(demo):
    entry = {"first-name": "Ada", "last-name": "Brandt", "number": 8801}
    assert demo.post_json("/my/phonebook", {"phonebook": {"entry": [entry]}}).status == 200
    assert demo.get_json("/my/phonebook")["phonebook"] == [{"id": "1", **entry, "number": "8801"}]


def test_the_private_book_is_removed_as_a_whole(demo):
    assert demo.delete("/my/phonebook").status == 200
    post_two(demo)
    assert demo.delete("/my/phonebook").status == 200
    assert entries(demo) == []
    assert demo.put("/my/phonebook").is_page(500)


def test_public_books_of_the_users_groups_show_with_users(demo):
    draft = demo.pbx.users.draft(demo.pbx.users.named("200000").id)
    draft.group_ids = [1]
    demo.pbx.users.store(draft)
    book = demo.pbx.phonebooks.store(Phonebook("public", member_group_ids=[1], consumer_group_ids=[1]))
    demo.pbx.phonebook_entries.store(PhonebookEntry("Cy", "Zorn", "8803", book.id))
    demo.pbx.phonebooks.store(Phonebook("of others", member_group_ids=[1]))
    assert entries(demo) == [("-1", "superadmin"), ("-1", "200000"), ("1", "8803")]


def test_everyone_shows_when_that_is_switched_on(demo):
    demo.twin.configure({"everyone_phonebook": True})
    assert entries(demo) == [("-1", "superadmin"), ("-1", "200000")]


def test_csv_and_vcards(demo):
    for accept in ("text/plain", "text/x-vcard"):
        assert demo.get("/my/phonebook", Accept=accept).failure == "Internal error: null"
    post_two(demo)
    csv = demo.get("/my/phonebook", Accept="text/plain")
    assert csv.content_type == "text/plain"
    lines = csv.text.splitlines()
    assert [len(line.split(",")) for line in lines] == [27, 27, 27]
    assert lines[0].startswith('"First name","Last name","Number","Job title",')
    assert lines[2].startswith('"Bo","Quist","8802","Buyer",')
    cards = demo.get("/my/phonebook", Accept="text/x-vcard")
    assert cards.content_type == "text/x-vcard"
    assert cards.text.count("BEGIN:VCARD\r\nVERSION:3.0\r\nN:") == 2


def page(server: Any, query: str) -> dict[str, Any]:
    shown = server.get_json(f"/my/pagedphonebook?{query}")["phonebook"]
    return {**shown, "entries": [entry["number"] for entry in shown["entries"]]}


def test_pages(demo):
    assert demo.get("/my/pagedphonebook?start=0&end=5").text == (
        "<phonebook>\n  <size>0</size>\n  <filtered-size>0</filtered-size>\n  <start-row>0</start-row>\n"
        "  <end-row>0</end-row>\n  <show-on-phone>n/a</show-on-phone>\n  <entries/>\n</phonebook>"
    )
    post_two(demo)
    whole = {"size": 2, "filtered-size": 2, "start-row": 0, "end-row": 2, "show-on-phone": "true"}
    assert page(demo, "start=x&end=y") == {**whole, "entries": ["8801", "8802"]}
    assert page(demo, "start=1&end=2") == {**whole, "start-row": 1, "entries": ["8802"]}
    assert page(demo, "start=7&end=9") == {**whole, "start-row": 2, "entries": []}
    assert page(demo, "start=0&end=9&filter=bR") == {**whole, "filtered-size": 1, "end-row": 1, "entries": ["8801"]}
    assert demo.get("/my/pagedphonebook?start=2&end=1").status == 500
    assert demo.get("/my/pagedphonebook?end=1&start=0").is_page(404)
    assert demo.get("/my/pagedphonebook").is_page(404)


def test_search_by_the_beginning_of_a_word(demo):
    post_two(demo)
    demo.twin.configure({"everyone_phonebook": True})

    def found(query: str) -> list[str]:
        return [entry["number"] for entry in demo.get_json(f"/my/search/phonebook?query={query}")["phonebook"]]

    assert found("bR") == ["8801"]
    assert found("rand") == []
    assert found("88") == ["8801", "8802"]
    assert found("sample") == ["200000"]
    assert demo.get("/my/search/phonebook?query=").is_page(404)
    assert demo.get("/my/search/phonebook").is_page(404)


def test_one_entry(demo):
    answer = demo.post("/my/phonebook/entry/whatever", BO)
    assert (answer.status, answer.body) == (200, b"")
    assert demo.get("/my/phonebook/entry/1").text == (
        "<entry>\n  <first-name>Bo</first-name>\n  <last-name>Quist</last-name>\n  <number>8802</number>\n"
        "  <contact-information>\n    <jobTitle>Buyer</jobTitle>\n  </contact-information>\n</entry>"
    )
    assert demo.get("/my/phonebook/entry/2").is_page(404)
    assert demo.get("/my/phonebook/entry/x").is_page(404)


def test_duplicates_have_a_status_of_their_own(demo):
    demo.post("/my/phonebook/entry/x", BO)
    answer = demo.post("/my/phonebook/entry/x", BO)
    assert (answer.status, answer.reason, answer.body, answer.content_type) == (747, "747", b"", None)
    demo.post("/my/phonebook/entry/x", ADA)
    assert demo.put("/my/phonebook/entry/2", BO).status == 747
    assert demo.put("/my/phonebook/entry/1", BO).status == 200


def test_put_replaces(demo):
    demo.post("/my/phonebook/entry/x", BO)
    assert demo.put("/my/phonebook/entry/1", ENTRY.format("Bo", "Quist", "8809", "")).status == 200
    (entry,) = demo.get_json("/my/phonebook")["phonebook"]
    assert (entry["number"], entry["contact-information"]) == ("8809", {})
    assert demo.put("/my/phonebook/entry/99", ADA).failure.startswith("Internal error: No row")


def test_put_without_a_private_book_does_nothing(demo):
    answer = demo.put("/my/phonebook/entry/1", BO)
    assert (answer.status, answer.call.applied) == (200, False)


def test_put_reaches_entries_of_others(demo):
    book = demo.pbx.phonebooks.store(Phonebook("private", owner_id=1))
    entry = demo.pbx.phonebook_entries.store(PhonebookEntry("a", "b", "1", book.id))
    demo.post("/my/phonebook/entry/x", BO)
    assert demo.put(f"/my/phonebook/entry/{entry.id}", ADA).status == 200
    assert demo.pbx.phonebook_entries.get(entry.id).number == "8801"
    demo.twin.configure({"phonebook_entry_ownership_unchecked": False})
    assert demo.put(f"/my/phonebook/entry/{entry.id}", ADA).is_page(404)
    assert demo.delete(f"/my/phonebook/entry/{entry.id}").status == 200
    assert entry.id in demo.pbx.phonebook_entries


def test_delete_always_says_yes(demo):
    demo.post("/my/phonebook/entry/x", BO)
    assert demo.delete("/my/phonebook/entry/99").status == 200
    assert demo.delete("/my/phonebook/entry/1").call.applied
    assert entries(demo) == []


@pytest.mark.parametrize("method", ["post", "put"])
def test_entries_that_are_refused(demo, method):
    send = getattr(demo, method)
    reason = "First Name / Last Name / Number cannot be Null"
    for names in (("", "Quist", "1"), ("Bo", "", "1"), ("Bo", "Quist", "")):
        assert send("/my/phonebook/entry/1", ENTRY.format(*names, "")).is_page(400, reason)
    email = "<emailAddress>{}</emailAddress>"
    for address in ("x", "a@b", "a@b.c", "a@b.abcde"):
        body = ENTRY.format("Bo", "Quist", "1", email.format(address))
        assert send("/my/phonebook/entry/1", body).is_page(400, "Invalid Email Address")
    without = BO.replace("<contact-information><jobTitle>Buyer</jobTitle></contact-information>", "")
    assert send("/my/phonebook/entry/1", without).failure == "Internal error: null"
    assert send("/my/phonebook/entry/1", ENTRY.format("Bo", "Quist", "1", email.format("a@b.cd"))).status == 200


CARD = (
    "<pb><internalId>{}</internalId><uid>{}</uid><userName>{}</userName><vcard>BEGIN:VCARD\nVERSION:3.0\n{}"
    "ORG:Example Ltd\nTITLE:Buyer\nTEL;TYPE=CELL:8805\nTEL;TYPE=WORK:8802\nTEL;HOME:8806\n"
    "EMAIL;TYPE=WORK:bo@example.test\n"
    "ADR;TYPE=HOME:;;9 quai Neuf;Lyon;69;69007;FR\nAGENT:Cy\nEND:VCARD</vcard></pb>"
)
NAME = "N:Quist;Bo;;;\n"


def test_a_vcard_becomes_an_entry_in_the_book_of_the_user_it_names(demo):
    assert demo.put("/my/phonebookentry/ignored", CARD.format("i-1", "", "superadmin", NAME)).status == 200
    (entry,) = demo.pbx.phonebook_entries
    assert demo.pbx.phonebooks.get(entry.phonebook_id).owner_id == 1
    contact = entry.contact
    assert (entry.first_name, entry.last_name, entry.number, entry.internal_id) == ("Bo", "Quist", "8802", "i-1")
    assert (contact.company_name, contact.job_title, contact.cell_phone_number) == ("Example Ltd", "Buyer", "8805")
    assert (contact.home_phone_number, contact.email_address, contact.assistant_name) == (
        "8806",
        "bo@example.test",
        "Cy",
    )
    assert (contact.home_address.street, contact.home_address.zip) == ("9 quai Neuf", "69007")


def test_a_vcard_updates_by_uid_or_internal_id(demo):
    demo.put("/my/phonebookentry/x", CARD.format("i-1", "", "200000", NAME))
    demo.put("/my/phonebookentry/x", CARD.format("i-1", "", "200000", NAME.replace("Bo", "Bob")))
    demo.put("/my/phonebookentry/x", CARD.format("i-2", "1", "200000", NAME.replace("Bo", "Rob")))
    (entry,) = demo.pbx.phonebook_entries
    assert (entry.first_name, entry.internal_id) == ("Rob", "i-2")


def test_vcards_that_break(demo):
    assert demo.put("/my/phonebookentry/x", CARD.format("i-1", "", "200000", "")).failure == "Internal error: null"
    assert demo.put("/my/phonebookentry/x", CARD.format("i-1", "", "nobody", NAME)).failure == "Internal error: null"
    assert demo.get("/my/phonebookentry/x").is_page(405)
    assert demo.post("/my/phonebookentry/x").is_page(500)


def test_anybody_deletes_anybodys_vcard_entry(demo):
    for internal_id in ("i-1", "i-2"):
        demo.put("/my/phonebookentry/x", CARD.format(internal_id, "", "superadmin", NAME))
    assert demo.delete("/my/phonebookentry/i-1").status == 200
    assert demo.delete("/my/phonebookentry/i-1").failure == 'Internal error: For input string: "i-1"'
    assert demo.delete("/my/phonebookentry/99").is_page(404)
    demo.twin.configure({"vcard_ownership_unchecked": False})
    assert demo.delete("/my/phonebookentry/2").is_page(403)
    assert demo.put("/my/phonebookentry/x", CARD.format("i-1", "", "superadmin", NAME)).is_page(403)
    demo.twin.configure({"vcard_ownership_unchecked": True})
    assert demo.delete("/my/phonebookentry/2").status == 200


def test_the_flag_for_phones(demo):
    path = "/my/phonebook/showContactsOnPhone"
    assert demo.put(f"{path}/true").failure == "Internal error: null"
    post_two(demo)
    for value, stored in (("false", "false"), ("TRUE", "true"), ("yes", "false")):
        assert demo.put(f"{path}/{value}", b"", Content_Length="0").status == 200
        assert page(demo, "start=0&end=1")["show-on-phone"] == stored
    assert demo.get(f"{path}/true").is_page(404)
    assert demo.post(f"{path}/true").is_page(500)
    assert demo.delete(f"{path}/true").is_page(500)


def test_the_google_import(demo):
    path = "/my/phonebook/googleImport"
    credentials = "<credentials><account>ines@example.com</account><password>{}</password></credentials>"
    contact = {"first_name": "Bo", "last_name": "Quist", "number": "8802"}
    account = {"account": "ines@example.com", "password": "x", "contacts": [contact]}
    demo.pbx.extras["google_accounts"] = [account]
    refused = demo.post(path, credentials.format("wrong"))
    assert (refused.status, refused.reason, refused.body) == (743, "743", b"")
    imported = demo.post(path, credentials.format("x"))
    assert (imported.status, imported.reason, imported.body) == (200, "1", b"")
    assert entries(demo) == [("1", "8802")]
    for method in ("GET", "PUT", "DELETE"):
        assert demo.send(method, f"/rest{path}", b"x").is_page(405)
