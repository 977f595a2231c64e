"""Text to addressed sentences, and quotations back to the sentences they come from.

The front door: `read_article` makes an `Article` of a file; `quotations` and `citations` find how a reply
points into it; `normalise` makes texts comparable and keeps the way back.

Two modules are imported by name, since the first screen needs neither rapidfuzz nor OpenSSL: `article.align`
finds where a passage comes from and whether it was altered, `article.fingerprint` tells whether two files hold
the same article.
"""

from tutor.article.address import REFERENCE, Address, Reference, parse_reference, reference_of
from tutor.article.load import parse_article, read_article
from tutor.article.model import Article, Block, Part, Sentence
from tutor.article.pointing import citations, quotations
from tutor.article.text import Normalised, Span, normalise, printable

__all__ = [
    "REFERENCE",
    "Address",
    "Article",
    "Block",
    "Normalised",
    "Part",
    "Reference",
    "Sentence",
    "Span",
    "citations",
    "normalise",
    "parse_article",
    "parse_reference",
    "printable",
    "quotations",
    "read_article",
    "reference_of",
]
