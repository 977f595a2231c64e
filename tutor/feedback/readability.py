"""How hard a text is to read.

Flesch-Kincaid grade level: 0.39 * words / sentences + 11.8 * syllables / words - 15.59. Source: J. P. Kincaid,
R. P. Fishburne, R. L. Rogers, B. S. Chissom, "Derivation of New Readability Formulas for Navy Enlisted Personnel",
Research Branch Report 8-75, Naval Technical Training, 1975.
"""

from __future__ import annotations

import re

# The last vowel of "name", "named" and "whole" is not heard; that of "little", "started" and "places" is.
_SILENT = re.compile(r"(?:[^aeiouyl]e|[aeiouy]le|[^aeiouytd]ed|[^aeiouyscxzgh]es)$")


def syllables(word: str) -> int:
    """Syllables by groups of vowels, without a silent e at the end; within one of a dictionary for plain words."""
    word = re.sub(r"[^a-z]", "", word.lower())
    groups = len(re.findall(r"[aeiouy]+", word))
    silent = len(word) > 2 and _SILENT.search(word)
    return max(1, groups - 1 if silent else groups)


def grade(text: str) -> float:
    """The Flesch-Kincaid grade of a text (see above); 0 for a text without words."""
    words = re.findall(r"[A-Za-z0-9’]+", text)
    if not words:
        return 0.0
    sentences = max(1, len(re.findall(r"[.?!…]+(?=\s|$)", text)))
    return 0.39 * len(words) / sentences + 11.8 * sum(map(syllables, words)) / len(words) - 15.59
