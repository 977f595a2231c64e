"""`reasons`: a connective, with something to say on both sides of it."""

import pytest

from tests.rubric.roof import judge, said

REASONS = {"check": "reasons"}
ABOUT = {"check": "reasons", "about": ["danger"]}
EITHER = {"check": "reasons", "about": ["readers", ["noise", "too loud", "keep ...2 awake"]]}
COPIED = "a roof is no place for insects, because children play below it"

MET = [
    (REASONS, "The hives should stay because they bring new visitors in", "met", "reasoned"),
    (REASONS, "it's an opinion because nobody can check it", "met", "reasoned"),
    (REASONS, "opinion cuz nobody can check", "met", "reasoned"),
    (REASONS, "it is weak becuase he never counted them", "met", "reasoned"),
    (REASONS, "I dont trust him bc he counted nobody", "met", "reasoned"),
    # So, therefore and their like; over a full stop, too.
    (REASONS, "Stings happen, so parents worry about small kids", "met", "reasoned"),
    (REASONS, "A doctor warned them. So parents worry now", "met", "reasoned"),
    (REASONS, "She wants visitors, therefore she defends bees", "met", "reasoned"),
    (REASONS, "Parents are scared. Thus fewer kids will come", "met", "reasoned"),
    (REASONS, "Nobody counted the stings, hence his warning sounds weak", "met", "reasoned"),
    (REASONS, "He is a doctor. That is why people believe him", "met", "reasoned"),
    # It shows, proves, means.
    (REASONS, "A doctor warned people. This shows that stings matter", "met", "reasoned"),
    (REASONS, "kids could get hurt, which means parents stay away", "met", "reasoned"),
    (REASONS, "He names a number and that proves he looked it up", "met", "reasoned"),
    (REASONS, "Toddlers scream at night, it suggests trouble with stings", "met", "reasoned"),
    (REASONS, "the wall is low, which means that small kids fall", "met", "reasoned"),
    # The connective opens its sentence.
    (REASONS, "Because some kids are allergic, hives are risky", "met", "reasoned"),
    (REASONS, "Since small kids play there, it might go wrong", "met", "reasoned"),
    (REASONS, "Although honey tastes great, my gran hates bees", "met", "reasoned"),
    # One leads to another, in spite of another, if another.
    (REASONS, "Fewer people come as a result of fear", "met", "reasoned"),
    (REASONS, "He only warns about it, but he gives no numbers", "met", "reasoned"),
    (REASONS, "loud buzzing leads to angry neighbours", "met", "reasoned"),
    (REASONS, "my cousin would faint if a wasp touched him", "met", "reasoned"),
    (REASONS, "the warning is based on hospital numbers", "met", "reasoned"),
    (REASONS, "Parents complained due to swollen arms", "met", "reasoned"),
    # With evidence on one side.
    (REASONS, '"3 in 100 people react badly" shows that stings are risky', "met", "reasoned"),
    (REASONS, "p3s1 proves that stings are risky", "met", "reasoned"),
    (REASONS, "It is risky because p3s1", "met", "reasoned"),
    (REASONS, 'risky because "3 in 100 people react badly to a sting"', "met", "reasoned"),
    # About what was asked.
    (ABOUT, "Kids play there, so somebody might get stung", "met", "reasoned"),
    (ABOUT, "its a risk because toddlers climb everywhere", "met", "reasoned"),
    (EITHER, "they should go because buzzing keeps the babies awake", "met", "reasoned"),
    (EITHER, "Kids love bees, so more people join the library", "met", "reasoned"),
]

UNMET = [
    # No connective.
    (REASONS, "The hives bring new visitors", "unmet", "missing"),
    (REASONS, "It is a good thing", "unmet", "missing"),
    (REASONS, "Kids play there. Somebody might get stung. Parents worry.", "unmet", "missing"),
    (REASONS, "hives are risky and kids are small", "unmet", "missing"),
    (REASONS, "the doctor warns people about stings", "unmet", "missing"),
    (REASONS, "Owen Pike, p3s1", "unmet", "missing"),
    (REASONS, '"Neighbours report that bees drink from their paddling pools"', "unmet", "missing"),
    (REASONS, "first the bees came, then the kids cried", "unmet", "missing"),
    (REASONS, "I like bees more than wasps", "unmet", "missing"),
    (REASONS, "", "unmet", "missing"),
    (REASONS, "p3s1", "unmet", "missing"),
    (REASONS, "?!", "unmet", "missing"),
    (ABOUT, "stings are a risk for kids", "unmet", "missing"),
    # A "so" that says how much, or is idle.
    (REASONS, "It was so good", "unmet", "missing"),
    (REASONS, "Nobody was stung so far", "unmet", "missing"),
    (REASONS, "there were so many bees on that big roof", "unmet", "missing"),
    (REASONS, "mums hate so much noise in summer", "unmet", "missing"),
    (REASONS, "the bees looked so sweet up there", "unmet", "missing"),
    (REASONS, "I think so, the hives are risky", "unmet", "missing"),
    (REASONS, "wasps, flies and so on live up there", "unmet", "missing"),
    (REASONS, "kids got so scared last summer", "unmet", "missing"),
    # A "since" that says from when, an "if" that does not suppose.
    (REASONS, "hives have been there since 2019 and nothing happened", "unmet", "missing"),
    (REASONS, "bees have been up there since April and nothing happened", "unmet", "missing"),
    (REASONS, "kids were scared ever since, poor things", "unmet", "missing"),
    (REASONS, "she acts as if bees were puppies", "unmet", "missing"),
    (REASONS, "even if kids love honey cake", "unmet", "missing"),
    # Words that only look like one.
    (REASONS, "the cause was a broken hive lid", "unmet", "missing"),
    (REASONS, "he showed kids a sweet little hive", "unmet", "missing"),
]

