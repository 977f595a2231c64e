"""Writing lessons into a folder."""

from collections.abc import Callable
from pathlib import Path

import pytest

FERRY = Path(__file__).parent / "ferry"
LESSON = (FERRY / "lesson.toml").read_text(encoding="utf-8")
ARTICLE = (FERRY / "article.md").read_text(encoding="utf-8")


@pytest.fixture
def write(tmp_path: Path) -> Callable[..., Path]:
    """Write a lesson folder and return it: `write(lesson, article)`; None leaves the article out."""

    def write(lesson: str | bytes = LESSON, article: str | bytes | None = ARTICLE, name: str = "ferry") -> Path:
        folder = tmp_path / name
        folder.mkdir(exist_ok=True)
        for file, content in (("lesson.toml", lesson), ("article.md", article)):
            if content is not None:
                (folder / file).write_bytes(content if isinstance(content, bytes) else content.encode())
        return folder

    return write
