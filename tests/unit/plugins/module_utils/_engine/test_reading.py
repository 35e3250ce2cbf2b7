# Copyright (c) 2026 the dialtone.voip contributors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Reading things one by one, several at once."""

from __future__ import annotations

import time

import pytest

from ansible_collections.dialtone.voip.plugins.module_utils._engine.reading import read_each
from ansible_collections.dialtone.voip.plugins.module_utils._model.errors import RemoteError


def test_what_is_read_comes_in_the_order_of_the_things_whoever_is_first():
    def read(number):
        time.sleep(0.02 if number == 9 else 0)
        return 10 * number

    assert read_each(read, [9, 3, 7]) == [90, 30, 70]


def test_a_failure_to_read_one_is_the_failure_of_all():
    def read(number):
        if number == 3:
            raise RemoteError("GET /thing was answered 500.", RemoteError.REFUSED)
        return number

    with pytest.raises(RemoteError, match="answered 500"):
        read_each(read, [9, 3, 7])
