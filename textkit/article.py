"""Reading an article: from a file to its text, its paragraphs and its headings."""

import codecs
import os
import re
from dataclasses import dataclass
from difflib import get_close_matches
from itertools import takewhile
from pathlib import Path

OWN_ARTICLE = "seeds/nato_article.txt"
"""The project's own article, in its folder."""
CLASS_ARTICLE = "class_article.txt"
"""What `load_article` looks for without a path: the article of the class that works in that folder."""

MOST_MEGABYTES = 64
"""The most that is read as one document, unless more is asked for."""

_BOMS = {  # UTF-32 first: its little-endian mark begins with that of UTF-16
    codecs.BOM_UTF32_LE: "utf-32",
    codecs.BOM_UTF32_BE: "utf-32",
    codecs.BOM_UTF16_LE: "utf-16",
    codecs.BOM_UTF16_BE: "utf-16",
    codecs.BOM_UTF8: "utf-8-sig",
}
_ZIP = b"PK\x03\x04"
_NOT_PLAIN_TEXT = {  # how the files begin that people mistake for text
    b"%PDF": "a PDF",
    _ZIP: "a Word, OpenDocument or zip file",
    b"\xd0\xcf\x11\xe0": "an old Word file",
    b"{\\rtf": "a rich-text (RTF) file",
    b"\x89PNG": "a picture",
    b"\xff\xd8\xff": "a picture",
    b"GIF8": "a picture",
    b"\x1f\x8b": "a gzip file",
}
_COPY = "Open it, copy its text into a new file, and save that as plain text (UTF-8)."
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1f]")

_LONG = 100  # characters: nobody sets the margin of hard-wrapped text beyond this
_SHORT = 80  # characters: a longer line is no heading
_CLOSING = "\"'”’»›“‘)]"  # „German“ quotes close with “
_FINAL = tuple(".!?…:;,-–—。！？؟।")
_SEPARATOR = re.compile(r"[\s*=_~#•·-]+")  # * * *, -----, =====
_LIST_ITEM = re.compile(r"(?:[-*•‣◦]|\d{1,2}[.)])\s")
_MARKDOWN = re.compile(r"#{1,6}\s+(.*?)(?:\s+#+)?")
_BYLINE = re.compile(r"(?i:by)(?: (?:[^\W\d_a-z]\S*|and|for|of))+")
_DATE = re.compile(  # in any language: "Kyiv, 3 March 2024", "March 3, 2024, 10:30 GMT"
    r"(?:.*\W)?(?:\d{1,2}\S* \w+,?|\w+ \d{1,2}\S*) \d{4}(?:,? \d{1,2}[:.]\d\d.*)?"
)


@dataclass(frozen=True, repr=False)
class Article:
    r"""A text with its paragraphs and headings, each in the order of the text.

    Attributes:
        text: The whole file as one string, with every line end as a newline.
        paragraphs: One string a paragraph, without line breaks. Headings are not among them.
        headings: One string a heading.
        source: The name of the file, as it was given.

    >>> Article("Rain\nIt rained all day.", ("It rained all day.",), ("Rain",), "rain.txt")
    <Article rain.txt: 1 paragraph, 1 heading, 23 characters>
    """

    text: str
    paragraphs: tuple[str, ...]
    headings: tuple[str, ...]
    source: str

    def __repr__(self) -> str:
        parts = {
            "paragraph": len(self.paragraphs),
            "heading": len(self.headings),
            "character": len(self.text),
        }
        counts = ", ".join(f"{n:,} {name}{'' if n == 1 else 's'}" for name, n in parts.items())
        return f"<Article {self.source}: {counts}>"


