"""What holds for all tests, and what they say at their end: a table of the notebooks by the articles."""

import pytest
from hypothesis import settings

# A busy machine is no reason to fail.
settings.register_profile("unhurried", deadline=None)
settings.load_profile("unhurried")


def pytest_addoption(parser):
    parser.addoption("--full", action="store_true", help="take the notebooks through all texts of tests/")


def pytest_configure(config):
    config.addinivalue_line("markers", "full: left out without --full, for its time")


def pytest_collection_modifyitems(config, items):
    if not config.getoption("--full"):
        left_out = [item for item in items if item.get_closest_marker("full")]
        config.hook.pytest_deselected(items=left_out)
        items[:] = [item for item in items if not item.get_closest_marker("full")]


@pytest.fixture(autouse=True)
def the_projects_own_article(monkeypatch):
    """The tests are about the article in seeds/, whatever a class uses in this folder (see `use_article`)."""
    monkeypatch.setenv("TEXTKIT_ARTICLE", "seeds/nato_article.txt")


MATRIX = "test_a_notebook_runs_to_its_end_on_every_article"


def pytest_terminal_summary(terminalreporter):
    """Print which notebook reached its end on which article, and how many exercises are live there."""
    cells: dict[tuple[str, str], str] = {}
    for outcome in ("passed", "failed"):
        for report in terminalreporter.getreports(outcome):
            row = dict(report.user_properties)
            if MATRIX in report.nodeid and report.when == "call" and row:
                cell = row["live"] if outcome == "passed" else "FAILED"
                cells[row["notebook"], row["article"]] = cell
    if not cells:
        return
    notebooks = list(dict.fromkeys(notebook for notebook, _ in cells))
    articles = list(dict.fromkeys(article for _, article in sorted(cells, key=lambda key: key[1] != "nato")))
    widths = [max(len(article), 6) for article in articles]
    terminalreporter.section("notebooks by articles: both forms run to their end; exercises live of all")
    lines = [["", *articles], *([name, *(cells.get((name, a), "") for a in articles)] for name in notebooks)]
    for first, *rest in lines:
        cells_of_line = (f"{cell:>{width}}" for cell, width in zip(rest, widths, strict=True))
        terminalreporter.write_line(f"{first:<32}" + "  ".join(cells_of_line))
