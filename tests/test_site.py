"""The site: made once, then every page visited in a real browser, in a light room and in the dark."""

import itertools
import re
import shutil
from functools import cache
from types import SimpleNamespace
from urllib.parse import unquote, urljoin, urlsplit

import nbformat
import pytest
from axe_playwright_python.sync_playwright import Axe
from bs4 import BeautifulSoup
from chromium import CHROMIUM, FLAGS, NO_CHROMIUM
from course import CHAPTERS, ROOT, module, notebook
from playwright.sync_api import sync_playwright
from test_architecture import PUBLIC

from textkit.course.series import notebook_file

make_site = module(ROOT / "docs" / "make_site.py")
ASK = {"resultTypes": ["violations"]}  # axe need not list what it found in order
# The color of a word of code comes from its class alone, so that one of each on a page is enough for axe.
ONE_OF_EACH = """() => {
    const seen = new Set();
    for (const span of document.querySelectorAll(".highlight span"))
        if (seen.has(span.className)) span.replaceWith(...span.childNodes);
        else seen.add(span.className);
}"""
# The only addresses outside that a page may lead to.
EXTERNAL = {"https://pdoc.dev", "https://nbgrader.readthedocs.io"}


@pytest.fixture(scope="module")
def site(tmp_path_factory):
    """The students' site."""
    folder = tmp_path_factory.mktemp("made") / "site"
    make_site.students(folder)
    return folder


@pytest.fixture(scope="module")
def instructors(tmp_path_factory):
    """The instructors' site, its chapters not run."""
    folder = tmp_path_factory.mktemp("made") / "site-instructor"
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(make_site, "execute", lambda notebooks: notebooks)
        make_site.instructors(folder)
    return folder


@pytest.fixture(scope="module")
def visits(site):
    """What came of visiting every page of the site: by light, in the dark, in a narrow window."""
    if CHROMIUM is None:
        pytest.skip(NO_CHROMIUM)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        context = browser.new_context(offline=True)
        made = [visit(context, path, site) for path in pages(site)]
        browser.close()
    return made


def visit(context, path, site):
    """Visit a page; return what it asked for, what axe found, and how wide it is in a narrow window."""
    page, requests, found = context.new_page(), [], []
    page.on("request", lambda request: requests.append(request.url))
    page.goto(path.as_uri())
    if path.parent == site:  # pdoc's pages have their own look
        page.evaluate(ONE_OF_EACH)
        found += Axe().run(page, options=ASK).response["violations"]
        page.emulate_media(color_scheme="dark")
        found += Axe().run(page, options=ASK | {"runOnly": ["color-contrast"]}).response["violations"]
    page.set_viewport_size({"width": 320, "height": 800})
    wide = page.evaluate("document.documentElement.scrollWidth")
    page.close()
    name = str(path.relative_to(site))
    return SimpleNamespace(name=name, requests=requests, violations=found, wide=wide)


def pages(folder):
    """The pages of a site; pdoc's index only leads on to the next page."""
    return sorted(path for path in folder.rglob("*.html") if path.parts[-2:] != ("reference", "index.html"))


@cache
def soup(path):
    return BeautifulSoup(path.read_text(encoding="utf-8"), "html.parser")


def test_every_chapter_has_a_page(site):
    stems = [path.stem for path in sorted((ROOT / "notebooks").glob("*.ipynb"))]
    assert len(stems) == len(CHAPTERS) + 1  # and the glossary
    assert {path.stem for path in site.glob("*.html")} == {*stems, "index"}
    links = [link["href"] for link in soup(site / "index.html").select(".chapters a")]
    assert links == [f"{stem}.html" for stem in stems]


def test_axe_finds_nothing_serious(visits):
    told = [
        f"{visit.name}: {problem['id']}: {problem['nodes'][0]['html'][:200]} {problem['nodes'][0]['any'][:1]}"
        for visit in visits
        for problem in visit.violations
        if problem["impact"] in ("serious", "critical")
    ]
    assert told == []


def test_a_page_asks_for_nothing_but_its_own_files(visits, site):
    asked = {url for visit in visits for url in visit.requests}
    assert any(url.endswith("style.css") for url in asked)
    assert [url for url in asked if not url.startswith((site.as_uri(), "data:"))] == []


def test_no_page_scrolls_sideways_in_a_narrow_window(visits):
    assert {visit.name: visit.wide for visit in visits if visit.wide > 320} == {}


def broken_links(folder):
    """The links of a site that lead nowhere, and the outside ones that are not known."""
    inside = {path.as_uri(): path for path in folder.rglob("*") if path.is_file()}
    ids = {address: {tag["id"] for tag in soup(inside[address]).find_all(id=True)}
           for address in inside if address.endswith(".html")}  # fmt: skip
    broken = []
    for path in pages(folder):
        for tag in soup(path).find_all(["a", "link", "img", "script"]):
            link = tag.get("href") or tag.get("src") or ""
            if link.startswith("data:") or (not link and tag.name == "script"):
                continue
            target, place = urljoin(path.as_uri(), link).partition("#")[::2]
            if urlsplit(target).scheme == "https" and target in EXTERNAL:
                continue
            if target not in inside or (place and unquote(place) not in ids[target]):
                broken.append((path.name, link))
    return broken


def test_every_link_leads_somewhere(site, instructors):
    assert broken_links(site) == []
    assert broken_links(instructors) == []


