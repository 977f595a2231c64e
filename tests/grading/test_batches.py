"""Replies in frames and record batches, and under an engine for tables larger than a machine."""

from __future__ import annotations

import csv
import pickle
import re
import subprocess
import sys
from pathlib import Path

import pandas
import pyarrow
import pytest

from tests.grading.roof_lesson import CAPPED, LESSON, LOW, MIDDLE, SECOND, TOP, write_lesson
from tests.running import environment, tutor
from tutor.errors import TutorError
from tutor.grading.batches import BatchGrader

REPLIES = [TOP, MIDDLE, LOW, CAPPED, "", None]
COLUMNS = ["id", "question", "score", "bees", "danger", "long", "safe", "effort"]


@pytest.fixture
def grader(tmp_path: Path) -> BatchGrader:
    return BatchGrader.load(write_lesson(tmp_path / "lesson"))


def frame() -> pandas.DataFrame:
    return pandas.DataFrame({"id": [f"00{n}" for n in range(6)], "reply": REPLIES}, index=range(10, 16))


def test_a_frame_in_and_a_frame_out(grader: BatchGrader) -> None:
    graded = grader(frame())
    assert list(graded.columns) == COLUMNS
    assert list(graded.index) == list(range(10, 16))
    assert list(graded["id"]) == [f"00{n}" for n in range(6)]
    assert list(graded["score"]) == [2, 1, 0, 1, 0, 0]
    assert list(graded["effort"])[-2:] == ["empty", "empty"]
    assert (graded.dtypes == grader.meta.dtypes).all()


def test_a_record_batch_in_and_out(grader: BatchGrader) -> None:
    batch = pyarrow.RecordBatch.from_pandas(frame(), preserve_index=False)
    graded = grader.arrow(batch)
    assert graded.schema.names == COLUMNS
    assert graded.column("score").to_pylist() == [2, 1, 0, 1, 0, 0]
    assert graded.column("id").to_pylist()[0] == "000"
    assert grader.arrow(batch.slice(0, 0)).num_rows == 0


def test_an_empty_frame_has_the_same_columns(grader: BatchGrader) -> None:
    graded = grader(frame().iloc[:0])
    assert (graded.dtypes == grader.meta.dtypes).all()
    assert len(graded) == 0


def test_without_an_id_column_the_index_names_the_rows(tmp_path: Path) -> None:
    grader = BatchGrader.load(write_lesson(tmp_path / "lesson"), reply="said", id=None)
    graded = grader(frame().rename(columns={"reply": "said"}))
    assert list(graded["id"]) == [str(n) for n in range(10, 16)]


def test_it_may_be_sent_elsewhere(grader: BatchGrader) -> None:
    again = pickle.loads(pickle.dumps(grader))
    assert again(frame()).equals(grader(frame()))


def test_a_question_there_is_not(tmp_path: Path) -> None:
    lesson = write_lesson(tmp_path / "lesson", LESSON + SECOND)
    with pytest.raises(TutorError, match="no question"):
        BatchGrader.load(lesson, "nothing")
    assert BatchGrader.load(lesson, "voices").question.id == "voices"


def test_the_page_on_scale_runs_under_dask_with_two_workers(tmp_path: Path) -> None:
    """The very code of docs/scale.md, on this machine, gives the scores that `tutor grade` gives."""
    page = (Path(__file__).parents[2] / "docs" / "scale.md").read_text(encoding="utf-8")
    (code,) = re.findall(r"```python\n(.*?)```", page, re.DOTALL)
    lesson = write_lesson(tmp_path / "my-lesson")
    lesson.rename(lesson.with_name("lesson.toml"))
    said = [TOP, MIDDLE, LOW, CAPPED, "NA"]
    rows = [(f"{n:03}", f"{said[n % 5]} {n}" if n % 5 < 4 else "NA") for n in range(600)]
    for part in range(3):
        with (tmp_path / f"replies-{part}.csv").open("w", newline="") as file:
            csv.writer(file).writerows([("id", "reply"), *rows[part * 200 : part * 200 + 200]])
    with (tmp_path / "all.csv").open("w", newline="") as file:
        csv.writer(file).writerows([("id", "reply"), *rows])
    (tmp_path / "run.py").write_text(code.replace('"evidence"', '"danger"'))
    root = str(Path(__file__).parents[2])
    done = subprocess.run(
        [sys.executable, "run.py"],
        cwd=tmp_path,
        env={**environment(tmp_path), "PYTHONPATH": root, "PYTHONUTF8": "1"},
        capture_output=True,
        text=True,
        timeout=300,
    )
    assert done.returncode == 0, done.stderr
    graded = pandas.read_parquet(tmp_path / "scores").sort_values("id").reset_index(drop=True)
    out = tmp_path / "scores.csv"
    assert tutor(tmp_path, "grade", tmp_path / "my-lesson", tmp_path / "all.csv", "-o", out).returncode == 0
    expected = pandas.read_csv(out, dtype="string", keep_default_na=False)
    assert graded.astype("string").fillna("").equals(expected)
    assert "600" not in done.stdout
    assert sum(int(line.split()[-1]) for line in done.stdout.splitlines()[1:]) == 600
