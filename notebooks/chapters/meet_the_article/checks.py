"""Checks of Meet the article."""

import numbers
from types import SimpleNamespace
from typing import Any

from textkit import Article, sentence_table
from textkit.course import (
    Verdict,
    Work,
    behaves,
    choose,
    compare,
    exercise,
    expects,
    instead,
    question,
    right,
    run_lines,
    same,
)


def state(article: Article) -> dict[str, Any]:
    """What the chapter's cells make of the article."""
    table = sentence_table(article.text)
    return {"table": table, "sentences": list(table["text"])}


@exercise(
    "meaning_of_not_yet",
    "What not yet means",
    kind="recall",
    answers=["answer"],
    hints=[
        "Run the cell as it is and read the whole message.",
        'A check has four things to say: "Not yet", a question, "Right" and "Not here". '
        "Only one of them is about a blank.",
    ],
)
def meaning(answer: Any, work: Work) -> Verdict:
    return choose(
        answer,
        "b",
        {
            "a": "What did the check say before you had typed anything? Was there an answer to be wrong?",
            "b": "An unfinished exercise is no mistake. Run the cell again once the blank is filled.",
            "c": "A check says that as well, in other words. Which of its four answers is it?",
        },
    )


@exercise(
    "next_morning",
    "The next morning",
    kind="recall",
    answers=["answer"],
    hints=[
        "What you typed is kept in the notebook. Where do names such as article live?",
        "A name exists once the cell that makes it has run, and until the kernel ends.",
    ],
)
def next_morning(answer: Any, work: Work) -> Verdict:
    return choose(
        answer,
        "c",
        {
            "a": "The message is about a name, not about a file. Which cell makes the name `article`?",
            "b": "You can still see the code in its cells. But has it run since you opened the notebook?",
            "c": "Kernel → Restart Kernel and Run All Cells… runs every cell in order: all names are back.",
        },
    )


@exercise(
    "guess_words",
    "Guess the number of words",
    kind="predict",
    answers=["estimate"],
    hints=[
        "Count the words in one printed line. How many such lines does the article fill?",
        "Or go by characters: the first cell says how many the article has. "
        "A word and the space after it take about six. The sign / divides.",
        "Write: estimate = len(article.text) / 6",
    ],
)
def guess(estimate: Any, work: Work) -> Verdict:
    text = work.article.text
    words = len(text.split())
    expects(estimate, words, own=True)
    is_number = isinstance(estimate, numbers.Real) and not isinstance(estimate, bool)
    if is_number and 0.7 * words <= estimate <= 1.3 * words:
        off = (estimate - words) / words
        how_far = f"{abs(off):.0%} too {'many' if off > 0 else 'few'}" if abs(off) >= 0.005 else "spot on"
        return right(f"You said {estimate:,.0f}; the count is {words:,}. That is {how_far}.")
    many = "many" if is_number and estimate > words else "few"
    far_off = f"That is far too {many}. How many words does one line have, and how many lines are there?"
    wrong = instead(
        "How many words is that, about?",
        {
            "the number of characters": len(text),
            "the number of paragraphs": len(work.article.paragraphs),
            "the number of sentences": len(work.sentences),
            "the number of lines": len(text.splitlines()),
            "the number of different chunks": len(set(text.split())),
            "the length of the first paragraph alone": len(work.article.paragraphs[0].split()),
            "the average length of a paragraph in characters": len(text) / len(work.article.paragraphs),
        },
    )
    if is_number and not any(same(estimate, known.value) for known in wrong):
        return question(far_off, f"far too {many}")
    return compare(estimate, words, praise="", wrong=wrong, otherwise=far_off)


