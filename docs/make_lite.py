"""Make lite/: JupyterLab, Python and the chapters as a folder of files, which run in a browser alone.

    python docs/make_lite.py            the browser fetches NumPy, pandas, matplotlib … when a cell needs them
    python docs/make_lite.py --vendor   they are fetched now, for a room without a network
    python docs/make_lite.py --wheels   prints what `make lock` writes into docs/lite/wheels.lock

Any server of plain files can publish the folder. JupyterLite is JupyterLab without a server, and Pyodide is
Python for the browser. Pyodide's own lock file says which packages there are for it, at which version, with
which hash. Those in plain Python come from the package registry by docs/lite/wheels.lock and lie in the
folder; those that had to be compiled are where Pyodide's makers publish them. What has been fetched is kept
in .lite/, so that the next build needs no network.
"""

import argparse
import base64
import hashlib
import json
import re
import shutil
import subprocess
import sys
import tarfile
import tempfile
import tomllib
import urllib.request
import zipfile
from pathlib import Path
from typing import Any

import jinja2
from jupyterlite_pyodide_kernel.constants import PYODIDE_CDN_URL

from textkit.course import write_folder
from textkit.course.lab import SETTINGS
from textkit.course.series import chapter_names, chapter_title, notebook_file
from textkit.writing import write_file

ROOT = Path(__file__).resolve().parents[1]
HERE = ROOT / "docs" / "lite"
WHEELS = HERE / "wheels.lock"
CACHE = ROOT / ".lite"

PYODIDE = "314.0.6"  # the one that the kernel is made for
INTEGRITY = "sha512-BKDTJyIqFxC4BExLqeRS3f5xvXZIjOt8C3zGLN/Cc7tFxSwvKVhVkchQQ2AGLOtR4YrVOIFxbV8poyDOOmWwxQ=="
PYTHON = "3.14"

KERNEL = ["micropip", "piplite", "pyodide-kernel", "ipykernel", "comm", "jedi", "ipython"]
"""What the kernel starts with."""
DEPENDS = {  # what Pyodide's lock file does not know: the kernel's own packages, and what the explorers need
    "comm": [],
    "ipykernel": ["comm", "ipython"],
    "ipywidgets": ["comm", "ipython", "traitlets"],
    "piplite": ["micropip"],
    "pyodide-kernel": ["ipykernel", "ipython"],
}
EXTENSIONS = ["@jupyterlite/pyodide-kernel-extension", "@jupyter-widgets/jupyterlab-manager"]
"""What is added to JupyterLab itself, as it is installed in this environment."""

Lock = dict[str, dict[str, Any]]
"""Pyodide's packages by their names, as its lock file describes them."""


def name_of(package: str) -> str:
    """Return the name of a package, of a requirement or of a wheel, as the lock file has it.

    >>> name_of("lazy_loader>=0.3"), name_of("prompt_toolkit-3.0.52-py3-none-any.whl")
    ('lazy-loader', 'prompt-toolkit')
    """
    return re.split(r"[^\w.-]|-\d", package)[0].replace("_", "-").lower()


def textkits_packages() -> list[str]:
    """Return the packages that textkit uses in a browser: those of its base, and the explorers' boxes."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    return [*map(name_of, project["dependencies"]), "ipywidgets"]


def needed(lock: Lock) -> list[str]:
    """Return the packages that the kernel and textkit need, with what those need in turn.

    Raises:
        KeyError: Pyodide has no such package.
    """
    found: list[str] = []
    todo = [*KERNEL, *textkits_packages()]
    while todo:
        name = todo.pop()
        if name not in found:
            found.append(name)
            todo += DEPENDS[name] if name in DEPENDS else map(name_of, lock[name]["depends"])
    return sorted(found)


def wheels_to_pin(lock: Lock) -> str:
    """Return the packages in plain Python that are needed, at the versions of Pyodide's lock file."""
    pure = [
        name for name in needed(lock) if name in lock and lock[name]["file_name"].endswith("-none-any.whl")
    ]
    return "\n".join([*(f"{name}=={lock[name]['version']}" for name in pure), "comm", "ipywidgets"])


def run(*command: object, place: Path = ROOT) -> None:
    """Run a command in a place without a word, unless it fails.

    Raises:
        RuntimeError: it fails; with what it has said.
    """
    done = subprocess.run([*map(str, command)], cwd=place, capture_output=True, text=True, encoding="utf-8")
    if done.returncode:
        said = "\n".join([done.stdout, done.stderr]).strip()
        raise RuntimeError(f"`{' '.join(map(str, command[:4]))} …` has failed:\n{said}")


def sha256(file: Path) -> str:
    """Return the hash of a file, as lock files write it."""
    return hashlib.sha256(file.read_bytes()).hexdigest()