NEAR = [
    # Nothing to link on one side.
    (REASONS, "because it is", "partly", "one-sided"),
    (REASONS, "I think so because.", "partly", "one-sided"),
    (REASONS, "because because because", "partly", "one-sided"),
    (REASONS, "Because of the bees", "partly", "one-sided"),
    (REASONS, "so they could", "partly", "one-sided"),
    (REASONS, "Because small kids play below", "partly", "one-sided"),
    (REASONS, "Because small kids play below, hives are risky", "met", "reasoned"),
    (REASONS, "small kids play below so", "partly", "one-sided"),
    (REASONS, "if small kids play there they might swallow one", "met", "reasoned"),
    (REASONS, "if small kids play there and they might swallow one", "partly", "one-sided"),
    (REASONS, "Because mothers say they hate buzzing", "partly", "one-sided"),
    (REASONS, "Because mothers hate buzzing they moved away", "met", "reasoned"),
    (REASONS, "Because those hives they keep are noisy", "partly", "one-sided"),
    (REASONS, "Therefore parents worry about kids", "partly", "one-sided"),
    (REASONS, "Bees sting. Therefore parents worry about kids", "met", "reasoned"),
    # The same on both sides, or hardly more than a word.
    (REASONS, "it is bad because it is bad", "partly", "one-sided"),
    (REASONS, "stings hurt because stinging hurts", "partly", "one-sided"),
    (REASONS, "stings hurt because stinging hurts kids", "met", "reasoned"),
    (REASONS, "risky because bad", "partly", "one-sided"),
    (REASONS, "risky because terribly bad", "met", "reasoned"),
    # Copied on both sides, or on the one that would have to be the learner's own.
    (REASONS, COPIED, "partly", "copied"),
    (REASONS, f"Anyone with sense can see that {COPIED}", "partly", "copied"),
    (REASONS, f"{COPIED}, so hives frighten every single mother", "partly", "one-sided"),
    (REASONS, f'"{COPIED}", so hives frighten every single mother', "met", "reasoned"),
    # The question's own claim may be argued for, but not with itself.
    (REASONS, "The hives on the roof are dangerous because small kids play there", "met", "reasoned"),
    (REASONS, "a kid got ill, this shows the hives on the roof are dangerous", "met", "reasoned"),
    (REASONS, "what evidence does the article give because the hives on the roof are dangerous", "partly", "copied"),
    # A connective that links, beside one that does not; the same word linking, and not.
    (REASONS, "it was so loud because thousands of bees buzz", "met", "reasoned"),
    (REASONS, "nobody was stung so far, so parents calmed down", "met", "reasoned"),
    (REASONS, "hives have been safe since a net covers them", "met", "reasoned"),
    (REASONS, "hives have been safe since May", "unmet", "missing"),
    (REASONS, "so kids stay home since mothers worry", "met", "reasoned"),
    (REASONS, "the bees, so sweet, so small", "unmet", "missing"),
    (REASONS, "the bees buzz, so babies wake", "met", "reasoned"),
    # Evidence stands beside a word, or alone.
    (REASONS, "because p3s1", "partly", "one-sided"),
    (REASONS, "Stings are risky. p3s1", "unmet", "missing"),
    (REASONS, "p3s1 shows that", "partly", "one-sided"),
    (REASONS, "p3s1 and p3s3", "unmet", "missing"),
    # About something else; the wanted word is denied, or stands in another sentence.
    (ABOUT, "Kids play there, so their books get wet", "partly", "some"),
    (ABOUT, "Kids play there, so nobody wants a sting", "partly", "some"),
    (ABOUT, "Stings are a risk. Kids stay home because mothers worry a lot.", "partly", "some"),
    (ABOUT, "Stings are a risk. So kids stay home with worried mothers.", "met", "reasoned"),
    (ABOUT, "it gets wet because kids splash and it is risky because they get stung", "met", "reasoned"),
    (EITHER, "they should go because buzzing keeps babies cranky", "partly", "some"),
    (EITHER, "visitors because", "partly", "one-sided"),
]  # fmt: skip


@pytest.mark.parametrize(("test", "reply", "verdict", "aspect"), [*MET, *UNMET, *NEAR])
def test_reasons(test: dict, reply: str, verdict: str, aspect: str) -> None:
    assert said(test, reply) == (verdict, aspect)


def test_the_span_runs_over_both_sides_and_the_words_are_the_connective() -> None:
    reply = "I know. The hives are risky because small kids play there."
    found = judge(REASONS, reply)
    assert [span.of(reply) for span in found.spans] == ["The hives are risky because small kids play there"]
    assert found.words == ("because",)
