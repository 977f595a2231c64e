"""Words that a critical reader stops at. All sentences are ours; each row: a sentence, and what is marked in it."""

from collections.abc import Callable, Iterator

import pytest

from tests.benchmarks import opinions
from tutor.article import Article, Span, parse_article
from tutor.article.inflections import of_adjectives, of_nouns, of_verbs
from tutor.article.judging import BLAME, EITHER, MILD, PRAISE, judges
from tutor.article.voices import attributions
from tutor.article.wording import calls, connectives, hedges, judging, unsourced

HEDGES = """
The bridge may close next spring. | may
Perhaps the rain kept people away. | Perhaps
It could be the largest fire this year. | could
The two boys were allegedly seen near the shed. | allegedly
She might have missed the bus. | might
The fish seem to prefer warm water. | seem
The plan appears to be working. | appears
About 300 people came. | About
The lake is thought to be very old. | is thought to
Prices will probably rise. | probably
Most of the ice has almost gone. | almost
To some extent the mayor is right. | To some extent
It is unclear who opened the gate. | It is unclear
I think the school needs a new roof. | I think
This tends to happen in winter. | tends to
The results suggest that sleep helps. | suggest that
In some cases the roof leaks. | In some cases
Roughly half the class agreed. | Roughly
The storm looks as if it is over. | looks as if
Generally the bus is on time. | Generally
The road is likely to flood. | likely
In my view the vote was fair. | In my view
The factory was said to be empty. | was said to
The treatment is potentially useful. | potentially
The potential cost is not known. | potential
The letter was reported to him. | was reported to
"""

NO_HEDGES = """
The fair opens in May.
On 3 May the ferry sank.
The might of the river carried the car away.
He could not see the shore.
She appeared in court on Monday.
They looked at the map.
The book is about whales.
Some children stayed at home.
The military might of Rome was great.
He suggested a walk.
The train left at nine.
“It may rain,” said Ann.
She is certain that it works.
She came as soon as possible.
He said that the door was open.
They never came back.
The dog was under the table.
The council must decide today.
The shop sells bread and cheese.
She thinks of her brother every day.
The mayor expected the vote.
We believed him.
I think of you.
She won the cup in May 1990.
Its might frightened them.
The bus drove around the square.
"""

CONNECTIVES = """
The game was stopped because it rained. | because
It was late, so we went home. | so
Since the road is closed, the shop is empty. | Since
The plan failed; therefore, the mayor resigned. | therefore
Although he was tired, he went on. | Although
However, nobody listened. | However
The boat was old, yet it sailed well. | yet
She stayed despite the storm. | despite
As a result, the school closed. | As a result
If it rains, the fair moves indoors. | If
But nobody came. | But
He ran in order to catch the bus. | in order to
For example, the library has no lift. | For example
The pool closed due to the cold. | due to
Instead they walked. | Instead
He was rich, while his brother had nothing. | while
In fact, the bridge was never used. | In fact
On the other hand, buses are cheap. | On the other hand
Unless it rains, we play. | Unless
Thanks to the rain, the fire died. | Thanks to
The roof leaks, which means the books get wet. | which means
That is why she left. | That is why
Moreover, the bus is slow. | Moreover
It is cold. Still, they swim. | Still
In short, it works. | In short
"""

NO_CONNECTIVES = """
Since 1990 the lake has shrunk.
He has lived here since March.
They have waited since last year.
She has not been back since then.
He is so tall.
She sat still.
Stay a while.
She has not eaten yet.
Wait for the second train.
The first house is red.
She wants a second cup.
He came back only once.
The shop is so small.
Not so fast, said the guard.
It is still snowing.
Nobody has called yet.
The oldest of the three spoke.
The bell rang so loudly.
They met a while ago.
Three boats came in.
The flag is red and white.
He bought bread or rice.
The train has left.
She knows what happened.
He asked whether it was late.
"""

CALLS = """
We must act before the winter. | must
The council should listen to its people. | should
Let's give the river a chance. | Let's
Let us stop pretending. | Let us
It is time to close the mine. | It is time to
It's high time we asked questions. | It's high time we
We cannot afford to wait. | We cannot afford
You can't ignore this any longer. | You can't ignore
Write to your councillor today. | Write to
Stand up for the library. | Stand up
Don't let them take our park. | Don't let
Never forget what happened here. | Never forget
Vote for a cleaner town. | Vote for
We urge every reader to come. | We urge
I call on the mayor to resign. | I call on
The government ought to pay. | ought to
Please share this letter. | Please share this
So sign the petition. | So sign the
We have to change how we eat. | We have to
They had better hurry. | They had better
The law must be changed. | must
We need to talk about money. | need to
Stop the building now. | Stop the
Tell the school what you think. | Tell the
Act now. | Act now
Join us on Saturday. | Join us
Schools need to open earlier. | need to
"""

