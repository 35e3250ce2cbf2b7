# Copyright (c) 2026 the dialtone.voip contributors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Sessions, callthrough and contacts."""

from __future__ import annotations

from typing import Any

import pytest

CALL = {"callee": "tel:493023125901", "caller": "tel:493023125001", "registerSip": "1234567e0"}
CALLS = "sessions/calls/"
CONTACTS = "contacts/"
JO = "0b1c2d3e-0000-4000-8000-000000000001"


def test_call_from_beginning_to_end(site: Any) -> None:
    answer = site.form(CALLS, **CALL)
    session = answer.body["Call"]
    assert (answer.status, session) == (200, {"sessionId": session["sessionId"], "status": "FIRST DIAL"})
    path = f"{CALLS}{session['sessionId']}/"
    assert site.put(f"{path}recording/", value="true").status == 409
    site.advance(2)
    established = {"sessionId": session["sessionId"], "status": "ESTABLISHED"}
    assert site.json(path) == {"Call": established}
    assert site.json(CALLS) == {"Call": [established]}
    xml = site.get(CALLS, Accept=None).xml
    assert (xml[0].tag, xml[0].findtext("status")) == ("Call", "ESTABLISHED")
    site.advance(61)
    assert site.json(path)["Call"]["status"] == "HUNGUP"
    site.advance(61)
    assert site.get(path).status == 404
    assert site.json(CALLS) == {"Call": []}


def test_hanging_up(site: Any) -> None:
    path = f"{CALLS}{site.post(CALLS, **CALL).body['Call']['sessionId']}/"
    site.advance(2)
    assert site.delete(path).body["Call"]["status"] == "HUNGUP"
    assert site.last_call()["applied"] is True
    assert site.delete(path).status == 200
    assert site.last_call()["applied"] is False
    assert site.put(f"{path}recording/", value="true").status == 409
    site.advance(61)
    assert site.delete(path).status == 404


def test_recording_and_parking_cannot_be_read(site: Any) -> None:
    session = site.form(CALLS, **CALL).body["Call"]["sessionId"]
    site.advance(2)
    path = f"{CALLS}{session}/"
    for name in ("recording/", "member/M1/parking/"):
        answer = site.put(f"{path}{name}", value="true")
        assert (answer.status, answer.body) == (200, {"Call": {"sessionId": session, "status": "ESTABLISHED"}})
        assert site.put(f"{path}{name}").status == 400
        assert site.put(f"{CALLS}S0/{name}", value="true").status == 404
    assert site.put(f"{path}member/M9/parking/", value="true").status == 404
    (state,) = site.state()["sessions"]
    assert (state["recording"], state["parked"]) == (True, ["M1"])
    site.put(f"{path}member/M1/parking/", value="false")
    assert site.state()["sessions"][0]["parked"] == []


@pytest.mark.parametrize(
    ("change", "status"),
    [
        ({"callee": None}, 400),
        ({"caller": None}, 400),
        ({"registerSip": None}, 400),
        ({"callee": "493023125901"}, 400),
        ({"callee": "tel:٤٩٣٠٢٣١٢٥"}, 400),
        ({"caller": "1234567e0"}, 400),
        ({"caller": "sip:1234567e0"}, 200),
        ({"registerSip": "1234567e9"}, 403),
        ({"registerSip": "1234567e3"}, 403),
        ({"registerSip": "1234567f0"}, 403),
    ],
)
def test_call_is_checked(site: Any, change: dict[str, Any], status: int) -> None:
    values = {name: value for name, value in {**CALL, **change}.items() if value is not None}
    assert site.form(CALLS, **values).status == status


def test_call_of_somebody_else(site: Any) -> None:
    session = site.form(CALLS, **CALL).body["Call"]["sessionId"]
    site.login = "ada.sample@example.com"
    assert site.get(f"{CALLS}{session}/").status == 404
    assert site.json(CALLS) == {"Call": []}


def test_callthrough_lasts_half_a_minute(site: Any) -> None:
    path = "sessions/callthrough/"
    values = {"sourceNumber": "+493023125901", "targetNumber": "493023125902"}
    answer = site.form(path, **values)
    assert (answer.status, answer.body) == (200, {"Callthrough": {"number": "493023125998"}})
    site.advance(20)
    site.form(path, **{**values, "targetNumber": "493023125903"})
    site.advance(20)
    (routing,) = site.state()["callthroughs"]
    assert (routing["sourceNumber"], routing["targetNumber"]) == ("493023125901", "493023125903")
    site.advance(11)
    assert site.state()["callthroughs"] == []
    assert site.form(path, **{**values, "targetNumber": "tel:1"}).status == 400
    assert site.form(path, **{**values, "targetNumber": "4٩30"}).status == 400
    assert site.form(path, sourceNumber="493023125901").status == 400


