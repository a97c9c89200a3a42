"""What a marked text says, and that it is still the text."""

import re
from html.parser import HTMLParser

import pytest
from hypothesis import given, strategies as st

from textkit import views
from textkit.article import Article, load_article
from textkit.concordance import kwic
from textkit.quotes import Quote, Span, find_quotes
from textkit.speakers import quote_table
from textkit.views import View, show_concordance, show_quotes, show_speaker

ARTICLE = load_article("seeds/nato_article.txt").text
HOSTILE = (
    "“<script>alert(1)</script>” & “a < b && c > d” said Ann <b onclick='x()'>Lee</b>.\r\n\n"
    "</article></p> She said: “&lt;p&gt; is “not” a </mark> tag.\n‘</details>’, Bo Fox said."
)


class Page(HTMLParser):
    """Reads a page: its tags, the text of the article without labels, labels, paragraphs, list."""

    def __init__(self, page):
        super().__init__()
        self.open, self.tags, self.text = [], [], ""
        self.parts = {"sup": [], "p": [], "li": [], "mark": [], "b": [], "u": []}
        self.feed(page.replace("\r\n", "\n").replace("\r", "\n"))  # as a browser does
        self.close()
        assert not self.open

    def handle_starttag(self, tag, attrs):
        self.tags.append((tag, dict(attrs)))
        self.open.append(tag)
        if tag in self.parts and (tag == "li" or "article" in self.open):
            self.parts[tag].append("")

    def handle_endtag(self, tag):
        assert self.open.pop() == tag

    def handle_data(self, data):
        if "article" in self.open and "sup" not in self.open:
            self.text += data
        for tag in set(self.open) & set(self.parts):
            if tag == "li" or ("article" in self.open and (tag == "sup" or "sup" not in self.open)):
                self.parts[tag][-1] += data


def page(text, **options):
    return Page(show_quotes(text, **options)._repr_html_())


def marked(text, quotes):
    """The page of quotes that were made by hand."""
    return Page(f"<article>{views._paragraphs(text, quotes)}</article>")


# The text stays the text


@pytest.mark.parametrize(
    "text", ["", "\n \n", ARTICLE, HOSTILE, "“a”\r\n“b”\n\n\t“c”", "\x0b“a”\u2028“b”\x85"]
)
def test_the_article_without_its_labels_is_the_text(text):
    assert page(text).text == text


PIECES = [
    *["“", "”", '"', "‘", "’", "'", "''", "«", "»", "<b>", "</p>", "<script>", "&amp;", "&"],
    *["\n", "\r\n", "\n\n", "\u2028", " ", " ", ", ", ". "],
    *["said", "She", "Ann Lee", "told", "the mayor", "Why?", "novel", "שלום", "😀"],
]


@given(st.lists(st.sampled_from(PIECES), max_size=40).map("".join) | st.text(st.characters(codec="utf-8")))
def test_no_character_is_lost_or_doubled_and_the_tags_nest(text):
    read = page(text)
    assert read.text == text.replace("\x00", "\ufffd")
    assert read.parts["mark"] == [q.text.replace("\x00", "\ufffd") for q in find_quotes(text)]


@given(st.text("ab <&”\n", min_size=30, max_size=30), st.lists(st.integers(0, 30), min_size=8, max_size=8))
def test_mentions_and_cues_that_overlap_quotes_and_each_other_do_no_harm(text, places):
    text = text.replace("\n", " ")
    (a, b), (c, d), (e, f), (g, h) = (sorted(places[i : i + 2]) for i in (0, 2, 4, 6))
    b = min(b, max(c, a))  # two quotes are apart
    first, second = sorted([(a, b), (max(b, c), max(b, d))])
    cue, mention = Span(e, f, text[e:f]), Span(g, h, text[g:h])
    quotes = [Quote(x, y, text[x:y], "full", cue, mention) for x, y in (first, second)]
    read = marked(text, quotes)
    assert read.text == text
    if text.strip():
        assert "".join(read.parts["u"]) == text[e:f]
        assert "".join(read.parts["b"]) == text[g:h]


def test_hostile_text_shows_as_text():
    read = page(HOSTILE)
    ours = {
        "style",
        "section",
        "article",
        "p",
        "mark",
        "sup",
        "bdi",
        "b",
        "u",
        "details",
        "summary",
        "ul",
        "li",
    }
    assert {tag for tag, _ in read.tags} <= ours
    assert not any(name.startswith("on") for _, attributes in read.tags for name in attributes)
    assert "<script>alert(1)</script>" in read.text


def test_what_html_cannot_hold_is_a_replacement_character():
    assert page("“a\x00b\ud800”").text == "“a\ufffdb\ufffd”"


def test_a_page_asks_for_nothing_from_elsewhere():
    source = show_quotes(ARTICLE)._repr_html_()
    assert not re.search(r"https?:|src=|href=|url\(|@import|<script", source)


