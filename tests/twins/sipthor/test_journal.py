# Copyright (c) 2026 the dialtone.voip contributors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""The journal: puts, gets with their broken limit, deletes that never work."""

from __future__ import annotations

import json
import re
from typing import Any

import pytest

UUID = "urn:uuid:1b2c"


def _put(thor: Any, entries: Any, uuid: str = UUID, **more: Any) -> str:
    data = entries if isinstance(entries, str) else json.dumps(entries)
    return thor.text("put_journal_entries", {"uuid": uuid, "data": data}, method="POST", **more)


def _get(thor: Any, **parameters: Any) -> list[dict[str, Any]]:
    answer = thor.json("get_journal_entries", parameters)
    assert answer["rows"] == len(answer["results"])
    return answer["results"]


def test_put_and_get(thor: Any) -> None:
    assert _put(thor, [{"id": "c1", "data": "a/b"}]) == (
        '{"results":[{"id":"c1","journal_id":"1","source":"default"}],"success":true}'
    )
    text = thor.text("get_journal_entries")
    assert re.fullmatch(
        r'\{"success":true,"error_message":null,"results":\[\{"id":"1","source":"default",'
        r'"timestamp":"\d{4}-\d\d-\d\d \d\d:\d\d:\d\d","account":"alice@example\.com","uuid":"urn:uuid:1b2c",'
        r'"ip_address":"127\.0\.0\.1","data":"a\\/b"\}\],"rows":1\}',
        text,
    )


def test_client_id_is_echoed_with_its_type_and_not_stored(thor: Any) -> None:
    ids = [5, 1.5, "x", True, None]
    answer = json.loads(_put(thor, [*({"id": value, "data": "d"} for value in ids), {"data": "d"}]))
    assert [row["id"] for row in answer["results"]] == [*ids, None]
    assert [row["journal_id"] for row in answer["results"]] == ["1", "2", "3", "4", "5", "6"]


def test_repeated_puts_make_duplicates(thor: Any) -> None:
    for _unused in range(2):
        _put(thor, [{"id": 1, "data": "d"}])
    assert [row["id"] for row in _get(thor)] == ["1", "2"]


def test_entries_as_values_of_an_object(thor: Any) -> None:
    _put(thor, {"a": {"id": 1, "data": "x"}, "b": {"id": 2, "data": "y"}})
    assert [row["data"] for row in _get(thor)] == ["x", "y"]


@pytest.mark.parametrize(
    ("parameters", "text"),
    [
        ({}, "Missing uuid"),
        ({"uuid": "", "data": "["}, "Missing uuid"),
        ({"uuid": UUID}, "Missing data"),
        ({"uuid": UUID, "data": ""}, "Missing data"),
        ({"uuid": UUID, "data": "0"}, "Missing data"),
        ({"uuid": UUID, "data": "["}, "Json decode error"),
        ({"uuid": UUID, "data": "[]"}, "Json decode error"),
        ({"uuid": UUID, "data": " 0"}, "Json decode error"),
        ({"uuid": UUID, "data": "null"}, "Json decode error"),
        ({"uuid": UUID, "data": "false"}, "Json decode error"),
    ],
)
def test_refused_puts(thor: Any, parameters: dict[str, str], text: str) -> None:
    answer = thor.text("put_journal_entries", parameters, method="POST")
    assert answer == f'{{"results":[],"success":false,"error_message":"{text}"}}'


@pytest.mark.parametrize("entries", [{}, {"id": "c1", "data": "x"}, ["x"], [{"id": "c1"}], 5, "text"])
def test_puts_that_store_nothing_and_succeed(thor: Any, entries: Any) -> None:
    assert _put(thor, json.dumps(entries)) == '{"results":[],"success":true}'
    assert _get(thor) == []


@pytest.mark.parametrize("bad", [{"data": {}}, {"data": ["x"]}, 5, None, True, ["x"]], ids=json.dumps)
def test_puts_that_die_keep_earlier_entries(thor: Any, bad: Any) -> None:
    query = "action=put_journal_entries&realm=example.com"
    data = json.dumps([{"data": "first"}, bad, {"data": "third"}])
    response = thor.raw(query, "POST", f"uuid=u&data={data}".encode())
    assert (response.status, response.body) == (500, b"")
    assert [row["data"] for row in _get(thor)] == ["first"]


def test_bare_entry_with_a_numeric_id_dies(thor: Any) -> None:
    response = thor.raw("action=put_journal_entries&realm=example.com", "POST", b'uuid=u&data={"id":1,"data":"x"}')
    assert response.status == 500


def test_scalar_data_is_stored_as_text(thor: Any) -> None:
    _put(thor, [{"data": value} for value in (5, 1.5, True, False, None)])
    assert [row["data"] for row in _get(thor)] == ["5", "1.5", "1", "", ""]


def test_an_action_in_an_entry_is_ignored(thor: Any) -> None:
    _put(thor, [{"action": "delete", "data": "x"}])
    assert len(_get(thor)) == 1


