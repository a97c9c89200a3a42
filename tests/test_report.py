"""The report: one page about any article, that needs nothing else."""

import re
from html.parser import HTMLParser

import pytest
from course import ARTICLES

from textkit import load_article, speaker_table, tokenize
from textkit.article import Article
from textkit.report import report

EMPTY = {"meta", "img", "br", "link", "input"}


class Page(HTMLParser):
    """What a page holds; asserts that its elements are closed in order."""

    def __init__(self, page):
        super().__init__()
        self.open, self.headings, self.alternatives, self.addresses = [], [], [], []
        self.feed(page)
        assert self.open == []

    def handle_starttag(self, tag, attrs):
        attrs = dict(attrs)
        if tag not in EMPTY:
            self.open.append(tag)
        if re.fullmatch("h[1-6]", tag):
            self.headings.append(int(tag[1]))
        if tag == "img":
            self.alternatives.append(attrs.get("alt"))
        self.addresses += [attrs[name] for name in ("src", "href") if name in attrs]

    def handle_endtag(self, tag):
        assert self.open.pop() == tag


@pytest.fixture(scope="module", params=["nato", "very_short", "no_quotes", "other_script"])
def article(request):
    return load_article(ARTICLES[request.param])


@pytest.fixture(scope="module")
def page(article):
    return report(article)


def test_the_page_holds_the_numbers_and_the_text(article, page):
    assert f"<dt>tokens</dt><dd>{len(tokenize(article.text)):,}</dd>" in page
    for speaker in speaker_table(article.text)["speaker"]:
        assert speaker in page


def test_every_picture_says_what_it_shows_and_headings_go_down_in_order(article, page):
    read = Page(page)
    assert len(read.alternatives) == (6 if len(speaker_table(article.text)) else 4)
    assert all(read.alternatives)
    assert read.headings[0] == 1
    assert set(read.headings[1:]) == {2}


def test_the_page_asks_for_nothing_from_anywhere(page):
    assert all(address.startswith("data:") for address in Page(page).addresses)
    assert "@import" not in page
    assert "<script" not in page


@pytest.mark.parametrize(
    ("text", "sentence", "charts"),
    [
        ("Rain fell.", "No quotation marks here", 4),
        ("Everybody reads “War and Peace” here.", "Nothing in quotation marks here is speech", 5),
        ("“Rain fell,” said Ann Lee.", "", 6),
    ],
)
def test_without_quotes_a_sentence_stands_where_charts_would_be_empty(text, sentence, charts):
    page = report(Article(text, (), (), "rain.txt"))
    assert len(Page(page).alternatives) == charts
    assert sentence in page
    assert page.count("no speakers") == bool(sentence)


@pytest.mark.parametrize(
    ("said", "named"),
    [
        ("said Ann Lee.", 1),
        ("said the Kremlin.", 1),
        ("said a spokesman.", 0),
        ("said the minister.", 0),
        ("said his wife.", 0),
        ("it said on the door.", 0),
    ],
)
def test_a_description_is_no_speaker_with_a_name(said, named):
    page = report(Article(f"“We will not go there,” {said}", (), (), "rain.txt"))
    assert f"<dt>speakers with a name</dt><dd>{named}</dd>" in page


def test_markup_in_the_article_or_its_name_is_shown_as_text():
    evil = "<script>alert(1)</script>"
    page = report(Article(f"“{evil},” said {evil} Lee.", (), (), f"{evil}.txt"))
    assert "<script" not in page
    assert "&lt;script&gt;" in page


def test_a_text_instead_of_an_article_is_refused():
    with pytest.raises(TypeError, match="load_article"):
        report("Rain fell.")
