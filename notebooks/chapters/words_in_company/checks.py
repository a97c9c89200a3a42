"""Checks of Words in company."""

from collections import Counter
from math import log2
from typing import Any

from textkit import Article, collocations, ngrams, tokenize
from textkit.course import (
    Verdict,
    Work,
    better_of_two,
    compare,
    exercise,
    expect,
    expects,
    instead,
    multiple_choice,
    not_here,
    not_yet,
    question,
    same,
)
from textkit.course.misconceptions import picked


def state(article: Article) -> dict[str, Any]:
    """What the chapter's cells make of the article."""
    tokens = tokenize(article.text, lower=True)
    bigrams = ngrams(tokens, 2)
    pair, count = Counter(bigrams).most_common(1)[0]
    by_count = collocations(tokens, measure="count")
    by_count["pair"] = by_count["word_1"] + " " + by_count["word_2"]
    return {
        "tokens": tokens,
        "bigrams": bigrams,
        "pair": pair,
        "count": count,
        "count_1": tokens.count(pair[0]),
        "count_2": tokens.count(pair[1]),
        "every_pair": collocations(tokens, measure="pmi", min_count=1),
        "by_count": by_count,
        "top_ten": by_count.head(10),
    }


pairs_of_a_text = multiple_choice(
    "pairs_of_a_text",
    "How many pairs?",
    "b",
    {
        "a": "That would be pairs without overlap. By how many tokens does the window move on?",
        "b": "Every token but the last begins a pair.",
        "c": "Does the last token have a neighbor to its right?",
    },
    kind="recall",
    hints=["Every token but one begins a pair. Which one doesn't?"],
)


rate_of_content = multiple_choice(
    "without_stopwords",
    "When the stopwords are gone",
    "c",
    {
        "a": "The count is the same as before. Is the number we divide by the same, too?",
        "b": "This is 8 * 400 / 1000. Which number is divided by which?",
        "c": "8 / 400 * 1000 is 20. No word was added: what has changed is what we divide by.",
    },
    kind="recall",
    hints=[
        "A rate per 1,000 is the count, divided by the number of tokens, times 1,000.",
        "The count of bridge is still 8. What do we divide it by now?",
    ],
)


chance_or_habit = multiple_choice(
    "chance_or_habit",
    "Chance or habit?",
    "b",
    {
        "a": "In the shuffles both words are just as frequent. Is the pair?",
        "b": "Frequency alone gives what the shuffles give. Anything above that needs another reason.",
        "c": "The shuffle shows what frequency alone would do. How often did the pair come up there?",
    },
    kind="predict",
    hints=["The shuffled debates have the same words, equally often. What don't they have?"],
)


@exercise(
    "by_chance",
    "What chance would give",
    kind="complete",
    answers=["expected"],
    uses=["tokens", "pair", "count_1", "count_2"],
    hints=[
        "The formula is above. All its numbers already have names.",
        "Multiply the counts of the two words. Divide by the number of tokens.",
        "Write: expected = count_1 * count_2 / len(tokens)",
    ],
)
def by_chance(expected: Any, work: Work) -> Verdict:
    chance = work.count_1 * work.count_2 / len(work.tokens)
    with_bigrams = same(
        expected, work.count_1 * work.count_2 / len(work.bigrams)
    )  # as good: some books do so
    return expect(
        chance if with_bigrams else expected,
        "count_1 * count_2 / len(tokens)",
        work,
        praise=f"Chance alone would give it {chance:.2g} times. The article has it {_times(work.count)}.",
        wrong=[
            *(
                (
                    "one share, squared",
                    (n / len(work.tokens)) ** 2,
                    "This is one word's share, squared. And the other word?",
                )
                for n in (work.count_1, work.count_2)
            ),
            (
                "divided twice",
                chance / len(work.tokens),
                "This is the chance at one place. How many places are there?",
            ),
            (
                "added",
                work.count_1 + work.count_2 / len(work.tokens),
                "You added the two counts. What does the formula do with them?",
            ),
            (
                "divided by 1,000",
                work.count_1 * work.count_2 / 1000,
                "You divided by 1,000. Is that how many tokens there are?",
            ),
            ("logarithm of it", log2(chance), "This is a logarithm. Does the exercise ask for it yet?"),
        ],
        ask="Which two counts do you multiply, and which number do you divide by?",
    )


