"""Long template lines are broken only where white space shows nowhere."""

import pytest

from tests.wrap_templates import wrapped

WORDS = "word " * 40


@pytest.mark.parametrize(
    "line",
    [
        f"<p><span>{'a' * 100}</span><span>{'b' * 100}</span></p>",
        f"<p>{{% if a %}}{'a' * 100}{{% endif %}}<b>{'b' * 100}</b></p>",
        f"<pre>{WORDS}</pre>",
    ],
)
def test_nothing_comes_between_inline_elements(line):
    assert "".join(wrapped(line, 120).split()) == "".join(line.split())
    assert "</span>\n<span>" not in wrapped(line, 120)
    assert "{% endif %}\n" not in wrapped(line, 120)
    assert WORDS not in line or WORDS in wrapped(line, 120)


@pytest.mark.parametrize(
    ("line", "broken"),
    [
        (f"<li>{'a' * 80}</li><li>{'b' * 80}</li>", f"<li>{'a' * 80}</li><li>\n{'b' * 80}</li>"),
        (f'<a class="{"a" * 80}" href="{"b" * 80}">x</a>', f'<a\nclass="{"a" * 80}"\nhref="{"b" * 80}">x</a>'),
        (
            f"<p>{{% blocktranslate %}}{'a' * 80} {'b' * 80}{{% endblocktranslate %}}</p>",
            f"<p>{{% blocktranslate trimmed %}}\n{'a' * 80}\n{'b' * 80}\n{{% endblocktranslate %}}</p>",
        ),
    ],
)
def test_lines_are_broken_where_white_space_means_nothing(line, broken):
    assert wrapped(line, 120) == broken


def test_an_inline_message_is_named_before():
    message = f"{{% blocktranslate count n=n %}}{'a' * 70}{{% plural %}}{'b' * 70}{{% endblocktranslate %}}"
    result = wrapped(f"<p>\n<b>{message}</b>\n</p>", 120)
    assert result.startswith("<p>\n{% blocktranslate trimmed asvar ")
    assert "<b>{{ aaaa" in result
