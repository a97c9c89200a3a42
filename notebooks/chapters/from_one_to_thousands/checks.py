"""Checks of From one article to thousands."""

from collections import Counter
from collections.abc import Callable
from functools import cache
from types import SimpleNamespace
from typing import Any

from textkit import Article, Document, corpus_speakers, read_corpus, tokenize
from textkit.course import (
    Verdict,
    Work,
    behaves,
    choose,
    compare,
    exercise,
    expects,
    question,
    ratio,
    right,
    run_lines,
    same,
)

WORD = "bus"
TINY = [("a", "Tea and war"), ("b", "tea and tea"), ("c", "sun")]


@cache  # the quotes of thirteen documents take a moment, and every check asks for the state
def made_from(text: str) -> dict[str, Any]:
    documents = [*read_corpus("seeds/town_news"), Document("the article", text)]
    counts: Counter[str] = Counter()
    for document in documents:
        counts.update(tokenize(document.text, lower=True))
    return {"documents": documents, "counts": counts, "speakers": corpus_speakers(documents)}


def state(article: Article) -> dict[str, Any]:
    """What the chapter's cells make of the article."""
    return made_from(article.text)


@exercise(
    "in_a_set",
    "How often in a set?",
    kind="recall",
    answers=["answer"],
    hints=[
        'Try it: set(["flood", "and", "flood"])',
        "A set keeps one of each. What does it keep of six that are the same?",
    ],
)
def in_a_set(answer: Any, work: Work) -> Verdict:
    return choose(
        answer,
        "b",
        {
            "a": 'Try `set(["flood", "and", "flood"])`. How many does it keep?',
            "b": "A set keeps one of each type. To count documents instead of tokens, we need just that.",
            "c": 'It has no order, but try `set(["flood", "and", "flood"])`: is it empty?',
        },
    )


@exercise(
    "log_ratio",
    "A log ratio of 2",
    kind="recall",
    answers=["answer"],
    hints=[
        "It is a binary logarithm: every step of 1 doubles the ratio.",
        "0 is the same rate, 1 is twice the rate. What is one step more?",
    ],
)
def log_ratio(answer: Any, work: Work) -> Verdict:
    return choose(
        answer,
        "b",
        {
            "a": "Two times the rate is a log ratio of 1. What does one more step do?",
            "b": "Every step of 1 doubles it: 2 times, 4 times, 8 times.",
            "c": "That would be a difference of counts. What does a ratio compare, and why are rates used?",
        },
    )


@exercise(
    "count_and_documents",
    "Count and documents",
    kind="predict",
    answers=["my_count", "my_documents"],
    hints=[
        "For the count, put a finger on every rain, on all three days.",
        "For the documents, ask of each day: does it rain at all?",
        "Monday has it three times and Tuesday once. That is a count of 4, in two documents.",
    ],
)
def tiny_rain(my_count: Any, my_documents: Any, work: Work) -> Verdict:
    return compare(
        [my_count, my_documents],
        [4, 2],
        praise="Four times, in two documents: Monday counts as one, however hard it rains.",
        wrong=[
            ("other order", [2, 4], "The two are the wrong way round. Which of them counts documents?"),
            ("part of a word", [4, 3], "Does Wednesday have rain in it?"),
            (
                "capitals kept",
                [3, 2],
                "`lower=True` makes `Rain` and `rain` one word. How often is it there, then?",
            ),
            (
                "every occurrence",
                [4, 4],
                "Monday is a single document. How often does it count among the documents?",
            ),
            ("documents for count", [2, 2], "That is right for the documents. How many tokens are rain?"),
        ],
        otherwise="How many tokens are `rain`, over all days? And on how many days is there at least one?",
    )


@exercise(
    "holding",
    "Which documents hold it?",
    kind="complete",
    answers=["names"],
    uses=["documents"],
    hints=[
        "Begin with the list comprehension above, and change its condition.",
        'Is the word among the tokens of the document? Ask "bus" in tokenize(…).',
        'Write: names = [name for name, text in documents if "bus" in tokenize(text, lower=True)]',
    ],
)
def holding(names: Any, work: Work) -> Verdict:
    def names_of(condition: Callable[[str], bool]) -> list[str]:
        return [document.name for document in work.documents if condition(document.text)]

    expected = names_of(lambda text: WORD in tokenize(text, lower=True))
    return compare(
        names,
        expected,
        order=False,
        praise=f"{len(expected)} of {len(work.documents)} documents: "
        f"the document frequency of `{WORD}` is {len(expected)}.",
        wrong=[
            (
                "part of a word",
                names_of(lambda text: WORD in text),
                "`in text` finds the letters inside of `business`, too. Where are whole words to be found?",
            ),
            (
                "part of a word",
                names_of(lambda text: WORD in text.lower()),
                "Those letters are inside of `business`, too. What cuts a text into whole words?",
            ),
            (
                "capitals kept",
                names_of(lambda text: WORD in tokenize(text)),
                "One document prints it with a capital letter. What does lower=True do?",
            ),
            (
                "texts for names",
                [document.text for document in work.documents if WORD in tokenize(document.text, lower=True)],
                "Those are the texts. Which of the two, name or text, goes first in the brackets?",
            ),
            (
                "the article forgotten",
                [name for name in expected if name != "the article"]
                if "the article" in expected
                else [*expected, "the article"],
                "All but the article is right. Is the word in it, as a whole?",
            ),
            (
                "all documents",
                [document.name for document in work.documents],
                "Those are all documents. Which have the word?",
            ),
        ],
        otherwise=f"Is `{WORD}` among the tokens of every document in your list, and is none missing?",
    )


