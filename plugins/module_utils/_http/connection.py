# Copyright (c) 2026 the dialtone.voip contributors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""How a server is reached: address, credentials, TLS, time-outs, proxy."""

from __future__ import annotations

import typing as t
from dataclasses import dataclass, field
from urllib.parse import unquote, urlsplit

from .._model.errors import CallError


@dataclass(frozen=True)
class Connection:
    """The connection options of a module.

    :param url: base address, ``https://pbx.example.com``; a path is kept.
    :param username: login name.
    :param password: its secret.
    :param validate_certs: whether the server's certificate is verified.
    :param ca_path: file or folder with the CAs to trust instead of the system's.
    :param client_cert: certificate to show to the server.
    :param client_key: its key, when not in the same file.
    :param timeout: seconds that one request may take in all.
    :param proxy: proxy to use instead of the environment's.
    """

    url: str
    username: str | None = None
    password: str | None = field(default=None, repr=False)
    validate_certs: bool = True
    ca_path: str | None = None
    client_cert: str | None = None
    client_key: str | None = None
    timeout: int = 60
    proxy: str | None = field(default=None, repr=False)

    def __post_init__(self) -> None:
        parts = _split(self.url)
        if parts.scheme not in ("http", "https") or not parts.hostname:
            raise CallError(f"url must be like https://pbx.example.com, not {without_userinfo(self.url)!r}")
        if parts.username or parts.password:
            raise CallError("url must not hold credentials; use username and password")
        if parts.query or parts.fragment:
            raise CallError("url must not have a query or a fragment")
        if self.timeout < 1:
            raise CallError("timeout must be at least 1 second")
        if self.client_key and not self.client_cert:
            raise CallError("client_key needs client_cert")
        if self.proxy:
            check_proxy(self.proxy, "proxy")

    @property
    def origin(self) -> str:
        """Scheme, host and port."""
        parts = _split(self.url)
        return f"{parts.scheme}://{parts.netloc}"

    @property
    def base_path(self) -> str:
        """The path of the address, without a trailing slash."""
        return _split(self.url).path.rstrip("/")

    @property
    def encrypted(self) -> bool:
        """Whether credentials travel inside TLS."""
        return _split(self.url).scheme == "https"


def without_userinfo(url: str) -> str:
    """The address without what stands before an ``@``, for messages."""
    head, separator, tail = url.rpartition("@")
    return "…@" + tail if separator and head else url


def passwords_in(url: str) -> set[str]:
    """What stands before an ``@`` in the address and is, or may be, a secret: as written, and decoded."""
    head = url.rpartition("@")[0].rpartition("//")[2]
    secret = head.partition(":")[2] or head
    return {secret, unquote(secret)} - {""}


def _split(url: str) -> t.Any:
    try:
        parts = urlsplit(url)
        parts.port  # noqa: B018  # raises ValueError for a port that is none
    except ValueError:
        # The reason may quote the address, and what stands in it may be a password.
        raise CallError(f"url is not valid: {without_userinfo(url)!r}") from None
    return parts


def check_proxy(proxy: str, name: str) -> None:
    """Check the address of a proxy. :raises CallError: it is none; the message does not show it, only its name."""
    try:
        parts = urlsplit(proxy if "://" in proxy else "http://" + proxy)
        good = bool(parts.hostname) and (parts.port or 0) >= 0
    except ValueError:
        good = False
    if not good:
        raise CallError(f"{name} must be like http://proxy.example.com:3128, with percent-encoded credentials if any")
