"""Checks of Comparing voices."""

import random
from functools import cache
from typing import Any

import pandas as pd

from textkit import Article, keyness, load_article, quote_table, tokenize
from textkit.course import (
    Verdict,
    Work,
    behaves,
    better_of_two,
    call,
    compare,
    exercise,
    expect,
    multiple_choice,
    question,
    run_lines,
    short,
    two_voices,
)

DEALS = 200
MOST_BARS = 20


def words(texts: list[str]) -> list[str]:
    """Make one list of tokens of many texts, as the chapter does."""
    return tokenize("\n".join(texts), lower=True)


def deal(texts_1: list[str], texts_2: list[str], number: int) -> pd.DataFrame:
    """Deal the texts out at random, as the chapter does."""
    mixed = texts_1 + texts_2
    random.Random(number).shuffle(mixed)
    middle = len(texts_1)
    return keyness(words(mixed[:middle]), words(mixed[middle:]))


@cache  # the deals take a moment, and every check asks for the state
def all_deals(texts_1: tuple[str, ...], texts_2: tuple[str, ...]) -> tuple[pd.DataFrame, list[float]]:
    """Compare two voices, and give the highest value of each deal, as the chapter does."""
    one, other = list(texts_1), list(texts_2)
    highest = [max(deal(one, other, number)["log_likelihood"]) for number in range(DEALS)]
    return keyness(words(one), words(other)), highest


@cache
def made_from(text: str) -> dict[str, Any]:
    quotes = quote_table(load_article("seeds/tarrowmere_debate.txt").text)
    calloway, pruett = (
        list(quotes[quotes["speaker"] == name]["text"]) for name in ("Ruth Calloway", "Dale Pruett")
    )
    (voice_1, pieces_1), (voice_2, pieces_2) = two_voices(text)
    own = quote_table(text)
    made: dict[str, Any] = {
        "voice_1": voice_1,
        "voice_2": voice_2,
        "pieces_1": pieces_1,
        "pieces_2": pieces_2,
        "spoken": own[own["speaker"].isin([voice_1, voice_2])],
    }
    for here, one, other in (("", calloway, pruett), ("_here", pieces_1, pieces_2)):
        table, highest = all_deals(tuple(one), tuple(other))
        made["table" + here] = table
        made["real" + here] = max(table["log_likelihood"])
        made["highest" + here] = highest
    made["together"] = made["table_here"]["target_count"] + made["table_here"]["reference_count"]
    return made


def state(article: Article) -> dict[str, Any]:
    """What the chapter's cells make of the article."""
    return made_from(article.text)


hapaxes = multiple_choice(
    "hapaxes_on_top",
    "Why hapaxes came out on top",
    "b",
    {
        "a": "They met once. Is that a habit?",
        "b": "The expected count is tiny, so one time looks like a lot. Small counts will lie here, too.",
        "c": "Nobody asked the words. Which two numbers does PMI divide, and which of them is tiny?",
    },
    kind="recall",
    hints=[
        "PMI divides the count of a pair by its expected count. How large is that for two hapaxes?",
        "If a pair is expected 0.002 times, one time is 500 times as often.",
    ],
)


whose_words = multiple_choice(
    "whose_words",
    "Whose words?",
    "a",
    {
        "a": "Between marks, and speech. What she said about the bridge is in the reporter's words.",
        "b": "Does *the bridge was late* stand between quotation marks?",
        "c": "Is the title of a book something that she said?",
    },
    kind="recall",
    hints=[
        "The tool looks at what stands between quotation marks. Which words do?",
        "Without all_kinds=True the table lists speech alone. Is the title of a book speech?",
    ],
)


