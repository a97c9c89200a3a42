"""Checks of Zipf."""

from typing import Any

from textkit import Article, frequency_table, tokenize
from textkit.course import (
    RIGHT,
    Verdict,
    Work,
    behaves,
    better_of_two,
    exercise,
    expect,
    expects,
    multiple_choice,
)


def state(article: Article) -> dict[str, Any]:
    """What the chapter's cells make of the article."""
    tokens = tokenize(article.text, lower=True)
    table = frequency_table(tokens)
    return {"tokens": tokens, "table": table, "covered": table["count"].cumsum() / len(tokens)}


shared_ranks = multiple_choice(
    "shared_ranks",
    "Shared ranks",
    "c",
    {
        "a": "The two types with a count of 4 are equally frequent. Can one rank before the other?",
        "b": "The tie is right. How many types are more frequent than the last one?",
        "c": "The two share the best place of their group, 2, and so place 3 stays empty.",
        "d": "They share a place. Is it the best place of their group, or the worst?",
    },
    kind="recall",
    hints=[
        "Think of a race: two runners finish together behind the winner. Which place does the next one get?",
        "Two types share rank 2. How many types are ahead of the last one?",
    ],
)


tokens_and_types = multiple_choice(
    "tokens_and_types",
    "Tokens and types once more",
    "b",
    {
        "a": "There are five tokens. What does lower=True make of `The` and `the`?",
        "b": "`the` comes up twice, so five tokens are four types. `dog` and `dogs` are two of them.",
        "c": "You counted `dog` and `dogs` as one type. Are they spelled the same?",
        "d": "Did you count the period? Does `tokenize` keep it without punctuation=True?",
    },
    kind="recall",
    hints=[
        "Write down the tokens one by one, in small letters. Then cross out any that you already have.",
        "tokenize leaves punctuation marks out unless you ask for them. Does it know what a plural is?",
    ],
)


@exercise(
    "top_ten",
    "The ten most frequent types",
    kind="predict",
    answers=["guess", "share"],
    uses=["tokens", "table"],
    hints=[
        'The counts of the ten types on top are table["count"].head(10). What do they add up to?',
        "A share is a part divided by the whole. The whole is all tokens, len(tokens).",
        'Write: share = sum(table["count"].head(10)) / len(tokens)',
    ],
)
def top_ten(guess: Any, share: Any, work: Work) -> Verdict:
    types, total = len(work.table), len(work.tokens)
    expected = int(work.table["count"].head(10).sum()) / total
    expects([guess, share], [..., expected], trivial=types <= 10)
    number = isinstance(guess, int | float) and not isinstance(guess, bool)
    return expect(
        share,
        'sum(table["count"].head(10)) / len(tokens)',
        work,
        praise=f"{expected:.3f}, or {expected:.0%} of the article, from {min(10, types)} of "
        f"{types:,} types." + (f" You guessed {guess:g}." if number else ""),
        wrong=[
            ("types for tokens", 10 / types, "This is ten out of all types. How many tokens do they have?"),
            ("one of each", 10 / total, "This counts each of the ten once. What are their counts?"),
            (
                "counts for their share",
                work.table["count"].head(10),
                "You have the ten counts. What do they add up to, and what share of all tokens is that?",
            ),
        ],
        ask="How many tokens do the ten types have together, and by what do you divide?",
    )


@exercise(
    "hapaxes",
    "Hapaxes",
    kind="compute",
    answers=["n_hapaxes", "hapax_share"],
    uses=["tokens", "table"],
    hints=[
        "A hapax is a row of the table. Which number stands in its column count?",
        'table[table["count"] == 1] picks these rows, and len(…) counts them. Divide by the number of types.',
        'Write: n_hapaxes = len(table[table["count"] == 1]) and then hapax_share = n_hapaxes / len(table)',
    ],
)
def hapaxes(n_hapaxes: Any, hapax_share: Any, work: Work) -> Verdict:
    types, total = len(work.table), len(work.tokens)
    number = int((work.table["count"] == 1).sum())
    first = expect(
        n_hapaxes,
        'len(table[table["count"] == 1])',
        work,
        praise="",
        wrong=[
            ("share for a number", number / types, "This is their share. How many are there?"),
            (
                "at most for exactly",
                int((work.table["count"] <= 2).sum()),
                "You counted the types that come up once or twice. Which come up exactly once?",
            ),
        ],
        ask="How many rows of the table have a count of exactly 1?",
    )
    if first.state != RIGHT:
        return first
    return expect(
        hapax_share,
        "n_hapaxes / len(table)",
        work,
        n_hapaxes=number,
        praise=f"{number:,} of {types:,} types come up once: {number / types:.0%} of the vocabulary, "
        f"and {number / total:.0%} of the tokens."
        if number < total
        else "Every type comes up once: the article is too short to repeat a word.",
        ask="The number is right. How many types are there altogether, and what share of them are hapaxes?",
    )


