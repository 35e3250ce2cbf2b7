# Copyright (c) 2026 the dialtone.voip contributors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Forwarding targets: what users may write, and the one form in which two targets are compared.

``set_call_forwarding`` validates nothing. It appends the account's own domain to what has none, replaces the domain of
what begins like a telephone number, and puts ``sip:`` in front of what does not begin with it, whatever it is; the read
takes the scheme off again. Source: ``setCallForwarding`` and ``getCallForwarding`` in ``library/sip_settings.php``.
"""

from __future__ import annotations

import re

VOICE_MAILBOX = "<voice-mailbox>"
MOBILE_NUMBER = "<mobile-number>"

_SCHEME = re.compile(r"sip:", re.I)
_USER = r"[|A-Za-z0-9\-_.!~*'()&=+$,;?/%#]+"
_HOST = (
    r"(?:[A-Za-z0-9](?:[A-Za-z0-9.\-]*[A-Za-z0-9])?|\[[0-9A-Fa-f:.]+\])(?::\d{1,5})?(?:;[A-Za-z0-9\-_.!~*'()%+=;]+)?"
)
_TARGET = re.compile(rf"({_USER})(?:@({_HOST}))?")
#: what the server takes for a telephone number, whose domain it replaces
_NUMBER = ("+", "0", "|")


def check_target(value: str) -> None:
    """Refuse what the server would store as something that rings nowhere.

    :raises ValueError: with what is wrong, to stand behind the option's name.
    """
    if value in (VOICE_MAILBOX, MOBILE_NUMBER):
        return
    bare = value.strip("<>")
    if f"<{bare}>" in (VOICE_MAILBOX, MOBILE_NUMBER):
        raise ValueError(f"must be spelled <{bare}>; without the brackets, {value!r} would be an ordinary address")
    if value.lower().startswith("sips:"):
        raise ValueError("cannot be a sips: address: the server would store sip:sips:…; leave the scheme out")
    if _TARGET.fullmatch(_SCHEME.sub("", value, 1) if _SCHEME.match(value) else value) is None:
        words = f"{VOICE_MAILBOX} or {MOBILE_NUMBER}"
        raise ValueError(f"must be a SIP address, a name or telephone number of the own domain, {words}, not {value!r}")


def wanted_target(value: str, domain: str) -> str:
    """A target that a user wrote, in the form in which targets are compared and sent.

    Only where it would be taken for a telephone number of the own domain does the scheme stay, because it protects the
    domain that follows.

    :param domain: the account's own.
    """
    if value in ("", VOICE_MAILBOX):
        return value
    has_scheme = _SCHEME.match(value) is not None
    target = _with_domain(value[4:] if has_scheme else value, domain)
    user, _at, host = target.rpartition("@")
    if not target.startswith(_NUMBER):
        return f"{user}@{_lower_host(host)}"
    if has_scheme and _lower_host(host) != domain.lower():
        return f"sip:{user}@{_lower_host(host)}"
    return f"{user}@{domain.lower()}"


def shown_target(value: object, domain: str) -> str:
    """A target that the server showed, in the same form; empty for one that is off."""
    if value in (None, "", VOICE_MAILBOX):
        return str(value or "")
    return wanted_target(f"sip:{value}", domain)


def _with_domain(target: str, domain: str) -> str:
    return target if "@" in target else f"{target}@{domain}"


def _lower_host(host: str) -> str:
    """Host names have no case; parameters behind them may."""
    name, semicolon, parameters = host.partition(";")
    return name.lower() + semicolon + parameters