def test_counter_is_shared_and_rows_are_not(demo: Any) -> None:
    _put(demo, [{"data": "mine"}])
    assert '"journal_id":"2"' in _put(demo, [{"data": "other"}], user="user0001")
    assert [row["id"] for row in _get(demo)] == ["1"]


def test_filters(thor: Any) -> None:
    _put(thor, [{"data": "a"}], "one")
    thor.advance(10)
    _put(thor, [{"data": "b"}], "two")
    _put(thor, [{"data": "c"}], "one")
    first = _get(thor)[0]["timestamp"]

    def found(**parameters: Any) -> str:
        return "".join(row["data"] for row in _get(thor, **parameters))

    assert found(except_uuid="one") == "b"
    assert found(after_id=1) == "bc"
    assert found(after_id="2x") == "c"
    assert found(after_timestamp=first) == "bc"
    assert found(after_timestamp="1700000000") == "abc"
    assert found(summary=1) == "abc"


@pytest.mark.parametrize(
    ("limit", "rows"), [(0, 3), ("", 3), (1, 0), (3, 0), (4999, 0), (5000, 3), (6000, 3), ("x", 3)]
)
def test_limit_is_broken(thor: Any, limit: Any, rows: int) -> None:
    _put(thor, [{"data": "d"}] * 3)
    assert len(_get(thor, limit=limit)) == rows


def test_five_thousand_rows_at_most(thor: Any) -> None:
    _put(thor, [{"data": "d"}] * 5003)
    page = _get(thor)
    assert len(page) == 5000
    assert [row["id"] for row in _get(thor, after_id=page[-1]["id"])] == ["5001", "5002", "5003"]


def test_order_is_by_time_and_not_by_id(thor: Any) -> None:
    _put(thor, [{"data": "late"}])
    row = thor.twin.state()["journal"][0]
    thor.change_tables(journal=[{**row, "id": 2, "timestamp": "2020-01-01 00:00:00", "data": "early"}])
    assert [row["data"] for row in _get(thor)] == ["early", "late"]


@pytest.mark.parametrize(
    ("parameters", "text"),
    [
        ({}, "Missing data"),
        ({"data": "", "journal_id": "0"}, "Missing data"),
        ({"data": "["}, "No journal entries provided"),
        ({"data": "[]"}, "No journal entries provided"),
    ],
)
def test_refused_deletes(thor: Any, parameters: dict[str, str], text: str) -> None:
    assert thor.text("delete_journal_entries", parameters) == f'{{"success":false,"error_message":"{text}"}}'


@pytest.mark.parametrize("parameters", [{"data": "[1]"}, {"journal_id": "1"}])
def test_deleting_always_fails(thor: Any, parameters: dict[str, str]) -> None:
    _put(thor, [{"data": "d"}])
    halted = thor.text("delete_journal_entries", parameters)
    assert re.fullmatch(r"MySQL error: 1064 \(.*\)\nSession halted\.", halted)
    thor.knob(db_errors="lenient")
    assert thor.text("delete_journal_entries", parameters) == '{"error_message":"database error"}'
    assert len(_get(thor)) == 1


def test_database_trouble_halts(thor: Any) -> None:
    for operation in ("insert", "select"):
        thor.fault("exception", backend=f"Database.{operation}")
    halted = "MySQL error: 2006 (MySQL server has gone away)\nSession halted."
    assert _put(thor, [{"data": "d"}]) == halted
    assert thor.text("get_journal_entries") == halted


def test_database_trouble_with_lenient_settings(thor: Any) -> None:
    thor.knob(db_errors="lenient")
    for operation in ("insert", "select"):
        thor.fault("exception", backend=f"Database.{operation}")
    assert _put(thor, [{"id": 1, "data": "d"}, {"id": 2, "data": "e"}]) == (
        '{"results":[{"id":1,"journal_id":null,"source":"default"},'
        '{"id":2,"journal_id":"1","source":"default"}],"success":true}'
    )
    assert thor.text("get_journal_entries") == (
        '{"success":false,"error_message":"Database Failure","results":[],"rows":0}'
    )


def test_other_storage_stores_nothing(thor: Any) -> None:
    thor.knob(journal_storage="other")
    assert _put(thor, [{"data": "d"}]) == '{"results":[],"success":true}'
    assert thor.text("get_journal_entries") == '{"success":false,"error_message":null,"results":[]}'
    assert thor.text("delete_journal_entries", {"journal_id": "1"}) == "null"


def test_hex_ids(thor: Any) -> None:
    thor.knob(journal_ids="hex")
    answer = json.loads(_put(thor, [{"data": "d"}]))
    assert answer["results"][0]["journal_id"] == "0" * 23 + "1"
    # Ids of that kind have no order: after_id is ignored.
    assert [row["id"] for row in _get(thor, after_id="0" * 23 + "1")] == ["0" * 23 + "1"]
