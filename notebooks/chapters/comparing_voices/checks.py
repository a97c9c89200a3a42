"""Checks of Comparing voices."""

import numbers
import random
from math import log
from typing import Any

from textkit import STOPWORDS, Article, frequency_table, keyness, quote_table, speaker_table, tokenize
from textkit.course import (
    RIGHT,
    Misconception,
    Verdict,
    Work,
    behaves,
    call,
    choose,
    compare,
    exercise,
    expect,
    expects,
    instead,
    not_yet,
    question,
    right,
    run_lines,
    same,
    short,
)
from textkit.course.asking import is_asked
from textkit.course.misconceptions import two_values


def state(article: Article) -> dict[str, Any]:
    """What the chapter's cells make of the article."""
    quotes = quote_table(article.text)
    speakers = speaker_table(article.text)
    known = speakers[speakers["speaker"] != "unknown"]
    enough = known[known["words"] >= 20].sort_values("words", ascending=False)
    if len(enough) >= 2:
        voice_1, voice_2 = enough["speaker"].head(2)
        spoken = quotes[quotes["speaker"].isin([voice_1, voice_2])]
        tokens_1, tokens_2 = (
            tokenize("\n".join(quotes[quotes["speaker"] == voice]["text"]), lower=True)
            for voice in (voice_1, voice_2)
        )
    else:
        tokens = tokenize(article.text, lower=True)
        middle = len(tokens) // 2
        voice_1, voice_2 = "first half", "second half"
        tokens_1, tokens_2 = tokens[:middle], tokens[middle:]
        spoken = quotes.head(0)
    pool = tokens_1 + tokens_2
    content = [token for token in pool if token not in STOPWORDS]
    word = frequency_table(content or pool)["token"][0]
    table = keyness(tokens_1, tokens_2)
    return {
        "spoken": spoken,
        "voice_1": voice_1,
        "voice_2": voice_2,
        "tokens_1": tokens_1,
        "tokens_2": tokens_2,
        "n_1": len(tokens_1),
        "n_2": len(tokens_2),
        "pool": pool,
        "word": word,
        "a": tokens_1.count(word),
        "b": tokens_2.count(word),
        "table": table,
        "expected_long": 9.0,  # the small example's
        "expected_short": 3.0,
        "row": table[table["token"] == word],
        "real": max(table["log_likelihood"]),
    }


@exercise(
    "hapaxes_on_top",
    "Why hapaxes came out on top",
    kind="recall",
    answers=["answer"],
    hints=[
        "PMI divides the count of a pair by its expected count. How large is that for two hapaxes?",
        "If a pair is expected 0.002 times, one time is 500 times as often.",
    ],
)
def hapaxes(answer: Any, work: Work) -> Verdict:
    return choose(
        answer,
        "b",
        {
            "a": "They met once. Is that a habit?",
            "b": "The expected count is tiny, so one time looks like a lot. Small counts will lie here, too.",
            "c": "Nobody asked the words. Which two numbers does PMI divide, and which of them is tiny?",
        },
    )


