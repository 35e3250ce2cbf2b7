# Copyright (c) 2026 the dialtone.voip contributors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""The journal: every field of a row, for requests that were answered, refused and swallowed."""

from __future__ import annotations

import threading
import time

import pytest

from simulator.core.interface import Call
from simulator.core.journal import Journal


def test_a_row_has_every_field(running):
    running.send("PUT", "/notes/a?action=save&password=x", b"one", X_Account="alice")
    assert running.control.requests() == [
        {
            "seq": 1,
            "platform": "notes",
            "account": "alice",
            "method": "PUT",
            "path": "/notes/a",
            "route": "/notes/{name}",
            "action": "save",
            "write": True,
            "applied": True,
            "status": 204,
            "connection": 1,
            "secret_in_url": ["password"],
        }
    ]


def test_connections_are_numbered_and_keep_their_number(running):
    first, second = running.connect(), running.connect()
    for connection in (first, second, first, first, second):
        connection.request("GET", "/notes")
        connection.getresponse().read()
    numbers = [row["connection"] for row in running.control.requests()]
    assert numbers == [1, 2, 1, 1, 2]


def test_rows_can_be_filtered_by_platform_and_keep_their_seq(running):
    running.send("GET", "/notes")
    running.send("GET", "/other")
    running.send("GET", "/notes")
    assert [(row["seq"], row["platform"]) for row in running.control.requests("notes")] == [(1, "notes"), (3, "notes")]


def test_clearing_forgets_the_rows_and_goes_on_counting(running):
    running.send("GET", "/notes")
    assert running.control.call("DELETE", "requests") == {"cleared": 1}
    assert running.control.requests() == []
    running.send("GET", "/notes")
    assert [row["seq"] for row in running.control.requests()] == [2]


def test_a_request_nobody_owns_is_404_json_and_has_no_platform(running):
    response, body = running.send("GET", "/nowhere?x=1")
    assert (response.status, response.headers["Content-Type"]) == (404, "application/json")
    assert body == b'{"error": "no simulated platform serves /nowhere"}'
    (row,) = running.control.requests()
    assert (row["platform"], row["path"], row["status"], row["write"]) == (None, "/nowhere", 404, False)


def test_a_request_that_a_fault_swallowed_is_described_too(running):
    running.control.faults({"do": "reset_before"})
    with pytest.raises(ConnectionError):
        running.send("PUT", "/notes/a", b"one", X_Account="alice")
    (row,) = running.control.requests()
    assert (row["account"], row["route"], row["write"], row["applied"]) == ("alice", "/notes/{name}", True, False)
    assert row["status"] is None


def test_a_dropped_answer_has_the_status_of_the_work(running):
    running.control.faults({"do": "reset_after"})
    with pytest.raises(ConnectionError):
        running.send("PUT", "/notes/a", b"one")
    (row,) = running.control.requests()
    assert (row["status"], row["applied"]) == (204, True)


def test_a_request_still_being_answered_is_listed(running):
    running.control.faults({"do": "delay", "ms": 1500})
    client = threading.Thread(target=running.send, args=("GET", "/notes"))
    client.start()
    for _attempt in range(100):
        rows = running.control.requests()
        if rows:
            break
        time.sleep(0.01)
    assert client.is_alive()
    assert [row["method"] for row in rows] == ["GET"]
    client.join()


def test_a_hundred_thousand_rows_are_cheap():
    journal = Journal()
    began = time.process_time()
    for number in range(100_000):
        journal.begin(Call("notes" if number % 2 else "other", "GET", "/notes"))
    assert time.process_time() - began < 2
    began = time.process_time()
    assert len(journal.rows("notes")) == 50_000
    assert time.process_time() - began < 1
