"""The form a model expects a conversation in, reduced to the four pieces of text around what we have to say.

A prompt is always the same: instructions, the lesson's opening, and this turn. So a model's chat template is rendered
once, with words nobody can guess in the three places, and cut apart at them. Contents never pass through a template,
and are never looked through for control tokens.
"""

from __future__ import annotations

import secrets
import threading
from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass
from typing import Any

# Seconds, for a template to be rendered in: a thousand times what any real one takes.
RENDERING = 1.0
# Characters; the longest in use (tool calls and all) have 20,000.
LONGEST_TEMPLATE = 200_000
LONGEST_PIECE = 20_000
# Template writers ask for today's date. It would make another prompt of every day, and undo the saved prefix.
_SOME_DAY = "1 January 2025"


class TemplateError(Exception):
    """The template cannot be used; the message says why, in words for a teacher."""


@dataclass(frozen=True, slots=True)
class Layout:
    """The text before the instructions, between them and the opening, between that and the turn, and after it.

    These are tokenised with control tokens, what stands between them without. `name` says where it comes from.
    """

    name: str
    first: str
    second: str
    third: str
    last: str


# Between the opening and the turn, which are one message.
_GAP = "\n\n"


def _chatml(name: str = "ChatML", head: str = "", tail: str = "<|im_end|>\n", answer: str = "") -> Layout:
    return Layout(
        name,
        f"<|im_start|>system\n{head}",
        f"{tail}<|im_start|>user\n",
        _GAP,
        f"<|im_end|>\n<|im_start|>assistant\n{answer}",
    )


_LLAMA3 = Layout(
    "Llama 3",
    "<|begin_of_text|><|start_header_id|>system<|end_header_id|>\n\n",
    "<|eot_id|><|start_header_id|>user<|end_header_id|>\n\n",
    _GAP,
    "<|eot_id|><|start_header_id|>assistant<|end_header_id|>\n\n",
)
_GRANITE = Layout(
    "Granite",
    "<|start_of_role|>system<|end_of_role|>",
    "<|end_of_text|>\n<|start_of_role|>user<|end_of_role|>",
    _GAP,
    "<|end_of_text|>\n<|start_of_role|>assistant<|end_of_role|>",
)
# Its template leaves the system message open, and its thinking off is an empty thought.
_SMOLLM3 = _chatml(
    "SmolLM3",
    f"## Metadata\n\nKnowledge Cutoff Date: June 2025\nToday Date: {_SOME_DAY}\nReasoning Mode: /no_think\n\n"
    "## Custom Instructions\n\n",
    "\n\n",
    "<think>\n\n</think>\n",
)
_QWEN3 = _chatml("Qwen 3", answer="<think>\n\n</think>\n\n")


def known_layout(controls: Collection[str], template: str, architecture: str) -> Layout | None:
    """The layout of a family that is known by its control tokens; None for all others.

    `template` is the model's own ("" when it has none): one that does not use the family's markers was written for
    something else, and is believed.
    """

    def marked(*markers: str) -> bool:
        return all(marker in controls and (not template or marker in template) for marker in markers)

    if marked("<|start_header_id|>", "<|end_header_id|>", "<|eot_id|>"):
        return _LLAMA3
    if marked("<|start_of_role|>", "<|end_of_role|>") and "<|end_of_text|>" in controls:
        return _GRANITE
    if not marked("<|im_start|>", "<|im_end|>"):
        return None
    if architecture == "smollm3" or "Reasoning Mode: " in template:
        return _SMOLLM3
    # Those that think unless told not to; their 2507 instruct models never do and do not ask.
    if "enable_thinking" in template:
        return _QWEN3 if architecture.startswith("qwen3") else None
    return _chatml()


