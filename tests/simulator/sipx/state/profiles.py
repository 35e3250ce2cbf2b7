# Copyright (c) 2026 the dialtone.voip contributors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""The contact information of a user (``UserProfile``)."""

from __future__ import annotations

from dataclasses import dataclass, field

from .addresses import Address


@dataclass
class UserProfile:
    """One profile; the user's names and branch are kept with the user and only shown in the profile."""

    auth_account_name: str | None = None
    job_title: str | None = None
    job_dept: str | None = None
    company_name: str | None = None
    assistant_name: str | None = None
    location: str | None = None
    home_address: Address = field(default_factory=Address)
    office_address: Address = field(default_factory=Address)
    branch_address: Address = field(default_factory=Address)
    cell_phone_number: str | None = None
    home_phone_number: str | None = None
    assistant_phone_number: str | None = None
    fax_number: str | None = None
    did_number: str | None = None
    im_id: str | None = None
    im_display_name: str | None = None
    alternate_im_id: str | None = None
    email_address: str | None = None
    alternate_email_address: str | None = None
    email_address_aliases_set: list[str] = field(default_factory=list)
    use_branch_address: bool = False
    manager: str | None = None
    salutation: str | None = None
    salutation_id: str | None = None
    employee_id: str | None = None
    twiter_name: str | None = None
    linkedin_name: str | None = None
    facebook_name: str | None = None
    xing_name: str | None = None
    timestamp: int = 0
    avatar: str | None = None
    ext_avatar: str | None = None
    use_ext_avatar: bool = False
    ext_avatar_sync_date: int | None = None
    enabled: bool = True
    ldap_managed: bool = False
    last_imported_date: int | None = None
    disabled_date: int | None = None
    custom1: str | None = None
    custom2: str | None = None
    custom3: str | None = None
