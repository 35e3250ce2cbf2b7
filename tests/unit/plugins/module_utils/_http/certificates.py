# Copyright (c) 2026 the dialtone.voip contributors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Certificates for 127.0.0.1 that are right, or wrong in one way."""

from __future__ import annotations

import datetime
import ssl
import typing as t
from pathlib import Path

import trustme


class Certificates:
    """A private CA and what it issues, as files.

    :param folder: for the files.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._ca = trustme.CA(organization_name="Private CA")
        self._strangers = trustme.CA(organization_name="Somebody Else")
        self.ca_path = folder / "ca.pem"
        self._ca.cert_pem.write_to_path(str(self.ca_path))
        self.client_cert = folder / "client.pem"
        self.client_key = folder / "client.key"
        self.client_both = folder / "both.pem"
        client = self._ca.issue_cert("admin@example.com")
        client.cert_chain_pems[0].write_to_path(str(self.client_cert))
        client.private_key_pem.write_to_path(str(self.client_key))
        client.private_key_and_cert_chain_pem.write_to_path(str(self.client_both))

    def server(self, kind: str = "valid", client_ca: bool = False) -> ssl.SSLContext:
        """A server's side of TLS: ``valid``, ``expired``, ``wrong-host`` or ``self-signed``."""
        issuer = self._strangers if kind == "self-signed" else self._ca
        options: dict[str, t.Any] = {}
        if kind == "expired":
            options["not_after"] = datetime.datetime.now(datetime.timezone.utc) - datetime.timedelta(days=1)
        certificate = issuer.issue_cert("elsewhere.example.com" if kind == "wrong-host" else "127.0.0.1", **options)
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        certificate.configure_cert(context)
        if client_ca:
            context.verify_mode = ssl.CERT_REQUIRED
            self._ca.configure_trust(context)
        return context
