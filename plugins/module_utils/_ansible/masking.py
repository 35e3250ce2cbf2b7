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

import re
import typing as t

MASK = "********"

#: what stands in ``invocation`` in place of a secret; Ansible's own word for it
UNSHOWN = "VALUE_SPECIFIED_IN_NO_LOG_PARAMETER"

_SHORTEST_TELLING = 6
_NAMES_OF_SECRETS = r"(?:[\w-]*(?:pass(?:word|wd)?|pin(?:token|code)?|secret|token|pwd|ha1|key))"


class Masker:
    """Replaces secrets in texts.

    Secrets that are short or consist of digits only could be anything else as well, an extension for instance. They
    are masked only where the text itself says that they are one (``pin=1234``, ``<pin>1234</pin>``, ``"pin": "1234"``).

    :param secrets: the values to hide.
    """

    def __init__(self, secrets: t.Iterable[str]) -> None:
        values = sorted({secret for secret in secrets if secret}, key=len, reverse=True)
        telling = [value for value in values if len(value) >= _SHORTEST_TELLING and not value.isdigit()]
        ambiguous = [value for value in values if value not in set(telling)]
        self._telling = re.compile("|".join(map(re.escape, telling))) if telling else None
        self._ambiguous = (
            re.compile(
                r"(?i)(\b{}\b[\s:=\"'<>\[\]()]{{1,6}})(?:{})(?!\w)".format(
                    _NAMES_OF_SECRETS, "|".join(map(re.escape, ambiguous))
                )
            )
            if ambiguous
            else None
        )

    def text(self, text: str) -> str:
        """The text without the secrets."""
        if self._telling is not None:
            text = self._telling.sub(MASK, text)
        if self._ambiguous is not None:
            text = self._ambiguous.sub(lambda match: match.group(1) + MASK, text)
        return text

    def data(self, value: t.Any) -> t.Any:
        """The value with every text in it masked, at any depth."""
        if self._telling is None and self._ambiguous is None:
            return value
        if isinstance(value, str):
            return self.text(value)
        if isinstance(value, t.Mapping):
            return {self.data(key): self.data(item) for key, item in value.items()}
        if isinstance(value, (list, tuple)):
            return [self.data(item) for item in value]
        return value
