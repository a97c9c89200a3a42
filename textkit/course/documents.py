"""What people bring: plain text, saved web pages, Word files."""

import io
import os
import re
import sys
import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from xml.etree import ElementTree

from textkit.article import decode, decode_bytes, find_file, is_web_page, is_zip, read_bytes, require_words
from textkit.course.web import page_lines

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_BODY = "word/document.xml"
_LARGEST = 50_000_000  # bytes of text in a Word file: a hundred novels
_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_CHARSET = re.compile(rb"charset\s*=\s*[\"']?([\w.:-]+)", re.I)
_HEAD = 4096  # bytes: where a page names its encoding, if it does


@dataclass(frozen=True)
class Document:
    """What was read: its text, and what its form says of it.

    Attributes:
        text: paragraphs, headings and list items of a web page or Word file stand between blank lines.
        around: for a web page, the lines around the article by number from 1, each with the reason; None
            where only the words can tell, as in plain text.
        source: the name of the file as it was given.

    >>> Document("Rain fell.", None, "rain.txt").source
    'rain.txt'
    """

    text: str
    around: dict[int, str] | None
    source: str


def read_document(path: str | os.PathLike[str]) -> Document:
    """Read a plain text file, a saved web page (.html) or a Word file (.docx); what it is, its bytes say.

    Args:
        path: the file, as for `load_article`; "-" is what is piped in.

    Returns:
        The document, with all of the page's text in it.

    Raises:
        FileNotFoundError: there is no such file.
        ValueError: the file holds no text, or is of another kind.

    >>> read_document("seeds/nato_article.txt").around is None
    True
    """
    name = os.fspath(path)
    shown = repr(name)
    if name == "-":
        name, shown = "stdin", "What was piped in"
        data = sys.stdin.buffer.read()
    else:
        data = read_bytes(find_file(name, shown), shown)
    if is_web_page(data):
        lines, around = page_lines(_decode_page(data, shown))
        text = "\n\n".join(lines)
        numbers: dict[int, str] | None = {2 * n + 1: why for n, why in around.items()}
    elif is_zip(data):
        text, numbers = "\n\n".join(_word_paragraphs(data, shown)), None
    else:
        text, numbers = decode(data, shown), None
    require_words(text, shown)
    return Document(text, numbers, name)


def _decode_page(data: bytes, shown: str) -> str:
    named = _CHARSET.search(data[:_HEAD])
    return decode_bytes(data, shown, otherwise=named[1].decode("ascii") if named else None)


def _word_paragraphs(data: bytes, shown: str) -> Iterator[str]:
    """Yield the paragraphs of a Word file that have text in them."""
    for paragraph in _word_body(data, shown).iter(f"{_W}p"):
        text = " ".join("".join(_pieces(paragraph)).split())
        if text:
            yield f"- {text}" if paragraph.find(f"{_W}pPr/{_W}numPr") is not None else text


def _word_body(data: bytes, shown: str) -> ElementTree.Element:
    """Parse the text of a Word file. A file made to harm is refused before it can grow."""
    advice = "Open it in Word, save it again as .docx or as plain text, and use that."
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive, archive.open(_BODY) as file:
            xml = file.read(_LARGEST + 1)
        if len(xml) > _LARGEST:
            raise ValueError(f"{shown} holds more than {_LARGEST // 1_000_000} MB of text. Use a part of it.")
        if b"<!DOCTYPE" in xml or b"<!ENTITY" in xml:  # Word writes none: they could make much out of little
            raise ValueError(f"{shown} has definitions in it that no Word file has. {advice}")
        return ElementTree.fromstring(xml)
    except KeyError:
        raise ValueError(
            f"{shown} is a zip file, and no Word file (.docx). Save the article as .docx, as a web page or "
            "as plain text, and use that."
        ) from None
    except (zipfile.BadZipFile, ElementTree.ParseError, EOFError, OSError, NotImplementedError, RuntimeError,
            zlib.error) as error:  # fmt: skip
        raise ValueError(f"{shown} is a damaged Word file ({error}). {advice}") from error


def _pieces(element: ElementTree.Element) -> Iterator[str]:
    """Yield the text of a paragraph; those within it, as in a text box, are paragraphs of their own."""
    for child in element:
        if child.tag == f"{_W}t":
            yield child.text or ""
        elif child.tag in (f"{_W}tab", f"{_W}br", f"{_W}cr"):
            yield " "
        elif child.tag not in (f"{_W}p", _FALLBACK, f"{_W}pPr"):
            yield from _pieces(child)
