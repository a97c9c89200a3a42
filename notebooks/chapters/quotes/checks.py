"""Checks of Quotes."""

from collections.abc import Callable
from math import isnan
from operator import eq
from pathlib import Path
from typing import Any

from textkit import Article, kappa, load_article, quote_table, tokenize
from textkit.course import (
    RIGHT,
    StudentError,
    Verdict,
    Work,
    behaves,
    better_of_two,
    class_key,
    compare,
    draw_stretches,
    exercise,
    expect,
    expects,
    instead,
    multiple_choice,
    not_here,
    not_yet,
    question,
    right,
    run_lines,
    same,
)
from textkit.course.free_answers import cut, read_labels

SPEECH = ("full", "partial")
DEBATE = load_article("seeds/tarrowmere_debate.txt")
NO_SPEECH = "There is no speech between quotation marks in this article: try another article."


def state(article: Article) -> dict[str, Any]:
    """What the chapter's cells make of the article."""
    stretches = draw_stretches(article, DEBATE)
    read = article if Path(article.source).name in set(stretches["source"]) else DEBATE
    return {
        "tokens": tokenize(article.text),
        "found": quote_table(article.text, all_kinds=True),
        "stretches": stretches,
        "second": list(stretches["second_reader"]),
        "tool_labels": [kind in SPEECH for kind in stretches["kind"]],
        "speech": quote_table(article.text),
        "key": {quote.start for quote in class_key(read) if quote.kind in SPEECH},
    }


marks_lost = multiple_choice(
    "marks_lost",
    "What becomes of the marks?",
    "c",
    {
        "a": "That is what `split()` gives. What else does `tokenize` do?",
        "b": "They would be with punctuation=True. And without it?",
        "c": "Only words and numbers are left. So tokens alone cannot tell us who speaks.",
    },
    kind="recall",
    hints=[
        "Chapter [[tokens]] showed an option that keeps the marks. Is it used here?",
        "Without punctuation=True the marks are dropped, the comma as well.",
    ],
)


