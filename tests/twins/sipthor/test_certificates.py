# Copyright (c) 2026 the dialtone.voip contributors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Certificates and the identity document."""

from __future__ import annotations

from typing import Any

import pytest
from cryptography import x509
from cryptography.hazmat.primitives.serialization import load_pem_private_key, pkcs12


def _common_name(certificate: Any) -> str:
    return str(certificate.subject.rfc4514_string())


def test_certificate_with_its_key(thor: Any) -> None:
    response = thor.call("get_crt")
    assert response.headers["Content-Type"] == "application/x-crt"
    pem, _end, key = response.body.partition(b"-----END CERTIFICATE-----\n")
    certificate = x509.load_pem_x509_certificate(pem + _end)
    assert _common_name(certificate) == "CN=100"
    private = load_pem_private_key(key, b"rehearsal")
    assert private.public_key() == certificate.public_key()
    with pytest.raises((TypeError, ValueError)):
        load_pem_private_key(key, None)
    assert thor.call("get_crt").body != response.body


def test_pkcs12(thor: Any) -> None:
    response = thor.call("get_p12")
    assert response.headers["Content-Type"] == "application/x-p12"
    key, certificate, _more = pkcs12.load_key_and_certificates(response.body, b"rehearsal")
    assert key is not None
    assert _common_name(certificate) == "CN=100"


@pytest.mark.parametrize("action", ["get_crt", "get_p12"])
def test_account_without_owner_gets_nothing(thor: Any, action: str) -> None:
    thor.change(owner=None)
    response = thor.call(action)
    assert (response.status, response.body) == (200, b"")
    assert response.headers["Content-Type"] == "text/html; charset=UTF-8"


def test_platform_without_certificate_authority_sends_headers_only(thor: Any) -> None:
    thor.knob(certificate_authority="off")
    response = thor.call("get_crt")
    assert (response.status, response.body) == (200, b"")
    assert response.headers["Content-Type"] == "application/x-crt"


def test_identity_proof(demo: Any) -> None:
    response = demo.call("export_identity_proof", user="user0001")
    assert response.body == b"identity document of a demo account\n"
    assert response.headers["Content-Type"] == "application/octet-stream"
    assert response.headers["Content-Disposition"] == "inline; filename=identity.txt"
    assert demo.text("export_identity_proof", user="user0002") == ""