def layout_of(
    controls: Collection[str],
    template: str,
    architecture: str = "",
    *,
    first_token: str = "",
    end_token: str = "",
    options: Mapping[str, object] | None = None,
) -> Layout:
    """The layout of a model: its family's, or what its own template makes.

    `controls` are the texts of its control tokens, `options` what its template is given besides the messages. Raises
    TemplateError when there is none that can be used.
    """
    known = known_layout(controls, template, architecture)
    if known is not None:
        return known
    if not template.strip():
        raise TemplateError("it has no chat template: a base model, perhaps, that only continues texts")
    if len(template) > LONGEST_TEMPLATE:
        raise TemplateError(f"its chat template is {len(template):,} characters long")
    given = {"bos_token": first_token, "eos_token": end_token, **(options or {})}
    return _in_time(lambda: rendered_layout(template, given))


def rendered_layout(template: str, given: Mapping[str, object]) -> Layout:
    """Render a template and cut it apart. Raises TemplateError; may run for as long as the template wants."""
    system, opening, turn = ("x" + secrets.token_hex(16) for _ in range(3))
    asked = {"role": "user", "content": f"{opening}{_GAP}{turn}"}
    trials = [
        [{"role": "system", "content": system}, asked],
        # Some have no system message: the instructions then lead the learner's.
        [{"role": "user", "content": f"{system}{_GAP}{asked['content']}"}],
    ]
    why = ""
    for messages in trials:
        try:
            text = _render(template, messages, given)
        except TemplateError as error:
            why = why or str(error)
            continue
        if all(text.count(word) == 1 for word in (system, opening, turn)):
            first, rest = text.split(system)
            second, rest = rest.split(opening) if opening in rest else ("", "")
            third, last = rest.split(turn) if turn in rest else ("", "")
            if rest and max(map(len, (first, second, third, last))) <= LONGEST_PIECE:
                return Layout("its own template", first, second, third, last)
        why = why or "its chat template leaves out what it is given, or says it twice"
    raise TemplateError(why)


def _render(template: str, messages: list[dict[str, str]], given: Mapping[str, object]) -> str:
    """Render in Jinja's sandbox, with what template writers may count on."""
    from jinja2 import TemplateError as JinjaError
    from jinja2.sandbox import ImmutableSandboxedEnvironment

    class Sandbox(ImmutableSandboxedEnvironment):
        # Two operators can fill the memory in one step, and a constant is worked out before it is rendered.
        intercepted_binops = frozenset({"*", "**"})

        def call_binop(self, context: Any, operator: str, left: Any, right: Any) -> Any:
            if operator == "**" or not all(isinstance(side, int | float) for side in (left, right)):
                raise TemplateError(f"its chat template uses the operator {operator} where none is needed")
            return super().call_binop(context, operator, left, right)

    def refuse(why: object = "") -> None:
        raise TemplateError(f"its chat template refuses: {str(why)[:200]}")

    environment = Sandbox(trim_blocks=True, lstrip_blocks=True, extensions=["jinja2.ext.loopcontrols"])
    environment.globals |= {"raise_exception": refuse, "strftime_now": lambda _form: _SOME_DAY}
    # Absent things are named: templates ask whether they are none as often as whether they are there.
    names = {"tools": None, "documents": None, "enable_thinking": False, "add_generation_prompt": True, **given}
    try:
        return environment.from_string(template).render(messages=messages, **names)
    except TemplateError:
        raise
    except JinjaError as error:
        raise TemplateError(f"its chat template cannot be rendered: {str(error)[:200]}") from error
    except Exception as error:  # whatever a template's expressions can raise; MemoryError among them
        raise TemplateError(f"its chat template cannot be rendered: {type(error).__name__}") from error


def _in_time(render: Callable[[], Layout]) -> Layout:
    """Run it for at most a second. What runs on then cannot be stopped: the worker ends, and ends it."""
    found: list[Layout | TemplateError] = []

    def run() -> None:
        try:
            found.append(render())
        except TemplateError as error:
            found.append(error)

    thread = threading.Thread(target=run, name="template", daemon=True)
    thread.start()
    thread.join(RENDERING)
    match found:
        case [Layout() as layout]:
            return layout
        case [TemplateError() as error]:
            raise error
    raise TemplateError("its chat template runs for ever")
