# Copyright (c) 2026 the dialtone.voip contributors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""What a user reads when the server cannot be reached, trusted or understood."""

from __future__ import annotations

from pathlib import Path

import pytest
from running import play, task

from simulator.testing import RunningSimulator, simulator_process

BRANCH = {"name": "Berlin"}


def refused(folder: Path, url: str, **options: object) -> str:
    run = play(folder, task("sipx_branch", {**BRANCH, **options}, url), "-vvv")
    assert run.failed == 1
    assert "Traceback" not in run.output
    assert "rehearsal" not in run.output.replace(str(folder), "")
    return run.output


def test_nobody_listens(tmp_path: Path) -> None:
    output = refused(tmp_path, "http://127.0.0.1:1")
    assert "cannot connect to http://127.0.0.1:1" in output
    assert "Check url and the network" in output


@pytest.mark.parametrize("mode", ["expired", "wrong-host", "self-signed"])
def test_a_certificate_that_is_not_good(tmp_path: Path, mode: str) -> None:
    with simulator_process("--tls", mode) as simulator:
        output = refused(tmp_path, simulator.url, ca_path=simulator.files["ca"])
        assert "certificate" in output
        assert "Set ca_path to the CA" in output
        assert simulator.requests() == []


def test_a_private_ca_and_a_client_certificate(tmp_path: Path) -> None:
    with simulator_process("--tls", "valid", "--client-ca") as simulator:
        files = simulator.files
        trusted = {"ca_path": files["ca"], "client_cert": files["client_cert"], "client_key": files["client_key"]}
        run = play(tmp_path, task("sipx_branch", {**BRANCH, **trusted}, simulator.url))
        assert run.changed == 1, run.output
        assert run.output.count("WARNING") == 0


def test_turning_verification_off_warns(tmp_path: Path) -> None:
    with simulator_process("--tls", "self-signed") as simulator:
        run = play(tmp_path, task("sipx_branch", {**BRANCH, "validate_certs": False}, simulator.url))
        assert run.changed == 1
        assert "is not verified" in run.output


@pytest.mark.parametrize(
    ("fault", "expected"),
    [
        ({"do": "html"}, "not JSON"),
        ({"do": "truncate"}, "cut off|bytes"),
        ({"do": "empty"}, "not JSON"),
        ({"do": "redirect"}, "Credentials do not follow redirects"),
        ({"do": "status", "status": 503}, "503"),
        ({"do": "reset_before"}, "cut off"),
    ],
)
def test_an_answer_that_is_none(
    tmp_path: Path, simulator: RunningSimulator, fault: dict[str, object], expected: str
) -> None:
    simulator.faults({"match": {"platform": "sipx", "times": 0}, **fault})
    output = refused(tmp_path, simulator.url)
    assert any(word in output for word in expected.split("|"))
    assert not any(row["applied"] for row in simulator.requests())


def test_a_url_with_credentials_is_refused_without_showing_them(tmp_path: Path) -> None:
    run = play(tmp_path, task("sipx_branch", BRANCH, "https://admin:hush-hush@pbx.example.com"))
    assert run.failed == 1
    assert "url must not hold credentials" in run.output
