# Copyright (c) 2026 the dialtone.voip contributors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""What the statuses and the forms of error bodies mean."""

from __future__ import annotations

from typing import Any

import pytest
from scripted_service import refused

from ansible_collections.dialtone.voip.plugins.module_utils._http.answer import Answer
from ansible_collections.dialtone.voip.plugins.module_utils._http.errors import AuthenticationError, RequestError
from ansible_collections.dialtone.voip.plugins.module_utils._model.errors import RemoteError
from ansible_collections.dialtone.voip.plugins.module_utils._sipgate.failures import (
    FORBIDDEN_V1,
    Exists,
    FeatureMissing,
    Forbidden,
    NotFound,
    failure_of,
)


def asked(answer: Answer) -> Answer:
    return Answer("PUT", "/v2/devices/e0", answer.status, "", answer.headers, answer.body)


@pytest.mark.parametrize(
    ("body", "said"),
    [
        ({"name": "PARAMETER_INVALID", "message": "bad number"}, "PARAMETER_INVALID: bad number"),
        ({"errors": [{"status": 400, "title": "Bad Request", "detail": "bad number"}]}, "Bad Request: bad number"),
        ({"error": {"code": 400, "message": "missing parameter"}}, "missing parameter"),
        ("bad\n  number", "bad number"),
        ("<html><body>bad number</body></html>", "bad number"),
        ("", ""),
    ],
)
def test_the_words_of_the_service_are_found_in_each_form(body: Any, said: str) -> None:
    failure = failure_of(asked(refused(400, body)))
    assert failure.server_message == said
    assert failure.message.startswith("PUT /v2/devices/e0 was answered 400")


@pytest.mark.parametrize(
    ("answer", "kind", "remedy"),
    [
        (refused(401), AuthenticationError, "Check token_id and token"),
        (refused(402), RequestError, "charge the account"),
        (
            refused(403, {"name": "REQUEST_NOT_AUTHORIZED", "message": "one of the scopes x"}),
            Forbidden,
            "lacks the scope",
        ),
        (refused(403), Forbidden, "feature is not booked"),
        (refused(403, "/w0/phonelines needs a classic-PBX account", "text/plain"), FeatureMissing, "Neo"),
        (refused(404), NotFound, "does not have the feature"),
        (refused(407), RequestError, "recipient of the fax"),
        (refused(409), Exists, ""),
        (refused(500), RequestError, "cannot digest"),
    ],
)
def test_each_status_has_its_remedy(answer: Answer, kind: type[RequestError], remedy: str) -> None:
    failure = failure_of(asked(answer))
    assert failure.__class__ is kind
    assert failure.outcome == RemoteError.REFUSED
    assert remedy in failure.remedy


@pytest.mark.parametrize("said", ["the scope of this number", "needs a classic-PBX account"])
def test_nothing_is_read_out_of_the_words_of_v1(said: str) -> None:
    failure = failure_of(asked(refused(403, {"error": {"message": said}})), forbidden=FORBIDDEN_V1)
    assert failure.__class__ is Forbidden
    assert (failure.server_message, failure.remedy) == (said, FORBIDDEN_V1)


@pytest.mark.parametrize("status", [502, 503, 504])
def test_nobody_knows_what_became_of_a_request_that_a_gateway_gave_up(status: int) -> None:
    assert failure_of(asked(refused(status))).outcome == RemoteError.UNKNOWN
