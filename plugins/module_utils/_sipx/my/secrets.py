# Copyright (c) 2026 the dialtone.voip contributors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""The caller's portal password and voicemail PIN, which the server takes in the address of the call only."""

from __future__ import annotations

import typing as t

from ..._engine.record import Record
from ..._http.errors import AuthenticationError
from ..._model.errors import ItemError
from ..._model.field import Field
from ..._model.resource import Resource
from ..client import REST, segment
from ..given import SingleAdapter

_CONSENT = Field("allow_secret_in_url", "bool")


def _check_pin(value: str) -> None:
    if not (value.isascii() and value.isdigit()):
        raise ValueError("must consist of digits, which are all that the voicemail menu can read")


MY_PORTAL_PASSWORD = Resource(
    name="my_portal_password",
    plural="my_portal_passwords",
    key="",
    given=True,
    fields=(Field("portal_password", secret=True, clearable=False, min_length=8),),
    verifiable=frozenset(("portal_password",)),
    consents=(_CONSENT,),
)
MY_VOICEMAIL_PIN = Resource(
    name="my_voicemail_pin",
    plural="my_voicemail_pins",
    key="",
    given=True,
    fields=(Field("voicemail_pin", secret=True, clearable=False, min_length=4, check=_check_pin),),
    consents=(_CONSENT,),
)


class _SecretInUrlAdapter(SingleAdapter):
    """:cvar path: what stands in front of the secret."""

    path: t.ClassVar[str]
    _written = False

    def read(self) -> Record:
        # Nothing can be read, but in check mode too a login that does not work should show.
        self._client.read(REST + "/my/keepalive")
        return Record({})

    def translate(self, wanted: dict[str, t.Any], record: Record | None) -> dict[str, t.Any]:
        wanted = dict(wanted)
        if not wanted.pop("allow_secret_in_url", False) and wanted:
            raise ItemError(
                "the server takes it in the address of the call only, where it may end up in logs; set "
                "allow_secret_in_url=true if that is acceptable, or let an administrator set it with sipx_user"
            )
        return wanted

    def update(self, record: Record, values: t.Mapping[str, t.Any], changed: frozenset[str]) -> None:
        (name,) = changed
        self._written = True
        self._client.put_secret(self.path, segment(values[name]))

    def warnings(self) -> t.Sequence[str]:
        if not self._written:
            return ()
        return (
            f"The {self.resource.title[3:]} was sent in the address of a call and may stand in logs of the server.",
        )


class MyPortalPasswordAdapter(_SecretInUrlAdapter):
    """Whether a password is in force is seen by logging in with it, which costs a failed login when it is not."""

    resource = MY_PORTAL_PASSWORD
    path = "/my/portal/password/"

    def works(self, record: Record, secrets: t.Mapping[str, str]) -> frozenset[str]:
        works = set()
        for name, value in secrets.items():
            client = self._client.as_user(self._client.user_name, value)
            try:
                client.read(REST + "/my/keepalive")
                works.add(name)
            except AuthenticationError:
                pass
            finally:
                client.close()
        return frozenset(works)


class MyVoicemailPinAdapter(_SecretInUrlAdapter):
    """The server does not decode the PIN, and never shows it."""

    resource = MY_VOICEMAIL_PIN
    path = "/my/voicemail/pin/"
