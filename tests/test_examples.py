"""The example scripts run as a reader would run them, from the project's folder."""

import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
EXAMPLES = sorted((ROOT / "examples").glob("*.py"))


def run(name, *arguments):
    done = subprocess.run(
        [sys.executable, ROOT / "examples" / name, *map(str, arguments)],
        capture_output=True, text=True, encoding="utf-8", cwd=ROOT,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    assert done.stderr == ""
    return done.stdout


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda file: file.name)
def test_an_example_is_short_and_says_how_to_run_it(example):
    source = example.read_text(encoding="utf-8")
    assert 10 <= len(source.splitlines()) <= 30
    assert f"python examples/{example.name}" in source


def test_words_of_the_week_names_what_is_new(tmp_path):
    for week, text in {"this": "flood flood flood and rain", "last": "sun and sun and sun and rain"}.items():
        (tmp_path / week).mkdir()
        (tmp_path / week / "monday.txt").write_text(text, encoding="utf-8")
    printed = run("words_of_the_week.py", tmp_path / "this", tmp_path / "last")
    assert printed.split() == ["flood", "3", "times,", "last", "week", "0"]


def test_most_quoted_names_speakers_with_their_longest_quote(tmp_path):
    (tmp_path / "a.txt").write_text("“We won’t go,” said Ann Lee. “No,” she said.", encoding="utf-8")
    printed = run("most_quoted.py", tmp_path)
    assert printed.startswith("Ann Lee: 2 quotes, 4 words, in 1 texts\n    “We won’t go,”")


def test_chart_for_a_report_draws_and_describes(tmp_path):
    printed = run("chart_for_a_report.py", "seeds/nato_article.txt", tmp_path / "words.png")
    assert "“nato” (14)" in printed
    assert (tmp_path / "words.png").read_bytes().startswith(b"\x89PNG")


def test_every_example_is_tested():
    assert {file.name for file in EXAMPLES} == {
        "words_of_the_week.py", "most_quoted.py", "chart_for_a_report.py"
    }  # fmt: skip
