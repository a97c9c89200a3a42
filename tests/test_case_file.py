"""The case file: what a student has kept is never lost."""

import datetime

import pytest

from textkit.course import begin, case_file, keep
from textkit.course.casefile import CASE_FILE, QUESTION, CaseFile, kept

MONDAY, TUESDAY = datetime.date(2026, 11, 23), datetime.date(2026, 11, 24)


@pytest.fixture
def folder(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    return CaseFile(tmp_path)


def test_a_line_stands_below_its_chapter_with_its_day_and_chapters_in_their_order(folder):
    assert folder.add("zipf", "A few words do most of the work.", MONDAY)
    assert folder.add("tokens", "To count is to choose.", TUESDAY)
    assert folder.text() == (
        f"# My case file\n\n*{QUESTION}*\n\n"
        "## Tokens\n\n- 2026-11-24: To count is to choose.\n\n"
        "## Zipf\n\n- 2026-11-23: A few words do most of the work.\n"
    )


def test_the_same_words_again_add_nothing_and_other_words_add_a_line(folder):
    assert folder.add("zipf", "First.", MONDAY)
    assert not folder.add("zipf", " First. ", TUESDAY)
    assert folder.add("zipf", "Second,\n  better.", TUESDAY)
    assert folder.text().endswith("- 2026-11-23: First.\n- 2026-11-24: Second, better.\n")
    assert folder.last_lines() == {"zipf": "Second, better."}


def test_what_a_student_has_written_between_the_lines_stays(folder):
    folder.add("tokens", "One.", MONDAY)
    folder.path.write_bytes(
        "\ufeff# Mine!\r\n\r\n## Zipf\r\n\r\nA note of my own.\r\n\r\n## Cats\r\n".encode()
    )
    folder.add("tokens", "One.", MONDAY)
    folder.add("zipf", "Two.", MONDAY)
    text = folder.text()
    assert text.startswith("# Mine!\n")
    assert "A note of my own.\n- 2026-11-23: Two.\n\n## Cats" in text
    assert folder.last_lines() == {"tokens": "One.", "zipf": "Two."}


@pytest.mark.parametrize("blank", ["…", "...", "  ", ..., None, 3])
def test_a_blank_keeps_nothing_and_says_so(folder, blank):
    assert "run the cell again" in repr(kept(blank, "zipf")) or "in quotation marks" in repr(
        kept(blank, "zipf")
    )
    assert not folder.path.exists()


def test_a_file_that_cannot_be_read_is_left_alone_and_named(folder):
    folder.path.write_bytes(b"caf\xe9")
    assert CASE_FILE in repr(kept("A claim.", "zipf"))
    assert folder.path.read_bytes() == b"caf\xe9"


def test_a_folder_in_the_place_of_the_file_is_said(folder):
    folder.path.mkdir()
    assert "could not be kept" in repr(kept("A claim.", "zipf"))


def test_keep_knows_the_chapter_that_is_open(folder, capsys):
    case_file()
    assert "Nothing has been kept yet" in capsys.readouterr().out
    begin("zipf", {})
    keep("Half of the words come up once.")
    keep("Half of the words come up once.")
    case_file()
    said = capsys.readouterr().out
    assert "Kept in case_file.md" in said
    assert "That line is in case_file.md already." in said
    assert "## Zipf" in said
