"""Make the site, for those who only read: every chapter, executed, as a page that needs no network.

    python docs/make_site.py            writes site/ (students) and site-instructor/ (solutions, notes)
    python docs/make_site.py publish    writes publish/: the students', with links into publish/lite/

The two folders stand apart, so that the first can be published and the second cannot leak with it. The pages
are made of the chapters, in a place of their own: no notebook that somebody has worked in is read. They show
the project's own article, or the one that the environment variable TEXTKIT_ARTICLE names. A page loads
nothing but its style sheet. The look is in docs/site/.
"""

import html
import os
import re
import runpy
import shutil
import subprocess
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path

import jinja2
import nbformat
from bs4 import BeautifulSoup, Tag
from jupyter_client.manager import start_new_kernel
from latex2mathml.converter import convert
from nbclient import NotebookClient
from nbconvert import HTMLExporter
from nbconvert.filters import markdown2html
from traitlets.config import Config

from textkit.article import OWN_ARTICLE

ROOT = Path(__file__).resolve().parents[1]
NOTEBOOKS = ROOT / "notebooks"
GUIDE = ROOT / "docs" / "instructor" / "README.md"
LOOK = ROOT / "docs" / "site"
NUMBER = re.compile(r"[-−+\d.,%]*|NaN")
COLUMNS = re.compile(r"\S {3,}\S.*\n")  # a printed line whose parts stand below those of another line
MATH = re.compile(r"\$\$(.+?)\$\$|\$(?! )([^$]+?)(?<! )\$", re.S)
HELPERS = ["textkit", "textkit.charts", "textkit.course"]
QUIET = ["--log-level=ERROR"]
STUDENTS = """
A course in text analytics on one news article. These pages are for reading: the code has been run, and what
it gives stands below it. The exercises check themselves when you open the same chapters in JupyterLab.
"""
INSTRUCTORS = """
For those who teach: the chapters with their solutions, and notes on each. Keep this folder apart from the
students' site.
"""


@dataclass
class Page:
    """A page of the site: where it comes from, where it goes, and what it says."""

    source: Path
    file: str
    title: str = ""
    about: str = ""  # for the index
    body: str = ""
    head: str = ""
    chart: str = ""  # the one that the chapter reads, for the index


def built(folder: Path) -> dict[Path, nbformat.NotebookNode]:
    """Return the notebooks that belong into a folder, made anew from their chapters."""
    made = runpy.run_path(str(NOTEBOOKS / "build.py"))["everything"]()
    return {
        path: nbformat.reads(text, as_version=4)
        for path, text in made.items()
        if path.parent == folder and path.suffix == ".ipynb"
    }


def execute(notebooks: dict[Path, nbformat.NotebookNode]) -> dict[Path, nbformat.NotebookNode]:
    """Run notebooks in an empty folder and in one kernel, which forgets all names in between."""
    article = os.environ.get("TEXTKIT_ARTICLE", OWN_ARTICLE)
    article = article if article == OWN_ARTICLE else os.path.abspath(article)
    variables = os.environ | {"TEXTKIT_ARTICLE": article}
    place = tempfile.TemporaryDirectory()
    manager, client = start_new_kernel(
        kernel_name="python3", cwd=place.name, env=variables, extra_arguments=QUIET
    )
    try:
        for path, notebook in notebooks.items():
            run = NotebookClient(notebook, km=manager, timeout=120)
            run.kc = client
            try:
                run.execute()
            except Exception as error:
                raise RuntimeError(f"{path.name} does not run to its end: {error}") from error
            client.execute_interactive("get_ipython().reset()", store_history=False)
    finally:
        client.stop_channels()
        manager.shutdown_kernel(now=True)
        place.cleanup()
    return notebooks


def from_notebook(notebook: nbformat.NotebookNode) -> str:
    """Return the cells of a notebook as HTML, without a page around them."""
    exporter = HTMLExporter(
        template_name="basic",
        exclude_input_prompt=True,
        exclude_output_prompt=True,
        config=Config(NbConvertBase={"display_data_priority": ["text/html", "image/png", "text/plain"]}),
    )
    return str(exporter.from_notebook_node(notebook)[0])


