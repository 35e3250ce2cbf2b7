# Copyright (c) 2026 the dialtone.voip contributors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""A platform whose server is in memory, and modules of it that run inside of the test."""

from __future__ import annotations

import contextlib
import json
import sys
import typing as t
from dataclasses import dataclass, field
from unittest import mock

from ansible.module_utils import basic
from ansible.module_utils.common import warnings as _common_warnings

from ansible_collections.dialtone.voip.plugins.module_utils._ansible.platform import Platform
from ansible_collections.dialtone.voip.plugins.module_utils._ansible.reconcile_module import run_many, run_one
from ansible_collections.dialtone.voip.plugins.module_utils._http.connection import Connection
from ansible_collections.dialtone.voip.tests.unit.plugins.module_utils._engine.memory_adapter import MemoryAdapter
from ansible_collections.dialtone.voip.tests.unit.plugins.module_utils._engine.sample import THING

if t.TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

try:
    from ansible.module_utils.testing import patch_module_args
except ImportError:  # before ansible-core 2.19

    @contextlib.contextmanager
    def patch_module_args(args: dict[str, t.Any] | None = None) -> Iterator[None]:
        content = json.dumps({"ANSIBLE_MODULE_ARGS": args or {}}).encode()
        with mock.patch.object(basic, "_ANSIBLE_ARGS", content):
            yield


try:
    from ansible.module_utils import _internal
except ImportError:  # before ansible-core 2.19
    _internal = None


CONNECTION = {"url": "https://pbx.example.com", "username": "admin", "password": "login-Hunter2"}

NAMES = {"group": {"sales", "support"}, "branch": {"Berlin"}, "user": {"4101", "1234"}}


@dataclass
class Outcome:
    """What a module left behind."""

    result: dict[str, t.Any]
    text: str
    log: list[str] = field(default_factory=list)
    exit_code: int = 0

    @property
    def warnings(self) -> list[str]:
        """The warnings as text; since ansible-core 2.19 they are records."""
        return [one if isinstance(one, str) else json.dumps(one) for one in self.result.get("warnings", [])]

    @property
    def everything(self) -> str:
        return self.text + "\n".join(self.log)


class Toy:
    """The server, its client and its platform in one."""

    def __init__(self, *objects: Mapping[str, t.Any], **options: t.Any) -> None:
        self.adapter = MemoryAdapter(THING, objects, names=NAMES, **options)
        self.connections: list[Connection] = []
        self.closed = 0
        self.platform = Platform("toy", "TOY", self._connect)

    def _connect(self, connection: Connection, params: Mapping[str, t.Any]) -> Toy:
        self.connections.append(connection)
        return self

    def close(self) -> None:
        self.closed += 1

    def one(self, **params: t.Any) -> Outcome:
        """The singular module."""
        return run_module(lambda: run_one(self.platform, lambda client: client.adapter, THING), params)

    def many(self, *items: t.Any, **params: t.Any) -> Outcome:
        """The plural module."""
        params = {"small_things": list(items), **params} if items else params
        return run_module(lambda: run_many(self.platform, lambda client: client.adapter, THING), params)


def run_module(main: Callable[[], None], params: Mapping[str, t.Any], connection: bool = True) -> Outcome:
    """Run a module as Ansible would, as far as it matters: parameters in, one line of JSON and log lines out."""
    log: list[str] = []
    arguments = {**(CONNECTION if connection else {}), **params}
    written: list[str] = []
    # They are kept for the whole process, which is that of a single module outside of tests.
    for kept in (_common_warnings._global_warnings, _common_warnings._global_deprecations):
        kept.clear()
    with contextlib.ExitStack() as patches:
        patches.enter_context(patch_module_args(arguments))
        if _internal is not None:
            # Tests of the plugins that Ansible itself runs stand in the same process.
            patches.enter_context(mock.patch.object(_internal, "is_controller", False))
        patches.enter_context(mock.patch.object(basic, "has_journal", False))
        patches.enter_context(mock.patch.object(basic.syslog, "openlog"))
        patches.enter_context(mock.patch.object(basic.syslog, "syslog", lambda _level, line: log.append(line)))
        patches.enter_context(mock.patch.object(sys.stdout, "write", written.append))
        code = _exit_code(main)
    text = "".join(written)
    return Outcome(json.loads(text.strip().splitlines()[-1]), text, log, code)


def _exit_code(main: Callable[[], None]) -> int:
    try:
        main()
    except SystemExit as end:
        return int(end.code or 0)
    raise AssertionError("the module neither succeeded nor failed")
