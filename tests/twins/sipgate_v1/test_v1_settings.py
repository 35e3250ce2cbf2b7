# Copyright (c) 2026 the dialtone.voip contributors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Numbers, extensions, mobile devices and the balance."""

from __future__ import annotations

from typing import Any

import pytest

OUTGOING = "settings/numbers/outgoing/"
EXTENSIONS = "settings/extensions/"
MOBILE = "settings/mobile/extensions/"
HANDSET = {"phoneNumber": "15550105", "model": "A1", "vendor": "Acme", "firmware": "4.0.2"}


def test_numbers(site: Any) -> None:
    numbers = site.json("settings/numbers/list/")
    assert list(numbers) == ["phonenumbers"]
    assert numbers["phonenumbers"][0] == "493023125001"
    assert site.json("settings/numbers/") == {
        "Numbers": {"allowAdd": False, "allowEmptyOadc": True, "phonenumbers": numbers["phonenumbers"]}
    }
    xml = site.get("settings/numbers/list/", Accept=None).xml
    assert (xml.tag, xml[0].tag, xml[0].text) == ("phonenumbers", "phonenumber", "493023125001")


def test_numbers_are_those_of_the_account(site: Any) -> None:
    numbers = site.json("settings/numbers/list/")
    site.login = "ada.sample@example.com"
    assert site.json("settings/numbers/list/") == numbers


def records(site: Any) -> dict[str, Any]:
    found = site.json(OUTGOING)["outgoingNumber"]["extension"]
    return {record["extension"]["id"]: record for record in found}


def test_outgoing_numbers(site: Any) -> None:
    found = records(site)
    assert found["1234567e0"] == {
        "extension": {"id": "1234567e0", "alias": "Front desk"},
        "clip": True,
        "number": "493023125001",
        "prettyNumber": "030 23125001",
    }
    assert found["1234567e1"]["clip"] is False
    assert found["1234567e2"]["extension"] == {"id": "1234567e2"}
    assert "1234567v0" not in found
    xml = site.get(OUTGOING, Accept=None).xml
    assert (xml.tag, xml[0].tag, xml[1].findtext("extension/alias")) == ("outgoingNumber", "extension", "Lab")


def test_setting_an_outgoing_number(site: Any) -> None:
    query = {"extensionId": "1234567e0", "clip": "false", "number": "tel:493023125002"}
    answer = site.post(OUTGOING, **query)
    assert (answer.status, answer.raw) == (204, b"")
    assert site.last_call()["applied"] is True
    assert records(site)["1234567e0"]["number"] == "493023125002"
    extension = site.json(f"{EXTENSIONS}1234567e0/")["extension"]
    assert extension["outgoingNumber"] == {"number": "493023125002", "clip": False}
    site.post(OUTGOING, **query)
    assert site.last_call()["applied"] is False
    assert site.form(OUTGOING, **{**query, "number": "tel:493023125003"}).status == 204
    assert records(site)["1234567e0"]["number"] == "493023125003"


@pytest.mark.parametrize("typed", ["030 23125902", "+49 (30) 23125-902", "0049 30 23125902", "493023125902"])
def test_verified_number_comes_as_it_was_typed(site: Any, typed: str) -> None:
    assert site.post(OUTGOING, extensionId="1234567e0", clip="true", number=typed).status == 204
    assert records(site)["1234567e0"]["number"] == "493023125902"


@pytest.mark.parametrize(
    ("change", "status"),
    [
        ({"extensionId": None}, 400),
        ({"clip": None}, 400),
        ({"clip": "1"}, 400),
        ({"number": None}, 400),
        ({"extensionId": "1234567e9"}, 404),
        ({"extensionId": "1234567e3"}, 404),
        ({"extensionId": "1234567v0"}, 400),
        ({"number": "tel:493023125901"}, 403),
        ({"number": ""}, 204),
    ],
)
def test_outgoing_number_is_checked(site: Any, change: dict[str, Any], status: int) -> None:
    query = {"extensionId": "1234567e0", "clip": "true", "number": "tel:493023125001", **change}
    answer = site.post(OUTGOING, **{name: value for name, value in query.items() if value is not None})
    assert answer.status == status


def test_empty_number_may_be_forbidden(site: Any) -> None:
    state = site.state()
    state["account"]["allowEmptyOadc"] = False
    site.load(state)
    assert site.post(OUTGOING, extensionId="1234567e0", clip="true", number="").status == 400


def test_extension(site: Any) -> None:
    base = {
        "extensionId": "1234567e0",
        "alias": "Front desk",
        "type": "register",
        "resource": {"get": "http://127.0.0.1:8470/my/settings/extensions/1234567e0/"},
        "incomingNumbers": ["493023125001"],
        "directDialNumbers": ["11"],
        "dnd": False,
        "outgoingNumber": {"number": "493023125001", "clip": True},
        "devices": [{"userAgent": "Deskphone 3.1"}],
    }
    secrets = {
        "sipPassword": "EXAMPLE-ONLY-e0",
        "registerUrl": "sip.example.net",
        "outboundProxyUrl": "proxy.example.net",
    }
    path = f"{EXTENSIONS}1234567e0/"
    assert site.json(path) == {"extension": base}
    for complexity in ("simple", "full"):
        assert site.json(path, complexity=complexity) == {"extension": {**base, **secrets}}
    assert site.json(path, complexity="everything") == {"extension": base}
    assert site.json(EXTENSIONS, complexity="full")["extensions"]["extensions"][0] == {**base, **secrets}
    xml = site.get(EXTENSIONS, {"complexity": "full"}, Accept=None).xml
    assert (xml.tag, xml[0].tag, xml[0].findtext("sipPassword")) == ("extensions", "extension", "EXAMPLE-ONLY-e0")
    assert xml[0].findtext("dnd") == "false"
    assert site.get(f"{EXTENSIONS}1234567e9/").status == 404


