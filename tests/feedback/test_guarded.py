"""Real models with random weights, through the worker: whatever they write, what is shown obeys every rule."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.feedback.gbnf import Grammar
from tests.feedback.scripted import MOVES, PROBE
from tutor.feedback import Phrasing, faults
from tutor.feedback.author import Author, Authored
from tutor.feedback.closing import evened
from tutor.feedback.guard import flaws
from tutor.feedback.prompts import NEEDED
from tutor.feedback.trial import Trial
from tutor.model.request import Draft, Ending, Request

pytest.importorskip("llama_cpp")
making = pytest.importorskip("tests.model.making")
client = pytest.importorskip("tutor.model.client")

PHRASING = Phrasing()
WORDS = """▁You ▁say ▁that ▁the ▁pupils ▁are ▁late ▁write ▁it ▁is ▁in ▁text ▁a ▁sentence ▁What ▁which ▁Which ▁would
▁show ▁friend ▁you ▁Who ▁says ▁so ▁not ▁there ▁yet ▁“ ▁of ▁and ▁think ▁right ▁council ▁student ▁61 ▁388 ▁p1s2 ▁p3 ▁word
▁look ▁again ▁“pupils ▁“late ▁“half ▁I ▁good ▁point ▁— ▁place ▁one ▁more ▁how ▁How""".split()
FEEDBACKS = 100
"""For each of the five temperatures."""


class Listening:
    """A worker, and what passed through it."""

    def __init__(self, worker: object) -> None:
        self.worker, self.heard = worker, []

    def write(self, request: Request, on_piece: object = None) -> Draft:
        draft: Draft = self.worker.write(request, on_piece)
        self.heard.append((request, draft))
        return draft

    def __getattr__(self, name: str) -> object:
        return getattr(self.worker, name)


@pytest.fixture(scope="module")
def short(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Prompts of next to no words: a tiny model understands none, and reads a token for every letter."""
    folder = tmp_path_factory.mktemp("prompts")
    (folder / "en").mkdir()
    for prompt, needed in NEEDED.items():
        text = "\n".join(f"{{{name}}}" for name in needed) or "Be brief."
        (folder / "en" / f"{prompt}.md").write_text(text, encoding="utf-8")
    return folder


@pytest.fixture(scope="module")
def worker(tmp_path_factory: pytest.TempPathFactory) -> Iterator[object]:
    folder = tmp_path_factory.mktemp("model")
    path: Path = making.tiny(folder / "tiny.gguf", words=WORDS, context=8192, sharp=0.4)
    model = client.Worker(path, log=folder / "log", context=8192, threads=1)
    yield model
    model.close()


@pytest.mark.parametrize("temperature", [0.0, 0.3, 0.7, 1.0, 1.5])
def test_every_feedback_obeys_every_rule(worker: object, short: Path, temperature: float) -> None:
    model = Listening(worker)
    shown: list[tuple[Trial, Authored]] = []
    for number in range(FEEDBACKS // len(MOVES)):
        author = Author(
            PHRASING,
            model,
            [short],
            seed=1 + number * 1000,
            temperatures=[temperature],
            max_tokens=220,
        )
        shown += [(t, author.word(t.move, t.scene, position=at)) for at, t in enumerate(MOVES)]
    assert len(shown) == FEEDBACKS
    for trial, authored in shown:
        wording, scene = authored.wording, trial.scene
        assert faults(wording, trial.move, scene.article.text, scene.wrote) == (), wording.text
        if authored.by == "model":
            built_in = PHRASING.word(trial.move, position=MOVES.index(trial))
            assert flaws(wording, trial.move, scene, built_in) == ()
        else:
            assert authored.outcome.startswith("fallback-")
    # Even before the guard has seen it, the grammar held: what is whole is in its language, the rest begins like it.
    assert len(model.heard) == FEEDBACKS
    for request, draft in model.heard[::10]:
        assert draft.ending in (Ending.STOP, Ending.LENGTH), draft.why
        grammar = Grammar(request.grammar)
        assert grammar.accepts(draft.text) if draft.ending is Ending.STOP else grammar.begins(draft.text), draft.text
        assert len(draft.text.split()) <= 60


def test_the_same_seed_gives_the_same_words(worker: object) -> None:
    def once(seed: int) -> list[str]:
        author = Author(PHRASING, worker, seed=seed, max_tokens=60)
        return [draft.text for draft, _ in author.word(PROBE.move, PROBE.scene).drafts]

    assert once(1) == once(1)
    assert once(1)[-1] != once(500)[-1]


@pytest.mark.parametrize(
    ("said", "outcome"),
    [
        (
            "You say that lots of pupils are late. A place in the text is not there yet. "
            "Which sentence would you show to a friend?",
            "model",
        ),
        ("The student council counted them. Which sentence would you show to a friend?", "fallback-key"),
        ("You say it. That is a lovely idea. Which sentence would you show to a friend?", "fallback-gush"),
    ],
)
def test_a_model_that_says_what_it_is_told(tmp_path: Path, said: str, outcome: str) -> None:
    path: Path = making.speaking(tmp_path / "speak.gguf", said, context=8192)
    model = client.Worker(path, log=tmp_path / "log", context=8192, threads=1)
    try:
        author = Author(PHRASING, model, temperatures=[0.0])
        authored = author.word(PROBE.move, PROBE.scene)
    finally:
        model.close()
    assert authored.outcome == outcome, authored.drafts
    if outcome == "model":
        assert authored.wording.text == evened(said)
    else:
        assert authored.wording == PHRASING.word(PROBE.move)


@pytest.mark.parametrize("template", ["{{ nobody.knows }}", "{% for m in messages %}no{% endfor %}", "{{ 1 / 0 }}"])
def test_with_a_broken_template_it_says_nothing_of_the_kind(tmp_path: Path, template: str) -> None:
    said = "You say that lots of pupils are late. Which sentence would you show to a friend?"
    path: Path = making.speaking(tmp_path / "speak.gguf", said, context=8192, template=template)
    model = client.Worker(path, log=tmp_path / "log", context=8192, threads=1)
    try:
        authored = Author(PHRASING, model, temperatures=[0.0]).word(PROBE.move, PROBE.scene)
    finally:
        model.close()
    assert authored.outcome == "fallback-failed"
    assert authored.wording == PHRASING.word(PROBE.move)
    assert "template" in authored.drafts[0][0].why
