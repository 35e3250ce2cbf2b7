# Copyright (c) 2026 the dialtone.voip contributors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Items from JSON, YAML and CSV files."""

from __future__ import annotations

import csv
import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ansible_collections.dialtone.voip.plugins.module_utils._ansible.item_source import read_items
from ansible_collections.dialtone.voip.plugins.module_utils._model.errors import CallError
from ansible_collections.dialtone.voip.plugins.module_utils._model.field import Field
from ansible_collections.dialtone.voip.plugins.module_utils._model.item import ItemReader
from ansible_collections.dialtone.voip.plugins.module_utils._model.resource import Resource
from ansible_collections.dialtone.voip.tests.unit.plugins.module_utils._engine.sample import THING

ITEMS = [{"name": "a", "enabled": True, "groups": ["x"]}, {"name": "b", "settings": {"p/q": 1}}]


@pytest.fixture
def read(tmp_path):
    def read(name, content, resource=THING, separator=";"):
        path = tmp_path / name
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
        return read_items(str(path), resource, separator)

    return read


@pytest.fixture
def refusal(read):
    def refusal(*arguments, **more):
        with pytest.raises(CallError) as caught:
            read(*arguments, **more)
        return caught.value.message

    return refusal


@pytest.mark.parametrize("content", [ITEMS, {"small_things": ITEMS}, {"small_things": ITEMS, "other": 1}])
def test_json_holds_a_list_or_a_map_with_the_list(read, content):
    assert read("things.json", json.dumps(content)) == ITEMS


@pytest.mark.parametrize("name", ["things.yml", "things.yaml", "THINGS.YML"])
@pytest.mark.parametrize("head", ["", "---\n", "small_things:\n"])
def test_yaml_holds_a_list_or_a_map_with_the_list(read, name, head):
    content = head + "- {name: a, enabled: true, groups: [x]}\n- name: b\n  settings: {p/q: 1}\n"
    assert read(name, content) == ITEMS


def test_a_byte_order_mark_does_no_harm(read):
    assert read("t.json", b"\xef\xbb\xbf" + json.dumps(ITEMS).encode()) == ITEMS
    assert read("t.csv", b"\xef\xbb\xbfname,title\na,T\n") == [{"name": "a", "title": "T"}]
    assert read("t.yml", b"\xef\xbb\xbf- name: a\n") == [{"name": "a"}]


@pytest.mark.parametrize("content", ['"text"', "5", "null", "{}", '{"small_things": {}}', '{"things": []}'])
@pytest.mark.parametrize("ending", ["json", "yml"])
def test_a_file_without_a_list_is_refused(refusal, content, ending):
    assert "must hold a list, or a map with the list small_things" in refusal(f"t.{ending}", content)


@pytest.mark.parametrize(
    ("name", "content", "complaint"),
    [
        ("t.json", '[\n{"pin": "Hunter2"},\n{pin: Hunter2}]', "is not valid JSON (line 3)"),
        ("t.json", '["Hunter2', "is not valid JSON (line 1)"),
        ("t.json", "[" * 100_000, "is not valid JSON"),
        ("t.json", b'["\xff\xfeHunter2"]', "is not UTF-8 text"),
        ("t.yml", "- pin: Hunter2\n- pin: [Hunter2\n", "is not valid YAML (line "),
        ("t.yml", "- pin: 'Hunter2\n", "is not valid YAML (line "),
        ("t.yml", "- !!python/object/apply:os.system [Hunter2]\n", "is not valid YAML (line 1)"),
        ("t.yml", "- pin: 2026-99-99T99:99:99\n  x: Hunter2\n", "is not valid YAML"),
        ("t.yml", b"- pin: \xff\xfeHunter2\n", "is not UTF-8 text"),
        ("t.yml", "- pin: Hunter2\x00\n", "is not valid YAML"),
        ("t.csv", 'name,pin\na,"Hunter2\n', "line 2"),
        ("t.csv", 'name,pin\na,"Hunter2"x\n', "line 2"),
        ("t.csv", b"name,pin\na,\xff\xfeHunter2\n", "is not UTF-8 text"),
        ("t.csv", "name,pin\na,Hunter2,more\n", "line 2 has 3 cells, the header has 2"),
        ("t.csv", "name,pin\n\na\n", "line 3 has 1 cells, the header has 2"),
        ("t.csv", "name,pin\na," + "Hunter2" * 100_000 + "\n", "line 2: field larger than"),
    ],
)
def test_a_file_that_cannot_be_read_is_refused_by_place_and_never_quoted(refusal, name, content, complaint):
    message = refusal(name, content)
    assert message.startswith("src: ")
    assert complaint in message
    assert "Hunter2" not in message


@pytest.mark.parametrize("name", ["things.txt", "things", "things.csv.gz", "things.xlsx"])
def test_an_unknown_ending_is_refused(refusal, name):
    assert refusal(name, "[]").endswith("must end in .json, .yml, .yaml or .csv")


