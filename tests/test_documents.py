"""What people bring: saved pages, pasted pages and Word files become the article, and no more than it."""

import io
import sys
import zipfile
from pathlib import Path

import pytest
from hypothesis import given, strategies as st

from textkit import load_article
from textkit.course import clean_page
from textkit.course.classroom import article_for_class
from textkit.course.documents import read_document
from textkit.course.web import page_lines

PAGES = Path(__file__).parent / "pages"
NAMES = sorted(page.stem for page in PAGES.glob("*.html"))


def article_of(name):
    return (PAGES / f"{name}.txt").read_text("utf-8").strip()


def pasted(name):
    """What selecting all of the page and copying it gives: its lines, without a blank one between them."""
    lines, _ = page_lines((PAGES / f"{name}.html").read_text("utf-8"))
    return "\n".join(line.removeprefix("- ") for line in lines)


# Web pages


@pytest.mark.parametrize("name", NAMES)
def test_the_article_comes_out_of_the_page_whole_and_alone(name):
    article, taken_out = article_for_class(PAGES / f"{name}.html")
    assert article.text == article_of(name)
    assert set(taken_out["text"]).isdisjoint(article.text.split("\n"))


@pytest.mark.parametrize("name", NAMES)
def test_the_list_of_what_was_taken_out_and_the_article_make_up_the_page(name):
    article, taken_out = article_for_class(PAGES / f"{name}.html")
    lines = [line.removeprefix("- ") for line in article.text.split("\n") if line]
    assert sorted([*lines, *taken_out["text"]]) == sorted(pasted(name).split("\n"))
    assert taken_out["why"].all()


@pytest.mark.parametrize("name", NAMES)
def test_a_page_that_is_wanted_as_it_is_loses_nothing(name):
    article, taken_out = article_for_class(PAGES / f"{name}.html", clean=False)
    assert article.text.replace("\n\n- ", "\n\n").split("\n\n") == pasted(name).split("\n")
    assert taken_out.empty


def test_headings_stay_headings_and_list_items_and_quotations_paragraphs():
    article, _ = article_for_class(PAGES / "blog.html")
    assert "- a clock that you trust" in article.paragraphs
    assert "A kettle is a pot that has learned to complain." in article.paragraphs
    article, _ = article_for_class(PAGES / "news_site.html")
    assert article.headings == ("Harwick swaps its night train for a bus", "What the bus will cost")
    assert article.paragraphs[:2] == ("By Ines Calder", "12 May 2023")


def test_what_a_script_says_and_what_is_hidden_is_no_text():
    lines, _ = page_lines(
        "<p>Rain fell.</p><script>document.write('<p>Snow fell.</p>')</script><p hidden>Hail.</p>"
        "<div style='display: none'><p>Sleet.</p></div><noscript>Switch it on.</noscript><p>It ended.</p>"
    )
    assert lines == ["Rain fell.", "It ended."]


PROSE = "The ferry left the quay at noon, and it came back at six with nobody on board."


@pytest.mark.parametrize("name", ["related", "comments", "sidebar", "newsletter"])
def test_a_name_counts_only_where_it_is_not_the_whole_page(name):
    lines, around = page_lines(f"<div class={name}><p>{PROSE}</p><p>{PROSE[:-1]} but a dog.</p></div>")
    assert len(lines) == 2
    assert not around


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16", "cp1252", "koi8-r"])
def test_the_encoding_that_the_page_names_is_believed_where_it_is_no_unicode(tmp_path, encoding):
    text = "Éire" if encoding == "cp1252" else "Дождь"
    page = f"<html><head><meta charset={encoding}></head><body><p>{text} and rain.</p></body></html>"
    (tmp_path / "page.htm").write_bytes(page.encode(encoding))
    assert read_document(tmp_path / "page.htm").text == f"{text} and rain."


@given(st.text(st.sampled_from("<>/=\"'!-& pdivanliform table script")) | st.text())
def test_no_page_is_too_broken_to_be_read(html):
    lines, around = page_lines(html)
    assert set(around) <= set(range(len(lines)))


# Pasted text

AROUND = {"before the article", "after the article"}

# What the words of a pasted page cannot tell, its structure does: the name of the site above the headline,
# advertisements and links to other articles that are whole sentences.
STAYS = {
    "advertisements": ["HomeNewsSportJobs", "Roofs that last", "Sleep like a stone"],
    "blog": ["Crumbs and Lids", "Notes from"],
    "live_blog": ["Almsford Echo", "NewsSportEvents"],
    "news_site": ["Read next", "Why the ferry is painted green"],
}


@pytest.mark.parametrize("name", NAMES)
def test_the_article_comes_out_of_what_was_pasted_whole_and_nearly_alone(name):
    text, report = clean_page(pasted(name))
    kept, article = text.split("\n"), article_of(name).replace("\n\n- ", "\n\n").split("\n\n")
    assert [line for line in kept if line in article] == article
    stays = tuple(STAYS.get(name, ["nothing"]))
    assert [line for line in kept if line not in article and not line.startswith(stays)] == []
    assert len(report) + len(kept) == len(pasted(name).split("\n"))


def test_where_no_page_is_around_it_nothing_is_before_or_after_the_article():
    poem = "Rain\nOn the roof\nOn the road\n" * 10
    for text in (poem + article_of("comments"), article_of("comments") + "\n" + poem):
        assert not set(clean_page(text)[1]["why"]) & AROUND


def test_a_page_of_many_teasers_has_no_article_and_stays():
    teaser = (
        "Title number {0}\nTag\nPlace {0}\nThe ferry number {0} was late again, and nobody knew why it was.\n"
    )
    page = "Home\nNews\nSign in\n" + "".join(teaser.format(n) for n in range(60)) + "Privacy policy\nLog in"
    assert not set(clean_page(page)[1]["why"]) & AROUND
    assert len(clean_page(page)[1]) < 10


