"""Checks of Your own article."""

import re
from math import isfinite
from typing import Any

from textkit import STOPWORDS, Article, frequency_table, kwic, speaker_table, tokenize
from textkit.course import (
    Verdict,
    Work,
    as_it_was,
    better_of_two,
    call,
    exercise,
    expect,
    expects,
    instead,
    multiple_choice,
    not_yet,
    question,
    right,
    same,
    short,
)
from textkit.course.free_answers import cut, numbers_said, quoted, read_numbers, says_otherwise

FIFTH = 0.2  # of the quoted words


def state(article: Article) -> dict[str, Any]:
    """What the chapter's cells make of the article."""
    tokens = tokenize(article.text, lower=True)
    content = [token for token in tokens if token not in STOPWORDS]
    content_table = frequency_table(content or tokens)
    top_words = list(content_table["token"].head(10))
    big, small = tokens.count(top_words[0]), tokens.count(top_words[-1])
    return {
        "speakers": speaker_table(article.text),
        "printed": tokenize(article.text),
        "tokens": tokens,
        "content_table": content_table,
        "big": big,
        "small": small,
        "start": small * 3 / 4,
        "top_five": content_table.head(5),
    }


null = multiple_choice(
    "is_nine_a_lot",
    "Is nine a lot?",
    "c",
    {
        "a": "3.84 is a limit for one word, chosen beforehand. How often does chance alone reach 9 here?",
        "b": "Can samples that are too small to show a difference show that there is none?",
        "c": "A number means something only beside the null. What would you need to be able to tell?",
    },
    kind="recall",
    hints=[
        "In the random deals nobody differs. What does it mean that they do as well?",
        "Not to see a difference is one thing. To have shown that there is none is another.",
    ],
)


what_to_know = multiple_choice(
    "number_to_check",
    "A number to check",
    "b",
    {
        "a": "The rank says which place the word has. Can you compute a rate from a place?",
        "b": "Count divided by tokens, times 1,000. A page that gives a rate should give these, too.",
        "c": "Types and tokens are about the whole report. Which number is about *harbor*?",
    },
    kind="recall",
    hints=[
        "How is a rate in every 1,000 tokens computed?",
        "Something is divided by something, and then multiplied by 1,000.",
    ],
)


@exercise(
    "preflight_by_hand",
    "Preflight by hand",
    kind="compute",
    answers=["n_long"],
    uses=["speakers"],
    hints=[
        "A fifth is 0.2. Look at the column share_of_words, and leave out the row unknown.",
        'Rows are picked by a condition: speakers[speakers["share_of_words"] >= 0.2]. '
        "len tells how many they are.",
        'Write: known = speakers[speakers["speaker"] != "unknown"], and then '
        'n_long = len(known[known["share_of_words"] >= 0.2])',
    ],
)
def by_hand(n_long: Any, work: Work) -> Verdict:
    table = work.speakers
    known = table[table["speaker"] != "unknown"]
    long = known[known["share_of_words"] >= FIFTH]
    if isinstance(n_long, str) and n_long in list(known["speaker"]):
        ask = "That is a name. How many speakers have a fifth of the words or more?"
        return question(ask, "name for a number")
    ask = "Go down the column share_of_words. In how many rows, but for `unknown`, is the number 0.2 or more?"
    return expect(
        n_long,
        'len(known[known["share_of_words"] >= 0.2])',
        work,
        known=known,
        praise="Nobody is quoted by name here, so there are no two voices to compare."
        if known.empty
        else f"{len(long)} of {len(known)}. Chapter [[comparing_voices]] wants two people with four quotes "
        "each. By the column quotes, are they there?",
        wrong=[
            ("unknown counted", int((table["share_of_words"] >= FIFTH).sum()), "Is `unknown` a speaker?"),
            *instead(
                ask,
                {
                    "the number of all speakers": len(known),
                    "the number of those with fewer words": len(known) - len(long),
                    "the number of their words": int(long["words"].sum()),
                },
            ),
            ("which for how many", list(long["speaker"]), "Those are the speakers. How many are they?"),
            ("nothing found", 0, "0 would mean that nobody has. What is a fifth, in numbers from 0 to 1?"),
        ],
        ask=ask,
    )


