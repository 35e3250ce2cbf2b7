# Copyright (c) 2026 the dialtone.voip contributors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""The settings sub-protocol of ``/api``: a tree of slash-separated paths below a device, a line or a service.

The server checks nothing. A PUT of an unknown path is answered with success and forgotten, a value of the wrong type
is stored, and a boolean in the wrong vocabulary is stored and means false. So paths are looked up, values are
translated and checked here, and what was written is read back.
"""

from __future__ import annotations

import difflib
import re
import typing as t
from dataclasses import dataclass
from urllib.parse import quote

from .._http.answer import Answer
from .._http.errors import RequestError
from .._model.errors import ItemError
from .client import SipxClient
from .failures import NotFound

#: the word with which users revert a setting to its default
DEFAULT = "(default)"

# The true and false literals that setting models use; the answer does not say which pair applies.
_VOCABULARIES = (("1", "0"), ("true", "false"), ("ENABLE", "DISABLE"), ("Y", "N"), ("YES", "NO"))
#: path to the literals of a setting that speaks a language of its own
_OWN_VOCABULARIES = {"isn/SIP_REDIRECT.150-ISN.BASE_DOMAIN": ("freenum.org", "")}
_NUMBERS = {"integer": (r"-?\d+", "whole number"), "real": (r"-?\d+(\.\d+)?", "number")}
#: as many as a person reads in a message
_MOST_GROUPS = 12
_SECRET = re.compile(r"password|passwd|secret|(?:^|[^a-z])pin(?:$|[^a-z])", re.I)


def is_secret_path(path: str) -> bool:
    """Whether a setting's value must never be shown; the server itself shows it."""
    return bool(_SECRET.search(path))


@dataclass(frozen=True)
class Setting:
    """One leaf as the server describes it; ``value`` and ``default`` are texts or ``None``."""

    path: str
    type: str
    value: str | None
    default: str | None
    options: tuple[str, ...] = ()

    @property
    def overridden(self) -> bool:
        """Whether the object has a value of its own (one that equals the default cannot be told from none)."""
        return (self.value or "") != (self.default or "")


class Settings:
    """The settings below one base path.

    :param client: of the server.
    :param base: path below ``/api``, e.g. ``/phones/2207``.
    """

    def __init__(self, client: SipxClient, base: str) -> None:
        self._client = client
        self._base = base
        self._visible: dict[str, Setting] | None = None

    def visible(self) -> dict[str, Setting]:
        """All leaves that the server lists, by path; read once."""
        if self._visible is None:
            try:
                rows = self._client.api_list(self._base + "/settings", "settings")
            except NotFound:
                rows = []  # an unmanaged gateway has no settings at all
            self._visible = {str(row["path"]): _setting(row) for row in rows}
        return self._visible

    def setting(self, path: str) -> Setting:
        """One leaf, also one that only its group hides.

        :raises ItemError: there is no such leaf, or it is a group.
        """
        if path in self.visible():
            return self.visible()[path]
        try:
            row = self._client.api_get("{}/settings/{}".format(self._base, quote(path, safe="/")))
        except NotFound:
            raise ItemError(self.unknown(path)) from None
        except RequestError as error:
            # A path below a leaf, and any path of an object without settings.
            if re.search("UnsupportedOperation|NullPointer", error.server_message):
                raise ItemError(self.unknown(path)) from None
            raise
        if not isinstance(row, dict) or "settings" in row:
            raise ItemError(f"settings: {path} is a group of settings, not a setting")
        return _setting(row)

    def text_of(self, path: str, wanted: t.Any) -> str | None:
        """A wanted value as the text that the server keeps. :raises ItemError: it does not fit, or leads nowhere."""
        return translate(self.setting(path), wanted)

    def unknown(self, path: str) -> str:
        """What to tell of a path that leads nowhere."""
        close = difflib.get_close_matches(path, list(self.visible()), n=1)
        groups = sorted({known.rpartition("/")[0] for known in self.visible()})[:_MOST_GROUPS]
        hint = f"; did you mean {close[0]}?" if close else "; the settings here are in: {}".format(", ".join(groups))
        hint = hint if groups else "; it has no settings at all"
        return f"settings: there is no setting {path} here, the server would swallow it{hint}"

    def overrides(self) -> dict[str, str | None]:
        """Path to value of all leaves that do not have their default."""
        return {path: setting.value for path, setting in self.visible().items() if setting.overridden}

    def write(self, path: str, value: str | None) -> None:
        """Write one leaf and read it back. ``None``, or the default itself, reverts.

        :raises RequestError: the server accepted the value and did not keep it.
        """
        setting = self.setting(path)
        target = "{}/settings/{}".format(self._base, quote(path, safe="/"))
        if value is None or value == (setting.default or ""):
            self._client.api_send("DELETE", target)
            return
        self._client.api_send("PUT", target, text=value)
        row = self._client.api_get(target)
        kept = _setting(row).value if isinstance(row, dict) else None
        if (kept or "") != value:
            answer = Answer("PUT", target, 200)
            raise RequestError(
                answer.method, answer.path, "was accepted, but the setting did not keep the value", answer.status
            )


