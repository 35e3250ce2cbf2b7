# Copyright (c) 2026 the dialtone.voip contributors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""A failure told in other words stays what it is."""

from __future__ import annotations

import pytest

from ansible_collections.dialtone.voip.plugins.module_utils._http.errors import AuthenticationError, RequestError
from ansible_collections.dialtone.voip.plugins.module_utils._model.errors import RemoteError


@pytest.mark.parametrize("kind", [RequestError, AuthenticationError])
def test_nothing_but_the_words_changes(kind):
    error = kind("POST", "/x", "failed", 503, "busy", "Wait.", RemoteError.UNKNOWN, final=True, pending=True)
    told = error.reworded(path="/x (buy)", problem="broke")
    assert told.__class__ is kind
    assert str(told) == "POST /x (buy) broke: busy. Wait."
    assert vars(told) == {**vars(error), "path": "/x (buy)", "problem": "broke", "message": str(told)}


def test_without_other_words_it_is_the_same():
    error = RequestError("GET", "/x", "was answered 404", 404)
    assert vars(error.reworded()) == vars(error)
