# Copyright (c) 2026 the dialtone.voip contributors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""The back end: the provisioning server (NGNPro) as the page sees it, port by port, and the journal's database."""

from __future__ import annotations

from .journal_database import JournalDatabase
from .link import BackEndError, Link
from .ports import CustomerPort, EnumPort, VoicemailPort
from .sip_port import SipPort


class BackEnd:
    """The ports that one request talks to."""

    def __init__(self, link: Link) -> None:
        self.link = link
        self.sip = SipPort(link)
        self.voicemail = VoicemailPort(link)
        self.enum = EnumPort(link)
        self.customer = CustomerPort(link)
        self.database = JournalDatabase(link)


__all__ = ["BackEnd", "BackEndError", "Link"]
