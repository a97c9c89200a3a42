"""The case file: what a student claims at the end of each chapter, in a file that is the student's own.

It is a Markdown file in the folder of the notebooks. Lines are only ever added, so it can be opened, edited
and kept like any other text.
"""

import datetime
import re
from pathlib import Path

from textkit.course.progress import Note
from textkit.course.series import chapter_names, chapter_title
from textkit.course.verdicts import show
from textkit.writing import write_file

CASE_FILE = "case_file.md"
"""The name of the file, in the folder of the notebooks."""
QUESTION = "Whose words does this article let us hear, and what do they make of it?"
"""The question of the series."""
_HEAD = f"# My case file\n\n*{QUESTION}*\n"
_HEADING = re.compile(r"^## (.*\S)", re.M)
_LINE = re.compile(r"^- (?:(\d{4}-\d\d-\d\d): )?(.*)$", re.M)


class CaseFile:
    """The case file in a folder.

    Attributes:
        path: of the file.

    >>> CaseFile(Path("no_such_folder")).last_lines()
    {}
    """

    def __init__(self, folder: Path) -> None:
        """Take the folder; the file need not be there yet."""
        self.path = folder / CASE_FILE

    def text(self) -> str:
        """Return what the file holds, "" if it is not there.

        Raises:
            ValueError: it is not text in UTF-8.
        """
        if not self.path.exists():
            return ""
        try:
            return self.path.read_bytes().decode("utf-8-sig").replace("\r\n", "\n")
        except UnicodeDecodeError as error:
            raise ValueError(
                f"{str(self.path)!r} is not in UTF-8, so nothing was added to it. Save it in UTF-8, or "
                "move it away: then a new one is begun."
            ) from error

    def add(self, chapter: str, words: str, day: datetime.date) -> bool:
        """Add a line to a chapter's part; return whether it is new there.

        Args:
            chapter: its name, such as "frequency".
            words: what to keep; line ends and runs of spaces become single spaces.
            day: the day that is put before it.
        """
        text = self.text() or _HEAD
        line = " ".join(words.split())
        begin, end = self._part(text, chapter)
        if any(said == line for _, said in _LINE.findall(text[begin:end])):
            return False
        added = f"- {day.isoformat()}: {line}\n"
        if begin == end:  # the chapter has no part yet
            added = f"\n## {chapter_title(chapter)}\n\n{added}"
        before = text[:end].rstrip("\n") + "\n"
        after = f"\n{text[end:]}" if text[end:] else ""
        write_file(self.path, (before + added + after).encode("utf-8"))
        return True

    def last_lines(self) -> dict[str, str]:
        """Return the last line of each chapter that has one, by the chapter's name, in the series' order."""
        text, found = self.text(), {}
        for chapter in chapter_names():
            begin, end = self._part(text, chapter)
            if lines := _LINE.findall(text[begin:end]):
                found[chapter] = lines[-1][1]
        return found

    @staticmethod
    def _part(text: str, chapter: str) -> tuple[int, int]:
        """Return where a chapter's part begins and ends; where it belongs, twice, if it is not there.

        Parts are found by their titles: a chapter's number may change, and a student's file stays.
        """
        places = {chapter_title(name): place for place, name in enumerate(chapter_names())}
        headings = list(_HEADING.finditer(text))
        ends = [*(heading.start() for heading in headings[1:]), len(text)]
        for heading, end in zip(headings, ends, strict=False):
            if heading[1] == chapter_title(chapter):
                return heading.start(), end
        later = (h.start() for h in headings if places.get(h[1], -1) > places[chapter_title(chapter)])
        place = next(later, len(text))
        return place, place


def kept(words: object, chapter: str) -> Note:
    """Add a line to the case file in the current folder, and say what happened.

    Args:
        words: the student's sentence. Something else, or the blank, adds nothing.
        chapter: the chapter that it belongs to.

    Returns:
        A Note: the line was kept, or was there already, or why nothing was added.
    """
    if not isinstance(words, str):
        return Note('A line for the case file is a text, in quotation marks: keep("…"). Nothing was added.')
    if not re.search(r"\w", words):
        return Note("Write your sentence in place of the three dots, then run the cell again.")
    try:
        new = CaseFile(Path.cwd()).add(chapter, words, datetime.date.today())
    except (OSError, ValueError) as error:
        return Note(f"Your line could not be kept. {error} Keep a copy of it elsewhere.")
    if not new:
        return Note(f"That line is in {CASE_FILE} already.")
    return Note(f"Kept in {CASE_FILE}. case_file() shows all that you have kept.")


def case_file() -> None:
    """Show the case file of the current folder: all that `keep` has kept.

    Returns:
        Nothing: its text, or a sentence if there is none yet, is shown below the cell.

    >>> case_file()  # doctest: +SKIP
    # My case file
    """
    try:
        text = CaseFile(Path.cwd()).text()
    except (OSError, ValueError) as error:
        text = str(error)
    show(Note(text or f"Nothing has been kept yet: there is no {CASE_FILE} in this folder."))