NO_CALLS = """
The box must have been empty.
She should have stayed at home.
He must be the new teacher.
Should the pool close?
What should we do?
He must go to school every day.
She needs to sleep.
Stop signs stand at every corner.
Vote counting began at nine.
“We must leave,” said Ada.
The film ends well.
They stand by the door.
He told the school about the fire.
The time has come and gone.
Let us say it costs ten euros.
I must have lost my key.
It must be raining.
They decided to act.
She had to walk.
Help arrived at last.
Support grew in May.
Call centres are noisy.
They called the doctor.
Join times vary.
He must seem tired.
The call came late.
The needs of children differ.
The dog should be here at six.
Writing is hard.
Never before had it snowed.
It was time for lunch.
Should it rain, the fair moves indoors.
It must be said that she tried.
Nobody knew what must be done.
Under the new law, a buyer must show a permit.
"""

JUDGING = """
Every decent man would help. | decent
The minister's reckless plan failed. | reckless
It was a shameful decision. | shameful
He squandered the money. | squandered
The firm's greed knows no limit. | greed
A brilliant idea saved the school. | brilliant
Their so-called experts were paid. | so-called
The mayor bungled the repair. | bungled
This is nonsense. | nonsense
Only a fool would sign that. | fool
The brave crew went out again. | brave
The article smears the whole village. | smears
Her courageous speech changed the vote. | courageous
He is a liar. | liar
The council caved to the builders. | caved
It is a disgrace. | disgrace
An outrageous price was asked. | outrageous
They whined about the noise. | whined
A heroic effort saved the barn. | heroic
The cruel rule stays. | cruel
The proposal is absurd. | absurd
The new tax is grossly unfair. | unfair
Its cynical owners closed the mill. | cynical
The scheme was ill-conceived. | ill-conceived
The company's oil-obsessed bosses laughed. | oil-obsessed
A magnificent view opened. | magnificent
What a pathetic excuse. | pathetic
The team played superbly. | superbly
It was a TERRIBLE plan. | TERRIBLE
His arrogance is well known. | arrogance
"""

NO_JUDGING = """
The ship left at dawn.
She read the book twice.
The mayor opened the new bridge.
He called the plan “shameful”.
The town lies on a river.
Mr Savage teaches music.
The price rose by two euros.
The red house is empty.
Two firms made an offer.
The children painted the wall.
It rained for three days.
The doctor looked at the wound.
Teachers meet on Monday.
The bus was late.
A large dog slept there.
The new road is long.
They sell apples and pears.
He runs a small farm.
The vote took place in May.
The window was open.
My brother lives in Rome.
Ten people signed the letter.
The team won the match.
The law was passed in 1990.
The river is cold.
The soup was hot.
She asked for a map.
The gulls flew south.
The justice system is old.
A fair price was agreed on.
The guilty verdict was read out.
"""

UNSOURCED = """
Forty per cent of the shops are empty. | Forty per cent
Most people want the park to stay. | Most people
Hundreds of birds died last winter. | Hundreds of
Studies show that sleep helps learning. | Studies show
The repair will cost $3 million. | $3 million
The school lost 120 pupils. | 120 pupils
Everyone knows that the road is dangerous. | Everyone knows
Two thirds of the trees are sick. | Two thirds of
One in five children goes to bed hungry. | One in five
Prices have doubled. | doubled
Experts agree that the dam is weak. | Experts agree
It is well known that cats hunt birds. | It is well known
The new line is twice as fast as the old one. | twice as fast
Thousands of jobs will go. | Thousands of
A growing number of families leave the valley. | A growing number of
Nine out of ten drivers speed here. | Nine out of ten
The majority of teachers are against it. | The majority of
Research shows that homework does not help. | Research shows
Nearly all shops close at noon. | Nearly all
The town spends 2,400 euros on flowers. | 2,400 euros
About 60% of the water is lost. | 60%
Many doctors believe in the plant. | Many doctors
Half of the houses have no heating. | Half of
The tower cost 4.5 million pounds. | 4.5 million pounds
Statistics prove it. | Statistics prove
Some 300 farms have closed. | 300 farms
Nobody wants the new road. | Nobody wants
Countless people have complained. | Countless people
"""

NO_UNSOURCED = """
The bridge opened in 1998.
On 14 May the ferry sank.
She was 42 years old.
The 17-year-old won.
He lives at 12 Mill Street.
The train leaves at 10:30.
They won 3-1.
It took twenty minutes.
World War II began then.
He came second.
Room 12 is locked.
The Boeing 747 landed.
Two men stood at the gate.
According to the police, 40% of the bikes are stolen.
“Most people want it,” said Ada Rossi.
The ministry said 300 farms had closed.
Figures from the Ministry show that 300 farms have closed.
Page 20 is missing.
Highway 61 is closed.
She has three brothers.
The report by Oxfam counts 400 wells.
It was the 21st match.
Three days later she left.
He was born in May 1871.
He scored in the 80th minute.
The team met for 30 minutes.
The 1960s were loud.
Aged 65, she retired.
The store is open 24 hours.
It floods almost every year.
Rossi said that thousands of people came.
It happened in 2021.
"""

Finder = Callable[[Article], tuple[Span, ...]]


def unsourced_here(article: Article) -> tuple[Span, ...]:
    return unsourced(article, attributions(article))


