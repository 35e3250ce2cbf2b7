# Copyright (c) 2026 the dialtone.voip contributors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""When a request is tried again, and after how long."""

from __future__ import annotations

import email.utils
import random
import time
import typing as t

#: answers of a server, or of the proxy before it, that is overloaded or restarting
BUSY = frozenset((429, 502, 503, 504))


class RetryPolicy:
    """Up to a few tries with growing, jittered pauses, inside one overall deadline.

    :param tries: how often a request is sent at most.
    :param first_pause: seconds before the second try; each further pause doubles.
    :param longest_wait: seconds after which no further try is started, pauses asked for by the server included.
    :param sleep: replaced in tests.
    :param clock: replaced in tests.
    """

    def __init__(
        self,
        tries: int = 4,
        first_pause: float = 0.25,
        longest_wait: float = 90.0,
        sleep: t.Callable[[float], None] = time.sleep,
        clock: t.Callable[[], float] = time.monotonic,
    ) -> None:
        self.tries = tries
        self.first_pause = first_pause
        self.longest_wait = longest_wait
        self._sleep = sleep
        self._clock = clock

    def start(self) -> Tries:
        """Begin counting the tries of one request."""
        return Tries(self, self._sleep, self._clock)


class Tries:
    """The tries of one request."""

    def __init__(self, policy: RetryPolicy, sleep: t.Callable[[float], None], clock: t.Callable[[], float]) -> None:
        self._policy = policy
        self._sleep = sleep
        self._clock = clock
        self._begun = clock()
        self.made = 0

    def again(self, retry_after: str | None = None) -> bool:
        """Wait and return true when another try is in order.

        :param retry_after: the answer's ``Retry-After`` header: seconds or an HTTP date.
        """
        self.made += 1
        if self.made >= self._policy.tries:
            return False
        pause = self._policy.first_pause * 2 ** (self.made - 1) * random.uniform(0.5, 1.5)
        asked = seconds_of(retry_after)
        if asked is not None:
            pause = asked + random.uniform(0, 0.25)
        if self._clock() - self._begun + pause > self._policy.longest_wait:
            return False
        self._sleep(pause)
        return True


def seconds_of(retry_after: str | None) -> float | None:
    """The pause that a ``Retry-After`` header asks for; ``None`` when there is none that can be understood."""
    if not retry_after:
        return None
    try:
        return max(0.0, float(retry_after))
    except ValueError:
        pass
    try:
        return max(0.0, email.utils.parsedate_to_datetime(retry_after).timestamp() - time.time())
    except (OverflowError, TypeError, ValueError):
        return None