@pytest.mark.parametrize("ending", ["json", "yml", "csv"])
def test_a_missing_file_is_refused_with_the_systems_reason(ending, tmp_path):
    with pytest.raises(CallError, match=r"cannot read .*: No such file or directory"):
        read_items(str(tmp_path / f"missing.{ending}"), THING, ";")
    (tmp_path / f"folder.{ending}").mkdir()
    with pytest.raises(CallError, match=r"cannot read .*: Is a directory"):
        read_items(str(tmp_path / f"folder.{ending}"), THING, ";")


def test_csv_columns_are_options(read):
    content = "name , title,groups,settings.p/q.r,address.street,state\na,T,x; y;,1,Main Street,absent\n"
    assert read("t.csv", content) == [
        {
            "name": "a",
            "title": "T",
            "groups": ["x", "y"],
            "settings": {"p/q.r": "1"},
            "address": {"street": "Main Street"},
            "state": "absent",
        }
    ]


def test_an_empty_cell_means_omitted(read):
    assert read("t.csv", "name,title,groups,settings.p\na,,,\nb, ,  ,\t\n") == [{"name": "a"}, {"name": "b"}]


def test_an_empty_row_is_no_item(read):
    assert read("t.csv", "name,title\n\na,T\n,\n  , \n\nb,U") == [
        {"name": "a", "title": "T"},
        {"name": "b", "title": "U"},
    ]


def test_quotes_protect_commas_and_lines(read):
    assert read("t.csv", 'name,title\r\na,"x, ""y""\nz"\r\n') == [{"name": "a", "title": 'x, "y"\nz'}]


def test_cells_keep_their_blanks_because_a_password_may_have_some(read):
    assert read("t.csv", "name,pin\na, x y \n") == [{"name": "a", "pin": " x y "}]


def test_leading_zeros_are_kept(read):
    assert read("t.csv", "name,pin\n0041,007\n") == [{"name": "0041", "pin": "007"}]


@pytest.mark.parametrize(("separator", "cell"), [("|", "x|y"), (" ", "x y"), ("; ", "x; y")])
def test_another_separator_may_be_chosen(read, separator, cell):
    assert read("t.csv", f"name,groups\na,{cell}\n", separator=separator) == [{"name": "a", "groups": ["x", "y"]}]


def test_no_separator_is_refused(refusal):
    assert refusal("t.csv", "name,groups\na,x\n", separator="") == "list_separator must not be empty"


def test_lists_inside_of_maps_are_split_too(read):
    options = (Field("days", "list", elements="str"), Field("note"))
    resource = Resource(
        "rule", "rules", "name", (Field("name", required=True), Field("hours", "dict", options=options))
    )
    assert read("t.csv", "name,hours.days,hours.note\na,mo;tu,x;y\n", resource=resource) == [
        {"name": "a", "hours": {"days": ["mo", "tu"], "note": "x;y"}}
    ]


@pytest.mark.parametrize(
    ("header", "complaint"),
    [
        ("name,titel", "has columns that are no options of a small thing: titel"),
        ("name,title.x", "no options of a small thing: title.x"),
        ("name,address.town", "no options of a small thing: address.town"),
        ("name,a.b,c", "no options of a small thing: a.b, c"),
        ("name;title", "no options of a small thing: name;title"),
        ("name,,title", "no options of a small thing: (without a name)"),
        ("name,settings", "settings is a map; give its options columns of their own, like settings.NAME"),
        ("name,settings,settings.x", "settings is a map"),
        ("name,title,name", "has two columns of one name"),
    ],
)
def test_a_column_that_is_no_option_is_refused_before_any_item(refusal, header, complaint):
    assert complaint in refusal("t.csv", f"{header}\n{'x,' * header.count(',')}x\n")


def test_read_only_columns_are_accepted_as_in_other_forms_of_input(read):
    (item,) = read("t.csv", "id,name,title\n7,a,T\n")
    assert ItemReader(THING).read(item) == ("present", {"name": "a", "title": "T"})


def test_where_there_is_no_state_there_is_no_column_for_it(refusal):
    resource = Resource("number", "numbers", "name", (Field("name", required=True),), given=True)
    assert "no options of a number: state" in refusal("t.csv", "name,state\na,present\n", resource=resource)


def test_a_header_alone_holds_no_items(read):
    assert read("t.csv", "name,title\n") == read("t.csv", "") == []


WORDS = st.text(st.characters(exclude_categories=["Cs", "Cc"]), min_size=1, max_size=6).map(str.strip).filter(bool)
ROWS = st.lists(
    st.fixed_dictionaries(
        {"name": WORDS},
        optional={
            "title": WORDS,
            "groups": st.lists(WORDS.filter(lambda word: ";" not in word), min_size=1, max_size=3),
            "settings": st.dictionaries(st.sampled_from(["p", "q.r"]), WORDS, min_size=1),
        },
    ),
    max_size=5,
)


@given(ROWS)
def test_what_a_spreadsheet_writes_is_read_back(tmp_path_factory, rows):
    path = tmp_path_factory.getbasetemp() / "written.csv"
    with open(path, "w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(["name", "title", "groups", "settings.p", "settings.q.r"])
        for row in rows:
            settings = row.get("settings", {})
            cells = [row["name"], row.get("title"), ";".join(row.get("groups", []))]
            writer.writerow([*cells, settings.get("p"), settings.get("q.r")])
    assert read_items(str(path), THING, ";") == rows