@exercise(
    "which_letters",
    "Which letters are these?",
    kind="predict",
    answers=["prediction"],
    hints=[
        "Write the indexes below the letters: the first letter has the index 0.",
        "A negative index counts from the end: -1 is the last one.",
        'letters[0] is "a" and letters[3] is "d". Which index comes after 0, and which letter is last?',
    ],
)
def indexes(prediction: Any, work: Work) -> Verdict:
    if isinstance(prediction, list | tuple):
        prediction = "".join(map(str, prediction))
    if isinstance(prediction, str):
        prediction = prediction.replace(" and ", " ")
        prediction = "".join(letter for letter in prediction.lower() if letter.isalnum())
    return compare(
        prediction,
        "bd",
        praise="The index 1 is the second value, because counting starts at 0, and -1 is the last value.",
        wrong=[
            ("counting from 1", "ad", "The last one is right. Does `letters[1]` count from 1 or from 0?"),
            (
                "-1 is the one before the last",
                "bc",
                "The first one is right. Which value has the index -1: the last, or the one before it?",
            ),
            (
                "counting from 1, -1 before the last",
                "ac",
                "With which number does an index start? And is -1 the last or the one before it?",
            ),
            (
                "-1 from the beginning",
                "ba",
                "The first one is right. Does -1 count from the beginning or from the end?",
            ),
            ("places for letters", "12", "Those are numbers. Which letters stand at these places?"),
            ("places for letters", "13", "Those are places, counted from 0. Which letters stand there?"),
            ("indexes for letters", "11", "Those are the indexes. Which letters stand there?"),
            ("the example", "aa", "That is the example. Which two letters are they really?"),
            (
                "other order",
                "db",
                "Both letters are right. Which of them is `letters[1]`, the one to write first?",
            ),
            (
                "negative index from the beginning",
                "bb",
                "The first one is right. From which end does a negative index count?",
            ),
        ],
        otherwise='Two letters out of "a", "b", "c", "d": which has the index 1, and which the index -1?',
    )


@exercise(
    "first_words",
    "The first word of each paragraph",
    kind="parsons",
    answers=["order", "lines"],
    hints=[
        "The list must be there before anything can be appended to it.",
        "Which of the two indented lines keeps what earlier rounds of the loop found?",
        "Begin with the empty list (D), then the loop, then the line that appends.",
    ],
)
def first_words(order: Any, lines: Any, work: Work) -> Verdict:
    if {"B", "C"} <= set(str(order).upper()):
        return question(
            "Two of your lines put a word into `firsts`. What does line B do to the others?",
            "replaced and appended",
        )
    sample = SimpleNamespace(paragraphs=["Rain fell all day.", "Nobody came.", "“So what?” she said."])
    made = run_lines(lines, order, {"article": sample})
    if "firsts" not in made:
        return question("Your lines never make `firsts`. Which line does?", "line missing")
    if same(made["firsts"], ["Rain", "Nobody", "“So"]):
        firsts = [paragraph.split()[0] for paragraph in work.article.paragraphs]
        few = ", ".join(firsts[:5])
        return right(f"An empty list, a loop, and append. Here is how it begins: {few}.")
    if isinstance(made["firsts"], str):
        return question(
            "`firsts` ends up as the word of the last paragraph. Which line keeps all of them?",
            "last one kept",
        )
    return question(
        "`firsts` stays empty, or is emptied again. When should the list be made, and when filled?",
        "emptied in the loop",
    )


@exercise(
    "average_words",
    "Find the bug",
    kind="bug",
    answers=["average_words"],
    hints=[
        "How many words does the first paragraph have? Compare with the number that is printed.",
        "What does len give for a text: words or characters?",
        "The line should be: total = total + len(paragraph.split())",
    ],
)
def mend(average_words: Any, work: Work) -> Verdict:
    def solution(paragraphs: list[str]) -> float:
        total = 0
        for paragraph in paragraphs:
            total = total + len(paragraph.split())
        return total / len(paragraphs)

    def characters(paragraphs: list[str]) -> float:
        total = 0
        for paragraph in paragraphs:
            total = total + len(paragraph)
        return total / len(paragraphs)

    average = solution(list(work.article.paragraphs))
    return behaves(
        average_words,
        solution,
        [
            (["six"],),
            (["one two three", "four five six", "seven"],),
            (["so so so so so", "It is. It is!", "no"],),
        ],
        praise=f"{average:.1f} words in a paragraph. No error message said so: the text did.",
        bug=characters,
        exercise="average_words",
        wrong=[
            (
                "sum for average",
                lambda paragraphs: len(" ".join(paragraphs).split()),
                "That is the sum of all words. By what do you divide it for an average?",
            ),
            (
                "longest for average",
                lambda paragraphs: max(len(paragraph.split()) for paragraph in paragraphs),
                "That is the longest paragraph. What is the average of all?",
            ),
            (
                "words estimated",
                lambda paragraphs: sum(len(paragraph) / 6 for paragraph in paragraphs) / len(paragraphs),
                "A sixth of the characters is an estimate. What counts the words?",
            ),
            (
                "whole division",
                lambda paragraphs: len(" ".join(paragraphs).split()) // len(paragraphs),
                "It is a whole number. Is there a `//`, an `int` or a `round` in it?",
            ),
            (
                "whole division",
                lambda paragraphs: round(len(" ".join(paragraphs).split()) / len(paragraphs)),
                "It is a whole number. Is there a `//`, an `int` or a `round` in it?",
            ),
        ],
        ask="How many words are there, in how many paragraphs?",
    )


