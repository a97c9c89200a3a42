"""The notebooks in JupyterLab, in a real browser, as a student meets them after `textkit lab`.

One JupyterLab and one browser serve all tests. The folder is a student's, just written, and the settings are
empty, so that nothing of the project or of the user is read or changed.
"""

import importlib.util
import json
import os
import re
import socket
import subprocess
import sys
import time
from types import SimpleNamespace

import nbformat
import pytest
from chromium import CHROMIUM, FLAGS, NO_CHROMIUM
from course import ROOT, exercises

from textkit.course import write_folder
from textkit.course.series import chapter_names, notebook_file

PATIENCE = 240_000  # milliseconds: a busy machine is no reason to fail
SETTINGS = {
    "notebook-extension/tracker": {"windowingMode": "none"},  # cells out of sight are there, too
    "docmanager-extension/plugin": {"autosave": False},
}

NOTEBOOK_ALONE = """() => {
    const rules = [...document.styleSheets].flatMap(sheet => [...sheet.cssRules].map(rule => rule.cssText));
    const body = document.body.cloneNode(false);
    body.append(document.querySelector(".jp-Notebook").cloneNode(true));
    return `<!doctype html><html lang="en"><title>Alone</title><style>${rules.join("\\n")}
        :has(.jp-OutputArea-output) {
            position: static !important; contain: none !important; overflow: visible !important;
            height: auto !important;
        }</style>${body.outerHTML}</html>`;
}"""

pytestmark = [
    pytest.mark.skipif(CHROMIUM is None, reason=NO_CHROMIUM),
    pytest.mark.skipif(
        not importlib.util.find_spec("playwright"), reason="no playwright: pip install playwright"
    ),
]

EVERYTHING = [
    """from textkit import *
from textkit import charts
from textkit.course import *
from IPython.display import display
text = load_article().text
tokens = tokenize(text, lower=True)
table = frequency_table(tokens)
check, hint, progress = begin("frequency", {})""",
    """display(right("26.3 in every 1,000."), question("Is `rate` a number?"))
display(not_yet("`rate` is still `...`."), not_here("No quotes here."))
hint("tie"); progress()""",
    "explore_words(tokens)",
    "explore_concordance(tokens, 'nato')",
    "explore_quotes(text)",
    "explore_concordance(tokens)",
    "charts.plot_frequency(table)",
    "charts.side_by_side(charts.plot_cloud(table), charts.plot_zipf(zipf_table(tokens)))",
    "charts.plot_dispersion(dispersion(tokens, ['nato', 'tusk']), n_tokens=len(tokens))",
    "charts.plot_sentence_lengths(sentence_table(text))",
    "charts.plot_quotes(quote_table(text, all_kinds=True), n_characters=len(text))",
    "charts.plot_speakers(speaker_table(text))",
    "show_quotes(text)",
    "quote_table(text)",
]


@pytest.fixture(scope="module")
def lab(tmp_path_factory):
    """The JupyterLab that `textkit lab` starts; its address, with its token."""
    folder = tmp_path_factory.mktemp("lab")
    write_folder(folder / "my_textkit")
    cells = [nbformat.v4.new_code_cell(source) for source in EVERYTHING]
    kernel = {"kernelspec": {"name": "python3", "display_name": "Python 3"}}  # or JupyterLab asks which
    nbformat.write(
        nbformat.v4.new_notebook(cells=cells, metadata=kernel), folder / "my_textkit" / "everything.ipynb"
    )
    for name, values in SETTINGS.items():
        file = folder / "settings" / "@jupyterlab" / f"{name}.jupyterlab-settings"
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(json.dumps(values))
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    own = {
        "JUPYTER_CONFIG_DIR": "config",
        "JUPYTER_DATA_DIR": "data",
        "JUPYTER_RUNTIME_DIR": "runtime",
        "IPYTHONDIR": "ipython",
        "JUPYTERLAB_SETTINGS_DIR": "settings",
        "JUPYTERLAB_WORKSPACES_DIR": "workspaces",
    }
    environment = {
        **{name: value for name, value in os.environ.items() if name != "TEXTKIT_ARTICLE"},
        **{name: str(folder / value) for name, value in own.items()},
        "PYTHONPATH": str(ROOT),
    }
    options = {
        "ServerApp": {"port": port, "ip": "127.0.0.1"},
        "IdentityProvider": {"token": "sesame"},
        "LabApp": {"expose_app_in_browser": True},
    }
    (folder / "config").mkdir()
    (folder / "config" / "jupyter_server_config.json").write_text(json.dumps(options))
    command = [sys.executable, "-m", "textkit", "lab", "my_textkit", "--no-browser"]
    with (folder / "log").open("w") as log:
        server = subprocess.Popen(command, env=environment, stdout=log, stderr=log, cwd=folder)
    try:
        deadline = time.monotonic() + PATIENCE / 1000
        while not list((folder / "runtime").glob("jpserver-*.json")):
            assert server.poll() is None, (folder / "log").read_text()
            assert time.monotonic() < deadline, (folder / "log").read_text()
            time.sleep(0.1)
        (file,) = (folder / "runtime").glob("jpserver-*.json")
        yield f"{json.loads(file.read_text())['url']}?token=sesame"
    finally:
        server.terminate()
        server.wait(timeout=30)