@exercise(
    "whose_words",
    "Whose words?",
    kind="recall",
    answers=["answer"],
    hints=[
        "The tool looks at what stands between quotation marks. Which words do?",
        "Without all_kinds=True the table lists speech alone. Is the title of a book speech?",
    ],
)
def whose_words(answer: Any, work: Work) -> Verdict:
    return choose(
        answer,
        "a",
        {
            "a": "Between marks, and speech. What she said about the bridge is in the reporter's words.",
            "b": "Does *the bridge was late* stand between quotation marks?",
            "c": "Is the title of a book something that she said?",
        },
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


@exercise(
    "log_likelihood",
    "Log-likelihood by hand",
    kind="complete",
    answers=["expected_2", "ll"],
    uses=["tokens_1", "tokens_2", "word", "a", "b", "n_1", "n_2"],
    rests_on=["spoken"],
    hints=[
        "expected_2 is made like expected_1. Which length stands on top?",
        "For ll, look at the last line of the example: two parts are added, and the sum is doubled.",
        "Write: expected_2 = (a + b) * n_2 / (n_1 + n_2) "
        "and ll = 2 * (part(a, expected_1) + part(b, expected_2))",
    ],
)
def by_hand(expected_2: Any, ll: Any, work: Work) -> Verdict:
    a, b, n_1, n_2 = work.a, work.b, work.n_1, work.n_2
    e_1, e_2 = (a + b) * n_1 / (n_1 + n_2), (a + b) * n_2 / (n_1 + n_2)
    first = expect(
        expected_2,
        "(a + b) * n_2 / (n_1 + n_2)",
        work,
        praise="",
        wrong=[
            (
                "the other voice",
                e_1,
                "That is the expected count in the first voice. Whose length belongs on top now?",
            ),
            ("halved", (a + b) / 2, "That is half of all. Are the two voices equally long?"),
            (
                "observed for expected",
                b,
                "So often it does come up. How often would it, at the same rate in both?",
            ),
            (
                "divided by the other voice",
                (a + b) * n_2 / n_1,
                "You divided by the first voice alone. Is that all?",
            ),
            ("share of the tokens", n_2 / (n_1 + n_2), "That is a share of the tokens. What is shared out?"),
            ("own count alone", b * n_2 / (n_1 + n_2), "Its own count is shared out. How many are in both?"),
            ("rounded on the way", a + b - round(e_1), "Was the other one rounded? Don't round on the way."),
        ],
        ask="The two voices share the a + b occurrences by their lengths. What is the second share?",
    )
    if first.state != RIGHT:
        return first
    likelihood = float(work.row["log_likelihood"].iloc[0])
    if _is_number(ll) and abs(ll - likelihood) < 1e-9:  # equal rates: 0, give or take the last digit
        ll = likelihood
    one, two = _part(a, e_1), _part(b, e_2)
    base = "That is another logarithm than the formula's. Which one does Python call `log`?"
    return compare(
        ll,
        likelihood,
        praise=f"{likelihood:.2f}. The table of keyness says the same. Is that a lot? We come to that.",
        wrong=[
            ("not doubled", one + two, "Is the sum of the two parts doubled?"),
            ("first part alone", 2 * one, "That is the first part, doubled. Where is the second?"),
            ("second part alone", 2 * two, "That is the second part, doubled. Where is the first?"),
            (
                "first part doubled",
                2 * one + two,
                "Only the first part is doubled. Where do the brackets go?",
            ),
            ("second part doubled", one + 2 * two, "Only the second is doubled. Where do the brackets go?"),
            ("part taken away", 2 * (one - two), "Is the second part added, or taken away?"),
            (
                "upside down",
                -likelihood,
                "The size is right. Which goes on top: the count, or the expected one?",
            ),
            ("logarithm with base 2", likelihood / log(2), base),
            ("logarithm with base 10", likelihood / log(10), base),
            (
                "expected counts swapped",
                2 * (_part(a, e_2) + _part(b, e_1)),
                "Does each count meet the expected one of its own voice?",
            ),
            (
                "the example",
                2 * (_part(a, 12 * 300 / 400) + _part(b, 12 * 100 / 400)),
                "Those are the expected counts of the small example. What are the article's called?",
            ),
            (
                "log ratio",
                float(work.row["log_ratio"].iloc[0]),
                "That is its log ratio. Which column is next to it?",
            ),
            (
                "divided by the other count",
                2 * (_part(a, b) + _part(b, a)),
                "Did you divide by the other count, or by the expected one?",
            ),
        ],
        otherwise="`expected_2` is right. What are part(a, expected_1) and part(b, expected_2), and what "
        "happens to their sum?",
    )


@exercise(
    "swap_sides",
    "Swap the sides",
    kind="predict",
    answers=["prediction"],
    uses=["table", "word", "row"],
    rests_on=["spoken"],
    hints=[
        "Four times as often in the target: what is that, seen from the reference?",
        "Swap a with b and E1 with E2 in the formula. Does the sum change?",
        "The log-likelihood stays as it is, and the log ratio changes its sign.",
    ],
)
def swap(prediction: Any, work: Work) -> Verdict:
    likelihood = float(work.row["log_likelihood"].iloc[0])
    ratio = float(work.row["log_ratio"].iloc[0])
    if isinstance(prediction, list | tuple) and len(prediction) != 2:
        return question(
            f"The list should hold two numbers. Yours holds {len(prediction)}. Which two belong there?",
            "too many" if len(prediction) > 2 else "too few",
        )
    return compare(
        prediction,
        [likelihood, -ratio],
        praise="The evidence is the same from both sides. The direction turns round: twice as often here is "
        "half as often there.",
        wrong=[
            *two_values(
                (likelihood, -ratio),
                ("the log-likelihood", "the log ratio"),
                (
                    "negative evidence",
                    -likelihood,
                    None,
                    "Can we be less than not sure at all? Swap a and b.",
                ),
                (
                    "sum turned",
                    1 / (likelihood or 1),
                    None,
                    "Does the sum change when a and b change places?",
                ),
                (
                    "same direction",
                    None,
                    ratio,
                    "If the target says a word twice as often, how often does the reference say it?",
                ),
                (
                    "rate turned, not its logarithm",
                    None,
                    1 / (ratio or 1),
                    "The *rates* are divided the other way round. What does that do to their logarithm?",
                ),
                ("vanishes", 0, 0, "Would it vanish, seen from the other side?"),
            ),
            ("the other one turns", [-likelihood, ratio], "One of them changes its sign. Is it this one?"),
            ("one number", likelihood, "That is the log-likelihood. What is the second number, in the list?"),
            ("one number", -ratio, "That is the log ratio. What is the first number, in the list?"),
        ],
        otherwise="The row above has both numbers before the swap. Which stays, and what becomes of the "
        "other?",
    )


@exercise(
    "wrong_side",
    "On the wrong side",
    kind="compute",
    answers=["n_wrong"],
    uses=["table"],
    rests_on=["spoken"],
    hints=[
        'The first condition compares table["target_per_thousand"] with table["reference_per_thousand"].',
        'The second is table["log_ratio"] < 0. Join them with &, each in brackets, and count the rows.',
        'Write: n_wrong = len(table[(table["target_per_thousand"] > table["reference_per_thousand"]) & '
        '(table["log_ratio"] < 0)])',
    ],
)
def wrong_side(n_wrong: Any, work: Work) -> Verdict:
    table = work.table
    higher = table["target_per_thousand"] > table["reference_per_thousand"]
    below = table["log_ratio"] < 0
    number = int((higher & below).sum())
    longer = f"{work.n_1} tokens against {work.n_2}"
    ask = "How many rows fit both conditions: used more by the target, and a log ratio below 0?"
    return compare(
        n_wrong,
        number,
        praise=f"{number} of {len(table)} words. All of them are words that {work.voice_1} uses and "
        f"{work.voice_2} never does, and the sign says the opposite: {longer}, that is how 0.5 wins."
        if number
        else f"None: {longer}. The 0.5 turns a sign only where the target is more than twice as long.",
        wrong=[
            Misconception(
                "zero", 0, "There are some. What if the reference never has a word, the target once?"
            ),
            *instead(
                ask,
                {
                    "the number of words with a log ratio below 0": int(below.sum()),
                    "the share of the words with a log ratio below 0": below.mean(),
                    "the number of words that the target uses more": int(higher.sum()),
                    "the number of words whose counts, not rates, are higher": int(
                        ((table["target_count"] > table["reference_count"]) & below).sum()
                    ),
                    "the number of words that the reference never uses": int(
                        (table["reference_count"] == 0).sum()
                    ),
                    "the number of those that fit one condition or the other": int((below | higher).sum()),
                    "the number of words on the right side, below 0": int((~higher & below).sum()),
                    "the number of all words": len(table),
                    "their share": number / len(table),
                },
            ),
        ],
        otherwise=ask,
    )


@exercise(
    "minimum",
    "How high a minimum?",
    kind="compute",
    answers=["minimum"],
    uses=["table"],
    rests_on=["spoken"],
    hints=[
        "In exercise [[wrong_side]] you counted rows of table. Count the same in often.",
        "Write the 2 anew: 1, then 2, then 3. Stop as soon as the count is 0.",
        "It is one more than the count of the most frequent word on the wrong side, or 1 if there is none.",
    ],
)
def least_minimum(minimum: Any, work: Work) -> Verdict:
    table = work.table
    together = table["target_count"] + table["reference_count"]
    wrong = (table["target_per_thousand"] > table["reference_per_thousand"]) & (table["log_ratio"] < 0)
    smallest = int(together[wrong].max()) + 1 if wrong.any() else 1
    expects(minimum, smallest, trivial=smallest == 1)
    if not _is_number(minimum):
        return compare(minimum, smallest, praise="", wrong=[], otherwise="Which single number is it?")
    if same(minimum, smallest):
        if smallest == 1:
            return right("1: no word is on the wrong side here, so nothing has to be left out for that.")
        return right(
            f"{smallest}: now no sign is turned by the 0.5. It costs {int((together < smallest).sum())} of "
            f"{len(table)} words. A report has to say so."
        )
    if minimum < 1:
        ask = "Every word of the table comes up at least once. Which minimum changes something?"
        return question(ask, "below one")
    if minimum != int(minimum):
        return question("Counts are whole numbers. Which whole number is it?", "no whole number")
    if left := int((wrong & (together >= minimum)).sum()):
        return question(
            f"With a minimum of {int(minimum)}, the words on the wrong side that are still there: {left}. "
            "What happens if you go one higher?",
            "too low",
        )
    return question(
        "With that, no word is on the wrong side, either. Would a smaller one be enough?", "too high"
    )


@exercise(
    "random_splits",
    "Two hundred splits",
    kind="parsons",
    answers=["order", "lines"],
    hints=[
        "The list has to be there before the loop.",
        "Two lines make split. Which of them gives another split in each round?",
        "The empty list (C), the loop, a new split, and last the line that keeps its highest value.",
    ],
)
def two_hundred(order: Any, lines: Any, work: Work) -> Verdict:
    names = {"random_split": lambda number: {"log_likelihood": [0, number + 0.5]}}
    made = run_lines(lines, order, names, makes="highest")["highest"]
    if {"B", "D"} <= set(order) and made and made[-1] != made[0]:
        return question("Two of your lines make `split`. Which is not needed?", "both lines")
    return compare(
        made,
        [number + 0.5 for number in range(200)],
        praise="Another number, another split: 200 values to hold the real one against.",
        wrong=[
            ("empty", [], "The list stays empty. Which line puts something into it?"),
            (
                "same shuffle",
                [1.5] * 200,
                "`random_split(1)` shuffles the same way each time. Where would the 200 differ?",
            ),
        ],
        otherwise="What is in `highest` after the first round, and what after the second?",
    )


@exercise(
    "beside_the_null",
    "Beside the null",
    kind="compute",
    answers=["as_high"],
    uses=["table", "pool", "real"],
    earlier=["highest"],
    rests_on=["spoken"],
    hints=[
        "Keep the values of highest that are at least as high as real, with a list comprehension.",
        "A share is a part divided by the whole. The whole is the number of splits.",
        "Write: as_high = len([value for value in highest if value >= real]) / len(highest)",
    ],
)
def beside_the_null(as_high: Any, work: Work) -> Verdict:
    highest: Any = work.earlier["highest"]
    if is_asked(as_high):
        highest = [_highest(work, number) for number in range(200)]
    if not _are_splits(highest, work):
        return not_yet(
            "`highest` is not there, or was made from another text. Run the cell that makes the 200 splits, "
            "then this one."
        )
    total = len(highest)
    number = sum(value >= work.real for value in highest)
    meaning = "Chance alone seldom does that: the surest word deserves a closer look at its lines."
    if number / total > 0.05:
        meaning = "Chance does that often enough: the surest word of the table proves nothing by itself."
    above = sum(value >= 3.84 for value in highest)
    ask = "How many values of `highest` are at least as high as `real`, and how many are there in all?"
    with_the_real = same(as_high, (number + 1) / (total + 1))  # as many books have it: as good
    return expect(
        number / total if with_the_real else as_high,
        "len([value for value in highest if value >= real]) / len(highest)",
        work,
        highest=highest,
        praise=f"In {number} of {total} random splits some word is at least as sure as the real one's "
        f"surest. {meaning}",
        wrong=instead(
            ask,
            {
                **({"the number of splits above the limit of 3.84": above} if above != number else {}),
                **(
                    {"the share of the splits above the limit of 3.84": above / total}
                    if above != number
                    else {}
                ),
                "the share of the splits that are not higher": sum(v <= work.real for v in highest) / total,
                "the average of the values": sum(highest) / total,
                "a share of the words of the real table": (work.table["log_likelihood"] >= work.real).mean(),
                "their number divided by that of the words in `table`": number / len(work.table),
                "their number divided by that of the tokens": number / len(work.pool),
                "their number divided by 1,000": number / 1000,
            },
        ),
        ask=ask,
    )


def _part(count: int, expected: float) -> float:
    """Compute one part of the log-likelihood, as the chapter's function does."""
    return count * log(count / expected) if count and expected else 0


def _is_number(value: Any) -> bool:
    return isinstance(value, numbers.Number) and not isinstance(value, bool)


def _are_splits(highest: Any, work: Work) -> bool:
    """Tell whether the student's list comes from random splits of this article: try its two ends."""
    if not isinstance(highest, list) or not highest:
        return False
    return all(same(highest[number], _highest(work, number)) for number in (0, len(highest) - 1))


def _highest(work: Work, number: int) -> float:
    """Return the highest log-likelihood of a random split, as the chapter's function makes it."""
    mixed = list(work.pool)
    random.Random(number).shuffle(mixed)
    split = keyness(mixed[: work.n_1], mixed[work.n_1 :])
    return float(split["log_likelihood"].max())
