"""The form a model wants a conversation in."""

from __future__ import annotations

import threading

import pytest

from tests.model import making
from tutor.model.template import Layout, TemplateError, known_layout, layout_of

pytest.importorskip("jinja2", reason="jinja2 comes with llama-cpp-python, which is not installed")

PHI = (
    "{% for message in messages %}{{'<|' + message['role'] + '|>\n' + message['content'] + '<|end|>\n'}}{% endfor %}"
    "{% if add_generation_prompt %}{{'<|assistant|>\n'}}{% endif %}"
)
GEMMA = (
    "{{ bos_token }}{% if messages[0]['role'] == 'system' %}{{ raise_exception('No system role') }}{% endif %}"
    "{% for message in messages %}{{ '<start_of_turn>' + message['role'] + '\n' + message['content'] | trim + "
    "'<end_of_turn>\n' }}{% endfor %}{% if add_generation_prompt %}{{'<start_of_turn>model\n'}}{% endif %}"
)


def joined(layout: Layout) -> str:
    return f"{layout.first}S{layout.second}O{layout.third}T{layout.last}"


@pytest.mark.parametrize(
    ("controls", "template", "architecture", "text"),
    [
        (
            making.CHATML,
            "",
            "llama",
            "<|im_start|>system\nS<|im_end|>\n<|im_start|>user\nO\n\nT<|im_end|>\n<|im_start|>assistant\n",
        ),
        (
            making.LLAMA3,
            "",
            "llama",
            "<|begin_of_text|><|start_header_id|>system<|end_header_id|>\n\nS<|eot_id|><|start_header_id|>user"
            "<|end_header_id|>\n\nO\n\nT<|eot_id|><|start_header_id|>assistant<|end_header_id|>\n\n",
        ),
        (
            ("<|start_of_role|>", "<|end_of_role|>", "<|end_of_text|>"),
            "",
            "granite",
            "<|start_of_role|>system<|end_of_role|>S<|end_of_text|>\n<|start_of_role|>user<|end_of_role|>O\n\nT"
            "<|end_of_text|>\n<|start_of_role|>assistant<|end_of_role|>",
        ),
    ],
)
def test_known_families_need_no_template(
    controls: tuple[str, ...], template: str, architecture: str, text: str
) -> None:
    layout = known_layout(controls, template, architecture)
    assert layout
    assert joined(layout) == text


def test_families_that_think_are_told_not_to() -> None:
    smollm = known_layout(making.CHATML, "", "smollm3")
    assert smollm
    assert "/no_think" in smollm.first
    assert smollm.last.endswith("<think>\n\n</think>\n")
    qwen = known_layout(making.CHATML, "<|im_start|><|im_end|>{{ enable_thinking }}", "qwen3")
    assert qwen
    assert qwen.last.endswith("<think>\n\n</think>\n\n")


def test_a_known_family_s_template_is_never_run() -> None:
    template = "<|im_start|><|im_end|>{% for a in range(99999) %}{% for b in range(99999) %}{% endfor %}{% endfor %}"
    assert layout_of(making.CHATML, template).name == "ChatML"


def test_a_model_s_own_template_is_rendered() -> None:
    layout = layout_of(("<|end|>",), PHI)
    assert joined(layout) == "<|system|>\nS<|end|>\n<|user|>\nO\n\nT<|end|>\n<|assistant|>\n"


def test_without_a_system_message_the_instructions_lead_the_learner_s() -> None:
    layout = layout_of(("<start_of_turn>",), GEMMA, first_token="<bos>")
    assert joined(layout) == "<bos><start_of_turn>user\nS\n\nO\n\nT<end_of_turn>\n<start_of_turn>model\n"


def test_a_template_that_speaks_of_today_gives_the_same_prompt_every_day() -> None:
    layout = layout_of((), "{{ strftime_now('%d %B %Y') }}" + PHI)
    assert layout.first.startswith("1 January 2025")


@pytest.mark.parametrize(
    ("template", "why"),
    [
        ("", "no chat template"),
        ("   ", "no chat template"),
        ("{% for m in messages %}", "cannot be rendered"),
        ("{{ nobody.knows }}", "cannot be rendered"),
        ("nothing of what it is given", "leaves out"),
        ("{% for m in messages + messages %}{{ m.content }}{% endfor %}", "says it twice"),
        ("{% for m in messages|reverse %}{{ m.content|reverse }}{% endfor %}", "leaves out"),
        ("{{ raise_exception('not today') }}", "refuses: not today"),
        ("{{ 9**9**9**9 }}", "operator"),
        ("{{ 'x' * 99999999999 }}", "operator"),
        ("{{ messages.__class__.__mro__[1].__subclasses__() }}", "cannot be rendered"),
        ("{{ cycler.__init__.__globals__.os.popen('true').read() }}", "cannot be rendered"),
        ("{% macro m() %}{{ m() }}{% endmacro %}{{ m() }}", "cannot be rendered|runs for ever"),
        ("{{ messages.append(1) }}" + PHI, "cannot be rendered"),
        ("{% include '/etc/passwd' %}", "cannot be rendered"),
        ("x" * 300_000, "characters long"),
        ("y" * 30_000 + PHI, "leaves out"),
    ],
)
def test_a_template_that_cannot_be_used_is_refused_with_a_reason(template: str, why: str) -> None:
    with pytest.raises(TemplateError, match=why):
        layout_of((), template)


def test_a_template_that_runs_for_ever_is_not_waited_for(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tutor.model.template.RENDERING", 0.05)
    # Seconds: it cannot be stopped, and must end some day for the tests after it.
    loop = (
        "{% for a in range(999) %}{% for b in range(999) %}{% for c in range(9) %}{% endfor %}{% endfor %}{% endfor %}"
    )
    with pytest.raises(TemplateError, match="for ever"):
        layout_of((), loop)
    assert any(thread.name == "template" for thread in threading.enumerate()), "it runs on"