def pyodide_files(folder: Path) -> Lock:
    """Put Pyodide's own files into a folder; return what its lock file says of the packages.

    Raises:
        FileNotFoundError: npm is needed to fetch it, and is not there.
        ValueError: what npm has brought is not what is pinned here.
    """
    archive = CACHE / f"pyodide-{PYODIDE}.tgz"
    if not archive.exists():
        if not shutil.which("npm"):
            raise FileNotFoundError("npm, which brings Pyodide, is not on this machine. Install Node.js.")
        run("npm", "pack", f"pyodide@{PYODIDE}", "--pack-destination", CACHE)
    digest = base64.b64encode(hashlib.sha512(archive.read_bytes()).digest()).decode()
    if f"sha512-{digest}" != INTEGRITY:
        raise ValueError(f"{archive} is not what was pinned, but sha512-{digest}. Delete it and try again.")
    with tarfile.open(archive) as opened:
        for name in ("pyodide.mjs", "pyodide.asm.mjs", "pyodide.asm.wasm", "python_stdlib.zip"):
            copied = opened.extractfile(f"package/{name}")
            assert copied is not None
            (folder / name).write_bytes(copied.read())
        described = opened.extractfile("package/pyodide-lock.json")
        assert described is not None
        lock: dict[str, Any] = json.load(described)
    return lock


def wheels(folder: Path, lock: Lock) -> dict[str, Path]:
    """Put the wheels that need no compiler into a folder: the registry's, the kernel's own, and textkit."""
    stored = CACHE / f"wheels-{sha256(WHEELS)[:12]}"
    if not stored.exists():
        part = stored.with_suffix(".part")
        shutil.rmtree(part, ignore_errors=True)
        plain = ("--python-version", PYTHON, "--platform", "any", "--implementation", "py", "--abi", "none")
        pinned = ("--no-deps", "--only-binary", ":all:", "--require-hashes", "--requirement", WHEELS)
        run(sys.executable, "-m", "pip", "download", "--dest", part, *plain, *pinned)
        part.rename(stored)
    wanted = needed(lock)
    kernels = extension(EXTENSIONS[0]) / "static" / "pypi"
    for wheel in [*stored.glob("*.whl"), *kernels.glob("*.whl")]:
        if name_of(wheel.name) in wanted:
            shutil.copy(wheel, folder)
    run(sys.executable, "-m", "hatchling", "build", "--target", "wheel", "--directory", folder)
    return {name_of(wheel.name): wheel for wheel in sorted(folder.glob("*.whl"))}


def extension(name: str) -> Path:
    """Return the folder of an extension of JupyterLab that is installed in this environment."""
    return Path(sys.prefix) / "share" / "jupyter" / "labextensions" / name


def described(wheel: Path, depends: list[str]) -> dict[str, Any]:
    """Describe a wheel that Pyodide's lock file does not know, as it describes others."""
    name, version = wheel.name.split("-")[:2]
    with zipfile.ZipFile(wheel) as opened:
        modules = sorted({file.split("/")[0] for file in opened.namelist() if file.endswith("/__init__.py")})
    return {
        "name": name_of(name),
        "version": version,
        "imports": modules,
        "depends": depends,
        "install_dir": "site",
        "package_type": "package",
        "unvendored_tests": False,
    }


def fetch(address: str) -> bytes:
    """Return what stands at an address.

    Raises:
        OSError: it cannot be reached.
    """
    with urllib.request.urlopen(address, timeout=60) as answer:
        return bytes(answer.read())


def compiled(name: str, lock: Lock) -> Path:
    """Return the compiled wheel of a package, fetched from where Pyodide's makers publish it.

    Raises:
        OSError: it cannot be reached.
        ValueError: what came is not what Pyodide's lock file says.
    """
    file = CACHE / lock[name]["file_name"]
    if not file.exists():
        data = fetch(f"{PYODIDE_CDN_URL}/{file.name}")
        if hashlib.sha256(data).hexdigest() != lock[name]["sha256"]:
            raise ValueError(f"{file.name} has another hash than Pyodide's lock file says. Nothing was made.")
        write_file(file, data)
    return file


def packages(folder: Path, *, vendor: bool) -> list[str]:
    """Put Pyodide and its packages into a folder; return the names of those that it should have and has not.

    Args:
        folder: an empty one.
        vendor: the folder has to do without a network. Then Python knows only what lies in it; else the
            browser fetches the rest, by name and hash, when a cell first imports textkit.
    """
    whole = pyodide_files(folder)
    lock: Lock = whole["packages"]
    at_hand, missing = wheels(folder, lock), []
    for name in needed(lock) if vendor else []:
        if name in lock and name not in at_hand:
            try:
                at_hand[name] = shutil.copy(compiled(name, lock), folder)
            except OSError:
                missing.append(name)
    for name, wheel in at_hand.items():
        depends = textkits_packages() if name == "textkit-course" else DEPENDS.get(name, [])
        entry = lock.setdefault(name, described(wheel, depends))
        entry |= {"file_name": wheel.name, "sha256": sha256(wheel)}
    for name in lock.keys() - at_hand.keys():
        if vendor:
            del lock[name]
        else:
            lock[name]["file_name"] = f"{PYODIDE_CDN_URL}/{lock[name]['file_name']}"
    for entry in lock.values():
        entry["depends"] = [name for name in entry["depends"] if name_of(name) in lock]
    (folder / "pyodide-lock.json").write_text(json.dumps(whole), encoding="utf-8")
    return missing


