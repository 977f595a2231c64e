"""Who speaks in a sentence: quotations, reports, pronouns, and what only looks like them."""

import pytest

from tests.quay import QUAY
from tests.work import grows_linearly
from tutor.article import Address, parse_article
from tutor.article.speakers import Speaker, speakers

# A text (a stroke is the end of a paragraph), and who speaks in each of its sentences: a name, "-" for the author; with
# a question mark where it is not certain.
SPOKEN = """
“We will stay,” Ada Rossi said. => Ada Rossi
“We will stay,” said Ada Rossi. => Ada Rossi
“We will stay,” said the mayor. => the mayor
Ada Rossi said, “We will stay.” => Ada Rossi
Ada Rossi said: “We will stay. We like it here very much.” => Ada Rossi; Ada Rossi
"We will stay," Ada Rossi said. "We like it here very much." => Ada Rossi; Ada Rossi
“Will they stay?” asked Ada Rossi. => Ada Rossi
“We will stay,” Ada Rossi said, “and we like it here.” => Ada Rossi
Ada Rossi says that the port will close. => Ada Rossi
Ada Rossi contends that the port will close. => Ada Rossi
Rossi has said the port will close. => Rossi
Ada Rossi, who runs the port, says the port will close. => Ada Rossi
Ada Rossi, a doctor at the clinic, warns that the water is bad. => Ada Rossi
According to Ada Rossi, the port will close. => Ada Rossi
The port will close, according to Ada Rossi. => Ada Rossi
The port will close, Ada Rossi said. => Ada Rossi
The port, Ada Rossi says, will close in spring. => Ada Rossi
In Ada Rossi's view, the port should close in spring. => Ada Rossi
Mrs Rossi thinks that the port will close. => Mrs Rossi
Ada Rossi runs the port. “We will stay,” she said. => -; Ada Rossi
Ada Rossi runs the port. She says that it will close. => -; Ada Rossi
Ada Rossi runs the port.|“We will stay,” she said. => -; Ada Rossi
Ada Rossi said: “We will stay here. |“We like it very much.” => Ada Rossi; Ada Rossi
“We will stay,” Rossi said.|“It is good here,” he added. => Rossi; Rossi
The port will close, analysts say. => analysts
Some experts believe that the port will close. => Some experts
Analysts who follow shipping say that ports lose money. => Analysts
The town council says that the port will close. => The town council
“We will stay,” port spokesman Idris Marlow said on Friday. => Idris Marlow
“We will stay,” said Idris Marlow, the mayor of the town. => Idris Marlow
“We will stay,” Idris Marlow (Port Party) said. => Idris Marlow
“We will stay here for ever.” — Ada Rossi => Ada Rossi; -
ROSSI: We will stay. We like it.|MARLOW: We will not. => ROSSI; ROSSI; MARLOW
Ada Rossi is saying that the port will close. => Ada Rossi
Ada Rossi accuses the town of sleeping. => Ada Rossi
Ada Rossi calls the plan “a very big mistake for us all.” => Ada Rossi
“Hurry up, all of you!” shouted the old guard. => the old guard
Ada Rossi on Friday said that the port will close. => Ada Rossi
""".strip().splitlines()

UNSPOKEN = """
The port will close in spring. => -
Ada Rossi runs the port. => -
The “quiet quay” is not quiet at all. => -
The report was long and it said little. => -
They call it the “old harbour” here. => -
It is what the town calls a “harbour levy”. => -
The plan is said to be very good for the town. => -
Ada Rossi was asked about the plan for the port. => -
Ada Rossi was told to leave the port at once. => -
She did not say where the money went. => -
The claims were heard in the town hall on Monday. => -
I said that the port would close. => -
“Where is the port?” I asked. => -; -
The state of the port is bad, and nobody cares. => -
It must be said that the port is old. => -
To say that the port is old is no crime. => -
We all know the story of the old port. => -
The book “How to Build a Port” stands on my shelf. => -
Reports of a storm came in at night. => -
The United States must act in spring. => -
Words fail me when I see the old port. => -
No one knows how the fish came into the port. => -
Let us say that the port is old. => -
The sign at the gate is blue and white. => -
My answer is that the port must stay. => -
There is hope for the port in the new plan. => -
The port's new rules need a note of the captain. => -
Her voice sank to a low whisper at the end. => -
""".strip().splitlines()

