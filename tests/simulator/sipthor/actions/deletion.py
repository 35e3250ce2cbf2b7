# Copyright (c) 2026 the dialtone.voip contributors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Deleting the account: a form that mails a link, and the action behind the link."""

from __future__ import annotations

import secrets

from .. import php
from ..backend import BackEndError
from ..page import alert
from ..state import DeletionRequest
from ..visit import Visit
from .declaration import Action, show_page
from .settings_form import save_settings, send_mail

REQUEST_LIFETIME_S = 3 * 24 * 3600


def _request_deletion(visit: Visit) -> None:
    """Nothing happens to subscribers with a balance history. For the others, storing the request damages settings.

    The request is stored by the same save as ``save settings``, which takes every field that was not sent for emptied.
    """
    account = visit.account
    if not account.balance_history:
        request = DeletionRequest(secrets.token_hex(16), visit.back_end.link.clock.now())
        link = f"{visit.base_url}/settings.phtml?action=delete_account&realm={account.domain}&delete_id={request.id}"
        send_mail(visit, "Account removal", f"Follow this link to remove the account {account.address}:\n{link}\n")
        try:
            save_settings(visit, account.email or "", deletion_request=request)
        except BackEndError as failure:
            visit.page.print(alert(failure.sentence))
    show_page(visit)


def _delete_account(visit: Visit) -> None:
    account = visit.account
    request = account.deletion_request
    if request is None or php.scalar(visit.variables, "delete_id") != request.id:
        visit.page.print("<p><font color=red>Error: there is no such request to remove this account</font>\n")
        return
    if visit.back_end.link.clock.now() - request.requested >= REQUEST_LIFETIME_S:
        visit.page.print("<p><font color=red>Error: the request to remove this account has expired</font>\n")
        return
    try:
        visit.back_end.sip.delete_account(account)
    except BackEndError as failure:
        visit.page.print(alert(failure.sentence))
    else:
        visit.page.print(f"<p>The account {account.address} has been removed</p>\n")


DELETION_ACTIONS = (
    Action("delete account", _request_deletion, write=True),
    Action("delete_account", _delete_account, write=True),
)
