# Copyright (c) 2026 the dialtone.voip contributors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Telephone numbers, emergency locations, call records and what is canned."""

from __future__ import annotations

from datetime import datetime, timedelta, timezone

import pytest

NAMESPACE = "{http://www.jnctn.net/ns/rest/2006-01}"

UNREADABLE_DATES = [("StartDateTime", "DateTime.Invalid"), ("EndDateTime", "DateTime.Invalid")]


def buy(api, *wanted, action="DidRequest", **parameters):
    request = {"UserId": api.administrator, "Protocol": "sip", **parameters}
    return api.do(action, *((f"NpaNxx[{prefix}]", quantity) for prefix, quantity in wanted), **request)


def test_what_is_for_sale_has_no_numbers(demo):
    demo.session_id = None
    areas = demo.do("NpaNxxBrowse").ok["Npas"]["Npa"]
    assert areas[0] == {
        "NpaId": "14",
        "Num": "217",
        "PostalCode": {"Code": "IL", "Name": "Illinois"},
        "Nxxs": {
            "Nxx": [
                {"Num": "555", "Status": "available", "Ratecenter": "SPRINGFLD"},
                {"Num": "556", "Status": "unknown", "Ratecenter": "SPRINGFLD"},
            ]
        },
    }


def test_a_new_account_finds_nothing_for_sale(api):
    assert api.do("NpaNxxBrowse").ok == {"Npas": {}}
    assert buy(api, ("217555", 1)).ok["Filled"] == "0"


@pytest.mark.parametrize("action", ["DidRequest", "UserRequestDid"])
def test_buying(demo, action):
    answer = buy(demo, ("217555", 2), ("212555", 1), action=action)
    assert list(answer.ok) == ["Requested", "Filled", "Dids", "User"]
    assert (answer.ok["Requested"], answer.ok["Filled"]) == ("3", "3")
    assert "@attributes" not in answer.ok["Dids"]
    assert [did["Number"] for did in answer.ok["Dids"]["Did"]] == ["12175550100", "12175550101", "12125550100"]
    assert list(answer.ok["Dids"]["Did"][0].items())[:-2] == [
        ("DidId", "30551"),
        ("UserId", "41001"),
        ("OrganizationId", "7301"),
        ("AccountId", "6120"),
        ("UserStatus", "enabled"),
        ("Number", "12175550100"),
        ("Protocol", "sip"),
        ("Timeout", "60"),
        ("FailoverEnabled", "false"),
        ("FailoverProtocol", {}),
        ("FailoverLocation", {}),
        ("CallerIdNumberRequired", "false"),
    ]
    assert "Ack911" not in answer.ok["User"]
    assert demo.do("DidBrowse").ok["Dids"]["@attributes"]["Found"] == "3"


def test_a_request_is_filled_from_the_stock(demo):
    answer = buy(demo, ("212555", 12), ("217556", 1), ("999999", 1))
    assert (answer.ok["Requested"], answer.ok["Filled"]) == ("14", "10")
    nothing = buy(demo, ("212555", 1))
    assert (nothing.ok["Filled"], nothing.ok["Dids"], nothing.call["applied"]) == ("0", {}, False)
    statuses = [exchange["Status"] for exchange in demo.do("NpaNxxBrowse").ok["Npas"]["Npa"][1]["Nxxs"]["Nxx"]]
    assert statuses == ["unknown", "unvailable"]


def test_a_request_may_be_filled_in_part(demo):
    demo.configure(did_request_fills=1)
    answer = buy(demo, ("217555", 2), ("212555", 2))
    assert (answer.ok["Requested"], answer.ok["Filled"]) == ("4", "1")
    assert isinstance(answer.ok["Dids"]["Did"], dict)


