# Copyright (c) 2026 the dialtone.voip contributors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""The twin over a real connection, with a real client's digest authentication."""

from __future__ import annotations

import time
from collections.abc import Iterator
from typing import Any

import pytest
import requests
from requests.auth import HTTPDigestAuth

from simulator.sipthor.twin import SipThor
from simulator.testing import simulator_thread


@pytest.fixture(scope="module")
def simulator() -> Iterator[Any]:
    with simulator_thread(make_twins=lambda clock: [SipThor(clock)]) as running:
        yield running


@pytest.fixture
def session(simulator: Any) -> Iterator[requests.Session]:
    simulator.reset()
    with requests.Session() as session:
        session.trust_env = False
        session.auth = HTTPDigestAuth("alice", "rehearsal")
        session.params = {"realm": "example.com"}
        yield session


def _get(session: requests.Session, simulator: Any, action: str, **parameters: str) -> requests.Response:
    return session.get(f"{simulator.url}/settings.phtml", params={"action": action, **parameters}, timeout=10)


def test_digest_of_a_client(simulator: Any, session: requests.Session) -> None:
    response = _get(session, simulator, "get_identity")
    assert response.json()["sip_address"] == "alice@example.com"
    assert response.headers["Content-Type"] == "text/html; charset=UTF-8"
    # The nonce is used again: one challenge for the session.
    assert _get(session, simulator, "get_aliases").status_code == 200
    assert [row["status"] for row in simulator.requests("sipthor")][-3:] == [401, 200, 200]


def test_stale_nonce_is_renewed_by_the_client(simulator: Any, session: requests.Session) -> None:
    assert _get(session, simulator, "get_aliases").status_code == 200
    simulator.advance(301)
    assert _get(session, simulator, "get_aliases").json() == []


def test_post(simulator: Any, session: requests.Session) -> None:
    form = {"action": "put_journal_entries", "uuid": "u", "data": '[{"id":1,"data":"x"}]'}
    response = session.post(f"{simulator.url}/settings.phtml", data=form, timeout=10)
    assert response.text == '{"results":[{"id":1,"journal_id":"1","source":"default"}],"success":true}'


def test_head_executes_without_a_body(simulator: Any, session: requests.Session) -> None:
    parameters = {"action": "add_alias", "username": "sales"}
    response = session.head(f"{simulator.url}/settings.phtml", params=parameters, timeout=10)
    assert (response.status_code, response.content) == (200, b"")
    assert _get(session, simulator, "get_aliases").json() == ["sales@example.com"]


def test_slow_back_end_holds_the_answer_back(simulator: Any, session: requests.Session) -> None:
    match = {"platform": "sipthor", "backend": "SipPort", "action": "get_aliases"}
    simulator.faults({"match": match, "do": "delay", "ms": 300})
    started = time.monotonic()
    assert _get(session, simulator, "get_aliases").json() == []
    assert time.monotonic() - started >= 0.3
