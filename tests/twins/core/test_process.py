# Copyright (c) 2026 the dialtone.voip contributors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""The simulator as a process: its command line, its line of output, TLS, and how it ends."""

from __future__ import annotations

import http.client
import re
import signal
import socket
import ssl
import subprocess
import sys
import urllib.error
import urllib.request
from pathlib import Path

import pytest

import simulator
from simulator.core.process import main
from simulator.testing import simulator_process

TESTS_FOLDER = Path(simulator.__file__).resolve().parent.parent


def start(*arguments):
    command = [sys.executable, "-m", "simulator", *arguments]
    return subprocess.Popen(command, cwd=TESTS_FOLDER, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)


def get(url, context=None):
    opener = urllib.request.build_opener(
        urllib.request.ProxyHandler({}), urllib.request.HTTPSHandler(context=context or ssl.create_default_context())
    )
    with opener.open(f"{url}/_sim/clock", timeout=10) as answer:
        return answer.status


def listens_on(address, port):
    with socket.socket() as probe:
        return probe.connect_ex((address, port)) == 0


@pytest.mark.parametrize("ending", [signal.SIGINT, signal.SIGTERM])
def test_it_says_ready_once_and_ends_cleanly(ending):
    with start("--port", "0") as process:
        match = re.fullmatch(r"ready (http://127\.0\.0\.1:(\d+))\n", process.stdout.readline())
        assert match, process.stderr.read()
        assert get(match[1]) == 200
        assert not listens_on("127.0.0.2", int(match[2]))
        kept = socket.create_connection(("127.0.0.1", int(match[2])))
        kept.sendall(b"GET /nowhere HTTP/1.1\r\nHost: h\r\n\r\n")
        assert kept.recv(65536)
        process.send_signal(ending)
        assert process.wait(10) == 0
        kept.close()
        assert process.stdout.read() == ""
        assert process.stderr.read() == ""


def test_a_port_that_is_taken_is_said_without_a_traceback():
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        with start("--port", str(port)) as process:
            assert process.wait(20) == 1
            error = process.stderr.read()
    assert error.startswith(f"cannot listen on 127.0.0.1:{port}: ")
    assert "Traceback" not in error


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (["--seed", "nonesuch"], "'nonesuch' is neither a seed"),
        (["--scale", "users"], "'users' does not have the form users=1000"),
        (["--latency-ms", "-1"], "'-1' is not a number of milliseconds from 0"),
        (["--tls", "nonesuch"], "invalid choice: 'nonesuch'"),
    ],
)
def test_a_command_line_that_is_wrong_is_explained(capsys, arguments, says):
    with pytest.raises(SystemExit) as ended:
        main(arguments)
    assert ended.value.code == 2
    assert says in capsys.readouterr().err


def test_a_seed_file_of_an_unknown_platform_is_explained(capsys, tmp_path):
    file = tmp_path / "seed.json"
    file.write_text('{"nonesuch": {}}')
    with pytest.raises(SystemExit):
        main(["--seed", str(file)])
    assert "the seed has an unknown platform 'nonesuch'" in capsys.readouterr().err


def test_a_valid_certificate_is_verified_by_the_authority_of_the_ready_line():
    with simulator_process("--tls", "valid") as running:
        assert running.url.startswith("https://127.0.0.1:")
        assert get(running.url, ssl.create_default_context(cafile=running.files["ca"])) == 200
        assert get(running.url.replace("127.0.0.1", "localhost"), strict(running.files["ca"])) == 200
        with pytest.raises(urllib.error.URLError, match="unable to get local issuer certificate"):
            get(running.url)
        folder = Path(running.files["ca"]).parent
        assert folder.is_dir()
    assert not folder.exists()


def strict(ca):
    """As newer versions of Python verify by default."""
    context = ssl.create_default_context(cafile=ca)
    context.verify_flags |= ssl.VERIFY_X509_STRICT
    return context


@pytest.mark.parametrize(
    ("mode", "says"),
    [
        ("expired", "certificate has expired"),
        ("wrong-host", "IP address mismatch, certificate is not valid for '127.0.0.1'"),
        ("self-signed", "self.signed certificate"),
    ],
)
def test_each_bad_certificate_fails_for_its_one_reason_and_control_calls_get_through(mode, says):
    with simulator_process("--tls", mode) as running:
        with pytest.raises(urllib.error.URLError, match=says):
            get(running.url, ssl.create_default_context(cafile=running.files["ca"]))
        assert running.requests() == []


def test_connections_are_dropped_and_cut_with_tls_too():
    with simulator_process("--tls", "valid") as running:
        context = ssl.create_default_context(cafile=running.files["ca"])
        port = int(running.url.rpartition(":")[2])
        for do, error in (("reset_before", ConnectionError), ("truncate", http.client.IncompleteRead)):
            running.faults({"do": do})
            connection = http.client.HTTPSConnection("127.0.0.1", port, timeout=10, context=context)
            connection.request("GET", "/nowhere/at/all")
            with pytest.raises(error):
                connection.getresponse().read()
            connection.close()


def test_a_client_certificate_is_asked_for():
    with simulator_process("--client-ca") as running:
        context = ssl.create_default_context(cafile=running.files["ca"])
        with pytest.raises((urllib.error.URLError, OSError), match=r"certificate required|reset|closed"):
            get(running.url, context)
        context.load_cert_chain(running.files["client_cert"], running.files["client_key"])
        assert get(running.url, context) == 200
        assert Path(running.files["client_key"]).stat().st_mode & 0o077 == 0


def test_a_process_that_does_not_start_is_reported():
    with pytest.raises(RuntimeError, match="did not start"), simulator_process("--nonesuch"):
        pass
