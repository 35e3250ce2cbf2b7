# Copyright (c) 2026 the dialtone.voip contributors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Names and ids of what an account has, each listing read once a call.

There is no listing of all devices or lines: they are listed a user at a time.
"""

from __future__ import annotations

import threading
import typing as t

from ..._engine.reading import read_each
from ..._model.errors import ItemError
from ..failures import Forbidden, NotFound, without_feature
from .client import SipgateV2Client, segment
from .endpoints import LETTERS, email, is_literal, joined, may_be_device, split_owner

Row = dict[str, t.Any]

#: kind to the last segment of its listing below a user
LISTINGS = {"phone_line": "phonelines", "fax_line": "faxlines", "device": "devices", "sms": "sms"}


class Directory:
    """Looks names up in listings.

    :param client: of the account.
    """

    def __init__(self, client: SipgateV2Client) -> None:
        self._client = client
        self._lock = threading.RLock()
        self._read: dict[t.Any, t.Any] = {}
        self._alone = False

    # users

    def own_id(self) -> str:
        """Id of the user whose token it is."""
        return str(self._once("own", lambda: self._client.get("/authorization/userinfo").get("sub")))

    def users(self) -> list[Row]:
        """All users; for a token of somebody who is no administrator only its own."""

        def read() -> list[Row]:
            try:
                return self._client.items("/users")
            except Forbidden:
                self._alone = True
                return [self._client.get(f"/users/{segment(self.own_id())}")]

        return t.cast("list[Row]", self._once("users", read))

    def emails(self) -> dict[str, str]:
        """Id of each user to the e-mail address, in lower case."""

        def read() -> dict[str, str]:
            return {str(row["id"]): email(str(row.get("email") or row["id"])) for row in self.users()}

        return t.cast("dict[str, str]", self._once("emails", read))

    def user_id(self, address: str) -> str:
        """The id of a user. :raises ItemError: nobody has that address."""
        wanted = email(address)
        for identity, known in self.emails().items():
            if known == wanted:
                return identity
        if self._alone:
            raise ItemError(
                f"the token does not show a user {address}, but its owner only: others need the token of an "
                "administrator with the scope users:read"
            )
        raise ItemError(
            f"there is no user {address} in the account; users are created by a person, in the web portal of sipgate"
        )

    def check_people(self, endpoint: str) -> None:
        """Refuse an endpoint of a user or a group that is not there, in check mode too: no task can make those.

        :param endpoint: in its full form.
        :raises ItemError: saying who makes them.
        """
        kind, _colon, rest = endpoint.partition(":")
        if not endpoint or is_literal(endpoint):
            return
        if kind == "voicemail":
            self.check_people(rest)
        elif kind == "group":
            if not any(row.get("alias") == rest for row in self.groups()):
                raise ItemError(
                    f"the group {rest} does not exist on the server; groups are created by a person, in the web portal "
                    "of sipgate"
                )
        else:
            self.user_id(rest if kind == "user" else split_owner(rest)[0])

    # things of users

    def rows(self, kind: str, user_id: str, anew: bool = False) -> list[Row]:
        """What a user has of a kind."""
        key = (kind, user_id)
        if anew:
            with self._lock:
                self._read.pop(key, None)
        return t.cast("list[Row]", self._once(key, lambda: self._listing(kind, user_id)))

    def _listing(self, kind: str, user_id: str) -> list[Row]:
        """What a user has. Accounts without phone lines answer 403 or 404, not always with a word why."""
        try:
            return self._client.items(f"/{segment(user_id)}/{LISTINGS[kind]}")
        except (Forbidden, NotFound) as error:
            raise (without_feature(error) if kind == "phone_line" else error) from None

    def all_rows(self, kind: str, user_ids: t.Iterable[str], anew: bool = False) -> list[tuple[str, Row]]:
        """What these users have of a kind, each with the id of its owner."""
        owners = list(user_ids)
        listings = read_each(lambda owner: self.rows(kind, owner, anew), owners)
        return [(owner, row) for owner, listing in zip(owners, listings) for row in listing]

    def made(self, kind: str, user_id: str, row: Row) -> None:
        """Note something that was just created; a phone line comes with a mailbox."""
        with self._lock:
            self._read.pop("voicemails", None)
            self.rows(kind, user_id).append(row)

    def groups(self) -> list[Row]:
        """All groups."""
        return t.cast("list[Row]", self._once("groups", lambda: self._client.items("/groups")))

    def voicemails(self) -> list[Row]:
        """All mailboxes."""
        return t.cast("list[Row]", self._once("voicemails", lambda: self._client.items("/voicemails")))

    # endpoints

    def endpoint_id(self, name: str) -> str | None:
        """The extension id of an endpoint in its full form; ``None`` when there is none.

        :raises ItemError: several have the name.
        """
        if not name or is_literal(name):
            return name
        kind, _colon, rest = name.partition(":")
        if kind == "user":
            return next((identity for identity, known in self.emails().items() if known == rest), None)
        if kind == "voicemail":
            owner = self.endpoint_id(rest)
            if owner is None:
                return None
            boxes = [row for row in self.voicemails() if (row.get("belongsToEndpoint") or {}).get("extension") == owner]
            return self._only(name, [str(row["id"]) for row in boxes])
        if kind == "group":
            return self._only(name, [str(row["id"]) for row in self.groups() if row.get("alias") == rest])
        owner, alias = split_owner(rest)
        user = next((identity for identity, known in self.emails().items() if known == owner), None)
        if user is None:
            return None
        return self._only(name, [str(row["id"]) for row in self.rows(kind, user) if row.get("alias") == alias])

    def required_id(self, name: str) -> str:
        """The same. :raises ItemError: there is none."""
        identity = self.endpoint_id(name)
        if identity is None:
            raise ItemError(f"there is no {name} on the server")
        return identity

    def endpoint_name(self, identity: str, user_id: str | None = None) -> str:
        """The full form of an extension id; the id itself when its name is not to be found, or not unique.

        :param user_id: who probably has it; with it, only that user's things are looked through.
        """
        if identity == "" or not identity[:1].isalpha():
            return identity
        letter = identity[0]
        if letter == LETTERS["user"]:
            return f"user:{self.emails()[identity]}" if identity in self.emails() else identity
        if letter == LETTERS["group"]:
            return self._named(identity, "group:", self.groups())
        if letter == LETTERS["voicemail"]:
            box = next((row for row in self.voicemails() if row["id"] == identity), None)
            owner = str(((box or {}).get("belongsToEndpoint") or {}).get("extension") or "")
            name = self.endpoint_name(owner, user_id)
            return f"voicemail:{name}" if owner and self.endpoint_id(name) == owner else identity
        kind = next((kind for kind in LISTINGS if letter in LETTERS[kind]), None)
        if kind is None:
            return identity
        others = [other for other in self.emails() if other != user_id]
        for owner in ([user_id] if user_id else []) + others:
            rows = self.rows(kind, owner)
            if any(row["id"] == identity for row in rows):
                return self._named(identity, f"{kind}:{joined(self.emails()[owner], '')}", rows)
        return identity

    def device_id(self, name: str) -> str:
        """The id of a device ``user/alias``, or of one that is given by its id. :raises ItemError: it is none."""
        if is_literal(name) and not may_be_device(name):
            raise ItemError(f"{name} is not the id of a device, like e0")
        return self.required_id(name if is_literal(name) else f"device:{name}")

    def known(self, kind: str) -> t.Container[str]:
        """The names of all objects of a kind: ``user``, ``device`` (as ``user/alias``) or ``endpoint``."""
        if kind == "user":
            return set(self.emails().values())
        return _Endpoints(self, "device:" if kind == "device" else "")

    @staticmethod
    def _only(name: str, found: t.Sequence[str]) -> str | None:
        if len(found) > 1:
            raise ItemError(f"{name} is not unique, there are {' and '.join(found)}; rename all but one, or give an id")
        return found[0] if found else None

    @staticmethod
    def _named(identity: str, prefix: str, rows: t.Iterable[Row]) -> str:
        rows = list(rows)
        alias = next((row.get("alias") for row in rows if row["id"] == identity), None)
        unique = alias and sum(row.get("alias") == alias for row in rows) == 1
        return f"{prefix}{alias}" if unique else identity

    def _once(self, key: t.Any, read: t.Callable[[], t.Any]) -> t.Any:
        with self._lock:
            if key in self._read:
                return self._read[key]
        value = read()
        with self._lock:
            return self._read.setdefault(key, value)


class _Endpoints:
    """Every name that leads to something; looked up one by one, so that nobody's things are listed in vain."""

    def __init__(self, directory: Directory, prefix: str) -> None:
        self._directory = directory
        self._prefix = prefix

    def __contains__(self, name: object) -> bool:
        text = str(name)
        if self._prefix and is_literal(text):
            return may_be_device(text)
        return is_literal(text) or self._directory.endpoint_id(self._prefix + text) is not None
