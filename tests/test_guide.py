"""The instructor's guide is complete, and says what is so."""

import re

import pytest
from course import ALL_EXERCISES, CHAPTERS, ROOT, SOURCES, notebook

from textkit.course.series import chapter_title

GUIDE = ROOT / "docs" / "instructor" / "README.md"
PAGES = [GUIDE, *sorted(SOURCES.glob("*/teaching.md"))]
PARTS = ["What students get wrong, and why", "A question to vote on", "What to show live"]
CODE = re.compile(r"`([a-z]\w*)`")


def page_of(chapter):
    return (SOURCES / chapter / "teaching.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("chapter", CHAPTERS)
def test_every_chapter_has_a_page_with_its_parts_and_its_time(chapter):
    page = page_of(chapter)
    headings = re.findall(r"^## (.+)$", page, re.M)
    assert headings[:3] == PARTS
    card = next(c.source for c in notebook(chapter, solutions=False).cells)
    minutes = re.search(r"\*\*Time\*\* \| (\d+) minutes", card)[1]
    assert f"\n*{minutes} minutes" in page
    rows = [int(row) for row in re.findall(r"^\| (\d+) \| ", page.split("\n## ")[0], re.M)]
    assert sum(rows) == int(minutes)


@pytest.mark.parametrize("chapter", CHAPTERS)
def test_the_plan_of_a_page_has_time_for_every_exercise(chapter):
    plan = page_of(chapter).split("\n## ")[0]
    own = [name for of_chapter, name in ALL_EXERCISES if of_chapter == chapter]
    planned = {name for name in CODE.findall(plan) if name in own}
    for first, last in re.findall(r"`(\w+)` to `(\w+)`", plan):  # a range of exercises
        planned |= set(own[own.index(first) : own.index(last) + 1])
    assert planned == set(own)


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.parent.name)
def test_a_range_of_exercises_is_of_one_chapter_and_in_its_order(page):
    place = {name: (CHAPTERS.index(chapter), n) for n, (chapter, name) in enumerate(ALL_EXERCISES)}
    for first, last in re.findall(r"`(\w+)` to `(\w+)`", page.read_text(encoding="utf-8")):
        assert place[first][0] == place[last][0], (first, last)
        assert place[first] < place[last], (first, last)


def test_the_plan_of_a_day_names_chapters_and_exercises_that_are_there():
    plan = GUIDE.read_text(encoding="utf-8").split("## One day")[1].split("\n## ")[0]
    names = {name for _, name in ALL_EXERCISES}
    titles = {chapter_title(chapter) for chapter in CHAPTERS}
    for title, to_do in re.findall(r"^\| \d+:\d\d \| \*(.+?)\* \| (.+) \|$", plan, re.M):
        assert title in titles
        assert set(CODE.findall(to_do)) <= names


@pytest.mark.parametrize("chapter", CHAPTERS)
def test_a_page_has_a_rubric_for_each_written_answer(chapter):
    written = sum(cell.source == "*Your answer:*" for cell in notebook(chapter, solutions=False).cells)
    assert page_of(chapter).count("\n| 0 | ") >= written


def test_the_table_of_points_is_what_the_notebooks_give():
    table = GUIDE.read_text(encoding="utf-8")
    rows = re.findall(
        r"^\| \[.*/chapters/(\w+)/teaching\.md\) \| \d+ \| [\d, ]*\| (\d+) \| (\d+) \|", table, re.M
    )
    assert [chapter for chapter, *_ in rows] == list(CHAPTERS)
    for chapter, checks, by_hand in rows:
        marks = [cell.metadata.get("nbgrader", {}) for cell in notebook(chapter, solutions=True).cells]
        graded = [mark for mark in marks if mark.get("grade")]
        assert int(checks) == sum(mark["points"] for mark in graded if not mark["solution"])
        assert int(by_hand) == sum(mark["points"] for mark in graded if mark["solution"])


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.parent.name)
def test_no_link_leads_nowhere(page):
    for link in re.findall(r"\]\(([^)]+)\)", page.read_text(encoding="utf-8")):
        assert link.startswith("https://") or (page.parent / link).is_file(), link
