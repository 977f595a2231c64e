"""The phrase banks: complete, plain, easy to read; and what a teacher is told whose own bank cannot be used."""

from __future__ import annotations

import re
from pathlib import Path
from statistics import mean
from typing import get_args

import pytest

from tutor.dialogue.moves import Outcome, Rung
from tutor.errors import TutorError
from tutor.feedback import Phrasing
from tutor.feedback.banks import Phrase, load_banks
from tutor.feedback.choice import fitting
from tutor.feedback.readability import grade, syllables
from tutor.feedback.situations import CONFIRMED, LACKING, SITUATIONS, Shape, lacking
from tutor.lesson.kinds import Kind
from tutor.paths import packaged
from tutor.rubric.checks import AnyCheck
from tutor.rubric.model import Aspect, Effort, Verdict

BUILT_IN = packaged() / "prompts"
BANKS = load_banks([BUILT_IN])
WORDINGS = [phrase for bank in BANKS.values() for phrase in bank]
SAMPLE = {
    "quote": "“the cranes stood still”",
    "address": "p4s2",
    "holder": "“Rossi”",
    "word": "“fact”",
    "places": "p4s2 and p5",
    "near": "levy or quay",
    "meaning": "what all have to pay.",
    "first": "You point to p4s2",
    "second": "you say why",
    "count": "1",
}
OFTEN = ("confirm.", "lead.", "redirect.")


def test_every_check_aspect_and_verdict_has_words() -> None:
    checks = [get_args(check.model_fields["check"].annotation)[0] for check in get_args(get_args(AnyCheck)[0])]
    assert set(checks) | {"any"} == set(LACKING)
    for check in (*checks, "unheard-of"):
        for aspect in Aspect:
            for verdict in Verdict:
                key = lacking(check, aspect, verdict)
                assert BANKS[f"lead.{key}"]
                assert BANKS[f"probe.{key}"]


def test_every_met_aspect_effort_kind_rung_and_outcome_has_words() -> None:
    assert all(BANKS[f"confirm.{aspect}"] for aspect in CONFIRMED)
    assert all(BANKS[f"redirect.{effort}"] for effort in Effort)
    assert all(BANKS[f"hint.{kind}.{rung}"] for kind in Kind for rung in Rung)
    assert all(BANKS[f"close.{outcome}.{then}"] for outcome in Outcome for then in ("next", "last"))
    assert all(BANKS[f"summarise.{outcome}.{what}"] for outcome in Outcome for what in ("something", "nothing"))


@pytest.mark.parametrize("name", SITUATIONS)
def test_every_situation_has_several_wordings(name: str) -> None:
    situation = SITUATIONS[name]
    if situation.shape is Shape.NAME:
        return
    bare = fitting(BANKS, name, situation.given)
    full = fitting(BANKS, name, situation.placeholders)
    often = name.startswith(OFTEN) and "join" not in name
    least = 3 if re.match(r"hint\..*\.(where|complete)", name) else 6 if often else 4
    assert len(full) >= least
    assert len(bare) >= (4 if situation.perhaps else least)
    texts = [phrase.template for phrase in BANKS[name]]
    assert len(set(texts)) == len(texts)


@pytest.mark.parametrize("phrase", WORDINGS, ids=lambda phrase: phrase.name)
def test_a_wording_reads_easily_and_takes_no_side(phrase: Phrase) -> None:
    text = phrase.fill(SAMPLE)
    if SITUATIONS[phrase.name.rpartition(".")[0]].shape is not Shape.NAME:
        assert grade(text) <= 7, (text, grade(text))
    assert text.count("?") <= 1
    assert "!" not in text
    assert not JUDGING.search(text), text
    assert not re.search(r"[\"']", phrase.template), "typographic marks only"
    assert not re.search(r"\b\w+(?:our|ise|ised|ising|tre)\b", BRITISH_LOOKALIKES.sub("", text)), text


def test_the_wordings_are_easy_on_average() -> None:
    grades = [grade(phrase.fill(SAMPLE)) for phrase in WORDINGS if "summarise.name" not in phrase.name]
    assert mean(grades) <= 5