@exercise(
    "bar_looks",
    "How long does it look?",
    kind="compute",
    answers=["looks"],
    uses=["big", "small", "start"],
    hints=[
        "A bar that begins at 10 and ends at 14 is 4 long, not 14.",
        "How many times as long: the length of the one divided by the length of the other.",
        "Write: looks = (big - start) / (small - start)",
    ],
)
def looks_like(looks: Any, work: Work) -> Verdict:
    big, small, start = work.big, work.small, work.start
    expected, really = (big - start) / (small - start), big / small
    expects(looks, expected, trivial=big == small)
    return expect(
        looks,
        "(big - start) / (small - start)",
        work,
        praise=f"It looks {expected:.1f} times as long, and the count is {really:.1f} times as large."
        if big > small
        else "The two counts are the same, and so are the bars. Equal bars stay equal on any axis.",
        wrong=[
            ("counts for bars", really, "So many times as large is the count. Where do the bars begin?"),
            (
                "difference",
                big - small,
                "That is by how much the one bar is longer. How many times as long is it?",
            ),
            ("upside down", 1 / expected, "That is upside down. Which of the two bars is the longer one?"),
            ("first alone", big - start, "That is how long the one bar is. And the other?"),
            (
                "second alone",
                small - start,
                "That is the short bar. How often does it fit into the long one?",
            ),
            (
                "start not taken off",
                big / start,
                "Where does the bar of `big_word` begin, and where does it end?",
            ),
            (
                "start taken off one alone",
                big / (small - start),
                "One bar begins at `start`, the other at 0. Where does the long one begin?",
            ),
            (
                "start taken off one alone",
                (big - start) / small,
                "One bar begins at `start`, the other at 0. Where does the short one begin?",
            ),
            (
                "brackets missing",
                big - start / small - start,
                "What does Python compute first, / or -? Are there brackets missing?",
            ),
            (
                "overstatement",
                expected / really,
                "That is how much the chart overstates it. How many times as long is the bar?",
            ),
        ],
        ask="How long is each of the two bars from `start` to its end?",
    )


@exercise(
    "bar_axis",
    "Find what misleads",
    kind="bug",
    answers=["bar_axis"],
    hints=[
        "Take the values 40 and 30. How long is each bar, from where the axis begins?",
        "From where must bars begin, so that 40 is twice as long as 20?",
        "The line should be: begins = 0",
    ],
)
def honest(bar_axis: Any, work: Work) -> Verdict:
    cases: list[list[float]] = [[40, 30], [9, 8, 2], [0.5, 0.4], [7], [4000, 300], [work.big, work.small]]
    given = [call(bar_axis, list(values)) for values in cases]
    for axis in given:
        if isinstance(axis, str | dict) or not hasattr(axis, "__len__") or len(axis) != 2:
            ask = "and should give two numbers. Where does the axis begin, and where does it end?"
            return question(f"It gives {short(axis)}, {ask}", "no pair")
        if not all(isinstance(end, int | float) or hasattr(end, "__float__") for end in axis):
            return question(
                f"It gives {short(axis)}. Which two numbers are the ends of the axis?", "no numbers"
            )
    bug = [[min(values) * 3 / 4, max(values) * 1.1] for values in cases]
    if all(same(axis, before) for axis, before in zip(given, bug, strict=True)):
        return as_it_was("The axis for [40, 30] still begins at 22.5.", "bar_axis")
    for values, axis in zip(cases, given, strict=True):
        begins, ends = axis
        at = f"For {values} the axis goes from {begins:g} to {ends:g}."
        looks = (40 - begins) / (30 - begins) if begins < 30 else 0
        for holds, cause, ask in (
            (
                not (isfinite(begins) and isfinite(ends)),
                "no finite number",
                "Are both numbers that an axis can have?",
            ),
            (begins > ends, "other order", "It runs backwards. Which of the two numbers is where it begins?"),
            (begins < 0, "below zero", "How long is a bar there that stands for 0?"),
            (ends < max(values), "end too low", "Is the longest bar still in the picture?"),
            (
                begins and values != cases[0],
                "one case only",
                "For [40, 30] it begins at 0. And for all others?",
            ),
            (begins >= 30, "start too high", "What is left of the bar of 30?"),
            (
                begins,
                "start above zero",
                f"The one bar looks {looks:.2f} times as long as the other. How many times as large is 40?",
            ),
        ):
            if holds:
                return question(f"{at} {ask}", cause)
    return right(
        "From 0, a bar of twice the length stands for twice the number. Check this first in any chart."
    )