def test_a_paragraph_is_a_paragraph():
    assert page("“One.”\n\nTwo.\n  \nThree.").parts["p"] == ["“One.”", "Two.", "Three."]


def test_a_quote_in_wrapped_lines_is_one_mark_in_one_paragraph():
    read = page("The mayor, who was\ntired, said: “We will\nnot go to the\nother town.”")
    assert len(read.parts["p"]) == 1
    assert read.parts["mark"] == ["We will\nnot go to the\nother town."]


# What the marks say


def test_a_quote_is_labelled_with_its_number_speaker_and_kind():
    read = page("“We won’t go,” said Ann Lee. She called it “brave beyond all measure”.")
    assert read.parts["mark"] == ["We won’t go,", "brave beyond all measure"]
    assert read.parts["sup"] == ["1 Ann Lee (full)", "2 Ann Lee (partial)"]


def test_the_mention_is_bold_and_the_cue_underlined():
    read = page("Ann Lee rose. “We won’t go,” she said.")
    assert (read.parts["b"], read.parts["u"]) == (["she"], ["said"])


@pytest.mark.parametrize(
    ("quote", "label"),
    [
        (Quote(0, 2, "No", "full", speaker="Ann Lee", confidence=0.95), "1 Ann Lee (full)"),
        (Quote(0, 2, "No", "full", speaker="Ann Lee", confidence=0.62), "1 Ann Lee 62% (full)"),
        (Quote(0, 2, "No", "partial"), "1 unknown (partial)"),
        (Quote(0, 2, "No", "heading"), "1 heading"),
        (Quote(0, 2, "No", "full", speaker="<i>\nX"), "1 <i> X (full)"),
    ],
)
def test_a_label_tells_the_unsure_from_the_sure_and_speech_from_the_rest(quote, label):
    assert marked("No", [quote]).parts["sup"] == [label]
    assert f"[{label.replace(' ', ' No | ', 1)}]" == views._plain("No", [quote])


def test_speech_looks_different_from_the_rest():
    attributes = [a for tag, a in page(ARTICLE).tags if tag == "mark"][2:]  # after the legend's two
    kinds = quote_table(ARTICLE, all_kinds=True)["kind"]
    assert [a.get("class") == "other" for a in attributes] == [k not in ("full", "partial") for k in kinds]


@pytest.mark.parametrize("all_kinds", [True, False])
def test_the_numbers_are_those_of_the_table(all_kinds):
    table = quote_table(ARTICLE, all_kinds=all_kinds)
    read = page(ARTICLE, all_kinds=all_kinds)
    assert [int(label.split()[0]) for label in read.parts["sup"]] == table["quote"].tolist()
    assert read.parts["mark"] == table["text"].tolist()


def test_the_list_says_everything_in_words():
    lines = page(ARTICLE).parts["li"]
    assert len(lines) == 24
    assert lines[0] == (
        "Quote 1: partial, said by Mark Rutte "
        "(mention “The head of NATO”, cue “warned”, rule opens its sentence): “devastating”"
    )
    assert lines[9] == "Quote 10: heading: “Dire”"


def test_a_missing_speaker_and_a_missing_mark_are_said():
    (line,) = page("“Nobody knows who said this. It goes on.").parts["li"]
    assert line.startswith("Quote 1: full, its closing mark is missing, speaker unknown: “Nobody")


def test_a_long_quote_is_not_repeated_in_full():
    (line,) = page(f"“{'Very long. ' * 1000}”").parts["li"]
    assert line.endswith("Very…”")
    assert len(line) < 120


def test_a_text_without_quotes_says_so_and_has_no_legend_and_no_list():
    source = show_quotes("Rain fell.")._repr_html_()
    assert "0 quotes." in source
    assert "<mark" not in source
    assert "<details" not in source


def test_marks_can_be_read_in_a_light_and_a_dark_page():
    """Text has the page's colors but for marks, whose own have a contrast of 7 (WCAG 2, AAA)."""

    def luminance(color):
        parts = [int(color[i : i + 2], 16) / 255 for i in (1, 3, 5)]
        red, green, blue = (p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts)
        return 0.2126 * red + 0.7152 * green + 0.0722 * blue

    (ink,) = re.findall(r"[ {]color: (#\w{6})", views._STYLE)
    papers = re.findall(r"background: (#\w{6})", views._STYLE)
    assert len(papers) == 7  # five speakers, somebody unknown, and what is no speech
    assert all((luminance(paper) + 0.05) / (luminance(ink) + 0.05) >= 7 for paper in papers)
    assert re.search(r"mark \{background: [^}]*color: ", views._STYLE)


def test_styles_hold_in_the_view_only():
    rules = [line for line in views._STYLE.splitlines() if "{" in line]
    assert rules
    assert all(rule.startswith(".textkit-view") for rule in rules)


# Plain text


