# Copyright (c) 2026 the dialtone.voip contributors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""A defect of a twin is seen: as a 500 that names it, in the journal and on the standard error output."""

from __future__ import annotations

import pytest

from simulator.core.interface import Response


def test_an_exception_while_answering_is_a_500_that_names_it(running, capfd):
    running.twin.answer_next = KeyError("gone")
    response, body = running.send("GET", "/notes")
    assert response.status == 500
    assert body == b"defect of the simulator, platform notes: KeyError: 'gone'\n"
    assert running.control.requests()[0]["status"] == 500
    error_output = capfd.readouterr().err
    assert "Traceback (most recent call last)" in error_output
    assert "KeyError: 'gone'" in error_output


def test_an_exception_while_describing_is_one_too(running, capfd):
    response, body = running.send("GET", "/notes/indescribable")
    assert response.status == 500
    assert b"LookupError: no such description" in body
    assert running.control.requests()[0]["status"] == 500
    assert "Traceback" in capfd.readouterr().err


@pytest.mark.parametrize("answer", ["text", Response(200, "text")])
def test_an_answer_that_is_none_is_one_too(running, answer, capfd):
    running.twin.answer_next = answer
    response, body = running.send("GET", "/notes")
    assert response.status == 500
    assert b"TypeError: a twin answered with " in body
    assert "Traceback" in capfd.readouterr().err


def test_the_connection_goes_on_after_a_defect(running):
    connection = running.connect()
    running.twin.answer_next = KeyError("gone")
    connection.request("GET", "/notes")
    connection.getresponse().read()
    running.twin.answer_next = None
    connection.request("GET", "/notes")
    assert connection.getresponse().status == 200
    assert [row["connection"] for row in running.control.requests()] == [1, 1]