class Lab:
    """JupyterLab in the browser: what a student does there, and what comes of it."""

    def __init__(self, page):
        self.page = page
        self.at = None
        self.requests = []
        page.on("request", lambda request: self.requests.append(request.url))

    def do(self, script, *arguments):
        """Run a script in the page, which has the open notebook as `panel` and the arguments as `given`."""
        return self.page.evaluate(
            """async ([patience, given]) => {
                const app = window.jupyterapp, panel = app.shell.currentWidget;
                const late = new Promise((_, no) => setTimeout(() => no(new Error('too late')), patience));
                return await Promise.race([late, (async () => {"""
            + script
            + "})()]); }",
            [PATIENCE, arguments],
        )

    def opened(self, name):
        """Return the lab with a notebook open, all run; one that is open stays as the last test left it."""
        if self.at != name:
            self.open(name)
            self.run_all()
        return self

    def open(self, name):
        """Open a notebook, and no other, and wait until its kernel answers."""
        self.do("""
            await app.restored;
            for (const other of [...app.shell.widgets('main')]) {
                if (other.context) { await other.context.revert(); await other.sessionContext.shutdown(); }
                other.dispose();
            }
            const opened = await app.commands.execute('docmanager:open', {path: given[0]});
            await opened.context.ready;
            await opened.revealed;
            app.shell.activateById(opened.id);
        """, name)  # fmt: skip
        self.do("await app.commands.execute('apputils:change-theme', {theme: 'JupyterLab Light'})")
        self.kernel_answers()
        self.at = name

    def kernel_answers(self):
        """Wait until the kernel is connected and has answered a question."""
        self.do("await panel.sessionContext.ready")
        self.page.wait_for_function("""() => {
            const session = window.jupyterapp.shell.currentWidget.sessionContext.session;
            return session?.kernel?.connectionStatus === 'connected';
        }""")
        self.do("await panel.sessionContext.session.kernel.requestKernelInfo()")

    def run_all(self):
        """Run all cells, and wait until the last is done."""
        self.kernel_answers()
        self.do("await app.commands.execute('notebook:run-all-cells')")

    def cells(self):
        """The code cells as the notebook's model has them."""
        return self.do("""
            const codes = panel.content.widgets.filter(cell => cell.model.type === 'code');
            return codes.map(({model}) => ({count: model.executionCount, outputs: model.outputs.toJSON()}));
        """)

    def cell(self, words):
        """The place in the page of the first cell whose code has these words."""
        index = self.do(
            "return panel.content.widgets.findIndex(cell =>"
            " cell.model.type === 'code' && cell.model.sharedModel.source.includes(given[0]))",
            words,
        )
        assert index >= 0, words
        return self.page.locator(".jp-Notebook .jp-Cell").nth(index)

    def type_and_run(self, words, code):
        """Replace the code of the cell with these words by typing, and run it by Shift + Enter."""
        cell = self.cell(words)
        cell.locator(".cm-content").click()
        self.page.keyboard.press("ControlOrMeta+a")
        self.page.keyboard.press("Delete")
        self.page.keyboard.type(code)
        return self.run(cell)

    def run(self, cell):
        """Run a cell by Shift + Enter; return what stands below it."""
        cell.locator(".cm-content").click()
        before = cell.locator(".jp-InputPrompt").inner_text()
        self.page.keyboard.press("Shift+Enter")
        self.page.wait_for_function(
            "([prompt, before]) => /\\d/.test(prompt.innerText) && prompt.innerText !== before",
            arg=[cell.locator(".jp-InputPrompt").element_handle(), before],
            timeout=PATIENCE,
        )
        return cell.locator(".jp-OutputArea-output")


