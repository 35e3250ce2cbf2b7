# Copyright (c) 2026 the dialtone.voip contributors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Backup, restore, database clusters and the rest of the web interface. What is dangerous answers and does nothing."""

from __future__ import annotations

from typing import Any, ClassVar

from ....core.interface import Response
from ...catalogue import PHONE_MODELS
from ..jackson import Bean, Reader, flag, text
from ..representations import JSON, jackson_text, latin_text
from ..restlet import Resource, StatusError
from .reading import read_json


def anything(value: Any) -> Any:
    """A property that is kept as it is."""
    return value


BACKUP_KEYS: dict[str, Reader] = dict.fromkeys(
    ("definitions", "dbSettings", "settings", "backup", "backups", "inProgress"), anything
)
BACKUP_TYPES = ("local", "ftp")
BACKUP_PLANS = "backup_plans"
POLYCOM = "Polycom"


class Backup(Resource):
    """``/backup/{type}``: PUT saves the plan, POST runs it now."""

    variants = (JSON,)
    modifiable = True
    refuses = frozenset(("DELETE",))

    def _type(self) -> str:
        backup_type = self.exchange.variables["type"]
        if backup_type not in BACKUP_TYPES:
            raise StatusError(404)
        return backup_type

    def get(self, variant: str) -> Response:
        backup_type = self._type()
        plan = self.server.extras.get(BACKUP_PLANS, {}).get(backup_type, {})
        fresh = {
            "definitions": ["configuration.tar.gz", "voicemail.tar.gz", "cdr.tar.gz"],
            "dbSettings": {},
            "settings": {},
            "backup": {"type": backup_type, "limitCount": 50, "schedules": []},
            "backups": [],
            "inProgress": False,
        }
        return jackson_text({**fresh, **plan})

    def put(self) -> None:
        backup_type = self._type()
        plan = read_json(self.exchange, Bean(BACKUP_KEYS))
        self.server.extras.setdefault(BACKUP_PLANS, {})[backup_type] = plan

    def post(self) -> None:
        self._type()
        read_json(self.exchange, Bean(BACKUP_KEYS))


class Restore(Resource):
    """Takes a restore job, which is not run."""

    modifiable = True
    refuses = frozenset(("DELETE",))

    def post(self) -> None:
        read_json(self.exchange, Bean({}))


class UploadRestore(Resource):
    """The staging area for uploads; PUT without a definition clears it and fails on purpose."""

    variants = (JSON,)
    modifiable = True
    refuses = frozenset(("DELETE",))

    def _uploads(self) -> dict[str, int]:
        uploads: dict[str, int] = self.server.extras.setdefault("uploaded_backups", {})
        return uploads

    def get(self, variant: str) -> Response:
        return jackson_text(list(self._uploads()))

    def put(self) -> None:
        definition = self.variable("definitionId")
        if definition is None:
            self._uploads().clear()
            raise StatusError(500)
        self._uploads()[definition] = len(self.request.body)

    def post(self) -> None:
        read_json(self.exchange, Bean({}))


class _ReadAndAct(Resource):
    variants = (JSON,)
    modifiable = True
    refuses = frozenset(("PUT", "DELETE"))
    shown: ClassVar[dict[str, Any]]
    action: ClassVar[Bean]

    def get(self, variant: str) -> Response:
        return jackson_text(self.shown)

    def post(self) -> None:
        read_json(self.exchange, self.action)


class MongoCluster(_ReadAndAct):
    """``/mongoGlobal/`` and ``/mongoRegional/``."""

    shown = {"inProgress": False, "databases": {}, "arbiters": {}, "servers": []}
    action = Bean({"action": text, "server": text})


class Birds(_ReadAndAct):
    """A demonstration."""

    shown = {"birds": []}
    action = Bean({"enabled": flag})


class UpdatePhone(Resource):
    """``/updatephone/{mac}/{version}/{model}``: GET sets firmware and model of a Polycom phone and restarts it."""

    variants = ("text/plain",)

    def get(self, variant: str) -> Response:
        phone = self.server.phones.with_serial(self.exchange.variables["mac"])
        if phone is None or phone.id is None or phone.model.vendor != POLYCOM:
            raise StatusError(400)
        draft = self.server.phones.draft(phone.id)
        draft.model_id = self._model_id() or draft.model_id
        version = self.exchange.variables["version"]
        known = [token for token in draft.model.versions or () if version in token]
        draft.device_version = known[-1] if known else draft.device_version
        self.server.phones.store(draft)
        self.server.push_profile(phone.id, restart=True)
        return latin_text("empty")

    def _model_id(self) -> str | None:
        """The id of the model of the URL, with or without the vendor in front; None for an unknown one."""
        name = self.exchange.variables["model"]
        ids = (model_id for model_id in (name, f"{POLYCOM.lower()}{name}") if model_id in PHONE_MODELS)
        return next((model_id for model_id in ids if PHONE_MODELS[model_id].vendor == POLYCOM), None)
