# Copyright (c) 2026 the dialtone.voip contributors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""How users write where a number, a forwarding or a notification leads.

The service addresses everything by an extension id that it chooses itself (``p3``), so a declared site cannot know it.
An endpoint is therefore written by kind and name:

* ``phone_line:ada@example.com/Reception``, and likewise ``fax_line:`` and ``device:``, a thing of a user;
  inside of something that belongs to a user, ``phone_line:Reception`` is that user's;
* ``group:Sales`` and ``user:ada@example.com``;
* ``voicemail:`` before a phone line or a group, its mailbox; ``voicemail`` alone, that of the line itself;
* an extension id or a phone number (``+49…``) as it is.
"""

from __future__ import annotations

import re
import typing as t

OWNED = ("phone_line", "fax_line", "device", "sms")
KINDS = (*OWNED, "group", "user", "voicemail")

#: kind to the letters of its ids
LETTERS = {"phone_line": "p", "fax_line": "f", "device": "exy", "sms": "s", "group": "g", "user": "w", "voicemail": "v"}

_ID = re.compile(r"[a-z](?:0|[1-9]\d*)")
_NUMBER = re.compile(r"\+[1-9][0-9]{1,14}")
_OWNER = re.compile(r"([^/\s]+@[^/\s]+)/(.+)", re.S)
_OWN_MAILBOX = "voicemail"


def is_literal(text: str) -> bool:
    """Whether it is an extension id or a phone number, which the service understands as it is."""
    return bool(_ID.fullmatch(text) or _NUMBER.fullmatch(text))


def may_be_device(text: str) -> bool:
    """Whether a device can have the id. Kinds of devices that are not known here have letters of their own."""
    others = "".join(letters for kind, letters in LETTERS.items() if kind != "device")
    return bool(_ID.fullmatch(text)) and text[0] not in others


def email(text: str) -> str:
    """An e-mail address in the form in which two are compared."""
    return text.strip().lower()


def split_owner(text: str, user: str = "") -> tuple[str, str]:
    """User and alias of ``user/alias``, or of an alias that is the given user's."""
    match = _OWNER.fullmatch(text)
    return (email(match.group(1)), match.group(2)) if match else (email(user), text)


def joined(user: str, alias: str) -> str:
    """The full name of a thing of a user."""
    return f"{email(user)}/{alias}"


def expanded(text: str, user: str = "", line: str = "") -> str:
    """An endpoint in its full form, which says the same everywhere.

    :param user: whose things are meant when no user is named.
    :param line: alias of the phone line that the endpoint stands in.
    :raises ValueError: it is not written like an endpoint.
    """
    text = text.strip()
    if not text or is_literal(text):
        return text
    if text == _OWN_MAILBOX and line:
        return f"voicemail:phone_line:{joined(user, line)}"
    kind, colon, rest = text.partition(":")
    if not colon or kind not in KINDS or not rest:
        raise ValueError(
            f"must be like phone_line:Reception or group:Sales, an extension id, or a number like +493023125001; "
            f"not {text!r}"
        )
    if kind == "user":
        return f"user:{email(rest)}"
    if kind == "voicemail":
        return f"voicemail:{expanded(rest, user)}"
    if kind in OWNED:
        owner, alias = split_owner(rest, user)
        if not owner:
            raise ValueError(f"needs the user as well, like {kind}:ada@example.com/{alias}")
        return f"{kind}:{joined(owner, alias)}"
    return text


def checked(text: t.Any) -> None:
    """Refuse what can be no endpoint, whoever's it is. :raises ValueError: saying what one looks like."""
    expanded(str(text), "user@example.com", "line")
