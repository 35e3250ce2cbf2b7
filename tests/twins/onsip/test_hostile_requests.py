# Copyright (c) 2026 the dialtone.voip contributors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Whatever is sent, the service answers with an envelope, and a refusal changes nothing."""

from __future__ import annotations

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from lxml import etree

from simulator.onsip.actions.index import ACTIONS

_CONTROL = ("Action", "SessionId")
_NAMES = sorted({parameter.name for action in ACTIONS.values() for parameter in action.parameters})
_BRACKETS = st.sampled_from(["", "", "", "[]", "[0]", "[admin@example.onsip.com]", "[a][b]", "[", "]["])
_VALUES = st.sampled_from(
    [
        "",
        "0",
        "1",
        "-1",
        "7301",
        "6120",
        "41001",
        "true",
        "no",
        "PUBLIC",
        "admin@example.onsip.com",
        "example.onsip.com",
    ]
)
_pairs = st.lists(
    st.tuples(
        st.builds(str.__add__, st.sampled_from(_NAMES) | st.text(max_size=5), _BRACKETS), _VALUES | st.text(max_size=20)
    ).filter(lambda pair: not pair[0].startswith((*_CONTROL, "Output"))),
    max_size=12,
)


@settings(max_examples=100, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(action=st.sampled_from(sorted(ACTIONS)), pairs=_pairs)
def test_any_request_is_answered(api, action, pairs):
    api.twin.load("empty", {})
    api.log_in()
    before = api.twin.state()
    pairs = [("Action", action), ("SessionId", api.session_id), *pairs]
    answer = api.post([*pairs, ("Output", "json")])
    assert answer.http.status == 200, answer.text
    assert answer.tree["Context"]["Action"]["IsCompleted"] in ("true", "false")
    if not answer.call["applied"]:
        assert api.twin.state() == before
    state = api.twin.state()
    api.twin.load(state, {})
    assert api.twin.state() == state
    etree.fromstring(api.post(pairs).text.encode())