@exercise(
    "who_says_more",
    "Find the bug",
    kind="bug",
    answers=["who_says_more"],
    hints=[
        "3 is more than 2. But is 3 among 30 more than 2 among 5?",
        "Divide each count by the number of tokens of its own voice, then compare.",
        "The first line should be: often_1 = tokens_1.count(word) / len(tokens_1). What about the second?",
    ],
)
def rates(who_says_more: Any, work: Work) -> Verdict:
    def solution(word: str, tokens_1: list[str], tokens_2: list[str]) -> str:
        often_1 = tokens_1.count(word) / len(tokens_1)
        often_2 = tokens_2.count(word) / len(tokens_2)
        if often_1 > often_2:
            return "first"
        if often_2 > often_1:
            return "second"
        return "equal"

    def larger(first: float, second: float) -> str:
        return "first" if first > second else "second" if second > first else "equal"

    def counts(word: str, tokens_1: list[str], tokens_2: list[str]) -> str:
        return larger(tokens_1.count(word), tokens_2.count(word))

    def voice(count: int, size: int) -> list[str]:
        return ["peace"] * count + ["and"] * (size - count)

    turned = {"first": "second", "second": "first", "equal": "equal"}
    # Count and length in the first voice, count and length in the second.
    cases = [
        (2, 8, 1, 4),
        (2, 4, 3, 6),
        (1, 3, 0, 5),
        (0, 3, 0, 5),
        (3, 30, 2, 5),
        (2, 4, 3, 60),
        (2, 3, 1, 9),
    ]
    samples = [("peace", voice(a, n), voice(b, m)) for a, n, b, m in [*cases, (3, 10, 1, 10)]]
    for said in (call(who_says_more, *sample) for sample in samples):
        if not isinstance(said, str) or said not in turned:
            ask = 'and should say "first", "second" or "equal". Did you keep the last five lines?'
            return question(f"It gives {short(said)}, {ask}", "other answers")
    lengths = "It compares the lengths of the voices. Where did the word go?"
    return behaves(
        who_says_more,
        solution,
        samples,
        praise="Now it compares rates: each count is divided by the length of its own voice.",
        bug=counts,
        exercise="who_says_more",
        wrong=[
            (
                "other order",
                lambda *sample: turned[solution(*sample)],
                "It compares the rates, but the other way round. Who says it more?",
            ),
            (
                "counts, in the other order",
                lambda *sample: turned[counts(*sample)],
                "It compares counts, and the other way round. What are the rates, and who says it more?",
            ),
            ("lengths compared", lambda word, one, two: larger(len(one), len(two)), lengths),
            ("lengths compared", lambda word, one, two: larger(len(two), len(one)), lengths),
            (
                "divided by the other voice",
                lambda word, one, two: larger(one.count(word) / len(two), two.count(word) / len(one)),
                "Is each count divided by the length of its own voice?",
            ),
            (
                "whole division",
                lambda word, one, two: larger(one.count(word) // len(one), two.count(word) // len(two)),
                "Which sign divides exactly, / or //?",
            ),
        ],
        ask="What are the two rates, each divided by its own length?",
    )


large_or_sure = multiple_choice(
    "large_or_sure",
    "Large or sure?",
    "b",
    {
        "a": "3 against 0 in 1,000 tokens each: could that not be an accident?",
        "b": "Six times as often against four times, but a log-likelihood of 4.2 against 19.3. A large "
        "difference is not a sure one.",
        "c": "3 against 0.5 is six times as often. And 40 against 10?",
    },
    kind="predict",
    hints=[
        "For fish the table takes 0.5 in place of 0. How many times 0.5 is 3? And how many times 10 is 40?",
        "3 against 0 can be an accident. How hard is it to explain 40 against 10 by chance?",
    ],
)


@exercise(
    "two_hundred_deals",
    "Two hundred deals",
    kind="parsons",
    answers=["order", "lines"],
    hints=[
        "The list has to be there before the loop.",
        "Two lines make dealt. Which of them makes another deal in each round?",
        "The empty list (C), the loop, a new deal, and last the line that keeps its highest value.",
    ],
)
def two_hundred(order: Any, lines: Any, work: Work) -> Verdict:
    names = {
        "calloway": [],
        "pruett": [],
        "deal": lambda one, other, number: {"log_likelihood": [0, number + 0.5]},
    }
    made = run_lines(lines, order, names, makes="values")["values"]
    if {"B", "D"} <= set(order) and made and made[-1] != made[0]:
        return question("Two of your lines make `dealt`. Which is not needed?", "both lines")
    return compare(
        made,
        [number + 0.5 for number in range(DEALS)],
        praise="Another number, another deal: 200 values to hold the real one against.",
        wrong=[
            ("empty", [], "The list stays empty. Which line puts something into it?"),
            (
                "same shuffle",
                [1.5] * DEALS,
                "`deal(calloway, pruett, 1)` deals the same way each time. Where would the 200 differ?",
            ),
        ],
        otherwise="What is in `values` after the first round, and what after the second?",
    )


@exercise(
    "beside_the_deals",
    "Beside the null",
    kind="compute",
    answers=["share"],
    uses=["real", "highest"],
    hints=[
        "With a list comprehension, keep the values of highest that are at least as high as real.",
        "Add 1 to their number and 1 to the number of all deals, then divide. Mind the brackets.",
        "Write: share = (len([value for value in highest if value >= real]) + 1) / (len(highest) + 1)",
    ],
)
def beside_the_deals(share: Any, work: Work) -> Verdict:
    return _share(
        share, work.highest, work.real, work, "", "So the debate can tell: here are two ways to talk."
    )


@exercise(
    "article_beside_the_deals",
    "The article beside its null",
    kind="compute",
    answers=["share_here"],
    uses=["real_here", "highest_here"],
    rests_on=["spoken"],
    hints=[
        "It is the same line as for the debate. Which names are the article's?",
        "Write: share_here = (len([value for value in highest_here if value >= real_here]) + 1) / "
        "(len(highest_here) + 1)",
    ],
)
def article_beside_the_deals(share_here: Any, work: Work) -> Verdict:
    number = sum(value >= work.real_here for value in work.highest_here)
    meaning = (
        "Chance alone seldom does that: read the lines of the surest word, and ask what else explains it."
    )
    if (number + 1) / (DEALS + 1) > 0.05:
        meaning = "Chance does that often enough: this article cannot tell. That is a result, too."
    return _share(share_here, work.highest_here, work.real_here, work, "_here", meaning)


def _share(share: Any, highest: list[float], real: float, work: Work, here: str, meaning: str) -> Verdict:
    """Judge the share of the deals that are at least as high as the real value, the real one among them."""
    number, total = sum(value >= real for value in highest), len(highest)
    asked = f"(len([value for value in highest{here} if value >= real{here}]) + 1) / (len(highest{here}) + 1)"
    ask = (
        f"How many values of `highest{here}` are at least as high as `real{here}`, and what is added to both?"
    )
    above = sum(value >= 3.84 for value in highest)
    wrong = [
        ("without the real one", number / total, "Is the real deal counted, above and below?"),
        ("the real one above alone", (number + 1) / total, "The real one is counted above. And below?"),
        ("the real one below alone", number / (total + 1), "The real one is counted below. And above?"),
        ("brackets missing", number + 1 / (total + 1), "Is all that is above the line in brackets?"),
        ("brackets missing", (number + 1) / total + 1, "Is all that is below the line in brackets?"),
        (
            "brackets missing",
            number + 1 / total + 1,
            "What is above the line, what is below, and where are the brackets?",
        ),
        (
            "the limit of 3.84",
            (above + 1) / (total + 1),
            "Those are the deals with 3.84 or more. What is the real value?",
        ),
        ("the number alone", number + 1, "That is how many they are, with the real one. Divided by what?"),
    ]
    if not number:  # 0 divided by whatever is 0
        wrong = [one for one in wrong if one[0] != "the real one below alone"]
    if here:
        debate = (sum(value >= work.real for value in work.highest) + 1) / (len(work.highest) + 1)
        wrong.append(
            ("the debate's", debate, "That is the share of the debate. What are the article's names?")
        )
    return expect(
        share,
        asked,
        work,
        praise=f"{number} of {total} deals do as well as the real one, so the share is "
        f"{(number + 1) / (total + 1):.3f}. {meaning}",
        wrong=wrong,
        ask=ask,
    )


@exercise(
    "chart_minimum",
    "Your minimum",
    kind="compute",
    answers=["minimum"],
    uses=["together"],
    rests_on=["spoken"],
    hints=[
        "Write 3 in place of the 2 and run the cell. How many words are left?",
        "Go on, 4, 5, 6 …, until it says 20 or fewer. That number is the minimum.",
    ],
)
def chart_minimum(minimum: Any, work: Work) -> Verdict:
    together = work.together
    smallest = next(
        number for number in range(1, len(together) + 1_000_000) if sum(together >= number) <= MOST_BARS
    )
    left = int(sum(together >= smallest))
    is_whole = isinstance(minimum, int | float) and not isinstance(minimum, bool) and minimum == int(minimum)
    if is_whole and minimum >= 1 and minimum != smallest:
        here = f"With a minimum of {int(minimum)}, the words that are left: {int(sum(together >= minimum))}."
        if minimum < smallest:
            return question(f"{here} What happens if you go one higher?", "too low")
        return question(f"{here} Would a smaller minimum be enough?", "too high")
    return compare(
        minimum,
        smallest,
        praise=f"{smallest}, and {left} of {len(together)} words are left. A report has to say so.",
        wrong=[("the words left", left, "That is how many words are left. With which minimum?")],
        otherwise="Which whole number, 1 or more, leaves 20 words or fewer?",
    )


better_difference = better_of_two(
    "better_difference",
    "b",
    {
        "a": "Which counts are they? And what does 3.84 hold for: this word, or one chosen beforehand?",
        "b": "Both counts, the deals, and what one evening cannot tell.",
    },
)
