"""`counts`: how many different things a reply says; said twice is said once."""

import pytest

from tests.rubric.roof import judge, question, said

OF = ["bees", "danger", "readers", "thought"]
ONE = {"check": "counts", "of": OF, "at_least": 1}
TWO = {"check": "counts", "of": OF, "at_least": 2}
THREE = {"check": "counts", "of": OF, "at_least": 3, "partly": 2}
ALL = {"check": "counts", "of": OF, "at_least": 4, "partly": 1}
EVERY = {"check": "counts", "of": ["bees", "danger"], "at_least": 3, "every": True}
HALF_EVERY = {"check": "counts", "of": ["bees", "danger"], "at_least": 4, "partly": 3, "every": True}
NAMED = {"check": "counts", "of": ["ferrow", "pike"], "at_least": 2, "every": True}
PLACES = {"check": "counts", "of": [["clinic", "doctor"], ["council", "vote"], ["roof"]], "at_least": 2}
HARMS = {
    "check": "counts",
    "of": [["drink ...3 pool"], ["(react | get ill) [very] badly", "allergic"], ["=play ...2 below/under"]],
    "at_least": 2,
}
LEFT_OUT = {"check": "counts", "of": [["no number"], ["not say who"], ["never ask"]], "at_least": 2}

MET = [
    # Enough different ones.
    (TWO, "bees are a risk", "met", "counted"),
    (TWO, "the hives bring visitors", "met", "counted"),
    (TWO, "an idea about bees", "met", "counted"),
    (TWO, "Hives hurt readers and give ideas", "met", "counted"),
    (TWO, "it is dangerous near a hive", "met", "counted"),
    (ONE, "I think it could hurt", "met", "counted"),
    (ALL, "the visitors had an idea: insects are a danger", "met", "counted"),
    # In any order, over sentences and lines, with slips.
    (TWO, "bees. It was dangerous", "met", "counted"),
    (TWO, "a risk\n\nfrom bees", "met", "counted"),
    (TWO, "readers? hives? whatever", "met", "counted"),
    (TWO, "visiters love insectes", "met", "counted"),
    (THREE, "i thougt of a dangrous hive", "met", "counted"),
    (THREE, "bees are a risk for visitors", "met", "counted"),
    (THREE, "insects, though a danger, gave readers ideas", "met", "counted"),
    (THREE, "a risk, visitors, a hive", "met", "counted"),
    # One is denied, enough are left.
    (TWO, "not bees, but visitors and a risk", "met", "counted"),
    (TWO, "bees, bees, bees and the risk", "met", "counted"),
    (THREE, "readers never got hurt, still there is a risk, bees and ideas", "met", "counted"),
    # Every mention counts.
    (EVERY, "bees sting and bees hurt", "met", "counted"),
    (EVERY, "bees and more bees and yet more bees", "met", "counted"),
    (EVERY, "a risk is a risk is a risk", "met", "counted"),
    (EVERY, "bees, hives, insects", "met", "counted"),
    (HALF_EVERY, "Bees sting. My bees stung me", "met", "counted"),
    (NAMED, "Ferrow likes them and Pike does not", "met", "counted"),
    # Phrases given in place, with gaps, alternatives, one form only and a negation of their own.
    (PLACES, "The doctor told the council", "met", "counted"),
    (PLACES, "on the roof, near the clinic", "met", "counted"),
    (PLACES, "they voted about the roof", "met", "counted"),
    (HARMS, "they drink from the little pool and toddlers play right under it", "met", "counted"),
    (HARMS, "some get ill very badly as they are allergic, and kids play below", "met", "counted"),
    (LEFT_OUT, "He gives no numbers and does not say who it was", "met", "counted"),
    (LEFT_OUT, "they never asked the families and there is no number", "met", "counted"),
]

