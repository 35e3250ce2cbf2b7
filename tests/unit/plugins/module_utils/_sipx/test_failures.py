# Copyright (c) 2026 the dialtone.voip contributors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""What an answer that is no success means."""

from __future__ import annotations

import pytest

from ansible_collections.dialtone.voip.plugins.module_utils._http.answer import Answer
from ansible_collections.dialtone.voip.plugins.module_utils._http.errors import AuthenticationError, RequestError
from ansible_collections.dialtone.voip.plugins.module_utils._model.errors import RemoteError
from ansible_collections.dialtone.voip.plugins.module_utils._sipx.failures import NoSuchEndpoint, NotFound, failure_of


def told(status: int, text: str = "", path: str = "/sipxconfig/api/pagegroups", reason: str = "") -> RequestError:
    return failure_of(Answer("PUT", path, status, reason, {}, text.encode()))


@pytest.mark.parametrize("status", [401, 403])
def test_a_login_that_does_not_suffice_is_told_from_a_refusal(status: int) -> None:
    assert isinstance(told(status), AuthenticationError)


def test_a_missing_permission_is_named_where_the_server_says_that_it_is_one() -> None:
    assert "needs the permission superadmin" in told(403, reason="Access is denied").message
    assert "needs the permission" not in told(403, reason="Forbidden").message


@pytest.mark.parametrize("status", [502, 503, 504])
def test_nobody_knows_what_a_server_did_that_is_restarting(status: int) -> None:
    assert told(status).outcome == RemoteError.UNKNOWN


@pytest.mark.parametrize("status", [404, 409, 500])
def test_what_the_server_says_is_explained_whatever_the_status(status: int) -> None:
    error = told(status, "Prompt not found")
    assert "the server has no prompt of this name (the server said: Prompt not found)" in error.message
    assert isinstance(error, NotFound) is (status == 404)
    assert error.outcome == RemoteError.REFUSED


def test_a_call_that_the_server_does_not_have_is_not_a_missing_object() -> None:
    route = "javax.ws.rs.NotFoundException: HTTP 404 Not Found"
    assert isinstance(told(500, route), NoSuchEndpoint)
    assert isinstance(told(404, path="/sipxconfig/rest/branch"), NoSuchEndpoint)
    assert isinstance(told(404, path="/sipxconfig/api/branch"), NotFound)