@exercise(
    "count_all",
    "Find the bug",
    kind="bug",
    answers=["count_all"],
    hints=[
        "Follow it by hand over Monday, Tuesday, Wednesday: what is in counted after each?",
        "The Counter is made anew for every document. Where should it be made?",
        "Move the line counted = Counter() above the loop.",
    ],
)
def mend(count_all: Any, work: Work) -> Verdict:
    def solution(documents: list[tuple[str, str]]) -> Counter[str]:
        counted: Counter[str] = Counter()
        for _name, text in documents:
            counted.update(tokenize(text, lower=True))
        return counted

    def last(documents: list[tuple[str, str]]) -> Counter[str]:
        return Counter(tokenize(documents[-1][1], lower=True))

    one: list[tuple[str, str]] = [("a", "Tea, and no tea.")]
    return behaves(
        count_all,
        solution,
        [(one,), (TINY,), ([*TINY, ("d", "War! The sun and the sun.")],)],
        praise="One Counter before the loop, and every document adds to it.",
        bug=last,
        exercise="count_all",
        wrong=[
            (
                "return in the loop",
                lambda documents: last(documents[:1]),
                "It stops after the first document. Does `return` stand inside the loop?",
            ),
            (
                "document frequency",
                lambda documents: Counter(
                    word for _, text in documents for word in set(tokenize(text, lower=True))
                ),
                "That counts each word once a document. Is that the count or the document frequency?",
            ),
            (
                "capitals kept",
                lambda documents: Counter(word for _, text in documents for word in tokenize(text)),
                "`Tea` and `tea` are two words now. Where has lower=True gone?",
            ),
            (
                "letters for tokens",
                lambda documents: Counter(letter for _, text in documents for letter in text),
                "It counts letters. What does `update` need: the text, or its tokens?",
            ),
            (
                "letters for tokens",
                lambda documents: Counter(letter for _, text in documents for letter in text.lower()),
                "It counts letters. What does `update` need: the text, or its tokens?",
            ),
            (
                "marks kept",
                lambda documents: Counter(word for _, text in documents for word in text.lower().split()),
                "The marks are still at the words. Which function cuts a text into tokens?",
            ),
            (
                "names for texts",
                lambda documents: Counter(
                    word for name, _ in documents for word in tokenize(name, lower=True)
                ),
                "It counts the names of the documents. Which of the two holds the text?",
            ),
            (
                "total",
                lambda documents: solution(documents).total(),
                "That is the number of all tokens. How often does each word come up?",
            ),
        ],
        ask="How often is each word in all of them together?",
    )


@exercise(
    "what_adds_up",
    "What can be added?",
    kind="predict",
    answers=["answer"],
    hints=[
        'Take two tiny halves, "tea war" and "tea sun". What is each result for them, and for both together?',
        "Which of the results looks at `tea` and forgets that the other half has it as well?",
    ],
)
def what_adds_up(answer: Any, work: Work) -> Verdict:
    return choose(
        answer,
        "a",
        {
            "a": "A token is in one half or in the other, never in both, so counts add up. "
            "So does the number of documents that hold a word.",
            "b": 'Take "tea war" and "tea sun" for the halves: two types each. How many are there together?',
            "c": "A word with a rate of 10 in every 1,000 tokens in both halves: is it 20 in the whole?",
        },
    )


@exercise(
    "corpus_rate",
    "A rate over the corpus",
    kind="compute",
    answers=["rate"],
    uses=["documents", "counts"],
    hints=[
        "It is the rate of chapter [[frequency]], with the counts of the whole corpus.",
        'The count is counts["flood"]. How many tokens are there in all?',
        'Write: rate = counts["flood"] / counts.total() * 1000',
    ],
)
def per_thousand(rate: Any, work: Work) -> Verdict:
    counts = work.counts
    count, total = counts["flood"], counts.total()
    lists = [tokenize(text, lower=True) for _, text in work.documents]
    rates = [tokens.count("flood") / len(tokens) * 1000 for tokens in lists]
    town = sum(len(tokens) for tokens in lists[:-1])
    expected = count / total * 1000
    return compare(
        rate,
        expected,
        praise=f"{expected:.1f} in every 1,000 tokens. In the story with the most, {max(rates):.0f}.",
        wrong=[
            *ratio(
                count,
                total,
                part_is="the count in all documents",
                whole_is="the number of tokens in all documents",
                per=1000,
                wholes={
                    "the number of types": len(counts),
                    "the number of documents": len(work.documents),
                    "the number of chunks": sum(len(text.split()) for _, text in work.documents),
                    "the number of characters": sum(len(text) for _, text in work.documents),
                    "the number of tokens without the article's": town,
                },
                parts={"the count of Flood, with a capital,": counts["Flood"]},
            ),
            (
                "mean of rates",
                sum(rates) / len(rates),
                "That is the mean of the documents' rates: a short document weighs as much as a long one. "
                "What if you count first and divide once?",
            ),
            (
                "sum of rates",
                sum(rates),
                "Rates cannot be added. What can, and what do you divide it by at the end?",
            ),
            *[
                (
                    "one document alone",
                    one,
                    "That is the rate in a single document. How many tokens do all have, and how often?",
                )
                for one in set(rates) - {0}
            ],
        ],
        otherwise="Which count do you divide by how many tokens, and what do you multiply with?",
    )


