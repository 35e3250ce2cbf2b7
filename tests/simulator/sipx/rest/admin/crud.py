# Copyright (c) 2026 the dialtone.voip contributors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""What the six administrative resources with an envelope have in common."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any, ClassVar, TypeVar

from ....core.interface import Response
from ...integers import java_int
from ...state.errors import DomainError
from ...state.table import Table
from ..envelope import Refusal, envelope
from ..listing import METADATA, SortKeys, arrange
from ..representations import XML_OR_JSON, read_bean, represent
from ..restlet import EscapedError, Resource, UnwritableEntity
from ..xstream import Document, Field, ListOf, Record

Result = TypeVar("Result")
MISSING_VALUE = {
    "name": "Name: Cannot be empty",
    "label": "Label: Cannot be empty",
    "userName": "UserName: Cannot be empty",
}


def list_document(root: str, rows_name: str, item_name: str, item: Record) -> Document:
    """The document of a list: its metadata and its rows.

    :param root: root element
    :param rows_name: element that holds the rows
    :param item_name: element of one row
    :param item: declaration of a row
    """
    bundle = Record(item.java_class, (Field("metadata", METADATA), Field(rows_name, ListOf(item_name, item))))
    return Document(root, bundle)


class Crud(Resource):
    """A collection URL and its item URLs.

    GET reads, PUT creates on the collection and updates on an item, DELETE removes. Failures after the body was read
    come as an envelope; a failure without a message cannot be written into one and breaks the answer.

    :cvar item: document of one object, read and written
    :cvar listing: document of the list
    :cvar rows_name: element of the list document that holds the rows
    :cvar sort_keys: what the list can be sorted by
    :cvar required: the member that must not be empty, None for none
    :cvar creates: whether PUT on the collection creates
    """

    variants = XML_OR_JSON
    modifiable = True
    item: ClassVar[Document]
    listing: ClassVar[Document]
    rows_name: ClassVar[str]
    sort_keys: ClassVar[SortKeys] = {}
    required: ClassVar[str | None] = None
    creates: ClassVar[bool] = True

    @property
    def key(self) -> str | None:
        """The id or name in the URL, None on the collection URL."""
        return self.variable("id")

    # What a resource defines.

    def rows(self) -> Sequence[Any]:
        """All objects of the list, in its own order."""
        raise AssertionError("each resource defines its own")

    def find(self, key: str) -> Any:
        """The object with a key; raises Refusal."""
        raise AssertionError("each resource defines its own")

    def wire(self, row: Any) -> dict[str, Any]:
        """The wire values of an object."""
        raise AssertionError("each resource defines its own")

    def create(self, values: dict[str, Any]) -> Any:
        """Make an object of the values of a body and return it."""
        raise AssertionError("each resource defines its own")

    def update(self, row: Any, values: dict[str, Any]) -> Any:
        """Change an object by the values of a body and return it."""
        raise AssertionError("each resource defines its own")

    def remove(self, row: Any) -> None:
        """Delete an object."""
        raise AssertionError("each resource defines its own")

    def success_data(self, row: Any) -> dict[str, Any]:
        """What an envelope tells of an object after a success."""
        return {"id": row.id}

    def failure_data(self, row: Any) -> dict[str, Any]:
        """What an envelope tells of an object after a failure."""
        return {"id": row.id}

    # What follows from that.

    def get(self, variant: str) -> Response:
        try:
            if self.key is None:
                rows, metadata = arrange(self.exchange, self.rows(), self.sort_keys)
                value = {"metadata": metadata, self.rows_name: [self.wire(row) for row in rows]}
                return represent(self.exchange, self.listing, value, variant)
            return represent(self.exchange, self.item, self.wire(self.find(self.key)), variant)
        except Refusal as refusal:
            return refusal.response()

    def put(self) -> Response:
        values = read_bean(self.exchange, self.item)
        try:
            if self.required is not None and not values[self.required]:
                raise Refusal("ERROR_VALIDATION_FAILED", additionalMessage=MISSING_VALUE[self.required])
            if self.key is not None:
                row = self.find(self.key)
                row = self._attempt(lambda: self.update(row, values), "ERROR_UPDATE_FAILED", self.failure_data(row))
                return envelope("SUCCESS_UPDATED", **self.success_data(row))
            if not self.creates:
                raise Refusal("ERROR_MISSING_ID")
            row = self._attempt(lambda: self.create(values), "ERROR_CREATE_FAILED", {})
            return envelope("SUCCESS_CREATED", **self.success_data(row))
        except Refusal as refusal:
            return refusal.response()

    def delete(self) -> Response:
        try:
            if self.key is None:
                raise Refusal("ERROR_MISSING_ID")
            row = self.find(self.key)
            self._attempt(lambda: self.remove(row), "ERROR_DELETE_FAILED", self.failure_data(row))
            return envelope("SUCCESS_DELETED", **self.success_data(row))
        except Refusal as refusal:
            return refusal.response()

    @staticmethod
    def _attempt(action: Callable[[], Result], code: str, data: dict[str, Any]) -> Result:
        try:
            return action()
        except DomainError as error:
            if error.message is None:
                raise UnwritableEntity from None
            raise Refusal(code, **data, additionalMessage=error.message) from None


def row_by_id(table: Table[Any], key: str) -> Any:
    """The row whose id stands in a URL.

    :param table: where to look
    :param key: the text of the URL, not decoded
    :raises Refusal: ``ERROR_ID_INVALID`` or ``ERROR_OBJECT_NOT_FOUND``
    """
    row_id = java_int(key)
    if row_id is None:
        raise Refusal("ERROR_ID_INVALID", additionalMessage=key)
    row = table.find(row_id)
    if row is None:
        raise Refusal("ERROR_OBJECT_NOT_FOUND", id=row_id)
    return row


def rows_by_ids(table: Table[Any], text: str) -> list[Any]:
    """The rows with ids of a comma-separated list, in its order.

    :raises Refusal: ``ERROR_ID_INVALID`` for a text that is no integer
    :raises EscapedError: for an id that does not exist
    """
    row_ids = []
    for part in text.split(","):
        row_id = java_int(part)
        if row_id is None:
            raise Refusal("ERROR_ID_INVALID", additionalMessage=part)
        row_ids.append(row_id)
    try:
        return [table.get(row_id) for row_id in row_ids]
    except DomainError as error:
        raise EscapedError.from_domain(error) from None