# Praise, verdicts and stances: what the tutor never says, of a reply or of the topic.
JUDGING = re.compile(
    r"\b(?:great|good|well done|perfect|excellent|amazing|awesome|brilliant|fantastic|super|nice|smart|clever|proud|bad"
    r"|wrong|right|correct|incorrect|false|untrue|lies?|liar|biased?|propaganda|unfair|misleading|nonsense|silly|stupid"
    r"|obviously|clearly|of course|actually|simply|sadly|unfortunately|I agree|I think|should|must not)\b",
    re.IGNORECASE,
)
BRITISH_LOOKALIKES = re.compile(r"\b(?:your?|our|four|hour|pour|otherwise|praise|wise|raise|likewise)\b", re.IGNORECASE)


def test_syllables() -> None:
    one = "the place named choose whole you’ll it’s"
    two = "sentence author little started table people reading places"
    assert [syllables(word) for word in one.split()] == [1] * 7
    assert [syllables(word) for word in two.split()] == [2] * 8
    assert [syllables(word) for word in "evidence paragraph quotation".split()] == [3, 3, 3]


def own(folder: Path, file: str, text: str) -> Path:
    (folder / "en").mkdir(exist_ok=True)
    (folder / "en" / file).write_text(text, encoding="utf-8")
    return folder


def test_a_users_own_wordings_come_first_bank_by_bank(tmp_path: Path) -> None:
    folder = own(tmp_path, "redirect.toml", 'empty = ["Nothing there."]')
    banks = Phrasing([folder]).banks
    assert [phrase.template for phrase in banks["redirect.empty"]] == ["Nothing there."]
    assert banks["redirect.repeat"] == BANKS["redirect.repeat"]


def test_a_missing_or_empty_folder_is_no_fault(tmp_path: Path) -> None:
    assert Phrasing([tmp_path / "nowhere", tmp_path]).banks == BANKS


@pytest.mark.parametrize(
    ("file", "text", "told"),
    [
        ("redirect.toml", 'empty = ["You {quot}."]', ["redirect.toml", "empty", "{quot}", "Valid there: none"]),
        ("confirm.toml", 'quoted = ["You {quot}."]', ["{quot}", "{quote}, {address}"]),
        ("confirm.toml", "quoted = []", ["confirm.toml", "quoted", "empty"]),
        ("confirm.toml", 'quotd = ["You."]', ["quotd", "Perhaps quoted", "cited"]),
        ("confirm.toml", 'quoted = "You."', ["quoted", "not a list"]),
        ("confirm.toml", "quoted = [1]", ["quoted, wording 1", "no text"]),
        ("confirm.toml", 'quoted = ["You {quote}."]', ["quoted", "without {quote}, {address}"]),
        ("confirm.toml", 'quoted = ["You said “{quote}”."]', ["“", "its own quotation marks"]),
        ("confirm.toml", 'own = ["You [b]write[/b]."]', ["own", "["]),
        ("confirm.toml", 'own = ["You {write."]', ["own", "{"]),
        ("confirm.toml", 'own = [" "]', ["own", "no words"]),
        ("confirm.toml", 'own = ["Did you?"]', ["own", "statement"]),
        ("confirm.toml", 'own = ["You did"]', ["own", "statement"]),
        ("confirm.toml", f'own = ["{"word " * 40}."]', ["own", "more than 30"]),
        ("confirm.toml", 'own = ["You did. You did."]', ["own", "more sentences than 1"]),
        ("close.toml", 'take-away = ["Go on."]', ["take-away", "one question"]),
        ("close.toml", 'take-away = ["What? Why?"]', ["take-away", "one question"]),
        ("summarise.toml", '[name]\nsource = ["Source."]', ["name.source", "name"]),
        ("probes.toml", "", ["probes.toml", "probe.toml"]),
        ("probe.toml", "[cites\n", ["probe.toml", "not TOML", "line 1"]),
    ],
)
def test_a_bank_that_cannot_be_used_is_named(tmp_path: Path, file: str, text: str, told: list[str]) -> None:
    with pytest.raises(TutorError) as caught:
        Phrasing([own(tmp_path, file, text)])
    for part in told:
        assert part in str(caught.value)


def test_a_bank_in_another_encoding_is_named(tmp_path: Path) -> None:
    (own(tmp_path, "probe.toml", "") / "en" / "probe.toml").write_bytes(b'own = ["caf\xe9"]')
    with pytest.raises(TutorError, match="UTF-8"):
        Phrasing([tmp_path])


def test_a_situation_without_words_is_named(tmp_path: Path) -> None:
    with pytest.raises(TutorError, match=r"has no wordings for cited and \d+ more"):
        load_banks([tmp_path])
