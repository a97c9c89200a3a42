"""A saved web page: its lines of text, and which of them its structure shows to be no part of the article."""

import re
from collections import defaultdict
from dataclasses import dataclass
from html.parser import HTMLParser

from textkit.article import is_byline_or_date
from textkit.course.prose import prose_scores

_HEADINGS = {"h1", "h2", "h3", "h4", "h5", "h6"}
_BLOCKS = _HEADINGS | {
    "address", "article", "aside", "blockquote", "body", "br", "button", "caption", "center", "dd",
    "details", "dialog", "div", "dl", "dt", "fieldset", "figcaption", "figure", "footer", "form",
    "header", "hr", "html", "iframe", "legend", "li", "main", "menu", "nav", "ol", "optgroup", "option",
    "p", "pre", "section", "select", "summary", "table", "tbody", "td", "tfoot", "th", "thead", "tr",
    "ul", "video", "audio",
}  # fmt: skip
_NOT_SHOWN = {
    "script", "style", "noscript", "template", "svg", "head", "math", "iframe", "object", "select",
    "textarea", "audio", "video", "canvas",
}  # fmt: skip
_EMPTY = {
    "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr",
}  # fmt: skip
_AROUND = {  # elements and roles that say themselves what they are
    "nav": "navigation", "navigation": "navigation", "footer": "footer", "contentinfo": "footer",
    "aside": "beside the article", "complementary": "beside the article", "form": "form", "search": "form",
    "button": "button", "banner": "navigation", "dialog": "notice",
}  # fmt: skip
_NAMED = {  # what pages call such elements, in their class or id
    "comments": re.compile(r"comment|disqus|repl(?:y|ies)\b|responses", re.I),
    "list of other articles": re.compile(
        r"related|recommend|promo|outbrain|taboola|trending|most-|popular|sidebar", re.I
    ),
    "advertisement": re.compile(r"sponsor|advert|\bads?\b", re.I),
    "sharing button": re.compile(r"social|shar(?:e|ing)|toolbar", re.I),
    "subscription": re.compile(r"newsletter|subscri", re.I),
    "cookie notice": re.compile(r"cookie|consent", re.I),
    "navigation": re.compile(r"breadcrumb|\btags?\b", re.I),
    "about the author": re.compile(r"author-?bio", re.I),
}
_HIDDEN = re.compile(r"display:\s*none|visibility:\s*hidden", re.I)

_LINKS = 0.5  # of a line's characters: with more, it leads elsewhere
_LINKED = -4  # what such a line, or one around the article, counts, where a sentence counts its words
_MOST = 0.4  # of the page's running text: what holds more is the page, whatever its name,
_MOST_COMMENTS = 0.9  # and only comments may be longer than the article
_SHARE = 0.12  # of the page's words: with less, no element is the article


@dataclass
class _Element:
    tag: str
    shown: bool
    around: tuple[str, ...]  # what it may be, if not the article


@dataclass
class _Line:
    text: str
    inside: list[_Element]  # from the outermost on
    linked: float  # share of its characters
    heading: bool
    item: bool  # the first line of an item of a list


class _Reader(HTMLParser):
    """Collects the lines of a page as a browser shows them, each with the elements that it is in."""

    def __init__(self) -> None:
        super().__init__()
        self.open: list[_Element] = []
        self.lines: list[_Line] = []
        self.title = ""
        self._item = False
        self._line: list[tuple[str, bool]] = []  # pieces of text, in a link or not

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in _BLOCKS:
            self.end_line()
        if tag in _EMPTY:
            return
        self._item = tag == "li" or (self._item and tag not in _HEADINGS)
        if tag == "p" and self.open and self.open[-1].tag == "p":
            self.open.pop()  # a paragraph ends where the next begins
        given = {name: value or "" for name, value in attrs}
        shown = tag not in _NOT_SHOWN and "hidden" not in given and not _HIDDEN.search(given.get("style", ""))
        around = [_AROUND.get(tag, ""), _AROUND.get(given.get("role", "").lower(), "")]
        if tag not in ("html", "body", "main", "article"):
            name = f"{given.get('class', '')} {given.get('id', '')}"
            around += [why for why, pattern in _NAMED.items() if pattern.search(name)]
        self.open.append(_Element(tag, shown, tuple(filter(None, around))))

    def handle_endtag(self, tag: str) -> None:
        if tag in _BLOCKS:
            self.end_line()
            self._item = False
        if any(element.tag == tag for element in self.open):
            while self.open.pop().tag != tag:  # what is left open within it ends with it
                pass

    def handle_data(self, data: str) -> None:
        if self.open and self.open[-1].tag == "title":
            self.title += data
        if all(element.shown for element in self.open):
            self._line.append((data, any(element.tag == "a" for element in self.open)))

    def end_line(self) -> None:
        text = " ".join("".join(piece for piece, _ in self._line).split())
        if text:
            linked = sum(len(piece.strip()) for piece, link in self._line if link)
            size = sum(len(piece.strip()) for piece, _ in self._line)
            heading = any(element.tag in _HEADINGS for element in self.open)
            self.lines.append(_Line(text, self.open.copy(), linked / size, heading, self._item))
            self._item = False
        self._line = []