NEAR_MISSES = """
Ada Rossi met Idris Marlow. “We will stay,” he said. => -; Ada Rossi?
Ada Rossi runs the port. “We will stay for ever.” => -; Ada Rossi?
“We will stay,” said Rossi.|“It is very good here.” => Rossi; Rossi?
Ada Rossi smiled. “We will stay,” said Idris Marlow. => -; Idris Marlow
“We will stay,” said Rossi. Marlow shook his head. “We like it here, too.” => Rossi; -; Rossi?
Mr Marlow met Mrs Rossi. “We will stay,” she said. => -; Mrs Rossi
Mr Marlow met Mrs Rossi. “We will stay,” he said. => -; Mr Marlow
Ada Rossi's house is old. “We will stay,” said Idris Marlow. => -; Idris Marlow
Ada Rossi told Idris Marlow that the port will close. => Ada Rossi
Ada Rossi says that Idris Marlow thinks the port will close. => Ada Rossi?
Idris Marlow disagrees with Ada Rossi, who says that the port will close. => Ada Rossi
“The port is old,” said Rossi. It is true. => Rossi; -
Rossi said the port is old. The wall is old as well. => Rossi; -
The port is old. Rossi says that it must close. => -; Rossi
“Move,” said Rossi. “Now we move all of it.” => Rossi; Rossi
Rossi spoke of “her town” and went home. => -
“We will stay,” they said. => they?
Rossi, Marlow said, will leave the port in spring. => Marlow
Rossi will leave the port in spring, said Marlow. => Marlow
He said that the port will close. => He?
The Harbour Office said that the port will close. => Harbour Office
Iran's Foreign Ministry warned that the port will close. => Iran's Foreign Ministry
Dr. Ada P. Rossi said that the port will close. => Dr. Ada P. Rossi
Ada Rossi runs Rossi Freight, the biggest company. “We will stay,” she said. => -; Ada Rossi
“We will stay,” Ada Rossi said.|I went home.|“It is late,” I said. => Ada Rossi; -; -
“We will stay,” Rossi said, and she laughed at “the old quay” in the end. => Rossi
Ada Rossi has a plan. In her view, the port should close in spring. => -; Ada Rossi
“Anna, come in,” Rose said. “Sit down here, please.” => Rose; Rose
""".strip().splitlines()


def told(text: str) -> list[str]:
    article = parse_article(text.replace("|", "\n\n"), markdown=False)
    voices = speakers(article).values()
    return ["-" if v is None else f"{v.name}{'' if v.certain else '?'}" for v in voices]


@pytest.mark.parametrize("row", [*SPOKEN, *UNSPOKEN, *NEAR_MISSES])
def test_who_speaks(row: str) -> None:
    text, _, expected = row.partition(" => ")
    assert told(text) == [part.strip() for part in expected.split(";")]


def test_in_a_whole_article() -> None:
    voices = {str(address): v.name for address, v in speakers(QUAY).items() if v}
    assert voices == {
        "p1s2": "The council",
        "p2s1": "Mira Tolland",
        "p2s2": "Mira Tolland",
        "p2s3": "Mira Tolland",
        "p3s2": "Joss Arden",
        "p3s3": "Joss Arden",
        "p3s4": "Joss Arden",
        "p4s1": "Dr Lena Voss",
        "p4s2": "Dr Lena Voss",
        "p4s3": "Dr Lena Voss",
    }
    assert all(v.certain for v in speakers(QUAY).values() if v)


def test_a_speaker_has_places_in_the_article() -> None:
    speaker = speakers(QUAY)[Address(4, 3)]
    assert isinstance(speaker, Speaker)
    assert speaker.span.of(QUAY.text) == speaker.name == "Dr Lena Voss"
    assert speaker.source.of(QUAY.text) == "she"
    assert speaker.said.of(QUAY.text) == "Seals need quiet water"


def test_every_sentence_has_an_entry_and_the_answer_is_kept() -> None:
    assert list(speakers(QUAY)) == [sentence.address for sentence in QUAY.sentences]
    assert speakers(QUAY) is speakers(QUAY)


@pytest.mark.parametrize("end", [" ", "\n\n"], ids=["sentences", "paragraphs"])
def test_the_work_grows_with_the_article_and_no_faster(end: str) -> None:
    part = "“We will stay here for ever,” Ada Rossi said. He did not like Idris Marlow, who says that it is bad." + end
    grows_linearly(speakers, lambda size: parse_article(part * size, markdown=False), 20)