def test_headline_byline_and_date_are_no_paragraph_together(tmp_path):
    (tmp_path / "a.txt").write_text(
        f"The ferry is late\nBy Ann Lee\n3 March 2024\n\n{PROSE}", encoding="utf-8"
    )
    article = load_article(tmp_path / "a.txt")
    assert article.headings == ("The ferry is late",)
    assert article.paragraphs == ("By Ann Lee", "3 March 2024", PROSE)


# Word files

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'


def word_file(xml, name="word/document.xml"):
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("[Content_Types].xml", "<Types/>")
        archive.writestr(name, xml)
    return data.getvalue()


def paragraph(*runs):
    return f"<w:p>{''.join(f'<w:r><w:t>{run}</w:t></w:r>' for run in runs)}</w:p>"


def body(*parts):
    return f"<?xml version='1.0'?><w:document {W}><w:body>{''.join(parts)}</w:body></w:document>"


def test_the_paragraphs_of_a_word_file_stand_between_blank_lines(tmp_path):
    deleted = "<w:p><w:del><w:r><w:delText>Snow.</w:delText></w:r></w:del></w:p>"
    broken = "<w:p><w:r><w:t>It</w:t><w:tab/><w:t>ended.</w:t></w:r></w:p>"
    parts = [paragraph("Late"), paragraph(PROSE[:9], PROSE[9:]), deleted, paragraph(" "), broken]
    (tmp_path / "a.docx").write_bytes(word_file(body(*parts)))
    article, taken_out = article_for_class(tmp_path / "a.docx")
    assert article.text == f"Late\n\n{PROSE}\n\nIt ended."
    assert article.headings == ("Late",)
    assert taken_out.empty


def test_the_items_of_a_list_in_a_word_file_are_no_headings(tmp_path):
    item = paragraph("rope").replace("<w:p>", "<w:p><w:pPr><w:numPr/></w:pPr>")
    (tmp_path / "a.docx").write_bytes(word_file(body(paragraph("Bring:"), item, paragraph(PROSE))))
    article, _ = article_for_class(tmp_path / "a.docx")
    assert article.paragraphs == ("Bring:", "- rope", PROSE)


def test_a_text_box_in_a_word_file_is_read_once(tmp_path):
    box = f"<w:txbxContent>{paragraph('In a box.')}</w:txbxContent>"
    parts = f"<w:p><w:r><w:t>Before.</w:t>{box}</w:r></w:p>"
    (tmp_path / "a.docx").write_bytes(word_file(body(parts)))
    assert read_document(tmp_path / "a.docx").text == "Before.\n\nIn a box."


BOMB = (
    f"<?xml version='1.0'?><!DOCTYPE d [<!ENTITY a 'ha'><!ENTITY b '{'&a;' * 99}'>]>"
    f"<w:document {W}><w:body>{paragraph('&b;')}</w:body></w:document>"
)
SPY = BOMB.replace("<!ENTITY a 'ha'>", "<!ENTITY a SYSTEM 'file:///etc/passwd'>")


@pytest.mark.parametrize(
    ("data", "words"),
    [
        pytest.param(word_file(BOMB), "has definitions in it that no Word file has", id="entities"),
        pytest.param(word_file(SPY), "has definitions in it that no Word file has", id="external entity"),
        pytest.param(word_file(SPY.encode("utf-16").decode("utf-16").encode("utf-16")), "definitions|damaged",
                     id="in another encoding"),
        pytest.param(word_file(" " * 60_000_000), "holds more than 50 MB of text", id="zip bomb"),
        pytest.param(word_file(body()[:-9]), "is a damaged Word file", id="cut XML"),
        pytest.param(word_file(body(paragraph("Rain.")))[:150], "is a damaged Word file", id="cut zip"),
        pytest.param(word_file("{}", "data.json"), "is a zip file, and no Word file", id="another zip"),
        pytest.param(word_file("<office/>", "content.xml"), "Save the article as .docx", id="OpenDocument"),
        pytest.param(word_file(body(paragraph(" "))), "is empty", id="no text"),
        pytest.param(b"%PDF-1.7", "is a PDF, not plain text", id="PDF"),
        pytest.param(b"{\\rtf1 Rain}", r"is a rich-text \(RTF\) file", id="RTF"),
        pytest.param(b"From: <Saved by Blink>\r\nContent-Type: multipart/related;\r\n\r\n<html>",
                     "saved as a single file .*“Webpage, HTML only”", id="mhtml"),
        pytest.param(b"<html><body><script>1</script></body></html>", "is empty", id="page without text"),
    ],
)  # fmt: skip
def test_what_cannot_be_read_gets_a_sentence_that_says_what_to_do(tmp_path, data, words):
    (tmp_path / "brought").write_bytes(data)
    with pytest.raises(ValueError, match=f"brought' .*{words}|brought' {words}"):
        article_for_class(tmp_path / "brought")


@pytest.mark.parametrize("name", ["page.html", "letter.docx"])
def test_load_article_stays_with_plain_text_and_says_what_reads_the_rest(tmp_path, name):
    data = (PAGES / "blog.html").read_bytes() if name == "page.html" else word_file(body())
    (tmp_path / name).write_bytes(data)
    with pytest.raises(ValueError, match=r"not plain text.*`textkit use`"):
        load_article(tmp_path / name)


def test_what_is_piped_in_is_read_as_a_file_is(monkeypatch):
    piped = io.TextIOWrapper(io.BytesIO((PAGES / "comments.html").read_bytes()))
    monkeypatch.setattr(sys, "stdin", piped)
    article, _ = article_for_class("-")
    assert (article.text, article.source) == (article_of("comments"), "stdin")