def names(contacts: Any) -> list[str]:
    return [item["entries"][0]["value"] for item in contacts["Contacts"]["items"]]


def test_contact(site: Any) -> None:
    expected = {
        "entries": [
            {"entryName": "FN", "value": "Jo Sample"},
            {
                "entryName": "N",
                "family": "Sample",
                "given": "Jo",
                "middle": "",
                "prefixes": "",
                "suffixes": "",
            },
            {"entryName": "TEL", "types": ["WORK"], "value": "493023125901", "x-local-value": "030 23125901"},
            {"entryName": "ORG", "name": "Sample Ltd", "unit": ["Sales"]},
        ],
        "contactMeta": {"validFrom": "2026-01-02T04:04:05.000+0100", "UUID": JO, "owner": "1234567"},
    }
    assert site.json(f"{CONTACTS}{JO}/") == {"Contacts": {"items": [expected], "overallMatches": 1}}
    assert site.get(f"{CONTACTS}phonebook/").status == 404
    xml = site.get(f"{CONTACTS}{JO}/", Accept=None).xml
    assert xml.findtext("items/item/entries/entry/types/type") == "WORK"
    assert xml.findtext("items/item/contactMeta/UUID") == JO


def test_contacts_of_the_account_and_the_own(site: Any) -> None:
    contacts = site.json(CONTACTS)
    assert names(contacts) == ["Jo Sample", "Kim Sample", "Lee Example"]
    assert contacts["Contacts"]["overallMatches"] == 3
    assert site.get(f"{CONTACTS}0b1c2d3e-0000-4000-8000-000000000004/").status == 404


@pytest.mark.parametrize(
    ("query", "found", "matches"),
    [
        ({"limit": 2}, ["Jo Sample", "Kim Sample"], 3),
        ({"limit": 2, "offset": 2}, ["Lee Example"], 3),
        ({"offset": 1}, ["Kim Sample", "Lee Example"], 3),
        ({"limit": 0, "offset": 0}, ["Jo Sample", "Kim Sample", "Lee Example"], 3),
        ({"filter": "SAMPLE", "limit": 1}, ["Jo Sample"], 2),
        ({"filter": "030 23125903"}, ["Lee Example"], 1),
        ({"filter": "nobody"}, [], 0),
    ],
)
def test_pages_and_filters(site: Any, query: dict[str, Any], found: list[str], matches: int) -> None:
    contacts = site.json(CONTACTS, **query)
    assert (names(contacts), contacts["Contacts"]["overallMatches"]) == (found, matches)


def test_pages_are_numbers(site: Any) -> None:
    assert site.get(CONTACTS, {"limit": "all"}).status == 400
    assert site.get(CONTACTS, {"offset": "-1"}).status == 400
    assert site.get(CONTACTS, {"limit": "٣"}).status == 400


def test_pages_that_are_absurdly_big(site: Any) -> None:
    for name in ("limit", "offset"):
        answer = site.get(CONTACTS, {name: "9" * 5000})
        assert (answer.status, answer.body["error"]["message"]) == (400, f"parameter {name} must be a number")


@pytest.mark.parametrize("accept", ["text/vcard", "text/x-vcard"])
def test_vcard(site: Any, accept: str) -> None:
    answer = site.get(f"{CONTACTS}{JO}/", Accept=accept)
    assert answer.headers["Content-Type"] == "text/vcard;charset=UTF-8"
    assert answer.raw.decode().splitlines() == [
        "BEGIN:VCARD",
        "VERSION:3.0",
        f"UID:{JO}",
        "FN:Jo Sample",
        "N:Sample;Jo;;;",
        "TEL;TYPE=WORK:493023125901",
        "ORG:Sample Ltd;Sales",
        "END:VCARD",
    ]


def test_phone_books(site: Any) -> None:
    snom = site.get(f"{CONTACTS}phonebook/snom/", Accept="text/html").xml
    assert (snom.tag, snom[1].findtext("Name"), snom[1].findtext("Telephone")) == (
        "SnomIPPhoneDirectory",
        "Jo Sample",
        "493023125901",
    )
    grandstream = site.get(f"{CONTACTS}phonebook/grandstream/").xml
    assert (grandstream.tag, grandstream[0].findtext("Phone/phonenumber")) == ("AddressBook", "493023125901")
    assert site.get(f"{CONTACTS}phonebook/other/").status == 404