def load_article(
    path: str | os.PathLike[str] | None = None, *, max_megabytes: float = MOST_MEGABYTES
) -> Article:
    """Read an article from a plain text file.

    The file may be in UTF-8, UTF-16 or Windows-1252. Its paragraphs may be lines, or blocks of
    lines with blank lines between them. Nothing in `text` is changed but the line ends, which all
    become newlines; in `paragraphs`, the lines of a block are joined by spaces.

    A heading is a short line (up to 80 characters) with no punctuation at its end, and a paragraph
    at least twice as long among the three that follow. List items, bylines and dates are no
    headings. Headings in Markdown (`# Rain`) or CAPITALS only need something after them.

    Args:
        path: The file. A relative path is looked for in the current folder and then in the
            project's, so that "seeds/nato_article.txt" works anywhere. None stands for the file
            that the environment variable TEXTKIT_ARTICLE names, or else for the class's article,
            the file class_article.txt in the current folder or in one above it (the search ends at
            your home folder, and at a folder with a .git), or else for the project's own.
        max_megabytes: The most that is read; a larger file is refused.

    Returns:
        The article: its `text`, `paragraphs`, `headings` and `source`.

    Raises:
        FileNotFoundError: There is no such file.
        IsADirectoryError: It is a folder.
        PermissionError: You may not read it.
        ValueError: It is empty, too large, has no words or is not plain text, or `path` is the
            text itself.
        TypeError: `path` is not a path.

    >>> article = load_article("seeds/nato_article.txt")
    >>> article.headings[0]
    '‘Dire’ Russian threat'
    >>> load_article("seeds")
    Traceback (most recent call last):
    IsADirectoryError: 'seeds' is a folder. Name one file in it.
    """
    why = ""
    if path is None:
        path, why = _default()
    name = os.fspath(path) if isinstance(path, (str, os.PathLike)) else None
    if not isinstance(name, str):
        raise TypeError(
            f"load_article takes the name of a file, such as {OWN_ARTICLE!r}, not {type(path).__name__}."
        )
    shown = repr(name) + why
    return make_article(read_text(find_file(name, shown), shown, int(max_megabytes * 1_000_000)), name)


def make_article(text: str, source: str) -> Article:
    r"""Make an article of a text that has been read already.

    >>> make_article("# Rain\n\nIt rained all day.", "rain.txt")
    <Article rain.txt: 1 paragraph, 1 heading, 26 characters>
    """
    paragraphs, headings = _divide(text)
    return Article(text, paragraphs, headings, source)


def read_text(file: Path, shown: str, most: int) -> str:
    """Read a plain text file of so many bytes at most; `shown` is how messages name it.

    >>> read_text(find_file("seeds/nato_article.txt", "the article"), "the article", 10_000)[:3]
    'The'
    """
    text = decode(read_bytes(file, shown, most), shown)
    require_words(text, shown)
    return text


def require_words(text: str, shown: str) -> None:
    """Refuse a text without words.

    >>> require_words("…!", "The text")
    Traceback (most recent call last):
    ValueError: The text has no words in it, only marks. Is it the right file?
    """
    if not text.strip():
        raise ValueError(f"{shown} is empty. Put the article's text into it and save it.")
    if not any(map(str.isalnum, text)):
        raise ValueError(f"{shown} has no words in it, only marks. Is it the right file?")


def _default() -> tuple[str, str]:
    """Name the file that None stands for, and say why, for its errors."""
    if named := os.environ.get("TEXTKIT_ARTICLE"):
        return named, " (named by TEXTKIT_ARTICLE)"
    if file := class_article():
        return os.path.relpath(file), " (the class's article)"
    return OWN_ARTICLE, ""


def class_article() -> Path | None:
    """Find the class's article: in the current folder or above it, up to the home folder or a .git.

    >>> class_article() is None or class_article().name == CLASS_ARTICLE
    True
    """
    here = Path.cwd()
    home = Path(os.path.expanduser("~")).resolve()  # as Path.cwd() is
    for folder in (here, *here.parents):
        if os.path.isfile(folder / CLASS_ARTICLE):
            return folder / CLASS_ARTICLE
        if folder == home or os.path.exists(folder / ".git"):
            break
    return None


def project_folder() -> Path:
    """Return the folder with the project's texts and notebooks: the clone, or the copy in the package.

    >>> (project_folder() / "notebooks").is_dir()
    True
    """
    package = Path(__file__).resolve().parent
    clone = package.parent
    return clone if (clone / "notebooks" / "chapters").is_dir() else package / "material"


def starting_folders() -> list[Path]:
    """Return where a relative path may start, in this order: the current folder, and the project's.

    >>> starting_folders() == [Path.cwd(), project_folder()]
    True
    """
    return [Path.cwd(), project_folder()]


