# Copyright (c) 2026 the dialtone.voip contributors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""How an action is declared."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from ..entities.declaration import Entity
from ..errors import Problem
from ..store.table import Row
from .syntax import Checker, text

if TYPE_CHECKING:
    from .invocation import Invocation
    from .listing import Listing

#: finds the object an action is about, and refuses callers that may not touch it
Subject = Callable[["Invocation"], Any]
#: does the work; gets what the subject found
Handler = Callable[["Invocation", Any], Any]
#: what the server adds to the parameters that were not sent, once the request is known to be carried out
Additions = Callable[["Invocation", Any], Iterable[tuple[str, str]]]
#: looks at several parameters together
Check = Callable[["Invocation"], Iterable[Problem]]


@dataclass(frozen=True)
class Parameter:
    """One parameter of an action.

    :param name: on the wire, without brackets
    :param syntax: checks its value
    :param required: whether it must be sent with a value
    """

    name: str
    syntax: Checker = text
    required: bool = True


def optional(name: str, syntax: Checker = text) -> Parameter:
    return Parameter(name, syntax, required=False)


def nobody(invocation: Invocation) -> None:
    """The subject of actions that are about no object."""


def nothing(invocation: Invocation, subject: Any) -> None:
    """The handler of actions without an effect and with an empty result."""


def subject_itself(invocation: Invocation, subject: Row) -> Row:
    """The handler of actions that read one object."""
    return subject


@dataclass(frozen=True)
class Action:
    """One action of the service.

    :param name: the value of the parameter ``Action`` and the name of the child of ``Result``
    :param parameters: what it takes; anything else is tolerated
    :param subject: finds the object it is about; decides who may call it
    :param handler: does it; returns the row that ``entity`` shows, or else the content of the result
    :param entity: what the result shows
    :param alone: whether the result shows all fields of the entity
    :param choice: parameters of which only one may be sent
    :param choice_required: whether one of them must be sent
    :param checks: what parameters demand of each other
    :param additions: parameters that the server adds, and echoes, by itself
    :param listing: what it lists; the handler is not asked then
    :param needs_session: whether it needs a login
    :param writes: whether it changes provisioned state
    """

    name: str
    parameters: tuple[Parameter, ...] = ()
    subject: Subject = nobody
    handler: Handler = nothing
    entity: Entity | None = None
    alone: bool = False
    choice: tuple[str, ...] = ()
    choice_required: bool = False
    checks: tuple[Check, ...] = ()
    additions: Additions | None = None
    listing: Listing | None = None
    needs_session: bool = True
    writes: bool = False
