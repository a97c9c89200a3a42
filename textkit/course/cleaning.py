"""Text copied from a web page: take out what is plainly not the article, and list all of it."""

import re

import pandas as pd

from textkit.tokens import require_text, word_list

_LISTS = ("menu", "list of other articles")  # their wordings stand for more than a line
_MAY_QUOTE = ("link to another page", "image credit")  # elsewhere a quotation mark means: the article's
_DECORATION = " \t\r\xa0\u200b*•·|<>‹›«»▶►→←#_–—-"
_SEPARATORS = re.compile(r"\s*[|•·/>›»]\s*|\t+|\s{2,}")
_ENDS = (".", "!", "?", "…")
_GOES_ON = (":", ";", ",")
_LONG = 200  # characters: no title of another article is longer
_FEW = 4  # words: a shorter line may come again, such as the name of who answers


def clean_page(text: str) -> tuple[str, pd.DataFrame]:
    r"""Take out of a text what the web page around the article has left in it.

    That is: advertisements, buttons, menus, cookie notices, image credits, subscription boxes, links to and
    lists of other articles, and titles that are repeated. The wordings, all English, are in the file
    words/page_furniture.txt. A line is taken out whole or kept as it is. One that ends as a sentence goes
    only if the page plainly speaks of itself, so what is in doubt stays: read what is left.

    Args:
        text: any text; what is between two newlines is a line.

    Returns:
        The text without these lines, and a row for each of them, in the order of the text: line (its
        number, from 1), text (the line) and why. Together they hold every line of the text.

    Raises:
        TypeError: `text` is not a string.

    >>> text, taken_out = clean_page("Share this article\nRain fell.\nRead more: Is it over?\nNobody came.")
    >>> print(text)
    Rain fell.
    Nobody came.
    >>> taken_out
       line                    text                   why
    0     1      Share this article        sharing button
    1     3  Read more: Is it over?  link to another page
    >>> clean_page("Rain fell.")[1].columns.tolist()
    ['line', 'text', 'why']
    """
    require_text(text, "clean_page")
    lines = text.split("\n")
    bare = [_bare(line) for line in lines]
    wrapped = [
        line[:1].islower() or after[:1].islower() for line, after in zip(bare, [*bare[1:], ""], strict=True)
    ]
    why = [None if within else _furniture(line) for line, within in zip(bare, wrapped, strict=True)]
    _take_menus(bare, why)
    _take_lists(bare, wrapped, why)
    _take_repeated(bare, wrapped, why)
    rows = [(n, line, reason) for n, (line, reason) in enumerate(zip(lines, why, strict=True), 1) if reason]
    report = pd.DataFrame(rows, columns=["line", "text", "why"])
    kept = [line for line, reason in zip(lines, why, strict=True) if not reason]
    return "\n".join(kept), report.astype({"line": "int64", "text": "str", "why": "str"})


def _bare(line: str) -> str:
    """Return what a line says: without bullets and the like around it, with single spaces."""
    return " ".join(line.strip(_DECORATION).replace("’", "'").split())


def _ends_a_sentence(line: str) -> bool:
    return line.rstrip("\"'”»)]").endswith(_ENDS)


def _pattern(wordings: list[str]) -> re.Pattern[str]:
    """Return the pattern of the lines that one of the wordings fits."""
    pieces = []
    for wording in wordings:
        words = re.escape(wording.rstrip(".")).replace("0", r"\d[\d.,]*k?").replace("…", ".{1,300}")
        pieces.append(words + "[.!?…]?" if wording.endswith(".") else words + r"(?<![.!?…])")
    return re.compile("|".join(pieces), re.IGNORECASE)


def _read_wordings() -> dict[str, list[str]]:
    """Read the wordings, each under its reason."""
    wordings: dict[str, list[str]] = {}
    for entry in word_list("page_furniture"):
        if entry.startswith("["):
            reason = entry.strip("[]")
            wordings[reason] = []
        else:
            wordings[reason].append(entry)
    return wordings


_WORDINGS = {reason: _pattern(wordings) for reason, wordings in _read_wordings().items()}


def _furniture(line: str) -> str | None:
    """Say why a line is no part of the article, or None."""
    for reason, pattern in _WORDINGS.items():
        if reason in _LISTS or (reason not in _MAY_QUOTE and re.search('["“”„]', line)):
            continue
        if pattern.fullmatch(line):
            return reason
    pieces = _SEPARATORS.split(line)
    breadcrumb = pieces[0].lower() == "home" and not _ends_a_sentence(line)
    if len(pieces) >= 3 and (breadcrumb or all(_is_of_menu(piece) for piece in pieces)):
        return "menu"
    return None


def _is_of_menu(line: str) -> bool:
    return bool(_WORDINGS["menu"].fullmatch(line))


def _take_menus(bare: list[str], why: list[str | None]) -> None:
    """Take out three words of a menu or more, one after the other."""
    run: list[int] = []
    for n, line in enumerate([*bare, "the end."]):
        if line and _is_of_menu(line):
            run.append(n)
        elif line and not (n < len(why) and why[n]):  # empty lines and other furniture do not part a menu
            if len(run) >= 3:
                for at in run:
                    why[at] = "menu"
            run = []


def _take_lists(bare: list[str], wrapped: list[bool], why: list[str | None]) -> None:
    """Take out the heads of lists of other articles, and the titles in them.

    At the end of the page all titles belong to the list. Where the article goes on, the list ends at an
    empty line; if that does not tell, its last line is kept, as it may be a heading of the article.
    """
    for n, line in enumerate(bare):
        if why[n] or wrapped[n] or not _WORDINGS["list of other articles"].fullmatch(line):
            continue
        end = n + 1
        while end < len(bare) and (not bare[end] or why[end] or (_is_title(bare[end]) and not wrapped[end])):
            end += 1
        titles = [at for at in range(n + 1, end) if bare[at] and not why[at]]
        if end < len(bare):
            gaps = [at for at in range(n + 1, end) if not bare[at]]
            titles = [at for at in titles if at < gaps[0]] if gaps and gaps[0] > n + 1 else titles[:-1]
        if titles or end == len(bare):
            for at in [n, *titles]:
                why[at] = "list of other articles"


def _is_title(line: str) -> bool:
    return len(line) <= _LONG and not _ends_a_sentence(line) and not line.endswith(_GOES_ON)


def _take_repeated(bare: list[str], wrapped: list[bool], why: list[str | None]) -> None:
    """Take out a title or caption that stands in an earlier line already."""
    first: dict[str, int] = {}
    for n, line in enumerate(bare):
        if why[n] or wrapped[n] or len(line.split()) < _FEW or not _is_title(line):
            continue
        if line in first:
            why[n] = f"repeats line {first[line]}"
        first.setdefault(line, n + 1)
