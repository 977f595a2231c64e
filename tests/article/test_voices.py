"""Who says what: sources, the words that report them, what they say, and what only looks like it."""

import pytest

from tests.quay import QUAY
from tutor.article import Article, Span, parse_article
from tutor.article.voices import Attribution, Voice, attributions, voices

# A text (a stroke is the end of a paragraph), and what is attributed in it: source, words that report, what is said;
# "-" where there is none.
FOUND = """
“We will stay,” Ada Rossi said. => Ada Rossi | said | We will stay
“We will stay,” said Ada Rossi, the mayor of Ostrey. => Ada Rossi, the mayor of Ostrey | said | We will stay
“Who will pay?” Ada Rossi asked. => Ada Rossi | asked | Who will pay
Ada Rossi says that the port will close. => Ada Rossi | says | the port will close
Ada Rossi said the port would close in May. => Ada Rossi | said | the port would close in May
Ada Rossi, who runs the port, warned that it may close. => Ada Rossi, who runs the port, | warned | it may close
Ada Rossi told reporters on Monday that it may close. => Ada Rossi | told | it may close
According to the harbour office, the port will close. => the harbour office | According to | the port will close
The port will close, according to the harbour office. => the harbour office | according to | The port will close
The port will close, two officials said on Friday. => two officials | said | The port will close
In Ada Rossi's view, the port should close. => Ada Rossi | view | the port should close
As Ada Rossi pointed out, the port is old. => Ada Rossi | pointed out | the port is old
As Ada Rossi put it, the port is old. => Ada Rossi | put it | the port is old
Ada Rossi made it clear that the port is old. => Ada Rossi | made it clear | that the port is old
The council called for a new bridge. => The council | called for | a new bridge
The council criticised the plan as a waste of money. => The council | criticised | the plan as a waste of money
Ada Rossi refuses to pay for the bridge. => Ada Rossi | refuses | to pay for the bridge
Ada Rossi urged the council to wait. => Ada Rossi | urged | the council to wait
Ada Rossi is convinced that the port is old. => Ada Rossi | is convinced | the port is old
Ada Rossi's claim that the port is old made them laugh. => Ada Rossi | claim | the port is old made them laugh
The plan was described as a waste by the mayor of Ostrey. => the mayor of Ostrey | was described | \
as a waste by the mayor of Ostrey
The port is said to be old. => - | is said | to be old
A new report found that the port loses money. => A new report | found | the port loses money
Ada Rossi did not say that the port will close. => Ada Rossi | did not say | the port will close
What the council calls a levy is new. => the council | calls | a levy is new
“We will stay here for ever.” — Ada Rossi => Ada Rossi | — | We will stay here for ever
ROSSI: We will stay here for ever. => ROSSI | : | We will stay here for ever
Ada Rossi likened the plan to a storm and said that it will pass. => \
Ada Rossi | likened | the plan to a storm; Ada Rossi | said | it will pass
When Ada Rossi noted that the port is old, Idris Marlow laughed and said that it is not. => \
Ada Rossi | noted | the port is old; Idris Marlow | said | it is not
The port, Ada Rossi says, will close in spring. => Ada Rossi | says | will close in spring
Ada Rossi criticised the plan, saying that it is bad. => \
Ada Rossi | criticised | the plan; Ada Rossi | saying | it is bad
The story was far too long, argues the map's author, Ada Rossi. => \
the map's author, Ada Rossi | argues | The story was far too long
The office's yearly report, which came out in May, counts 388 ships. => \
The office's yearly report, which came out in May | counts | 388 ships
A man who walked along the quay at night said that it was late. => \
A man who walked along the quay at night | said | it was late
Those close to him say that he will leave. => Those close to him | say | he will leave
A review of the old books show that it is late. => A review of the old books | show | it is late
Forty states led by Ostrey are challenging the levy. => Forty states led by Ostrey | are challenging | the levy
As Ada Rossi pointed out in a letter, the port is old. => Ada Rossi | pointed out | the port is old
As Ada Rossi put it in a letter, the port is old. => Ada Rossi | put it | the port is old
As stated in the yearly report, the port is old. => the yearly report | stated | the port is old
By Ada Rossi's own account, the port is old. => Ada Rossi | account | the port is old
The port loses money each year, by one estimate. => one estimate | by | The port loses money each year
Warnings from Ada Rossi that the port is old came too late. => \
Ada Rossi | Warnings from | the port is old came too late
Reports that the port will close are wrong. => - | Reports | the port will close are wrong
Ada Rossi's obsession with the port is new. => Ada Rossi | obsession | the port is new
The plan was called a waste by the mayor of Ostrey. => the mayor of Ostrey | was called | \
a waste by the mayor of Ostrey
The fishers seem sure that the port is old. => The fishers | seem sure | the port is old
When Ada Rossi says that it is late, the sailors stopped. => Ada Rossi | says | it is late
When Ada Rossi praised the old plan, the sailors stopped. => Ada Rossi | praised | the old plan
Ada Rossi said that the port is old, but would stay open. => \
Ada Rossi | said | the port is old, but would stay open
Ada Rossi praised the new port, and the long sea wall. => \
Ada Rossi | praised | the new port, and the long sea wall
Ada Rossi praised the port, and the sailors stopped. => Ada Rossi | praised | the port
“We will stay,” Ada Rossi, the captain's mother, told the Harbour Post. => \
Ada Rossi, the captain's mother | told | We will stay
According to a report by the harbour office, the port is old. => a report by the harbour office | According to | \
the port is old
“We will stay,” Ada Rossi said after claiming that the port is old. => Ada Rossi | said | We will stay
According to the letter, the port “will stay open for ever.” => the letter | According to | \
the port “will stay open for ever.”
Ada Rossi wrote that it is late, suggesting that they wait. => \
Ada Rossi | wrote | it is late; Ada Rossi | suggesting | they wait
"""

