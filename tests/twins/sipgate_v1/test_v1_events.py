# Copyright (c) 2026 the dialtone.voip contributors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Events: lists, flags, labels, the trash, media, and what is sent."""

from __future__ import annotations

from typing import Any

import pytest

CALL = "events/calls/50001018/"
TYPES = {"calls": "50001018", "faxes": "50001020", "sms": "50001022", "voicemails": "50001023"}
PDF = b"%PDF-1.4 example"
FAX = {"target": "tel:493023125901"}


def listed(site: Any, kind: str, **query: Any) -> Any:
    return site.json(f"events/{kind}/", **query)["events"]


def ids(events: list[Any]) -> list[str]:
    return [event["id"] for event in events]


def test_call(site: Any) -> None:
    base = "http://127.0.0.1:8470/my"
    url = f"{base}/{CALL}"
    assert site.json(CALL) == {
        "call": {
            "id": "50001018",
            "comment": "",
            "created": "2026-02-03T10:30:00.000+0100",
            "scheduled": "",
            "direction": "missed_incoming",
            "labels": "sales,urgent",
            "location": "inbox",
            "get": "",
            "modify": url,
            "read": {"get": f"{url}read/", "modify": f"{url}read/", "value": False},
            "starred": {"get": f"{url}starred/", "modify": f"{url}starred/", "value": False},
            "status": "",
            "sources": [
                {
                    "numberE164": "493023125901",
                    "numberPretty": "030 23125901",
                    "contactFN": "Jo Sample",
                    "get": f"{base}/contacts/0b1c2d3e-0000-4000-8000-000000000001/",
                }
            ],
            "targets": [{"numberE164": "493023125001", "numberPretty": "030 23125001"}],
            "extension": {
                "id": "1234567e0",
                "alias": "Front desk",
                "get": f"{base}/settings/extensions/1234567e0/",
            },
        }
    }


def test_fields_of_the_other_types(site: Any) -> None:
    base = "http://127.0.0.1:8470/my/events"
    fax = site.json("events/faxes/50001020/")["fax"]
    assert (fax["pageCount"], fax["sent"], fax["status"]) == (2, "", "sent")
    assert fax["get"] == fax["content"]["get"] == f"{base}/faxes/50001020/content/"
    assert fax["previews"][1] == {
        "pageNumber": 2,
        "small": {"get": f"{base}/faxes/50001020/preview/2/small/"},
        "big": {"get": f"{base}/faxes/50001020/preview/2/big/"},
    }
    assert "failReason" not in fax
    sms = site.json("events/sms/50001022/")["sms"]
    assert (sms["text"], sms["sent"]) == ("Please call back.", "")
    voicemail = site.json("events/voicemails/50001023/")["voicemail"]
    assert (voicemail["duration"], voicemail["caller"]) == ("12", "493023125901")
    assert voicemail["transcription"] == "This is a test."
    assert voicemail["content"] == {"get": f"{base}/voicemails/50001023/content/"}


def test_lists_are_newest_first_and_counted(site: Any) -> None:
    calls = listed(site, "calls")
    assert list(calls) == ["calls", "overallCount", "count"]
    assert (ids(calls["calls"]), calls["overallCount"], calls["count"]) == (
        ["50001019", "50001018", "50001017"],
        3,
        3,
    )
    xml = site.get("events/faxes/", Accept=None).xml
    assert (xml.tag, xml[0].tag, xml[0][0].tag, xml.findtext("count")) == ("events", "faxes", "fax", "2")
    assert xml.findtext("faxes/fax/sources/endpoint/numberE164") == "493023125901"


def test_all_events_are_grouped(site: Any) -> None:
    events = site.json("events/")["events"]
    assert {kind: len(events[kind]) for kind in TYPES} == {"calls": 3, "faxes": 2, "sms": 1, "voicemails": 1}
    assert (events["overallCount"], events["count"]) == (7, 7)


