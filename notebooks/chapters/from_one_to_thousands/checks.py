"""Checks of From one article to thousands."""

from collections import Counter
from collections.abc import Callable
from functools import cache
from math import log, log2, log10
from types import SimpleNamespace
from typing import Any

from textkit import Article, Document, content_words, corpus_speakers, read_corpus, tokenize
from textkit.course import (
    RIGHT,
    Verdict,
    Work,
    better_of_two,
    compare,
    exercise,
    expect,
    expects,
    instead,
    multiple_choice,
    question,
    run_lines,
)
from textkit.course.free_answers import cut
from textkit.course.misconceptions import picked, two_values

WORD = "bus"
TINY = [("a", "Tea and war"), ("b", "tea and tea"), ("c", "sun")]


@cache  # the quotes of thirteen documents take a moment, and every check asks for the state
def made_from(text: str) -> dict[str, Any]:
    documents = [*read_corpus("seeds/town_news"), Document("the article", text)]
    halves = documents[:6], documents[6:]
    first, second = (
        Counter(word for _, text in some for word in tokenize(text, lower=True)) for some in halves
    )
    in_documents = Counter(word for _, text in documents for word in set(tokenize(text, lower=True)))
    tokens = tokenize(text, lower=True)
    word, count = Counter(content_words(tokens) or tokens).most_common(1)[0]
    return {
        "documents": documents,
        "counts": first + second,
        "in_documents": in_documents,
        "tokens": tokens,
        "word": word,
        "count": count,
        "n_documents": in_documents[word],
        "first": first,
        "second": second,
        "speakers": corpus_speakers(documents),
    }


def state(article: Article) -> dict[str, Any]:
    """What the chapter's cells make of the article."""
    return made_from(article.text)


in_a_set = multiple_choice(
    "in_a_set",
    "How often in a set?",
    "b",
    {
        "a": 'Try `set(["flood", "and", "flood"])`. How many does it keep?',
        "b": "A set keeps one of each type. To count documents instead of tokens, we need just that.",
        "c": 'It has no order, but try `set(["flood", "and", "flood"])`: is it empty?',
    },
    kind="recall",
    hints=[
        'Try it: set(["flood", "and", "flood"])',
        "A set keeps one of each. What does it keep of six that are the same?",
    ],
)


