"""An opinion piece, written for these tests, with all that a draft asks about."""

from __future__ import annotations

OPINION = """\
---
title: Keep the doors open
author: Maren Ostwick
source: The Hollin Valley Post
---

On Tuesday evening the council will vote on the Hollin Street library. It wants to shut the reading room on three days a
week. The doors would close at noon on the others.

This is a foolish and heartless plan. A town that locks away its books does not deserve to call itself a town.

“We have to find forty thousand pounds somewhere,” said Councillor Tobias Renn, who drew up the plan. He argues that
most visitors come in the mornings anyway.

Nobody who has stood in that room on a wet afternoon believes him. Hundreds of pupils do their homework there because
their own kitchens are loud and cold. Pensioners come for the newspapers, and stay for the warmth.

According to the library's report, 212 people came through the door on an ordinary day last year. The report also says
that the number has grown since 2021.

Tobias Renn says that volunteers could keep the room open. The librarian, Adaeze Finch, doubts it. “A volunteer can
unlock a door, but finding the right book for a frightened child takes training,” she told me.

Eighty per cent of the town is against the plan. Mothers, carers and the unemployed will lose the one warm room that
asks nothing of them. We should all be at the town hall on Tuesday and say so.
"""

NEWS = """\
The bridge over the Tarn at Low Marsh was closed on Monday after an inspection. Two of its cables showed rust, the
county said in a statement.

Engineers will replace the cables in the coming weeks. “We expect to open one lane by the end of June,” said Paula
Whitt, who leads the works.

Drivers are sent over the old road by Keld. The detour is eleven kilometres long. Shopkeepers on the bridge road said
that they had sold less since Monday.

A bus runs every half hour between the two banks. Residents can ride it free of charge until the bridge is open again.
"""

STORY = """\
The Kite

Mina held the string with both hands. "It's going to rain," she said. "Can't you see the clouds?"

"You always see clouds," her brother Tom answered. He ran ahead and let the kite go.

Mina felt too small for the wind that day. She had promised Grandmother to be home by four, and it was nearly four.

"Will you hold it for me?" Tom asked. "I want to climb the wall."

"You promised you would not climb it again," Mina said. "You know what happened last time."

Tom laughed. "You sound just like Grandmother."

She looked at the wall, and at the old green door behind which nobody had lived since the spring. The string cut into
her fingers like a cruel little wire. Somewhere a window was shut.

"Do you think she still waits for us?" Tom said, more quietly now.

Mina wound up the string. "She always waits for you," she said. They walked home without a word, and for once Tom was
the one who carried the kite.
"""
