# Copyright (c) 2026 the dialtone.voip contributors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""What the user allows in one call."""

from __future__ import annotations

import typing as t
from dataclasses import dataclass, field, replace

ON_CREATE = "on_create"
ALWAYS = "always"
VERIFY = "verify"
#: of an object that this call began to make: what does not work yet is written, and what nobody can tell of
FINISH = "finish"


@dataclass(frozen=True)
class PruneScope:
    """Which undeclared objects may be deleted; an object must meet everything that is given.

    :param all: every object of the kind.
    :param keys: shell-style patterns of the key.
    :param fields: option name to value; a list option must contain the value.
    """

    all: bool = False
    keys: tuple[str, ...] = ()
    fields: t.Mapping[str, t.Any] = field(default_factory=dict)

    @property
    def given(self) -> bool:
        return self.all or bool(self.keys) or bool(self.fields)


@dataclass(frozen=True)
class Policy:
    """The rules for one call.

    :param update_secrets: when secrets of existing objects are written: ``on_create``, ``always`` or ``verify``.
    :param update_unreadable: when fields that no call reads back are written: ``on_create`` or ``always``.
    :param prune: whether objects that are not declared are deleted.
    :param prune_only: nothing else is done.
    :param scope: which of them.
    :param protect: shell-style patterns of keys that are never deleted, in upper or lower case.
    :param max_deletes: the most deletions that prune may do in one call.
    """

    update_secrets: str = ON_CREATE
    update_unreadable: str = ON_CREATE
    prune: bool = False
    prune_only: bool = False
    scope: PruneScope = PruneScope()
    protect: tuple[str, ...] = ()
    max_deletes: int = 10

    @property
    def of_an_unfinished_creation(self) -> Policy:
        """The same rules for an object whose creation was interrupted, perhaps between two of its calls."""
        return replace(self, update_secrets=FINISH, update_unreadable=ALWAYS)
