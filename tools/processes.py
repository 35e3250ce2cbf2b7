# Copyright (c) 2026 the dialtone.voip contributors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Runs programs so that none of them outlives the tool that started it."""

from __future__ import annotations

import ctypes
import os
import signal
import subprocess
import sys
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from types import FrameType
from typing import IO, NoReturn

import psutil

GRACE_S = 5.0
PR_SET_CHILD_SUBREAPER = 36


@contextmanager
def supervised(grace_s: float = GRACE_S) -> Iterator[None]:
    """Ends every descendant on leaving, whether by success, failure, Ctrl-C, SIGTERM or SIGHUP."""
    adopt_orphans()
    for number in (signal.SIGTERM, signal.SIGHUP):
        signal.signal(number, stop)
    # A shell without job control starts background programs deaf to SIGINT.
    signal.signal(signal.SIGINT, signal.default_int_handler)
    try:
        yield
    except KeyboardInterrupt:
        print("\nInterrupted.", file=sys.stderr)
        raise SystemExit(128 + signal.SIGINT) from None
    finally:
        for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
            signal.signal(number, signal.SIG_IGN)
        end_descendants(grace_s)


def stop(number: int, _frame: FrameType | None) -> NoReturn:
    raise SystemExit(128 + number)


def adopt_orphans() -> None:
    """Become the parent of descendants whose parents end first: Ansible's workers leave their process group.

    Only Linux has this; elsewhere the workers notice by themselves that their parent is gone.
    """
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(PR_SET_CHILD_SUBREAPER, 1, 0, 0, 0)


def end_descendants(grace_s: float) -> None:
    end_processes(psutil.Process().children(recursive=True), grace_s)
    # What a terminated program started while it was ending.
    end_processes(psutil.Process().children(recursive=True), 0)


def end_processes(processes: Sequence[psutil.Process], grace_s: float) -> None:
    for process in processes:
        signal_process(process, signal.SIGTERM)
    alive = psutil.wait_procs(processes, timeout=grace_s)[1]
    for process in alive:
        signal_process(process, signal.SIGKILL)
    psutil.wait_procs(alive, timeout=GRACE_S)


def signal_process(process: psutil.Process, number: int) -> None:
    with suppress(psutil.NoSuchProcess):
        process.send_signal(number)


def run(
    command: Sequence[str | Path],
    *,
    cwd: Path,
    environment: Mapping[str, str] | None = None,
    output: IO[str] | None = None,
) -> int:
    """Run a program to its end and return its exit code; on an interrupt `supervised` ends it."""
    sys.stdout.flush()
    return start(command, cwd=cwd, environment=environment, output=output).wait()


def start(
    command: Sequence[str | Path],
    *,
    cwd: Path,
    environment: Mapping[str, str] | None = None,
    output: IO[str] | None = None,
) -> subprocess.Popen[str]:
    """Start a program without input; with `output`, both its streams go there."""
    return subprocess.Popen(
        [os.fspath(part) for part in command],
        cwd=cwd,
        env=environment,
        stdin=subprocess.DEVNULL,
        stdout=output,
        stderr=subprocess.STDOUT if output else None,
        text=True,
    )
