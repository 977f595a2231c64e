"""What an editor asks a language server for while somebody writes: Tombi, run from its package, offline."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import IO, Any, Self

TOMBI = shutil.which("tombi", path=str(Path(sys.executable).parent)) or "tombi"


@dataclass
class Editor:
    """One TOML file, open in an editor; lines and columns count from 0."""

    wire: Wire
    file: Path
    complaints: list[dict[str, Any]] = field(default_factory=list)

    @classmethod
    @contextmanager
    def open(cls, file: Path) -> Iterator[Self]:
        """Start the server in the file's folder and open the file."""
        command = [TOMBI, "lsp", "--offline", "--no-cache"]
        with subprocess.Popen(
            command, cwd=file.parent, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL
        ) as process:
            assert process.stdin
            assert process.stdout
            editor = cls(Wire(process.stdin, process.stdout), file)
            try:
                editor._begin()
                yield editor
            finally:
                process.kill()

    def _begin(self) -> None:
        folder = {"uri": self.file.parent.as_uri(), "name": "lesson"}
        self.wire.ask("initialize", {"processId": None, "capabilities": {}, "workspaceFolders": [folder]})
        self.wire.tell("initialized", {})
        text = self.file.read_text(encoding="utf-8")
        document = {"uri": self.file.as_uri(), "languageId": "toml", "version": 1, "text": text}
        self.wire.tell("textDocument/didOpen", {"textDocument": document})
        # It answers by several threads: before it has told what is wrong with a file, it may not know the file.
        self.complaints = self.wire.wait_for("textDocument/publishDiagnostics")["diagnostics"]

    def hover(self, line: int, column: int) -> str:
        """What is shown over a place; "" for nothing."""
        found = self.wire.ask("textDocument/hover", self._at(line, column))
        return found["contents"]["value"] if found else ""

    def complete(self, line: int, column: int) -> dict[str, str]:
        """What is offered to be put in at a place, each with what is told of it."""
        found = self.wire.ask("textDocument/completion", self._at(line, column))
        items = found["items"] if isinstance(found, dict) else found or []
        return {item["label"]: item.get("documentation", {}).get("value", "") for item in items}

    def _at(self, line: int, column: int) -> dict[str, Any]:
        return {
            "textDocument": {"uri": self.file.as_uri()},
            "position": {"line": line, "character": column},
            "context": {"triggerKind": 1},
        }


@dataclass
class Wire:
    """Messages to and from a server, as its protocol (LSP 3.17) has them: a header with the length, then JSON."""

    out: IO[bytes]
    back: IO[bytes]
    asked: int = 0

    def ask(self, method: str, params: object) -> Any:
        """The answer to a request. What the server asks or tells meanwhile is passed over."""
        self.asked += 1
        self._send({"id": self.asked, "method": method, "params": params})
        while (message := self._next()).get("id") != self.asked or "method" in message:
            pass
        assert "error" not in message, message["error"]
        return message["result"]

    def wait_for(self, method: str) -> Any:
        """What the server says in its next notice of this name."""
        while (message := self._next()).get("method") != method:
            pass
        return message["params"]

    def tell(self, method: str, params: object) -> None:
        """Send a notice, to which there is no answer."""
        self._send({"method": method, "params": params})

    def _send(self, message: dict[str, Any]) -> None:
        body = json.dumps({"jsonrpc": "2.0", **message}).encode()
        self.out.write(b"Content-Length: %d\r\n\r\n" % len(body) + body)
        self.out.flush()

    def _next(self) -> dict[str, Any]:
        """The next message; a request gets its answer."""
        message = self._read()
        if "method" in message and "id" in message:
            self._send({"id": message["id"], "result": None})
        return message

    def _read(self) -> dict[str, Any]:
        length = 0
        while header := self.back.readline().strip():
            name, _, value = header.partition(b":")
            length = int(value) if name.lower() == b"content-length" else length
        message: dict[str, Any] = json.loads(self.back.read(length))
        return message
