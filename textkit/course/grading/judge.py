"""The judge: runs a notebook in a box, reads the answers that come out of it, and says what they are worth.

Nothing of what a student wrote runs here. The judge has the checks and the class's article; the box has
neither the checks nor a way to say a score.
"""

import time
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from functools import cache
from typing import Any

from textkit.article import Article
from textkit.course.chapters import Chapter, given_cells, open_chapter
from textkit.course.errors import StudentError
from textkit.course.grading.box import GRACE, SECONDS_ALL, SECONDS_OF_CALL, Box, BoxError, Kit
from textkit.course.grading.submissions import Submission
from textkit.course.grading.values import Reader, UnreadableError, Writer, clean_text
from textkit.course.judging import Record, asked_names, judge, nothing_here
from textkit.course.series import CHECK
from textkit.course.verdicts import NOT_HERE, Verdict, not_yet, question

OWN_TEXT = "your_own_article"
"""The chapter that a student may do on a text of their own; all others are judged on the class's."""
MOST_RUNS = 4  # a cell that ends Python costs another run, without it
MOST_CHECKS = 500  # of a run
_LONGEST_CAUSE = 60


@dataclass
class Graded:
    """What came of a submission.

    Attributes:
        submission: what was handed in.
        verdicts: on each exercise, by name.
        remarks: sentences for the teacher.
        seconds: how long it took.
    """

    submission: Submission
    verdicts: dict[str, Verdict] = field(default_factory=dict)
    remarks: list[str] = field(default_factory=list)
    seconds: float = 0.0

    @property
    def points(self) -> float:
        """The points: one for a right exercise, a part for a part."""
        return round(sum(round(verdict.credit, 2) for verdict in self.verdicts.values()), 2)


