"""An article out of whatever file a teacher has it in: plain text, Markdown, a web page, Word, PDF.

The front door: `import_article`. What reads a format stands in a module of its own, and the libraries that do the work
(the extra `import`) are imported only there; without them, text and Markdown can still be read. Nothing a learner runs
comes here.
"""

from tutor.importing.reading import Imported, import_article

__all__ = ["Imported", "import_article"]
