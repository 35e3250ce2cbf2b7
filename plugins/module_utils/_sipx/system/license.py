# Copyright (c) 2026 the dialtone.voip contributors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""The licence of a commercial server (``/api/license``)."""

from __future__ import annotations

import typing as t

from ..._engine.record import Record
from ..._model.field import Field
from ..._model.resource import Resource
from ..._model.wire import read_wire
from ..client import segment
from ..commercial import commercial
from ..given import SingleAdapter

LICENSE = Resource(
    name="license",
    plural="licenses",
    key="",
    given=True,
    fields=(
        Field("uid", clearable=False),
        *(
            Field(name, read_only=True)
            for name in ("domain", "version", "expire", "support", "license_type", "company")
        ),
        Field("users", "int", read_only=True),
        Field("mobile_devices", "int", read_only=True),
        *(Field(name, read_only=True) for name in ("contact_name", "contact_email", "contact_phone")),
    ),
)


class LicenseAdapter(SingleAdapter):
    """The licence is fetched by its unique id, which is all that can be set."""

    resource = LICENSE

    def read(self) -> Record:
        with commercial("licences"):
            return Record(read_wire(LICENSE.fields, self._client.api_map("/license/")))

    def update(self, record: Record, values: t.Mapping[str, t.Any], changed: frozenset[str]) -> None:
        with commercial("licences"):
            self._client.api_send("POST", f"/license/{segment(values['uid'])}")