def page_lines(html: str) -> tuple[list[str], dict[int, str]]:
    """Read a web page: its text line by line, and what of it stands around the article.

    A line is a paragraph, a heading, or an item of a list: in the article it begins with a hyphen. The
    article is the element of the page whose lines hold most running text and least else; what it says
    itself to be navigation, comments and the like is not counted with it. Its main heading (h1) belongs
    to it wherever it stands.

    Args:
        html: the page.

    Returns:
        The lines, and for those that are no part of the article, by their place from 0, why.

    >>> page_lines("<nav><a href=/>Home</a></nav><div><p>Rain fell on the town, and it did not stop.</div>")
    (['Home', 'Rain fell on the town, and it did not stop.'], {0: 'navigation'})
    """
    reader = _Reader()
    reader.feed(html)
    reader.close()
    reader.end_line()
    lines = reader.lines
    scores = prose_scores(line.text for line in lines)
    around = _around(lines, scores)
    article = _article(lines, scores, around)
    why: dict[int, str] = {}
    for n, line in enumerate(lines):
        if around[n]:
            why[n] = around[n]
        elif article and not any(element is article for element in line.inside):
            why[n] = "outside the article"
    _keep_headline(lines, why, reader.title)
    return [
        f"- {line.text}" if line.item and n not in why else line.text for n, line in enumerate(lines)
    ], why


def _around(lines: list[_Line], scores: list[float]) -> list[str]:
    """Say of each line which element around it is none of the article's, if any is."""
    prose: dict[int, float] = defaultdict(float)
    for line, score in zip(lines, scores, strict=True):
        for element in line.inside:
            prose[id(element)] += max(score, 0)
    total = sum(max(score, 0) for score in scores)

    def reason(element: _Element) -> str:
        for why in element.around:
            if prose[id(element)] <= (_MOST_COMMENTS if why == "comments" else _MOST) * total:
                return why
        return ""

    return [next(filter(None, map(reason, line.inside)), "") for line in lines]


def _article(lines: list[_Line], scores: list[float], around: list[str]) -> _Element | None:
    """Find the innermost element with the highest sum, or None if it is too little of the page."""
    sums: dict[int, float] = defaultdict(float)
    depth: dict[int, int] = {}
    words: dict[int, int] = defaultdict(int)
    elements: dict[int, _Element] = {}
    for line, score, why in zip(lines, scores, around, strict=True):
        if why == "comments":
            counts = -abs(score)
        elif why or (line.linked > _LINKS and not line.heading):
            counts = _LINKED
        else:
            counts = max(score, 0)
        for level, element in enumerate(line.inside):
            elements[id(element)], depth[id(element)] = element, level
            sums[id(element)] += counts
            words[id(element)] += len(line.text.split())
    if not elements:
        return None
    best = max(elements, key=lambda key: (sums[key], depth[key]))
    return elements[best] if words[best] >= _SHARE * sum(len(line.text.split()) for line in lines) else None


def _keep_headline(lines: list[_Line], why: dict[int, str], title: str) -> None:
    """Keep the main heading before the article that the page's title repeats, and its byline and dates."""
    first = next((n for n in range(len(lines)) if n not in why), 0)
    if any(_is_main(line) for n, line in enumerate(lines) if n not in why):
        return
    for n in range(first - 1, -1, -1):
        if _is_main(lines[n]) and lines[n].text.lower() in " ".join(title.lower().split()):
            for at in (n, *(m for m in range(n + 1, first) if is_byline_or_date(lines[m].text))):
                del why[at]
            return


def _is_main(line: _Line) -> bool:
    return any(element.tag == "h1" for element in line.inside)