@exercise(
    "running_total",
    "Find the bug",
    kind="bug",
    answers=["running_total"],
    hints=[
        "Follow it by hand with [3, 2, 1]. What is total when it goes into the list for the first time?",
        "Two lines of the loop are right, but in the wrong order. Which has to come first?",
        "First total = total + count, and then totals.append(total).",
    ],
)
def mend(running_total: Any, work: Work) -> Verdict:
    def solution(counts: list[int]) -> list[int]:
        total = 0
        totals = []
        for count in counts:
            total = total + count
            totals.append(total)
        return totals

    return behaves(
        running_total,
        solution,
        [([5],), ([3, 2, 1],), ([4, 4, 0, 1],), ([],)],
        praise="First add, then note the total. Both lines were right, but in the wrong order, and Python "
        "never complained.",
        bug=lambda counts: [sum(counts[:place]) for place in range(len(counts))],
        exercise="running_total",
        wrong=[
            (
                "unchanged",
                list,
                "The counts come back as they were. Which name holds the sum so far?",
            ),
            ("the last alone", sum, "This is only the last total. What goes into the list at every step?"),
            (
                "starts at zero",
                lambda counts: [0, *solution(counts)],
                "There is an extra 0 at the beginning. When does the first total go into the list?",
            ),
        ],
        ask="What is the sum so far after each count?",
    )


@exercise(
    "half",
    "Half of the article",
    kind="complete",
    answers=["k"],
    uses=["tokens", "table", "covered"],
    hints=[
        "The example with the small text does it in one line. Which name takes the place of small_covered?",
        "len(covered[covered < 0.5]) rows are still below half. Does the next type reach it?",
        "Write: k = len(covered[covered < 0.5]) + 1",
    ],
)
def half(k: Any, work: Work) -> Verdict:
    covered, types, total = work.covered, len(work.table), len(work.tokens)
    below = int((covered < 0.5).sum())
    of_types = "This is half of the types. How many types does it take to cover half of the tokens?"
    of_tokens = "This is half of the tokens. How many types does it take to cover them?"
    return expect(
        k,
        "len(covered[covered < 0.5]) + 1",
        work,
        praise=f"{below + 1:,} types cover {covered[below]:.1%} of all tokens. The other "
        f"{types - below - 1:,} types share the rest.",
        wrong=[
            (
                "more than for at least",
                int((covered <= 0.5).sum()) + 1,
                "They cover more than half. Exactly half would do: what is the smallest number that "
                "is enough?",
            ),
            (
                "one too few",
                below,
                f"Close: these {below} types cover a share of {covered[below - 1] if below else 0:.3f}. "
                "Is that at least half? (Python numbers the rows from 0.)",
            ),
            ("one too many", below + 2, "That is enough. But is it the smallest number that is?"),
            *(("half of the types", value, of_types) for value in (types // 2, types / 2)),
            *(("half of the tokens", value, of_tokens) for value in (total // 2, total / 2)),
            (
                "complement",
                types - below,
                "You counted the rows that are at half or past it. How many come before them?",
            ),
            (
                "share for a number",
                float(covered[below]),
                "This is a share. How many types does it take to cover it?",
            ),
            (
                "tokens for types",
                int(work.table["count"].head(below + 1).sum()),
                "This is how many tokens they have. How many types is it?",
            ),
        ],
        ask="How many rows of `covered` are still below 0.5, and which row comes next?",
    )


slope = multiple_choice(
    "slope",
    "What a slope of −1 says",
    "c",
    {
        "a": "That is straight on ordinary scales. Does a step on a logarithmic scale add, or multiply?",
        "b": "Then all points would be at the same height. Would the line fall at all?",
        "c": "Each doubling of the rank halves the count, at the top as well as at the bottom.",
        "d": "It may be so, but does the slope say it? What happens to the count as you go along the line?",
    },
    kind="explain",
    hints=[
        "Look at the expected counts that the loop printed. What happens from rank 2 to 4, from 4 to 8?",
        "On a logarithmic scale equal steps do not add, they multiply.",
    ],
)


shuffle = multiple_choice(
    "shuffle",
    "Why nothing changed",
    "c",
    {
        "a": "The table is sorted by count. Is the article sorted like that?",
        "b": "Read the words that were printed. Is any of them still where it was in the article?",
        "c": "A count doesn't know where a word stands. Word order is gone, and much of the sense with it.",
        "d": "Would a text with one word, a hundred times over, come out like this?",
    },
    kind="explain",
    hints=[
        "What else would you need to know to write the article again from its frequency table?",
        "Shuffling a pack of cards does not change how many aces are in it.",
    ],
)


better_zipf = better_of_two(
    "better_zipf",
    "b",
    {
        "a": "A bag of shuffled words has the same line. Did the bag choose its words well?",
        "b": "It says what the curve is made of and what it doesn't see, and has the shuffle as evidence.",
    },
)