def translate(setting: Setting, wanted: t.Any) -> str | None:
    """A wanted value as the text that the server understands; ``None`` reverts to a default that is nothing.

    :raises ItemError: the value does not fit the setting's type.
    """
    if wanted == DEFAULT:
        return setting.default
    if setting.type == "boolean":
        return None if wanted == "" else _boolean(setting, wanted)
    if isinstance(wanted, (list, tuple)):
        if setting.type != "multiEnum":
            raise ItemError(f"settings: {setting.path} takes one value, not a list")
        return "|".join(_choice(setting, str(part)) for part in wanted)
    if isinstance(wanted, bool):
        # Some switches are declared as enumerations or texts of 0 and 1.
        return _boolean(setting, wanted)
    text = str(wanted).rstrip("\r\n")
    if text and setting.type in _NUMBERS:
        pattern, what = _NUMBERS[setting.type]
        if not re.fullmatch(pattern, text.strip(), re.ASCII):
            raise ItemError(f"settings: {setting.path} must be a {what}{_quoted(setting, text)}")
        return text.strip()
    if text and setting.type == "enum":
        return _choice(setting, text)
    return text


def _boolean(setting: Setting, wanted: t.Any) -> str:
    """The literal of the vocabulary that the setting speaks, guessed from what it holds."""
    words = {"true": 0, "yes": 0, "on": 0, "1": 0, "enable": 0, "y": 0}
    words.update({"false": 1, "no": 1, "off": 1, "0": 1, "disable": 1, "n": 1})
    text = str(wanted)
    samples = [text for text in (setting.default, setting.value) if text] + list(setting.options)
    spoken = _OWN_VOCABULARIES.get(setting.path) or next(
        (pair for sample in samples for pair in _VOCABULARIES if sample in pair), None
    )
    if spoken is None and not setting.options:
        # Nothing is stored and there is no default: 1 and 0 are what the setting models use unless told otherwise.
        spoken = ("true", "false") if setting.path.startswith("itsp-account/") else _VOCABULARIES[0]
    if spoken is not None and text in spoken:
        return text
    if spoken is None or text.lower() not in words:
        raise ItemError(f"settings: {setting.path} must be true or false{_quoted(setting, text)}")
    return spoken[words[text.lower()]]


def _choice(setting: Setting, text: str) -> str:
    if setting.options and text not in setting.options:
        raise ItemError(
            "settings: {} must be one of: {}{}".format(setting.path, ", ".join(setting.options), _quoted(setting, text))
        )
    return text


def _quoted(setting: Setting, text: str) -> str:
    return "" if is_secret_path(setting.path) else f", not {text!r}"


def _setting(row: t.Mapping[str, t.Any]) -> Setting:
    options = row.get("options")
    return Setting(
        str(row.get("path")),
        str(row.get("type") or "string"),
        row.get("value"),
        row.get("defaultValue"),
        tuple(str(name) for name in options) if isinstance(options, t.Mapping) else (),
    )
