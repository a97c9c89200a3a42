"""Feed hostile text to everything that takes text, guided by coverage.

    python tests/fuzz/fuzz.py -max_total_time=300

Needs atheris (`pip install atheris`, on Linux). It stops at the first text that breaks a claim below, and
writes it to a file; put that text into the tests of the module that it broke.
"""

import contextlib
import sys
from collections import Counter
from html.parser import HTMLParser
from pathlib import Path
from tempfile import TemporaryDirectory

import atheris

with atheris.instrument_imports(include=["textkit"]):
    from click.testing import CliRunner

    from textkit import article, cli, concordance, frequency, quotes, speakers, tokens, views

# Pieces that have a meaning to the rules, and pieces that texts should not have.
PIECES = [
    *"“”‘’\"'«»„‚‹›.,:;!?…—-()[]\n\r\t &<>/=+@*#",
    *["\n\n", "\u2028", "\u00a0", "\u200f", "\u202e", "\u0301", "\ufeff", "\x00", "\x1b[2J", "\ud800"],
    *["<script>alert(1)</script>", "<img src=x onerror=alert(1)>", "&lt;", "]]>", "=1+1", "# ", "- ", "1. "],
    *[" said ", " said Ann Lee", "Ann Lee, who", " told Bo Fox ", "according to", " he said", "Mr. Lee"],
    *["don't", "’90s", "rock ’n’ roll", "state-of-the-art", "3,000.50", "NATO's", "U.S.", "\U0001f600"],
    *["Привіт", "مرحبا", "你好", "שלום"],
]  # fmt: skip


class _Text(HTMLParser):
    """What a reader of a page reads inside <article>, labels (<sup>) left out; and every tag."""

    def __init__(self):
        super().__init__(convert_charrefs=True)
        self.tags, self.open, self.read = set(), [], []

    def handle_starttag(self, tag, attrs):
        self.tags.add(tag)
        assert not any(name.startswith("on") for name, _ in attrs), attrs
        self.open.append(tag)

    def handle_endtag(self, tag):
        assert self.open.pop() == tag

    def handle_data(self, data):
        if "article" in self.open and "sup" not in self.open:
            self.read.append(data)


def some_text(data: bytes) -> str:
    """Make a text of pieces and of any characters."""
    source = atheris.FuzzedDataProvider(data)
    parts = []
    while source.remaining_bytes() and len(parts) < 300:
        if source.ConsumeBool():
            parts.append(PIECES[source.ConsumeIntInRange(0, len(PIECES) - 1)])
        else:
            parts.append(source.ConsumeUnicode(source.ConsumeIntInRange(1, 8)))
    return "".join(parts)


def claims(text: str) -> None:
    """Assert what holds for any text."""
    at, straight = 0, text.translate(str.maketrans("’‘\u02bc", "'''"))  # so are apostrophes in tokens
    for token in tokens.tokenize(text, punctuation=True):  # every token stands in the text, in order
        assert token
        at = straight.index(token.translate(str.maketrans("’‘\u02bc", "'''")), at) + len(token)
    end = 0
    for start, stop in tokens.sentence_spans(text):
        assert end <= start < stop <= len(text)
        assert not text[end:start].strip()
        end = stop
    assert not text[end:].strip()
    found = speakers.attribute_quotes(text, quotes.find_quotes(text))
    for q in found:
        for span in filter(None, (q, q.cue, q.mention)):
            assert text[span.start : span.end] == span.text != ""
    assert len(speakers.quote_table(text, all_kinds=True)) == len(found)
    shown = views.show_quotes(text)
    page = _Text()
    page.feed(shown._repr_html_())
    page.close()
    assert page.tags <= {"style", "section", "p", "article", "mark", "sup", "bdi", "b", "u", "details",
                         "summary", "ul", "li"}, page.tags  # fmt: skip
    wanted = "".join("\ufffd" if char == "\0" or "\ud800" <= char <= "\udfff" else char for char in text)
    assert "".join(page.read) == wanted
    words = tokens.tokenize(text, lower=True)
    assert frequency.frequency_table(words)["count"].sum() == len(words)
    # Counting a corpus goes another way, and comes to the same.
    counts, documents = tokens.count_tokens([text, "", text], lower=True)
    assert counts == {word: 2 * times for word, times in Counter(words).items()}
    assert documents == dict.fromkeys(words, 2)
    if words:
        assert len(concordance.kwic(words, words[0])) == words.count(words[0])


def files_and_command(text: str) -> None:
    """A file with any bytes is read or refused in a sentence; the command never shows a traceback."""
    with TemporaryDirectory() as folder:
        file = Path(folder) / "text.txt"
        file.write_bytes(text.encode("utf-8", "surrogatepass"))
        with contextlib.suppress(ValueError):
            article.load_article(file)
        for arguments in (["quotes"], ["frequency", "--format", "csv"], ["kwic", "said", "--format", "json"]):
            done = CliRunner().invoke(cli.main, [*arguments, str(file)])
            assert done.exit_code in (0, 2), done.exception


def one_input(data: bytes) -> None:
    """Try one input."""
    text = some_text(data)
    claims(text)
    if len(data) % 16 == 0:  # slower, so less often
        files_and_command(text)


if __name__ == "__main__":
    atheris.Setup(sys.argv, one_input)
    atheris.Fuzz()
