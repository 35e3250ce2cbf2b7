# Copyright (c) 2026 the dialtone.voip contributors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Names of an OnSIP site: objects bring addresses along, and whole addresses are left to the service."""

from __future__ import annotations

import pytest

from ansible_collections.dialtone.voip.plugins.filter.unresolved_references import unresolved_references


def missing(site, server=None):
    return [(one["kind"], one["name"]) for one in unresolved_references(site, server, platform="onsip")]


@pytest.mark.parametrize(
    "brought",
    [
        {"users": [{"auth_username": "example_ines", "user_name": "Ines"}]},
        {"user_addresses": [{"address": "ines"}]},
        {"voicemail_boxes": [{"mailbox": "7002", "address": "ines"}]},
        {"external_addresses": [{"address": "ines"}]},
        {"ring_groups": [{"address": "ines"}]},
    ],
)
def test_what_an_object_brings_along_may_be_referred_to(brought):
    alias = {"user_aliases": [{"alias": "7002", "address": "ines"}]}
    assert missing({**brought, **alias}) == []
    assert missing(alias, brought) == []
    assert missing(alias) == [("address", "ines")]


def test_only_users_bring_addresses_that_can_be_members():
    group = {"ring_groups": [{"address": "all", "members": [{"address": "ines"}, {"address": "vm.ines"}]}]}
    site = {
        "users": [{"auth_username": "example_ines", "user_name": "ines"}],
        "voicemail_boxes": [{"mailbox": "7002", "address": "vm.ines"}],
    }
    assert missing({**site, **group}) == [("user_address", "vm.ines")]


def test_an_alias_is_no_address():
    assert missing({"user_aliases": [{"alias": "7002", "address": "7002"}]}) == [("address", "7002")]


def test_a_whole_address_is_left_to_the_service():
    assert missing({"user_aliases": [{"alias": "7002", "address": "desk@other.onsip.com"}]}) == []