def test_older_handler_knows_neither_groups_nor_four_directions(site: Any) -> None:
    answer = site.send("GET", "events/", version="2.14").body["eventlist"]
    assert (len(answer["events"]), answer["overallCount"]) == (7, 7)
    assert {event["direction"] for event in answer["events"]} == {"in", "out"}
    assert "events" in site.send("GET", "events/", version="2.15").body


def test_period(site: Any) -> None:
    start, end = "2026-02-03T10:30:00", "2026-02-04T10:30:00"
    found = listed(site, "calls", period_start=start, period_end=end)
    assert (ids(found["calls"]), found["overallCount"]) == (["50001019", "50001018"], 2)
    assert listed(site, "calls", period_start="2026-02-05T00:00:00")["overallCount"] == 0
    assert site.get("events/calls/", {"period_start": "2026-02-03"}).status == 400


def test_fewer_than_there_are(site: Any) -> None:
    site.knobs(count_limit=2)
    calls = listed(site, "calls")
    assert (len(calls["calls"]), calls["overallCount"], calls["count"]) == (2, 3, 2)


def test_paging_only_in_lenient_mode(site: Any) -> None:
    query = {"limit": 1, "offset": 1}
    assert len(listed(site, "calls", **query)["calls"]) == 3
    site.knobs(strict_paging=False)
    assert ids(listed(site, "calls", **query)["calls"]) == ["50001018"]


@pytest.mark.parametrize("kind", TYPES)
@pytest.mark.parametrize("flag", ["read", "starred"])
def test_flag(site: Any, kind: str, flag: str) -> None:
    path = f"events/{kind}/{TYPES[kind]}/"
    assert site.json(f"{path}{flag}/") == {"property": {"name": flag, "value": False}}
    answer = site.put(f"{path}{flag}/", value="true")
    assert (answer.status, answer.raw) == (204, b"")
    assert site.last_call()["applied"] is True
    assert site.json(f"{path}{flag}/") == {"property": {"name": flag, "value": True}}
    (event,) = site.json(path).values()
    assert (event[flag]["value"], event["starred" if flag == "read" else "read"]["value"]) == (True, False)
    site.put(f"{path}{flag}/", value="true")
    assert site.last_call()["applied"] is False
    form = {"body": b"value=false", "Content_Type": "application/x-www-form-urlencoded"}
    assert site.send("PUT", f"{path}{flag}/", **form).status == 204
    assert site.json(f"{path}{flag}/")["property"]["value"] is False
    for bad in ({"value": "1"}, {"value": ""}, {}):
        assert site.put(f"{path}{flag}/", **bad).status == 400
    assert site.put(f"events/{kind}/1/{flag}/", value="true").status == 404


@pytest.mark.parametrize("kind", TYPES)
def test_delete_moves_to_the_trash_and_no_further(site: Any, kind: str) -> None:
    path = f"events/{kind}/{TYPES[kind]}/"
    before = listed(site, kind)["overallCount"]
    answer = site.delete(path)
    assert (answer.status, answer.raw) == (204, b"")
    (event,) = site.json(path).values()
    assert event["location"] == "trash"
    assert listed(site, kind)["overallCount"] == before
    assert site.delete(path).status == 204
    assert site.last_call()["applied"] is False
    assert site.delete(f"events/{kind}/1/").status == 404


@pytest.mark.parametrize("kind", ["calls", "faxes", "voicemails"])
def test_labels_are_only_added(site: Any, kind: str) -> None:
    path = f"events/{kind}/{TYPES[kind]}/"
    (before,) = site.json(path).values()
    labels = [label for label in before["labels"].split(",") if label]
    for label in ("new", "new", "newer"):
        assert site.put(path, value=label).status == 204
    (after,) = site.json(path).values()
    assert after["labels"] == ",".join([*labels, "new", "newer"])
    assert site.put(path).status == 400


def test_messages_have_no_labels(site: Any) -> None:
    assert site.put("events/sms/50001022/", value="new").status == 405


def test_event_of_another_type(site: Any) -> None:
    assert site.get("events/faxes/50001018/").status == 404


