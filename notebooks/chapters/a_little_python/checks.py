"""Checks of A little Python."""

from types import SimpleNamespace
from typing import Any

from textkit import Article, sentence_table
from textkit.course import (
    Verdict,
    Work,
    behaves,
    better_of_two,
    compare,
    exercise,
    expect,
    multiple_choice,
    question,
    right,
    rows,
    run_lines,
    same,
)


def state(article: Article) -> dict[str, Any]:
    """What the chapter's cells make of the article."""
    table = sentence_table(article.text)
    return {"table": table, "sentences": list(table["text"])}


what_n_holds = multiple_choice(
    "what_n_holds",
    "What does the name hold?",
    "b",
    {
        "a": "It did after the first cell. What did the second one do?",
        "b": "The right side is worked out first, with the old value; then the name gets the new one.",
        "c": "`=` is not an equation: it gives whatever is on its right a name. What is on its right?",
    },
    kind="recall",
    hints=[
        "Python works out the right side first. What is n * 2 when n is 5?",
        "Then it gives the result its name.",
    ],
)


first_paragraph = multiple_choice(
    "first_paragraph",
    "The first paragraph",
    "b",
    {
        "a": "This is the second one. Where does Python begin to count?",
        "b": "Python counts from 0. An index says how many you have to pass: none, for the first.",
        "c": "This is how many there are. Which one is the first?",
    },
    kind="recall",
    hints=["Where does Python begin to count?"],
)


@exercise(
    "which_letters",
    "Which letters are these?",
    kind="predict",
    answers=["prediction"],
    hints=[
        "Write the indexes under the letters: the first letter has the index 0.",
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
    firsts = {  # what one may take for letters[1], and for letters[-1]
        "a": ("counting from 1", "Does `letters[1]` count from 1 or from 0?"),
        "b": ("", "The first one is right."),
    }
    lasts = {
        "c": ("-1 before the last", "Is -1 the last one, or the one before it?"),
        "a": ("-1 from the beginning", "Does -1 count from the beginning or from the end?"),
        "b": ("-1 from the beginning", "From which end does a negative index count?"),
        "d": ("", "The last one is right."),
    }
    mixed = [
        (" and ".join(filter(None, [first, last])), a + d, f"{ask_first} {ask_last}")
        for a, (first, ask_first) in firsts.items()
        for d, (last, ask_last) in lasts.items()
        if first or last
    ]
    numbers_given = "You gave numbers. Which letters are at those places?"
    return compare(
        prediction,
        "bd",
        praise="The index 1 is the second value, because counting starts at 0, and -1 is the last value.",
        wrong=[
            ("the example", "aa", "That was only the example. Which two letters is it really?"),
            (
                "other order",
                "db",
                "Both letters are right. Which of them is `letters[1]`, and so comes first?",
            ),
            *(("places for letters", digits, numbers_given) for digits in ("12", "13", "11")),
            *(known for known in mixed if known[1] != "aa"),
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
        return right(f"An empty list, a loop, and append. The list begins like this: {few}.")
    if isinstance(made["firsts"], str):
        return question(
            "`firsts` ends up as the word of the last paragraph. Which line keeps all of them?",
            "last one kept",
        )
    return question(
        "`firsts` stays empty, or is emptied again. When should the list be made, and when should it be "
        "filled?",
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

    average = solution(list(work.article.paragraphs))
    whole = "It is a whole number. Is there a `//`, an `int` or a `round` in it?"
    return behaves(
        average_words,
        solution,
        [
            (["six"],),
            (["one two three", "four five six", "seven"],),
            (["so so so so so", "It is. It is!", "no"],),
        ],
        praise=f"{average:.1f} words in a paragraph. No error message gave the bug away: the text did.",
        bug=lambda paragraphs: sum(map(len, paragraphs)) / len(paragraphs),
        exercise="average_words",
        wrong=[
            (
                "sum for average",
                lambda paragraphs: len(" ".join(paragraphs).split()),
                "This is the sum of all words. What do you divide it by to get an average?",
            ),
            (
                "longest for average",
                lambda paragraphs: max(len(paragraph.split()) for paragraph in paragraphs),
                "This is the longest paragraph. What is the average of all?",
            ),
            (
                "words estimated",
                lambda paragraphs: sum(len(paragraph) / 6 for paragraph in paragraphs) / len(paragraphs),
                "A sixth of the characters is an estimate. What counts the words?",
            ),
            ("whole division", lambda paragraphs: int(solution(paragraphs)), whole),
            ("whole division", lambda paragraphs: round(solution(paragraphs)), whole),
        ],
        ask="How many words are there, in how many paragraphs?",
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
    return expect(
        gap,
        'max(table["tokens"]) - min(table["tokens"])',
        work,
        praise=f"From {least} to {most}. "
        + (
            "The chart of chapter [[meet_the_article]] shows where they are."
            if most > least
            else "No sentence is longer than another."
        ),
        wrong=[
            (
                "characters for words",
                len(max(sentences, key=len)) - len(min(sentences, key=len)),
                "This is the difference in characters. Which column counts words?",
            ),
            *(
                (
                    "ends of the list",
                    sign * int(tokens.iloc[0] - tokens.iloc[-1]),
                    "This compares the first row with the last. Are they the longest and the shortest?",
                )
                for sign in (1, -1)
            ),
            (
                "words between spaces",
                len(max(sentences, key=len).split()) - len(min(sentences, key=len).split()),
                "You counted with `split`. Which column counts tokens?",
            ),
        ],
        ask="How many words does the longest sentence have, and how many the shortest?",
    )


@exercise(
    "n_short",
    "Sentences of ten words or fewer",
    kind="compute",
    answers=["n_short"],
    uses=["table"],
    hints=[
        "The cell above picks the sentences with more than 20 words. What has to change?",
        "At most ten: which sign includes ten itself?",
        'Write: n_short = len(table[table["tokens"] <= 10])',
    ],
)
def n_short(n_short: Any, work: Work) -> Verdict:
    tokens = work.table["tokens"]
    number = int((tokens <= 10).sum())
    return compare(
        n_short,
        number,
        praise=f"{number:,} of {len(tokens):,}. Headings count as sentences here."
        if number
        else f"None of {len(tokens):,}: this article has no short sentence. That is a finding, too.",
        wrong=[
            *rows(tokens, 10, sign="<=", of="sentences"),
            (
                "the example",
                int((tokens > 20).sum()),
                "These are the ones from the cell above. Which number and which sign do you need?",
            ),
            ("the rows themselves", work.table[tokens <= 10], "You have the rows. What counts them?"),
            (
                "truth values",
                tokens <= 10,
                "This is `True` or `False` for each row. How do you pick the rows?",
            ),
        ],
        otherwise="Which condition picks the sentences with at most ten words, and what counts the rows?",
    )


better_lengths = better_of_two(
    "better_lengths",
    "b",
    {
        "a": "It may even be true. But where is the number, and what is *long* compared with?",
        "b": "A number, out of how many, and a comparison. Answer a has none of the three.",
    },
    look="Which answer has a number in it?",
)
