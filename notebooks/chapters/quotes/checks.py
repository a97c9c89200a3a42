"""Checks of Quotes."""

from collections.abc import Callable
from typing import Any

from textkit import Article, quote_table, tokenize
from textkit.course import (
    RIGHT,
    StudentError,
    Verdict,
    Work,
    behaves,
    choose,
    class_key,
    compare,
    exercise,
    expect,
    expects,
    instead,
    not_here,
    not_yet,
    question,
    right,
    run_lines,
    same,
)
from textkit.course.free_answers import cut, read_labels

SPEECH = ("full", "partial")
NO_QUOTES = "There is nothing between quotation marks in this article: try another article."
NO_SPEECH = "There is no speech between quotation marks in this article: try another article."


def state(article: Article) -> dict[str, Any]:
    """What the chapter's cells make of the article."""
    found = quote_table(article.text, all_kinds=True)
    return {
        "tokens": tokenize(article.text),
        "found": found,
        "stretches": found[["quote", "start", "end", "words", "text"]].head(10),
        "tool_labels": [kind in SPEECH for kind in found["kind"].head(10)],
        "speech": quote_table(article.text),
        "key": {quote.start for quote in class_key(article) if quote.kind in SPEECH},
    }


@exercise(
    "marks_lost",
    "What becomes of the marks?",
    kind="recall",
    answers=["answer"],
    hints=[
        "Chapter [[tokens]] showed an option that keeps the marks. Is it used here?",
        "Without punctuation=True the marks are dropped, the comma as well.",
    ],
)
def marks_lost(answer: Any, work: Work) -> Verdict:
    return choose(
        answer,
        "c",
        {
            "a": "That is what `split()` gives. What else does `tokenize` do?",
            "b": "They would be with punctuation=True. And without it?",
            "c": "Only words and numbers are left. So tokens alone cannot tell us who speaks.",
        },
    )


