# Copyright (c) 2026 the dialtone.voip contributors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""The one namespace of everything that can be dialled or logged in as.

``AliasManagerImpl`` asks every owner of extensions (users, hunt groups, conferences, orbits, page groups, dialing
rules) whether a text is taken. Here each owner claims its texts, and the question is one look-up.
"""

from __future__ import annotations

from collections.abc import Iterable

#: the kind of owner and its id, e.g. (``user``, 57)
Owner = tuple[str, int]


class AliasNamespace:
    """Who owns which extension, alias or name."""

    def __init__(self) -> None:
        self._owners: dict[str, set[Owner]] = {}
        self._claims: dict[Owner, frozenset[str]] = {}

    def in_use(self, text: str | None, by_other_than: Owner | None = None) -> bool:
        """Whether somebody else owns a text. None and the empty text are never in use."""
        if not text:
            return False
        owners = self._owners.get(text)
        return bool(owners) and (by_other_than is None or owners != {by_other_than})

    def owners(self, text: str) -> frozenset[Owner]:
        """All owners of a text; more than one only where the server lets a duplicate slip through."""
        return frozenset(self._owners.get(text, ()))

    def claim(self, owner: Owner, texts: Iterable[str | None]) -> None:
        """Make the texts, and no others, belong to an owner."""
        self.release(owner)
        claims = frozenset(text for text in texts if text)
        self._claims[owner] = claims
        for text in claims:
            self._owners.setdefault(text, set()).add(owner)

    def release(self, owner: Owner) -> None:
        """Give up all texts of an owner."""
        for text in self._claims.pop(owner, frozenset()):
            owners = self._owners[text]
            owners.discard(owner)
            if not owners:
                del self._owners[text]
