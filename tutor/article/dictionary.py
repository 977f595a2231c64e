"""The English dictionary: whether it knows a word, and a word's dictionary form.

It is read with the first word that is looked up, never before the first frame, in the form that takes 2 MB of memory
instead of 20. A lookup is slower then; whoever asks often keeps the answers.
"""

from __future__ import annotations


def knows(word: str) -> bool:
    """Whether the dictionary has this word, as it is written."""
    from simplemma import is_known

    return bool(is_known(word, lang="en", low_memory=True))


def form_of(word: str) -> str:
    """The dictionary form of a lower-case word, in lower case; the word itself when the dictionary has none."""
    from simplemma import lemmatize

    return str(lemmatize(word, lang="en", low_memory=True)).lower()
