# Copyright (c) 2026 the dialtone.voip contributors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""The journal's table (``client_journal`` in setup/mysql/create_tables.mysql of the vendor's source)."""

from __future__ import annotations

from ..state import JournalRow
from .link import Port, operation

ROW_LIMIT = 5000
TIMESTAMP = "%Y-%m-%d %H:%M:%S"


class JournalDatabase(Port):
    """The SQL database behind the journal; a scripted fault calls it ``Database``."""

    name = "Database"

    @operation("insert")
    def insert(self, account_address: str, uuid: str, data: str) -> int:
        """Store a row; its id comes from one counter of all accounts."""
        row = JournalRow(
            id=self.platform.next_journal_id,
            timestamp=self.link.clock.utcnow().strftime(TIMESTAMP),
            account=account_address,
            uuid=uuid,
            ip_address="127.0.0.1",
            data=data,
        )
        self.platform.add_journal_row(row)
        self.link.call.applied = True
        return row.id

    @operation("select")
    def select(self, account_address: str, except_uuid: str, after_id: int, after_timestamp: str) -> list[JournalRow]:
        """An account's rows by time, which has a resolution of one second, then by id.

        :param except_uuid: leave out the rows of this client, "" for none
        :param after_id: only rows with a greater id
        :param after_timestamp: only rows that are later as text, "" for all
        """
        rows = [
            row
            for row in self.platform.journal_of(account_address, after_id)
            if row.timestamp > after_timestamp and not (except_uuid and row.uuid == except_uuid)
        ]
        return sorted(rows, key=lambda row: row.timestamp)[:ROW_LIMIT]
