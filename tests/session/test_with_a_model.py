"""A session with a model: what is told of it, and that verdicts and moves are the same without."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.feedback.scripted import Scripted, draft
from tests.ferry import STRONG, write_lesson
from tutor.errors import TutorError
from tutor.feedback import Phrasing
from tutor.feedback.author import Author
from tutor.lesson import load_lesson
from tutor.model.request import Draft, Ending, Model
from tutor.paths import Paths
from tutor.session.events import Assessed, Event, Feedback
from tutor.session.request import StartRequest
from tutor.session.session import Session
from tutor.session.store import Store
from tutor.session.voice import open_author

SAID = "You say that it costs money. One thing is still open. Which sentence would you show to somebody?"
TYPED = ("It costs money.", "what is a council?", "/hint", *STRONG)


def played(folder: Path, model: Model | None, seed: int = 1) -> list[Event]:
    folder.mkdir(exist_ok=True)
    with Store.open(folder / "sessions.db") as store:
        author = Author(Phrasing(), model, seed=seed)
        session = Session.open(load_lesson(write_lesson(folder)), store, author=author)
        list(session.begin())
        for text in TYPED:
            list(session.say(text))
        return list(session.events)


def judged(events: list[Event]) -> list[object]:
    return [event if isinstance(event, Assessed) else (event.kind, getattr(event, "move", "")) for event in events]


def test_a_models_words_are_kept_with_what_became_of_it(tmp_path: Path) -> None:
    events = played(tmp_path, Scripted([SAID] + [draft("", Ending.FAILED)] * 40))
    told = [event for event in events if isinstance(event, Feedback)]
    assert (told[0].by, told[0].text, told[0].outcome) == ("model", SAID, "model")
    assert {event.outcome for event in told[1:]} <= {"fallback-failed", "built-in"}
    assert all(event.outcome == "no-model" for event in played(tmp_path / "none", None) if isinstance(event, Feedback))


def test_verdicts_and_moves_are_the_same_with_any_model_or_none(tmp_path: Path) -> None:
    plain = judged(played(tmp_path / "none", None))
    assert judged(played(tmp_path / "good", Scripted([SAID] * 40))) == plain
    assert judged(played(tmp_path / "seed", Scripted([SAID] * 40), seed=99)) == plain
    assert judged(played(tmp_path / "dead", Scripted())) == plain


@pytest.mark.parametrize("seed", [1, 99])
def test_verdicts_and_moves_are_the_same_with_a_real_one(tmp_path: Path, seed: int) -> None:
    pytest.importorskip("llama_cpp")
    from tests.model import making
    from tutor.model.client import Worker

    worker = Worker(making.tiny(tmp_path / "tiny.gguf", context=8192), log=tmp_path / "log", context=8192, threads=1)
    try:
        with_one = played(tmp_path / "real", worker, seed)
    finally:
        worker.close()
    assert judged(with_one) == judged(played(tmp_path / "none", None))
    asked = [event.outcome for event in with_one if isinstance(event, Feedback) and event.outcome != "built-in"]
    assert asked, "some feedback was the model's to word"
    assert "fallback-failed" not in asked


def test_a_model_that_fails_is_told_of_with_its_reason(tmp_path: Path) -> None:
    with Store.open(tmp_path / "sessions.db") as store:
        failed = Draft(text="", ending=Ending.FAILED, why="it stopped")
        session = Session.open(
            load_lesson(write_lesson(tmp_path)), store, author=Author(Phrasing(), Scripted([failed]))
        )
        list(session.begin())
        assert session.model_trouble == ""
        list(session.say("It costs money."))
        assert session.model_trouble == "it stopped"


def test_the_model_is_warmed_after_the_first_question(tmp_path: Path) -> None:
    model = Scripted()
    with Store.open(tmp_path / "sessions.db") as store:
        session = Session.open(load_lesson(write_lesson(tmp_path)), store, author=Author(Phrasing(), model))
        events = session.begin()
        while next(events).kind != "asked":
            pass
        assert not model.warmed
        assert list(events) == []
        assert len(model.warmed) == 1
        session.cancel()
        assert model.cancelled == 1
        assert session.waits_for == "", "nothing is being worded"
        model.ready = False
        assert session.waits_for == "the model is reading the article"


def request(folder: Path, model: str | None) -> StartRequest:
    return StartRequest(model=model, paths=Paths(state=folder, config=folder))


def test_a_model_that_was_named_must_be_there(tmp_path: Path) -> None:
    with pytest.raises(TutorError):
        open_author(request(tmp_path, "no-such-model"), print)


def test_one_that_was_chosen_some_day_may_be_gone(tmp_path: Path) -> None:
    (tmp_path / "model").write_text("gone", encoding="utf-8")
    from tutor.model.shelf import CHOICE

    (tmp_path / CHOICE).write_text("gone-model", encoding="utf-8")
    told: list[str] = []
    author, model = open_author(request(tmp_path, None), told.append)
    assert (author.model, model) == (None, None)
    assert "built-in phrasing" in told[0]


@pytest.mark.parametrize("model", ["none", None])
def test_without_a_model_none_is_opened(tmp_path: Path, model: str | None) -> None:
    author, opened = open_author(request(tmp_path, model), print)
    assert (author.model, opened) == (None, None)