@exercise(
    "longest_sentence",
    "The longest sentence",
    kind="complete",
    answers=["longest"],
    uses=["sentences"],
    hints=[
        "The cell above finds the shortest one. Which function finds the largest?",
        "max(fruits, key=len) gave the longest fruit. What is your list called?",
        "Write: longest = max(sentences, key=len)",
    ],
)
def longest_sentence(longest: Any, work: Work) -> Verdict:
    sentences, table = work.sentences, work.table
    expected = max(sentences, key=len)
    expects(longest, expected, trivial=len(set(sentences)) == 1)
    if isinstance(longest, str) and longest in sentences and len(longest) == len(expected):
        expected = longest  # another one of the same length
    in_words = table["text"][table["tokens"].argmax()]
    more = table["tokens"].max() > table["tokens"][sentences.index(expected)]
    return compare(
        longest,
        expected,
        praise=f"It has {len(expected):,} characters and {len(expected.split()):,} words. "
        + ("Another sentence has more words, though." if more else "None has more words, either."),
        wrong=[
            (
                "words for characters",
                in_words,
                "That one has the most words. Which one has the most characters?",
            ),
            (
                "last in the alphabet",
                max(sentences),
                "That one comes last in the alphabet. What tells `max` to compare lengths?",
            ),
            (
                "shortest for longest",
                min(sentences, key=len),
                "That is the shortest one. Which function finds the other end?",
            ),
            ("length for the thing", len(expected), "That is its length. Which sentence has it?"),
            (
                "number of words",
                int(table["tokens"].max()),
                "That is a number of words. Which sentence is it?",
            ),
            (
                "paragraphs",
                max(work.article.paragraphs, key=len),
                "That is a whole paragraph. Which list holds the sentences?",
            ),
            ("first sentence", sentences[0], "That is the first sentence. Is it the longest?"),
            ("last sentence", sentences[-1], "That is the last sentence. Is it the longest?"),
            (
                "word for sentence",
                max(work.article.text.split(), key=len),
                "That is the longest word. Which list holds the sentences?",
            ),
            (
                "single character",
                max(work.article.text),
                "That is a single character: `max` went through the letters of a text. "
                "Which list holds the sentences?",
            ),
        ],
        otherwise="The sentence is in there, with something around it. What does not belong to it?"
        if isinstance(longest, str) and expected in longest
        else "Is it one of the `sentences`, from its beginning to its end, and has none of the others more "
        "characters?",
    )


@exercise(
    "short_to_long",
    "From short to long",
    kind="compute",
    answers=["gap"],
    uses=["table"],
    hints=[
        'The lengths are in the column table["tokens"].',
        'max(table["tokens"]) is the largest of them. What do you take away from it?',
        'Write: gap = max(table["tokens"]) - min(table["tokens"])',
    ],
)
def between(gap: Any, work: Work) -> Verdict:
    tokens, sentences = work.table["tokens"], work.sentences
    most, least = int(tokens.max()), int(tokens.min())
    ends = int(tokens.iloc[0] - tokens.iloc[-1])
    characters = len(max(sentences, key=len)) - len(min(sentences, key=len))
    return compare(
        gap,
        most - least,
        praise=f"From {least} to {most}. "
        + (
            "The chart below shows where they stand."
            if most > least
            else "No sentence is longer than another."
        ),
        wrong=[
            ("longest alone", most, "That is the longest one. How many words does the shortest have?"),
            ("shortest alone", least, "That is the shortest one. How many words does the longest have?"),
            (
                "characters for words",
                characters,
                "That is the difference in characters. Which column counts words?",
            ),
            (
                "divided",
                most / max(least, 1),
                "You divided. How many words *more* does the longest one have?",
            ),
            (
                "ends of the list",
                ends,
                "That is the first row less the last. Are they the longest and the shortest?",
            ),
            (
                "ends of the list",
                -ends,
                "That is the last row less the first. Are they the longest and the shortest?",
            ),
            ("added", most + least, "That is their sum. How many more words does the longest one have?"),
            (
                "number of sentences",
                len(tokens),
                "That is the number of sentences. Which column holds their lengths?",
            ),
        ],
        otherwise="How many words does the longest sentence have, and how many the shortest?",
    )
