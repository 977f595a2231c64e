"""Whether a text is in the language of a GBNF grammar: a small reader of such grammars, with nothing of ours in it.

Reads what llama.cpp documents as far as it is used here: literals and classes with escapes, groups, `|`, `?`, `*`, `+`
and `{m,n}`, one rule to a line.
"""

from __future__ import annotations

import re
import sys
from dataclasses import dataclass

_TOKEN = re.compile(r'\s*("(?:\\.|[^"\\])*"|\[(?:\\.|[^\]\\])*\]|\{\d+(?:,\d*)?\}|[A-Za-z][\w-]*|[()|?*+])')
_ESCAPE = re.compile(r"\\(?:x([0-9A-Fa-f]{2})|u([0-9A-Fa-f]{4})|U([0-9A-Fa-f]{8})|(.))")


@dataclass(frozen=True, eq=False)
class Node:
    kind: str  # text, class, rule, seq, any, times
    parts: tuple[Node, ...] = ()
    text: str = ""
    least: int = 0
    most: int = 0


def _plain(text: str) -> str:
    return _ESCAPE.sub(lambda m: chr(int(m[1] or m[2] or m[3], 16)) if not m[4] else m[4], text)


class Grammar:
    def __init__(self, text: str) -> None:
        sys.setrecursionlimit(20_000)
        self.rules: dict[str, Node] = {}
        for line in text.splitlines():
            name, _, body = line.partition(" ::= ")
            assert name not in self.rules, f"{name} is there twice"
            tokens, at = [], 0
            while at < len(body):
                found = _TOKEN.match(body, at)
                assert found, body[at : at + 40]
                tokens.append(found[1])
                at = found.end()
            self.rules[name] = self._either(tokens)
            assert not tokens, tokens
        for rule in self.rules.values():
            self._check(rule)

    def _check(self, node: Node) -> None:
        assert node.kind != "rule" or node.text in self.rules, f"no rule {node.text}"
        for part in node.parts:
            self._check(part)

    def _either(self, tokens: list[str]) -> Node:
        ways = [self._row(tokens)]
        while tokens and tokens[0] == "|":
            tokens.pop(0)
            ways.append(self._row(tokens))
        return Node("any", tuple(ways))

    def _row(self, tokens: list[str]) -> Node:
        parts: list[Node] = []
        while tokens and tokens[0] not in ("|", ")"):
            parts.append(self._thing(tokens))
        assert parts
        return Node("seq", tuple(parts))

    def _thing(self, tokens: list[str]) -> Node:
        token = tokens.pop(0)
        if token == "(":
            node = self._either(tokens)
            assert tokens.pop(0) == ")"
        elif token[0] == '"':
            node = Node("text", text=_plain(token[1:-1]))
        elif token[0] == "[":
            node = Node("class", text=token[1:-1])
        else:
            node = Node("rule", text=token)
        while tokens and (tokens[0] in ("?", "*", "+") or tokens[0][0] == "{"):
            mark = tokens.pop(0)
            numbers = re.findall(r"\d+", mark)
            least, most = {"?": (0, 1), "*": (0, 2000), "+": (1, 2000)}.get(mark) or (int(numbers[0]), int(numbers[-1]))
            node = Node("times", (node,), least=least, most=most)
        return node

    def accepts(self, text: str) -> bool:
        """Whether the whole text can be written."""
        return len(text) in self._from(text)

    def begins(self, text: str) -> bool:
        """Whether the text is the beginning of one that can be written."""
        self._reached = False
        self._from(text)
        return self._reached

    def _from(self, text: str) -> set[int]:
        self._text, self._memo, self._reached = text, {}, False
        return self._ends(self.rules["root"], 0)

    def _ends(self, node: Node, at: int) -> set[int]:
        key = (id(node), at)
        if key not in self._memo:
            self._memo[key] = set()
            self._memo[key] = self._work(node, at)
        return self._memo[key]

    def _work(self, node: Node, at: int) -> set[int]:
        self._reached = self._reached or at == len(self._text)
        match node.kind:
            case "text":
                rest = self._text[at:]
                if len(rest) < len(node.text) and node.text.startswith(rest):
                    self._reached = True
                return {at + len(node.text)} if rest.startswith(node.text) else set()
            case "class":
                return {at + 1} if at < len(self._text) and _in_class(node.text, self._text[at]) else set()
            case "rule":
                return self._ends(self.rules[node.text], at)
            case "any":
                return {end for way in node.parts for end in self._ends(way, at)}
            case "seq":
                ends = {at}
                for part in node.parts:
                    ends = {end for start in ends for end in self._ends(part, start)}
                return ends
            case _:
                found = {at} if node.least == 0 else set()
                ends = {at}
                for times in range(1, node.most + 1):
                    ends = {end for start in ends for end in self._ends(node.parts[0], start)}
                    if not ends:
                        break
                    if times >= node.least:
                        found |= ends
                return found


def _in_class(body: str, char: str) -> bool:
    letters = _ESCAPE.sub(lambda m: chr(int(m[1] or m[2] or m[3], 16)) if not m[4] else m[4], body)
    at = 0
    while at < len(letters):
        if letters[at + 1 : at + 2] == "-" and at + 2 < len(letters):
            if letters[at] <= char <= letters[at + 2]:
                return True
            at += 3
        elif letters[at] == char:
            return True
        else:
            at += 1
    return False