def finish(page: Page, targets: dict[Path, str]) -> None:
    """Make a page of what nbconvert gives: titles, links, tables and code that everybody can read."""
    soup = BeautifulSoup(page.body, "html.parser")
    for sign in soup.select(".anchor-link"):
        sign.decompose()
    page.title = soup.h1.get_text()
    page.about = soup.p.get_text() if soup.p else ""
    for link in soup.find_all("a", href=True):
        follow(link, page, targets)
    for table in soup.find_all("table"):
        if table.thead and not table.thead.get_text(strip=True):
            tidy_card(page, table, targets)
        else:
            tidy_table(table, soup)
    if page.source.stem == "glossary":
        for row in soup.tbody.find_all("tr"):
            row["id"] = slug(row.td.get_text())
            row.td.name = "th"
            row.th["scope"] = "row"
    for pre in soup.find_all("pre"):
        pre["tabindex"] = "0"  # long lines scroll sideways: by keyboard, too
        if len(COLUMNS.findall(pre.get_text())) > 2:
            pre["class"] = "columns"
    for cell in soup.find_all(class_="text_cell_render"):
        for text in cell.find_all(string=MATH):
            if text.find_parent(["code", "pre"]) is None:
                text.replace_with(BeautifulSoup(MATH.sub(formula, text), "html.parser"))
    page.chart = key_chart(soup)
    for picture in soup.select("figure img"):  # on a phone a chart keeps a size that can be read
        around = {"class": "scroll", "tabindex": "0", "role": "group", "aria-label": "Chart"}
        picture.wrap(soup.new_tag("div", attrs=around))
    styles = {str(style.extract()) for style in soup.find_all("style")}
    page.head = "\n".join(sorted(style for style in styles if "dataframe" not in style))
    page.body = str(soup).replace(str(ROOT), ROOT.name)  # whose machine it was is nobody's business


def key_chart(soup: BeautifulSoup) -> str:
    """Return the picture of the chart that a chapter reads: the first of that section, or the last before."""
    heading = next((h for h in soup.find_all("h2") if h.get_text().startswith("Read the chart")), None)
    if heading is None:
        return ""
    before, after = heading.find_previous("img"), heading.find_next("img")
    following = heading.find_next("h2")
    inside = after and (following is None or after in following.find_all_previous("img"))
    picture = after if inside else before
    return f'<img alt="{html.escape(str(picture["alt"]))}" src="{picture["src"]}">' if picture else ""


def follow(link: Tag, page: Page, targets: dict[Path, str]) -> None:
    """Turn a link between files of the project into one between pages; drop it where there is no page."""
    address, _, place = str(link["href"]).partition("#")
    if not address or re.match(r"[a-z]+:|lite/", address):
        return
    target = targets.get((page.source.parent / address).resolve())
    if target is None:
        link.unwrap()
    else:
        link["href"] = os.path.relpath(target, Path(page.file).parent) + (f"#{place}" if place else "")


def tidy_table(table: Tag, soup: BeautifulSoup) -> None:
    """Say which cells are headers, and let a wide table scroll."""
    for cell in table.find_all("th"):
        cell["scope"] = "col" if cell.find_parent("thead") else "row"
        if not cell.get_text(strip=True):  # the corner above the row numbers
            cell.name = "td"
            del cell["scope"]
    for cell in table.find_all(["td", "th"]):
        if not NUMBER.fullmatch(cell.get_text(strip=True)):
            cell["class"] = "words"
    del table["border"]
    names = [cell.get_text(strip=True) for cell in table.find_all("th", scope="col")]
    label = f"Table: {', '.join(names)}"
    around = {"class": "scroll", "tabindex": "0", "role": "group", "aria-label": label}
    table.wrap(soup.new_tag("div", attrs=around))


def tidy_card(page: Page, table: Tag, targets: dict[Path, str]) -> None:
    """Make the card of a chapter: its rows have headers, its words lead to the glossary."""
    table.thead.decompose()
    table["class"] = "card"
    card = {}
    for row in table.find_all("tr"):
        name, value = row.find_all("td")
        name.name, name["scope"] = "th", "row"
        card[name.get_text()] = value
    goal = card["You will be able to"].get_text()
    page.about = f"{goal[0].upper()}{goal[1:]}. {card['Time'].get_text()}."
    glossary = targets.get(NOTEBOOKS / "glossary.ipynb")
    if glossary and "New words" in card:
        words = card["New words"].get_text().split(", ")
        links = ", ".join(f'<a href="{glossary}#{slug(word)}">{word}</a>' for word in words)
        card["New words"].clear()
        card["New words"].append(BeautifulSoup(links, "html.parser"))


