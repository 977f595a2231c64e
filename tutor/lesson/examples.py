"""How each key of a lesson file is written: an example a key, for the format's page."""

from __future__ import annotations

from collections.abc import Mapping

TABLES: Mapping[str, Mapping[str, str]] = {
    "": {
        "format": "format = 1",
        "title": 'title = "Who pays for the harbour?"',
        "level": 'level = "ages 12 and up; one lesson of 45 minutes"',
        "objectives": 'objectives = ["Tell the writer\'s view from the views the writer reports"]',
        "article": '[article]\nfile = "article.md"',
        "reading": '[reading]\npurpose = "What does the writer want to happen?"',
        "glossary": '[glossary]\nquay = "The stone edge of a harbour where ships tie up."',
        "concepts": '[concepts]\nfewer = ["few", "less", "fall", "go down"]',
        "questions": "[[questions]]",
    },
    "[article]": {
        "file": 'file = "article.md"',
        "title": 'title = "Silence on the East Quay"',
        "author": 'author = "Della Wrenfield"',
        "date": 'date = "12 June 2025"',
        "source": 'source = "The Port Ostrey Lantern"',
        "fingerprint": f'fingerprint = "sha256:{"3bf82255" * 8}"',
        "marks": 'marks = ["92a4 7d11 aa30", "28aa dfbd"]',
    },
    "[reading]": {
        "purpose": 'purpose = "What does the writer want to happen?"',
        "parts": "[[reading.parts]]",
    },
    "[[reading.parts]]": {"to": 'to = "p4"', "until": 'until = "other-view"'},
    "[[questions]]": {
        "id": 'id = "purpose"',
        "kind": 'kind = "locate"',
        "ask": 'ask = "Which sentence tells you what the money is meant for?"',
        "about": 'about = ["p2", "p5s1-p5s3"]',
        "attempts": "attempts = 4",
        "draft": "draft = true",
        "open": "open = true",
        "criteria": "[[questions.criteria]]",
        "misconceptions": "[[questions.misconceptions]]",
        "scoring": "[questions.scoring]",
        "hints": "[[questions.hints]]",
        "samples": "[[questions.samples]]",
    },
    "[[questions.criteria]]": {
        "id": 'id = "which-sentence"',
        "check": 'check = "cites"',
        "probe": 'probe = "Which sentence would you put your finger on?"',
        "aim": 'aim = "a sentence that tells it"',
        "optional": "optional = true",
    },
    "[[questions.misconceptions]]": {
        "id": 'id = "own-pocket"',
        "check": 'check = "mentions"',
        "challenge": 'challenge = "Which sentence tells what the money is for?"',
    },
    "[questions.scoring]": {
        "points": "[questions.scoring.points]\nwhich-sentence = 2\nown-pocket = -1",
        "levels": "[[questions.scoring.levels]]",
    },
    "[[questions.scoring.levels]]": {
        "level": "level = 2",
        "points": "points = 3",
        "all_of": 'all_of = ["which-sentence"]',
        "any_of": 'any_of = ["what-for", "reason"]',
        "none_of": 'none_of = ["own-pocket"]',
    },
    "[[questions.hints]]": {
        "say": 'say = "Read paragraph 2 again, slowly."',
        "show": 'show = ["p2"]',
    },
    "[[questions.samples]]": {
        "answer": 'answer = "its so they can fix the see wall it says it in p2s3"',
        "expect": 'expect = { what-for = "met", which-sentence = "unmet" }',
        "misconceptions": 'misconceptions = ["own-pocket"]',
        "effort": 'effort = "keywords"',
    },
}
"""By the header of the table; the first is the top of the file."""

CHECKS: Mapping[str, Mapping[str, str]] = {
    "cites": {"from": 'from = ["p2s3", "p9s2"]', "at_least": "at_least = 2"},
    "mentions": {
        "all_of": 'all_of = ["wall", ["repair", "mend"]]',
        "any_of": 'any_of = ["wall", "ships"]',
        "at_least": "at_least = 2",
        "within": 'within = "sentence"',
        "denied": "denied = true",
    },
    "counts": {
        "of": 'of = ["wall", "ships", "jobs"]',
        "at_least": "at_least = 2",
        "partly": "partly = 1",
        "every": "every = true",
    },
    "roles": {
        "who": 'who = "author"',
        "does": 'does = ["want", "ask for"]',
        "to": 'to = "council"',
        "others": 'others = ["marlow", "lindgate"]',
    },
    "attributes": {"holder": 'holder = "marlow"', "others": 'others = ["author", "lindgate"]'},
    "reasons": {"about": 'about = ["wall", "ships"]'},
    "own_words": {"share": "share = 0.5"},
    "labels": {"label": 'label = "opinion"', "aliases": 'aliases = ["guess", "what she thinks"]'},
    "length": {"words": "words = 8"},
    "denies": {"share": "share = 0.6"},
}
"""By the name of the check."""