@exercise(
    "pmi",
    "PMI by hand",
    kind="compute",
    answers=["pmi"],
    uses=["tokens", "pair", "count", "count_1", "count_2"],
    hints=[
        "First the count of the pair, divided by what chance would give (exercise [[by_chance]]).",
        "Then the logarithm with base 2 of that: log2(…)",
        "Write: pmi = log2(count / expected)",
    ],
)
def by_hand(pmi: Any, work: Work) -> Verdict:
    ratio = _ratio(work)
    with_bigrams = same(pmi, _other_pmi(work))
    return expect(
        log2(ratio) if with_bigrams else pmi,
        "log2(count / (count_1 * count_2 / len(tokens)))",
        work,
        praise=f"{log2(ratio):.2f}: the pair comes up {ratio:.3g} times as often as chance would have it.",
        wrong=[
            ("upside down", -log2(ratio), "Its sign is the wrong way round. Which number goes on top?"),
            (
                "logarithm of the top alone",
                log2(work.count) / (work.count / ratio),
                "Is the whole quotient in the brackets of log2?",
            ),
            ("count alone", log2(work.count), "This is the logarithm of the count. What is it divided by?"),
            (
                "share for expected",
                log2(work.count / len(work.tokens)),
                "This is the logarithm of the pair's share. What would chance give, and where does it go?",
            ),
            ("halved for log2", ratio / 2, "This is half of the quotient. What does log2 count?"),
            ("root for log2", ratio**0.5, "This is the square root of the quotient. What does log2 count?"),
            ("doubled for log2", ratio * 2, "This is twice the quotient. What does log2 count?"),
            (
                "two logarithms divided",
                log2(work.count) / log2(work.count / ratio) if work.count != ratio else None,
                "You divided two logarithms. What does the formula take the logarithm of?",
            ),
            (
                "not divided",
                log2(ratio / len(work.tokens)),
                "Did you multiply the two counts and not divide?",
            ),
        ],
        ask="What is `count / expected`, and what does log2 make of it?",
    )


def _ratio(work: Work) -> float:
    """How many times as often as by chance our pair comes up."""
    ratio: float = work.count * len(work.tokens) / (work.count_1 * work.count_2)
    return ratio


def _other_pmi(work: Work) -> float:
    """PMI as some books have it: with the number of bigrams in place of tokens."""
    return log2(_ratio(work) * len(work.bigrams) / len(work.tokens))


