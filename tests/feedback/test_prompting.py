"""The prompts: what a teacher may edit, what is said when it is wrong, and that no answer is ever in one."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.feedback.scripted import CHALLENGE, CLOSE, CONFIRMING, DEFINE, HINT, MOVES, PROBE, QUESTION
from tutor.dialogue.machine import respond, start
from tutor.dialogue.turns import DefineWanted, HintWanted, Reply, SkipWanted
from tutor.errors import TutorError
from tutor.feedback import Phrasing
from tutor.feedback.prompting import nearest, opening_of, turn_of
from tutor.feedback.prompts import NEEDED, VARIABLES, load_prompts
from tutor.feedback.scene import Scene
from tutor.feedback.share import Prompt, share_of
from tutor.feedback.trial import LESSON, Trial, article
from tutor.lesson import load_lesson
from tutor.lesson.model import Lesson, Question
from tutor.paths import packaged
from tutor.rubric.assess import assess
from tutor.rubric.words import lemma, tokenise

BUILT_IN = packaged() / "prompts"
PROMPTS = load_prompts([BUILT_IN])
PHRASING = Phrasing()
LESSONS = packaged() / "lessons"
# As in the tests of the lessons: this article is not passed on with the project.
KEPT_OUT = {"iran-venezuela": packaged().parent / "shared" / "seed" / "iran-venezuela.txt"}


def turn(trial: Trial, **room: int) -> str:
    built_in = PHRASING.word(trial.move)
    share = share_of(trial.move, built_in, trial.scene)
    assert share
    return turn_of(PROMPTS, share, trial.move, trial.scene, built_in, **room)


def own(folder: Path, file: str, text: str) -> Path:
    (folder / "en").mkdir()
    (folder / "en" / file).write_text(text, encoding="utf-8")
    return folder


def test_a_prompt_holds_question_reply_findings_and_what_to_ask() -> None:
    text = turn(CONFIRMING)
    assert "What evidence does the writer give that more pupils come late?" in text
    assert "It says 61 pupils in one week came late." in text
    assert "You must name this: “It says 61 pupils in one week came late”" in text
    assert "The question to ask: How would anybody know that?" in text
    assert "Before, the reader wrote:" in text


def test_a_line_without_its_variable_is_left_out() -> None:
    text = turn(PROBE)
    assert "You must name this" not in text
    assert "Before, the reader wrote" not in text
    assert "\n\n\n" not in text
    assert not text.startswith(("\n", "<!--"))


def test_each_share_has_its_prompt() -> None:
    assert "after your words comes this hint: Look for something" in turn(HINT).replace("After", "after")
    assert "“She says so”" in turn(CHALLENGE)
    assert "[p3s2] Its manager, Jon Pask" in turn(QUESTION)
    assert "this word means: “researchers”" in turn(DEFINE)
    assert "The question is done" in turn(CLOSE)
    # What is asked next is none of its business.
    assert "timetable" not in turn(CLOSE)


def test_the_opening_is_the_same_for_a_whole_lesson_and_holds_the_article() -> None:
    system, opening = opening_of(PROMPTS, article())
    assert "never give answers" in system
    assert "[p1] Our school starts at eight" in opening
    assert "Let the bell rest" in opening
    assert "Mira Okonda" in opening


def test_of_an_article_that_is_too_long_the_nearest_paragraphs_go_with_the_question() -> None:
    assert "[p1]" not in opening_of(PROMPTS, article(), 60)[1]
    text = turn(PROBE, room=60)
    assert "From the article: [p1] Our school" in text  # what the question is about
    assert "[p2]" not in text
    assert "[p3] The bus company" in turn(QUESTION, room=100)


def test_the_nearest_paragraphs_are_chosen_by_place_then_by_words_and_come_in_order() -> None:
    def numbers(texts: list[str], room: int) -> list[int]:
        return [block.number for block in nearest(article(), (), texts, room)]

    assert numbers(["the bus company and its drivers"], 60) == [3]
    assert numbers(["sleep researchers", "the bus drivers"], 100) == [2, 3]
    assert numbers([""], 10_000) == [1, 2, 3]
    assert numbers(["drivers"], 1) == [3]


def test_a_very_long_reply_is_cut() -> None:
    long = Trial("", PROBE.move, Scene(lesson=PROBE.scene.lesson, article=article(), reply="so and so " * 4000))
    assert len(turn(long)) < 3000


def test_replies_are_never_read_as_a_template() -> None:
    scene = Scene(lesson=PROBE.scene.lesson, article=article(), reply="{asking} {nothing} {{x}} <!-- hi --> %s")
    assert "{asking} {nothing} {{x}} <!-- hi --> %s" in turn(Trial("", PROBE.move, scene))


@pytest.mark.parametrize(
    ("file", "text", "told"),
    [
        ("probe.md", "Say:\n{replay}", ["probe.md, line 2", "{replay}", "{reply}", "{asking}"]),
        ("probe.md", "<!-- one\ntwo -->\n{Reply}", ["probe.md, line 3", "{Reply}"]),
        ("probe.md", "a {reply", ["probe.md, line 1", "{"]),
        ("probe.md", "a }", ["probe.md, line 1", "}"]),
        ("probe.md", "{}", ["probe.md, line 1", "{}"]),
        ("probe.md", "{passages} {reply} {plain}", ["probe.md", "does not use {asking}"]),
        ("system.md", "{article}", ["system.md, line 1", "Valid there: none"]),
        ("system.md", " \n", ["system.md", "is empty"]),
        ("system.md", "word " * 2000, ["system.md", "more than 6000"]),
        ("article.md", "{title}", ["article.md", "does not use {article}"]),
    ],
)
def test_a_prompt_that_cannot_be_used_is_named(tmp_path: Path, file: str, text: str, told: list[str]) -> None:
    with pytest.raises(TutorError) as caught:
        load_prompts([own(tmp_path, file, text), BUILT_IN])
    for part in told:
        assert part in str(caught.value)


def test_a_prompt_in_another_encoding_is_named(tmp_path: Path) -> None:
    (own(tmp_path, "probe.md", "") / "en" / "probe.md").write_bytes(b"caf\xe9")
    with pytest.raises(TutorError, match="UTF-8"):
        load_prompts([tmp_path, BUILT_IN])


def test_a_missing_prompt_is_named(tmp_path: Path) -> None:
    with pytest.raises(TutorError, match=r"no system\.md"):
        load_prompts([tmp_path])


def test_a_teachers_own_prompt_comes_first(tmp_path: Path) -> None:
    prompts = load_prompts([own(tmp_path, "system.md", "Be kind."), BUILT_IN])
    assert prompts[Prompt.SYSTEM].fill({}) == "Be kind."
    assert prompts[Prompt.PROBE] == PROMPTS[Prompt.PROBE]


def test_every_prompt_is_used_and_says_what_it_may_insert() -> None:
    assert sorted(path.stem for path in (BUILT_IN / "en").glob("*.md")) == sorted(Prompt)
    used = {share.prompt for t in MOVES if (share := share_of(t.move, PHRASING.word(t.move), t.scene))}
    assert used == set(Prompt) - {Prompt.SYSTEM, Prompt.ARTICLE}
    for prompt in Prompt:
        assert set(NEEDED[prompt]) <= set(VARIABLES[prompt])
        comment = (BUILT_IN / "en" / f"{prompt}.md").read_text(encoding="utf-8").partition("-->")[0]
        assert all(f"{{{name}}}" in comment for name in VARIABLES[prompt]), prompt


# The answer key


SECRET = "zzsecret"


def with_another_key() -> Lesson:
    """The trial lesson with words in its key that stand nowhere else."""
    number = iter(range(1000))

    def secret(value: object, key: str = "") -> object:
        match value:
            case dict():
                return {name: secret(part, name) for name, part in value.items()}
            case list() if key in ("any_of", "all_of", "holder", "hints", "samples"):
                return [
                    {"say": f"{SECRET}{next(number)}"} if key == "hints" else secret_words(part, number)
                    for part in value
                ]
            case list():
                return [secret(part, key) for part in value]
            case _:
                return value

    raw = secret(LESSON)
    assert isinstance(raw, dict)
    raw["glossary"] = {f"{SECRET}word": f"{SECRET}meaning"}
    raw["concepts"] = {f"{SECRET}-concept": [f"{SECRET}phrase"]}
    for question in raw["questions"]:
        question["samples"] = [{"answer": f"{SECRET}sample", "expect": "met"}]
        question["hints"] = [{"say": f"{SECRET}hint{at}"} for at in range(3)]
    return Lesson.model_validate(raw)


def secret_words(part: object, number: Iterator[int]) -> object:
    return [f"{SECRET}{next(number)}" for _ in part] if isinstance(part, list) else f"{SECRET}{next(number)}"


def test_a_key_of_words_that_stand_nowhere_else_gets_into_no_prompt() -> None:
    lesson, said = with_another_key(), []
    for trial in played(lesson, lesson.questions[0], ["They are late.", "She says so.", "What is a bus?", "61 [p1s2]"]):
        built_in = PHRASING.word(trial.move)
        said.append(opening_of(PROMPTS, article())[1])
        if share := share_of(trial.move, built_in, trial.scene):
            # Only the hint that is being given may be in it.
            given = getattr(trial.move, "say", None) or ""
            said.append(turn_of(PROMPTS, share, trial.move, trial.scene, built_in).replace(given or "\0", ""))
    assert len(said) > 8
    assert not any(SECRET in text for text in said)


def played(lesson: Lesson, question: Question, answers: list[str], text=None) -> Iterator[Trial]:
    text = text or article()
    state, _ = start(lesson)
    while lesson.questions[state.index].id != question.id:
        state, _ = respond(lesson, text, state, SkipWanted())
    index, replies = state.index, []
    for answer in [*answers, "/hint", "I don't understand this", *answers, "/define"]:
        if state.index != index:
            return
        findings = ()
        match answer:
            case "/hint":
                state, moves = respond(lesson, text, state, HintWanted())
            case "/define":
                state, moves = respond(lesson, text, state, DefineWanted("the"))
            case _:
                assessment = assess(answer, question, text, state.history)
                findings = assessment.findings
                replies.append(answer)
                state, moves = respond(lesson, text, state, Reply(answer, assessment))
        reply = "" if answer.startswith("/") else answer
        yield Trial(
            answer,
            moves[0],
            Scene(lesson=lesson, article=text, replies=tuple(replies), reply=reply, findings=findings),
        )


@pytest.mark.parametrize("slug", ["harbour-levy", "iran-venezuela"])
def test_no_term_of_a_key_gets_into_a_prompt_of_the_lessons_that_come_with_the_program(slug: str) -> None:
    kept_out = KEPT_OUT.get(slug)
    if kept_out and not kept_out.exists():
        pytest.skip("the article is not passed on with the project, and no copy of it is here")
    loaded = load_lesson(LESSONS / slug, kept_out)
    ours = " ".join("".join(line[::2]) for template in PROMPTS.values() for line in template.lines)
    ours += " ".join(phrase.template for bank in PHRASING.banks.values() for phrase in bank)
    count = 0
    for question in loaded.lesson.questions:
        key = [*phrases_of(question), *(hint.say for hint in question.hints)]
        for answer in [sample.answer for sample in question.samples][::3]:
            for trial in played(loaded.lesson, question, [answer], loaded.article):
                built_in = PHRASING.word(trial.move)
                share = share_of(trial.move, built_in, trial.scene)
                if share is None:
                    continue
                count += 1
                text = turn_of(PROMPTS, share, trial.move, trial.scene, built_in)
                known = words(" ".join([ours, question.ask, trial.scene.wrote, built_in.text, trial.move.open.asking]))
                # What the learner's question is about stands in the article, which is in front of them.
                known |= words(loaded.article.text)
                lacking = words(text) - known
                assert not lacking, (trial.typed, lacking)
                for other in question.samples:
                    assert other.answer not in text or other.answer in trial.scene.wrote
                for term in key:
                    alone = f" {' '.join(term.lower().split())} "
                    said = " ".join([ours, question.ask, trial.scene.wrote, built_in.text, loaded.article.text])
                    assert alone not in text.lower() or alone in said.lower().replace("\n", " "), term
    assert count > 50


def phrases_of(question: Question) -> Iterator[str]:
    for criterion in question.criteria:
        for concept in criterion.test.concepts():
            yield from question.vocabulary.concepts.get(concept, ()) if isinstance(concept, str) else concept


def words(text: str) -> set[str]:
    return {lemma(word.text) for word in tokenise(text)} | {word.text for word in tokenise(text)}
