"""Take the pictures of the README: JupyterLab in a browser, with chapters that really run.

    python docs/make_pictures.py            writes docs/pictures/*.png; needs Chromium

They are in a folder of their own, as a student has it, so that yours stay as they are.
"""

import io
import os
import secrets
import shutil
import socket
import subprocess
import sys
import tempfile
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import nbformat
from PIL import Image
from playwright.sync_api import Locator, Page, sync_playwright

from textkit.course import write_folder
from textkit.course.lab import SETTINGS, lab_command

ROOT = Path(__file__).resolve().parents[1]
PICTURES = ROOT / "docs" / "pictures"
BROWSER = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
KERNEL = "context?.sessionContext?.session?.kernel"
RUN_ALL = """async () => {
    const app = window.jupyterapp;
    await app.shell.currentWidget.context.sessionContext.ready;
    app.shell.collapseLeft();
    await app.commands.execute('notebook:run-all-cells');
}"""
SCROLL = """async ([words, cell]) => {
    const notebook = window.jupyterapp.shell.currentWidget.content;
    const index = notebook.widgets.findIndex(each => each.model.sharedModel.source.includes(words));
    notebook.activeCellIndex = index + cell;
    await notebook.scrollToItem(index, 'start');
}"""


@contextmanager
def jupyterlab(folder: Path) -> Iterator[str]:
    """Start JupyterLab on a folder, for this machine only; yield its address with {0} for a notebook."""
    token = secrets.token_hex(16)
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    variables = os.environ | {
        "JUPYTER_CONFIG_DIR": str(folder / ".config"),
        "JUPYTER_CONFIG_PATH": str(SETTINGS),  # as a student has it
        "JUPYTERLAB_SETTINGS_DIR": str(folder / ".settings"),
        "JUPYTERLAB_WORKSPACES_DIR": str(folder / ".workspaces"),
        "PYTHONPATH": os.pathsep.join([str(ROOT), os.environ.get("PYTHONPATH", "")]),
    }
    variables.pop("TEXTKIT_ARTICLE", None)
    server = subprocess.Popen(
        [
            *lab_command(folder, browser=False),
            *("--ip=127.0.0.1", f"--port={port}", f"--IdentityProvider.token={token}"),
            "--LabApp.expose_app_in_browser=True",
        ],
        env=variables,
    )
    try:
        wait_for(f"http://127.0.0.1:{port}/api?token={token}")
        yield f"http://127.0.0.1:{port}/lab/workspaces/{{0}}/tree/{{0}}.ipynb?token={token}"
    finally:
        server.terminate()
        try:
            server.wait(30)
        except subprocess.TimeoutExpired:
            server.kill()


def wait_for(address: str) -> None:
    """Wait until a server answers."""
    for _ in range(120):
        try:
            urllib.request.urlopen(address).close()
            return
        except OSError:
            time.sleep(0.5)
    raise TimeoutError("JupyterLab did not start within a minute")


def run(page: Page, address: str) -> None:
    """Open a notebook and run it to its end."""
    page.goto(address)
    page.wait_for_selector(".jp-Notebook .jp-Cell", timeout=60_000)
    page.wait_for_function(f"() => window.jupyterapp?.shell.currentWidget?.{KERNEL}?.status === 'idle'")
    page.evaluate(RUN_ALL)


def show(page: Page, words: str, *, cell: int = 0) -> None:
    """Scroll to the cell with these words, and make the one so many cells below it the active one."""
    page.evaluate(SCROLL, [words, cell])
    page.wait_for_timeout(1500)


def save(shot: bytes, name: str) -> None:
    """Write a picture with few colors: it is mostly paper and ink."""
    PICTURES.mkdir(exist_ok=True)
    image = Image.open(io.BytesIO(shot)).convert("RGB").quantize(128, dither=Image.Dither.NONE)
    image.save(PICTURES / name, optimize=True)
    print(f"made docs/pictures/{name} ({(PICTURES / name).stat().st_size // 1000} kB)")


def part(page: Page, shown: Locator, height: float) -> bytes:
    """Take a picture of something on the page, or of its upper part, with a small margin."""
    box = shown.bounding_box()
    assert box is not None
    height = min(height, box["height"])
    return page.screenshot(
        clip={"x": box["x"] - 4, "y": box["y"], "width": box["width"] + 8, "height": height}
    )


def main() -> None:
    """Take all pictures."""
    chromium = shutil.which("chromium") or shutil.which("google-chrome")
    if chromium is None:
        sys.exit("The pictures are taken with Chromium: install the package chromium.")
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        write_folder(folder)
        answer_wrongly(Path(folder) / "04_frequency.ipynb")
        browser = playwright.chromium.launch(executable_path=chromium, args=BROWSER)
        page = browser.new_page(viewport={"width": 1000, "height": 720}, device_scale_factor=1.5)
        with jupyterlab(Path(folder)) as address:
            run(page, address.format("04_frequency"))
            show(page, "Rate per 1,000 tokens", cell=1)
            save(page.screenshot(), "check.png")
            page.set_viewport_size({"width": 1000, "height": 1100})
            show(page, "plot_frequency(table)")
            save(part(page, page.locator(".jp-OutputArea-output figure").first, 800), "chart.png")
            run(page, address.format("11_quotes"))
            show(page, "show_quotes(article.text)")
            save(part(page, page.locator(".textkit-view").first, 640), "quotes.png")
        browser.close()


def answer_wrongly(path: Path) -> None:
    """Answer the exercise "rate" as many do: per hundred, where it asks for per thousand."""
    notebook = nbformat.read(path, as_version=4)
    (cell,) = [cell for cell in notebook.cells if 'check("rate")' in cell.source]
    cell.source = 'rate = tokens.count(keyword) / len(tokens) * 100\ncheck("rate")'
    nbformat.write(notebook, path)


if __name__ == "__main__":
    main()
