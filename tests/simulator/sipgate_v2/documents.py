# Copyright (c) 2026 the dialtone.voip contributors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Settings that have a path of their own and are read and written as one small document."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from ..sipgate_common.table import Row, Table
from .operations import Context, Handler

Locate = Callable[[Context], tuple[Table, Row]]


def reads(locate: Locate, setting: str) -> Handler:
    """Shows a setting of the record that the path names."""

    def handler(context: Context) -> Any:
        return locate(context)[1][setting]

    return handler


def writes(locate: Locate, setting: str, *, shown: bool = False) -> Handler:
    """Merges the body into a setting of the record that the path names.

    :param shown: whether the answer is the new setting rather than nothing
    """

    def handler(context: Context) -> Any:
        table, row = locate(context)
        table.change(row, **{setting: {**row[setting], **context.body}})
        return row[setting] if shown else None

    return handler


def assigns(locate: Locate, field: str, key: str | None = None) -> Handler:
    """Gives one field of the record that the path names the body's value, if the body has it.

    :param key: the field's name in the body, where it differs
    """

    def handler(context: Context) -> Any:
        table, row = locate(context)
        name = key or field
        if name in context.body:
            table.change(row, **{field: context.body[name]})

    return handler
