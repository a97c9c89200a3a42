import json
import re
import tomllib
from pathlib import Path

import pytest
import yaml
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name
from rattler import MatchSpec
from rattler.exceptions import InvalidMatchSpecError

ROOT = Path(__file__).parents[1]
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
ENVIRONMENT = yaml.safe_load((ROOT / "environment.yml").read_text(encoding="utf-8"))
LOCKS = {file.name: file.read_text("utf-8") for file in sorted(ROOT.glob("requirements*.lock"))}

# Where conda-forge's name is another one than PyPI's.
CONDA_NAMES = {"matplotlib": "matplotlib-base"}

CONDA_SPECS = [spec for spec in ENVIRONMENT["dependencies"] if isinstance(spec, str)]
DEPENDENCIES = [Requirement(line) for line in PROJECT["dependencies"]]
EXTRAS = {
    extra: [Requirement(line) for line in lines] for extra, lines in PROJECT["optional-dependencies"].items()
}
STUDENT = DEPENDENCIES + EXTRAS["course"] + EXTRAS["build"]
ALL = DEPENDENCIES + [need for needs in EXTRAS.values() for need in needs]


def conda_versions():
    """The version that each package of environment.yml has to have, as written there."""
    specs = [MatchSpec(spec, strict=True) for spec in CONDA_SPECS]
    return {spec.name.normalized: spec.version and str(spec.version) for spec in specs}


# environment.yml


@pytest.mark.parametrize("spec", CONDA_SPECS)
def test_conda_spec_is_well_formed(spec):
    assert MatchSpec(spec, strict=True).name


@pytest.mark.parametrize("spec", ["pandas>=>2", "pandas>=2.1,", "pandas=>2", "pan das>=2"])
def test_malformed_conda_spec_is_noticed(spec):
    with pytest.raises(InvalidMatchSpecError):
        MatchSpec(spec, strict=True)


def test_environment_and_project_name_the_same_packages_and_bounds():
    expected = {
        CONDA_NAMES.get(need.name, need.name): str(need.specifier) for need in DEPENDENCIES + EXTRAS["course"]
    }
    found = conda_versions()
    assert found.pop("python") == PROJECT["requires-python"]
    assert found.pop("pip") is None
    assert found == expected


def test_environment_installs_the_package_itself_and_nothing_else_with_pip():
    (pip,) = [entry for entry in ENVIRONMENT["dependencies"] if not isinstance(entry, str)]
    assert pip == {"pip": ["-e ."]}


def test_environment_takes_everything_from_conda_forge():
    assert ENVIRONMENT["name"] == "textkit"
    assert ENVIRONMENT["channels"] == ["conda-forge", "nodefaults"]


# The locks


def pins(lock):
    """Every pinned package of a lock: name, version and the lines below it."""
    blocks = re.split(r"^(?=[A-Za-z0-9])", LOCKS[lock], flags=re.MULTILINE)
    found = [re.match(r"([\w.-]+)==([\w.!+]+)(?: ;[^\n]+)? \\\n", block) for block in blocks[1:]]
    assert None not in found, "a line of the lock pins no version"
    return [(pin[1], pin[2], pin.string[pin.end() :]) for pin in found]


@pytest.mark.parametrize("lock", LOCKS)
def test_lock_names_no_host(lock):
    assert "://" not in LOCKS[lock]
    for option in ("--index-url", "--extra-index-url", "--find-links", "--trusted-host"):
        assert option not in LOCKS[lock]


@pytest.mark.parametrize("lock", LOCKS)
def test_every_pin_has_hashes(lock):
    for name, _, below in pins(lock):
        hashes = [line for line in below.splitlines() if not line.strip().startswith("#")]
        assert hashes, name
        assert all(re.fullmatch(r"    --hash=sha256:[0-9a-f]{64}( \\)?", line) for line in hashes), name


@pytest.mark.parametrize(("lock", "needs"), [("requirements.lock", STUDENT), ("requirements-dev.lock", ALL)])
def test_lock_holds_every_dependency_in_a_version_that_is_allowed(lock, needs):
    for need in needs:
        versions = [version for name, version, _ in pins(lock) if name == canonicalize_name(need.name)]
        assert versions, need
        assert all(need.specifier.contains(version) for version in versions), need


def test_the_two_locks_agree_where_both_pin():
    everything = {(name, version) for name, version, _ in pins("requirements-dev.lock")}
    assert {(name, version) for name, version, _ in pins("requirements.lock")} <= everything


@pytest.mark.parametrize("extra", ["corpus", "grading"])
def test_a_student_does_not_install_an_extra(extra):
    pinned = {name for name, _, _ in pins("requirements.lock")}
    assert not pinned & {canonicalize_name(need.name) for need in EXTRAS[extra]}


# The container for development


def test_the_container_is_made_by_the_makefile():
    made = json.loads((ROOT / ".devcontainer" / "devcontainer.json").read_text(encoding="utf-8"))
    assert set(made) == {"name", "image", "postCreateCommand", "customizations"}  # as containers.dev has them
    assert set(made["customizations"]["vscode"]) == {"extensions", "settings"}
    target = made["postCreateCommand"].removeprefix("make ")
    assert re.search(rf"^DEV := {re.escape(target)}#", (ROOT / "Makefile").read_text(encoding="utf-8"), re.M)