def find_file(name: str, shown: str) -> Path:
    """Find a file or folder, or raise an error that says where it was looked for.

    >>> find_file("seeds/nato_article.txt", "the article").name
    'nato_article.txt'
    """
    if not name:
        raise ValueError("The name of the file is empty. Give one, or leave it out altogether.")
    given = Path(os.path.expanduser(name))
    places = [folder / given for folder in starting_folders()]
    closed = False
    for file in places:
        try:
            os.stat(file)
        except PermissionError:
            closed = True
        except (OSError, ValueError):  # also names that no system accepts
            continue
        else:
            return file
    if closed:
        raise PermissionError(f"You may not read {shown}: the folder that it is in does not let you in.")
    if any(map(os.path.islink, places)):
        raise FileNotFoundError(f"{shown} is a link that leads nowhere.")
    if "\n" in name or len(name) > 255:
        raise ValueError(
            f"That looks like the text itself ({name[:30]!r}…), not the name of a file. "
            "Save the text to a file first, or pass it straight to tokenize and the others."
        )
    if name == OWN_ARTICLE:
        raise FileNotFoundError(
            f"The project's own article, {shown}, is missing from this copy of textkit. "
            "Name a file of your own, or install textkit again."
        )
    folders = list(dict.fromkeys(place.parent for place in places))
    looked = " and ".join(
        f"'{folder}'" + ("" if folder.is_dir() else " (no such folder)") for folder in folders
    )
    # What is there under a similar name, and how to ask for it.
    known = {str(given.with_name(f.name)): f.name for folder in folders for f in folder.glob("*")}
    known |= {f"seeds/{file.name}": file.name for file in project_folder().glob("seeds/*.txt")}
    near = get_close_matches(given.name.lower(), [other.lower() for other in known.values()])
    options = [repr(path) for path in sorted(known) if known[path].lower() in near]
    advice = f"Did you mean {' or '.join(options)}?" if options else "Check how it is spelled."
    raise FileNotFoundError(f"No file {shown}: looked in {looked}. {advice}")


def read_bytes(file: Path, shown: str, most: int = MOST_MEGABYTES * 1_000_000) -> bytes:
    """Read so many bytes of a file at most, or raise an error; `shown` is how messages name it.

    >>> len(read_bytes(find_file("seeds/nato_article.txt", "the article"), "the article")) > 4000
    True
    """
    if file.is_dir():
        raise IsADirectoryError(f"{shown} is a folder. Name one file in it.")
    try:
        with file.open("rb") as opened:
            data = opened.read(most + 1)
    except PermissionError as error:
        raise PermissionError(
            f"You may not read {shown}. Change its permissions, or use a copy of your own."
        ) from error
    if len(data) > most:
        raise too_large(shown, most)
    return data


def too_large(shown: str, most: int) -> ValueError:
    """Make the error of a document that is larger than is read.

    >>> print(too_large("'rain.txt'", 64_000_000))
    'rain.txt' is larger than 64 MB. Cut it into several, or raise max_megabytes if that is an option here.
    """
    return ValueError(
        f"{shown} is larger than {most / 1_000_000:g} MB. "
        "Cut it into several, or raise max_megabytes if that is an option here."
    )


def decode(data: bytes, shown: str) -> str:
    """Turn the bytes of a file into text, without a byte-order mark and with newlines as line ends.

    >>> decode("Éire".encode("cp1252"), "rain.txt")
    'Éire'
    """
    for start, kind in _NOT_PLAIN_TEXT.items():
        if data.startswith(start):
            reads = " `textkit use` reads a Word file (.docx)." if start == _ZIP else ""
            raise ValueError(f"{shown} is {kind}, not plain text.{reads} {_COPY}")
    if is_web_page(data):
        raise ValueError(
            f"{shown} is a web page (HTML), not plain text. `textkit use` takes the article out of "
            "it; or open it in a browser, copy the article, and save it as plain text (UTF-8)."
        )
    if b"multipart/related" in data[:2000].lower():
        raise ValueError(
            f"{shown} is a web page saved as a single file (.mhtml). Save it anew as “Webpage, HTML only”: "
            "`textkit use` reads that."
        )
    return decode_bytes(data, shown)


def is_zip(data: bytes) -> bool:
    """Tell a zip file, which a Word file is, by its first bytes.

    >>> is_zip(b"Rain fell.")
    False
    """
    return data.startswith(_ZIP)


def is_web_page(data: bytes) -> bool:
    r"""Tell a web page by how it begins, comments aside.

    >>> is_web_page(b"<!-- saved from -->\n<html><body>"), is_web_page(b"Rain fell.")
    (True, False)
    """
    for bom in _BOMS:
        data = data.removeprefix(bom)
    start = re.sub(rb"\0|<\?xml.*?\?>|<!--.*?-->", b"", data[:4000], flags=re.DOTALL).lstrip()
    return start[:14].lower().startswith((b"<!doctype html", b"<html", b"<head", b"<body"))


def decode_bytes(data: bytes, shown: str, *, otherwise: str | None = None) -> str:
    """Turn bytes into text, whatever kind of text it is; `otherwise` names the encoding if it is no Unicode.

    >>> decode_bytes("Привет".encode("koi8-r"), "a page", otherwise="koi8-r")
    'Привет'
    """
    encoding = _encoding(data)
    if otherwise and encoding == "cp1252":
        try:
            return decode_bytes(data.decode(otherwise, errors="replace").encode("utf-8"), shown)
        except LookupError:
            pass  # no encoding that Python knows
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError as error:
        raise ValueError(
            f"{shown} is a binary file, or in an encoding other than UTF-8, UTF-16 and "
            f"Windows-1252 (byte {error.start} does not fit). {_COPY}"
        ) from error
    if "\0" in text or len(_CONTROL.findall(text)) > len(text) / 100:
        raise ValueError(f"{shown} is a binary file, not plain text. {_COPY}")
    return text.replace("\r\n", "\n").replace("\r", "\n")