@pytest.fixture(scope="module")
def browser(lab):
    """JupyterLab in Chromium, and in `requests` all addresses that were asked for."""
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        page = chromium.new_page(viewport={"width": 1280, "height": 900})
        page.set_default_timeout(PATIENCE)
        opened = Lab(page)
        page.goto(lab)
        page.wait_for_function("window.jupyterapp && window.jupyterapp.restored")
        page.locator(".jp-Notebook .jp-Cell").first.wait_for()
        page.locator(".jp-DirListing-item").first.wait_for()
        opened.first = SimpleNamespace(
            tabs=page.locator(".lm-DockPanel-tabBar .lm-TabBar-tabLabel").all_inner_texts(),
            files=page.locator(".jp-DirListing-itemText").all_inner_texts(),
            menus=page.locator(".lm-MenuBar-itemLabel").all_inner_texts(),
            dialogs=page.locator(".jp-Dialog, .Toastify__toast").all_inner_texts(),
        )
        opened.do("await app.restored; app.shell.collapseLeft()")
        yield opened
        chromium.close()


@pytest.fixture
def chapter(browser):
    """Chapter 03, run to its end."""
    return browser.opened("04_frequency.ipynb")


@pytest.fixture
def everything(browser):
    """A notebook with one of everything that we show, run to its end."""
    return browser.opened("everything.ipynb")


def said(outputs):
    """What a check says: the state and the sentence."""
    return outputs.locator("[role=status]").inner_text()


# What a student sees first


def test_it_opens_on_the_first_chapter_and_not_on_a_launcher(browser):
    assert browser.first.tabs == ["00_start_here.ipynb"]
    assert browser.first.dialogs == []


def test_the_list_of_files_holds_the_chapters_the_glossary_and_the_article(browser):
    chapters = [notebook_file(chapter).name for chapter in chapter_names()]
    texts = ["about_the_article.md", "nato_article.key.csv", "nato_article.txt"]
    assert browser.first.files == [*chapters, "everything.ipynb", "glossary.ipynb", *texts]


def test_no_menu_is_for_instructors_only(browser):
    assert browser.first.menus == ["File", "Edit", "View", "Run", "Kernel", "Tabs", "Settings", "Help"]


# A chapter


def test_a_chapter_runs_to_its_end_in_order(chapter):
    cells = chapter.cells()
    assert [cell["count"] for cell in cells] == list(range(1, len(cells) + 1))
    assert not [output for cell in cells for output in cell["outputs"] if output["output_type"] == "error"]


def test_every_check_of_an_untouched_chapter_is_seen_to_say_not_yet(chapter):
    shown = chapter.page.locator(".jp-Notebook .jp-OutputArea-output [role=status]")
    assert [words[:8] for words in shown.all_inner_texts()] == ["Not yet."] * len(exercises("frequency"))
    assert all(box.is_visible() for box in shown.all())


def test_a_chart_is_seen_and_has_a_text_alternative(chapter):
    picture = chapter.cell("plot_frequency(table)").locator(".jp-OutputArea-output img")
    picture.scroll_into_view_if_needed()
    assert picture.evaluate("image => image.complete && image.naturalWidth") > 1000
    assert picture.get_attribute("alt").startswith("Bar chart: The 20 most frequent tokens.")


def test_an_exercise_is_solved_by_typing(chapter):
    task = 'check("lower")'
    assert said(chapter.run(chapter.cell(task))).startswith("Not yet.")
    outputs = chapter.type_and_run(task, f'answer = "a"\n{task}')
    assert re.match(r"A question\. .*\?$", said(outputs))
    assert said(chapter.type_and_run(task, f'answer = "b"\n{task}')).startswith("Right.")


def test_a_hint_opens_by_one_more_each_time(chapter):
    task = 'check("types")'
    for number in (1, 2):
        outputs = chapter.type_and_run(task, f'n_types = ...\nhint("types")  # {task}')
        assert outputs.locator("[role=note]").inner_text().startswith(f"Hint {number} of ")


def test_an_exception_is_a_sentence_and_no_red_wall(chapter):
    task = 'check("rate")'
    outputs = chapter.type_and_run(task, f"rate = tokns.count(keyword)\n{task}")
    assert said(outputs).startswith("A question. Line 1, rate = tokns.count(keyword), stops with NameError")
    assert outputs.count() == 1
    mended = f"rate = tokens.count(keyword) / len(tokens) * 1000\n{task}"
    assert said(chapter.type_and_run(task, mended)).startswith("Right.")


def test_a_cell_run_out_of_order_is_told_what_to_run_again(chapter):
    task = 'check("types")'
    assert said(chapter.type_and_run(task, f"n_types = len(set(tokens))\n{task}")).startswith("Right.")
    chapter.type_and_run("my_guess =", "tokens = tokens[:100]  # my_guess =")
    stale = said(chapter.run(chapter.cell(task)))
    assert stale.startswith("Not yet. tokens was made from another text, or has changed since.")
    chapter.type_and_run("my_guess =", "my_guess = []")
    chapter.run(chapter.cell("article = load_article()"))
    assert said(chapter.run(chapter.cell(task))).startswith("Right.")


