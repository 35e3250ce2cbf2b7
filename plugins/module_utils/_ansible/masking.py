# Copyright (c) 2026 the dialtone.voip contributors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Keeping secrets out of everything a module says, without hiding what is no secret.

Ansible's own masking replaces every occurrence of every ``no_log`` value in every string. A PIN ``1234`` would hide
the extension 1234 and turn 12345 into ``********5``, and a list of a thousand users with two secrets each would cost
seconds. Results are therefore built without secrets in the first place, and what remains - the texts that servers
send - is masked here in one pass.
"""

from __future__ import annotations

import json
import re
import typing as t
from html import escape
from urllib.parse import quote, quote_plus

MASK = "********"

#: what stands in ``invocation`` in place of a secret; Ansible's own word for it
UNSHOWN = "VALUE_SPECIFIED_IN_NO_LOG_PARAMETER"

_SHORTEST_TELLING = 6
_WORD = re.compile(r"[a-z]+(?:_[a-z]+)*")
_PLAIN = re.compile(r"[\w.~-]+", re.ASCII)
# A name that says "secret", and what may stand between it and the value. The name's beginning has a limit, or a long
# text full of hyphens would take hours.
_NAMED = re.compile(
    r"(?i)\b[\w-]{0,40}(?:pass(?:word|wd)?|pin(?:token|code)?|secret|token|pwd|ha1|key)\b(?=([\s:=\"'<>\[\]()\\]{1,8}))"
)
_REST_OF_WORD = re.compile(r"\w")


class Masker:
    """Replaces secrets in texts.

    Secrets that are short or consist of digits only could be anything else as well, an extension for instance. They
    are masked only where the text itself says that they are one (``pin=1234``, ``<pin>1234</pin>``, ``"pin": "1234"``).

    The work grows with the texts and with how many different lengths the secrets have, not with how many there are.

    :param secrets: the values to hide.
    """

    def __init__(self, secrets: t.Iterable[str]) -> None:
        values = {secret for secret in secrets if secret}
        self._ambiguous = {value for value in values if len(value) < _SHORTEST_TELLING or value.isdigit()}
        self._telling = {form for value in values - self._ambiguous for form in _forms(value)}
        self._heads = {form[:_SHORTEST_TELLING] for form in self._telling}
        self._lengths = _lengths(self._telling)
        self._ambiguous_lengths = _lengths(self._ambiguous)

    def text(self, text: str) -> str:
        """The text without the secrets."""
        # Most texts have no secret in them, and show that in one pass.
        if not self._heads.isdisjoint(_slices(text, _SHORTEST_TELLING)):
            text = self._without_telling(text)
        if self._ambiguous:
            text = self._without_named(text)
        return text

    def data(self, value: t.Any) -> t.Any:
        """The value with every text in it masked, at any depth."""
        if not self._telling and not self._ambiguous:
            return value
        if isinstance(value, str):
            return self.text(value)
        if isinstance(value, t.Mapping):
            return {self._key(key): self.data(item) for key, item in value.items()}
        if isinstance(value, (list, tuple)):
            return [self.data(item) for item in value]
        return value

    def _key(self, key: t.Any) -> t.Any:
        """Words such as ``changed`` are the language of results, even where one is somebody's password."""
        return key if isinstance(key, str) and _WORD.fullmatch(key) else self.data(key)

    def _without_telling(self, text: str) -> str:
        """Longest first, so that of two secrets of which one is part of the other nothing is left over."""
        for length in self._lengths:
            for secret in self._telling.intersection(_slices(text, length)):
                text = text.replace(secret, MASK)
        return text

    def _without_named(self, text: str) -> str:
        parts = []
        done = 0
        for name in _NAMED.finditer(text):
            place = self._place_of_secret(text, range(max(done, name.start(1) + 1), name.end(1) + 1))
            if place is not None:
                parts += [text[done : place.start], MASK]
                done = place.stop
        return "".join([*parts, text[done:]])

    def _place_of_secret(self, text: str, starts: range) -> range | None:
        """Where an ambiguous secret stands as a word of its own, beginning at one of these places."""
        for start in starts:
            for end in (start + length for length in self._ambiguous_lengths):
                if text[start:end] in self._ambiguous and not _REST_OF_WORD.match(text, end):
                    return range(start, end)
        return None


def _lengths(values: t.Iterable[str]) -> list[int]:
    """The lengths that occur, longest first."""
    return sorted(set(map(len, values)), reverse=True)


def _slices(text: str, length: int) -> t.Iterator[str]:
    return (text[at : at + length] for at in range(len(text) - length + 1))


def _forms(secret: str) -> set[str]:
    """The secret as it may come back from a server: as it is, and as URLs, XML and JSON spell it."""
    if _PLAIN.fullmatch(secret):
        return {secret}
    return {secret, quote(secret, safe=""), quote_plus(secret), escape(secret), json.dumps(secret)[1:-1]}
