"""The page of the case file: all of it in one file, safe to open, and nobody's work written over."""

import datetime
import re

import pytest
from axe_playwright_python.sync_playwright import Axe
from bs4 import BeautifulSoup
from chromium import CHROMIUM, FLAGS, NO_CHROMIUM
from playwright.sync_api import sync_playwright
from test_site import ASK

from textkit import Article, load_article
from textkit.course import case_page
from textkit.course.casefile import QUESTION, CaseFile
from textkit.course.casepage import CASE_PAGE, EVIDENCE, page, write_page
from textkit.course.series import chapter_names

ARTICLE = load_article("seeds/nato_article.txt")
KEPT = {
    chapter: f"What I say of {chapter}, with its number: {place}." for place, chapter in enumerate(EVIDENCE)
}
KEPT["your_own_article"] = "In 16 lines *NATO* <script>alert(1)</script> & Co. stand together."


def test_each_chapters_last_line_stands_on_the_page_with_its_chart():
    made = BeautifulSoup(page(KEPT, ARTICLE), "html.parser")
    assert made.h1.text == QUESTION
    assert [quote.text for quote in made.find_all("blockquote")] == [
        KEPT["your_own_article"],
        *(line for chapter, line in KEPT.items() if chapter in EVIDENCE),
    ]
    assert len(made.find_all("img")) == 2 + len(EVIDENCE)
    assert all(image["alt"] for image in made.find_all("img"))
    assert set(EVIDENCE) <= set(chapter_names())


def test_a_students_words_and_the_articles_are_text_on_the_page_and_nothing_else():
    article = Article("Rain <b>fell</b> & rain fell.", (), (), "<i>rain</i>.txt")
    made = page(KEPT, article, "rain", [0], [1])
    assert "<script" not in made
    assert "<i>" not in made
    assert "<b>" not in made
    assert not re.search(r'(src|href)="(?!data:)', made)


def test_the_word_has_its_number_and_its_rate_and_no_folder_is_named():
    made = page({}, Article("Rain fell. No rain.", (), (), "/home/ann/rain.txt"), "rain")
    assert "2 with “rain”, 500.0 in every 1,000 tokens" in made
    assert "ann" not in made
    assert "I have kept no claim of my own yet." in made


def test_the_lines_for_and_against_are_those_of_the_numbers():
    article = Article("Rain fell. The rain was cold.", (), (), "rain.txt")
    made = BeautifulSoup(page(KEPT, article, "rain", [1], [0]), "html.parser")
    assert [item.text for item in made.find_all("li")] == [
        "Rain fell The rain was cold",
        "Rain fell The rain was cold",
    ]
    assert [item.mark.text for item in made.find_all("li")] == ["rain", "Rain"]
    with pytest.raises(ValueError, match="no line 2: the lines go from 0 to 1"):
        page(KEPT, article, "rain", [2])


def test_a_page_that_nobody_edited_is_renewed_and_an_edited_one_stays(tmp_path):
    assert write_page(tmp_path, "<p>one</p>\n").startswith("Written: case_page.html.")
    assert write_page(tmp_path, "<p>two</p>\n").startswith("Written: case_page.html.")
    first = tmp_path / CASE_PAGE
    first.write_text(first.read_text().replace("two", "my own"))
    said = write_page(tmp_path, "<p>three</p>\n")
    assert said.startswith("case_page.html had been edited and was left alone. Written: case_page_2.html.")
    assert "my own" in first.read_text()
    assert "three" in (tmp_path / "case_page_2.html").read_text()


def test_without_a_line_kept_there_is_no_page_and_blanks_are_no_lines(tmp_path, monkeypatch, capsys):
    monkeypatch.chdir(tmp_path)
    case_page(ARTICLE, word="NATO", lines=..., against=...)
    assert "Nothing has been kept yet" in capsys.readouterr().out
    assert not list(tmp_path.iterdir())
    CaseFile(tmp_path).add("zipf", "Half of the words come up once.", datetime.date(2026, 11, 25))
    case_page(ARTICLE, word="NATO", lines=..., against=[99])
    assert "There is no line 99" in capsys.readouterr().out
    case_page(ARTICLE, word="NATO", lines=...)
    assert "Written: case_page.html" in capsys.readouterr().out
    with pytest.raises(TypeError, match="case_page takes an Article"):
        case_page("NATO")


def test_axe_finds_nothing_serious_and_the_page_asks_for_nothing(tmp_path):
    if CHROMIUM is None:
        pytest.skip(NO_CHROMIUM)
    write_page(tmp_path, page(KEPT, ARTICLE, "NATO", [0, 2], [1]))
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        tab = browser.new_context(offline=True).new_page()
        asked = []
        tab.on("request", lambda request: asked.append(request.url))
        tab.goto((tmp_path / CASE_PAGE).as_uri())
        found = Axe().run(tab, options=ASK).response["violations"]
        tab.emulate_media(color_scheme="dark")
        found += Axe().run(tab, options=ASK).response["violations"]
        tab.set_viewport_size({"width": 320, "height": 800})
        wide = tab.evaluate("document.documentElement.scrollWidth")
        browser.close()
    assert [problem["id"] for problem in found if problem["impact"] in ("serious", "critical")] == []
    assert [url for url in asked if not url.startswith(("file:", "data:"))] == []
    assert wide <= 320