NOT_FOUND = """
The port will close in spring.
Ada Rossi is backing the new plan for the port.
Ada Rossi voted for the bridge on Monday.
Ada Rossi sued the harbour office last year.
The council closed the bridge for a week.
The claims were heard in the town hall on Monday.
The report was long and nobody liked it.
The state of the port is bad.
The call came in at night.
The show at the quay was loud and long.
A quick note lay on the old desk.
The demand for fish rose in May.
The answer is blowing in the wind.
There is hope for the port in the new plan.
They built a new bridge over the water.
The point of the pier is white.
The project at the quay needs more stone.
The old pier is safe, and the sea wall is strong.
Nobody has seen the fishers since May.
Its voice was deep and its eyes were blue.
The “quiet quay” is not quiet at all.
Statements of the bank go out in June.
The sign at the gate is blue and white.
The charge for each tonne is new.
The direct way to the port is closed.
Clarification: the port is closed on Sundays.
Twenty judges will hear the case.
The ruling could decide the case, even if it goes to the court.
A town that locks away its books does not deserve to call itself a town.
A boat called Marlow lay at the quay.
The threat to the port is old.
The wall was long maintained by the town.
It has become known as “the old port of Ostrey”.
Some state officials stayed at home.
The old pier reports were lost at sea.
It seems that the port is old.
This means that the port is old.
The port closed in May, suggesting that it is old.
The port is also known as the quay.
Some who showed up for the games were late.
Their claims in May were late.
This show should be remembered.
The fact remains that the port is old.
There is no doubt that the port is old.
After a few seconds they left.
A talk entitled “The Quay” was long.
The reasons offered have been trivial.
They live according to the old rules.
Rossi has two convictions for theft.
""".strip().splitlines()


def told(article: Article) -> list[str]:
    return [" | ".join(part_of(article, part) for part in (a.source, a.cue, a.content)) for a in attributions(article)]


def part_of(article: Article, span: Span | None) -> str:
    return span.of(article.text) if span else "-"


def read(text: str) -> Article:
    return parse_article(text.replace("|", "\n\n"), markdown=False)


@pytest.mark.parametrize("row", FOUND.replace("\\\n", "").strip().splitlines())
def test_what_is_somebodys(row: str) -> None:
    text, _, expected = row.partition(" => ")
    plain = [found.replace(", |", " |") for found in told(read(text))]
    assert plain == [part.strip().replace(", |", " |") for part in expected.split(";")]


@pytest.mark.parametrize("text", NOT_FOUND)
def test_what_is_nobodys(text: str) -> None:
    assert told(read(text)) == []


def test_a_headline_with_a_colon_is_somebodys() -> None:
    article = read("Marlow: The port is old|Idris Marlow spoke at the quay on Monday. He likes it there very much.")
    assert told(article) == ["Marlow | : | The port is old"]


def test_all_forms_are_looked_up_whole() -> None:
    # "sayings" and "claimant" begin like words that report.
    assert told(read("The claimant has sayings that are old.")) == []
    assert told(read("Ada Rossi denies that it is old.")) == ["Ada Rossi | denies | it is old"]


