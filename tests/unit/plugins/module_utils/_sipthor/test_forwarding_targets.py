# Copyright (c) 2026 the dialtone.voip contributors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Targets mean the same when the server would store the same."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ansible_collections.dialtone.voip.plugins.module_utils._sipthor.forwarding_targets import (
    MOBILE_NUMBER,
    VOICE_MAILBOX,
    check_target,
    shown_target,
    wanted_target,
)

DOMAIN = "voice.test"


def stored(target: str) -> str:
    """What the server stores, by the steps of its source."""
    if target in ("", VOICE_MAILBOX):
        return target
    if "@" not in target:
        target += "@" + DOMAIN
    if target[0] in "+0|":
        target = target.rpartition("@")[0] + "@" + DOMAIN
    return target if target.startswith("sip:") else "sip:" + target


def read_back(target: str) -> str:
    return re.sub("^sips?:", "", stored(target), flags=re.I)


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("", ""),
        (VOICE_MAILBOX, VOICE_MAILBOX),
        ("ben", "ben@voice.test"),
        ("sip:ben", "ben@voice.test"),
        ("SIP:Ben@Elsewhere.TEST", "Ben@elsewhere.test"),
        ("+32470000002", "+32470000002@voice.test"),
        ("+32470000002@elsewhere.test", "+32470000002@voice.test"),
        ("sip:+32470000002@elsewhere.test", "sip:+32470000002@elsewhere.test"),
        ("sip:+32470000002@voice.test", "+32470000002@voice.test"),
        ("0032470", "0032470@voice.test"),
    ],
)
def test_the_form_in_which_targets_are_compared_and_sent(written: str, expected: str) -> None:
    assert wanted_target(written, DOMAIN) == expected
    assert shown_target(read_back(expected), DOMAIN) == expected


USERS = st.from_regex(r"[|+0-9a-zA-Z][a-zA-Z0-9._-]{0,8}", fullmatch=True)
HOSTS = st.sampled_from(["", "@voice.test", "@elsewhere.test", "@Elsewhere.test:5062"])


@given(st.builds(lambda scheme, user, host: scheme + user + host, st.sampled_from(["", "sip:", "Sip:"]), USERS, HOSTS))
def test_what_is_sent_reads_back_as_itself(written: str) -> None:
    check_target(written)
    wanted = wanted_target(written, DOMAIN)
    assert shown_target(read_back(wanted), DOMAIN) == wanted
    assert wanted_target(wanted, DOMAIN) == wanted


@pytest.mark.parametrize(
    ("written", "reason"),
    [
        ("not a uri!", "must be a SIP address"),
        ("sips:ben@voice.test", "sips:"),
        ("tel:+3247", "must be a SIP address"),
        ("ben@a@b", "must be a SIP address"),
        ("ben@", "must be a SIP address"),
        ("voice-mailbox", "must be spelled <voice-mailbox>"),
        ("<mobile-number", "must be spelled <mobile-number>"),
        ("<mobile>", "must be a SIP address"),
        ("Jürgen@voice.test", "must be a SIP address"),
    ],
)
def test_what_would_ring_nowhere_is_refused(written: str, reason: str) -> None:
    with pytest.raises(ValueError, match=re.escape(reason)):
        check_target(written)


def test_keywords_are_targets() -> None:
    check_target(VOICE_MAILBOX)
    check_target(MOBILE_NUMBER)
