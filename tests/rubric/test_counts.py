"""`counts`: how many different things a reply says; said twice is said once."""

import pytest

from tests.rubric.roof import judge, question, said

OF = ["bees", "danger", "readers", "thought"]
TWO = {"check": "counts", "of": OF, "at_least": 2}
THREE = {"check": "counts", "of": OF, "at_least": 3, "partly": 2}
EVERY = {"check": "counts", "of": ["bees", "danger"], "at_least": 3, "every": True}
PLACES = {"check": "counts", "of": [["clinic", "doctor"], ["council", "vote"], ["roof"]], "at_least": 2}

CASES = [
    # Enough different ones.
    (TWO, "bees are a risk", "met", "counted"),
    (TWO, "the hives bring visitors", "met", "counted"),
    (TWO, "an idea about bees", "met", "counted"),
    (TWO, "Hives hurt readers and give ideas", "met", "counted"),
    (TWO, "it is dangrous near a hive", "met", "counted"),
    (TWO, "bees. It was dangerous", "met", "counted"),
    (TWO, "bees, bees, bees and the risk", "met", "counted"),
    (TWO, "not bees, but visitors and a risk", "met", "counted"),
    (THREE, "bees are a risk for visitors", "met", "counted"),
    (THREE, "insects, though a danger, gave readers ideas", "met", "counted"),
    (THREE, "a risk, visitors, a hive", "met", "counted"),
    (EVERY, "bees sting and bees hurt", "met", "counted"),
    (EVERY, "bees and more bees and yet more bees", "met", "counted"),
    (EVERY, "a risk is a risk is a risk", "met", "counted"),
    (EVERY, "bees, hives, insects", "met", "counted"),
    (PLACES, "The doctor told the council", "met", "counted"),
    (PLACES, "on the roof, near the clinic", "met", "counted"),
    (PLACES, "they voted about the roof", "met", "counted"),
    # Some: the same one again is still one.
    (TWO, "bees", "partly", "some"),
    (TWO, "bees and bees and hives and insects", "partly", "some"),
    (TWO, "a hive is not a danger", "partly", "some"),
    (TWO, "no risk, just ideas", "partly", "some"),
    (TWO, "there is a danger, a risk, a big risk", "partly", "some"),
    (THREE, "bees are a risk", "partly", "some"),
    (THREE, "bees and hives for visitors", "partly", "some"),
    (THREE, "a risk for the reader is still a risk", "partly", "some"),
    (EVERY, "bees sting", "partly", "some"),
    (EVERY, "bees do not hurt", "partly", "some"),
    (PLACES, "the clinic and the doctor", "partly", "some"),
    (PLACES, "the council did not vote", "partly", "some"),
    # Too few to be a part.
    (THREE, "bees", "unmet", "some"),
    (THREE, "bees, hives and insects", "unmet", "some"),
    (THREE, "bees are no danger", "unmet", "some"),
    (THREE, "visitors and more visitors", "unmet", "some"),
    # None, or denied.
    (TWO, "it is boring", "unmet", "missing"),
    (TWO, "", "unmet", "missing"),
    (TWO, "there is no danger", "unmet", "negated"),
    (TWO, "they are not dangerous and never hurt", "unmet", "negated"),
    (TWO, "thoughtful people", "unmet", "missing"),
    (TWO, "a beer for the leaders", "unmet", "missing"),
    (TWO, "p3s1", "unmet", "missing"),
    (EVERY, "it isn't a risk", "unmet", "negated"),
    (EVERY, "nothing much", "unmet", "missing"),
    (PLACES, "the proof", "unmet", "missing"),
    (PLACES, "no roof", "unmet", "negated"),
    (PLACES, "on the list", "unmet", "missing"),
    # In copied words only.
    (TWO, "The writer claims that the hives on the roof are dangerous.", "partly", "copied"),
    (TWO, "people react badly to a sting. Neighbours report that bees drink from", "partly", "copied"),
    (TWO, "The hives on the roof are dangerous, I think, when toddlers climb", "met", "counted"),
]  # fmt: skip


@pytest.mark.parametrize(("test", "reply", "verdict", "aspect"), CASES)
def test_counts(test: dict, reply: str, verdict: str, aspect: str) -> None:
    assert said(test, reply) == (verdict, aspect)


def test_the_reason_names_what_was_counted() -> None:
    found = judge(THREE, "bees are a risk")
    assert found.words == ("bees", "danger")
    assert "2 different things, 3 wanted" in found.reason


@pytest.mark.parametrize(
    ("keys", "says"),
    [
        ({"of": ["bees"], "at_least": 2}, "of has only 1"),
        ({"of": ["bees", "danger"], "at_least": 2, "partly": 2}, "must be less than at_least"),
        ({"of": [], "at_least": 1}, "at least 1 item"),
        ({"of": ["bees"], "at_least": 0}, "greater than or equal to 1"),
    ],
)
def test_what_can_never_be_met_is_refused(keys: dict, says: str) -> None:
    with pytest.raises(ValueError, match=says):
        question({"check": "counts", **keys})
