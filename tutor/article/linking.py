"""Phrases that link two statements in writing of any kind, an article's or a reply's. Own lists."""

from __future__ import annotations

CAUSES = (
    *("because", "so that", "therefore", "thus", "hence", "consequently", "as a result", "for this reason"),
    *("for that reason", "that is why", "this is why", "which is why", "due to", "in order to", "on account of"),
    "given that",
)
"""Reason, result and purpose."""

CONTRASTS = ("although", "though", "but", "however", "whereas")
"""One thing set against another."""
