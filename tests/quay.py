"""An invented article in which several people speak, for the tests of quotations and of whose words they are."""

from tutor.article import Article, parse_article

TEXT = """\
# Should the ferry stop?

The ferry to Lamb Island may stop next spring. The council says that it costs 2 million crowns a year. Every ship on \
the line is old, and most of them leak.

“We protect the island,” said Mira Tolland, the mayor of Lamb. “Without the ferry, some families will leave for ever. \
The school has 31 pupils, and it cannot close.”

Joss Arden, who owns the harbour café, does not agree. He says that the ferry always loses money. “It is a big hole in \
a small purse,” he told me. “All of us pay, and few of us sail.”

According to Dr Lena Voss, a biologist, the noise of the engines harms the seals. She thinks that the number of seals \
could increase if the ferry stopped. “Seals need quiet water,” she added.

The old pier is safe, and the sea wall is strong. The new bridge would take ten years to build. Nobody has asked the \
fishers.
"""
QUAY: Article = parse_article(TEXT, markdown=True)