def test_document_is_pdf_or_tiff(site: Any) -> None:
    pdf = site.get("events/faxes/50001020/content/", Accept="*/*")
    assert (pdf.headers["Content-Type"], pdf.raw[:4]) == ("application/pdf", b"%PDF")
    tiff = site.get("events/faxes/50001021/content/", Accept="text/html")
    assert (tiff.headers["Content-Type"], tiff.raw[:4]) == ("image/tiff", b"II*\x00")


def test_fax_without_a_document(site: Any) -> None:
    state = site.state()
    for event in state["events"]:
        event["document"] = ""
    site.load(state)
    assert site.get("events/faxes/50001020/content/").status == 404


def test_preview_is_links_or_a_picture(site: Any) -> None:
    path = "events/faxes/50001020/preview/2/small/"
    assert site.json(path)["page"]["pageNumber"] == 2
    picture = site.get(path, Accept="image/png")
    assert (picture.headers["Content-Type"], picture.raw[:4]) == ("image/png", b"\x89PNG")
    for wrong in ("0/small", "3/small", "x/small", f"{'9' * 5000}/small", "1/SMALL", "1/huge"):
        assert site.get(f"events/faxes/50001020/preview/{wrong}/").status == 404


def test_recording_is_behind_a_redirect(site: Any) -> None:
    answer = site.get("events/voicemails/50001023/content/")
    location = answer.headers["Location"]
    assert (answer.status, answer.body) == (307, {"HandlerResultRedirect": {"url": location}})
    assert answer.headers["Content-Type"] == "application/json"
    assert site.get("events/voicemails/50001023/content/", Accept=None).xml.findtext("url") == location
    path = location.removeprefix("http://127.0.0.1:8470")
    download = site.send("GET", path, version=None, Authorization=None)
    assert (download.status, download.headers["Content-Type"]) == (200, "audio/mpeg")
    assert site.send("PUT", path).status == 405
    assert site.get("events/voicemails/50001023/other/content/").status == 404


def send_fax(site: Any, body: bytes = PDF, content_type: str | None = "application/pdf", **query: Any) -> Any:
    return site.send("POST", "events/faxes/", {**FAX, **query}, body, Content_Type=content_type)


def newest(site: Any, kind: str) -> Any:
    return listed(site, kind)[kind][0]


def test_fax_is_sent(site: Any) -> None:
    answer = send_fax(site, target=["tel:493023125901", "tel:493023125902"], source="tel:493023125004")
    assert (answer.status, answer.body) == (200, {"fax": {}})
    event = newest(site, "faxes")
    assert (event["location"], event["status"], event["direction"]) == ("sent", "pending", "outgoing")
    assert [target["numberE164"] for target in event["targets"]] == ["493023125901", "493023125902"]
    assert event["sources"][0]["numberE164"] == "493023125004"
    assert event["read"]["value"] is True
    assert int(event["id"]) > 50001023
    assert site.json("billing/balance/")["balance"]["totalIncludingVat"] == 12.4
    assert site.get(f"events/faxes/{event['id']}/content/").raw == PDF
    site.advance(2)
    event = newest(site, "faxes")
    assert event["status"] == "sent"
    assert event["sent"].endswith(("+0100", "+0200", "+0000"))


def test_fax_comes_from_the_number_of_its_extension(site: Any) -> None:
    send_fax(site)
    assert newest(site, "faxes")["sources"][0]["numberE164"] == "493023125004"
    assert newest(site, "faxes")["extension"]["id"] == "1234567f0"


def test_fax_that_fails_has_a_reason(site: Any) -> None:
    site.knobs(fax_outcome="failed")
    send_fax(site)
    site.advance(2)
    event = newest(site, "faxes")
    assert (event["status"], event["failReason"], event["sent"]) == ("failed", "no answer", "")


def test_early_form_of_targets(site: Any) -> None:
    query = {"targets": "tel:493023125901,tel:493023125902", "source": "tel:493023125004"}
    answer = site.send("POST", "events/faxes/", query, PDF, version="2.17.0", Content_Type="application/pdf")
    assert answer.status == 200
    assert len(newest(site, "faxes")["targets"]) == 2


