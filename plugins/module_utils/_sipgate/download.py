# Copyright (c) 2026 the dialtone.voip contributors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Downloading what an answer only gives the address of.

Such addresses lead to other hosts, and who knows one may open it. Those are asked without credentials, so that these
stay where they belong.
"""

from __future__ import annotations

import typing as t
from dataclasses import replace
from urllib.parse import urlsplit

from .._http.answer import Answer
from .._http.authentication import preemptive_basic
from .._http.client import HttpClient
from .._http.connection import Connection
from .._http.errors import RequestError


def download(
    url: str, connection: Connection, make_http: t.Callable[..., t.Any] = HttpClient, login_at_home: bool = False
) -> Answer:
    """What stands at an address, asked for without credentials.

    :param connection: of the service, for everything but the credentials.
    :param login_at_home: the service itself is asked with the login of the connection.
    :raises RequestError: it cannot be had; the message does not show the address.
    """
    parts = urlsplit(url)
    if parts.scheme not in ("http", "https") or not parts.netloc:
        raise RequestError("GET", "(download)", "has an address that cannot be opened", remedy="Run again.")
    if connection.encrypted and parts.scheme != "https":
        raise RequestError("GET", "(download)", "would leave the encrypted connection", remedy="It is not followed.")
    host = replace(connection, url=f"{parts.scheme}://{parts.netloc}")
    if login_at_home and host.origin == connection.origin:
        http = make_http(host, preemptive_basic)
    else:
        http = make_http(replace(host, username=None, password=None, client_cert=None, client_key=None))
    try:
        answer = t.cast(Answer, http.request("GET", parts.path or "/", query=parts.query))
    except RequestError as error:
        raise RequestError(
            "GET", f"(download from {parts.hostname})", error.problem, error.status, outcome=error.outcome
        ) from None
    finally:
        http.close()
    if answer.status != 200:
        problem = f"was answered {answer.status}"
        raise RequestError("GET", f"(download from {parts.hostname})", problem, answer.status, remedy="Run again.")
    if not answer.body or answer.headers.get("content-type", "").startswith("text/html"):
        problem = "was answered with a web page" if answer.body else "was answered with an empty file"
        raise RequestError("GET", f"(download from {parts.hostname})", problem, 200, remedy="It is not kept.")
    return answer
