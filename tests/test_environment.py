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
LOCK = (ROOT / "requirements.lock").read_text(encoding="utf-8")

# Where conda-forge's name is another one than PyPI's.
CONDA_NAMES = {"matplotlib": "matplotlib-base"}

CONDA_SPECS = [spec for spec in ENVIRONMENT["dependencies"] if isinstance(spec, str)]
DEPENDENCIES = [Requirement(line) for line in PROJECT["dependencies"]]
DEV = [Requirement(line) for line in PROJECT["optional-dependencies"]["dev"]]


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
    expected = {CONDA_NAMES.get(need.name, need.name): str(need.specifier) for need in DEPENDENCIES}
    found = conda_versions()
    assert found.pop("python") == PROJECT["requires-python"]
    assert found.pop("pip") is None
    assert found == expected


def test_environment_installs_the_package_itself_and_nothing_else_with_pip():
    (pip,) = [entry for entry in ENVIRONMENT["dependencies"] if not isinstance(entry, str)]
    assert pip == {"pip": ["-e ."]}


def test_environment_takes_everything_from_conda_forge():
    assert ENVIRONMENT["name"] == PROJECT["name"]
    assert ENVIRONMENT["channels"] == ["conda-forge", "nodefaults"]


# requirements.lock


def pins():
    """Every pinned package of the lock: name, version and the lines below it."""
    blocks = re.split(r"^(?=[A-Za-z0-9])", LOCK, flags=re.MULTILINE)
    found = [re.match(r"([\w.-]+)==([\w.!+]+)(?: ;[^\n]+)? \\\n", block) for block in blocks[1:]]
    assert None not in found, "a line of the lock pins no version"
    return [(pin[1], pin[2], pin.string[pin.end() :]) for pin in found]


def test_lock_names_no_host():
    assert "://" not in LOCK
    for option in ("--index-url", "--extra-index-url", "--find-links", "--trusted-host"):
        assert option not in LOCK


@pytest.mark.parametrize("below", [pytest.param(pin[2], id=pin[0]) for pin in pins()])
def test_every_pin_has_hashes(below):
    hashes = [line for line in below.splitlines() if not line.strip().startswith("#")]
    assert hashes
    assert all(re.fullmatch(r"    --hash=sha256:[0-9a-f]{64}( \\)?", line) for line in hashes)


@pytest.mark.parametrize("need", DEPENDENCIES + DEV, ids=str)
def test_lock_holds_every_dependency_in_a_version_that_is_allowed(need):
    versions = [version for name, version, _ in pins() if name == canonicalize_name(need.name)]
    assert versions
    assert all(need.specifier.contains(version) for version in versions)
