"""Checks of Comparing voices."""

import numbers
import random
from math import log
from typing import Any

from textkit import STOPWORDS, Article, frequency_table, keyness, quote_table, speaker_table, tokenize
from textkit.course import (
    RIGHT,
    Verdict,
    Work,
    behaves,
    call,
    choose,
    compare,
    exercise,
    expects,
    not_yet,
    question,
    ratio,
    right,
    run_lines,
    same,
    short,
)
from textkit.course.asking import is_asked


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

    turned = {"first": "second", "second": "first", "equal": "equal"}
    # Count and length in the first voice, count and length in the second.
    cases = [(2, 8, 1, 4), (2, 4, 3, 6), (1, 3, 0, 5), (0, 3, 0, 5), (3, 30, 2, 5), (2, 4, 3, 60)]
    samples = [("peace", _text(a, n), _text(b, m)) for a, n, b, m in [*cases, (3, 10, 1, 10)]]
    for said in (call(who_says_more, *sample) for sample in samples):
        if not isinstance(said, str) or said not in turned:
            return question(
                f'It gives {short(said)}, and should say "first", "second" or "equal". Did you keep the last '
                "five lines?",
                "other answers",
            )
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
    first = compare(
        expected_2,
        e_2,
        praise="",
        wrong=[
            (
                "the other voice",
                e_1,
                "That is the expected count in the first voice. Whose length belongs on top now?",
            ),
            (
                "observed for expected",
                b,
                "So often it does come up. How often would it, at the same rate in both?",
            ),
            ("halved", (a + b) / 2, "That is half of all. Are the two voices equally long?"),
            (
                "share of the tokens",
                n_2 / (n_1 + n_2),
                "That is the share of the tokens. How many occurrences are shared out?",
            ),
            (
                "divided by the other voice",
                (a + b) * n_2 / n_1,
                "You divided by the first voice alone. How many tokens are there in all?",
            ),
            (
                "own count alone",
                b * n_2 / (n_1 + n_2),
                "You shared out only its own count. How many are there in both?",
            ),
            ("rounded on the way", a + b - round(e_1), "Was the other one rounded? Don't round on the way."),
        ],
        otherwise="The two voices share the a + b occurrences by their lengths. What is the second share?",
    )
    if first.state != RIGHT:
        return first
    part_1, part_2 = _part(a, e_1), _part(b, e_2)
    likelihood = float(work.row["log_likelihood"].iloc[0])
    if _is_number(ll) and abs(ll - likelihood) < 1e-9:  # equal rates: 0, give or take the last digit
        ll = likelihood
    return compare(
        ll,
        likelihood,
        praise=f"{likelihood:.2f}. The table of keyness says the same. Is that a lot? We come to that.",
        wrong=[
            ("not doubled", part_1 + part_2, "Is the sum of the two parts doubled?"),
            ("first part alone", 2 * part_1, "That is the first part, doubled. Where is the second?"),
            ("second part alone", 2 * part_2, "That is the second part, doubled. Where is the first?"),
            (
                "first part doubled",
                2 * part_1 + part_2,
                "Only the first part is doubled. Where do the brackets go?",
            ),
            (
                "second part doubled",
                part_1 + 2 * part_2,
                "Only the second part is doubled. Where do the brackets go?",
            ),
            ("part taken away", 2 * (part_1 - part_2), "Is the second part added, or taken away?"),
            (
                "upside down",
                -likelihood,
                "The size is right. Which goes on top: the count, or the expected count?",
            ),
            (
                "logarithm with base 2",
                likelihood / log(2),
                "That is measured with log2. Which logarithm does the formula take?",
            ),
            (
                "logarithm with base 10",
                likelihood / log(10),
                "That is measured with log10. Which logarithm does the formula take?",
            ),
            (
                "expected counts swapped",
                2 * (_part(a, e_2) + _part(b, e_1)),
                "Does each count meet the expected one of its own voice?",
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
    if isinstance(prediction, list | tuple) and any(isinstance(value, str) for value in prediction):
        return question("There is text in your list. Do numbers need quotation marks?", "text for a number")
    if isinstance(prediction, list | tuple) and len(prediction) != 2:
        return question(
            f"The list should hold two numbers. Yours holds {len(prediction)}. Which two belong there?"
        )
    return compare(
        prediction,
        [likelihood, -ratio],
        praise="The evidence is the same from both sides. The direction turns round: twice as often here is "
        "half as often there.",
        wrong=[
            (
                "same direction",
                [likelihood, ratio],
                "The first is right. If the target says a word twice as often, how often does the "
                "reference say it? What are log2(2) and log2(1 / 2)?",
            ),
            (
                "negative evidence",
                [-likelihood, -ratio],
                "The log ratio is right. Can we be less than not sure at all? Swap a and b in the formula.",
            ),
            ("the other one turns", [-likelihood, ratio], "One of them changes its sign. Is it this one?"),
            (
                "rate turned, not its logarithm",
                [likelihood, 1 / ratio if ratio else 0],
                "The first is right. The *rates* are divided the other way round. What does that do to "
                "their logarithm?",
            ),
            (
                "sum turned",
                [1 / likelihood if likelihood else 0, -ratio],
                "The log ratio is right. Does the sum change?",
            ),
            (
                "difference vanishes",
                [likelihood, 0],
                "The first is right. Would a difference vanish, seen from the other side?",
            ),
            (
                "evidence vanishes",
                [0, -ratio],
                "The second is right. Would the evidence vanish, seen from the other side?",
            ),
            (
                "other order",
                [-ratio, likelihood],
                "The values are right. Which of the two comes first in the list?",
            ),
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
    if hasattr(n_wrong, "columns"):
        return question("Those are rows of a table. How many are they? len(…) counts them.", "whole table")
    higher = table["target_per_thousand"] > table["reference_per_thousand"]
    more = table["target_count"] > table["reference_count"]
    below = table["log_ratio"] < 0
    number = int((higher & below).sum())
    longer = f"{work.n_1} tokens against {work.n_2}"
    return compare(
        n_wrong,
        number,
        praise=f"{number} of {len(table)} words. All of them are words that {work.voice_1} uses and "
        f"{work.voice_2} never does, and the sign says the opposite: {longer}, that is how 0.5 wins."
        if number
        else f"None: {longer}. The 0.5 turns a sign only where the target is more than twice as long.",
        wrong=[
            (
                "all of them",
                len(table),
                "Those are all words. Which brackets pick the rows that fit both conditions?",
            ),
            (
                "one condition alone",
                int(below.sum()),
                "Those have a log ratio below 0. Which of them does the target use more all the same?",
            ),
            (
                "one condition alone",
                int(higher.sum()),
                "Those the target uses more. How many of them have a log ratio below 0 all the same?",
            ),
            (
                "counts for rates",
                int((more & below).sum()),
                "You compared the counts. Which two columns hold the rates?",
            ),
            (
                "never in the reference",
                int((table["reference_count"] == 0).sum()),
                "Those the reference never uses. Do all of them have a log ratio below 0?",
            ),
            (
                "or for and",
                int((below | higher).sum()),
                "Those fit one condition or the other. How many fit both conditions?",
            ),
            (
                "right side",
                int((~higher & below).sum()),
                "Those are on the right side. How many does the target use more?",
            ),
            ("share for a number", number / len(table), "That is a share. How many are they?"),
            (
                "zero",
                0,
                "There are some. What happens to a word that the target has once and the reference never?",
            ),
        ],
        otherwise="How many rows fit both conditions: used more by the target, and a log ratio below 0?",
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
        left = int((together >= smallest).sum())
        if smallest == 1:
            return right("1: no word is on the wrong side here, so nothing has to be left out for that.")
        return right(
            f"{smallest}: now no sign is turned by the 0.5. It costs {len(table) - left} of {len(table)} "
            "words. A report has to say so."
        )
    if minimum < 1:
        return question(
            "Every word of the table comes up at least once. Which minimum changes something?", "below one"
        )
    if minimum != int(minimum):
        return question("Counts are whole numbers. Which whole number is it?", "no whole number")
    left = int((wrong & (together >= minimum)).sum())
    if left:
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
    made = run_lines(lines, order, {"random_split": lambda number: {"log_likelihood": [0, number + 0.5]}})
    if "highest" not in made:
        return question("Your lines never make `highest`. Which line does?", "line missing")
    if same(made["highest"], [number + 0.5 for number in range(200)]):
        if {"B", "D"} <= {letter.upper() for letter in order}:
            return question("Two of your lines make `split`. Which is not needed?", "both lines")
        return right("Another number, another split: 200 values to hold the real one against.")
    if not made["highest"]:
        return question("The list stays empty. Which line puts something into it?", "empty")
    return question(
        "`random_split(1)` shuffles the same way each time. Where would the 200 differ?", "same shuffle"
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
    above = sum(value > work.real for value in highest)
    share = number / total
    if share > 0.05:
        meaning = (
            "Chance alone does that often enough: the surest word of the table proves nothing by itself."
        )
    else:
        meaning = "Chance alone seldom does that: the surest word deserves a closer look at its lines."
    with_the_real = (number + 1) / (total + 1)  # as many books have it: as good
    return compare(
        as_high,
        with_the_real if same(as_high, with_the_real) else share,
        praise=f"In {number} of {total} random splits some word is at least as sure as the real one's "
        f"surest. {meaning}",
        wrong=[
            *ratio(
                number,
                total,
                part_is="the number of splits that are at least as high",
                whole_is="the number of splits",
                wholes={
                    "the number of words": len(work.table),
                    "the number of tokens": len(work.pool),
                    "1,000": 1000,
                },
                parts={
                    "the splits that are higher, without the equal ones,": above,
                    "the splits that are not higher": total - above,
                    "the splits above the limit of 3.84": sum(value >= 3.84 for value in highest),
                    "the values themselves, added,": sum(highest),
                },
            ),
            (
                "limit for real, count for share",
                sum(value >= 3.84 for value in highest),
                "So many are above 3.84. Is that the value to compare with, and what share is it?",
            ),
            (
                "real table",
                int((work.table["log_likelihood"] >= work.real).sum()) / len(work.table),
                "That looks at the words of the real table. Where are the values of the random splits?",
            ),
        ],
        otherwise="How many values of `highest` are at least as high as `real`, and how many are there "
        "in all?",
    )


def _text(count: int, size: int) -> list[str]:
    """Make a voice that says peace so often among so many tokens."""
    return ["peace"] * count + ["and"] * (size - count)


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