log_ratio = multiple_choice(
    "log_ratio",
    "A log ratio of 2",
    "b",
    {
        "a": "Two times the rate is a log ratio of 1. What does one more step do?",
        "b": "Every step of 1 doubles it: 2 times, 4 times, 8 times.",
        "c": "That would be a difference of counts. What does a ratio compare, and why are rates used?",
    },
    kind="recall",
    hints=[
        "It is a binary logarithm: every step of 1 doubles the ratio.",
        "0 is the same rate, 1 is twice the rate. What is one step more?",
    ],
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
        wrong=two_values(
            (4, 2),
            ("the count", "the number of documents"),
            ("part of a word", 5, 3, "Does Wednesday have the word rain in it?"),
            (
                "capitals kept",
                3,
                None,
                "`lower=True` makes `Rain` and `rain` one word. How often is it there?",
            ),
            ("every occurrence", None, 4, "Monday is a single document. How often does it count?"),
            ("documents for count", 2, None, "How many tokens are rain, on all days together?"),
            ("share for a number", None, 2 / 3, "That is a share. How many documents are it?"),
        ),
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
    inside = "Those letters are inside of `business`, too. What cuts a text into whole words?"
    capital = "One document prints it with a capital letter. What does lower=True do?"
    return compare(
        names,
        expected,
        order=False,
        praise=f"{len(expected)} of {len(work.documents)} documents: "
        f"the document frequency of `{WORD}` is {len(expected)}.",
        wrong=[
            ("part of a word", names_of(lambda text: WORD in text), inside),
            ("part of a word", names_of(lambda text: WORD in text.lower()), inside),
            ("capitals kept", names_of(lambda text: WORD in tokenize(text)), capital),
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
            ("all documents", names_of(lambda text: True), "Those are all documents. Which have the word?"),
        ],
        otherwise=f"Is `{WORD}` among the tokens of every document in your list, and is none missing?",
    )


@exercise(
    "tf_idf",
    "TF-IDF by hand",
    kind="compute",
    answers=["weight"],
    uses=["word", "count", "n_documents"],
    hints=[
        "Look at the cell for otter. Which three numbers are in it?",
        "The number of all documents is divided by n_documents. log2 takes that, and count multiplies it.",
        "Write: weight = count * log2(len(documents) / n_documents)",
    ],
)
def tf_idf(weight: Any, work: Work) -> Verdict:
    number, times = len(work.documents), work.count
    ratio = number / work.n_documents
    return expect(
        weight,
        "count * log2(len(documents) / n_documents)",
        work,
        praise=f"{times * log2(ratio):.1f}. “{work.word}” comes up {times} times here and is in "
        f"{work.n_documents} of {number} documents.",
        wrong=[
            ("upside down", -times * log2(ratio), "It is below 0. Which number goes on top in the brackets?"),
            (
                "logarithm left out",
                times * ratio,
                "That is the count times the quotient. What does log2 do to it?",
            ),
            ("logarithm alone", log2(ratio), "That is the logarithm alone. What is it multiplied by?"),
            (
                "natural logarithm",
                times * log(ratio),
                "That is the natural logarithm. Which one is in the formula?",
            ),
            (
                "logarithm with base 10",
                times * log10(ratio),
                "That is the logarithm with base 10. Which is in the formula?",
            ),
            ("added for multiplied", times + log2(ratio), "That is a sum. What sign does the formula have?"),
            (
                "count within the logarithm",
                log2(times * ratio),
                "The count is in the brackets of log2, too. Does it belong there?",
            ),
        ],
        ask="What is divided by what, what does log2 make of it, and what is that multiplied by?",
    )


what_adds_up = multiple_choice(
    "what_adds_up",
    "What can be added?",
    "a",
    {
        "a": "A token is in one half or in the other, never in both, so counts add up. "
        "So does the number of documents that hold a word.",
        "b": 'Take "tea war" and "tea sun" for the halves: two types each. How many are there together?',
        "c": "A word with a rate of 10 in every 1,000 tokens in both halves: is it 20 in the whole?",
    },
    kind="predict",
    hints=[
        'Take two tiny halves, "tea war" and "tea sun". What is each result for them, and for both together?',
        "Which of the results looks at `tea` and forgets that the other half has it as well?",
    ],
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
    most = speakers[speakers["documents"] == max(speakers["documents"])].set_index("speaker")
    top, widest = speakers.iloc[0], most.iloc[0]
    expects([speaker, share], [widest.name, widest["documents"] / number])
    name = " ".join(speaker.split()) if isinstance(speaker, str) else speaker
    if isinstance(name, str) and name not in set(speakers["speaker"]):
        ask = f"“{cut(name)}” is not in the table. Which spelling does the column `speaker` have?"
        return question(ask, "not in the table")
    row = most.loc[name] if isinstance(name, str) and name in most.index else widest
    first = compare(
        name,
        row.name,
        praise="",
        wrong=picked(speakers, "speaker", "documents"),
        otherwise="Which single name has the largest number of documents? Write it as text.",
    )
    if first.state != RIGHT:
        return first
    ask = "The name is right. Its number of documents, divided by what, is its share?"
    return expect(
        share,
        "documents_of_it / len(documents)",
        work,
        documents_of_it=int(row["documents"]),
        praise=f"{row.name}: {row['documents']} of {number} documents, with {row['quotes']} quotes. "
        f"By quotes {top['speaker']} comes first, with {top['quotes']} in {top['documents']}.",
        wrong=instead(
            ask,
            {
                "the number of its documents": row["documents"],
                "its share of the quotes": row["share_of_quotes"],
                "its share of the words": row["share_of_words"],
                "its share of the town's documents alone": row["documents"] / (number - 1),
                "its share of the sum of the column": row["documents"] / speakers["documents"].sum(),
                "the share upside down": number / row["documents"],
            },
        ),
        ask=ask,
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
    if "D" in order:
        ask = "Line D gives `update` a whole text, which is a row of letters. What does it count, then?"
        return question(ask, "characters for words")
    return compare(
        printed,
        [[("tea", 3), ("and", 2), ("war", 1)]],
        praise="That is a whole program. A little below you will write it into a file and run it.",
        wrong=[("line too early", [[]], "It prints an empty list. Which line has to come before the print?")],
        otherwise=f"Over a corpus of three documents it prints {printed[0]}. Is every line in its place?",
    )


better_corpus = better_of_two(
    "better_corpus",
    "a",
    {
        "a": "Both numbers of both words, and where one of them comes from.",
        "b": "What are its numbers? And does a word that every document has tell what they are about?",
    },
)