def slug(word: str) -> str:
    """Return a word as an address writes it."""
    return word.replace(" ", "-").replace(",", "")


def formula(found: re.Match[str]) -> str:
    """Return a formula as MathML, which a browser shows and a screen reader reads without any script."""
    made = convert(found[1] or found[2], display="block" if found[1] else "inline")
    return made.replace("<math ", '<math tabindex="0" ') if found[1] else made  # a wide one scrolls


def index(title: str, greeting: str, pages: list[Page]) -> Page:
    """Return the page that lists the others."""
    items = "".join(
        f'<li><a href="{page.file}">{html.escape(page.title)}</a>'
        f"<span>{html.escape(page.about)}</span>{page.chart}</li>"
        for page in pages
    )
    body = f'<h1>{title}</h1><p>{greeting.strip()}</p><ul class="chapters">{items}</ul>'
    return Page(ROOT, "index.html", title, body=body)


def write(folder: Path, title: str, greeting: str, menu: list[tuple[str, str]], pages: list[Page]) -> None:
    """Write a folder of pages, each with links to the one before and the one after, and an index."""
    targets = {page.source: page.file for page in pages}
    for page in pages:
        finish(page, targets)
    template = jinja2.Template((LOOK / "page.html").read_text(encoding="utf-8"))
    shutil.rmtree(folder, ignore_errors=True)
    neighbors = [None, *pages, None]
    every = [(index(title, greeting, pages), None, None), *zip(pages, neighbors, neighbors[2:], strict=False)]
    for page, before, after in every:
        target = folder / page.file
        target.parent.mkdir(parents=True, exist_ok=True)
        root = "../" * page.file.count("/")
        site = {"title": title, "menu": menu}
        text = template.render(page=page, site=site, root=root, before=before, after=after)
        target.write_text(text + "\n", encoding="utf-8")
    shutil.copy(LOOK / "style.css", folder)


def to_work_in(path: Path) -> str:
    """Return the links of a chapter's page to the chapter itself: to run it here, and to take it along."""
    return (
        f'<div class="work"><a href="lite/lab/index.html?path={path.name}">Run this chapter</a> '
        f'<a href="lite/files/{path.name}" download>Download the notebook</a></div>'
    )


def students(folder: Path, *, lite: bool = False) -> None:
    """Write the students' site: chapters without solutions, the glossary, the reference of the helpers.

    With `lite`, a chapter has links into the folder that `make lite` makes, which is published in this one.
    """
    read = execute(built(NOTEBOOKS))
    pages = [
        Page(path, f"{path.stem}.html", body=(to_work_in(path) if lite else "") + from_notebook(notebook))
        for path, notebook in read.items()
    ]
    menu = [("Chapters", "index.html"), ("Glossary", "glossary.html"), ("Helpers", "reference/textkit.html")]
    write(folder, "textkit", STUDENTS, menu, pages)
    command = [sys.executable, "-m", "pdoc", *HELPERS, "--docformat", "google", "--output-directory"]
    subprocess.run([*command, str(folder / "reference")], check=True)


def instructors(folder: Path) -> None:
    """Write the instructors' site: the guide, a page a chapter, and the chapters with their solutions."""
    pages = [Page(GUIDE, "README.html", body=from_markdown(GUIDE))]
    for path, notebook in execute(built(NOTEBOOKS / "solutions")).items():
        how_to_teach = NOTEBOOKS / "chapters" / path.stem[3:] / "teaching.md"
        pages += [
            Page(how_to_teach, f"{path.stem}.html", body=from_markdown(how_to_teach)),
            Page(path, f"solutions/{path.stem}.html", body=from_notebook(notebook)),
        ]
    write(folder, "textkit for instructors", INSTRUCTORS, [("Pages", "index.html")], pages)


def from_markdown(file: Path) -> str:
    """Return a text in Markdown as HTML."""
    return str(markdown2html(file.read_text(encoding="utf-8")))


if __name__ == "__main__":
    if sys.argv[1:] == ["publish"]:
        students(ROOT / "publish", lite=True)
        sys.exit()
    students(ROOT / "site")
    instructors(ROOT / "site-instructor")
    print("made site/index.html and site-instructor/index.html")
