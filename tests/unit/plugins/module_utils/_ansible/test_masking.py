# Copyright (c) 2026 the dialtone.voip contributors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Secrets disappear from texts, and nothing else does."""

from __future__ import annotations

import json
import time
from html import escape
from urllib.parse import quote, quote_plus

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from ansible_collections.dialtone.voip.plugins.module_utils._ansible.masking import MASK, Masker
from ansible_collections.dialtone.voip.plugins.module_utils._ansible.secrets import secrets_in
from ansible_collections.dialtone.voip.plugins.module_utils._model.field import Field
from ansible_collections.dialtone.voip.tests.unit.plugins.module_utils._engine.sample import THING

LONG = "corr3ct-horse"


@pytest.mark.parametrize(
    "text",
    [
        "extension 1234",
        "1234",
        "12345",
        "0911234",
        "4101-1234",
        "user 1234 has the pin 4711",
        "/rest/user/1234",
        '{"extension": "1234", "id": 1234}',
        "spinning: 1234",
        "pin=12345",
        "pin=91234",
        "<pin>12345</pin>",
    ],
)
def test_a_short_pin_hides_nothing_that_only_looks_like_it(text):
    assert Masker(["1234"]).text(text) == text


@pytest.mark.parametrize(
    ("text", "masked"),
    [
        ("pin=1234", f"pin={MASK}"),
        ("pin=1234&x=1234", f"pin={MASK}&x=1234"),
        ("PIN: 1234.", f"PIN: {MASK}."),
        ("the pin '1234' is too short", f"the pin '{MASK}' is too short"),
        ("<pin>1234</pin>", f"<pin>{MASK}</pin>"),
        ('<user pin="1234"/>', f'<user pin="{MASK}"/>'),
        ('{"pin": "1234", "x": "1234"}', f'{{"pin": "{MASK}", "x": "1234"}}'),
        ('{"pin" : 1234}', f'{{"pin" : {MASK}}}'),
        ('{\\"pin\\": \\"1234\\"}', f'{{\\"pin\\": \\"{MASK}\\"}}'),
        ("voicemailPin=1234", f"voicemailPin={MASK}"),
        ("voicemail-pin (1234)", f"voicemail-pin ({MASK})"),
        ("sipPassword=1234", f"sipPassword={MASK}"),
        ("sip_password=1234", f"sip_password={MASK}"),
        ("passwd=1234 pwd=1234", f"passwd={MASK} pwd={MASK}"),
        ("pintoken: 1234", f"pintoken: {MASK}"),
        ("secret=1234, token=1234", f"secret={MASK}, token={MASK}"),
        ("pin=1234, pin=4711", f"pin={MASK}, pin=4711"),
    ],
)
def test_a_short_pin_is_hidden_where_the_text_says_that_it_is_one(text, masked):
    assert Masker(["1234"]).text(text) == masked


@pytest.mark.parametrize("secret", ["a;b", "a&1", '1"2', ",", "(x", "=a", "x y"])
def test_a_short_secret_may_have_any_character(secret):
    assert Masker([secret]).text(f"{secret} pin: {secret}!") == f"{secret} pin: {MASK}!"


@pytest.mark.parametrize("secret", ["493012345678", "000000"])
def test_digits_are_ambiguous_however_many_because_they_may_be_a_number_to_call(secret):
    assert Masker([secret]).text(f"called {secret}, pin={secret}") == f"called {secret}, pin={MASK}"


@pytest.mark.parametrize("text", ["{}", "x{}x", "a {} b {} c", "password={}", "{{'a': '{}'}}"])
def test_a_telling_secret_is_hidden_everywhere(text):
    assert LONG not in Masker([LONG]).text(text.format(LONG, LONG))
    assert MASK in Masker([LONG]).text(text.format(LONG, LONG))


@pytest.mark.parametrize(
    "secret", ["s&cret<word>", 'quo"ted\\word', "with space+plus/slash", "ümläüt-wörd", "new\nline12"]
)
@pytest.mark.parametrize(
    "spell",
    [str, lambda s: quote(s, safe=""), quote_plus, escape, lambda s: json.dumps(s)[1:-1]],
    ids=["plain", "path", "form", "html", "json"],
)
def test_a_telling_secret_is_hidden_however_a_server_spells_it(secret, spell):
    assert Masker([secret]).text(f"got: {spell(secret)}.") == f"got: {MASK}."


def test_of_two_secrets_one_inside_of_the_other_nothing_is_left_over():
    assert Masker(["horse-1", "corr3ct-horse-1-staple"]).text("corr3ct-horse-1-staple horse-1") == f"{MASK} {MASK}"


