"""Checks of Frequency."""

from collections import Counter
from typing import Any

from textkit import Article, frequency_table, tokenize
from textkit.course import (
    Verdict,
    Work,
    behaves,
    better_of_two,
    exercise,
    expect,
    expects,
    multiple_choice,
    question,
    right,
    run_lines,
    same,
)


def state(article: Article) -> dict[str, Any]:
    """What the chapter's cells make of the article."""
    tokens = tokenize(article.text, lower=True)
    table = frequency_table(tokens)
    counts = list(table["count"])
    rows_with = Counter(counts)
    shared = [count for count in counts[9:] if rows_with[count] > 1]
    printed = tokenize(article.text)
    top = list(table["token"].head(50))
    both = [token for token in top if 0 < printed.count(token) < tokens.count(token)]
    long_tokens = [token for token in tokens if len(token) >= 5]
    return {
        "tokens": tokens,
        "printed": printed,
        "table": table,
        "row": table[table["count"] == (shared or counts[-1:])[0]].iloc[0],
        "word": (both or top)[0],
        "long_tokens": long_tokens,
        "keyword": frequency_table(long_tokens or tokens)["token"][0],
    }


lower = multiple_choice(
    "lower",
    "What lower=True does",
    "b",
    {
        "a": 'Try `tokenize("The dog", lower=True)`. Is a token missing?',
        "b": "The number of tokens stays the same; what changes is which of them count as the same word.",
        "c": "Count them: does `len(tokenize(article.text))` differ from `len(tokens)`?",
    },
    kind="recall",
    hints=[
        'Try it: tokenize("The dog and the cat", lower=True)',
        "Compare the number of tokens with and without it. Has it changed?",
    ],
)


@exercise(
    "types",
    "How many types?",
    kind="complete",
    answers=["n_types"],
    uses=["tokens"],
    hints=[
        "Every word counts once, however often it comes up.",
        "set(tokens) keeps one of each. How do you count what is in it?",
        "Write: n_types = len(set(tokens))",
    ],
)
def types(n_types: Any, work: Work) -> Verdict:
    tokens, number = work.tokens, len(set(work.tokens))
    small = "This is the small list. Which list has the article's tokens?"
    return expect(
        n_types,
        "len(set(tokens))",
        work,
        praise=f"{number:,} types for {len(tokens):,} tokens: on average a word comes up "
        f"{len(tokens) / number:.1f} times.",
        wrong=[
            ("the example", 6, small),
            ("the example", 4, small),
            (
                "the first ones alone",
                12,
                "These are only the twelve tokens that the first cell shows. Which list has all of them?",
            ),
            (
                "capitals",
                len(set(work.printed)),
                "This counts *The* and *the* as two types. Which list has small letters only?",
            ),
            (
                "repeats",
                len(tokens) - number,
                "This is how many tokens are repeats. How many types are there?",
            ),
            (
                "average",
                len(tokens) / number,
                "This is how often a word comes up on average. How many types are there?",
            ),
        ],
        ask="What does `set(tokens)` hold, and how many are in it?",
    )


@exercise(
    "top_three",
    "Put the lines in order",
    kind="parsons",
    answers=["order", "lines"],
    uses=["tokens"],
    hints=[
        "Which line uses a name that another line has to make first?",
        "One of the two lines that begin with counts = is not needed: what does a set do to the counts?",
        "Count first (B), then take the pairs, then the words of the pairs.",
    ],
)
def top_three(order: Any, lines: Any, work: Work) -> Verdict:
    # Two samples with the same words in other numbers: a set gives the same three words for both.
    made, again = (
        run_lines(lines, order, {"Counter": Counter, "tokens": ["d", "c", "b", "a", *more]})
        for more in ("aaabbc", "dddccb")
    )
    if "top_three" not in made:
        return question("Your lines never make `top_three`. Which line does?", "line missing")
    if "C" in order and "B" in order:
        return question(
            "Two of your lines make `counts`, and the later one wins. Which is not needed?", "both lines"
        )
    if same([made["top_three"], again["top_three"]], [["a", "b", "c"], ["d", "c", "b"]]):
        words = ", ".join(word for word, count in Counter(work.tokens).most_common(3))
        return right(f"Count, take the pairs, keep the words. Here they are: {words}.")
    return question("A set has each word once. So what counts does line C give?", "set for counts")