def test_plain_text_marks_quotes_and_says_the_rest_below():
    assert str(show_quotes("Bo Fox said: “Good.”")) == (
        "Bo Fox said: “[1 Good. | Bo Fox (full)]”\n\n1 quote: 1 full.\n"
        "Quote 1: full, said by Bo Fox (mention “Bo Fox”, cue “said”, rule opens its sentence): “Good.”"
    )


def test_plain_text_counts_the_kinds():
    assert "\n\n24 quotes: 11 partial, 10 full, 3 heading.\nQuote 1:" in str(show_quotes(ARTICLE))


# What goes wrong


@pytest.mark.parametrize(
    ("wrong", "words"),
    [
        (Article("a", ("a",), (), "a.txt"), "Article: pass article.text"),
        (["a"], "list: these may be tokens already"),
        (None, "NoneType: pass a string"),
    ],
)
def test_what_is_no_text_is_refused_with_what_to_pass(wrong, words):
    with pytest.raises(TypeError, match=re.escape(f"show_quotes takes a text (str), not {words}")):
        show_quotes(wrong)


def test_a_view_shows_what_it_is_given():
    view = View("<p>a</p>", "a")
    assert (view._repr_html_(), repr(view), str(view)) == ("<p>a</p>", "a", "a")


# A concordance


TOKENS = ["The", "rain", "came", "and", "the", "RAIN", "went", "but", "no", "rain", "fell"]


def rows_of(view):
    return [line.split() for line in str(view).splitlines()[1:]]


@pytest.mark.parametrize(
    ("sort", "positions"), [("position", [1, 5, 9]), ("left", [9, 1, 5]), ("right", [1, 9, 5])]
)
def test_a_concordance_is_sorted_by_the_neighbor_and_then_by_the_text(sort, positions):
    view = show_concordance(TOKENS, "rain", sort=sort, window=1)
    assert [int(row[0]) for row in rows_of(view)] == positions


def test_neighbors_further_away_decide_between_equal_ones():
    tokens = ["b", "of", "rain", "a", "of", "rain"]
    assert [row[0] for row in rows_of(show_concordance(tokens, "rain", sort="left"))] == ["5", "2"]


def test_a_concordance_has_the_rows_of_kwic_in_any_order():
    table = kwic(TOKENS, "rain", window=2, ignore_case=True)
    read = Page(f"<article>{show_concordance(TOKENS, 'rain', window=2)._repr_html_()}</article>")
    assert read.parts["mark"] == table["keyword"].tolist() == ["rain", "RAIN", "rain"]
    assert [tag for tag, _ in read.tags].count("tr") == 1 + len(table)


def test_a_word_that_does_not_occur_is_told():
    assert str(show_concordance(TOKENS, "<i>")) == "“<i>” does not occur."
    assert "&lt;i&gt;" in show_concordance(TOKENS, "<i>")._repr_html_()


@pytest.mark.parametrize(
    ("options", "message"),
    [
        ({"keyword": " "}, "keyword is empty"),
        ({"keyword": "rain", "sort": "up"}, "one of position, left, right"),
    ],
)
def test_a_concordance_of_nothing_is_refused(options, message):
    with pytest.raises(ValueError, match=message):
        show_concordance(TOKENS, **options)


# A speaker


def test_a_speaker_has_the_quotes_of_the_table_in_full():
    table = quote_table(ARTICLE)
    for speaker in table["speaker"].fillna("unknown").unique():
        view = show_speaker(ARTICLE, speaker)
        theirs = table[table["speaker"].fillna("unknown") == speaker]
        read = Page(f"<article>{view._repr_html_()}</article>")
        assert read.parts["mark"] == theirs["text"].tolist()
        assert [int(n) for n in re.findall(r"\(quote (\d+),", str(view))] == theirs["quote"].tolist()
        assert str(view).startswith(
            f"{speaker}: {len(theirs)} quote{'s' * (len(theirs) != 1)}, {theirs['words'].sum()} word"
        )


def test_quotes_without_a_speaker_are_those_of_unknown():
    assert "“Nobody knows.” (quote 1, full)" in str(show_speaker("“Nobody knows.” Rain fell.", "unknown"))


def test_a_speaker_who_is_not_quoted_is_refused_with_those_who_are():
    with pytest.raises(ValueError, match="'Bo Fox' has no quote in this text; choose one of: Ann Lee"):
        show_speaker("“No,” said Ann Lee.", "Bo Fox")


def test_a_hostile_speech_shows_as_text():
    assert "<script" not in show_speaker(HOSTILE, quote_table(HOSTILE)["speaker"].fillna("unknown")[0])._page


def test_each_speaker_has_a_color_and_the_label_stands_behind_the_closing_mark():
    html = show_quotes("“We won’t,” said Ann Lee.\n“No,” said Bo Fox.\n“Never,” said Ann Lee.")._repr_html_()
    article = html.partition("<article>")[2]
    assert re.findall(r'<mark class="([^"]+)">', article) == ["speaker-1", "speaker-2", "speaker-1"]
    assert "We won’t,</mark>”<sup>1 <bdi>Ann Lee (full)</bdi></sup>" in article