def _encoding(data: bytes) -> str:
    """Tell the encoding that the bytes are in."""
    for bom, encoding in _BOMS.items():
        if data.startswith(bom):
            return encoding
    # UTF-16 has a zero byte in every space, line end and Latin letter, always on the same side.
    zeros = data[0::2].count(0), data[1::2].count(0)
    if min(zeros) == 0 and max(zeros) > len(data) / 20:
        return "utf-16-be" if zeros[0] else "utf-16-le"
    try:
        data.decode("utf-8")
        return "utf-8"
    except UnicodeDecodeError:
        # Windows-1252 resembles UTF-8 only by chance, here and there. If most of it does, it is a
        # damaged UTF-8 file, which Windows-1252 would read without complaint, quotes as â€œ.
        text = data.decode("utf-8", errors="replace")
    damaged = text.count("\ufffd")
    sound = sum(char > "\x7f" for char in text) - damaged
    return "utf-8" if sound > damaged else "cp1252"


def _divide(text: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Tell the paragraphs from the headings."""
    pieces = _pieces(text)
    paragraphs, headings = [], []
    for i, piece in enumerate(pieces):
        if _is_heading(piece, pieces[i + 1 : i + 4]):
            markdown = _MARKDOWN.fullmatch(piece)
            headings.append(markdown[1] if markdown else piece)
        else:
            paragraphs.append(piece)
    return tuple(paragraphs), tuple(headings)


def _pieces(text: str) -> list[str]:
    """Cut the text into paragraphs, headings and list items, each as one line."""
    blocks = re.split(r"\n\s*\n", text.strip())
    pieces: list[list[str]] = []  # of lines
    for block in blocks:
        lines = [line.strip() for line in block.split("\n")]
        wrapped = _is_wrapped(lines, alone=len(blocks) == 1)
        new = True  # the next line begins a piece
        head = _head(lines)
        for i, line in enumerate(lines):
            if _SEPARATOR.fullmatch(line):
                new = True
                continue
            markdown = _MARKDOWN.fullmatch(line)
            if new or markdown or not wrapped or i <= head or _LIST_ITEM.match(line):
                pieces.append([line])
            else:
                pieces[-1].append(line)
            new = bool(markdown) or (i == 0 and _is_capitals(line))
    return [" ".join(lines) for lines in pieces] or [text.strip()]


def is_byline_or_date(line: str) -> bool:
    """Tell a line that says who wrote the article, or when.

    >>> is_byline_or_date("By Ann Lee"), is_byline_or_date("3 March 2024"), is_byline_or_date("Rain")
    (True, True, False)
    """
    return bool(_BYLINE.fullmatch(line) or _DATE.fullmatch(line))


def _head(lines: list[str]) -> int:
    """Count the lines of a headline, a byline and dates, which nobody wraps, at the start of a block."""
    byline = next((i for i, line in enumerate(lines[:3]) if _BYLINE.fullmatch(line)), None)
    if byline is None:
        return 0
    dates = takewhile(_DATE.fullmatch, lines[byline + 1 :])
    return byline + 1 + sum(1 for _ in dates)


def _is_wrapped(lines: list[str], *, alone: bool) -> bool:
    """Tell whether the lines of a block are one paragraph, broken where they met a margin.

    Without any blank line in the text, lines are paragraphs, unless most go on in lower case.
    """
    if any(len(line.rpartition(" ")[0]) > _LONG for line in lines):
        return False
    return not alone or sum(line[:1].islower() for line in lines[1:]) > len(lines[1:]) / 2


def _is_capitals(line: str) -> bool:
    """Tell whether the line is a heading in CAPITALS."""
    return line.isupper() and len(line) <= _SHORT and not line.rstrip(_CLOSING).endswith(_FINAL)


def _is_heading(piece: str, following: list[str]) -> bool:
    """Tell whether the piece is a heading of what follows it."""
    if not following:
        return False
    if _MARKDOWN.fullmatch(piece):
        return True
    if len(piece) > _SHORT or _LIST_ITEM.match(piece):
        return False
    if is_byline_or_date(piece):
        return False
    return _is_capitals(piece) or (
        any(char.isalpha() for char in piece)
        and not piece.rstrip(_CLOSING).endswith(_FINAL)
        and any(len(other) >= 2 * len(piece) for other in following)
    )
