"""Checks of Stopwords and clouds."""

from typing import Any

from textkit import STOPWORDS, Article, frequency_table, tokenize
from textkit.course import (
    Verdict,
    Work,
    behaves,
    better_of_two,
    exercise,
    expect,
    expects,
    multiple_choice,
    not_here,
    not_several,
    not_yet,
    question,
    right,
    run_lines,
    same,
)


def state(article: Article) -> dict[str, Any]:
    """What the chapter's cells make of the article."""
    tokens = tokenize(article.text, lower=True)
    content = [token for token in tokens if token not in STOPWORDS]
    table = frequency_table(content)
    words = list(table["token"]) or [""]
    return {
        "tokens": tokens,
        "removed": [token for token in tokens if token in STOPWORDS],
        "content": content,
        "content_table": table,
        "big": words[0],
        "small": words[min(9, len(words) - 1)],
    }


rate = multiple_choice(
    "often_or_seldom",
    "Often or seldom",
    "c",
    {
        "a": "This is the rate in every 100 tokens. How many does the question ask about?",
        "b": "This is the count in 600 tokens. Would there be as many in 1,000?",
        "c": "12 / 600 * 1000 is 20.",
        "d": "This is 600 / 12: one word in 50. Which number is divided by which?",
    },
    kind="recall",
    hints=[
        "Divide the count by the number of tokens, then multiply by 1,000.",
        "12 / 600 is 0.02. How many is that in 1,000?",
    ],
)


@exercise(
    "share_removed",
    "How much is removed?",
    kind="complete",
    answers=["share_removed"],
    uses=["tokens", "removed"],
    hints=[
        "The list removed has every token that is a stopword. How long is it?",
        "A share is a part divided by the whole. The whole is all the tokens.",
        "Write: share_removed = len(removed) / len(tokens)",
    ],
)
def share(share_removed: Any, work: Work) -> Verdict:
    total, gone, types = len(work.tokens), len(work.removed), set(work.tokens)
    return expect(
        share_removed,
        "len(removed) / len(tokens)",
        work,
        praise=f"A list of {len(STOPWORDS)} words takes out {gone / total:.0%} of the tokens."
        if gone
        else "None at all: this list is for English, and here it does nothing. Each language needs its own.",
        wrong=[
            (
                "types for tokens",
                len(types & STOPWORDS) / len(types),
                "This is the share of the types. Does the exercise ask for types or tokens?",
            ),
        ],
        ask="A share is a part divided by the whole. What is the part here, and what the whole?",
    )


@exercise(
    "keep_others",
    "Keep the others",
    kind="parsons",
    answers=["order", "lines"],
    hints=[
        "The list has to be there before the loop begins.",
        "The line that appends is indented twice. Below which line does it belong?",
        "Empty list, loop, condition, append. And which of the two conditions keeps the content words?",
    ],
)
def keep(order: Any, lines: Any, work: Work) -> Verdict:
    if {"A", "D"} <= set(str(order).upper()):  # before they run: Python could not read them
        return question(
            "Two of your lines are conditions, and no word meets both. Which is not needed?", "both lines"
        )
    tokens = ["the", "dog", "and", "the", "cat"]
    made = run_lines(lines, order, {"tokens": tokens, "STOPWORDS": STOPWORDS})
    if "content" not in made:
        return question("Your lines never make `content`. Which line does?", "line missing")
    if same(made["content"], ["the", "and", "the"]):
        return question(
            "Your lines collect the stopwords. Which condition keeps the others?", "condition turned round"
        )
    if same(made["content"], ["dog", "cat"]):
        return right("An empty list, a loop, a condition, and append.")
    return question(
        f'From ["the", "dog", "and", "the", "cat"] your lines make {made["content"]}. '
        "Which words should it be, and which line is missing or too early?"
    )


@exercise(
    "content_words",
    "Find the bug",
    kind="bug",
    answers=["content_words"],
    hints=[
        "Look at the function words that are left. How are they printed in the text?",
        "The stopwords are in small letters. Is The in STOPWORDS?",
        "Make the letters small before you compare: tokenize(text, lower=True)",
    ],
)
def lower_first(content_words: Any, work: Work) -> Verdict:
    def solution(text: str) -> list[str]:
        words = tokenize(text, lower=True)
        return [word for word in words if word not in STOPWORDS]

    text = "The allies met in Warsaw. They spoke about the border, the allies. And then they left."
    return behaves(
        content_words,
        solution,
        [("The dog.",), ("They met. We met Ann!",), (text,), ("",)],
        praise='"The" is not on the list, "the" is. So small letters come first, then the comparison.',
        bug=lambda text: [word.lower() for word in tokenize(text) if word not in STOPWORDS],
        exercise="content_words",
        wrong=[
            (
                "capitals kept",
                lambda text: [word for word in tokenize(text) if word.lower() not in STOPWORDS],
                "The right words are left, but not all in small letters. Where did the small letters get "
                "lost?",
            ),
            (
                "capitals left out",
                lambda text: [word for word in tokenize(text) if word not in STOPWORDS and word.islower()],
                "Every word with a capital letter is gone. Are they all stopwords?",
            ),
        ],
        ask="Which word is wrong there, and why?",
    )


