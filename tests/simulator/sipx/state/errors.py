# Copyright (c) 2026 the dialtone.voip contributors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""What the managers of the server throw: a Java class, a message or message key, and nothing of HTTP.

Both APIs show these errors, each in its own dress: ``/api`` writes ``CLASS: MESSAGE``, ``/rest`` puts the message
into its envelope.
"""

from __future__ import annotations

SIPXCONFIG = "org.sipfoundry.sipxconfig"
USER_EXCEPTION = f"{SIPXCONFIG}.common.UserException"
NAME_IN_USE = f"{SIPXCONFIG}.common.NameInUseException"
EXTENSION_IN_USE = f"{SIPXCONFIG}.common.ExtensionInUseException"
DID_IN_USE = f"{SIPXCONFIG}.common.DidInUseException"
NULL_POINTER = "java.lang.NullPointerException"
ILLEGAL_ARGUMENT = "java.lang.IllegalArgumentException"
UNSUPPORTED_OPERATION = "java.lang.UnsupportedOperationException"
CLASS_CAST = "java.lang.ClassCastException"
CONSTRAINT_VIOLATION = "org.springframework.dao.DataIntegrityViolationException"


class DomainError(Exception):
    """A manager refused.

    :param java_class: the full name of the exception class
    :param message: its message, often an untranslated message key that starts with ``&``; None for none
    """

    def __init__(self, java_class: str, message: str | None = None) -> None:
        super().__init__(message or java_class)
        self.java_class = java_class
        self.message = message

    @property
    def is_user_error(self) -> bool:
        """Whether the class is UserException or one of its subclasses, which ``/rest`` words differently."""
        return self.java_class.startswith(f"{SIPXCONFIG}.")

    def __str__(self) -> str:
        return self.java_class if self.message is None else f"{self.java_class}: {self.message}"


class UserError(DomainError):
    """``UserException``: a business rule, with its message key."""

    def __init__(self, message: str) -> None:
        super().__init__(USER_EXCEPTION, message)


class NumberFormatError(DomainError):
    """What Java throws for a text that is no number."""

    def __init__(self, text: str) -> None:
        super().__init__("java.lang.NumberFormatException", f'For input string: "{text}"')


class NullPointerError(DomainError):
    """What Java throws where a required object or property is missing; it carries no message."""

    def __init__(self) -> None:
        super().__init__(NULL_POINTER)


class ConstraintViolationError(DomainError):
    """The database refused: a NOT NULL column without a value, or a foreign key that is still used.

    :param constraint: the name of the column or key
    """

    def __init__(self, constraint: str) -> None:
        super().__init__(
            CONSTRAINT_VIOLATION,
            f"could not execute statement; SQL [n/a]; constraint [{constraint}]; nested exception is"
            " org.hibernate.exception.ConstraintViolationException: could not execute statement",
        )


class TooLongError(DomainError):
    """The database refused a text that its column does not hold."""

    def __init__(self) -> None:
        super().__init__(
            CONSTRAINT_VIOLATION,
            "could not execute statement; SQL [n/a]; nested exception is org.hibernate.exception.DataException:"
            " could not execute statement",
        )


class RowNotFoundError(DomainError):
    """No row has the numeric id: a Spring data retrieval failure, the one error that ``/api`` answers with 404.

    :param entity: the mapped Java class
    :param row_id: the id that was asked for
    """

    def __init__(self, entity: str, row_id: int) -> None:
        row = f"No row with the given identifier exists: [{entity}#{row_id}]"
        super().__init__(
            "org.springframework.orm.hibernate3.HibernateObjectRetrievalFailureException",
            f"{row}; nested exception is org.hibernate.ObjectNotFoundException: {row}",
        )
        self.entity = entity
        self.row_id = row_id

    @property
    def is_user_error(self) -> bool:
        return False
