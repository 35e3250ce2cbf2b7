# Copyright (c) 2026 the dialtone.voip contributors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""What can be wrong with a declaration or with an item, without any network."""

from __future__ import annotations

import traceback

#: what reading an answer of another form raises
_OF_ANSWERS = (LookupError, TypeError, AttributeError, ValueError, ArithmeticError, RecursionError)
#: of what an exception says, which may hold all that a server sent
_LONGEST = 200


class DeclarationError(Exception):
    """A resource is declared in a way that contradicts itself. A mistake of ours, found when the module is imported."""


class ItemError(Exception):
    """One item cannot be carried out as it was asked for.

    :param message: what is wrong and what to do, a sentence a user can act on.
    """

    def __init__(self, message: str) -> None:
        super().__init__(message)
        self.message = message


class CallError(Exception):
    """The call as a whole is wrong and is refused before the first write.

    :param message: what is wrong and what to do.
    """

    def __init__(self, message: str) -> None:
        super().__init__(message)
        self.message = message


class RemoteError(Exception):
    """A call to a server did not do what it was asked to.

    :param message: what was asked, what came back and what to do.
    :param outcome: what is known of its effect, one of the constants below.
    :param pending: only the time was up, so the server may still be at work on it.
    """

    #: the server said no; nothing was done
    REFUSED = "refused"
    #: the call may or may not have been carried out
    UNKNOWN = "unknown"
    #: the call never reached the server
    UNREACHED = "unreached"

    def __init__(self, message: str, outcome: str, pending: bool = False) -> None:
        super().__init__(message)
        self.message = message
        self.outcome = outcome
        self.pending = pending


def internal_error(error: BaseException) -> str:
    """A mistake of ours as a sentence: there is never a traceback in a result."""
    place = traceback.extract_tb(error.__traceback__)[-1]
    name = place.filename.rsplit("/", 1)[-1]
    said = str(error)
    said = said if len(said) <= _LONGEST else said[:_LONGEST] + "…"
    hint = " The server may have answered in a form that is not known here." if isinstance(error, _OF_ANSWERS) else ""
    return f"internal error at {name}:{place.lineno}: {type(error).__name__}: {said}.{hint} Please report it."