@exercise(
    "tie",
    "A tie",
    kind="compute",
    answers=["tied"],
    uses=["tokens", "table"],
    hints=[
        'The count of that row is row["count"].',
        'Pick the rows of the table whose count equals it: table[table["count"] == …]',
        'Write: tied = list(table[table["count"] == row["count"]]["token"])',
    ],
)
def tie(tied: Any, work: Work) -> Verdict:
    table, row = work.table, work.row
    same_count = list(table[table["count"] == row["count"]]["token"])
    others = [token for token in same_count if token != row["token"]]
    counts = dict(zip(table["token"], table["count"], strict=True))
    expects(tied, same_count, trivial=not others)
    return expect(
        tied,
        'list(table[table["count"] == row["count"]]["token"])',
        work,
        order=False,
        praise=f"{len(same_count)} with a count of {row['count']}. "
        + ("Only the alphabet decides which of them comes first in the table." if others else "No tie here!"),
        wrong=[
            ("itself left out", others, f"Almost: does {row['token']} itself not have that count?"),
            (
                "itself alone",
                [row["token"]],
                "This is the word of the row itself. Which others have the same count?",
            ),
            ("count for the words", row["count"], "This is the count. Which words have it?"),
            ("column names", table.columns, "These are the names of the columns. Which one holds the words?"),
            (
                "one for several",
                row["token"],
                "This is the word itself, as a text. What makes a list of it and the others?",
            ),
        ],
        about=lambda word: f"“{word}” has a count of {counts[word]}" if word in counts else "",
        ask='Which words have the count `row["count"]`?',
    )


@exercise(
    "rate",
    "Rate per 1,000 tokens",
    kind="compute",
    answers=["rate"],
    uses=["tokens", "keyword"],
    hints=[
        "Begin with the count of keyword, then divide.",
        "Divide by the number of tokens, len(tokens). Then multiply by 1,000.",
        "Write: rate = tokens.count(keyword) / len(tokens) * 1000",
    ],
)
def per_thousand(rate: Any, work: Work) -> Verdict:
    count, total = work.tokens.count(work.keyword), len(work.tokens)
    return expect(
        rate,
        "tokens.count(keyword) / len(tokens) * 1000",
        work,
        praise=f"{count / total * 1000:.1f} in every 1,000: about one word in {total / count:.0f}. "
        f"How does that compare with *{work.table['token'][0]}*?",
        ask="Which number do you divide by which, and what do you multiply by?",
    )


@exercise(
    "count_word",
    "Find the bug",
    kind="bug",
    answers=["count_word"],
    hints=[
        'Follow it by hand with the tokens ["a", "b", "a"] and the word "a". What is count after each step?',
        "When the word comes up again, count should grow by one. What does it do instead?",
        "The line should be: count = count + 1",
    ],
)
def mend(count_word: Any, work: Work) -> Verdict:
    def solution(word: str, tokens: list[str]) -> int:
        count = 0
        for token in tokens:
            if token == word:
                count = count + 1
        return count

    samples = [
        ("b", ["b"]),
        ("x", ["a", "b"]),
        ("a", ["a", "b", "a"]),
        ("cat", ["cats", "cat", "at", "Cat", "catcat"]),
        ("a", []),
    ]
    return behaves(
        count_word,
        solution,
        samples,
        praise="It counts every time now. A list can do this by itself, too: tokens.count(word).",
        bug=lambda word, tokens: int(word in tokens),
        exercise="count_word",
        wrong=[
            ("never counts", lambda word, tokens: 0, "It gives 0 for every list. What adds 1 to `count`?"),
            (
                "letters for tokens",
                lambda word, tokens: " ".join(tokens).count(word),
                "It finds the word inside longer ones, too. Do you go through tokens, or through a text?",
            ),
            (
                "capitals",
                lambda word, tokens: [token.lower() for token in tokens].count(word),
                "Is a word with a capital letter the same word here?",
            ),
        ],
        ask="How often is the word in that list?",
    )


@exercise(
    "capitals",
    "What the capitals hide",
    kind="compute",
    answers=["hidden"],
    uses=["tokens", "printed", "word"],
    hints=[
        "tokens has every word in small letters; printed has the words as they are in the article.",
        "How much smaller is the count in printed?",
        "Write: hidden = tokens.count(word) - printed.count(word)",
    ],
)
def capitals(hidden: Any, work: Work) -> Verdict:
    word = work.word
    every, small = work.tokens.count(word), work.printed.count(word)
    return expect(
        hidden,
        "tokens.count(word) - printed.count(word)",
        work,
        praise=f"{every - small} of {every}: the table with capitals counts them elsewhere."
        if every > small
        else f"None: “{word}” never has a capital here. With another word it would matter.",
        ask=f"How often is “{word}” in `tokens`, and how often in `printed`?",
    )


better_topic = better_of_two(
    "better_topic",
    "b",
    {
        "a": "It goes by the count alone. Would the same two words be on top in another article?",
        "b": "Two words with their counts, a reason, and a limit. Answer a would fit any article.",
    },
)