@exercise(
    "three_words",
    "Three words of your own",
    kind="compute",
    answers=["my_words"],
    uses=["tokens", "content_table"],
    hints=[
        "content_table.head(20) shows the candidates.",
        "Put each word in quotation marks, in small letters, with commas between them.",
        'Such as: my_words = ["said", "…", "…"], with words that are in the table.',
    ],
)
def own_words(my_words: Any, work: Work) -> Verdict:
    if len(work.content_table) < 3:
        return not_here("This article has fewer than three content words. Try a longer one.")
    expects(my_words, list(work.content_table["token"].head(3)), own=True)
    if odd := not_several(my_words, 3, "words"):
        return odd
    if hasattr(my_words, "index") and hasattr(my_words, "values"):  # `in` would look at its row numbers
        return question("This is a column of a table. What does list(…) make of it?", "column for a list")
    for word in my_words:
        if word in STOPWORDS:
            ask = f'"{word}" is on the list already. Which other word would you remove?'
            return question(ask, "on the list")
        if word not in work.tokens and word.lower() in work.tokens:
            return question(f'"{word}" has capital letters. How does the table write it?', "capitals")
        if word not in work.tokens:
            ask = f'"{word}" does not come up in the article. Is it spelled as in the table?'
            return question(ask, "not in the article")
    counts = ", ".join(f"{word} ({work.tokens.count(word)} times)" for word in my_words)
    return right(f"Three words that you would remove: {counts}. The next cell asks you why.")


@exercise(
    "own_content_words",
    "Your own content words",
    kind="compute",
    answers=["my_content"],
    uses=["tokens"],
    earlier=["my_words"],
    hints=[
        "Begin with the list comprehension that made content, and add a second condition.",
        "Both conditions say not in: one for STOPWORDS, one for my_words.",
        "Write: [token for token in tokens if token not in STOPWORDS and token not in my_words]",
    ],
)
def own_content(my_content: Any, work: Work) -> Verdict:
    if len(work.content_table) < 3:
        return not_here("This article has fewer than three content words. Try a longer one.")
    words: Any = work.earlier["my_words"]
    if not hasattr(words, "__len__") or not all(isinstance(word, str) for word in words):
        return not_yet("This exercise builds on `my_words`: solve exercise [[three_words]] first.")
    mine = set(words)
    left = sum(token not in mine for token in work.content)
    return expect(
        my_content,
        "[token for token in tokens if token not in STOPWORDS and token not in my_words]",
        work,
        my_words=mine,
        praise=f"{left:,} of {len(work.tokens):,} tokens are left. What they say about the article "
        "depends on your three words, too.",
        wrong=[
            (
                "own words kept",
                work.content,
                "Your own words are still there. Which condition takes them out?",
            ),
            (
                "stopwords kept",
                [token for token in work.tokens if token not in mine],
                "Only your own words are gone. Which condition takes out the stopwords?",
            ),
            (
                "condition turned round",
                [token for token in work.tokens if token in STOPWORDS or token in mine],
                "These are the removed ones. Which ones should be left?",
            ),
        ],
        about=lambda word: f"“{word}” is in one of the two" if word in STOPWORDS | mine else "",
        ask="Does your list have every token that is in neither of the two, in the old order?",
    )


small_word = multiple_choice(
    "small_word",
    "A small word",
    "b",
    {
        "a": 'What does `"not" in STOPWORDS` give?',
        "b": "If you ask who denies what, such words have to stay.",
        "c": 'Is "threat" a function word? Ask `"threat" in STOPWORDS`.',
    },
    kind="predict",
    hints=[
        'Try it: [w for w in tokenize("This is not a threat", lower=True) if w not in STOPWORDS]',
        "Which of the words this, is, not, a and threat are on the list?",
    ],
)


@exercise(
    "times_as_often",
    "How many times as often?",
    kind="compute",
    answers=["times"],
    uses=["content", "content_table"],
    hints=[
        "You need the counts of both words. The bars show them.",
        "How many times as often means: one count divided by the other.",
        "Write: times = tokens.count(big) / tokens.count(small)",
    ],
)
def how_often(times: Any, work: Work) -> Verdict:
    if work.content_table.empty:
        return not_here("This article has no content words at all. Try another one.")
    big, small = (work.tokens.count(word) for word in (work.big, work.small))
    expects(times, big / small, trivial=big == small)
    return expect(
        times,
        "tokens.count(big) / tokens.count(small)",
        work,
        praise=f"{big} to {small}: {big / small:.1f} times as often. Did its letters look that much larger?"
        if big > small
        else f"They are equally frequent ({big} to {small}). Did the cloud draw them the same size?",
        wrong=[
            (
                "times more for times as often",
                (big - small) / small,
                "This is how many times *more* often. How many times *as* often is it?",
            ),
        ],
        ask="Which count do you divide by which?",
    )


better_cloud = better_of_two(
    "better_cloud",
    "a",
    {
        "a": "It names two words with their counts, and a reader for whom the cloud is enough.",
        "b": "It may be pleasant to look at. Which two words does the cloud not tell apart?",
    },
)