def test_a_broken_link_is_noticed(tmp_path):
    links = ("gone.html", "#gone", "http://example.com/", "#here")
    (tmp_path / "one.html").write_text('<p id="here">' + "".join(f'<a href="{link}">.</a>' for link in links))
    assert [link for _, link in broken_links(tmp_path)] == ["gone.html", "#gone", "http://example.com/"]


def test_every_picture_says_what_it_shows(site):
    pictures = [image for path in pages(site) for image in soup(path).find_all("img")]
    assert len(pictures) > 5
    assert all(image.get("alt") for image in pictures)


def test_the_index_shows_the_chart_that_a_chapter_reads(site):
    shown = {item.a.get_text(): item.img for item in soup(site / "index.html").select(".chapters li")}
    assert shown["04 Frequency"]["alt"].startswith("Bar chart: The 20 most frequent tokens.")
    assert shown["05 Zipf: a few words do most of the work"]["alt"].startswith("Log-log chart:")
    assert shown["00 Start here"] is None


def test_every_page_says_its_name_and_its_language(site):
    titles = []
    for path in site.glob("*.html"):
        page = soup(path)
        assert page.html["lang"] == "en"
        titles.append(page.title.get_text())
        levels = [int(heading.name[1]) for heading in page.find_all(re.compile("^h[1-6]$"))]
        assert levels[0] == 1
        assert levels.count(1) == 1
        assert all(after - before <= 1 for before, after in itertools.pairwise(levels))
    assert len(set(titles)) == len(titles)


def test_no_output_is_an_error_or_a_warning(site, instructors):
    for path in site.glob("*.html"):
        assert not soup(path).select(".output_error, .output_stderr"), path.name


def test_no_solution_is_in_the_students_site(site):
    said = "\n".join(soup(path).get_text() for path in site.glob("*.html"))
    assert "SOLUTION" not in said
    for chapter in CHAPTERS:
        for cell in notebook(chapter, solutions=True).cells:
            for solution in re.findall(r"### BEGIN SOLUTION\n(.*?)### END SOLUTION", cell.source, re.S):
                assert solution.strip() not in said or len(solution.strip()) < 20, solution


def test_the_instructors_site_has_the_solutions_and_every_note(instructors):
    assert len(list((instructors / "solutions").glob("*.html"))) == len(CHAPTERS)
    notes = [notebook_file(chapter).stem for chapter in CHAPTERS]
    assert {path.stem for path in instructors.glob("*.html")} == {*notes, "README", "index"}
    assert "¶" not in soup(instructors / "index.html").get_text()


def test_no_page_tells_where_it_was_made(site):
    assert [path.name for path in site.glob("*.html") if str(ROOT) in path.read_text(encoding="utf-8")] == []


def test_new_words_lead_to_the_glossary(site):
    links = soup(site / "04_frequency.html").select(".card a")
    assert ("rank", "glossary.html#rank") in [(link.get_text(), link["href"]) for link in links]


def test_a_chapter_that_stops_is_named(tmp_path):
    cell = nbformat.v4.new_code_cell("1 / 0")
    path = tmp_path / "01_broken.ipynb"
    with pytest.raises(RuntimeError, match=r"01_broken\.ipynb does not run to its end"):
        make_site.execute({path: nbformat.v4.new_notebook(cells=[cell])})


def test_what_somebody_has_typed_into_a_notebook_is_not_on_the_site(tmp_path, monkeypatch):
    copy = tmp_path / "textkit" / "notebooks"
    shutil.copytree(ROOT / "notebooks", copy)
    for name in ("README.md", "docs/instructor/README.md"):
        (tmp_path / "textkit" / name).parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(ROOT / name, tmp_path / "textkit" / name)
    file = copy / "00_start_here.ipynb"
    file.write_text(file.read_text("utf-8").replace("seconds = ...", "seconds = 4711"), encoding="utf-8")
    monkeypatch.setattr(make_site, "NOTEBOOKS", copy)
    monkeypatch.setattr(make_site, "execute", lambda notebooks: notebooks)
    monkeypatch.setattr(make_site.subprocess, "run", lambda *command, **options: None)  # the reference
    make_site.students(tmp_path / "site")
    pages = {path.name: path.read_text(encoding="utf-8") for path in (tmp_path / "site").glob("*.html")}
    assert "00_start_here.html" in pages
    assert not [name for name, page in pages.items() if "4711" in page]


def test_a_published_chapter_can_be_run_and_taken_along_and_one_that_is_only_read_cannot(
    site, tmp_path, monkeypatch
):
    monkeypatch.setattr(make_site, "execute", lambda notebooks: notebooks)
    monkeypatch.setattr(make_site.subprocess, "run", lambda *command, **options: None)  # the reference
    make_site.students(tmp_path / "site", lite=True)
    links = {
        link.get_text(): link["href"] for link in soup(tmp_path / "site" / "03_tokens.html").select(".work a")
    }
    assert links == {
        "Run this chapter": "lite/lab/index.html?path=03_tokens.ipynb",
        "Download the notebook": "lite/files/03_tokens.ipynb",
    }
    assert not soup(site / "03_tokens.html").select(".work")


def test_every_public_name_is_on_the_reference_pages(site):
    for house, names in PUBLIC.items():
        page = soup(site / "reference" / f"{house.replace('.', '/')}.html")
        ids = {tag["id"] for tag in page.find_all(id=True)}
        assert not set(names) - ids - {"charts"}, house