@pytest.mark.parametrize(
    ("change", "status"),
    [
        ({"content_type": "application/octet-stream"}, 415),
        ({"content_type": None}, 415),
        ({"body": b"II*\x00"}, 415),
        ({"target": []}, 400),
        ({"target": "493023125901"}, 400),
        ({"schedule": "tomorrow"}, 400),
        ({"schedule": "9999-12-31 23:59:59"}, 400),
        ({"schedule": ["2099-01-01 00:00:00", "2099-01-02 00:00:00"]}, 400),
        ({"source": "tel:493023125901"}, 403),
        ({"extension": "1234567f9"}, 403),
        ({"extension": "1234567e0"}, 403),
    ],
)
def test_fax_that_is_refused(site: Any, change: dict[str, Any], status: int) -> None:
    assert send_fax(site, **change).status == status
    assert listed(site, "faxes")["overallCount"] == 2


def test_schedule_is_utc(site: Any) -> None:
    send_fax(site, schedule="2099-06-01 12:00:00")
    event = newest(site, "faxes")
    assert (event["status"], event["scheduled"]) == ("scheduled", "2099-06-01T14:00:00.000+0200")
    due = next(deed for deed in site.state()["deeds"] if deed[3]["status"] == "pending")[0]
    site.advance(due - site.simulation.clock.now() + 0.1)
    assert newest(site, "faxes")["status"] == "pending"
    site.advance(2)
    assert newest(site, "faxes")["status"] == "sent"


def test_nothing_without_credit(site: Any) -> None:
    state = site.state()
    state["balance"].update(totalIncludingVat=0.04, smsVouchers=[])
    site.load(state)
    assert send_fax(site).status == 402
    assert site.form("events/sms/", target="tel:493023125901", content="x").status == 402
    assert site.form("events/sms/", target="tel:493023125901", content="x").body["error"]["code"] == 402


def test_message_uses_up_vouchers_first(site: Any) -> None:
    answer = site.form("events/sms/", target=["tel:493023125901", "+493023125902"], content="x" * 161)
    assert (answer.status, answer.body) == (200, {"sms": {}})
    balance = site.json("billing/balance/", complexity="full")["balance"]
    assert (balance["totalIncludingVat"], balance["smsVouchers"][0]["creditsLeft"]) == (12.5, "56")
    assert balance["smsVouchers"][0]["creditsUsed"] == "44"
    event = newest(site, "sms")
    assert (event["text"], event["status"], event["location"]) == ("x" * 161, "pending", "sent")
    assert event["extension"]["id"] == "1234567s0"


def test_voucher_that_is_over_counts_no_more(site: Any) -> None:
    state = site.state()
    state["balance"]["smsVouchers"][0]["endOfValidityDate"] = "2020-01-01"
    site.load(state)
    site.form("events/sms/", target="tel:493023125901", content="x")
    assert site.json("billing/balance/")["balance"]["totalIncludingVat"] == 12.41


@pytest.mark.parametrize(
    ("values", "status"),
    [
        ({"target": "tel:493023125901"}, 400),
        ({"target": "tel:493023125901", "content": "x" * 461}, 400),
        ({"target": "tel:493023125901", "content": "x" * 460}, 200),
        ({"content": "x"}, 400),
        ({"target": "nobody", "content": "x"}, 400),
        ({"target": "tel:493023125901", "content": "x", "source": "tel:493023125001"}, 403),
        ({"target": "tel:493023125901", "content": "x", "source": "tel:15550100"}, 200),
    ],
)
def test_message_is_checked(site: Any, values: dict[str, Any], status: int) -> None:
    assert site.form("events/sms/", **values).status == status


def test_user_without_a_fax_extension(empty: Any) -> None:
    assert send_fax(empty).status == 403
    assert empty.form("events/sms/", target="tel:493023125901", content="x").status == 403
