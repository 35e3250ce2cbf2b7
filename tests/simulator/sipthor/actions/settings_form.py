# Copyright (c) 2026 the dialtone.voip contributors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""``save settings``, the all-or-nothing form, and ``send email``.

A field that is not sent is taken for emptied: the mailbox goes, diversions to it go, the ring timeout becomes 0.
"""

from __future__ import annotations

import re
from typing import Any

from .. import php
from ..backend import BackEndError
from ..digest import md5
from ..page import alert, red_paragraph
from ..state import OPTIONAL_GROUPS, Account, Mail
from ..tabs import voicemail_targets
from ..texts import LANGUAGES
from ..visit import Visit
from .declaration import Action, show_page
from .forms import NO_DIVERSIONS
from .reads import LONGEST_RING_TIMEOUT

SECRET_FIELDS = frozenset({"sip_password", "web_password", "voicemail_password"})

_EMAIL = re.compile(r"[^\s@,;]+@[^\s@,;]+\.[^\s@,;]+\Z")


def save_settings(visit: Visit, mailto: str, **more: Any) -> None:
    """Store everything the form has, whether it was sent or not.

    Names, caller id and quota are not a subscriber's to change.

    :param mailto: the e-mail address
    :param more: fields of the account that are stored in the same update
    :raises BackEndError: nothing or a part was stored
    """
    variables, account = visit.variables, visit.account

    def sent(name: str) -> str:
        return php.trim(php.scalar(variables, name))

    language = sent("language")
    values: dict[str, Any] = {
        "email": mailto,
        "timezone": sent("timezone") or account.timezone,
        "ring_timeout": max(0, min(php.integer(sent("timeout")), LONGEST_RING_TIMEOUT)),
        "quick_dial": sent("quickdial"),
        "mobile_number": sent("mobile_number"),
        "language": language if language in LANGUAGES else account.language,
        "region": sent("region") or account.region,
        "show_barring_tab": bool(sent("show_barring_tab")),
        "groups": _groups(visit),
        **more,
    }
    if sent("sip_password"):
        values["password"] = _kept_secret(account, sent("sip_password"))
    if sent("web_password"):
        values["web_password"] = _kept_secret(account, sent("web_password"))
    if sent("web_password_reset"):
        values["web_password"] = None
    _save_voicemail(visit, bool(sent("voicemail")), sent("voicemail_password"), bool(sent("delete_voicemail")))
    visit.back_end.sip.update_account(account, **values)


def _groups(visit: Visit) -> list[str]:
    kept = [group for group in visit.account.groups if group not in OPTIONAL_GROUPS]
    return kept + [group for group in OPTIONAL_GROUPS if not php.is_empty(visit.variables.get(group))]


def _kept_secret(account: Account, secret: str) -> str:
    """A new secret as the platform keeps it: in clear, or two hashes, for the bare and the full user name."""
    if account.password_storage == "clear":
        return secret
    return ":".join(md5(f"{name}:{account.domain}:{secret}") for name in (account.username, account.address))


def _save_voicemail(visit: Visit, wanted: bool, password: str, delete: bool) -> None:
    account, port = visit.account, visit.back_end.voicemail
    if not wanted:
        if account.mailbox is not None:
            remaining = _diversions_without_voicemail(account)
            port.delete_account(account)
            visit.back_end.sip.set_call_diversions(account, remaining or NO_DIVERSIONS)
    elif account.mailbox is None:
        port.add_account(account, password, delete)
    else:
        port.update_account(account, delete=delete, password=password or account.mailbox.password)


def _diversions_without_voicemail(account: Account) -> dict[str, str]:
    """What is left, as the page shows it: it stores the remaining targets back without their ``sip:``."""
    voicemail = voicemail_targets(account)
    return {
        condition: target.removeprefix("sip:")
        for condition, target in account.diversions.items()
        if target not in voicemail
    }


def _save_settings(visit: Visit) -> None:
    mailto = php.trim(php.scalar(visit.variables, "mailto"))
    if not _EMAIL.match(mailto):
        visit.page.print(red_paragraph("Error: invalid e-mail address"))
    else:
        try:
            save_settings(visit, mailto)
        except BackEndError as failure:
            visit.page.print(alert(failure.sentence))
    show_page(visit)


def send_mail(visit: Visit, subject: str, body: str) -> None:
    """Mail the account's address, if it has one."""
    if visit.account.email:
        visit.back_end.link.platform.mails.append(Mail(visit.account.email, subject, body))


def _send_email(visit: Visit) -> None:
    account = visit.account
    send_mail(visit, "SIP account settings", f"SIP address: {account.address}\nTime zone: {account.timezone}\n")
    show_page(visit)


SETTINGS_ACTIONS = (
    Action("save settings", _save_settings, write=True),
    Action("send email", _send_email),
)