@pytest.mark.parametrize(
    ("parameters", "errors"),
    [
        ({"Protocol": "h323"}, [("Protocol", "Value.Invalid")]),
        ({"NpaNxx[21755]": 1}, [("NpaNxx", "Value.Invalid")]),
        ({"NpaNxx[217555]": 0}, [("NpaNxx", "Value.Invalid")]),
        ({"NpaNxx[217555]": "x"}, [("NpaNxx", "Value.Invalid")]),
        ({"NpaNxx": 1}, [("NpaNxx", "Value.Invalid")]),
        ({"UserId": 1}, [("UserId", "User.Unrecognized")]),
    ],
)
def test_a_purchase_that_cannot_be(demo, parameters, errors):
    wanted = {"UserId": demo.administrator, "Protocol": "sip", "NpaNxx[217555]": 1, **parameters}
    assert demo.do("DidRequest", *wanted.items()).refused == errors


def edit(api, did, **parameters):
    wanted = {"UserId": api.administrator, "Destination": "admin@example.onsip.com", "CallerIdNumberRequired": "true"}
    return api.do("DidEdit", DidId=did["DidId"], **{**wanted, **parameters})


def test_a_number_is_led_to_an_address(demo):
    did = buy(demo, ("217555", 1)).ok["Dids"]["Did"]
    other = demo.add_user()["UserId"]
    edited = edit(demo, did, UserId=other).ok["Did"]
    assert (edited["UserId"], edited["CallerIdNumberRequired"]) == (other, "true")
    assert "Destination" not in edited
    demo.configure(did_destination_readable=True)
    assert demo.do("DidRead", DidId=did["DidId"]).ok["Did"]["Destination"] == "admin@example.onsip.com"
    assert edit(demo, did, UserId=demo.agent, Destination="x@example.onsip.com").refused == [
        ("UserId", "User.Unrecognized"),
        ("Destination", "Address.Unrecognized"),
    ]
    assert edit(demo, did, CallerIdNumberRequired="yes").refused == [("CallerIdNumberRequired", "Boolean.Invalid")]


def test_notes_and_giving_up(demo):
    did = buy(demo, ("217555", 1)).ok["Dids"]["Did"]
    assert demo.do("DidEditNote", DidId=did["DidId"], Note="main line").ok["Did"]["Note"] == "main line"
    assert demo.do("DidEditNote", DidId=did["DidId"], Note="").ok["Did"]["Note"] == {}
    assert demo.do("DidDelete", DidId=did["DidId"]).ok == {}
    assert "Did" not in demo.do("DidBrowse").ok["Dids"]
    assert buy(demo, ("217555", 1)).ok["Dids"]["Did"]["Number"] != did["Number"]


def test_the_same_again_does_not_change_a_number(demo):
    did = buy(demo, ("217555", 1)).ok["Dids"]["Did"]
    for applied in (True, False):
        assert edit(demo, did).call["applied"] is applied
        assert demo.do("DidEditNote", DidId=did["DidId"], Note="main line").call["applied"] is applied


def locate(api, **parameters):
    wanted = {"LocationType": "Shared", "LocationName": "HQ", "City": "Springfield"}
    return api.do("E911LocationAdd", **{"OrganizationId": api.organization, **wanted, **parameters})


def test_emergency_locations(api):
    location = locate(api, UserId=api.administrator).ok["E911Location"]
    assert (location["UserId"], location["CszOnly"], location["AssignedAddressCount"]) == ({}, "false", "0")
    number = {"E911LocationId": location["E911LocationId"]}
    private = {"LocationType": "Private", "UserId": api.administrator, "CszOnly": "true"}
    edited = api.do("E911LocationEdit", **number, **private).ok["E911Location"]
    assert (edited["UserId"], edited["CszOnly"], edited["City"]) == ("41001", "true", "Springfield")
    changes = [api.do("E911LocationEdit", **number, City="") for _attempt in range(2)]
    assert [change.ok["E911Location"] for change in changes] == [{**edited, "City": {}}] * 2
    assert [change.call["applied"] for change in changes] == [True, False]
    assert locate(api, LocationType="Private").refused == [("UserId", "Value.Required")]
    assert locate(api, LocationType="Private", UserId=41002).refused == [("UserId", "User.Unrecognized")]
    assert locate(api, LocationType="shared").refused == [("LocationType", "Value.Invalid")]
    assert locate(api, LocationName="").refused == [("LocationName", "Value.Required")]


