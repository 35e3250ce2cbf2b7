# Copyright (c) 2026 the dialtone.voip contributors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""A server, and a client that does not wait between its tries."""

from __future__ import annotations

import pytest

from ansible_collections.dialtone.voip.plugins.module_utils._http.client import HttpClient
from ansible_collections.dialtone.voip.plugins.module_utils._http.connection import Connection
from ansible_collections.dialtone.voip.plugins.module_utils._http.libraries import requests
from ansible_collections.dialtone.voip.plugins.module_utils._http.retry import RetryPolicy
from ansible_collections.dialtone.voip.tests.unit.plugins.module_utils._http.loopback_server import LoopbackServer

PROXY_VARIABLES = ("http_proxy", "https_proxy", "all_proxy", "no_proxy", "requests_ca_bundle", "curl_ca_bundle")


@pytest.fixture(autouse=True)
def no_proxy_from_outside(monkeypatch):
    for name in PROXY_VARIABLES:
        monkeypatch.delenv(name, raising=False)
        monkeypatch.delenv(name.upper(), raising=False)


@pytest.fixture
def server():
    with LoopbackServer() as running:
        yield running


@pytest.fixture
def client_for():
    """Makes clients from connection options; they are closed at the end."""
    clients = []

    def make(url, max_answer=1_000_000, retry=None, basic=True, **options):
        connection = Connection(url, **{"username": "admin", "password": "Hunter2-secret", "timeout": 10, **options})

        def auth(connection):
            return requests.auth.HTTPBasicAuth(connection.username, connection.password) if basic else None

        retry = retry or RetryPolicy(sleep=lambda seconds: None)
        clients.append(HttpClient(connection, auth, retry, max_answer))
        return clients[-1]

    yield make
    for client in clients:
        client.close()


@pytest.fixture
def client(client_for, server):
    return client_for(server.url)
