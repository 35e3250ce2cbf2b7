# Copyright (c) 2026 the dialtone.voip contributors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""One authenticated request: its parameters, its account, the back end and the page it prints."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from . import php
from .backend import BackEnd, BackEndError
from .page import Page, alert, red_paragraph
from .state import Account
from .texts import translated

Result = TypeVar("Result")

#: what the back-end calls are made by that precede the action's own
LOAD = "load"


class Visit:
    """What an action works with.

    ``account`` is the one that logged in. ``profile`` is the same account as loaded for the page, None if that load
    failed: what the page shows of the account, its language and its mobile number are unknown then.
    """

    def __init__(
        self, variables: php.Variables, account: Account, back_end: BackEnd, page: Page, base_url: str
    ) -> None:
        self.variables = variables
        self.account = account
        self.back_end = back_end
        self.page = page
        self.base_url = base_url
        self.profile: Account | None = None
        self.language = "en"
        self.mobile_number = ""

    def load(self, account_is_the_answer: bool) -> None:
        """Load account, owner, domain and reseller. A failed load prints a fragment, and the request goes on.

        :param account_is_the_answer: the action shows nothing but the account, so that its load is the action's own
            back-end call (``get_identity``)
        """
        link, sip, customer = self.back_end.link, self.back_end.sip, self.back_end.customer

        def load_account() -> Account:
            return sip.get_account(self.account.username, self.account.domain)

        if account_is_the_answer:
            self.profile = self.attempt(load_account, red_paragraph)
        else:
            with link.made_by(LOAD):
                self.profile = self.attempt(load_account, red_paragraph)
        if self.profile is not None:
            self.language = self.profile.language
            self.mobile_number = self.profile.mobile_number
            owner_id = self.profile.owner
            owner = None if owner_id is None else self.attempt(lambda: customer.get_account(owner_id))
            if owner is not None and not self.mobile_number:
                self.mobile_number = owner.mobile
        with link.made_by(LOAD):
            domain = self.attempt(lambda: sip.get_domain(self.account.domain))
        reseller = domain.reseller if domain else None
        if reseller is not None:
            self.attempt(lambda: customer.get_account(reseller))

    def attempt(self, work: Callable[[], Result], fragment: Callable[[str], str] = alert) -> Result | None:
        """What a back-end call returns; if it fails, its fragment is printed and there is nothing."""
        try:
            return work()
        except BackEndError as failure:
            self.page.print(fragment(failure.sentence))
            return None

    def answer(self, work: Callable[[], object], text: str, *values: object) -> None:
        """Print the result object of a write.

        :param work: the back-end call
        :param text: the text of success, translated and filled with ``values``
        """
        try:
            work()
        except BackEndError as failure:
            self.page.print_result(False, failure.sentence)
        else:
            translation = translated(text, self.language)
            self.page.print_result(True, translation % values if values else translation)