def test_assignments_of_a_location_are_counted(api):
    location = locate(api).ok["E911Location"]
    state = api.twin.state()
    state["addresses"]["rows"][0]["E911LocationId"] = int(location["E911LocationId"])
    api.twin.load(state, {})
    api.log_in()
    number = {"E911LocationId": location["E911LocationId"]}
    assert api.do("E911LocationRead", **number).ok["E911Location"]["AssignedAddressCount"] == "1"
    address = {"Address": "admin@example.onsip.com"}
    assert api.do("UserAddressRead", **address).ok["UserAddress"]["E911LocationId"] == location["E911LocationId"]
    assert api.do("E911LocationDelete", **number).ok == {}
    assert api.do("UserAddressRead", **address).ok["UserAddress"]["E911LocationId"] == {}


@pytest.fixture(name="calls")
def _calls(api):
    """Calls at known times: one each in March, on the first and last second of April, and in May 2024."""
    state = api.twin.state()
    times = ("2024-03-31T23:59:59", "2024-04-01T00:00:00", "2024-04-30T23:59:59", "2024-05-01T00:00:00")
    place = {"OrganizationId": 7301, "AccountId": 6120}
    state["cdrs"]["rows"] = [
        {**place, "CdrId": number, "UserId": 41001 if number % 2 else None, "DateTime": f"{time}+00:00", "Price": price}
        for number, (time, price) in enumerate(zip(times, ("0.0100", "0.0009", "10.0000", ""), strict=True), 1)
    ]
    api.twin.load(state, {})
    now = datetime(2024, 4, 15, tzinfo=timezone.utc)
    api.simulation.clock.offset_s += (now - api.simulation.clock.utcnow()).total_seconds()
    api.log_in()

    def browse(**parameters):
        answer = api.do("CdrBrowse", AccountId=api.account, **parameters)
        return [int(call["CdrId"]) for call in api.listed(answer.ok["Cdrs"], "Cdr")]

    browse.api = api
    return browse


def test_calls_of_a_month(calls):
    assert calls() == [3, 2]
    assert calls(MonthOffset=0) == [3, 2]
    assert calls(MonthOffset=-1) == [1]
    assert calls(MonthOffset=-2) == []
    calls.api.simulation.clock.offset_s += timedelta(days=30).total_seconds()
    calls.api.log_in()
    assert calls() == [4]


def test_calls_between_times_and_numbers(calls):
    whole_april = {"StartDateTime": "2024-04-01T00:00:00+00:00", "EndDateTime": "2024-05-01T00:00:00Z"}
    assert calls(**whole_april) == [3, 2]
    shifted = {"StartDateTime": "2024-04-01T02:00:00+02:00", "EndDateTime": "2024-04-01T00:00:01"}
    assert calls(**shifted) == [2]
    assert calls(StartCdrId=1, EndCdrId=4) == [3, 2, 1]


@pytest.mark.parametrize(
    ("start", "end"),
    [
        ("0001-01-01T00:00:00+05:00", "9999-12-31T23:59:59-05:00"),
        ("0001-01-01T00:00:00-05:00", "9999-12-31T23:59:59+05:00"),
    ],
)
def test_calls_of_all_time(calls, start, end):
    assert calls(StartDateTime=start, EndDateTime=end) == [4, 3, 2, 1]
    assert calls(StartDateTime=end, EndDateTime=start) == []


def test_orders_of_calls(calls):
    every = {"StartCdrId": 1, "EndCdrId": 9}
    assert calls(**every, OrderBy="") == calls(**every) == [4, 3, 2, 1]
    assert calls(**every, OrderBy="Price") == [4, 2, 1, 3]
    assert calls(**every, OrderBy="CdrId DESC") == [4, 3, 2, 1]
    assert calls(**every, OrderBy="DateTime") == [1, 2, 3, 4]


