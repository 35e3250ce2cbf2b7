# Copyright (c) 2026 the dialtone.voip contributors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""What the phones of a group inherit: settings by model, and the firmware (``/api/phoneGroups/{g}/model/{m}``)."""

from __future__ import annotations

import typing as t

from .._engine.record import Item, Record
from .._model.errors import ItemError
from .._model.field import Field
from .._model.resource import Resource
from .client import SipxClient, segment
from .device_settings import REVERTED, SETTINGS, reverting, translated, with_settings, write_settings
from .given import GivenAdapter
from .group_settings import PhoneGroupSettings
from .models import Models

PHONE_GROUP_SETTINGS = Resource(
    name="phone_group_settings",
    plural="all_phone_group_settings",
    key="phone_group",
    within=("model",),
    given=True,
    given_states=(REVERTED,),
    fields=(
        Field("phone_group", required=True, clearable=False, refers_to="phone_group"),
        Field("model", required=True, clearable=False),
        Field("device_version", readable=False, clearable=False),
        SETTINGS,
    ),
)


class PhoneGroupSettingsAdapter(GivenAdapter):
    """The server looks at the group's name or id only; an unknown one is taken for a group without settings."""

    resource = PHONE_GROUP_SETTINGS

    def __init__(self, client: SipxClient) -> None:
        super().__init__(client)
        self._models = Models(client, "/phones/models")
        self._pairs: list[tuple[str, str]] = []
        self._reverted: frozenset[str | None] = frozenset()

    def expect(self, items: t.Sequence[Item]) -> None:
        self._reverted = frozenset(item.key for item in items if item.state == REVERTED)
        self._pairs = [(item.values["phone_group"], item.values["model"]) for item in items if item.values.get("model")]

    def fetch(self, keys: frozenset[str] | None) -> list[Record]:
        groups = self._directory.phone_groups()
        return [Record({"phone_group": group, "model": model}, groups.get(group)) for group, model in self._pairs]

    def warnings(self) -> t.Sequence[str]:
        missing = sorted({group for group, _model in self._pairs} - set(self._directory.phone_groups()))
        return [
            f"phone group {name!r} does not exist on the server, so it must exist in a real run" for name in missing
        ]

    def complete(self, record: Record, wanted: t.Mapping[str, t.Any]) -> Record:
        self._check_version(record.values["model"], wanted.get("device_version"))
        return with_settings(self._tree(record), record, wanted)

    def _check_version(self, model: str, version: str | None) -> None:
        versions = self._models.versions(model)
        if version and version not in versions:
            raise ItemError("device_version of a {} must be one of: {}".format(model, ", ".join(versions)))

    def translate(self, wanted: dict[str, t.Any], record: Record | None) -> dict[str, t.Any]:
        if PHONE_GROUP_SETTINGS.key_of(wanted) in self._reverted:
            wanted = reverting(wanted)
        if record is not None and wanted.get("settings"):
            wanted = {**wanted, "settings": translated(self._tree(record), wanted["settings"])}
        return wanted

    def _tree(self, record: Record) -> PhoneGroupSettings:
        return PhoneGroupSettings(self._client, self._base(record), empty=record.identity is None)

    @staticmethod
    def _base(record: Record) -> str:
        # The model's defaults can be read below any group, so a group to come is checked in time too.
        return "/phoneGroups/{}/model/{}".format(record.identity or 0, segment(record.values["model"]))

    def update(self, record: Record, values: t.Mapping[str, t.Any], changed: frozenset[str]) -> None:
        if record.identity is None:
            raise ItemError(f"phone group {record.values['phone_group']!r} does not exist on the server")
        if "settings" in changed:
            write_settings(self._tree(record), values["settings"], record.values.get("settings"))
        if "device_version" in changed:
            # The server puts the vendor in front of the version again.
            version = values["device_version"].lstrip("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ")
            self._client.api_send("PUT", f"{self._base(record)}/firmware/{segment(version)}")