TABLES: list[tuple[Finder, str, str]] = [
    (hedges, HEDGES, NO_HEDGES),
    (connectives, CONNECTIVES, NO_CONNECTIVES),
    (calls, CALLS, NO_CALLS),
    (judging, JUDGING, NO_JUDGING),
    (unsourced_here, UNSOURCED, NO_UNSOURCED),
]


def rows(table: str) -> Iterator[str]:
    yield from table.strip().splitlines()


def marked(find: Finder, text: str) -> list[str]:
    article = parse_article(text, markdown=False)
    return [span.of(article.text) for span in find(article)]


@pytest.mark.parametrize(("find", "row"), [(find, row) for find, right, _ in TABLES for row in rows(right)])
def test_what_is_marked(find: Finder, row: str) -> None:
    sentence, _, expected = row.partition(" | ")
    assert marked(find, sentence) == expected.split("; ")


@pytest.mark.parametrize(("find", "row"), [(find, row) for find, _, wrong in TABLES for row in rows(wrong)])
def test_what_is_left_alone(find: Finder, row: str) -> None:
    assert marked(find, row) == []


def test_marks_stand_in_reading_order_and_in_the_text_as_shown() -> None:
    text = "# A shameful title\n\nThe greedy firm closed the mill. “It is a disgrace,” said Ada.\n\nA *brave* reply!"
    article = parse_article(text, markdown=True)
    spans = judging(article)
    assert [span.of(article.text) for span in spans] == ["greedy", "brave"]
    assert list(spans) == sorted(spans)


def test_a_quotation_over_several_sentences_is_nobody_elses_words() -> None:
    assert marked(judging, "“It is a stupid plan. It is a shameful plan,” said Ada Rossi. A stupid plan it is.") == [
        "stupid"
    ]


@pytest.mark.parametrize("word", ["oil-obsessed", "war-mongering", "half-witted", "once-brilliant-but-stupid"])
def test_a_compound_judges_by_its_parts(word: str) -> None:
    assert judges(word)
    assert not judges("well-read")
    assert not judges("one-way")


@pytest.mark.parametrize(
    ("paragraphs", "expected"),
    [
        ("Most people want it.\n\nThe mayor said it would cost $3 million.", ["Most people"]),
        ("Most people want it, the mayor said.", []),
        ("Rossi counts 300 farms. Half of the farms have closed. “It hurts,” she said.", []),
        ("Experts agree that 40% of the farms will close.", ["Experts agree", "40%"]),
        ("I think that 40% of the farms will close.", ["40%"]),
        ("Data from the Farm Office put it at 40%.", []),
        ("The farm office's yearly report, which came out in May, counts 300 farms.", []),
        ("Two hundred families wonder how to pay the rent.", ["Two hundred"]),
        ("Most people\u2019s homes are cold.", ["Most people"]),
    ],
)
def test_a_source_counts_for_its_paragraph(paragraphs: str, expected: list[str]) -> None:
    assert marked(unsourced_here, paragraphs) == expected


@pytest.mark.parametrize("find", [find for find, _, _ in TABLES])
@pytest.mark.parametrize("text", ["", "One.", "# Title only", "“", "1998", "?!"])
def test_an_article_with_nothing_in_it_has_no_marks(find: Finder, text: str) -> None:
    assert marked(find, text) == []


def test_a_word_is_of_one_sort() -> None:
    sorts = [BLAME, PRAISE, EITHER, MILD]
    assert sum(map(len, sorts)) == len(frozenset().union(*sorts))
    assert {"whine", "smeared", "recklessly", "so-called"} <= BLAME
    assert {"bravely", "brilliance", "praiseworthy"} <= PRAISE


def test_forms_are_made_by_rule_and_not_by_beginning() -> None:
    assert of_verbs(["smear"]) == {"smear", "smears", "smeared", "smearing"}
    assert of_verbs(["vilify"]) == {"vilify", "vilifies", "vilified", "vilifying"}
    assert of_verbs(["slam", "excel", "pamper"]) >= {"slammed", "excelling", "pampered"}
    assert of_verbs(["mislead", "fawn", "dupe", "lie"]) >= {"misled", "fawning", "duped", "duping", "lying"}
    assert of_verbs(["flip-flop", "squander"]) >= {"flip-flopped", "squandered"}
    assert of_nouns(["lie", "bully", "crash"]) == {"lie", "lies", "bully", "bullies", "crash", "crashes"}
    assert of_nouns(["madman"]) == {"madman", "madmen"}
    assert of_adjectives(["cruel", "ugly"]) >= {"cruelly", "cruelness", "uglier", "ugliest", "ugliness"}
    assert of_adjectives(["horrible", "fantastic", "brave"]) >= {"horribly", "fantastically", "bravest", "bravely"}
    assert not judges("fooldom")
    assert not judges("liaison")


@pytest.mark.skipif(not opinions.DATA.is_file(), reason="the BABE sentences are not beside the project")
@pytest.mark.parametrize("part", ["development", "validation"])
def test_judging_words_are_those_that_people_mark(part: str) -> None:
    found = opinions.words(part, marked_only=True)
    assert found.precision >= 0.75
    assert found.recall >= 0.31
    assert opinions.words(part, marked_only=False).precision >= 0.6
