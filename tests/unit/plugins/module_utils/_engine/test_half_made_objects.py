# Copyright (c) 2026 the dialtone.voip contributors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""What becomes of an object whose making stops half-way."""

from __future__ import annotations

import pytest

from ansible_collections.dialtone.voip.plugins.module_utils._engine.half_made import removed_unless_finished
from ansible_collections.dialtone.voip.plugins.module_utils._model.errors import ItemError, RemoteError


def stop(error, removal_fails=False):
    """Make half of an object; returns what was raised and how often it was removed."""
    removals = []

    def remove():
        removals.append(True)
        if removal_fails:
            raise RemoteError("DELETE was refused.", RemoteError.REFUSED)

    with pytest.raises((ItemError, RemoteError)) as caught, removed_unless_finished("The line p7", remove):
        raise error
    return caught.value, len(removals)


def test_a_finished_object_stays():
    with removed_unless_finished("The line p7", lambda: pytest.fail("removed")):
        pass


@pytest.mark.parametrize("outcome", [RemoteError.REFUSED, RemoteError.UNREACHED])
def test_it_is_removed_when_the_rest_fails(outcome):
    error = RemoteError("PUT failed.", outcome)
    assert stop(error) == (error, 1)


def test_it_is_removed_when_the_rest_cannot_even_be_asked_for():
    error = ItemError("there is no such setting")
    assert stop(error) == (error, 1)


def test_it_stays_when_nobody_knows_whether_the_rest_was_done():
    error = RemoteError("PUT was cut off.", RemoteError.UNKNOWN)
    assert stop(error) == (error, 0)


def test_what_is_left_behind_is_told():
    error, removals = stop(RemoteError("PUT failed.", RemoteError.REFUSED), removal_fails=True)
    assert removals == 1
    assert error.outcome == RemoteError.REFUSED
    assert error.message == (
        "PUT failed. The line p7 could not be removed again and is left behind: DELETE was refused. "
        "Remove it before you run again, or it is taken for finished."
    )
