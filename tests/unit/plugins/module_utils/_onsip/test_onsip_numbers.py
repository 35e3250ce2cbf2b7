# Copyright (c) 2026 the dialtone.voip contributors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Telephone numbers, and that none is bought twice."""

from __future__ import annotations

import re

import pytest
from onsip_records import USER, carry_out, only, planned, users
from onsip_service import ScriptedService, client_of, element, listing

from ansible_collections.dialtone.voip.plugins.module_utils._model.errors import ItemError, RemoteError
from ansible_collections.dialtone.voip.plugins.module_utils._onsip.phone_number import PhoneNumberAdapter
from ansible_collections.dialtone.voip.plugins.module_utils._onsip.phone_number_order import PhoneNumberOrder


class TestPhoneNumber:
    ROW = {"DidId": "30551", "UserId": "41002", "Number": "12175550123", "CallerIdNumberRequired": "false", "Note": ""}

    def adapter(self, **answers):
        rows = listing("Dids", "Did", [self.ROW], 1)
        service = ScriptedService({"DidBrowse": rows, "UserBrowse": users(USER), **answers})
        return PhoneNumberAdapter(client_of(service)), service

    def test_a_note_alone_needs_consent_but_no_destination(self):
        adapter, _service = self.adapter()
        with pytest.raises(ItemError, match="allow_unverified=true"):
            planned(adapter, only(adapter), note="main line")
        adapter.client.allow_unverified = True
        assert planned(adapter, only(adapter), note="main line").changed == ("note",)

    def test_routing_is_written_as_a_whole(self):
        after = element("Did", {**self.ROW, "CallerIdNumberRequired": "true"})
        adapter, service = self.adapter(DidEdit=after)
        carry_out(adapter, only(adapter), caller_id_number_required=True, destination="support")
        assert service.of("DidEdit") == [
            {
                "DidId": "30551",
                "UserId": "41002",
                "Destination": "support@example.onsip.com",
                "CallerIdNumberRequired": "true",
            }
        ]

    def test_numbers_are_compared_by_their_digits(self):
        resource = PhoneNumberAdapter.resource
        keys = {resource.key_of({"number": text}) for text in ("12175550123", "+1 (217) 555-0123", "217-555-0123")}
        assert len(keys) == 1


class TestPhoneNumberOrder:
    LOST = RemoteError("POST /api was cut off", RemoteError.UNKNOWN)
    STOCK = element("Npas", {"Npa": {"Num": "217", "Nxxs": {"Nxx": {"Num": "555", "Status": "available"}}}})
    PARAMS = {"npa_nxx": "217555", "quantity": 2, "user": "example_ines", "protocol": "sip"}

    def order(self, owned, request, check_mode=False):
        rows = [listing("Dids", "Did", [{"Number": number} for number in numbers]) for numbers in owned]
        service = ScriptedService(
            {"DidBrowse": rows, "UserBrowse": users(USER), "NpaNxxBrowse": self.STOCK, "DidRequest": request}
        )
        return lambda: PhoneNumberOrder(client_of(service), self.PARAMS).run(check_mode), service

    def dids(self, *numbers):
        return element("Dids", "".join(element("Did", {"Number": number}) for number in numbers))

    @pytest.mark.parametrize(
        "shown",
        [
            element("Dids", element("DID", {"Number": "12175550100"})),
            element("Dids", "none of this"),
            listing("Dids", "Did", [{"Number": ""}]),
            listing("Dids", "Did", [{"DidId": "1"}]),
        ],
    )
    def test_nothing_is_ordered_when_it_is_not_clear_what_is_there(self, shown):
        run, service = self.order([], None)
        service.answers["DidBrowse"] = shown
        with pytest.raises(RemoteError):
            run()
        assert "DidRequest" not in service.actions

    def test_only_what_is_missing_is_ordered(self):
        run, service = self.order([["12175550100", "13125550100"]], self.dids("12175550101"))
        assert run()["ordered"] == ["12175550101"]
        assert service.of("DidRequest") == [{"UserId": "41002", "Protocol": "sip", "NpaNxx[217555]": "1"}]
        (request,) = [sent for sent in service.sent if sent.action == "DidRequest"]
        assert request.repeatable is False

    def test_nothing_is_ordered_in_check_mode_or_when_enough_is_there(self):
        run, service = self.order([[]], None, check_mode=True)
        assert run()["changed"]
        assert "DidRequest" not in service.actions
        run, service = self.order([["12175550100", "12175550101"]], None)
        assert not run()["changed"]
        assert service.actions == ["SessionCreate", "UserRead", "DidBrowse"]

    def test_a_lost_answer_is_looked_up(self):
        run, service = self.order([[], ["12175550100", "12175550101"]], self.LOST)
        assert run()["ordered"] == ["12175550100", "12175550101"]
        assert service.actions.count("DidRequest") == 1

    @pytest.mark.parametrize("arrived", [[], ["12175550100"]])
    def test_what_did_not_arrive_is_not_ordered_again(self, arrived):
        run, service = self.order([[], arrived], self.LOST)
        with pytest.raises(RemoteError, match=f"{len(arrived)} of 2 numbers arrived. It was not ordered again"):
            run()
        assert service.actions.count("DidRequest") == 1

    def test_an_order_that_is_filled_in_part_fails_and_names_what_came(self):
        run, _service = self.order([[]], self.dids("12175550100"))
        with pytest.raises(
            ItemError, match=re.escape("2 numbers of 217555 were ordered, and 1 could be had (12175550100)")
        ):
            run()