def test_restart_and_run_all_comes_to_the_same_end(chapter):
    task = 'check("lower")'
    assert said(chapter.type_and_run(task, f'answer = "b"\n{task}')).startswith("Right.")
    verdicts = chapter.page.locator(".jp-Notebook .jp-OutputArea-output [role=status]")
    before = verdicts.all_inner_texts()
    chapter.do("window.done = app.commands.execute('notebook:restart-run-all'); return null")
    chapter.page.get_by_role("button", name="Confirm Kernel Restart").click()
    chapter.do("await window.done")
    counts = [cell["count"] for cell in chapter.cells()]
    assert counts == list(range(1, len(counts) + 1))
    assert verdicts.all_inner_texts() == before
    assert before[0].startswith("Right.")


# Explorers


def test_top_words_lose_their_stopwords_by_keyboard(everything):
    shown = everything.cell("explore_words(tokens)").locator(".jp-OutputArea-output")
    assert "“the”" in shown.locator("img").get_attribute("alt")
    shown.get_by_label("How many tokens").focus()
    everything.page.keyboard.press("Tab")
    everything.page.keyboard.press("Space")
    shown.get_by_alt_text("Most frequent tokens without stopwords").wait_for()
    assert "“the”" not in shown.locator("img").get_attribute("alt")
    assert "stopwords=False" in shown.locator("code").inner_text()


def test_a_concordance_is_searched_and_sorted_by_keyboard(everything):
    shown = everything.cell("explore_concordance(tokens, 'nato')").locator(".jp-OutputArea-output")
    shown.get_by_label("Search for").focus()
    everything.page.keyboard.press("ControlOrMeta+a")
    everything.page.keyboard.type("the")
    for key in ("Tab", "Tab", "Space"):  # past "position" to "word to the left"
        everything.page.keyboard.press(key)
    shown.get_by_text("with “the”, sorted by the word to the left.").wait_for()
    lefts = [words.split()[-1:] for words in shown.locator("tbody td:nth-child(2)").all_inner_texts()]
    assert len(lefts) > 20
    assert lefts == sorted(lefts)


def test_quotes_are_chosen_by_speaker_by_keyboard(everything):
    shown = everything.cell("explore_quotes(text)").locator(".jp-OutputArea-output")
    shown.get_by_text("Mark Rutte: 14 quotes").wait_for()
    shown.get_by_role("button", name="Mark Rutte").focus()
    for key in ("Tab", "Space"):
        everything.page.keyboard.press(key)
    shown.get_by_text("Donald Tusk: 6 quotes").wait_for()
    assert shown.locator("mark").count() == 6


def test_an_empty_search_gets_a_sentence(everything):
    shown = everything.cell("explore_concordance(tokens)").locator(".jp-OutputArea-output")
    assert "Keyword is empty: name a word or a phrase to look for." in shown.inner_text()


# For every reader


@pytest.mark.parametrize("theme", ["JupyterLab Light", "JupyterLab Dark"])
def test_axe_finds_nothing_serious_in_what_we_show(everything, theme):
    from axe_playwright_python.sync_playwright import Axe

    everything.do("await app.commands.execute('apputils:change-theme', {theme: given[0]})", theme)
    everything.page.wait_for_function("theme => document.body.dataset.jpThemeName === theme", arg=theme)
    outputs = ".jp-Notebook .jp-OutputArea-output"
    assert everything.page.locator(outputs).count() > len(EVERYTHING)
    # What is scrolled out of sight or lies below something else, axe skips when it measures contrast: give it
    # the notebook alone, on a page that has JupyterLab's styles and none of its panels.
    alone = everything.page.context.browser.new_page()
    alone.set_content(everything.page.evaluate(NOTEBOOK_ALONE))
    kinds = {"resultTypes": ["violations", "passes"]}
    found = Axe().run(alone, context=outputs, options=kinds).response
    alone.close()
    serious = [
        (violation["id"], node["html"])
        for violation in found["violations"]
        if violation["impact"] in ("serious", "critical")
        for node in violation["nodes"]
    ]
    assert not serious
    legible = [len(rule["nodes"]) for rule in found["passes"] if rule["id"] == "color-contrast"]
    assert sum(legible) > 300, "axe has not measured the contrast of what is shown"


def test_nothing_is_asked_from_elsewhere(everything, lab):
    here = lab.split("?")[0]
    assert not [url for url in everything.requests if not url.startswith((here, "data:", "blob:"))]