@exercise(
    "alt_text",
    "An alt text",
    kind="explain",
    answers=["alt_text"],
    uses=["top_five"],
    hints=[
        "Imagine you read it out on the phone. What is drawn? And what would you say first about it?",
        "Name the word with the longest bar and its count, such as: … the longest is ferry with 12.",
        "Begin with: Bars of the most frequent content words; the longest is … with …",
    ],
)
def alternative(alt_text: Any, work: Work) -> Verdict:
    top = work.top_five.iloc[0]
    expects(
        alt_text,
        f"Bars of the most frequent words; the longest is {top['token']} with {top['count']}.",
        own=True,
    )
    if not isinstance(alt_text, str):
        return question("An alt text is a text. Is it in quotation marks?", "no text")
    if not alt_text.strip():
        return question("The text is empty. What would you say about the chart on the phone?", "empty text")
    counts = dict(zip(work.top_five["token"], work.top_five["count"], strict=True))
    most = int(max(counts.values()))
    longest = {word for word, count in counts.items() if count == most}
    named, numbered = longest & set(tokenize(alt_text, lower=True)), most in numbers_said(alt_text)
    if named and (odd := says_otherwise(alt_text, counts)):
        return question(odd[1], odd[0])
    for holds, cause, ask in (
        (
            not named and not numbered,
            "what one sees is missing",
            "What does one see at a glance? Which bar is the longest, and what is its number?",
        ),
        (not named, "word missing", "The number is there. Which word does it belong to?"),
        (not numbered, "number missing", "The longest bar is named. Which number is it, in digits?"),
        (
            len(alt_text.split()) < 6,
            "what is drawn is missing",
            "The largest is there. But what are these bars? Of what are they a count?",
        ),
    ):
        if holds:
            return question(ask, cause)
    return right(
        f"It names {quoted(longest)} and {most:,}. Read it aloud: would a listener know what is drawn?"
    )


@exercise(
    "claim",
    "A claim and its lines",
    kind="explain",
    answers=["my_claim", "my_lines"],
    uses=["printed"],
    earlier=["my_word"],
    hints=[
        "What do most of the lines have in common? Begin with: In … of its … lines …",
        "The claim names the word and its number of lines, in digits. Each line begins with its number.",
        'Such as: my_claim = "In most of its 12 lines, ferry is beside old." and my_lines = [0, 3, 4]',
    ],
)
def claim(my_claim: Any, my_lines: Any, work: Work) -> Verdict:
    expects([my_claim, my_lines], [..., ...], own=True)
    word = work.earlier["my_word"]
    if not isinstance(word, str) or not word.strip():
        return not_yet("There is no word in `my_word` yet: put one into the cell above, in quotation marks.")
    total = len(kwic(work.printed, word, window=8, ignore_case=True))
    if total == 0:
        ask = f"“{cut(word)}” does not come up in this text. How is it printed there?"
        return question(ask, "not in the article")
    if not isinstance(my_claim, str):
        return question("A claim is a text. Is it in quotation marks?", "no text")
    said = f" {' '.join(tokenize(my_claim, lower=True))} "
    parts = [int(n) for n in re.findall(r"(?<![\d.,])(\d+) (?:of|out of) (?:its|the|all|\d)", my_claim)]
    wholes = re.findall(r"(?<![\d.,])(\d+) (?:lines|times|occurrences)\b", my_claim)
    for holds, cause, ask in (
        (
            f" {' '.join(word.lower().split())} " not in said,
            "word missing",
            f"The claim does not name “{cut(word)}”. What does it say about the word?",
        ),
        (
            total not in numbers_said(my_claim),
            "other number" if wholes else "number missing",
            "How many lines has the word? Can the claim say so, in digits?",
        ),
        (
            max(parts, default=0) > total,
            "part above the whole",
            f"The claim speaks of {max(parts, default=0)} lines, and the word has {total}. Which is it?",
        ),
        (
            len(my_claim.split()) < 5,
            "count for a claim",
            "That is a count. What do the lines say about how the word is used?",
        ),
    ):
        if holds:
            return question(ask, cause)
    chosen = read_numbers(my_lines, range(total), of="line")
    wanted = min(2, total)
    if len(chosen) < wanted:
        ask = f"You have chosen {len(chosen)}. Which {wanted} lines support the claim best?"
        return question(ask, "too few")
    left = total - len(chosen)
    return right(
        f"A claim, a count, and {len(chosen)} of {total} lines. "
        + (f"And the other {left}: does one speak against it?" if left else "Do all of them support it?")
    )


better_evidence = better_of_two(
    "better_evidence",
    "a",
    {
        "a": "It quotes the line and narrows the claim.",
        "b": "Which line speaks against the claim, and what becomes of the claim?",
    },
)