@exercise(
    "count_marks",
    "Find the bug",
    kind="bug",
    answers=["count_marks"],
    hints=[
        "count finds one kind of mark. Which other kinds are there?",
        "Count each kind by itself and add up the numbers. Copy the curly marks from the text above.",
        'The line should be: return text.count(\'"\') + text.count("“") + text.count("”")',
    ],
)
def marks(count_marks: Any, work: Work) -> Verdict:
    def solution(text: str) -> int:
        return text.count('"') + text.count("“") + text.count("”")

    def counts(marks: str) -> Callable[[str], int]:
        return lambda text: sum(text.count(mark) for mark in marks)

    pairs = "It counts each pair once. Does the exercise ask for quotes or for marks?"
    samples = ["", "“Well", "“Wait”", "It’s ‘late’, isn't it?", "“No,” she said.", 'He said “no" twice.']
    samples.append('"No," she said. "Why?"')
    return behaves(
        count_marks,
        solution,
        [(text,) for text in samples],
        praise="Now it counts all three. Is the number for the article even? If it is odd, a mark is missing "
        "somewhere, or somebody goes on speaking in a new paragraph.",
        bug=counts('"'),
        exercise="count_marks",
        wrong=[
            (
                "straight left out",
                counts("“”"),
                "The curly ones count. What has become of the straight ones?",
            ),
            (
                "opening alone",
                counts("“"),
                "It counts the marks that open a quote. What about all the others?",
            ),
            (
                "closing alone",
                counts("”"),
                "It counts curly marks that close a quote. What about the others?",
            ),
            ("closing left out", counts('“"'), "Which curly mark is still left out?"),
            ("opening left out", counts('”"'), "Which curly mark is still left out?"),
            (
                "apostrophes, too",
                counts("\"“”'"),
                "The straight apostrophe counts, too. Is it a double mark?",
            ),
            ("single ones, too", counts("\"“”'’‘"), "It counts single marks, too. Which are double marks?"),
            ("single ones, too", counts('"“”’‘'), "It counts single marks, too. Which are double marks?"),
            (
                "searched in a row",
                lambda text: 0,
                "It finds no mark in any text. Does `count` look for several marks in a row, or for each?",
            ),
            ("length for a count", len, "That is the length of the text. Which characters should count?"),
            ("pairs for marks", lambda text: solution(text) / 2, pairs),
            ("pairs for marks", lambda text: solution(text) // 2, pairs),
            (
                "one kind or the other",
                lambda text: text.count('"') or text.count("“") + text.count("”"),
                "It counts the curly ones only where there is no straight one. What if a text has both?",
            ),
            (
                "text for a number",
                lambda text: str(solution(text)),
                "It gives back text. Can you leave out str?",
            ),
        ],
        ask="How many double marks do you see there?",
    )


@exercise(
    "quote_finder",
    "A small quote finder",
    kind="parsons",
    answers=["order", "lines"],
    hints=[
        "Two lines must come before the loop. Before the first mark, are we inside a quote or outside?",
        "Look at each piece first, and change sides after it, at the mark.",
        "Begin with B and E, then the loop (G). In it: if inside, keep the piece; then change sides.",
    ],
)
def finder(order: Any, lines: Any, work: Work) -> Verdict:
    text = 'One. "Two," she said. "Three." Four. "Five'
    pieces = text.split('"')
    if {"C", "F"} <= set(order):
        return question("Lines C and F both set `inside`. Which of them can take turns?", "both lines")
    return compare(
        run_lines(lines, order, {"text": text}, makes="quotes")["quotes"],
        pieces[1::2],
        praise="Six lines find every piece between two marks. What if one mark is missing?",
        wrong=[
            (
                "outside for inside",
                pieces[0::2],
                "Those are the pieces outside the marks. Do you change sides before you look at the piece?",
            ),
            ("no condition", pieces, "Every piece is there. Which line asks whether it is inside?"),
            (
                "never switched off",
                pieces[1:],
                "From the first mark on, everything is inside. Which line turns `True` into `False` again?",
            ),
            ("never switched on", [], "`quotes` stays empty. Which line changes sides in every round?"),
        ],
        otherwise="Some pieces are missing. Does `inside` change in every round, or only when it is true?",
    )


missing_mark = multiple_choice(
    "missing_mark",
    "The mark that is missing",
    "b",
    {
        "a": "So a reader would say. Is there anything at that place that a program could see?",
        "b": "With its paragraph. That is too late, but the paragraphs after it are not spoiled.",
        "c": "That is what happens to the six lines above. Does this tool look beyond a paragraph?",
        "d": "Then a forgotten mark would make a quote vanish. Would you want that to happen unnoticed?",
    },
    kind="predict",
    hints=[
        "The tool looks at one paragraph at a time. How many paragraphs does the text have?",
        "It does not know what the words mean. Where can it stop, then, at the latest?",
    ],
    answer="prediction",
)


@exercise(
    "label_quotes",
    "Label ten by hand",
    kind="explain",
    answers=["labels"],
    uses=["stretches"],
    hints=[
        "Read the first one with the words around it. Does the text say who said or wrote it?",
        "A title, a heading, or a single word that the writer does not mean seriously is no speech.",
        "Press a button for each and write labels = board.labels, or type a list such as [True, False].",
    ],
)
def by_hand(labels: Any, work: Work) -> Verdict:
    expects(labels, work.second, own=True)
    given = _read(labels, work)
    return right(f"You call {sum(given)} of {len(given)} speech. Now see what another reader says.")


@exercise(
    "two_readers",
    "You and the second reader",
    kind="compute",
    answers=["agreement", "beyond_chance"],
    uses=["stretches", "second"],
    earlier=["labels"],
    hints=[
        "Begin with the line of the example. Which two lists take the place of mine and hers?",
        "The function is called with two lists: yours and the second reader's.",
        "Write: agreement = sum([one == other for one, other in zip(labels, second)]) / len(labels), then "
        "beyond_chance = kappa(labels, second)",
    ],
)
def two_readers(agreement: Any, beyond_chance: Any, work: Work) -> Verdict:
    labels = _labels_first(work)
    if isinstance(labels, Verdict):
        return labels
    second, n = work.second, len(work.second)
    agreed, both = sum(map(eq, labels, second)), sum(map(min, labels, second))
    first = expect(
        agreement,
        "sum(map(eq, labels, second)) / len(labels)",
        work,
        labels=labels,
        eq=eq,
        praise="",
        wrong=[
            ("count for share", agreed, "To so many you give the same label. What share is that?"),
            ("speech alone", both / n, "Those are speech to both. On which others do you agree, too?"),
            ("differences", (n - agreed) / n, "That is the share on which you differ. And where you agree?"),
            (
                "tool for reader",
                sum(map(eq, labels, work.tool_labels)) / n,
                "Is `second` in it, or the tool?",
            ),
            ("the example's", 4 / 6, "That is the example's. Which two lists are yours and the reader's?"),
        ],
        ask="To how many stretches do both of you give the same label, and how many are there?",
    )
    if first.state != RIGHT:
        return first
    value = kappa(labels, second)
    numbers = zip(work.stretches["quote"], labels, second, strict=True)
    differ = ", ".join(str(number) for number, one, other in numbers if one != other)
    where = f"You differ at {differ}. What would each of you say for it?" if differ else "Was it so easy?"
    if isnan(value):
        expects(beyond_chance, value)
        if isinstance(beyond_chance, float) and isnan(beyond_chance):
            return right("You both give one label throughout: then kappa is not a number.")
        return question("You both give one label throughout. What does `kappa` say then?", "no kappa")
    return expect(
        beyond_chance,
        "kappa(labels, second)",
        work,
        labels=labels,
        kappa=kappa,
        praise=f"You agree on {agreed} of {n}; kappa is {value:.2f}. {where}",
        wrong=[
            ("agreement again", agreed / n, "That is the agreement. What is taken away from it for kappa?"),
            (
                "not divided",
                agreed / n - _by_chance(labels, second),
                "That is the numerator of the formula. By what is it divided?",
            ),
            ("expected", _by_chance(labels, second), "That is what chance would give. And kappa?"),
            ("tool for reader", kappa(labels, work.tool_labels), "Is `second` in it, or the tool?"),
            ("tool for you", kappa(work.tool_labels, second), "That is the tool's. Are your `labels` in it?"),
            ("the example's", 0.25, "That is the example's. Which two lists are yours and the reader's?"),
        ],
        ask="The agreement is right. What does `kappa` give for your labels and the second reader's?",
    )


@exercise(
    "precision_and_recall",
    "Precision and recall",
    kind="complete",
    answers=["precision", "recall"],
    uses=["stretches", "tool_labels"],
    earlier=["labels"],
    hints=[
        "Begin with the line that makes both. Which list takes the place of second?",
        "Precision divides by what the tool calls speech, recall by what you call speech.",
        "Write: both = sum([one and other for one, other in zip(labels, tool_labels, strict=True)]), then "
        "precision = both / sum(tool_labels) and recall = both / sum(labels)",
    ],
)
def measures(precision: Any, recall: Any, work: Work) -> Verdict:
    its, second = work.tool_labels, work.second
    labels = _labels_first(work)
    if isinstance(labels, Verdict):
        return labels
    both, tool, mine, n = sum(map(min, labels, its)), sum(its), sum(labels), len(its)
    if tool == 0 or mine == 0:
        who = "The tool calls" if tool == 0 else "You call"
        return not_here(f"{who} none of these stretches speech, so there is nothing to divide by.")
    if both and tool != mine and same(precision, both / mine) and same(recall, both / tool):
        ask = "The two are the wrong way round. Which of them divides by what the tool calls speech?"
        return question(ask, "wrong way round")
    hers = sum(map(min, second, its))

    def wrong(whole: int, other: int, whose: str) -> list[tuple[str, float, str]]:
        either = sum(map(max, labels, its))
        at_odds = (
            []
            if tool == mine
            else [("other whole", both / other, f"That divides by the other number. {whose}")]
        )
        in_all = "You divided by all stretches. Does the definition speak of all of them?"
        not_hers = "That is the second reader's. Which list has your own labels?"
        return [
            *at_odds,
            ("count for share", both, "So many are speech to both. What share is that?"),
            ("divided by all", both / n, in_all),
            ("divided by all", sum(map(eq, labels, its)) / n, in_all),
            ("divided by all", tool / n, in_all),
            ("divided by all", mine / n, in_all),
            ("or for and", either / whole, "On top are those that both call speech. Did you write `or`?"),
            ("or for and", either / n, "On top are those that both call speech. Did you write `or`?"),
            ("second reader's", hers / tool, not_hers),
            ("second reader's", hers / max(sum(second), 1), not_hers),
        ]

    first = expect(
        precision,
        "both / sum(tool_labels)",
        work,
        both=both,
        labels=labels,
        praise="",
        wrong=wrong(tool, mine, "Which stretches are all of what the tool calls speech?"),
        ask="Precision: how many are speech to both, and how many does the tool call speech?",
    )
    if first.state != RIGHT:
        return first
    numbers = [n for n, a, b in zip(work.stretches["quote"], labels, its, strict=True) if a != b]
    where = "You agree on all of them. Would another reader?"
    if numbers:
        by_key = dict(zip(work.stretches["quote"], work.stretches["start"].isin(work.key), strict=True))
        given = dict(zip(work.stretches["quote"], labels, strict=True))
        with_you = ", ".join(str(number) for number in numbers if given[number] == by_key[number])
        sides = f"The class's key is with you at {with_you}. " if with_you else ""
        where = f"You differ at {', '.join(map(str, numbers))}. {sides}"
        where += "Who would change their mind, you or the rule?"
    return expect(
        recall,
        "both / sum(labels)",
        work,
        both=both,
        labels=labels,
        praise=f"Precision {both / tool:.2f} ({both} of {tool}), recall {both / mine:.2f} ({both} of "
        f"{mine}). " + where,
        wrong=wrong(mine, tool, "Which stretches are all of what you call speech?"),
        ask="The precision is right. Recall: how many are speech to both, and how many to you?",
    )


@exercise(
    "quoted_share",
    "The share of quoted words",
    kind="compute",
    answers=["quoted_share"],
    uses=["tokens", "speech"],
    hints=[
        'The column speech["words"] has the tokens of each quote. What do they add up to?',
        "Divide by the number of all tokens.",
        'Write: quoted_share = sum(speech["words"]) / len(tokens)',
    ],
)
def quoted(quoted_share: Any, work: Work) -> Verdict:
    total, quotes = len(work.tokens), len(work.speech)
    if quotes == 0:
        return not_here(NO_SPEECH)
    words = int(work.speech["words"].sum())
    characters = sum(len(text) for text in work.speech["text"])
    full = work.speech[work.speech["kind"] == "full"]
    return expect(
        quoted_share,
        'sum(speech["words"]) / len(tokens)',
        work,
        praise=f"{words / total:.3f}, or {words / total:.0%}: {words:,} of {total:,} tokens, in "
        f"{quotes} quote{'s' * (quotes != 1)}. What is left is the reporter's own text.",
        wrong=instead(
            "How many tokens do the quotes have together, and by what do you divide?",
            {
                "the average length of a quote": words / quotes,
                "the number of characters of the quotes": characters,
                "the share of the characters": characters / len(work.article.text),
                "the share of the full quotes alone": full["words"].sum() / total,
                "the share of the rows that head() shows": work.speech["words"].head().sum() / total,
            },
        ),
        ask="How many tokens do the quotes have together, and by what do you divide?",
    )


def _labels_first(work: Work) -> list[bool] | Verdict:
    """Read the labels of the exercise before; a verdict says so if they are not ready."""
    try:
        return _read(work.earlier["labels"], work)
    except StudentError:
        return not_yet(
            'Your `labels` are the measure, and they are not ready. First finish `check("label_quotes")`.'
        )


def _by_chance(labels: list[bool], others: list[bool]) -> float:
    """How often two readers agree who give each label as often as these and do not look at the text."""
    one, other = sum(labels) / len(labels), sum(others) / len(others)
    return one * other + (1 - one) * (1 - other)


def _read(labels: Any, work: Work) -> list[bool]:
    """Read the student's labels; a StudentError says what is odd about them."""

    def odd(label: Any) -> tuple[str, str] | None:
        if label is None:
            return "not labeled", "One has no label yet (`None`). Is it speech, `True`, or not, `False`?"
        if isinstance(label, str):
            ask = "is text. Is it speech? Write `True` or `False`, without quotation marks."
            return "text for a truth value", f"“{cut(label, 40)}” {ask}"
        if type(label).__name__ not in ("bool", "bool_"):  # the latter is numpy's
            return "no truth value", f"{cut(label)} is neither `True` nor `False`. Which do you mean?"
        return None

    wanted = len(work.stretches)
    given = read_labels(labels, odd, such_as="[True, False, True]", of="stretches", wanted=wanted)
    headings = work.stretches["quote"][work.stretches["kind"] == "heading"]
    if all(given) and len(headings):
        raise StudentError(
            f"All of them are speech, you say. Number {headings.iloc[0]} is in a heading: whose voice is it? "
            "Read once more what we call speech here.",
            "heading as speech",
        )
    return [bool(label) for label in given]


better_stretch = better_of_two(
    "better_stretch",
    "a",
    {
        "a": "The number, both opinions, the words that misled the tool, and the other reading.",
        "b": "Which stretch is it, and which words in the text could you point to?",
    },
)
