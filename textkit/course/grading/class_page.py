"""The page for the next lesson: who has come how far, and what the class thinks."""

import hashlib
import html
import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from textkit.course.chapters import open_chapter
from textkit.course.grading.judge import Graded
from textkit.course.grading.results import SIGNS, code_of, css, page, remarks
from textkit.course.series import chapter_names, chapter_title, notebooks_folder, numbers, two_digits
from textkit.course.verdicts import QUESTION, RIGHT, as_html

_TO_TALK_ABOUT = 3
_LONGEST_EXAMPLE = 600  # characters
_BULLET = re.compile(r"^- .*(?:\n  .*)*", re.M)
_BLOCK = re.compile(r"^(?:\|.*|(?![-#|\n]).+(?:\n(?![-#|\n]).+)*)", re.M)  # a row of a table, or a paragraph
_SHORTEST_NAME = 3  # letters of a part of a name that is taken out of an answer


@dataclass(frozen=True)
class Misconception:
    """What some of the class have in common at an exercise.

    Attributes:
        exercise: its name.
        cause: the name of the mistake, None for answers that no known mistake explains.
        students: those who gave such an answer.
    """

    exercise: str
    cause: str | None
    students: tuple[Graded, ...]


def misconceptions(class_: Sequence[Graded]) -> list[Misconception]:
    """Return what came up in a class, most frequent first; what nothing explains comes last."""
    found: dict[tuple[str, str | None], list[Graded]] = {}
    for graded in class_:
        for name, verdict in graded.verdicts.items():
            if verdict.state == QUESTION:
                found.setdefault((name, verdict.cause), []).append(graded)
    listed = [Misconception(name, cause, tuple(who)) for (name, cause), who in found.items()]
    return sorted(listed, key=lambda one: (one.cause is None, -len(one.students)))


def class_page(class_: Sequence[Graded], *, anonymous: bool) -> str:
    """Return the page of a class.

    Args:
        class_: what came of each submission.
        anonymous: show no names, and students in no order of theirs.

    Returns:
        The page, a section for each chapter.
    """
    parts = ["<h1>What the class thinks</h1>"]
    for chapter in chapter_names():
        here = [graded for graded in class_ if graded.submission.chapter == chapter and graded.verdicts]
        if here:
            parts.append(_chapter(chapter, here, anonymous))
    lost = [graded for graded in class_ if not graded.verdicts]
    if lost and anonymous:  # the sentences name files, and files bear names
        parts.append(f"<h2>Not graded</h2><p>{len(lost)}: grades.csv says why.</p>")
    elif lost:
        parts.append("<h2>Not graded</h2><ul>")
        for graded in lost:
            who, why = html.escape(graded.submission.student), html.escape(" ".join(remarks(graded)))
            parts.append(f"<li>{who}: {why}</li>")
        parts.append("</ul>")
    return page("What the class thinks", "\n".join(parts))


def _chapter(chapter: str, class_: list[Graded], anonymous: bool) -> str:
    found = misconceptions(class_)
    hidden = _names([graded.submission.student for graded in class_]) if anonymous else None
    title = f"{two_digits(chapter_names().index(chapter))} {chapter_title(chapter)}"
    parts = [f"<h2>{html.escape(title)}</h2>", _to_talk_about(found), _table(class_, anonymous)]
    for name, task in open_chapter(chapter, {}).exercises.items():
        here = "".join(_said(one, hidden) for one in found if one.exercise == name)
        states = Counter(graded.verdicts[name].state for graded in class_)
        count = ", ".join(f"{states[state]} {state.removeprefix('a ')}" for state in SIGNS if states[state])
        parts.append(
            f"<h3>{numbers()[name]} {html.escape(task.title)} <code>{name}</code></h3>"
            f'<p>{count}.</p><div class="beside"><div>{here}</div>{_page_of(chapter, name)}</div>'
        )
    return "\n".join(parts)


