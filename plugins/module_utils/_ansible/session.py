# Copyright (c) 2026 the dialtone.voip contributors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""A platform's client for the length of one module call."""

from __future__ import annotations

import contextlib
import re
import typing as t

from .._http.connection import Connection
from .._model.errors import RemoteError
from .connection_options import connection_from, connection_spec
from .platform import Platform
from .voip_module import VoipModule

_LOCAL = re.compile(r"http://(?:127\.[\d.]+|localhost|\[::1\])(?::|$)")


def platform_spec(platform: Platform) -> dict[str, dict[str, t.Any]]:
    """The connection options of a platform's modules."""
    spec = connection_spec(platform.environment, platform.url)
    spec.update({name: dict(option) for name, option in platform.options.items()})
    return spec


@contextlib.contextmanager
def connected(module: VoipModule, platform: Platform) -> t.Iterator[t.Any]:
    """A client, closed at the end whatever happens."""
    connection = connection_from(module.params)
    _warn(module, connection)
    client = platform.connect(connection, module.params)
    try:
        yield client
    finally:
        # What has been done is done, whether the server lets go or not.
        with contextlib.suppress(RemoteError):
            client.close()


def _warn(module: VoipModule, connection: Connection) -> None:
    if not connection.encrypted and not _LOCAL.match(connection.origin):
        module.warn(f"The credentials for {connection.origin} travel unencrypted; use https.")
    elif connection.encrypted and not connection.validate_certs:
        module.warn(
            f"The certificate of {connection.origin} is not verified, so anybody in between can read the credentials. "
            "Set ca_path to the CA that signed it instead of validate_certs=false."
        )