class TestHolders:
    """Whom a source stands for."""

    def holders(self, text: str) -> list[tuple[str, bool]]:
        return [(a.holder, a.certain) for a in attributions(read(text))]

    def test_a_pronoun_is_the_last_one_named_whom_it_fits(self) -> None:
        text = "Mr Marlow met Mrs Rossi. She says that the port is old.|“It is not,” he said."
        assert self.holders(text) == [("Mrs Rossi", True), ("Mr Marlow", True)]

    def test_a_surname_is_the_whole_name(self) -> None:
        assert self.holders("Ada Rossi runs the port. Rossi says that it is old.") == [("Ada Rossi", True)]

    def test_a_council_is_no_she(self) -> None:
        text = "The council announced the plan.|Petra Lindgate has seen enough. “We will leave,” she told me."
        assert self.holders(text)[-1] == ("Petra Lindgate", True)

    def test_a_relative_pronoun_is_the_one_before_it(self) -> None:
        text = "The port met Ada Rossi, who says that it is old."
        assert self.holders(text) == [("Ada Rossi", True)]

    @pytest.mark.parametrize("place", ["OSTREY, Fla-", "NEW OSTREY, Fla-", "OSTREY, North Dakota-", "OSTREY, Fla. - "])
    def test_a_dateline_is_no_part_of_a_name(self, place: str) -> None:
        assert self.holders(f"{place}Ada Rossi says that the port is old.") == [("Ada Rossi", True)]

    def test_a_headline_makes_no_names(self) -> None:
        text = "Ada Rossi Goes After Marlow Again Today.|Rossi runs the port. She said that it is old."
        assert self.holders(text)[-1] == ("Ada Rossi", True)

    def test_a_long_clause_in_between_is_no_one_of_its_own(self) -> None:
        text = "Nobody who has stood in that room on a wet afternoon believes him."
        assert [holder for holder, _ in self.holders(text)] == ["Nobody"]

    @pytest.mark.parametrize(
        "text",
        [
            "If Rossi says that it is old, they will leave.",
            "Anyone who thinks that it is old may leave.",
            "Rossi might say that it is old.",
            "Rossi has yet to explain why it is old.",
            "Rossi is fond of the old port.",
            "Nobody knows whether Rossi said that it is old.",
        ],
    )
    def test_what_anybody_might_say_is_not_certain(self, text: str) -> None:
        assert [certain for _, certain in self.holders(text)] == [False]

    def test_a_pronoun_after_somebody_unnamed_is_not_certain(self) -> None:
        text = "Ada Rossi runs the port. A sailor praised the plan. She said that it is new."
        assert self.holders(text)[-1] == ("Ada Rossi", False)

    def test_what_is_no_clause_or_quotation_is_not_certain(self) -> None:
        text = "Ada Rossi praised the plan. Rossi did not say that it is new."
        assert self.holders(text) == [("Ada Rossi", False), ("Ada Rossi", False)]

    def test_what_the_writer_thinks_has_no_holder(self) -> None:
        assert self.holders("I think that the port is old.") == [("", True)]


class TestQuotations:
    def test_one_that_goes_on_in_the_next_paragraph_is_still_theirs(self) -> None:
        article = read("Ada Rossi said: “We will stay here.|“We like it here very much.”")
        first, second = attributions(article)
        assert first.holder == second.holder == "Ada Rossi"
        assert second == Attribution(None, None, second.content, True, "Ada Rossi")
        assert part_of(article, second.content) == "We like it here very much"

    def test_one_that_is_closed_in_the_next_paragraph_is_still_theirs(self) -> None:
        article = read("Ada Rossi said: “We will stay here.|We like it here very much.” Then they left.")
        assert told(article)[1] == "- | - | We like it here very much"
        assert list(voices(article).values()) == [Voice.OTHER, Voice.OTHER, Voice.AUTHOR]

    def test_one_after_a_report_is_theirs_too(self) -> None:
        article = read("“We will stay,” Ada Rossi said. “We like it here very much.”")
        assert told(article)[1] == "- | - | We like it here very much"

    def test_one_with_somebody_named_between_is_not_certain(self) -> None:
        article = read("“We will stay,” said Rossi. Marlow shook his head. “We like it here very much.”")
        assert [found.certain for found in attributions(article)] == [True, False]

    def test_content_keeps_its_marks_in_pairs(self) -> None:
        article = read("Ada Rossi called the plan “a very big mistake.”")
        assert told(article) == ["Ada Rossi | called | the plan “a very big mistake.”"]


class TestVoices:
    def test_in_a_whole_article(self) -> None:
        found = {str(address): voice for address, voice in voices(QUAY).items() if voice is not Voice.AUTHOR}
        theirs = ("p1s2", "p2s2", "p2s3", "p3s2", "p3s3", "p3s4", "p4s1", "p4s2", "p4s3")
        # “We protect the island,” said Mira Tolland, the mayor of Lamb.
        assert found == dict.fromkeys(theirs, Voice.OTHER) | {"p2s1": Voice.MIXED}

    @pytest.mark.parametrize(
        ("text", "voice"),
        [
            ("The port is old.", Voice.AUTHOR),
            ("Ada Rossi said that the port is old.", Voice.OTHER),
            ("I think that the port is very old.", Voice.AUTHOR),
            ("The council met, and Rossi said that the port is very old.", Voice.MIXED),
            ("The council met in the evening to talk of many things, and Ada Rossi said it is old.", Voice.AUTHOR),
        ],
    )
    def test_of_one_sentence(self, text: str, voice: Voice) -> None:
        assert list(voices(read(text)).values()) == [voice]

    def test_every_sentence_has_one_and_the_answer_is_kept(self) -> None:
        assert list(voices(QUAY)) == [sentence.address for sentence in QUAY.sentences]
        assert voices(QUAY) is voices(QUAY)
        assert attributions(QUAY) is attributions(QUAY)