@pytest.mark.parametrize(
    ("extension", "fields"),
    [
        ("1234567f0", {"faxIn": True}),
        (
            "1234567v0",
            {
                "pin": "0000",
                "timezone": "Europe/Berlin",
                "announcementUrl": "https://media.example.net/announcements/v0.wav",
            },
        ),
        ("1234567x0", {"provider": "Example Telecom", "externalPhonenumber": "493023125901"}),
        ("1234567s0", {}),
    ],
)
def test_fields_of_a_type(site: Any, extension: str, fields: dict[str, Any]) -> None:
    path = f"{EXTENSIONS}{extension}/"
    base = site.json(path)["extension"]
    assert site.json(path, complexity="full")["extension"] == {**base, **fields}
    assert len(base) == 9


def test_do_not_disturb(site: Any) -> None:
    path = f"{EXTENSIONS}1234567e0/dnd/"
    assert site.json(path) == {"dnd": {"value": False}}
    answer = site.post(path, value="true")
    assert (answer.status, answer.raw) == (204, b"")
    assert site.json(path) == {"dnd": {"value": True}}
    assert site.json(f"{EXTENSIONS}1234567e0/")["extension"]["dnd"] is True
    assert site.form(path, value="false").status == 204
    assert site.json(path) == {"dnd": {"value": False}}
    assert site.post(path, value="yes").status == 400
    assert site.post(path).status == 400
    assert site.put(path, value="true").status == 405
    assert site.get(path, Accept=None).xml.findtext("value") == "false"


@pytest.mark.parametrize(("extension", "status"), [("1234567x0", 204), ("1234567f0", 400), ("1234567v0", 400)])
def test_types_without_do_not_disturb(site: Any, extension: str, status: int) -> None:
    assert site.post(f"{EXTENSIONS}{extension}/dnd/", value="true").status == status


def test_status_of_writes_can_be_chosen(site: Any) -> None:
    site.knobs(write_status=200)
    answer = site.post(f"{EXTENSIONS}1234567e0/dnd/", value="true")
    assert (answer.status, answer.raw) == (200, b"")


def test_base_product_type(empty: Any) -> None:
    xml = empty.get("settings/baseproducttype/", Accept=None)
    assert xml.raw.endswith(b"<BaseProductType><baseproducttype>voice</baseproducttype></BaseProductType>")


def test_mobile_extension(empty: Any) -> None:
    answer = empty.form(MOBILE, **HANDSET)
    assert answer.status == 200
    credentials = answer.body["credentials"]
    assert credentials == {
        "sipId": "1234567e0",
        "sipPassword": credentials["sipPassword"],
        "registerURL": "sip.example.net",
        "proxyURL": "proxy.example.net",
    }
    assert empty.json("settings/registeredmobiledevices/") == {
        "RegisteredMobileDevices": [
            {
                "deviceNumberE164": "15550105",
                "deviceVendor": "Acme",
                "deviceModel": "A1",
                "deviceFirmware": "4.0.2",
            }
        ]
    }
    listed = {"extensionId": "1234567e0", "alias": "Acme A1", "phoneNumber": "15550105"}
    assert empty.json(MOBILE) == {"mobileExtensions": [listed]}
    full = empty.json(f"{EXTENSIONS}1234567e0/", complexity="full")["extension"]
    assert full["sipPassword"] == credentials["sipPassword"]


def test_the_same_number_again_has_a_new_password(empty: Any) -> None:
    first = empty.form(MOBILE, **HANDSET).body["credentials"]
    second = empty.form(MOBILE, **{**HANDSET, "phoneNumber": "+15550105", "firmware": "5"}).body["credentials"]
    assert first["sipId"] == second["sipId"]
    assert first["sipPassword"] != second["sipPassword"]
    (device,) = empty.json("settings/registeredmobiledevices/")["RegisteredMobileDevices"]
    assert device["deviceFirmware"] == "5"


@pytest.mark.parametrize("missing", HANDSET)
def test_mobile_extension_needs_everything(empty: Any, missing: str) -> None:
    assert empty.form(MOBILE, **{name: value for name, value in HANDSET.items() if name != missing}).status == 400


def test_mobile_extension_needs_a_number_of_its_own(site: Any) -> None:
    assert site.form(MOBILE, **{**HANDSET, "phoneNumber": "abc"}).status == 400
    site.form(MOBILE, **HANDSET)
    site.login = "ada.sample@example.com"
    assert site.form(MOBILE, **HANDSET).status == 403


def test_code_of_the_mailbox(empty: Any) -> None:
    path = f"{MOBILE}unifiedvoicemailgsmcode/"
    assert empty.json(path) == {"unifiedVoicemailGsmCode": {"value": "**004*493023125999#"}}


def test_balance(site: Any) -> None:
    base = {"totalIncludingVat": 12.5, "vatPercent": 19.0, "currency": "EUR"}
    voucher = {
        "redeemDate": "2026-01-01",
        "endOfValidityDate": "2099-12-31",
        "creditsInit": "100",
        "creditsUsed": "40",
        "creditsLeft": "60",
    }
    assert site.json("billing/balance/") == {"balance": base}
    full = {**base, "smsVouchers": [voucher], "minuteVouchers": [], "faxVouchers": []}
    assert site.json("billing/balance/", complexity="full") == {"balance": full}
    roots = [
        site.get("billing/balance/", query, Accept=None).xml.tag
        for query in ({}, {"complexity": "simple"}, {"complexity": "full"})
    ]
    assert roots == ["balance", "balance", "fullBalance"]