def test_secrets_are_taken_literally():
    assert Masker(["a.c*e+f", "(x|y)z"]).text("abcde+f a.c*e+f") == f"abcde+f {MASK}"


@pytest.mark.parametrize("secrets", [[], [""], [None]])
def test_without_secrets_nothing_is_touched(secrets):
    value = {"a": ["pin=", 5, None]}
    assert Masker(secrets).data(value) is value


def test_data_is_masked_at_any_depth_and_keeps_its_types():
    value = {"a": [f"x{LONG}", {"b": (LONG, 5, True, None, 1.5)}], f"key {LONG}": "pin=1234"}
    assert Masker([LONG, "1234"]).data(value) == {
        "a": [f"x{MASK}", {"b": [MASK, 5, True, None, 1.5]}],
        f"key {MASK}": f"pin={MASK}",
    }


@pytest.mark.parametrize("word", ["changed", "failed", "before", "module_args", "user_name"])
def test_the_language_of_results_stays_even_where_it_is_somebodys_password(word):
    assert Masker([word]).data({word: word}) == {word: MASK}


def test_the_given_data_is_not_changed():
    value = {"a": [LONG]}
    Masker([LONG]).data(value)
    assert value == {"a": [LONG]}


SECRETS = st.lists(st.text(min_size=6, max_size=12).filter(lambda s: not s.isdigit()), min_size=1, max_size=4)


@given(SECRETS, st.lists(st.text(max_size=10), min_size=2, max_size=5))
def test_no_telling_secret_survives_in_any_text(secrets, pieces):
    text = secrets[0].join(pieces)
    masked = Masker(secrets).text(text)
    assert secrets[0] not in masked.replace(MASK, "") or any(other in secrets[0] for other in secrets[1:])


@given(SECRETS, st.text(alphabet="klmno <>=:", max_size=30))
def test_what_holds_no_secret_is_not_changed(secrets, text):
    assume(not any(secret in text for secret in secrets))
    assert Masker(secrets).text(text) == text


@pytest.mark.parametrize(
    "text",
    ["a-" * 50_000, "pin" * 50_000, "pin=" * 50_000, "-" * 100_000, "pin" + " " * 100_000, "key-" * 50_000],
    ids=lambda text: text[:5],
)
def test_hostile_texts_do_not_take_long(text):
    begun = time.process_time()
    Masker(["1234", LONG]).text(text)
    assert time.process_time() - begun < 5


def test_the_work_does_not_grow_with_the_number_of_secrets():
    text = "The user 4101 is already in use by somebody else. " * 400
    few, many = (Masker(f"s3cret-{number:06}" for number in range(count)) for count in (10, 10_000))
    few.text(text)
    begun = time.process_time()
    few.text(text)
    middle = time.process_time()
    many.text(text)
    assert time.process_time() - middle < 10 * (middle - begun) + 0.2


def test_many_short_texts_and_many_lengths_of_secrets_are_no_trouble():
    masker = Masker(f"s3cret-{'x' * (number % 60)}-{number:05}" for number in range(5000))
    result = {"results": [{"user_name": str(number), "action": "updated", "msg": "x" * 60} for number in range(2000)]}
    begun = time.process_time()
    masker.data(result)
    assert time.process_time() - begun < 2


def test_secrets_are_found_at_any_depth_by_the_declaration():
    values = {
        "name": "not-secret",
        "pin": "S1",
        "code": 4711,
        "settings": {"line/secret": "S2", "line/name": "not-secret", "my-secret-pin": ["S3"]},
        "address": {"street": "not-secret", "key": "S4"},
        "rings": [{"user": "not-secret", "pin": "S5"}, {"pin": "S6"}],
    }
    assert sorted(secrets_in(THING.fields, values)) == ["4711", "S1", "S2", "S3", "S4", "S5", "S6"]


@pytest.mark.parametrize(
    "values",
    [
        {},
        {"pin": None, "settings": None, "rings": None, "address": None},
        {"settings": "a=b", "rings": "x", "address": 5},
        {"settings": ["a"], "rings": [["x"], None, 5], "address": [1]},
        {"pin": True},
    ],
)
def test_values_of_the_wrong_type_are_looked_into_as_far_as_possible(values):
    assert list(secrets_in(THING.fields, values)) == []


def test_a_secret_of_the_wrong_type_is_still_a_secret():
    assert sorted(secrets_in(THING.fields, {"pin": ["S1", {"x": "S2"}], "address": [{"key": "S3"}]})) == [
        "S1",
        "S2",
        "S3",
    ]


def test_a_map_of_secrets_is_secret_as_a_whole():
    assert list(secrets_in([Field("codes", "dict", secret=True)], {"codes": {"door": "S1", "gate": {"x": "S2"}}})) == [
        "S1",
        "S2",
    ]
