# Copyright (c) 2026 the dialtone.voip contributors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Client certificates, made anew on every call, and the identity document that the subscriber uploaded."""

from __future__ import annotations

import base64
import datetime
import functools
from collections.abc import Callable
from functools import partial

from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import rsa
from cryptography.hazmat.primitives.serialization import pkcs12
from cryptography.x509.oid import NameOID

from ..visit import Visit
from .declaration import Action

_LIFETIME = datetime.timedelta(days=3650)


def _new_key() -> rsa.RSAPrivateKey:
    return rsa.generate_private_key(public_exponent=65537, key_size=1024)


def _name(common_name: str) -> x509.Name:
    return x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, common_name)])


@functools.cache
def _authority_key() -> rsa.RSAPrivateKey:
    return _new_key()


def _certificate(owner: int, key: rsa.RSAPrivateKey, now: datetime.datetime) -> x509.Certificate:
    """A certificate whose common name is the owner's id. SHA-256: libraries no longer sign with the vendor's MD5."""
    return (
        x509.CertificateBuilder()
        .subject_name(_name(str(owner)))
        .issuer_name(_name("SIP Thor simulator CA"))
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(now)
        .not_valid_after(now + _LIFETIME)
        .sign(_authority_key(), hashes.SHA256())
    )


def _protection(password: str) -> serialization.KeySerializationEncryption:
    if not password:
        return serialization.NoEncryption()
    return serialization.BestAvailableEncryption(password.encode("utf-8", "surrogateescape"))


def _pem(certificate: x509.Certificate, key: rsa.RSAPrivateKey, password: str) -> bytes:
    return certificate.public_bytes(serialization.Encoding.PEM) + key.private_bytes(
        serialization.Encoding.PEM, serialization.PrivateFormat.TraditionalOpenSSL, _protection(password)
    )


def _pkcs12(certificate: x509.Certificate, key: rsa.RSAPrivateKey, password: str) -> bytes:
    return pkcs12.serialize_key_and_certificates(b"sipthor", key, certificate, None, _protection(password))


def _get_certificate(
    content_type: str,
    filename: str,
    encode: Callable[[x509.Certificate, rsa.RSAPrivateKey, str], bytes],
    visit: Visit,
) -> None:
    """Without an owner nothing is answered; without a certificate authority the headers only."""
    owner = visit.account.owner
    if owner is None:
        return
    visit.page.attach(content_type, filename)
    link = visit.back_end.link
    if link.knobs["certificate_authority"] == "on":
        key = _new_key()
        visit.page.print_bytes(encode(_certificate(owner, key, link.clock.utcnow()), key, visit.account.password))


def _export_identity_proof(visit: Visit) -> None:
    proof = visit.account.identity_proof
    if proof is not None:
        visit.page.attach(proof.content_type, proof.filename)
        visit.page.print_bytes(base64.b64decode(proof.base64))


CERTIFICATE_ACTIONS = (
    Action("get_crt", partial(_get_certificate, "application/x-crt", "sipthor.crt", _pem)),
    Action("get_p12", partial(_get_certificate, "application/x-p12", "sipthor.p12", _pkcs12)),
    Action("export_identity_proof", _export_identity_proof),
)
