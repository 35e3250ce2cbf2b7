# Copyright (c) 2026 the dialtone.voip contributors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""TLS: verified unless told otherwise, with private CAs and client certificates."""

from __future__ import annotations

import math
import re
import socket
import warnings

import pytest

from ansible_collections.dialtone.voip.plugins.module_utils._http.errors import RequestError
from ansible_collections.dialtone.voip.plugins.module_utils._model.errors import CallError, RemoteError
from ansible_collections.dialtone.voip.tests.unit.plugins.module_utils._http.certificates import Certificates
from ansible_collections.dialtone.voip.tests.unit.plugins.module_utils._http.loopback_server import (
    LoopbackServer,
    hang_up,
    raw,
    reset,
)


@pytest.fixture
def certificates(tmp_path):
    return Certificates(tmp_path)


@pytest.fixture
def serve(certificates):
    running = []

    def start(kind="valid", **options):
        running.append(LoopbackServer(certificates.server(kind, **options)))
        return running[-1]

    yield start
    for server in running:
        server.__exit__()


def failure(client, method="GET"):
    with pytest.raises(RequestError) as caught:
        client.request(method, "/users")
    return caught.value


def test_a_private_ca_is_accepted_when_it_is_named(serve, client_for, certificates):
    server = serve()
    assert client_for(server.url, ca_path=str(certificates.ca_path)).request("GET", "/users").status == 200
    assert server.connections == 1


@pytest.mark.parametrize("variable", ["REQUESTS_CA_BUNDLE", "CURL_CA_BUNDLE"])
def test_a_private_ca_may_be_named_by_the_environment(serve, client_for, certificates, monkeypatch, variable):
    monkeypatch.setenv(variable, str(certificates.ca_path))
    assert client_for(serve().url).request("GET", "/users").status == 200


@pytest.mark.parametrize(
    ("kind", "with_ca", "complaint"),
    [
        ("valid", False, "unable to get local issuer|self-signed|self signed"),
        ("self-signed", True, "unable to get local issuer|self-signed|self signed|signature failure"),
        ("expired", True, "certificate has expired"),
        ("wrong-host", True, "mismatch|doesn't match"),
    ],
)
@pytest.mark.parametrize("method", ["GET", "POST"])
def test_a_certificate_that_proves_nothing_is_refused_before_anything_is_sent(
    serve, client_for, certificates, kind, with_ca, complaint, method
):
    server = serve(kind)
    options = {"ca_path": str(certificates.ca_path)} if with_ca else {}
    error = failure(client_for(server.url, **options), method)
    assert server.seen == []
    assert server.connections == 1
    assert error.outcome == RemoteError.UNREACHED
    assert f"{method} /users failed: the certificate of {server.url} is not accepted: " in str(error)
    assert re.search(complaint, str(error))
    assert "Set ca_path to the CA that signed it" in str(error)


@pytest.mark.parametrize(("context", "allowed"), [("self-signed", math.inf), (None, 1)])
def test_a_bad_certificate_does_not_lower_the_number_of_connections_but_a_missing_handshake_does(
    certificates, client_for, context, allowed
):
    with LoopbackServer(context and certificates.server(context)) as server:
        server._read = lambda stream, number: None
        client = client_for(server.url.replace("http:", "https:"))
        with client._session():
            failure(client)
        assert client._allowed == allowed


@pytest.mark.parametrize("kind", ["valid", "self-signed", "expired", "wrong-host"])
def test_without_verification_every_certificate_will_do(serve, client_for, monkeypatch, certificates, kind):
    monkeypatch.setenv("REQUESTS_CA_BUNDLE", str(certificates.ca_path))
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        assert client_for(serve(kind).url, validate_certs=False).request("GET", "/users").status == 200


@pytest.mark.parametrize("in_one_file", [True, False])
def test_a_client_certificate_is_shown(serve, client_for, certificates, in_one_file):
    if in_one_file:
        options = {"client_cert": str(certificates.client_both)}
    else:
        options = {"client_cert": str(certificates.client_cert), "client_key": str(certificates.client_key)}
    server = serve(client_ca=True)
    client = client_for(server.url, ca_path=str(certificates.ca_path), **options)
    assert client.request("GET", "/users").status == 200


@pytest.mark.parametrize("method", ["GET", "POST"])
def test_a_missing_client_certificate_is_an_error_that_does_not_blame_the_servers(
    serve, client_for, certificates, method
):
    server = serve(client_ca=True)
    error = failure(client_for(server.url, ca_path=str(certificates.ca_path)), method)
    assert server.seen == []
    assert "the certificate of" not in str(error)


def test_a_server_that_speaks_no_tls_is_not_accused_of_a_bad_certificate(server, client_for):
    error = failure(client_for(server.url.replace("http:", "https:")))
    assert "certificate" not in str(error)
    assert "TLS" in str(error)
    assert server.seen == []
    assert server.connections == 1


def test_tls_spoken_to_a_client_that_does_not_is_an_error(serve, client_for):
    error = failure(client_for(serve().url.replace("https:", "http:")))
    assert error.outcome == RemoteError.UNKNOWN


def garble(connection):
    """Go on without TLS, below the library."""
    socket.socket.send(connection, b"HTTP/1.1 200 OK\r\n\r\n")
    return False


@pytest.mark.parametrize(
    "failing", [hang_up, reset, garble, raw(b"HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\nab", close=True)]
)
def test_a_write_that_is_cut_off_inside_of_tls_may_have_been_carried_out(serve, client_for, certificates, failing):
    server = serve()
    server.answers(failing)
    error = failure(client_for(server.url, ca_path=str(certificates.ca_path)), "POST")
    assert error.outcome == RemoteError.UNKNOWN
    assert "certificate" not in str(error)
    assert len(server.seen) == 1


@pytest.mark.parametrize(
    ("options", "option"),
    [
        ({"ca_path": "/no/such/ca.pem"}, "ca_path"),
        ({"client_cert": "/no/such/cert.pem"}, "client_cert"),
        ({"client_cert": "{both}", "client_key": "/no/such/key.pem"}, "client_key"),
    ],
)
def test_a_missing_file_is_named(serve, client_for, certificates, options, option):
    server = serve()
    options = {name: value.format(both=certificates.client_both) for name, value in options.items()}
    with pytest.raises(CallError, match=rf"{option}.*there is no file /no/such/"):
        client_for(server.url, **options).request("GET", "/users")
    assert server.seen == []


@pytest.mark.parametrize("option", ["ca_path", "client_cert"])
def test_a_file_that_is_no_certificate_is_an_error_and_no_crash(serve, client_for, certificates, tmp_path, option):
    rubbish = tmp_path / "rubbish.pem"
    rubbish.write_text("this is no certificate")
    options = {"ca_path": str(certificates.ca_path), option: str(rubbish)}
    error = failure(client_for(serve().url, **options))
    assert "certificate of" not in str(error)
    assert option in str(error)