@exercise(
    "share_again",
    "A share once more",
    kind="recall",
    answers=["answer"],
    hints=[
        "A share is a part divided by the whole. Here the whole is all tokens.",
        "The part has to be counted in tokens as well.",
    ],
)
def share_again(answer: Any, work: Work) -> Verdict:
    return choose(
        answer,
        "b",
        {
            "a": "That is 5 / 400: quotes divided by tokens. How many tokens are in the quotes?",
            "b": "80 / 400: tokens on top, tokens below.",
            "c": "That is 20 percent. What is it as a share, between 0 and 1?",
            "d": "That is upside down, 400 / 80. Which is the part and which is the whole?",
        },
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


@exercise(
    "missing_mark",
    "The mark that is missing",
    kind="predict",
    answers=["prediction"],
    hints=[
        "The tool looks at one paragraph at a time. How many paragraphs does the text have?",
        "It does not know what the words mean. Where can it stop, then, at the latest?",
    ],
)
def missing_mark(prediction: Any, work: Work) -> Verdict:
    return choose(
        prediction,
        "b",
        {
            "a": "So a reader would say. Is there anything at that place that a program could see?",
            "b": "With its paragraph. That is too late, but the paragraphs after it are not spoiled.",
            "c": "That is what happens to the six lines above. Does this tool look beyond a paragraph?",
            "d": "Then a forgotten mark would make a quote vanish. Would you want that to happen unnoticed?",
        },
    )


@exercise(
    "label_quotes",
    "Label ten by hand",
    kind="explain",
    answers=["labels"],
    uses=["found", "stretches"],
    hints=[
        "Read number 1 with the words around it. Does the article say who said or wrote it?",
        "A title, a heading, or a single word that the writer does not mean seriously is no speech.",
        "Write a list with as many labels as there are stretches, such as labels = [True, True, False]",
    ],
)
def by_hand(labels: Any, work: Work) -> Verdict:
    if len(work.stretches) == 0:
        return not_here(NO_QUOTES)
    heading = [_in_heading(text, work) for text in work.stretches["text"]]
    strict = zip(work.tool_labels, work.stretches["words"], heading, strict=True)
    expects(labels, [speech and words > 1 and not told for speech, words, told in strict], own=True)
    given = _read(labels, work)
    return right(f"You call {sum(given)} of {len(given)} speech. Now let us see what the tool says.")


@exercise(
    "precision_and_recall",
    "Precision and recall",
    kind="complete",
    answers=["precision", "recall"],
    uses=["found", "tool_labels"],
    earlier=["labels"],
    hints=[
        "Begin with the line that makes both. Which two lists take the place of mine and its?",
        "Precision divides by what the tool calls speech, recall by what you call speech.",
        "Write: both = sum([a and b for a, b in zip(labels, tool_labels, strict=True)]), then "
        "precision = share(both, sum(tool_labels)) and recall = share(both, sum(labels))",
    ],
)
def measures(precision: Any, recall: Any, work: Work) -> Verdict:
    if len(work.stretches) == 0:
        return not_here(NO_QUOTES)
    its: list[bool] = work.tool_labels
    try:
        labels = _read(work.earlier["labels"], work)
    except StudentError:
        return not_yet(
            'Your `labels` are the measure, and they are not ready. First finish `check("label_quotes")`.'
        )
    both, tool, mine, n = sum(map(min, labels, its)), sum(its), sum(labels), len(its)
    if tool == 0 or mine == 0:
        who = "The tool calls" if tool == 0 else "You call"
        return not_here(f"{who} none of these stretches speech, so there is nothing to divide by.")
    if both and tool != mine and same(precision, both / mine) and same(recall, both / tool):
        ask = "The two are the wrong way round. Which of them divides by what the tool calls speech?"
        return question(ask, "wrong way round")
    others: dict[str, Any] = {
        "mine": [True] * 4 + [False] * 2,
        "its": [True] * 2 + [False] * 2 + [True, False],
    }

    def wrong(whole: int, other: int, whose: str) -> list[tuple[str, float, str]]:
        either, left = sum(map(max, labels, its)), [("the example", 1 / 2), ("the example", 2 / 3)]
        at_odds = (
            []
            if tool == mine
            else [("other whole", both / other, f"That divides by the other number. {whose}")]
        )
        in_all = "You divided by all stretches. Does the definition speak of all of them?"
        return [
            *at_odds,
            ("count for share", both, "So many are speech to both. What share is that?"),
            ("divided by all", both / n, in_all),
            ("divided by all", sum(map(bool.__eq__, labels, its)) / n, in_all),
            ("divided by all", tool / n, in_all),
            ("divided by all", both / len(work.found), in_all),
            ("divided by all", mine / n, in_all),
            ("or for and", either / whole, "On top are those that both call speech. Did you write `or`?"),
            ("or for and", either / n, "On top are those that both call speech. Did you write `or`?"),
            (
                "the example's both",
                2 / whole,
                "On top is the small example's `both`. Which is the article's?",
            ),
            *(
                (cause, v, "That is the small example's. Which lists belong to the article?")
                for cause, v in left
            ),
        ]

    first = expect(
        precision,
        "both / sum(tool_labels)",
        work,
        both=both,
        labels=labels,
        **others,
        praise="",
        wrong=wrong(tool, mine, "Which stretches are all of what the tool calls speech?"),
        ask="Precision: how many are speech to both, and how many does the tool call speech?",
    )
    if first.state != RIGHT:
        return first
    numbers = [n for n, (a, b) in enumerate(zip(labels, its, strict=True), 1) if a != b]
    where = "You agree on all of them. Would another reader?"
    if numbers:
        starts = list(work.stretches["start"])
        with_you = [n for n in numbers if labels[n - 1] == (starts[n - 1] in work.key)]
        sides = f"The class's key is with you at {', '.join(map(str, with_you))}. " if with_you else ""
        where = f"You differ at {', '.join(map(str, numbers))}. {sides}"
        where += "Who would change their mind, you or the rule?"
    return expect(
        recall,
        "both / sum(labels)",
        work,
        both=both,
        labels=labels,
        **others,
        praise=f"Precision {both / tool:.2f} ({both} of {tool}), recall {both / mine:.2f} ({both} of "
        f"{mine}). " + where,
        wrong=wrong(mine, tool, "Which stretches are all of what you call speech?"),
        ask="The precision is right. Recall: how many are speech to both, and how many to you?",
    )


@exercise(
    "second_half",
    "Find the second half",
    kind="bug",
    answers=["count_utterances"],
    hints=[
        "Print before in every round. Does it ever change?",
        "At the end of each round, the stretch just seen becomes the one before the next.",
        "The missing line is the last one of the loop: before = stretch (indented like the if)",
    ],
)
def utterances(count_utterances: Any, work: Work) -> Verdict:
    def solution(stretches: list[str]) -> int:
        count = 0
        before = ""
        for stretch in stretches:
            second_half = before.endswith(",") and stretch[0].islower()
            if not second_half:
                count = count + 1
            before = stretch
        return count

    samples = [
        ["No."],
        ["We will go,", "when the rain stops."],
        ["Yes,", "No."],
        ["Yes.", "Yes."],
        ["devastating", "dire threat"],
        ["No.", "Why?", "no"],
        ["One,", "two.", "three"],
        ["One,", "two,", "three."],
        ["One,", "two,", "Three,", "four,", "Five."],
        [],
    ]
    return behaves(
        count_utterances,
        solution,
        [(stretches,) for stretches in samples],
        praise="Each round hands on what it has seen. Without that line, `before` stayed empty.",
        bug=len,
        exercise="second_half",
        wrong=[
            (
                "one condition missing",
                lambda some: len(some) - sum(a.endswith(",") for a in some[:-1]),
                "Does the second one begin with a small letter?",
            ),
            (
                "one condition missing",
                lambda some: len(some) - sum(b[0].islower() for b in some[1:]),
                "Does the one before it end with a comma?",
            ),
            (
                "compared with itself",
                lambda some: sum(not (b.endswith(",") and b[0].islower()) for b in some),
                "Each is compared with itself. Does `before` change before the question, or after it?",
            ),
        ],
        ask="How many utterances do you count?",
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


def _read(labels: Any, work: Work) -> list[bool]:
    """Read the student's labels; a StudentError says what is odd about them."""

    def odd(label: Any) -> tuple[str, str] | None:
        if isinstance(label, str):
            ask = "is text. Is it speech? Write `True` or `False`, without quotation marks."
            return "text for a truth value", f"“{cut(label, 40)}” {ask}"
        if type(label).__name__ not in ("bool", "bool_"):  # the latter is numpy's
            return "no truth value", f"{cut(label)} is neither `True` nor `False`. Which do you mean?"
        return None

    wanted = len(work.stretches)
    given = read_labels(labels, odd, such_as="[True, False, True]", of="stretches", wanted=wanted)
    for number, text in zip(work.stretches["quote"], work.stretches["text"], strict=True):
        if all(given) and _in_heading(text, work):
            raise StudentError(
                f"All of them are speech, you say. Number {number} is in a heading: whose voice is that? "
                "Read once more what we call speech here.",
                "heading as speech",
            )
    return [bool(label) for label in given]


def _in_heading(text: str, work: Work) -> bool:
    return any(f"{mark}{text}" in line for line in work.article.headings for mark in "\"'“‘«„")
