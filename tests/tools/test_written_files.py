# Copyright (c) 2026 the dialtone.voip contributors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Files that tools write from others are up to date."""

from __future__ import annotations

import pytest

from tools.endpoint_coverage import PAGE, flaws, page, platforms
from tools.nested_options import nested, stale_modules
from tools.role_arguments import ROOT, SOURCES, rendered


def test_plural_modules_have_the_options_of_their_singular_modules() -> None:
    assert stale_modules(write=False) == []


@pytest.mark.parametrize("source", sorted(SOURCES.glob("*.yml")), ids=lambda path: path.stem)
def test_roles_have_the_options_of_their_modules(source) -> None:
    target = ROOT / "roles" / source.stem / "meta" / "argument_specs.yml"
    assert target.read_text(encoding="utf-8") == rendered(source)


def test_links_to_options_are_qualified_when_they_are_nested() -> None:
    singular = "options:\n  name:\n    description: Not O(other), but O(name=x) and O(name.part).\n    type: str\n"
    plural = "options:\n  things:\n    type: list\n    suboptions: {}\nnotes: []\n"
    assert (
        "      name:\n        description: Not O(other), but O(things[].name=x) and O(things[].name.part).\n"
        in nested(plural, singular)
    )
    assert nested(plural, singular).endswith("notes: []\n")


def test_the_coverage_page_says_what_its_files_say() -> None:
    tables = platforms()
    assert [flaw for platform, rows in tables.items() for flaw in flaws(platform, rows)] == []
    assert PAGE.read_text(encoding="utf-8") == page(tables)
