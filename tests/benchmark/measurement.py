# Copyright (c) 2026 the dialtone.voip contributors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""One run: how long it took, what it asked, and how much memory it needed."""

from __future__ import annotations

import os
import resource
import subprocess
import threading
import time
from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

import psutil

from .server import Server

#: what Ansible calls the file in which it wraps a module
MODULE_MARK = "AnsiballZ_"
LOOK_EVERY_S = 0.1


class RunError(Exception):
    """A run failed, or did something else than it should."""


@dataclass(frozen=True)
class Run:
    """What was measured.

    :param seconds: of the whole process.
    :param cpu_seconds: that it and what it started computed; this is what a busy machine does not spoil.
    :param requests: that the server got.
    :param writes: of these, that changed something.
    :param connections: on which they came.
    :param module_mb: most memory of a module's process; 0 where there was none, or it ended too soon to be looked at.
    :param process_mb: most memory of any process.
    """

    seconds: float
    cpu_seconds: float
    requests: int
    writes: int
    connections: int
    module_mb: int
    process_mb: int

    def as_json(self) -> dict[str, Any]:
        return asdict(self)


def measured(
    command: Sequence[str | Path], server: Server, environment: Mapping[str, str], cwd: Path, log: Path
) -> Run:
    """Run a program to its end. :raises RunError: it failed."""
    with log.open("w") as output:
        started = time.monotonic()
        process = subprocess.Popen(
            list(map(str, command)),
            cwd=cwd,
            env=dict(environment),
            stdin=subprocess.DEVNULL,
            stdout=output,
            stderr=subprocess.STDOUT,
        )
        watcher = ModuleWatcher(process.pid)
        # Not wait(): only this call tells how much memory the process needed.
        _pid, status, usage = os.wait4(process.pid, 0)
        seconds = time.monotonic() - started
        process.returncode = os.waitstatus_to_exitcode(status)
        watcher.stop()
    if process.returncode:
        raise RunError(f"{' '.join(map(str, command))}\n{log.read_text()[-4000:]}")
    rows = server.journal()
    return Run(
        seconds=seconds,
        cpu_seconds=usage.ru_utime + usage.ru_stime,
        requests=len(rows),
        writes=sum(bool(row["applied"]) for row in rows),
        connections=len({row["connection"] for row in rows}),
        module_mb=watcher.most_bytes >> 20,
        process_mb=megabytes(usage),
    )


def megabytes(usage: resource.struct_rusage) -> int:
    return usage.ru_maxrss >> (20 if os.uname().sysname == "Darwin" else 10)


class ModuleWatcher:
    """Looks now and then how much memory the modules below a process have needed.

    Seldom enough that looking costs nothing that would show in the times.
    """

    def __init__(self, pid: int) -> None:
        self.most_bytes = 0
        self._pid = pid
        self._ended = threading.Event()
        self._thread = threading.Thread(target=self._watch, daemon=True)
        self._thread.start()

    def stop(self) -> None:
        self._ended.set()
        self._thread.join()

    def _watch(self) -> None:
        while not self._ended.wait(LOOK_EVERY_S):
            # Processes end while they are looked at.
            with suppress(psutil.Error):
                for process in psutil.Process(self._pid).children(recursive=True):
                    self._look(process)

    def _look(self, process: psutil.Process) -> None:
        if any(MODULE_MARK in word for word in process.cmdline()[:3]):
            self.most_bytes = max(self.most_bytes, process.memory_info().rss)
