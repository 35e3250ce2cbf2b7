# Copyright (c) 2026 the dialtone.voip contributors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""A call that is part of a change is carried out once, or known to have failed."""

from __future__ import annotations

import pytest

from ansible_collections.dialtone.voip.plugins.module_utils._engine.lost_answer import surely
from ansible_collections.dialtone.voip.plugins.module_utils._model.errors import RemoteError
from ansible_collections.dialtone.voip.tests.unit.plugins.module_utils._engine.memory_adapter import (
    LOST,
    REFUSED,
    UNREACHED,
)

LATE = RemoteError("POST /line was not answered in time.", RemoteError.UNKNOWN, pending=True)


def calls(*errors, done=False, harmless=True):
    """How often a call was made that fails like this, and what it raised in the end."""
    left = list(errors)
    made = []

    def call():
        made.append(1)
        error = left.pop(0)
        if error is not None:
            raise error

    try:
        surely(call, lambda: done, harmless)
    except RemoteError as error:
        return len(made), error
    return len(made), None


@pytest.mark.parametrize(
    ("made", "expected"),
    [
        (calls(None), (1, None)),
        (calls(LOST, done=True), (1, None)),
        (calls(LOST, None), (2, None)),
        (calls(LOST, LOST), (2, LOST)),
        (calls(LOST, REFUSED), (2, REFUSED)),
        (calls(REFUSED), (1, REFUSED)),
        (calls(UNREACHED), (1, UNREACHED)),
        (calls(LATE, None), (2, None)),
        (calls(LATE, None, harmless=False), (1, LATE)),
        (calls(LATE, done=True, harmless=False), (1, None)),
        (calls(LOST, None, harmless=False), (2, None)),
    ],
)
def test_only_what_was_lost_and_not_done_is_sent_again(made, expected):
    assert made == expected
