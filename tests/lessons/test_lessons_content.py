"""The lessons that come with the program: their samples, and the proof that nothing cheap passes for an answer."""

import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

from tutor.lesson import LoadedLesson, load_lesson
from tutor.lesson.checking import check_loaded
from tutor.lesson.concepts import doubtful_concepts
from tutor.lesson.model import Question
from tutor.lesson.proofs import terms
from tutor.rubric.assess import assess
from tutor.rubric.checks import Check, Counts, Denies, Roles
from tutor.rubric.model import FORM_CHECKS, Aspect, Verdict
from tutor.rubric.phrases import plain
from tutor.rubric.reading import Reading
from tutor.rubric.scoring import score_of

ROOT = Path(__file__).parents[2]
LESSONS = ROOT / "lessons"
# An article that may not be passed on stands outside the project, where there is one at all.
KEPT_OUT = {"iran-venezuela": ROOT.parent / "shared" / "seed" / "iran-venezuela.txt"}
# A run of this many words of such an article may stand nowhere in its lesson.
RUN = 5

ALL = ["harbour-levy", "iran-venezuela"]
FILES = {slug: (LESSONS / slug / "lesson.toml").read_text(encoding="utf-8") for slug in ALL}
# What stands before the words of a line, on the screen and aloud.
MARKS = ("…", "Still missing:", "Partly:", "It is")
# Read off the text, so that the questions of a lesson that cannot be loaded here are still counted, and skipped.
IDS = {slug: re.findall(r'^id = "([a-z0-9-]+)"', text, re.MULTILINE) for slug, text in FILES.items()}
QUESTIONS = [pytest.param(slug, name, id=f"{slug}-{name}") for slug in ALL for name in IDS[slug]]


@cache
def loaded(slug: str) -> LoadedLesson:
    article = KEPT_OUT.get(slug)
    if article and not article.exists():
        pytest.skip("the article is not passed on with the project, and no copy of it is here")
    return load_lesson(LESSONS / slug, article)


def question(slug: str, name: str) -> Question:
    return next(q for q in loaded(slug).lesson.questions if q.id == name)


def test_no_lesson_is_left_out_here() -> None:
    assert sorted(path.parent.name for path in LESSONS.glob("*/lesson.toml")) == ALL


@pytest.mark.parametrize("slug", ALL)
def test_a_lesson_loads_without_a_warning(slug: str) -> None:
    assert [str(problem) for problem in loaded(slug).warnings] == []
    assert [q.id for q in loaded(slug).lesson.questions] == IDS[slug]


@pytest.mark.parametrize("slug", ALL)
def test_a_lesson_has_no_doubtful_concept_and_no_aim_that_tells_the_answer(slug: str) -> None:
    assert [fault.what for fault in doubtful_concepts(loaded(slug).lesson)] == []


@pytest.mark.parametrize(("slug", "name"), QUESTIONS)
def test_a_question_is_complete(slug: str, name: str) -> None:
    """What a teacher who learns the format from these lessons should find in each question."""
    asked = question(slug, name)
    assert asked.ask.count("?") == 1
    assert asked.ask.endswith("?")
    # Three of them stand under one reply, in a narrow window too.
    assert all(criterion.aim and len(criterion.aim) <= 40 for criterion in asked.criteria)
    assert len({criterion.aim for criterion in asked.criteria}) == len(asked.criteria)
    # What is optional is never asked for.
    assert all(bool(criterion.probe) is not criterion.optional for criterion in asked.criteria)
    assert asked.misconceptions
    assert len(asked.hints) == 3
    assert asked.hints[1].show
    kinds = [sample.expect for sample in asked.samples]
    shown = {wrong_turn for sample in asked.samples for wrong_turn in sample.misconceptions}
    assert kinds.count(Verdict.MET) >= 2
    assert len(kinds) >= 6
    assert shown >= {misconception.id for misconception in asked.misconceptions}
    assert any(sample.effort == "keywords" for sample in asked.samples)


@pytest.mark.parametrize("slug", ALL)
def test_a_lesson_checks_without_a_problem(slug: str) -> None:
    """`tutor check` with all its proofs: nothing that a learner could paste or say back passes."""
    assert [str(problem) for problem in check_loaded(loaded(slug)).problems] == []


@pytest.mark.parametrize(("slug", "name"), QUESTIONS)
def test_no_piece_of_the_article_and_no_part_of_the_list_of_terms_passes(slug: str, name: str) -> None:
    """More than `tutor check` tries, as these lessons are to be examples."""
    lesson, asked = loaded(slug), question(slug, name)
    passed = [what for what, reply in _pieces(lesson, asked) if assess(reply, asked, lesson.article).is_met]
    assert passed == []


@pytest.mark.parametrize(("slug", "name"), QUESTIONS)
def test_saying_an_aim_back_meets_nothing(slug: str, name: str) -> None:
    lesson, asked = loaded(slug), question(slug, name)
    aims = [criterion.aim or "" for criterion in asked.criteria]
    for said in (*aims, *(f"{mark} {aim}, and {n}" for aim in aims for mark in MARKS for n in ("1 more", "2 more."))):
        findings = assess(said, asked, lesson.article).findings
        met = [f.criterion for f in findings if f.verdict is Verdict.MET and f.check not in FORM_CHECKS]
        assert met == [], said


