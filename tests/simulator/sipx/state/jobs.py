# Copyright (c) 2026 the dialtone.voip contributors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Background jobs: deployments of configuration and pushes of phone profiles (``JobContextImpl``)."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from .errors import SIPXCONFIG
from .table import Table

SCHEDULED, IN_PROGRESS, COMPLETED, FAILED = "SCHEDULED", "IN_PROGRESS", "COMPLETED", "FAILED"
#: share of the queueing delay that a job then runs
RUN_SHARE = 0.2


@dataclass
class Job:
    """One job. Its status follows from the time.

    :param start: seconds since the epoch
    :param end: seconds since the epoch
    :param location_id: the server it works on, None for none
    :param error: message of a job that fails, None for one that succeeds
    """

    name: str
    start: float
    end: float
    location_id: int | None = None
    error: str | None = None
    id: int | None = None

    def status(self, now: float) -> str:
        """``SCHEDULED``, ``IN_PROGRESS``, ``COMPLETED`` or ``FAILED`` at a time."""
        if now < self.start:
            return SCHEDULED
        if now < self.end:
            return IN_PROGRESS
        return COMPLETED if self.error is None else FAILED


class Jobs(Table[Job]):
    """The job list.

    :param now: the server's time in seconds since the epoch
    :param delay_s: how long a job waits before it starts
    """

    row_type = Job
    entity = f"{SIPXCONFIG}.job.Job"

    def __init__(self, now: Callable[[], float], delay_s: Callable[[], float]) -> None:
        super().__init__()
        self.now = now
        self.delay_s = delay_s
        self._waiting: dict[tuple[str, int | None], int] = {}

    def queue(self, name: str, location_id: int | None = None, error: str | None = None) -> Job:
        """Add a job; one of the same name and server that still waits stands for both (``LazyDaemon``)."""
        now, delay_s = self.now(), self.delay_s()
        waiting = self.find(self._waiting.get((name, location_id)))
        if waiting is not None and waiting.status(now) == SCHEDULED:
            return waiting
        job = self.store(Job(name, now + delay_s, now + delay_s * (1 + RUN_SHARE), location_id, error))
        assert job.id is not None
        self._waiting[name, location_id] = job.id
        return job

    def failed(self) -> list[Job]:
        """The jobs that failed so far."""
        return [job for job in self if job.status(self.now()) == FAILED]

    def not_failed(self) -> list[Job]:
        """All other jobs, which the server calls completed."""
        return [job for job in self if job.status(self.now()) != FAILED]

    def clear(self, jobs: list[Job]) -> None:
        """Take jobs off the list."""
        for job in jobs:
            assert job.id is not None
            self.remove(job.id)


@dataclass
class ProfilePush:
    """A profile that was sent to a phone.

    :param at: when it was asked for, seconds since the epoch
    """

    phone_id: int
    serial_number: str | None
    restart: bool
    at: float
    id: int | None = None


class ProfilePushes(Table[ProfilePush]):
    """The record of profile pushes, in order."""

    row_type = ProfilePush
    entity = f"{SIPXCONFIG}.device.ProfilePush"
