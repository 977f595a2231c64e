"""What leans to fact and what to opinion. The sentences are ours; those that people judged are not ours to keep."""

import pytest

from tests.benchmarks import opinions
from tutor.article import parse_article
from tutor.article.opinion import Opinion, leaning, leanings

OPINION = """
Our council has lost its mind, and we all pay for it.
Nobody with any sense can believe such nonsense.
It is a shame that the park looks so sad.
We should never let this happen again.
The new library is simply the best thing in town.
What kind of leader hides from the truth?
There is nothing wrong with a little rain, after all.
This is not a plan; it is an insult.
I think that homework does more harm than good.
Of course the rich can afford to wait.
The real problem is that no one dares to say it.
Why should we trust them now?
So much for the promise of a better life!
A good teacher matters more than any new computer.
The film is far too long and much too loud.
That is exactly the kind of thinking that got us into this mess.
It would be foolish to ignore the danger.
Sadly, the mayor cares more about his image than about us.
You cannot love a city and forget its poor.
These greedy owners deserve no pity.
Surely there must be a better way.
It makes no sense at all to build a road that nobody wants.
The idea is as simple as it is beautiful.
If we do not act, our children will never forgive us.
Such cowardly excuses fool nobody.
""".strip().splitlines()

FACT = """
The council voted on Tuesday to close the pool.
Police arrested two men after the fire on Mill Street.
The company reported sales of 4.5 million dollars in March.
The mayor said the bridge would open in June.
About 300 people attended the meeting at the town hall.
The train left the station at 10:30 and arrived in Rome at noon.
A spokesman for the ministry declined to comment.
She was born in 1871 and moved to London in 1890.
The court ordered the firm to pay $20,000.
According to the report, 40 percent of the farms have closed.
The school has 420 pupils and 31 teachers.
The river rose by two metres during the night.
Researchers measured the temperature of the lake every hour.
The bill passed the Senate in a vote of 52 to 48.
The driver, 34, was taken to a hospital in Leeds.
The bakery on King Street opened in April.
Whales are mammals and breathe air.
Two ships collided in the harbour on Monday morning.
Bees make honey from nectar.
The law requires shops to close at 8 p.m. on Sundays.
Officials confirmed three new cases in the county.
The museum holds 1,200 paintings from the 17th century.
Workers replaced the roof of the station last year.
Water boils at a hundred degrees.
The survey asked 2,000 residents about their bus routes.
""".strip().splitlines()


@pytest.mark.parametrize("sentence", OPINION)
def test_what_somebody_makes_of_it_leans_to_opinion(sentence: str) -> None:
    assert leaning(sentence).opinion is Opinion.OPINION


@pytest.mark.parametrize("sentence", FACT)
def test_what_can_be_checked_leans_to_fact(sentence: str) -> None:
    assert leaning(sentence).opinion is Opinion.FACT_LIKE


def test_a_fact_told_with_a_judgement_stands_between() -> None:
    assert leaning("The council approved the ugly tower in a vote on Monday.").opinion is Opinion.FACT_LIKE
    assert leaning("In May the council approved the tower, an ugly mistake that we will regret.").score > 0.5
    plain, judged = leaning("The firm closed the mill."), leaning("The greedy firm closed the mill.")
    assert plain.score < judged.score


@pytest.mark.parametrize("sentence", ["", "   ", "…", "1998", "!!!"])
def test_anything_has_a_score(sentence: str) -> None:
    assert 0 <= leaning(sentence).score <= 1


def test_quoted_words_weigh_less_than_the_authors_own() -> None:
    assert leaning("He called it “a stupid, shameful mess”.").score < leaning("It was a stupid, shameful mess.").score


def test_typewriter_and_curly_apostrophes_are_one() -> None:
    assert leaning("It's time we didn't wait.") == leaning("It’s time we didn’t wait.")


def test_an_article_has_a_leaning_for_each_sentence() -> None:
    text = "The pool opened on Monday. It is a disgrace! “We love it,” said Ada Rossi.\n\nWhy do we put up with this?"
    article = parse_article(text, markdown=False)
    assert len(leanings(article)) == len(article.sentences) == 4
    assert [found.opinion is Opinion.OPINION for found in leanings(article)] == [False, True, False, True]


@pytest.mark.skipif(not opinions.DATA.is_file(), reason="the BABE sentences are not beside the project")
@pytest.mark.parametrize(("part", "floor"), [("development", 0.84), ("validation", 0.82)])
def test_agreement_with_people(part: str, floor: float) -> None:
    assert opinions.opinion(part).macro_f1 >= floor
