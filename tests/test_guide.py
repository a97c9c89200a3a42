"""The instructor's guide is complete, and says what is so."""

import re

import pytest
from course import CHAPTERS, ROOT, SOURCES, exercises, notebook

GUIDE = ROOT / "docs" / "instructor"
PAGES = sorted(GUIDE.glob("*.md"))
PARTS = ["What students get wrong, and why", "A question to vote on", "What to show live", "Solutions"]


@pytest.mark.parametrize("name", [source.stem for source in SOURCES])
def test_every_chapter_has_a_page_with_its_parts_and_its_time(name):
    page = (GUIDE / f"{name}.md").read_text(encoding="utf-8")
    headings = re.findall(r"^## (.+)$", page, re.M)
    assert headings[:4] == PARTS
    card = next(c.source for c in notebook(name[:2], solutions=False).cells)
    minutes = re.search(r"\*\*Time\*\* \| (\d+) minutes", card)[1]
    assert f"\n*{minutes} minutes" in page
    rows = [int(row) for row in re.findall(r"^\| (\d+) \| ", page.split("\n## ")[0], re.M)]
    assert sum(rows) == int(minutes)


@pytest.mark.parametrize("chapter", CHAPTERS)
def test_a_page_speaks_of_exercises_that_exist_and_has_a_rubric_for_each_written_answer(chapter):
    page = (GUIDE / f"{SOURCES[CHAPTERS.index(chapter)].stem}.md").read_text(encoding="utf-8")
    misconceptions = page.split("## A question to vote on")[0]
    own = re.findall(rf"(?<![\d.]){int(chapter)}\.\d\b", misconceptions)
    assert set(own) <= set(exercises(chapter)), own
    written = sum(cell.source == "*Your answer:*" for cell in notebook(chapter, solutions=False).cells)
    assert page.count("\n| 0 | ") >= written


def test_the_table_of_points_is_what_the_notebooks_give():
    table = (GUIDE / "README.md").read_text(encoding="utf-8")
    row = {
        name: [int(n) for n in re.findall(r"\d+", re.search(rf"^\| {name} (.+)$", table, re.M)[1])]
        for name in ("checks", "by hand")
    }
    for place, chapter in enumerate(CHAPTERS):
        marks = [cell.metadata.get("nbgrader", {}) for cell in notebook(chapter, solutions=True).cells]
        graded = [mark for mark in marks if mark.get("grade")]
        assert row["checks"][place] == sum(mark["points"] for mark in graded if not mark["solution"])
        assert row["by hand"][place] == sum(mark["points"] for mark in graded if mark["solution"])


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.stem)
def test_no_link_leads_nowhere(page):
    for link in re.findall(r"\]\(([^)]+)\)", page.read_text(encoding="utf-8")):
        assert link.startswith("https://") or (GUIDE / link).is_file(), link