def _to_talk_about(found: list[Misconception]) -> str:
    first = [
        f"<strong>{numbers()[one.exercise]} {_named(one)}</strong> ({len(one.students)})"
        for one in found[:_TO_TALK_ABOUT]
    ]
    return f"<p>To talk about: {'; '.join(first)}.</p>" if first else "<p>Nothing went wrong here.</p>"


def _named(one: Misconception) -> str:
    return html.escape(one.cause) if one.cause else f"other answers to <code>{one.exercise}</code>"


def _names(students: list[str]) -> re.Pattern[str]:
    """Return what finds the students' names, and the parts of them, in what somebody has written."""
    parts = {part for student in students for part in re.split(r"[\W_]+", student)}
    names = {*students, *(part for part in parts if len(part) >= _SHORTEST_NAME)}
    either = "|".join(re.escape(html.escape(name)) for name in sorted(names, key=len, reverse=True))
    return re.compile(rf"(<[^>]*>)|(?<![^\W_])(?:{either})(?![^\W_])", re.I)  # a tag stays


def _said(one: Misconception, hidden: re.Pattern[str] | None) -> str:
    """Return a mistake with the shortest answer that has it, and what the check asked."""
    example = min(one.students, key=lambda graded: len(code_of(graded, one.exercise)) or 10**6)
    people = f"{len(one.students)} student{'' if len(one.students) == 1 else 's'}"
    code = code_of(example, one.exercise, _LONGEST_EXAMPLE)
    asked = f"<p>{as_html(example.verdicts[one.exercise].message)}</p>"
    if hidden:  # a student may have written a name into the answer
        code, asked = (hidden.sub(lambda at: at[1] or "…", shown) for shown in (code, asked))
    return f"<section><h4>{_named(one)}: {people}</h4>{code}{asked}</section>"


def _table(class_: list[Graded], anonymous: bool) -> str:
    names = list(class_[0].verdicts)
    if anonymous:
        class_ = sorted(
            class_, key=lambda graded: hashlib.sha256(graded.submission.student.encode()).digest()
        )
    head = "".join(f'<th scope="col">{numbers()[name]}<br><code>{name}</code></th>' for name in names)
    rows = []
    for number, graded in enumerate(class_, start=1):
        who = str(number) if anonymous else html.escape(graded.submission.student)
        cells = "".join(_state(graded.verdicts[name].state) for name in names)
        rows.append(f'<tr><th scope="row">{who}</th>{cells}<td>{graded.points:g}</td></tr>')
    right = [sum(graded.verdicts[name].state == RIGHT for graded in class_) for name in names]
    foot = "".join(f"<td>{count} of {len(class_)}</td>" for count in right)
    return (
        '<div class="wide"><table><thead><tr><th scope="col">student</th>'
        f'{head}<th scope="col">points</th></tr></thead><tbody>{"".join(rows)}</tbody>'
        f'<tfoot><tr><th scope="row">right</th>{foot}<td></td></tr></tfoot></table></div>'
    )


def _state(state: str) -> str:
    return (
        f'<td class="{css(state)}">{SIGNS[state]}&nbsp;{state.removeprefix("a ").replace(" ", "&nbsp;")}</td>'
    )


@cache
def _page_of(chapter: str, name: str) -> str:
    """Return what the instructor's page says of an exercise, where it is at hand."""
    file = notebooks_folder() / "chapters" / chapter / "teaching.md"
    text = file.read_text(encoding="utf-8") if file.is_file() else ""
    said = [bullet[2:] for bullet in _BULLET.findall(text) if f"`{name}`" in bullet]
    # Where students seldom go wrong there is no bullet, but a place in the plan or a paragraph.
    said = said or [block.strip("| ") for block in _BLOCK.findall(text) if f"`{name}`" in block]
    plain = (" ".join(one.replace("*", "").replace(" | ", " min: ", 1).split()) for one in said)
    paragraphs = "".join(f"<p>{as_html(one)}</p>" for one in plain)
    return f"<aside><h4>The instructor's page</h4>{paragraphs}</aside>" if said else ""
