# Copyright (c) 2026 the dialtone.voip contributors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""The filter that cuts planned changes into batches."""

from __future__ import annotations

from typing import Any

import pytest
from ansible.errors import AnsibleFilterError

from ansible_collections.dialtone.voip.plugins.filter.batches import batches

DASH = "\N{EN DASH}"


def planned(*actions: str) -> dict[str, Any]:
    return {"results": [{"index": index, "action": action} for index, action in enumerate(actions)]}


def test_batches_say_which_of_how_many_they_are() -> None:
    found = batches(planned(*["created"] * 1000), 250, "users")
    assert [batch["label"] for batch in found][1] == f"users 251{DASH}500 of 1,000"
    assert [index for batch in found for index in batch["indexes"]] == list(range(1000))


def test_the_last_batch_is_what_is_left() -> None:
    found = batches(planned(*["updated"] * 5), 2)
    assert [batch["label"] for batch in found] == [
        f"objects 1{DASH}2 of 5",
        f"objects 3{DASH}4 of 5",
        f"objects 5{DASH}5 of 5",
    ]


def test_what_frees_a_name_comes_before_what_takes_one() -> None:
    (batch,) = batches(planned("created", "updated", "unchanged", "deleted", "created"), 10)
    assert batch["indexes"] == [3, 1, 0, 4]


def test_nothing_to_do_is_no_batch() -> None:
    assert batches(planned("unchanged", "failed"), 5) == []
    assert batches({"results": [{"action": "deleted"}]}, 5) == []


@pytest.mark.parametrize(("result", "size"), [({}, 5), ("text", 5), ({"results": []}, 0)])
def test_misuse_is_named(result: Any, size: int) -> None:
    with pytest.raises(AnsibleFilterError, match="batches: "):
        batches(result, size)