@exercise(
    "ahead",
    "Ahead of our pair",
    kind="compute",
    answers=["n_ahead"],
    uses=["tokens", "pair", "every_pair"],
    earlier=["pmi"],
    hints=[
        'The condition compares the column every_pair["pmi"] with pmi.',
        "every_pair[…] with that condition in the brackets picks the rows. How do you count them?",
        'Write: n_ahead = len(every_pair[every_pair["pmi"] > pmi])',
    ],
)
def ahead(n_ahead: Any, work: Work) -> Verdict:
    pmi = work.earlier["pmi"]
    if not (same(pmi, log2(_ratio(work))) or same(pmi, _other_pmi(work))):
        return not_yet("This exercise builds on `pmi`: solve exercise [[pmi]] first.")
    table = work.every_pair
    scores, once = table["pmi"], table["count"] == 1
    own = float(scores[(table["word_1"] == work.pair[0]) & (table["word_2"] == work.pair[1])].iloc[0])
    higher = int((scores > own).sum())
    by_their_value = same(n_ahead, int((scores > pmi).sum()))  # in its last digits it may not be the table's
    return expect(
        higher if by_their_value else n_ahead,
        'len(every_pair[every_pair["pmi"] > pmi])',
        work,
        pmi=own,
        praise=f"{higher:,} of {len(table):,} pairs are ahead, and {int((once & (scores > own)).sum()):,} of "
        f"them come up only once. Ours comes up {_times(work.count)}. Whom would you believe?"
        if higher
        else "None: all pairs of this article have the same PMI, or a lower one.",
        wrong=instead(
            "How many pairs, whatever their count, have a higher PMI?",
            {
                "the number of pairs that come up only once": int(once.sum()),
                "the number of pairs ahead that come up only once": int((once & (scores > own)).sum()),
                "the number of pairs ahead that come up more than once": int(((scores > own) & ~once).sum()),
                "the number of pairs with a PMI above the count": int((scores > work.count).sum()),
                "the counts of the pairs ahead, added up": int(table[scores > own]["count"].sum()),
                "their PMI, added up": float(scores[scores > own].sum()),
                "their share": higher / len(table),
                "their share in percent": higher / len(table) * 100,
            },
        ),
        ask='What does `every_pair[every_pair["pmi"] > pmi]` hold, and how many rows does it have?',
    )


@exercise(
    "weak_pairs",
    "Frequent, but hardly associated",
    kind="compute",
    answers=["weak"],
    uses=["by_count", "top_ten"],
    hints=[
        "Go down the column log_likelihood of top_ten. Which is the smallest number?",
        'min(top_ten["log_likelihood"]) is the smallest number. In which row is it?',
        "Copy the words in the column pair of that row, in quotation marks, with a space between them.",
    ],
)
def hardly(weak: Any, work: Work) -> Verdict:
    top = work.top_ten
    if len(top) < 3:
        return not_here("Fewer than three pairs come up twice here. Try a longer article.")
    scores = top["log_likelihood"]
    expects(weak, top["pair"][scores.idxmin()], trivial=scores.min() == scores.max())
    if hasattr(weak, "columns"):
        return question("This is a table. Which words are in its column `pair`?", "whole table")
    if not hasattr(weak, "__len__"):
        return question("This is not a text. Which words are in the column `pair` of that row?", "no text")
    words = [weak] if isinstance(weak, str) else list(weak)
    words = [
        part.strip("()',\"") for word in words for part in str(word).lower().split()
    ]  # copied as printed
    if len(words) != 2:
        return question("A pair has two words. How many are in your answer?", "not two words")
    name = " ".join(words)
    if name not in set(top["pair"]):
        if " ".join(reversed(words)) in set(top["pair"]):
            return question(
                "In a bigram the order matters. Which of the two words comes first?", "other order"
            )
        if name in set(work.by_count["pair"]):
            return question(f"`{name}` is further down. Which pairs are in `top_ten`?", "not among the ten")
        return question(
            f'"{name}" is not among the ten. Is it spelled as in the column `pair`?', "not in the table"
        )
    lowest = top["log_likelihood"].min()
    weakest = top[top["log_likelihood"] == lowest].set_index("pair")
    row = weakest.loc[name] if name in weakest.index else weakest.iloc[0]
    place = int((work.by_count["log_likelihood"] > lowest).sum()) + 1
    return compare(
        name,
        row.name,
        praise=f"`{name}` comes up {row['count']} times, and chance alone would give "
        f"{row['count_1'] * row['count_2'] / len(work.tokens):.2g}. "
        f"By log-likelihood it is number {place} of {len(work.by_count)}. Frequent is not associated.",
        wrong=picked(top, "pair", "log_likelihood", most=False),
        otherwise="Which row has the lowest number in the column `log_likelihood`?",
    )


def _times(number: int) -> str:
    return "once" if number == 1 else f"{number} times"


better_association = better_of_two(
    "better_association",
    "b",
    {
        "a": "Which pair is it, how often does it come up, and what would a hapax do to this measure?",
        "b": "A count, an expected count, a measure and a minimum.",
    },
)
