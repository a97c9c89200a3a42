"""The key to an article's quotes: what the tool reads, corrected by hand, in a table for any spreadsheet.

Beside class_article.txt stands class_article.key.csv: a row a stretch between quotation marks. Whoever
teaches corrects kind and speaker there, takes rows out, or adds some. The exercises that ask a student to
read are judged by it; the tables in the notebooks stay the tool's, mistakes included, for these are what the
chapters are about.
"""

import csv
import io
import os
import re
import warnings
from dataclasses import replace
from itertools import pairwise
from pathlib import Path

from textkit.article import Article, decode, starting_folders
from textkit.quotes import SPEECH, Quote
from textkit.speakers import UNKNOWN, attributed
from textkit.writing import CSV_ENCODING, as_it_was, no_formula, write_file

COLUMNS = ("start", "end", "text", "kind", "speaker", "confidence")
KINDS = (*SPEECH, "title", "heading", "scare")

_MARKS = str.maketrans("“”„«»‘’‚", '"""""\'\'\'')
_LONGEST_SHOWN = 50  # characters of a text in a message
_MOST_REFUSED = 12  # rows that a message lists


def key_file(article_file: str | os.PathLike[str]) -> Path:
    """Return where the key of an article's file stands: beside it.

    >>> key_file("class_article.txt").name
    'class_article.key.csv'
    """
    return Path(article_file).with_suffix(".key.csv")


def class_key(article: Article) -> list[Quote]:
    """Return the quotes of an article by the key beside its file, or as the tool reads them if there is none.

    Args:
        article: what `load_article` returns.

    Returns:
        The stretches between quotation marks in the order of the text, of every kind; by a key, those that
        were corrected have a confidence of 1. A key that does not fit is left aside, with a warning.

    >>> rain = Article("“It rains,” said Ann Lee.", ("“It rains,” said Ann Lee.",), (), "rain.txt")
    >>> [(quote.kind, quote.speaker) for quote in class_key(rain)]
    [('full', 'Ann Lee')]
    """
    file = _beside(article)
    if file is None:
        return list(attributed(article.text))
    try:
        return read_key(file, article.text)
    except (OSError, ValueError) as error:
        warnings.warn(
            f"The key is left aside, and the tool's reading stands in for it. {error}", stacklevel=2
        )
        return list(attributed(article.text))


def key_data(text: str) -> bytes:
    """Return the key of a text as the tool reads it, as the bytes of a CSV file.

    >>> key_data("“It rains,” said Ann Lee.").decode("utf-8-sig").splitlines()[0]
    'start,end,text,kind,speaker,confidence'
    """
    written = io.StringIO(newline="")
    rows = csv.writer(written)
    rows.writerow(COLUMNS)
    for quote in attributed(text):
        sure = "" if quote.confidence is None else round(quote.confidence, 4)
        words, speaker = no_formula(quote.text), no_formula(quote.speaker or "")
        rows.writerow([quote.start, quote.end, words, quote.kind, speaker, sure])
    return written.getvalue().encode(CSV_ENCODING)


def read_key(file: str | os.PathLike[str], text: str) -> list[Quote]:
    """Read a key that somebody may have edited, in whatever form a spreadsheet has saved it.

    Args:
        file: with commas, semicolons or tabs; columns start, end, text, kind, speaker and confidence in any
            order. Others are for notes. A row without start and end is looked for by its text.
        text: the article's text.

    Returns:
        The stretches in the order of the text; what differs from the tool's reading has a confidence of 1.

    Raises:
        ValueError: the file is no such table, or rows of it do not fit the text. The message has a sentence
            for each: its row in the spreadsheet, what is there, and what to do.

    >>> read_key("seeds/nato_article.key.csv", "Rain.")
    Traceback (most recent call last):
    ValueError: 'seeds/nato_article.key.csv' does not fit the article:...
    """
    shown = repr(os.fspath(file))
    lines = decode(Path(file).read_bytes(), shown).removeprefix("sep=;\n").removeprefix("sep=,\n")
    head = lines.partition("\n")[0]
    between = max(",;\t", key=head.count)
    rows = list(csv.reader(io.StringIO(lines), delimiter=between))
    names = [name.strip().lower() for name in rows[0]] if rows else []
    if missing := [name for name in COLUMNS if name not in names]:
        raise ValueError(
            f"{shown} has no column {', '.join(missing)} in its first row. A key has {', '.join(COLUMNS)}."
        )
    tools = {(quote.start, quote.end): quote for quote in attributed(text)}
    found: list[tuple[int, Quote]] = []
    refused = []
    for number, cells in enumerate(rows[1:], 2):
        if not any(cell.strip() for cell in cells):
            continue
        row = {name: cell.strip() for name, cell in zip(names, cells, strict=False)}
        try:
            found.append((number, _read_row(row, text, tools)))
        except ValueError as error:
            refused.append(f"Row {number}: {error}")
    found.sort(key=lambda numbered: numbered[1].start)
    for (_, before), (number, quote) in pairwise(found):
        if quote.start < before.end:
            refused.append(
                f"Row {number}: “{_cut(quote.text)}” lies on “{_cut(before.text)}”, another row. Keep one."
            )
    if refused:
        more = len(refused) - _MOST_REFUSED
        listed = "\n  ".join(refused[:_MOST_REFUSED] + ([f"And {more} more rows."] if more > 0 else []))
        raise ValueError(
            f"{shown} does not fit the article:\n  {listed}\nNothing of it is used until every row fits. "
            "(If you remove the file, `textkit use` writes another.)"
        )
    return [quote for _, quote in found]


