"""Text copied from a web page: take out what is plainly not the article, and list all of it."""

import re
from collections.abc import Mapping

import pandas as pd

from textkit.course.prose import ends_a_sentence, longest_prose, prose_scores
from textkit.tokens import require_text, word_list

_LISTS = ("menu", "list of other articles")  # their wordings stand for more than a line
_MAY_QUOTE = ("link to another page", "image credit")  # elsewhere a quotation mark means: the article's
_DECORATION = " \t\r\xa0\u200b*•·|<>‹›«»▶►→←#_–—-"
_SEPARATORS = re.compile(r"\s*[|•·/>›»]\s*|\t+|\s{2,}")
_GOES_ON = (":", ";", ",")
_LONG = 200  # characters: no title of another article is longer
_FEW = 4  # words: a shorter line may come again, such as the name of who answers

# The article as the block of running sentences: looked for only where there is plainly a page around it.
_BLOCK = 100  # words: in less there is no telling
_SHARE = 0.12  # of the words of the page, and
_PROSE = 0.3  # of its running text: with less, the page has no single article
_PLAIN = 2  # lines that a wording takes out, before or after the block: no article has these by chance
_KNOWN = -8  # what a line that a wording takes out counts, where a sentence counts its words
_HEAD = 3  # lines right above the block: headline, byline and date
_BARRIERS = {"comments": 50, "list of other articles": 150}  # after these, the article seldom goes on
_HIGHEST = 0.25  # of the running text: a short article may go on after a link to another


def clean_page(text: str, *, around: Mapping[int, str] | None = None) -> tuple[str, pd.DataFrame]:
    r"""Take out of a text what the web page around the article has left in it.

    That is: advertisements, buttons, menus, cookie notices, image credits, subscription boxes, links to and
    lists of other articles, and titles that are repeated. The wordings, all English, are in the file
    words/page_furniture.txt. Besides, where such lines show that there is a page around the article, all goes
    that stands before or after its block of running sentences: menus, teasers, comments. A line is taken
    out whole or kept as it is. Within the block, one that ends as a sentence goes only if the page plainly
    speaks of itself, so what is in doubt stays: read what is left.

    Args:
        text: any text; what is between two newlines is a line.
        around: lines known to be no part of the article, by number from 1, each with the reason, as the
            structure of a web page tells them (see `read_document`). Then no block is looked for.

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
    if around is None:
        around = _outside_of_the_block(bare, why)
    for number, reason in around.items():
        why[number - 1] = why[number - 1] or reason
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
    breadcrumb = pieces[0].lower() == "home" and not ends_a_sentence(line)
    if len(pieces) >= 3 and (breadcrumb or all(_is_of_menu(piece) for piece in pieces)):
        return "menu"
    return None


def _is_of_menu(line: str) -> bool:
    return bool(_WORDINGS["menu"].fullmatch(line))


def _outside_of_the_block(bare: list[str], why: list[str | None]) -> dict[int, str]:
    """Tell the lines around the block of running sentences, where there is plainly a page around it."""
    lists = _WORDINGS["list of other articles"]
    known = [reason or ("list of other articles" if lists.fullmatch(line) else None)
             for line, reason in zip(bare, why, strict=True)]  # fmt: skip
    scores = [
        min(score, _KNOWN) if reason else score
        for score, reason in zip(prose_scores(bare), known, strict=True)
    ]
    highest = _HIGHEST * sum(score for score in scores if score > 0)
    barriers = [min(_BARRIERS.get(reason or "", 0), highest) for reason in known]
    start, end = longest_prose(scores, barriers)
    words = [len(re.findall(r"\w+", line)) for line in bare]
    comments = next((n for n in range(end, len(bare)) if known[n] == "comments"), len(bare))
    prose = sum(score for score in scores[:comments] if score > 0)
    inside = sum(score for score in scores[start:end] if score > 0)
    size = sum(words[start:end])
    if size < max(_BLOCK, _SHARE * sum(words)) or inside < _PROSE * prose:
        return {}
    found: dict[int, str] = {}
    if _is_of_a_page(bare[:start], known[:start]):
        menu = max((n for n in range(start) if _is_of_menu(bare[n])), default=-1)
        above = [n for n in range(menu + 1, start) if bare[n] and not known[n]]
        prose_above = next((i for i, n in enumerate(above) if scores[n] > 0), len(above))
        head = above[min(prose_above, max(len(above) - _HEAD, 0)) :]  # a first paragraph may stand apart
        found |= {n + 1: "before the article" for n in range(start) if bare[n] and n not in head}
    if _is_of_a_page(bare[end:], known[end:]):
        found |= {n + 1: "after the article" for n in range(end, len(bare)) if bare[n]}
    return found


def _is_of_a_page(bare: list[str], known: list[str | None]) -> bool:
    return sum(bool(reason or _is_of_menu(line)) for line, reason in zip(bare, known, strict=True)) >= _PLAIN


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
    return len(line) <= _LONG and not ends_a_sentence(line) and not line.endswith(_GOES_ON)


def _take_repeated(bare: list[str], wrapped: list[bool], why: list[str | None]) -> None:
    """Take out a title or caption that stands in an earlier line already."""
    first: dict[str, int] = {}
    for n, line in enumerate(bare):
        if why[n] or wrapped[n] or len(line.split()) < _FEW or not _is_title(line):
            continue
        if line in first:
            why[n] = f"repeats line {first[line]}"
        first.setdefault(line, n + 1)