@exercise(
    "most_documents",
    "Quoted in the most documents",
    kind="compute",
    answers=["speaker", "share"],
    uses=["documents", "speakers"],
    hints=[
        "The table is in the order of the quotes. Which column tells about documents?",
        "Look for the largest number in that column. How many documents does the corpus have?",
        'Write: share = max(speakers["documents"]) / len(documents)',
    ],
)
def widest(speaker: Any, share: Any, work: Work) -> Verdict:
    speakers, number = work.speakers, len(work.documents)
    most = speakers[speakers["documents"] == max(speakers["documents"])]
    row = most.iloc[0]
    top = speakers.iloc[0]
    expects([speaker, share], [row["speaker"], row["documents"] / number])
    if not isinstance(speaker, str):
        return question("`speaker` should be a name, a text in quotation marks. Which one?", "no text")
    if not any(same(speaker, other) for other in most["speaker"]):
        if same(speaker, top["speaker"]):
            return question(
                f"{speaker} has the most quotes. In how many documents? Look at the column `documents`.",
                "most quotes",
            )
        if not any(same(speaker, other) for other in speakers["speaker"]):
            return question(
                f"{speaker!r} is not in the table. Which spelling does the column `speaker` have?",
                "not in the table",
            )
        return question(f"Is there nobody with more `documents` than {speaker}?")
    return compare(
        share,
        row["documents"] / number,
        praise=f"{row['speaker']}: {row['documents']} of {number} documents, with {row['quotes']} quotes. "
        f"By quotes {top['speaker']} comes first, with {top['quotes']} in {top['documents']}.",
        wrong=[
            (
                "count for share",
                row["documents"],
                "The name is right. That is the number of documents. What share of all is it?",
            ),
            (
                "in percent",
                row["documents"] / number * 100,
                "The name is right. That is in percent: what is it between 0 and 1?",
            ),
            (
                "share of the quotes",
                row["share_of_quotes"],
                "The name is right. That is the share of the quotes. And of the documents?",
            ),
            (
                "share of the words",
                row["share_of_words"],
                "The name is right. That is the share of the words. And of the documents?",
            ),
            (
                "the article forgotten",
                row["documents"] / (number - 1),
                "The name is right. Did you count the documents of the town only? How long is `documents`?",
            ),
            (
                "divided by the sum",
                row["documents"] / speakers["documents"].sum(),
                "The name is right. You divided by the sum of the column, where a document counts once for "
                "every speaker. How many documents are there?",
            ),
            (
                "upside down",
                number / row["documents"],
                "The name is right. The share is upside down: which number goes on top?",
            ),
        ],
        otherwise="The name is right. Its number of documents, divided by what, is its share?",
    )


@exercise(
    "script",
    "Put the script in order",
    kind="parsons",
    answers=["order", "lines"],
    hints=[
        "What has to be there before the loop can add to it?",
        "One of the two indented lines is not needed. What does update do with a text that is not cut up?",
        "The Counter (C), the loop (A), what happens in it (B), and at the end the print (E).",
    ],
)
def script(order: Any, lines: Any, work: Work) -> Verdict:
    printed: list[Any] = []
    names = {
        "Counter": Counter,
        "tokenize": tokenize,
        "read_corpus": lambda source: TINY,
        "sys": SimpleNamespace(argv=["words.py", "folder"]),
        "print": printed.append,
    }
    run_lines(lines, order, names)
    if not printed:
        return question("Your script prints nothing. Which line shows the result?", "line missing")
    if len(printed) == 1 and same(printed[0], [("tea", 3), ("and", 2), ("war", 1)]):
        return right("That is a whole program. A little below you will write it into a file and run it.")
    if not printed[0]:
        return question("It prints an empty list. Which line has to come before the print?", "line too early")
    if "D" in str(order).upper():
        return question(
            "Line D gives `update` a whole text, which is a row of letters. What does it count, then?",
            "letters for tokens",
        )
    return question(f"Over a corpus of three documents it prints {printed[0]}. Is every line in its place?")
