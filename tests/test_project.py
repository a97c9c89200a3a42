"""What is said of the project: the workflow, the hooks before a commit, how to cite, the lowest versions."""

import re
import shutil
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest
import yaml
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name
from packaging.version import Version

import textkit

ROOT = Path(__file__).parents[1]
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
WORKFLOW = ROOT / ".github" / "workflows" / "test.yml"
CITATION = ROOT / "CITATION.cff"
JOBS = yaml.safe_load(WORKFLOW.read_text(encoding="utf-8"))["jobs"]
HOOKS = yaml.safe_load((ROOT / ".pre-commit-config.yaml").read_text(encoding="utf-8"))
LOWEST = (ROOT / "requirements-lowest.lock").read_text(encoding="utf-8")
SCHEMAS = {WORKFLOW: "vendor.github-workflows", CITATION: "vendor.citation-file-format"}


def checked(file, schema):
    """Hold a file to a schema that check-jsonschema brings along; no network is needed."""
    command = [sys.executable, "-m", "check_jsonschema", "--builtin-schema", schema, str(file)]
    return subprocess.run(command, capture_output=True, text=True, check=False)


@pytest.mark.parametrize("file", SCHEMAS, ids=lambda file: file.name)
def test_file_keeps_to_its_published_schema(file):
    done = checked(file, SCHEMAS[file])
    assert done.returncode == 0, done.stdout + done.stderr


@pytest.mark.parametrize(("file", "key"), [(WORKFLOW, "runs-on"), (CITATION, "authors")])
def test_a_misspelt_key_is_noticed(file, key, tmp_path):
    copy = tmp_path / file.name
    copy.write_text(file.read_text(encoding="utf-8").replace(key, f"x{key}"), encoding="utf-8")
    assert key in checked(copy, SCHEMAS[file]).stdout


# The workflow


def test_the_workflow_tries_every_python_that_is_promised():
    tried = JOBS["test"]["strategy"]["matrix"]["python"]
    classifiers = "\n".join(PROJECT["classifiers"])
    promised = re.findall(r"^Programming Language :: Python :: (3\.\d+)$", classifiers, re.M)
    assert tried == promised
    assert f">={tried[0]}" == PROJECT["requires-python"]


def test_the_workflow_tries_the_three_systems():
    assert JOBS["test"]["strategy"]["matrix"]["os"] == ["ubuntu-latest", "macos-latest", "windows-latest"]
    assert JOBS["test"]["runs-on"] == "${{ matrix.os }}"


def test_the_lowest_versions_are_tried_under_the_lowest_python():
    (python,) = [step["with"] for step in JOBS["lowest"]["steps"] if "setup-python" in step.get("uses", "")]
    assert f">={python['python-version']}" == PROJECT["requires-python"]


def test_the_workflow_may_only_read():
    assert yaml.safe_load(WORKFLOW.read_text(encoding="utf-8"))["permissions"] == {"contents": "read"}
    assert not [name for name, job in JOBS.items() if "permissions" in job]


def test_what_is_made_has_a_target_in_the_makefile():
    commands = [step.get("run", "") for job in JOBS.values() for step in job["steps"]]
    commands += [hook["entry"] for repo in HOOKS["repos"] for hook in repo["hooks"]]
    made = {command.split()[1] for command in commands if command.startswith("make ")}
    assert made == {"test", "lint", "lowest"}
    targets = re.findall(r"^([a-z]+):", (ROOT / "Makefile").read_text(encoding="utf-8"), re.M)
    assert made <= set(targets)


# The hooks before a commit


def test_the_hooks_are_our_own_and_fetch_nothing():
    assert [repo["repo"] for repo in HOOKS["repos"]] == ["local"]
    for hook in HOOKS["repos"][0]["hooks"]:
        assert set(hook) == {"id", "name", "entry", "language", "pass_filenames"}  # as pre-commit has them
        assert hook["language"] == "system"
        assert hook["pass_filenames"] is False


# How to cite


def test_the_citation_is_of_this_version():
    cited = yaml.safe_load(CITATION.read_text(encoding="utf-8"))
    assert cited["version"] == textkit.__version__
    assert cited["license"] == PROJECT["license"]
    assert cited["authors"] == PROJECT["authors"]


# The lowest versions


def lowest_needs():
    """What textkit runs and is built with: only the tools of those who work on it may be newer."""
    extras = PROJECT["optional-dependencies"]
    groups = [
        PROJECT["dependencies"],
        *(extras[name] for name in extras if name not in ("dev", "grading", "lite")),
    ]
    return [Requirement(line) for lines in groups for line in lines]


@pytest.mark.parametrize("need", lowest_needs(), ids=lambda need: need.name)
def test_the_lowest_lock_holds_the_lowest_version_that_is_allowed(need):
    (bound,) = need.specifier
    assert bound.operator == ">="
    (pinned,) = re.findall(rf"^{re.escape(canonicalize_name(need.name))}==(\S+)", LOWEST, re.M)
    assert Version(pinned) == Version(bound.version), "the lock is out of date: make lock"


# The Makefile


@pytest.mark.skipif(shutil.which("make") is None, reason="no make on this machine")
@pytest.mark.parametrize("moved", [False, True])
def test_a_project_that_has_been_moved_is_set_up_again(moved, tmp_path):
    for name in ("requirements.lock", "pyproject.toml", "Makefile"):
        shutil.copy(ROOT / name, tmp_path / name)
    (tmp_path / ".venv").mkdir()
    (tmp_path / ".venv" / ".ready").write_text(f"{'/elsewhere' if moved else tmp_path}\n")
    command = ["make", "--dry-run", "lab"]
    planned = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, check=True)
    assert ("Setting up .venv" in planned.stdout) == moved
    assert "-m textkit lab" in planned.stdout


def test_the_readme_can_be_read_in_a_few_minutes():
    assert len((ROOT / "README.md").read_text(encoding="utf-8").split()) <= 900
