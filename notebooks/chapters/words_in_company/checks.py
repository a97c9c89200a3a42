"""Checks of Words in company."""

from collections import Counter
from math import log2
from typing import Any

from textkit import Article, collocations, ngrams, tokenize
from textkit.course import (
    Verdict,
    Work,
    behaves,
    choose,
    compare,
    exercise,
    expects,
    instead,
    logarithm,
    not_here,
    not_yet,
    question,
    right,
    rows,
    run_lines,
    same,
)


def state(article: Article) -> dict[str, Any]:
    """What the chapter's cells make of the article."""
    tokens = tokenize(article.text, lower=True)
    bigrams = ngrams(tokens, 2)
    pair, count = Counter(bigrams).most_common(1)[0]
    by_count = collocations(tokens, measure="count")
    by_count["pair"] = by_count["word_1"] + " " + by_count["word_2"]
    return {
        "tokens": tokens,
        "pair": pair,
        "count": count,
        "count_1": tokens.count(pair[0]),
        "count_2": tokens.count(pair[1]),
        "every_pair": collocations(tokens, measure="pmi", min_count=1),
        "by_count": by_count,
        "top_ten": by_count.head(10),
    }


@exercise(
    "once_in_a_text",
    "Once in a text",
    kind="recall",
    answers=["answer"],
    hints=[
        "Chapter [[zipf]] counted the hapaxes of the article. What did their rows have in common?",
        "A hapax is a hapax in one text. Does that say anything about other texts?",
    ],
)
def hapax(answer: Any, work: Work) -> Verdict:
    return choose(
        answer,
        "a",
        {
            "a": "A hapax belongs to one text. Mind such words in this chapter: they will set a trap.",
            "b": "Could a common word come up only once in a short text?",
            "c": "Is it a count or a rate that makes a hapax? Think of an article of 4,000 tokens.",
        },
    )


@exercise(
    "without_stopwords",
    "When the stopwords are gone",
    kind="recall",
    answers=["answer"],
    hints=[
        "A rate per 1,000 is the count, divided by the number of tokens, times 1,000.",
        "The count of bridge stays 8. By what do we divide now?",
    ],
)
def rate_of_content(answer: Any, work: Work) -> Verdict:
    return choose(
        answer,
        "c",
        {
            "a": "The count is as before. Is the number that we divide by as before?",
            "b": "That is 8 * 400 / 1000. Which number is divided by which?",
            "c": "8 / 400 * 1000 is 20. No word was added: what changed is what we divide by.",
        },
    )


@exercise(
    "neighbors",
    "How many neighbors?",
    kind="predict",
    answers=["prediction"],
    hints=[
        "Write the six words in a row. Each bigram has a first token. Which tokens can be that?",
        "Every token but the last begins a bigram. How many can begin a trigram?",
    ],
)
def windows(prediction: Any, work: Work) -> Verdict:
    return compare(
        prediction,
        [5, 4],
        praise="Every token begins a bigram but the last, and a trigram but the last two. "
        "Pairs that come up twice are listed twice.",
        wrong=[
            ("other order", [4, 5], "The numbers are right. Which of them belongs to the bigrams?"),
            (
                "no overlap",
                [3, 2],
                "Your windows do not overlap. By how many tokens does the window move on?",
            ),
            ("as many as tokens", [6, 6], "What would the window at the last token hold, beside that token?"),
            ("one too many", [6, 5], "Does the last token begin a pair? Which neighbor would it have?"),
            ("types for tokens", [4, 4], "You counted `to be` once. How often does it stand there?"),
            ("one too few", [4, 3], "Each is one too few. Does the window start at the very first token?"),
            (
                "last window lost",
                [5, 3],
                "The bigrams are right. Where does the last window of three tokens begin?",
            ),
            (
                "last window too many",
                [5, 5],
                "The bigrams are right. Are there three tokens left at the last two words?",
            ),
            ("one number", [5], "The bigrams are right. How many trigrams are there?"),
            (
                "no overlap",
                [5, 2],
                "The bigrams are right. By how many tokens does the window of three move on?",
            ),
            ("one too many", [6, 4], "The trigrams are right. Which neighbor would the last token have?"),
            (
                "one too many numbers",
                [5, 4, 3],
                "The first two are right. Does the exercise ask for more than two?",
            ),
            (
                "every two words",
                [15, 20],
                "You paired every word with every other. Which pairs are neighbors?",
            ),
            ("one number", 5, "That is the number of bigrams. What is the second number, in the list?"),
        ],
        otherwise="At which of the six tokens can a window of two begin, and at which a window of three?",
    )