def _read_row(row: dict[str, str], text: str, tools: dict[tuple[int, int], Quote]) -> Quote:
    """Read a row of a key.

    Raises:
        ValueError: it does not fit the text; the message says why and what to do.
    """
    start, end = _place(row, text)
    kind = row.get("kind", "").lower()
    if kind not in KINDS:
        raise ValueError(f"The kind is {kind or 'empty'!r}. Write one of {', '.join(KINDS)}.")
    speaker: str | None = " ".join(as_it_was(row.get("speaker", "")).split())
    if not speaker or speaker.lower() == UNKNOWN:
        speaker = None
    if speaker and kind not in SPEECH:
        raise ValueError(
            f"A {kind} has no speaker, and here is {speaker!r}. Leave it empty, or make it full or partial."
        )
    tool = tools.get((start, end))
    if tool is None:
        return Quote(start, end, text[start:end], kind, speaker=speaker, confidence=1.0)
    if (tool.kind, tool.speaker) != (kind, speaker):
        return replace(tool, kind=kind, speaker=speaker, confidence=1.0)
    sure = row.get("confidence", "").lstrip("'").replace(",", ".")
    if not sure:
        return tool
    try:
        probability = float(sure)
    except ValueError:
        probability = -1
    if not 0 <= probability <= 1:
        raise ValueError(
            f"The confidence is {sure!r}. Write a number from 0 to 1, such as 1 if you are sure."
        )
    return replace(tool, confidence=probability)


def _place(row: dict[str, str], text: str) -> tuple[int, int]:
    """Return where a row's stretch begins and ends.

    Raises:
        ValueError: it is not there, or not only there.
    """
    words = row.get("text", "")
    where = _occurrences(words, text) or _occurrences(as_it_was(words), text)
    if not row.get("start") and not row.get("end"):
        if len(where) == 1:
            return where[0]
        if not where:
            raise ValueError(f"The article does not have “{_cut(words)}”. Copy its words from there.")
        places = " and ".join(f"{start} to {end}" for start, end in where[:3])
        raise ValueError(
            f"The article has “{_cut(words)}” {len(where)} times ({places}). Write start and end."
        )
    start, end = _whole(row, "start"), _whole(row, "end")
    if (start, end) in where:
        return start, end
    have = f"The article has “{_cut(text[start:end])}” from {start} to {end}, and the key “{_cut(words)}”."
    if not 0 <= start < end <= len(text):
        have = f"The article has {len(text):,} characters, and this is to go from {start} to {end}."
    if len(where) == 1:
        raise ValueError(f"{have} That stands from {where[0][0]} to {where[0][1]}: correct the two numbers.")
    raise ValueError(f"{have} Put the article's own words and numbers back, or take the row out.")


def _occurrences(words: str, text: str) -> list[tuple[int, int]]:
    """Find some words in a text, whatever the white space between them and the form of their marks."""
    if not words.split():
        return []
    pattern = r"\s+".join(map(re.escape, words.translate(_MARKS).split()))
    return [match.span() for match in re.finditer(pattern, text.translate(_MARKS))]


def _whole(row: dict[str, str], column: str) -> int:
    """Read a whole number, also one that a spreadsheet has made a text, a decimal or grouped by thousands."""
    cell = re.sub(r"[\s' ]", "", row.get(column, ""))
    if re.fullmatch(r"\d+([.,]0+)?", cell) and not re.fullmatch(r"\d{1,3}[.,]000", cell):
        return int(re.split("[.,]", cell)[0])
    if re.fullmatch(r"\d{1,3}([.,]\d{3})+", cell):
        return int(re.sub("[.,]", "", cell))
    raise ValueError(f"The column {column} has {cell or 'nothing'!r}. Write a whole number, as it was.")


def _beside(article: Article) -> Path | None:
    """Find the key beside an article's file."""
    for folder in starting_folders():
        file = folder / os.path.expanduser(article.source)
        if os.path.isfile(file):
            return key if os.path.isfile(key := key_file(file)) else None
    return None


def _cut(text: str) -> str:
    flat = " ".join(text.split())
    return flat if len(flat) <= _LONGEST_SHOWN else flat[: _LONGEST_SHOWN - 1] + "…"


def settle_key(article_file: Path, text: str, *, is_new: bool, given: Path | None = None) -> str:
    """See to it that there is a key beside the class's article; one that belongs to it is not written over.

    Args:
        article_file: the class's article.
        text: its text.
        is_new: whether another article was there before; only a key that fits the new one stays then.
        given: a key that lies beside the file that the article was made of.

    Returns:
        A sentence on what was done, with a space before it.
    """
    file, said = key_file(article_file), ""
    if file.exists():
        wrong = _misfit(file, text)
        if not is_new:
            return f" Its key, {file.name}, is as you left it.{wrong}"
        if not wrong and read_key(file, text):  # a key without a row fits any text
            return f" The key of the one before fits, and stays: {file.name}."
    if given and given.is_file():
        said = _misfit(given, text)
        if not said:
            write_file(file, given.read_bytes())
            return f" Its key came along: {file.name}."
    write_file(file, key_data(text))
    return f"{said} Its key is {file.name}: correct kinds and speakers there, and the checks follow."


def _misfit(file: Path, text: str) -> str:
    """Say why a key does not fit, in lines of its own; "" if it fits."""
    try:
        read_key(file, text)
    except (OSError, ValueError) as error:
        return f"\n{error}\n"
    return ""
