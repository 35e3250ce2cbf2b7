# Copyright (c) 2026 the dialtone.voip contributors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Settings of groups: what their members inherit. A group stores any path blindly and shows only what it stores.

So paths and values are checked against the members' settings, and "default" means that the group says nothing.
"""

from __future__ import annotations

import typing as t
from dataclasses import replace
from urllib.parse import quote

from .._http.errors import RequestError
from .client import SipxClient
from .settings import DEFAULT, Setting, Settings


class GroupSettings(Settings):
    """Settings below a group; ``value`` is what the group says, ``None`` for nothing.

    :param empty: the group does not exist yet, so it says nothing.
    """

    def __init__(self, client: SipxClient, base: str, empty: bool = False) -> None:
        super().__init__(client, base)
        self._empty = empty

    def text_of(self, path: str, wanted: t.Any) -> str | None:
        return None if wanted == DEFAULT else super().text_of(path, wanted)

    def stored(self, path: str) -> str | None:
        """What the group says."""
        if self._empty:
            return None
        row = self._client.api_get(self.target(path))
        return row.get("value") if isinstance(row, dict) else None

    def target(self, path: str) -> str:
        """The path of one setting."""
        return "{}/settings/{}".format(self._base, quote(path, safe="/"))

    def write(self, path: str, value: str | None) -> None:
        if value in (None, ""):
            self._client.api_send("DELETE", self.target(path))
            return
        self._client.api_send("PUT", self.target(path), text=value)
        if self.stored(path) != value:
            problem = "was accepted, but the setting did not keep the value"
            raise RequestError("PUT", self.target(path), problem, 200)


class UserGroupSettings(GroupSettings):
    """Settings of a user group; the caller's own tree tells what there is (``/api/my/user/settings``)."""

    def __init__(self, client: SipxClient, base: str, empty: bool = False) -> None:
        super().__init__(client, base, empty)
        self._tree = Settings(client, "/my/user")
        self._overrides: dict[str, str | None] | None = None

    def visible(self) -> dict[str, Setting]:
        return self._tree.visible()

    def setting(self, path: str) -> Setting:
        setting = self._tree.setting(path)
        return replace(setting, value=None if self._empty else self.overrides().get(path))

    def overrides(self) -> dict[str, str | None]:
        if self._overrides is None:
            rows = self._client.api_list(self._base + "/settings", "settings")
            self._overrides = {str(row["path"]): row.get("value") for row in rows if row.get("value")}
        return self._overrides

    def write(self, path: str, value: str | None) -> None:
        super().write(path, value)
        self._overrides = None


class PhoneGroupSettings(GroupSettings):
    """Settings of a phone group, which the server stores whatever model they were written for.

    Which ones a group has is in no listing, so each path has to be asked for.
    """

    def setting(self, path: str) -> Setting:
        known = super().setting(path)
        return replace(known, value=self.stored(path))

    def overrides(self) -> dict[str, str | None]:
        values = {path: self.stored(path) for path in self.visible()}
        return {path: value for path, value in values.items() if value}
