# Copyright (c) 2026 the dialtone.voip contributors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Key material for the simulator's TLS modes, made anew at every start."""

from __future__ import annotations

import ipaddress
import ssl
from dataclasses import dataclass
from datetime import datetime, timedelta, timezone
from pathlib import Path

from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import ExtendedKeyUsageOID, NameOID

from .tls_modes import SERVER_CERTIFICATES

_LIFETIME = timedelta(days=30)
_AGE = timedelta(days=2)


@dataclass(frozen=True)
class _Identity:
    key: ec.EllipticCurvePrivateKey
    certificate: x509.Certificate

    def write(self, folder: Path, name: str) -> tuple[Path, Path]:
        """Write certificate and key as PEM files; their paths."""
        certificate, key = folder / f"{name}.pem", folder / f"{name}.key"
        certificate.write_bytes(self.certificate.public_bytes(serialization.Encoding.PEM))
        key.touch(mode=0o600)
        key.write_bytes(
            self.key.private_bytes(
                serialization.Encoding.PEM,
                serialization.PrivateFormat.PKCS8,
                serialization.NoEncryption(),
            )
        )
        return certificate, key


@dataclass(frozen=True)
class KeyMaterial:
    """What the server secures its connections with, and the files a client needs.

    ``client_cert`` and ``client_key`` are there if the server asks for a client certificate.
    """

    context: ssl.SSLContext
    ca: Path
    client_cert: Path | None = None
    client_key: Path | None = None


def make_key_material(mode: str, folder: Path, ask_client: bool) -> KeyMaterial:
    """Make an authority and the certificates that a TLS mode needs.

    The authority never vouches for the certificate of ``self-signed``, so that each mode but ``valid`` fails the
    verification against it, and for one reason only.

    :param mode: one of ``SERVER_CERTIFICATES``
    :param folder: where the files are written; the caller removes it
    :param ask_client: whether only clients with a certificate of the authority are let in
    """
    authority = _issue("simulator authority", None, authority=True)
    ca, _key = authority.write(folder, "ca")
    wanted = SERVER_CERTIFICATES[mode]
    server = _issue(
        "simulator",
        None if wanted.self_signed else authority,
        hosts=wanted.hosts,
        usage=ExtendedKeyUsageOID.SERVER_AUTH,
        lifetime=timedelta(days=wanted.expires_in_days),
    )
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(*server.write(folder, "server"))
    if not ask_client:
        return KeyMaterial(context, ca)
    context.verify_mode = ssl.CERT_REQUIRED
    context.load_verify_locations(ca)
    client = _issue("client.example.com", authority, usage=ExtendedKeyUsageOID.CLIENT_AUTH)
    return KeyMaterial(context, ca, *client.write(folder, "client"))


def _issue(
    common_name: str,
    issuer: _Identity | None,
    *,
    authority: bool = False,
    hosts: tuple[str, ...] = (),
    usage: x509.ObjectIdentifier | None = None,
    lifetime: timedelta = _LIFETIME,
) -> _Identity:
    """A new key and its certificate, signed by the issuer or, without one, by itself."""
    key = ec.generate_private_key(ec.SECP256R1())
    subject = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, common_name)])
    signer = issuer.key if issuer else key
    now = datetime.now(timezone.utc)
    builder = (
        x509.CertificateBuilder()
        .subject_name(subject)
        .issuer_name(issuer.certificate.subject if issuer else subject)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(now - _AGE)
        .not_valid_after(now + lifetime)
        .add_extension(x509.BasicConstraints(ca=authority, path_length=None), critical=True)
        .add_extension(x509.SubjectKeyIdentifier.from_public_key(key.public_key()), critical=False)
        .add_extension(x509.AuthorityKeyIdentifier.from_issuer_public_key(signer.public_key()), critical=False)
        .add_extension(_key_usage(authority), critical=True)
    )
    if hosts:
        builder = builder.add_extension(x509.SubjectAlternativeName([_general_name(host) for host in hosts]), False)
    if usage is not None:
        builder = builder.add_extension(x509.ExtendedKeyUsage([usage]), critical=False)
    return _Identity(key, builder.sign(signer, hashes.SHA256()))


def _general_name(host: str) -> x509.GeneralName:
    try:
        return x509.IPAddress(ipaddress.ip_address(host))
    except ValueError:
        return x509.DNSName(host)


def _key_usage(authority: bool) -> x509.KeyUsage:
    return x509.KeyUsage(
        digital_signature=True,
        key_cert_sign=authority,
        crl_sign=authority,
        content_commitment=False,
        key_encipherment=False,
        data_encipherment=False,
        key_agreement=False,
        encipher_only=False,
        decipher_only=False,
    )