class Judge:
    """Judges one submission."""

    def __init__(self, submission: Submission, article: Article, kit: Kit, place: int = 0) -> None:
        """Take what was handed in, the class's article, what all boxes have, and which of them this is."""
        assert submission.notebook
        self.notebook = submission.notebook
        self.graded = Graded(submission)
        self.class_article = self.article = article
        self.kit, self.place = kit, place
        opened = open_chapter(self.notebook.chapter, {})
        self.chapter: Chapter = replace(opened, state=cache(opened.state))
        self._given = given_cells(self.notebook.chapter)
        self._reached: set[str] = set()
        self._ended: BoxError | None = None
        self._over = 0.0

    def grade(self) -> Graded:
        """Run the notebook, again without a cell that ends it, and judge what comes out."""
        begun = time.monotonic()
        self._over = begun + SECONDS_ALL
        cells: list[str | None] = list(self.notebook.code)
        for _ in range(MOST_RUNS):
            ended, number = self._run(cells)
            if ended is None:
                break
            if not 0 <= number < len(cells) or cells[number] is None:
                self.graded.remarks.append(f"It could not be run to its end. {ended}")
                break
            self._lost(number, ended)
            cells[number] = None
            if time.monotonic() > self._over:
                self.graded.remarks.append(f"It took more than {SECONDS_ALL:.0f} seconds in all.")
                break
        self._fill_in()
        self.graded.seconds = time.monotonic() - begun
        return self.graded

    def _run(self, cells: list[str | None]) -> tuple[BoxError | None, int]:
        """Run cells in a box; return what ended it and in which cell, or None if it came to its end."""
        asked = {name: asked_names(task) for name, task in self.chapter.exercises.items()}
        task = {"cells": cells, "asked": asked, "files": self._files()}
        current, checks, self._ended = -1, 0, None
        box = Box(self.kit, self.place, task)
        try:
            while True:
                left = self._over - time.monotonic()
                if left <= 0:  # also for a box that never stops sending
                    raise BoxError("It ran too long.")
                message = box.receive(min(self.kit.seconds + GRACE, left))
                if message.get("end"):
                    return None, current
                if isinstance(message.get("cell"), int):
                    current = message["cell"]
                elif isinstance(message.get("stopped"), int):
                    self._stopped(message)
                elif message.get("check") in self.chapter.exercises and checks < MOST_CHECKS:
                    checks += 1
                    self._judge(message["check"], message.get("values"), box)
                    if self._ended:
                        raise self._ended
                    box.send({"go": True})
                else:
                    raise BoxError("It wrote into the line that is for the answers alone.")
        except BoxError as error:
            return error, current
        finally:
            box.close()

    def _files(self) -> dict[str, str]:
        """Return the texts that came with the notebook, where the chapter wants one."""
        if self.notebook.chapter != OWN_TEXT:
            return {}
        return {name: text for name, text in self.graded.submission.texts.items() if "/" not in name}

    def _judge(self, name: str, values: Any, box: Box) -> None:
        """Judge the answer to an exercise."""
        task = self.chapter.exercises[name]
        reader = Reader(lambda number, called: self._function(number, called, box))
        read = {}
        try:
            if not isinstance(values, dict):
                raise UnreadableError("It is not written as values are.")
            for asked in {"article", *asked_names(task)} & set(values):
                read[asked] = reader.read(values[asked])
        except UnreadableError as error:
            self._say(name, question(f"The answer cannot be read. {error}", "other kind"))
            return
        self._take_article(read.get("article"))
        record = Record(read, source=self.notebook.cell_of(name), given=self._given.get(name, ""))
        self._say(name, judge(task, record, self.article, self.chapter.state))

    def _take_article(self, article: Any) -> None:
        """Work on the student's own text in the chapter that asks for one; else say so if it is another."""
        text = getattr(article, "text", None)
        if text is None or text == self.article.text:
            return
        if self.notebook.chapter == OWN_TEXT and self._can_be_read(article):
            self.article = article
            said = f"It works on a text of its own, of {len(text.split())} words."
        else:
            said = "It works on another text than the class's, and is judged on the class's."
        if said not in self.graded.remarks:
            self.graded.remarks.append(said)

    def _can_be_read(self, article: Article) -> bool:
        try:
            self.chapter.state(article)
        except Exception:  # a text may be of any kind, and an Article may be put together by hand
            return False
        return True

    def _function(self, number: int, name: str, box: Box) -> Callable[..., Any]:
        """Return what calls a student's function in the box."""

        def function(*arguments: Any) -> Any:
            if self._ended:
                raise StudentError(f"{self._ended} That was when your function was called.", "ended")
            box.send({"call": number, "arguments": Writer().write(list(arguments))})
            try:
                reply = box.receive(SECONDS_OF_CALL + GRACE)
                if "value" in reply:
                    inner = Reader(lambda other, called: self._function(other, called, box))
                    return inner.read(reply["value"])
            except BoxError as error:
                self._ended = error
                raise StudentError(f"{error} That was when your function was called.", "ended") from error
            except UnreadableError as error:
                raise StudentError(f"{error} That is what your function gave back.", "other kind") from None
            sentence = _text(reply.get("error"))  # the box's own
            raise StudentError(sentence, _cause(reply.get("cause")))

        function.__name__ = name
        return function

    def _say(self, name: str, verdict: Verdict) -> None:
        self._reached.add(name)
        message = clean_text(verdict.message)
        self.graded.verdicts[name] = replace(verdict, message=message, about=None)

    def _stopped(self, message: dict[str, Any]) -> None:
        """Note what stopped a cell, for the exercises in it that were not reached."""
        number = message["stopped"]
        source = self.notebook.code[number] if 0 <= number < len(self.notebook.code) else ""
        for name in CHECK.findall(source):
            if name in self.chapter.exercises and name not in self._reached:
                said = question(_text(message.get("message")), _cause(message.get("cause")))
                self.graded.verdicts[name] = said

    def _lost(self, number: int, ended: BoxError) -> None:
        """Note which cell has ended the box."""
        source = self.notebook.code[number]
        names = [name for name in CHECK.findall(source) if name in self.chapter.exercises]
        where = f"the cell of {', '.join(names)}" if names else f"code cell {number + 1}"
        self.graded.remarks.append(f"It was run again without {where}. {ended}")
        for name in names:
            if name not in self._reached:
                self.graded.verdicts[name] = question(f"This cell was stopped. {ended}", "ended")

    def _fill_in(self) -> None:
        """Give each exercise its verdict, also where the article has nothing, and where nobody came."""
        reached, self.graded.verdicts = self.graded.verdicts, {}
        for name, task in self.chapter.exercises.items():
            verdict = reached.get(name)
            if not verdict or (not verdict.credit and verdict.state != NOT_HERE):
                lacking = nothing_here(task, self.article, self.chapter.state)
                verdict = lacking or verdict
            if not verdict:
                there = bool(self.notebook.cell_of(name))
                why = "the cell did not get that far" if there else "the notebook has no such line"
                verdict = not_yet(f'`check("{name}")` was not reached: {why}.')
            self.graded.verdicts[name] = verdict


def _text(said: Any) -> str:
    """Return a sentence that comes from the box, on one line."""
    clean = clean_text(said) if isinstance(said, str) else "It stopped."
    return " ".join("".join(sign if sign.isprintable() else " " for sign in clean[:2000]).split())


def _cause(said: Any) -> str | None:
    """Return a cause that comes from the box: the name of an exception, or of a known mistake."""
    return _text(said)[:_LONGEST_CAUSE] if isinstance(said, str) and said else None