def _pieces(lesson: LoadedLesson, asked: Question) -> Iterator[tuple[str, str]]:
    """Replies that are not the learner's thought about this question, with what each is."""
    article = lesson.article
    for block in article.paragraphs:
        yield f"paragraph {block.number}", block.span.of(article.text)
    for sentence in article.sentences:
        yield f"sentence {sentence.address}", article.words_of(sentence)
    said = [way for phrase in terms(asked) for way in plain(phrase)]
    for step in (1, 3, 9):
        yield f"one in {step} of all ways of saying the terms", ", ".join(said[::step])
        yield f"one in {step} of them, joined by and", " and ".join(said[::step])
    for criterion in asked.criteria:
        yield f"the aim of {criterion.id}", criterion.aim or ""
    yield "all aims", ". ".join(criterion.aim or "" for criterion in asked.criteria)


def test_the_harbour_lesson_shows_every_check() -> None:
    """All but `denies`, which is for the scoring of many answers and has no place in a conversation."""
    used = {type(part.test) for q in loaded("harbour-levy").lesson.questions for part in q.parts}
    assert used == set(Check.__subclasses__()) - {Denies}


# Each sign of the phrase language, as it stands in a phrase, and what the comment above its first use says of it.
SIGNS = [
    (r"\w/\w", "either word"),
    (r"\([^()\"]+ \| ", "bar in round brackets"),
    (r"\[\w+\] \w", "square brackets"),
    (r"@\w", "every phrase of that group"),
    (r"\.\.\.\d", "leave a gap"),
    (r" !\w", "exclamation mark bars"),
    (r" =\w", "equals sign: this form"),
]


@pytest.mark.parametrize(("sign", "explained"), SIGNS)
def test_the_harbour_lesson_explains_every_sign_at_its_first_use(sign: str, explained: str) -> None:
    text = FILES["harbour-levy"]
    lines = text[text.index("[concepts]") :].splitlines()
    used = next(line for line in lines if re.search(sign, line) and not line.lstrip().startswith(("#", "say", "ask")))
    assert explained in text[: text.index(used)]


def test_the_harbour_lesson_shows_scoring_and_what_is_optional() -> None:
    questions = loaded("harbour-levy").lesson.questions
    assert 2 <= sum(question.scoring is not None for question in questions) <= 4
    assert any(criterion.optional for question in questions for criterion in question.criteria)


ASPECTS: dict[type[Check], tuple[set[Aspect], ...]] = {
    Roles: ({Aspect.BOUND}, {Aspect.REVERSED, Aspect.OTHER_AGENT}, {Aspect.NEGATED}),
    Counts: ({Aspect.COUNTED}, {Aspect.SOME}, {Aspect.NEGATED}),
}


@pytest.mark.parametrize("slug", ALL)
def test_samples_show_each_check_that_can_be_reversed_from_all_sides(slug: str) -> None:
    """Right, the wrong way round (or too few), and denied: for every `roles` and `counts`."""
    lesson = loaded(slug)
    seen = 0
    for asked in lesson.lesson.questions:
        readings = [Reading(s.answer, asked.ask, lesson.article, asked.vocabulary, asked.told) for s in asked.samples]
        for part in asked.parts:
            for wanted in ASPECTS.get(type(part.test), ()):
                seen += 1
                assert any(part.test.judge(reading).aspect in wanted for reading in readings), (part.id, wanted)
    assert seen


def test_samples_reach_every_level_of_a_scoring_rule() -> None:
    lesson = loaded("harbour-levy")
    for asked in lesson.lesson.questions:
        if asked.scoring:
            got = {sample.answer: assess(sample.answer, asked, lesson.article) for sample in asked.samples}
            levels = {answer: score_of(assessment, asked.scoring).level for answer, assessment in got.items()}
            assert set(levels.values()) == {0, *(level.level for level in asked.scoring.levels)}, asked.id
            assert all(levels[a] >= 2 for a, assessment in got.items() if assessment.is_met), asked.id
            assert all(levels[a] < 2 for a, assessment in got.items() if assessment.misconceptions), asked.id


_ROW = re.compile(r"^\| `(?P<kind>[a-z-]+)` \| \*(?P<weak>.+?)\*[^|]*\| \*(?P<strong>.+)\* \|$", re.MULTILINE)


def test_the_replies_in_the_teachers_guide_are_what_it_says_they_are() -> None:
    lesson = loaded("harbour-levy")
    by_kind = {q.kind: q for q in lesson.lesson.questions}
    rows = _ROW.findall((ROOT / "docs" / "teaching.md").read_text(encoding="utf-8"))
    assert {kind for kind, _, _ in rows} >= set(by_kind)
    for kind, weak, strong in rows:
        if asked := by_kind.get(kind):
            assert assess(strong, asked, lesson.article).is_met, strong
            assert not assess(weak, asked, lesson.article).is_met, weak


@pytest.mark.parametrize("slug", sorted(KEPT_OUT))
def test_a_lesson_without_its_article_quotes_no_run_of_it(slug: str) -> None:
    article = loaded(slug).article
    held = set(_runs(article.text))
    for path in (*(LESSONS / slug).iterdir(), ROOT / "docs" / "teaching.md", Path(__file__)):
        assert [" ".join(run) for run in _runs(path.read_text(encoding="utf-8")) if run in held] == [], path


def _runs(text: str) -> Iterator[tuple[str, ...]]:
    # Front to back without regard to punctuation or lines, so that no mark or line end hides a run.
    words = re.findall(r"\w+", text.lower())
    return zip(*(words[start:] for start in range(RUN)), strict=False)