@pytest.mark.parametrize(
    ("parameters", "errors"),
    [
        ({"MonthOffset": 0, "StartCdrId": 1, "EndCdrId": 2}, [("StartCdrId", "Parameter.Conflict")]),
        (
            {"StartDateTime": "2024-04-01T00:00:00Z", "StartCdrId": 1},
            [("StartCdrId", "Parameter.Conflict")],
        ),
        ({"StartCdrId": 1}, [("EndCdrId", "Value.Required")]),
        ({"EndDateTime": "2024-04-01T00:00:00Z"}, [("StartDateTime", "Value.Required")]),
        (
            {"StartDateTime": "yesterday", "EndDateTime": "today"},
            UNREADABLE_DATES,
        ),
        ({"StartDateTime": "2024-04-01T00:00:00 02:00", "EndDateTime": "x"}, UNREADABLE_DATES),
        ({"MonthOffset": "last"}, [("MonthOffset", "Integer.Invalid")]),
        ({"MonthOffset": 1}, [("MonthOffset", "Integer.TooBig")]),
        ({"MonthOffset": "-" + "9" * 5000}, [("MonthOffset", "Integer.TooSmall")]),
    ],
)
def test_ranges_that_cannot_be(calls, parameters, errors):
    assert calls.api.do("CdrBrowse", **parameters).refused == errors


def test_calls_of_a_user(calls):
    answer = calls.api.do("CdrBrowse", UserId=41001, StartCdrId=1, EndCdrId=9)
    assert [call["CdrId"] for call in answer.ok["Cdrs"]["Cdr"]] == ["3", "1"]
    organization = calls.api.do("CdrBrowse", OrganizationId=7301)
    assert organization.ok["Cdrs"]["Cdr"][1]["UserId"] == {}
    assert organization.ok["Cdrs"]["@attributes"]["Found"] == "2"


def test_registrations_and_countries(demo):
    registrations = demo.do("RegistrationBrowse").ok["ProxyRegistrations"]
    assert [row["Username"] for row in registrations["Registration"]] == ["admin", "user"]
    assert demo.do("CountryRead", CountryId=207).ok == {
        "Country": {"CountryId": "207", "CountryName": "United States of America"}
    }
    names = [row["CountryName"] for row in demo.do("CountryBrowse", OrderBy="CountryName").ok["Countries"]["Country"]]
    assert names == sorted(names)
    last = demo.do("CountryBrowse", OrderBy="CountryName DESC", Limit=1).ok["Countries"]["Country"]
    assert last["CountryName"] == names[-1]


def test_calls_and_scripts_are_canned(api):
    before = api.twin.state()
    ends = {"FromAddress": "sip:admin@example.onsip.com", "ToAddress": "13125550199"}
    assert api.do("AuthCallSetup", **ends).ok == {}
    root = api.xml("CplRead", Address="admin@example.onsip.com")
    cpl = root.find(f"{NAMESPACE}Result/{NAMESPACE}CplRead/{NAMESPACE}Cpl")
    assert [child.tag.removeprefix(NAMESPACE) for child in cpl] == ["Username", "Domain", "Text", "Xml"]
    assert cpl[3][0].tag == "{urn:ietf:params:xml:ns:cpl}cpl"
    edited = api.do("CplEdit", Address="admin@example.onsip.com", Cpl="<cpl/>")
    assert edited.ok["Cpl"]["Username"] == "admin"
    assert (edited.call["write"], edited.call["applied"]) == (True, False)
    assert api.do("CplValidate", Cpl="<cpl/>").ok == {}
    api.session_id = None
    assert api.do("CallSetup", **ends).ok == {}
    assert api.do("CallSetup", **{**ends, "FromAddress": "me"}).refused == [("FromAddress", "Value.Invalid")]
    assert api.do("AuthCallSetup", **ends).refused == [("SessionId", "Session.Authentication")]
    assert api.twin.state() == before
