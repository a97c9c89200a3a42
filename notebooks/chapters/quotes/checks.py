"""Checks of Quotes."""

from collections.abc import Callable
from math import nan
from typing import Any

from textkit import Article, quote_table, tokenize
from textkit.course import (
    RIGHT,
    Verdict,
    Work,
    behaves,
    choose,
    class_key,
    compare,
    exercise,
    expects,
    not_here,
    not_yet,
    question,
    ratio,
    right,
    run_lines,
    same,
    short,
)

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

    def counts(*some: str) -> Callable[[str], int]:
        return lambda text: sum(text.count(mark) for mark in some)

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
                "straight ones left out",
                counts("“", "”"),
                "The curly ones are counted. What has become of the straight ones?",
            ),
            (
                "opening alone",
                counts("“"),
                "It counts the marks that open a quote. What about all the others?",
            ),
            (
                "closing alone",
                counts("”"),
                "It counts the curly marks that close a quote. What about all the others?",
            ),
            (
                "closing left out",
                counts("“", '"'),
                "Straight marks and opening ones are counted. Which curly mark is still left out?",
            ),
            (
                "opening left out",
                counts("”", '"'),
                "Straight marks and closing ones are counted. Which curly mark is still left out?",
            ),
            (
                "apostrophes, too",
                counts('"', "“", "”", "'"),
                "It counts the straight apostrophe as well. Is that a double mark?",
            ),
            (
                "single ones, too",
                counts('"', "“", "”", "'", "’", "‘"),
                "It counts apostrophes and single marks as well. Which are double marks?",
            ),
            (
                "searched in a row",
                lambda text: 0,
                "It finds no mark in any text. Does `count` look for several marks in a row, or for each?",
            ),
            ("length for a count", len, "That is the length of the text. Which characters should count?"),
            (
                "pairs for marks",
                lambda text: solution(text) / 2,
                "It counts each pair once. Does the exercise ask for quotes or for marks?",
            ),
            (
                "pairs for marks",
                lambda text: solution(text) // 2,
                "It counts each pair once. Does the exercise ask for quotes or for marks?",
            ),
            (
                "one kind or the other",
                lambda text: text.count('"') or text.count("“") + text.count("”"),
                "It counts the curly ones only where there is no straight one. What if a text has both?",
            ),
            (
                "text for a number",
                lambda text: str(solution(text)),
                "It gives back text. Can you add up numbers as they are?",
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
    if {"C", "F"} <= set(str(order).upper()):
        return question("Lines C and F both set `inside`. Which of them can take turns?", "both lines")
    made = run_lines(lines, order, {"text": text})
    if "quotes" not in made:
        return question("Your lines never make `quotes`. Which line does?", "line missing")
    quotes = made["quotes"]
    if same(quotes, pieces[1::2]):
        return right("Six lines find every piece between two marks. What if one mark is missing?")
    if same(quotes, pieces[0::2]):
        return question(
            "Those are the pieces outside the marks. Do you change sides before you look at the piece?",
            "outside for inside",
        )
    if same(quotes, pieces):
        return question("Every piece is there. Which line asks whether it is inside?", "no condition")
    if same(quotes, pieces[1:]):
        return question(
            "From the first mark on, everything is inside. Which line can turn `True` into `False` again?",
            "never switched off",
        )
    if same(quotes, []):
        return question(
            "`quotes` stays empty. Is there a line that changes sides in every round?", "never switched on"
        )
    return question("Some pieces are missing. Does `inside` change in every round, or only when it is true?")


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


def _why_not_labels(labels: Any, work: Work) -> Verdict | None:
    """Return a question if these are no labels for the stretches, else None."""
    if isinstance(labels, str) or not hasattr(labels, "__len__"):
        return question(
            "The exercise asks for a list, such as [True, False, True]. Where are its brackets?", "no list"
        )
    if hasattr(labels, "columns"):
        return question(
            "That is a table. Which label, `True` or `False`, would you give to each of its rows?",
            "table for labels",
        )
    given, wanted = list(labels), len(work.stretches)
    for label in given:
        if isinstance(label, list):
            return question(
                "That is a list within a list. Is one pair of square brackets enough?", "list in a list"
            )
        if isinstance(label, str):
            return question(
                f"{short(label)} is text. Is it speech? Write `True` or `False`, without quotation marks.",
                "text for a truth value",
            )
        if type(label).__name__ not in ("bool", "bool_"):  # the latter is numpy's
            return question(
                f"{short(label)} is neither `True` nor `False`. Which of them do you mean?", "no truth value"
            )
    if len(given) != wanted:
        return question(
            f"You have {len(given)} labels for {wanted} stretches. Which did you leave out, or add?"
        )
    headings = [
        number
        for number, text in zip(work.stretches["quote"], work.stretches["text"], strict=True)
        if any(f"{mark}{text}" in heading for heading in work.article.headings for mark in "\"'“‘«„")
    ]
    if all(given) and headings:
        return question(
            f"All of them are speech, you say. Number {headings[0]} is in a heading: whose voice is that? "
            "Read once more what we call speech here.",
            "heading as speech",
        )
    return None


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
    strict = zip(work.tool_labels, work.stretches["words"], strict=True)
    expects(labels, [speech and words > 1 for speech, words in strict], own=True)
    if doubt := _why_not_labels(labels, work):
        return doubt
    speech = sum(map(bool, labels))
    return right(f"You call {speech} of {len(labels)} speech. Now let us see what the tool says.")


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
    labels, its = work.earlier["labels"], work.tool_labels
    if labels is ... or _why_not_labels(labels, work):
        return not_yet(
            'Your `labels` are the measure, and they are not ready. First finish `check("label_quotes")`.'
        )
    pairs = list(zip(map(bool, labels), its, strict=True))
    both, tool, mine, n = sum(a and b for a, b in pairs), sum(its), sum(a for a, _ in pairs), len(pairs)
    if tool == 0 or mine == 0:
        who = "The tool calls" if tool == 0 else "You call"
        return not_here(f"{who} none of these stretches speech, so there is nothing to divide by.")
    if not same(both, tool) and same(precision, both / mine) and same(recall, both / tool) and tool != mine:
        return question(
            "The two are the wrong way round. Which of them divides by what the tool calls speech?",
            "wrong way round",
        )
    agree = sum(a == b for a, b in pairs) / n

    def wrong(expected: float, other: float, whole: str) -> list[tuple[str, float, str]]:
        return [
            ("other whole", other, f"That divides by the other number. Which stretches are all of {whole}?"),
            ("count for share", both, "So many are speech to both. What share is that?"),
            ("in percent", expected * 100, "That is in percent. What is it as a share, between 0 and 1?"),
            (
                "agreement",
                agree,
                "That is how often you agree, the `False` ones included. What should be on top?",
            ),
            (
                "divided by all",
                both / n,
                "You divided by all stretches. Does the definition speak of all of them?",
            ),
            (
                "tool's share",
                tool / n,
                "That is the tool's share of all stretches. Where do your labels come in?",
            ),
            (
                "own share",
                mine / n,
                "That is your share of all stretches. Where do the tool's labels come in?",
            ),
            ("upside down", 1 / expected if both else nan, "That is upside down. Can a share be above 1?"),
            (
                "the example",
                2 / 3,
                "That is the small example's precision. Which lists belong to the article?",
            ),
            ("the example", 1 / 2, "That is the small example's recall. Which lists belong to the article?"),
        ]

    first = compare(
        precision,
        both / tool,
        praise="",
        wrong=wrong(both / tool, both / mine, "what the tool calls speech"),
        otherwise="Precision: how many are speech to both, and how many does the tool call speech?",
    )
    if first.state != RIGHT:
        return first
    numbers = [n for n, (a, b) in enumerate(pairs, 1) if a != b]
    where = "You agree on all of them. Would another reader?"
    if numbers:
        starts = list(work.stretches["start"])
        with_you = [n for n in numbers if bool(labels[n - 1]) == (starts[n - 1] in work.key) != its[n - 1]]
        sides = f"The class's key is with you at {', '.join(map(str, with_you))}. " if with_you else ""
        where = f"You differ at {', '.join(map(str, numbers))}. {sides}"
        where += "Who would change their mind, you or the rule?"
    return compare(
        recall,
        both / mine,
        praise=f"Precision {both / tool:.2f} ({both} of {tool}), recall {both / mine:.2f} ({both} of "
        f"{mine}). {where}",
        wrong=wrong(both / mine, both / tool, "what you call speech"),
        otherwise="The precision is right. Recall: how many are speech to both, and how many to you?",
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
                lambda stretches: len(stretches) - sum(a.endswith(",") for a in stretches[:-1]),
                "Does the second one begin with a small letter?",
            ),
            (
                "one condition missing",
                lambda stretches: len(stretches) - sum(b[0].islower() for b in stretches[1:]),
                "Does the one before it end with a comma?",
            ),
            (
                "compared with itself",
                lambda stretches: sum(not (b.endswith(",") and b[0].islower()) for b in stretches),
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
    words, every = int(work.speech["words"].sum()), int(work.found["words"].sum())
    if quotes == 0:
        return not_here(NO_SPEECH)
    expected = words / total
    return compare(
        quoted_share,
        expected,
        praise=f"{expected:.3f}, or {expected:.0%}: {words:,} of {total:,} tokens, in "
        f"{_count(quotes, 'quote', 'quotes')}. What is left is the reporter's own text.",
        wrong=[
            *ratio(
                words,
                total,
                part_is="the number of quoted tokens",
                whole_is="the number of all tokens",
                wholes={
                    "the number of characters": len(work.article.text),
                    "the number of types": len(set(work.tokens)),
                    "the number of chunks": len(work.article.text.split()),
                    "the number of tokens between marks of every kind": every,
                },
                parts={
                    "the number of quotes": quotes,
                    "the number of stretches": len(work.found),
                    "every stretch, headings and titles too,": every,
                    "the first ten stretches alone": int(work.stretches["words"].sum()),
                    "the rows that head() shows alone": int(work.speech["words"].head().sum()),
                    "the full quotes alone": int(work.speech["words"][work.speech["kind"] == "full"].sum()),
                },
            ),
            (
                "complement, headings counted",
                1 - every / total,
                "That is the share of the tokens outside of all marks. Which share is asked for?",
            ),
            (
                "average length",
                words / quotes,
                "So many words has a quote on average. What share of the article are they all?",
            ),
            (
                "characters for words",
                sum(len(text) for text in work.speech["text"]),
                "Those are characters. Which column has the number of words?",
            ),
            (
                "share of characters",
                sum(len(text) for text in work.speech["text"]) / len(work.article.text),
                "That is the share of the characters. Which column counts words?",
            ),
        ],
        otherwise="How many tokens do the quotes have together, and by what do you divide?",
    )


def _count(number: int, one: str, many: str) -> str:
    return f"{number:,} {one if number == 1 else many}"