UNMET = [
    # Too few to be a part.
    (THREE, "bees", "unmet", "some"),
    (THREE, "bees, hives and insects", "unmet", "some"),
    (THREE, "bees are no danger", "unmet", "some"),
    (THREE, "visitors and more visitors", "unmet", "some"),
    (HALF_EVERY, "a hive is a risk", "unmet", "some"),
    (HALF_EVERY, "no hive is ever a risk, a bee is", "unmet", "some"),
    # None.
    (TWO, "it is boring", "unmet", "missing"),
    (TWO, "", "unmet", "missing"),
    (TWO, "p3s1", "unmet", "missing"),
    (TWO, "nobody there tells us much", "unmet", "missing"),
    (ONE, "honey tastes great", "unmet", "missing"),
    (ALL, "the vote is on Friday", "unmet", "missing"),
    (EVERY, "nothing much", "unmet", "missing"),
    # Other words, that only look like them.
    (TWO, "thoughtful people", "unmet", "missing"),
    (TWO, "a beer for the leaders", "unmet", "missing"),
    (ONE, "readiness is all", "unmet", "missing"),
    (PLACES, "the proof", "unmet", "missing"),
    (PLACES, "on the list", "unmet", "missing"),
    (HARMS, "they swim in the pool", "unmet", "missing"),
    (HARMS, "he played a song below", "unmet", "missing"),
    (HARMS, "they react fast, and badly", "unmet", "missing"),
    (LEFT_OUT, "he said who asked for a number", "unmet", "missing"),
    # Denied.
    (TWO, "there is no danger", "unmet", "negated"),
    (TWO, "they are not dangerous and never hurt", "unmet", "negated"),
    (TWO, "without bees, without visitors", "unmet", "negated"),
    (ALL, "no hives, no readers, no danger, no idea", "unmet", "negated"),
    (EVERY, "it isn't a risk", "unmet", "negated"),
    (EVERY, "never bees, never hives, never insects", "unmet", "negated"),
    (PLACES, "no roof", "unmet", "negated"),
    (HARMS, "toddlers don't play below it", "unmet", "negated"),
]

# One too few or one more; the same one again; one that is denied or copied.
NEAR = [
    (TWO, "bees", "partly", "some"),
    (TWO, "bees and bees and hives and insects", "partly", "some"),
    (TWO, "there is a danger, a risk, a big risk", "partly", "some"),
    (TWO, "a hive is not a danger", "partly", "some"),
    (TWO, "no risk, just ideas", "partly", "some"),
    (TWO, "a hive is not a joke, but a danger", "met", "counted"),
    (TWO, "a bee and a ranger", "partly", "some"),
    (TWO, "thoughtful bees", "partly", "some"),
    (ONE, "not dangerous", "unmet", "negated"),
    (ONE, "not only dangerous", "met", "counted"),
    (THREE, "bees are a risk", "partly", "some"),
    (THREE, "bees and hives for visitors", "partly", "some"),
    (THREE, "a risk for the reader is still a risk", "partly", "some"),
    (THREE, "bees are a risk, not an idea", "partly", "some"),
    (ALL, "bees", "partly", "some"),
    (ALL, "bees are a risk for visitors", "partly", "some"),
    # A mention more, a mention fewer; a name of two words is one mention.
    (EVERY, "bees sting", "partly", "some"),
    (EVERY, "bees sting bees", "met", "counted"),
    (EVERY, "bees do not hurt", "partly", "some"),
    (HALF_EVERY, "bees, hives, insects", "partly", "some"),
    (NAMED, "Nadia Ferrow likes them", "partly", "some"),
    (NAMED, "Ferrow likes them, Nadia Ferrow does", "met", "counted"),
    (NAMED, "Owen says it, Pike says it", "met", "counted"),
    # A phrase that is whole, or lacks a word, or has one too many in its gap.
    (PLACES, "the clinic and the doctor", "partly", "some"),
    (PLACES, "the council did not vote", "partly", "some"),
    (HARMS, "they drink from my nice new paddling pool and some kids are allergic", "partly", "some"),
    (HARMS, "kids playing below are allergic", "partly", "some"),
    (LEFT_OUT, "he gives a number but does not say who", "partly", "some"),
    (LEFT_OUT, "no numbers, but it says who and it asks them", "partly", "some"),
    # In copied words only, or with something of one's own.
    (TWO, "The writer claims that the hives on the roof are dangerous.", "partly", "copied"),
    (TWO, "people react badly to a sting. Neighbours report that bees drink from", "partly", "copied"),
    (TWO, "The hives on the roof are dangerous, I think, when toddlers climb", "met", "counted"),
    (TWO, '"react badly to a sting"', "partly", "some"),
]  # fmt: skip


@pytest.mark.parametrize(("test", "reply", "verdict", "aspect"), [*MET, *UNMET, *NEAR])
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