@exercise(
    "top_pair",
    "The most frequent pair",
    kind="parsons",
    answers=["order", "lines"],
    hints=[
        "Which line uses a name that another line has to make first?",
        "Every token but the last begins a pair. At how many places does each of the two loops stop?",
        "The empty list (D), the loop, its indented line, and at the end the count.",
    ],
)
def top_pair(order: Any, lines: Any, work: Work) -> Verdict:
    letters = set("".join(order).upper()) if isinstance(order, str | list | tuple) else set()
    if {"B", "E"} <= letters:  # before they run: Python could not read them
        return question(
            "Two of your lines begin a loop over the same places. Which is not needed?", "both lines"
        )
    if {"B", "C"} <= letters:
        return question(
            "With line B the loop goes to the last token. What would `tokens[i + 1]` be there?",
            "line too far",
        )
    made = run_lines(lines, order, {"Counter": Counter, "tokens": ["a", "b", "c", "a", "b"]})
    if "top_pair" not in made:
        return question("Your lines never make `top_pair`. Which line does?", "line missing")
    if same(made["top_pair"], [("a", "b"), 2]):
        (first, second), count = Counter(ngrams(work.tokens, 2)).most_common(1)[0]
        return right(f"In the article it is `{first} {second}`, with a count of {count}.")
    return question(
        f"From the tokens a b c a b your lines make {made['top_pair']}. Is the loop there, and C in it?"
    )


@exercise(
    "sentence_bigrams",
    "Find the bug",
    kind="bug",
    answers=["sentence_bigrams"],
    hints=[
        "Follow it by hand with the two short sentences. What does tokens hold when ngrams gets it?",
        "tokens should start afresh with each sentence, and pairs should grow. Which of the two grows now?",
        "In the loop: tokens = tokenize(sentence, lower=True) and pairs = pairs + ngrams(tokens, 2)",
    ],
)
def inside_sentences(sentence_bigrams: Any, work: Work) -> Verdict:
    def solution(sentences: list[str]) -> list[tuple[str, ...]]:
        pairs: list[tuple[str, ...]] = []
        for sentence in sentences:
            tokens = tokenize(sentence, lower=True)
            pairs = pairs + ngrams(tokens, 2)
        return pairs

    def growing(sentences: list[str]) -> list[tuple[str, ...]]:
        return ngrams([token for sentence in sentences for token in tokenize(sentence, lower=True)], 2)

    def never_reset(sentences: list[str]) -> list[tuple[str, ...]]:
        return [pair for end in range(len(sentences)) for pair in growing(sentences[: end + 1])]

    return behaves(
        sentence_bigrams,
        solution,
        [
            (["Nobody spoke up."],),
            (["The rain stopped.", "Boats went out."],),
            (["The rain stopped.", "The rain, no. The rain stopped!", "No."],),
            ([],),
        ],
        praise="Each sentence makes its own pairs, and nothing reaches across its end.",
        bug=growing,
        exercise="sentence_bigrams",
        wrong=[
            (
                "tokens never reset",
                never_reset,
                "`pairs` grows now. But what does `tokens` still hold from the round before?",
            ),
            (
                "append for +",
                lambda sentences: [ngrams(tokenize(sentence, lower=True), 2) for sentence in sentences],
                "That is a list of lists. What glues two lists together: append or +?",
            ),
            (
                "pairs of sentences",
                lambda sentences: ngrams(sentences, 2),
                "Those are pairs of whole sentences. What makes tokens of a sentence?",
            ),
            (
                "glued",
                lambda sentences: [" ".join(pair) for pair in solution(sentences)],
                "Each pair is one text now. What does `ngrams` give by itself?",
            ),
            (
                "single tokens",
                lambda sentences: [token for s in sentences for token in tokenize(s, lower=True)],
                "Those are single tokens. What makes pairs of them?",
            ),
            (
                "single tokens",
                lambda sentences: [one for s in sentences for one in ngrams(tokenize(s, lower=True), 1)],
                "Those are n-grams of one token. How many does a bigram have?",
            ),
            (
                "three for two",
                lambda sentences: [one for s in sentences for one in ngrams(tokenize(s, lower=True), 3)],
                "Those are trigrams. How many tokens does a bigram have?",
            ),
            (
                "set for a list",
                lambda sentences: set(solution(sentences)),
                "The pairs are right, but a set has no order, and each once. Which brackets make a list?",
            ),
        ],
        ask="Which pair is wrong or missing there?",
    )