def settings() -> dict[str, Any]:
    """Return what JupyterLite is told: which kernel, and what JupyterLab looks like to a student."""
    kernel = {"pyodideUrl": "./static/pyodide/pyodide.mjs", "loadPyodideOptions": {"packages": KERNEL}}
    told = {
        "appName": "textkit",
        "exposeAppInBrowser": True,  # the buttons that download and open one's work speak to JupyterLab
        "litePluginSettings": {"@jupyterlite/pyodide-kernel-extension:kernel": kernel},
    }
    return {"jupyter-lite-schema-version": 0, "jupyter-config-data": told}


def what_will_not_run(missing: list[str]) -> str:
    """Say what a folder without these packages cannot do."""
    return (
        f"These packages could not be fetched: {', '.join(missing)}. Without them, cells with tables or "
        "charts do not run, and most checks of later chapters cannot judge an answer."
    )


def start_page(jupyterlite: str, missing: list[str]) -> str:
    """Return the page that one sees first: where work lives, what is missing, and the chapters.

    It takes the place of JupyterLite's, and keeps the settings in it, which JupyterLab reads.
    """
    settings_in_it = re.search(r'<script[^>]*id="jupyter-config-data".*?</script>', jupyterlite, re.DOTALL)
    assert settings_in_it is not None
    notice = f"<p>{what_will_not_run(missing)}</p>" if missing else ""
    items = "".join(
        f'<li><a href="lab/index.html?path={notebook_file(chapter).name}">'
        f"{number:02d} {chapter_title(chapter)}</a></li>"
        for number, chapter in enumerate(chapter_names())
    )
    body = (
        "<h1>textkit in your browser</h1><p>Your work lives in this browser, on this computer, until its "
        "data is cleared. Below the first cell of each chapter, “Download my work” saves it to a file that "
        "you can keep or take along, and “Open my work” brings it back.</p>"
        f'{notice}<ul class="chapters">{items}</ul>'
    )
    page = {"title": "textkit in your browser", "body": body, "head": settings_in_it[0]}
    template = jinja2.Template((ROOT / "docs" / "site" / "page.html").read_text(encoding="utf-8"))
    return template.render(page=page, site={"title": "textkit", "menu": []}, root="")


def make(target: Path, *, vendor: bool) -> list[str]:
    """Write the folder anew; return the names of the packages that it should have and has not."""
    CACHE.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory() as place:
        source, students = Path(place) / "source", Path(place) / "students"
        pyodide = source / "static" / "pyodide"
        pyodide.mkdir(parents=True)
        missing = packages(pyodide, vendor=vendor)
        write_folder(students)
        (source / "jupyter-lite.json").write_text(json.dumps(settings()), encoding="utf-8")
        shutil.copy(SETTINGS / "labconfig" / "default_setting_overrides.json", source / "overrides.json")
        made = Path(place) / "made"
        options = ["--ignore-sys-prefix", "--no-sourcemaps", "--no-unused-shared-packages", "--apps", "lab"]
        options += [f"--LiteBuildConfig.federated_extensions={extension(name)}" for name in EXTENSIONS]
        folders = ["--lite-dir", source, "--contents", students, "--output-dir", made]
        # It keeps notes of what it has done where it runs.
        run(sys.executable, "-m", "jupyterlite_core", "build", *folders, *options, place=source)
        shutil.rmtree(target, ignore_errors=True)
        shutil.copytree(made, target)
    first = target / "index.html"
    first.write_text(start_page(first.read_text(encoding="utf-8"), missing), encoding="utf-8")
    shutil.copy(ROOT / "docs" / "site" / "style.css", target)
    return missing


def main() -> int:
    """Make what the command line asks for."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("folder", type=Path, nargs="?", default=ROOT / "lite", help="lite/ if none is named")
    parser.add_argument("--vendor", action="store_true", help="for a room without a network")
    parser.add_argument("--wheels", action="store_true", help="list what docs/lite/wheels.lock is to pin")
    asked = parser.parse_args()
    try:
        if asked.wheels:
            with tempfile.TemporaryDirectory() as place:
                print(wheels_to_pin(pyodide_files(Path(place))["packages"]))
            return 0
        missing = make(asked.folder, vendor=asked.vendor)
    except (OSError, ValueError, RuntimeError) as error:
        print(error, file=sys.stderr)
        return 1
    megabytes = sum(file.stat().st_size for file in asked.folder.rglob("*") if file.is_file()) / 1_000_000
    print(f"made {asked.folder}: {megabytes:.0f} MB, for any server of plain files")
    if missing:
        print(what_will_not_run(missing), "Make it again with a network.", file=sys.stderr)
    return 0


if __name__ == "__main__":
    sys.exit(main())
