"""Questions proposed from an article alone: complete, proven, and never surer than the analysis is."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.drafting.articles import NEWS, OPINION, STORY
from tests.work import grows_linearly
from tutor.article import Article
from tutor.article.analysis import Analysis, analyse
from tutor.article.load import parse_article, read_article
from tutor.drafting import LEAST, MOST, Proposal, draft_text, lesson_about, propose
from tutor.drafting.author import evidence, fact_or_opinion
from tutor.drafting.proposal import excerpt
from tutor.drafting.sources import unnamed
from tutor.drafting.story import feeling, is_story
from tutor.drafting.whole import main_claim
from tutor.errors import TutorError
from tutor.lesson.checking import check_lesson
from tutor.lesson.kinds import Kind
from tutor.lesson.rules import Rule

ROOT = Path(__file__).parents[2]
SHARED = ROOT.parent / "shared"
ARTICLES = {
    "opinion": OPINION,
    "news": NEWS,
    "story": STORY,
    "harbour-levy": (ROOT / "lessons" / "harbour-levy" / "article.md").read_text(encoding="utf-8"),
}
BESIDE = (
    "seed/iran-venezuela.txt",
    "data/asap-sas/set3_passage.txt",
    "data/asap-sas/set7_passage.txt",
    "data/asap-sas/set8_passage.txt",
)


def article(name: str) -> Article:
    return parse_article(ARTICLES[name], markdown=True)


@pytest.fixture(params=ARTICLES)
def proposals(request: pytest.FixtureRequest) -> tuple[Proposal, ...]:
    return propose(article(request.param))


def checked(folder: Path, about: Article, text: str) -> list[Rule]:
    """The kinds of problem that `tutor check` has with a draft."""
    (folder / "lesson.toml").write_text(draft_text(propose(about), about, slug="it"), encoding="utf-8")
    (folder / "article.md").write_text(text, encoding="utf-8")
    result = check_lesson(folder / "lesson.toml")
    assert not result.errors, result.problems
    return [problem.rule for problem in result.problems]


@pytest.mark.parametrize("name", ARTICLES)
def test_a_draft_passes_the_check_and_each_question_is_marked(tmp_path: Path, name: str) -> None:
    rules = checked(tmp_path, article(name), ARTICLES[name])
    assert set(rules) == {Rule.DRAFT}
    assert len(rules) == len(propose(article(name)))


@pytest.mark.parametrize("file", BESIDE)
def test_so_does_one_of_an_article_that_may_not_be_passed_on(tmp_path: Path, file: str) -> None:
    if not (SHARED / file).is_file():
        pytest.skip(f"{file} is not beside the project")
    about = read_article(SHARED / file)
    (tmp_path / "lesson.toml").write_text(draft_text(propose(about), about, slug="it"), encoding="utf-8")
    result = check_lesson(tmp_path / "lesson.toml", SHARED / file)
    assert {problem.rule for problem in result.problems} == {Rule.DRAFT}


def test_each_is_complete(proposals: tuple[Proposal, ...]) -> None:
    assert LEAST <= len(proposals) <= MOST
    for proposal in proposals:
        question = proposal.question
        assert question["ask"].count("?") == 1
        assert question["ask"].endswith("?")
        assert all(criterion["probe"] for criterion in question["criteria"])
        assert len(question["hints"]) == 3
        assert question["samples"][0]["expect"] == "met"
        assert len(question["samples"]) >= 2
        assert proposal.why


def test_no_sentence_is_asked_about_twice(proposals: tuple[Proposal, ...]) -> None:
    about = [place for proposal in proposals for place in proposal.question.get("about", ())]
    assert len(about) == len(set(about))


def test_they_come_in_an_order_that_makes_sense() -> None:
    kinds = [proposal.kind for proposal in propose(article("opinion"))]
    assert kinds[:2] == [Kind.MAIN_CLAIM, Kind.SOURCE]
    assert {Kind.VIEWPOINT, Kind.FACT_OR_OPINION, Kind.EVIDENCE_QUALITY, Kind.LANGUAGE, Kind.MISSING_VOICE} <= set(
        kinds
    )
    order = list(dict.fromkeys(kinds))
    assert len(order) == len([k for n, k in enumerate(kinds) if n == 0 or kinds[n - 1] is not k]), "kinds stay together"


def test_a_story_is_asked_other_things_than_an_article() -> None:
    asked = [proposal.question["ask"] for proposal in propose(article("story"))]
    assert any("Through whose eyes" in ask for ask in asked)
    assert any("“Mina felt too small for the wind that day”" in ask for ask in asked)
    kinds = {proposal.kind for proposal in propose(article("story"))}
    assert not kinds & {Kind.FACT_OR_OPINION, Kind.SOURCE, Kind.EVIDENCE_QUALITY, Kind.CORROBORATE}


def test_an_interview_in_the_news_is_no_story() -> None:
    talk = "".join(
        f'"What do you say to that?" asked Ann Loy on {n} May. "You must wait," Tom Reed said.\n\n' for n in range(9)
    )
    assert not is_story(parse_article(talk, markdown=False))
    assert is_story(article("story"))


def test_people_without_a_name_are_asked_after_and_not_taken_for_holders() -> None:
    asked = {proposal.place: proposal for proposal in propose(article("harbour-levy"))}
    experts = next(one for one in asked.values() if "“experts”" in one.question["ask"])
    assert experts.kind is Kind.SOURCE
    holders = [c["holder"] for one in asked.values() for c in one.question["criteria"] if c["check"] == "attributes"]
    assert not any("experts" in names or "analysts" in names for names in holders)


def test_a_number_with_a_source_beside_it_is_left_alone() -> None:
    amounts = [one for one in propose(article("harbour-levy")) if one.kind is Kind.EVIDENCE_QUALITY]
    assert [one.question["ask"] for one in amounts] == [
        "Sentence 2 of paragraph 5 speaks of “Two hundred jobs”. How could a reader be sure of that?"
    ]


def asked_of(text: str, kind: Kind) -> list[str]:
    """What is asked of this kind, of paragraphs of news."""
    return [
        one.question["ask"] for one in propose(parse_article(f"{NEWS}\n{text}\n", markdown=False)) if one.kind is kind
    ]


def test_a_feeling_or_a_name_for_something_is_no_view_to_rely_on() -> None:
    views = "Residents reacted with anger. It is what analysts call a stress test. "
    views += "Experts warn that shops could lose a third of their trade if the bridge stays shut."
    asked = [one.question["ask"] for one in unnamed(analyse(parse_article(views, markdown=False)))]
    assert [ask.split("”")[0] for ask in asked] == ["Sentence 3 of paragraph 1 gives a view to “experts"]


def test_a_number_told_in_passing_is_left_alone() -> None:
    aside = "Nobody recalls a worse year since the great flood, which carried off hundreds of barns in the valley."
    assert not any("barns" in ask for ask in asked_of(aside, Kind.EVIDENCE_QUALITY))
    plain = "The great flood of that year carried off hundreds of barns in the valley."
    assert any("“hundreds of barns”" in ask for ask in asked_of(plain, Kind.EVIDENCE_QUALITY))


def test_who_holds_an_office_is_known_by_name() -> None:
    text = "“This is a delay that could have been avoided by all,” Member of Parliament Rosalind Teague told us."
    about = propose(parse_article(f"{NEWS}\n{text}\n", markdown=False))
    holders = [c["holder"] for one in about for c in one.question["criteria"] if c["check"] == "attributes"]
    assert ["Rosalind Teague", "Teague", "Rosalind"] in holders


def test_in_a_story_a_place_or_a_speakers_other_name_is_nobody_who_keeps_silent() -> None:
    more = (
        "\nThey had come from Kessin, and in Kessin it never rained. Tom Varley slept. Nobody saw Tom Varley smile.\n"
    )
    (unheard,) = [one for one in propose(parse_article(STORY + more, markdown=True)) if one.kind is Kind.MISSING_VOICE]
    assert "Kessin" not in unheard.why
    assert "Varley" not in unheard.why
    assert "Grandmother" in unheard.why


def test_words_are_asked_about_where_there_are_some_to_choose_from() -> None:
    (words,) = [one for one in propose(article("harbour-levy")) if one.kind is Kind.LANGUAGE]
    assert "greedy" in words.concepts[f"words-of-{words.place}"]


def test_what_is_asked_openly_says_so_in_the_file() -> None:
    proposals = propose(article("opinion"))
    lesson = lesson_about(article("opinion"), Path("any.md")).lesson
    assert [question.open for question in lesson.questions] == [proposal.open for proposal in proposals]
    assert not lesson_about(article("opinion"), Path("any.md")).taught


def test_another_language_is_told() -> None:
    german = (
        "Der Rat stimmte am Montag ab. " * 2 + "Die Brücke ist seit dem Herbst gesperrt, weil zwei Seile rosten. " * 6
    )
    with pytest.raises(TutorError, match="does not look like English"):
        propose(parse_article(german, markdown=False))


def test_the_same_article_gives_the_same_lesson() -> None:
    once, again = (lesson_about(article("opinion"), Path("any.md")) for _ in range(2))
    other = lesson_about(article("opinion"), Path("other.md"))
    assert once.text == again.text == other.text
    assert once.digest == other.digest
    assert once.slug == other.slug
    assert once.slug != lesson_about(article("news"), Path("any.md")).slug


def test_a_viewpoint_is_only_asked_for_where_the_holder_is_certain_and_is_not_told() -> None:
    about = article("opinion")
    certain = [found for found in analyse(about).attributions if found.certain]
    asked = [proposal for proposal in propose(about) if proposal.kind is Kind.VIEWPOINT]
    assert asked
    for proposal in asked:
        assert any(found.content and found.content.overlaps(proposal.because.span) for found in certain)
        (holder, *_) = proposal.question["criteria"]
        told = [proposal.question["ask"], *(hint["say"] for hint in proposal.question["hints"]), *holder["probe"]]
        assert not any(name.casefold() in text.casefold() for name in holder["holder"] for text in told)


def test_what_is_only_suspected_cannot_be_answered_wrongly() -> None:
    for proposal in propose(article("opinion")):
        if proposal.open:
            assert not proposal.question.get("misconceptions")
            assert not any(criterion.get("others") for criterion in proposal.question["criteria"])
            assert {criterion["check"] for criterion in proposal.question["criteria"]} <= {
                "cites",
                "length",
                "mentions",
            }


def test_what_the_teacher_reads_has_the_sentence_and_its_place() -> None:
    about = article("opinion")
    text = draft_text(propose(about), about, slug="it")
    for proposal in propose(about):
        assert f"# [{proposal.place}] " in text
    assert text.count("draft = true\n") == len(propose(about))
    assert max(map(len, text.splitlines())) <= 200


@pytest.mark.parametrize(
    ("make", "text"), [(main_claim, OPINION), (fact_or_opinion, OPINION), (evidence, OPINION), (feeling, STORY)]
)
def test_a_long_article_takes_no_more_work_for_each_sentence(
    make: Callable[[Analysis], Iterator[Proposal]], text: str
) -> None:
    part = text.split("---\n")[-1]
    grows_linearly(
        lambda analysis: list(make(analysis)),
        lambda size: analyse(parse_article(part * size, markdown=False)),
        10,
    )


@pytest.mark.parametrize("text", ["", "One sentence stands here.", "This is short. It is. Very much so."])
def test_an_article_with_too_little_in_it_is_told_so(text: str) -> None:
    with pytest.raises(TutorError, match=r"too (short|little)"):
        propose(parse_article(text, markdown=True))


EXCERPTS = [
    ("It is a plan, and a bad one at that.", "It is a plan, and a bad one at that"),
    ("that the wall will fall down one day", "the wall will fall down one day"),
    ("Who would say so? Nobody would.", ""),
    ("He said that “nobody will be gone by the spring” of that year.", ""),
    ("It is fine. We have to find so much money somewhere. So many of the others have gone by now, and more will go.",
     "It is fine. We have to find so much money somewhere"),
    (
        "The council, which has had no money for many a year now, wants to shut the room on three of the days in May",
        "The council, which has had no money for many a year now …",
    ),
    (
        "It wants everybody in this town to pay a charge for every single one of those of the big boats they own",
        "It wants everybody in this town to pay a charge …",
    ),
]  # fmt: skip


@pytest.mark.parametrize(("text", "cut"), EXCERPTS)
def test_a_quotation_in_a_question_is_short_and_has_no_marks_in_it(text: str, cut: str) -> None:
    from tutor.article import Span

    about = parse_article(text, markdown=False)
    assert excerpt(about, Span(0, len(about.text))) == cut