@exercise(
    "by_chance",
    "What chance would give",
    kind="complete",
    answers=["expected"],
    uses=["tokens", "pair", "count_1", "count_2"],
    hints=[
        "The formula stands above. All its numbers have names already.",
        "Multiply the counts of the two words. Divide by the number of tokens.",
        "Write: expected = count_1 * count_2 / len(tokens)",
    ],
)
def by_chance(expected: Any, work: Work) -> Verdict:
    n, n_types = len(work.tokens), len(set(work.tokens))
    f1, f2 = work.count_1, work.count_2
    chance = f1 * f2 / n
    most = [count for _, count in Counter(work.tokens).most_common(2)]
    other = f1 * f2 / (n - 1)  # some books divide by the number of bigrams: as good
    return compare(
        expected,
        other if same(expected, other) else chance,
        praise=f"Chance alone would give it {chance:.2g} times. The article has it {work.count} "
        f"{'time' if work.count == 1 else 'times'}.",
        wrong=[
            (
                "other pair",
                most[-1] * most[0] / n,
                "Those are `first` and `second`, the pair that was shuffled. Which two counts has our pair?",
            ),
            (
                "divided by 1,000",
                f1 * f2 / 1000,
                "You divided by 1,000. How many tokens does the article have?",
            ),
            (
                "divided by characters",
                f1 * f2 / len(work.article.text),
                "You divided by the number of characters. How many tokens are there?",
            ),
            (
                "logarithm of it",
                log2(chance),
                "That is the logarithm of the expected count. Does the exercise ask for it yet?",
            ),
            ("one word twice", f1 * f1 / n, "That has the first word twice. Where is the second?"),
            ("one word twice", f2 * f2 / n, "That has the second word twice. Where is the first?"),
            (
                "share of the first, squared",
                (f1 / n) ** 2,
                "That is the share of the first, squared. Where is the second?",
            ),
            ("added", f1 + f2 / n, "You added the two counts. What does the formula do with them?"),
            (
                "observed for expected",
                work.count,
                "That is how often the pair does come up. How often would chance make it?",
            ),
            ("not divided", f1 * f2, "You multiplied the counts. What do you divide by?"),
            (
                "divided twice",
                f1 * f2 / n**2,
                "That is the chance at a single place. How many places does the article have?",
            ),
            (
                "added, then divided",
                (f1 + f2) / n,
                "You added the two counts. What does the formula do with them?",
            ),
            (
                "divided by types",
                f1 * f2 / n_types,
                "You divided by the number of types. Is it types or tokens?",
            ),
            (
                "share of the first",
                f1 / n,
                "That is the share of the first word. Where does the second one come in?",
            ),
            (
                "share of the second",
                f2 / n,
                "That is the share of the second word. Where does the first one come in?",
            ),
            (
                "share of the pair",
                work.count / n,
                "That is the share of the pair. Which two counts does the formula take?",
            ),
            ("per 1,000", f1 * f2 / n * 1000, "Did you make it a rate per 1,000? The formula gives a count."),
            ("upside down", n / (f1 * f2), "That is upside down. What goes on top?"),
        ],
        otherwise="Which two counts do you multiply, and by which number do you divide?",
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
    bits, other = log2(ratio), _other_pmi(work)
    return compare(
        pmi,
        other if same(pmi, other) else bits,
        praise=f"{bits:.2f}: the pair is {ratio:.3g} times as often there as chance would have it.",
        wrong=[
            *logarithm(ratio),
            (
                "count alone",
                log2(work.count),
                "That is the logarithm of the count alone. What is it divided by?",
            ),
            (
                "expected alone",
                log2(work.count / ratio),
                "That is the logarithm of the expected count. Where is the count?",
            ),
            (
                "logarithm of the top alone",
                log2(work.count) / (work.count / ratio),
                "Is it the log2 of a quotient, and is the whole quotient in its brackets?",
            ),
            ("halved for log2", ratio / 2, "That is half of the quotient. What does log2 count?"),
            ("root for log2", ratio**0.5, "That is the square root of the quotient. What does log2 count?"),
            ("doubled for log2", ratio * 2, "That is twice the quotient. What does log2 count?"),
            (
                "two logarithms divided",
                log2(work.count) / log2(work.count / ratio) if work.count != ratio else None,
                "You divided two logarithms. Of what is the formula the logarithm?",
            ),
            (
                "difference",
                work.count - work.count / ratio,
                "That is a difference. What does the formula do with the two?",
            ),
            (
                "not divided",
                log2(ratio / len(work.tokens)),
                "Did you multiply the two counts and forget to divide?",
            ),
            (
                "share for expected",
                log2(work.count / len(work.tokens)),
                "That is the logarithm of the pair's share. What would chance give, and where does it go?",
            ),
            (
                "added",
                log2(work.count / (work.count_1 + work.count_2)),
                "You added the two counts below. What does the expected count do with them?",
            ),
        ],
        otherwise="What is `count / expected`, and what does log2 make of it?",
    )


def _ratio(work: Work) -> float:
    """How many times as often as by chance our pair comes up."""
    ratio: float = work.count * len(work.tokens) / (work.count_1 * work.count_2)
    return ratio


def _other_pmi(work: Work) -> float:
    """PMI as some books have it: with the number of bigrams in place of tokens."""
    return log2(_ratio(work) * (len(work.tokens) - 1) / len(work.tokens))


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
    by_their_value = int((scores > pmi).sum())  # in its last digits it may differ from the table's
    if hasattr(n_ahead, "columns"):
        return question("That is a whole table. How do you count its rows?", "whole table")
    if same(n_ahead, scores > pmi):
        return question(
            "Those are True and False for every row. Which brackets pick the rows, and what counts them?",
            "truth values",
        )
    return compare(
        n_ahead,
        by_their_value if same(n_ahead, by_their_value) else higher,
        praise=f"{higher:,} of {len(table):,} pairs are ahead, and {int((once & (scores > own)).sum()):,} of "
        f"them come up only once. Ours comes up {work.count} times. Whom would you believe?"
        if higher
        else "None: all pairs of this article have the same PMI, or a lower one.",
        wrong=[
            *rows(scores, own, sign=">", of="pairs"),
            *instead(
                "How many pairs, of whatever count, have a higher PMI?",
                {
                    "the number of pairs that come up only once": int(once.sum()),
                    "the number of pairs that come up only once and are ahead": int(
                        (once & (scores > own)).sum()
                    ),
                    "the number of pairs ahead that come up more than once": int(
                        ((scores > own) & ~once).sum()
                    ),
                    "the number of rows that head(10) shows": 10,
                },
            ),
            (
                "count for PMI",
                int((scores > work.count).sum()),
                "You compared with the count. Which name holds the PMI?",
            ),
            (
                "counts added up",
                int(table[scores > own]["count"].sum()),
                "You added up their counts. How many rows are they?",
            ),
        ],
        otherwise='What does `every_pair[every_pair["pmi"] > pmi]` hold, and how many rows has it?',
    )


@exercise(
    "weak_pairs",
    "Frequent, but hardly associated",
    kind="compute",
    answers=["weak"],
    uses=["by_count", "top_ten"],
    hints=[
        "Go down the column log_likelihood of top_ten. Which is the smallest number?",
        'top_ten.sort_values("log_likelihood") puts the smallest number first.',
        "Copy the words in the column pair of that row, in quotation marks, with one space between them.",
    ],
)
def hardly(weak: Any, work: Work) -> Verdict:
    top = work.top_ten
    if len(top) < 3:
        return not_here("Fewer than three pairs come up twice here. Try a longer article.")
    scores = top["log_likelihood"]
    expects(weak, top["pair"][scores.idxmin()], trivial=scores.min() == scores.max())
    if hasattr(weak, "columns"):
        return question("That is a table. Which words stand in its column `pair`?", "whole table")
    if not hasattr(weak, "__len__"):
        return question("That is no text. Which words stand in the column `pair` of that row?", "no text")
    words = weak.lower().split() if isinstance(weak, str) else list(weak)
    words = [word.strip("()',\"") if isinstance(word, str) else word for word in words]  # copied as printed
    if len(words) == 1 and isinstance(words[0], str):  # a column with one row, or a single word
        words = words[0].split()
    if len(words) != 2:
        return question("A pair has two words. How many are in your answer?", "not two words")
    known = dict(zip(top["pair"], top["log_likelihood"], strict=True))
    name = " ".join(words)
    lowest, highest = min(known.values()), max(known.values())
    if name not in known and " ".join(reversed(words)) in known:
        return question("In a bigram the order counts. Which of the two words comes first?", "other order")
    if name not in known and name in set(work.by_count["pair"]):
        return question("That pair is further down. Which pairs are in `top_ten`?", "not among the ten")
    if name not in known:
        return question(
            f'"{name}" is not among the ten. Is it spelled as in the column `pair`?', "not in the table"
        )
    if known[name] == lowest:
        row = top[top["pair"] == name].iloc[0]
        chance = row["count_1"] * row["count_2"] / len(work.tokens)
        place = int((work.by_count["log_likelihood"] > lowest).sum()) + 1
        return right(
            f"`{name}` comes up {row['count']} times, and chance alone would give {chance:.2g}. "
            f"By log-likelihood it is number {place} of {len(work.by_count)}. Frequent is not associated."
        )
    if known[name] == highest:
        return question(
            "That is the highest log-likelihood of the ten. Which pair has the lowest?", "highest for lowest"
        )
    if name == top["pair"].iloc[-1]:
        return question(
            "That is the last row by count. Which row is last by log-likelihood?", "last by count"
        )
    below = sum(value < known[name] for value in known.values())
    return question(f"{below} of the ten have a lower one. Are you in the column `log_likelihood`?")
