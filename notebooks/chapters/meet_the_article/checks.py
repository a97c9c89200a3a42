"""Checks of Meet the article."""

import numbers
import re
from typing import Any

from textkit import Article, quote_table, sentence_table
from textkit.course import (
    Verdict,
    Work,
    better_of_two,
    class_key,
    compare,
    exercise,
    expects,
    instead,
    multiple_choice,
    not_here,
    question,
    right,
    same,
)

SPEECH = ("full", "partial")


def state(article: Article) -> dict[str, Any]:
    """What the chapter's cells make of the article."""
    return {
        "table": sentence_table(article.text),
        "first_quote": quote_table(article.text).head(1),
        "speakers": [quote.speaker for quote in class_key(article) if quote.kind in SPEECH],
    }


meaning = multiple_choice(
    "meaning_of_not_yet",
    "What not yet means",
    "b",
    {
        "a": "What did the check say before you had typed anything? Was there an answer that could be wrong?",
        "b": "An unfinished exercise is not a mistake. Fill in the blank, and run the cell again.",
        "c": "A check says that, too, but in other words. Which of the four is it?",
    },
    kind="recall",
    hints=[
        "Run the cell as it is and read the whole message.",
        'A check has four things to say: "Not yet", a question, "Right" and "Not here". '
        "Only one of them is about a blank.",
    ],
)


next_morning = multiple_choice(
    "next_morning",
    "The next morning",
    "c",
    {
        "a": "The message is about a name, not about a file. Which cell makes the name `article`?",
        "b": "You can still see the code in its cells. But has it run since you opened the notebook?",
        "c": "Kernel → Restart Kernel and Run All Cells… runs every cell in order, and all names are back.",
    },
    kind="recall",
    hints=[
        "What you typed is kept in the notebook. Where do names such as article live?",
        "A name exists from the moment its cell has run until the kernel stops.",
    ],
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
    text, words = work.article.text, len(work.article.text.split())
    expects(estimate, words, own=True)
    is_number = isinstance(estimate, numbers.Real) and not isinstance(estimate, bool)
    if is_number and 0.7 * words <= estimate <= 1.3 * words:
        off = (estimate - words) / words
        how_far = f"{abs(off):.0%} too {'many' if off > 0 else 'few'}" if abs(off) >= 0.005 else "spot on"
        return right(f"You said {estimate:,.0f}; the count is {words:,}. That is {how_far}.")
    wrong = instead(
        "About how many words is that?",
        {
            "the number of characters": len(text),
            "the number of paragraphs": len(work.article.paragraphs),
            "the number of sentences": len(work.table),
            "the number of lines": len(text.splitlines()),
            "the number of different chunks": len(set(text.split())),
            "the length of the first paragraph alone": len(work.article.paragraphs[0].split()),
            "the average length of a paragraph in characters": len(text) / len(work.article.paragraphs),
        },
    )
    many = "many" if is_number and estimate > words else "few"
    far_off = f"That is far too {many}. How many words are there in a line, and how many lines?"
    if is_number and not any(same(estimate, known.value) for known in wrong):
        return question(far_off, f"far too {many}")
    return compare(estimate, words, praise="", wrong=wrong, otherwise=far_off)


told_or_quoted = multiple_choice(
    "told_or_quoted",
    "Told or quoted?",
    "b",
    {
        "a": "This is what the mayor said, in the reporter's words. Where are the mayor's own?",
        "b": "A few of the mayor's words, inside the reporter's sentence. The marks in c hold a title, "
        "and nobody speaks.",
        "c": "There are quotation marks, yes. Whose words are between them?",
    },
    kind="recall",
    hints=[
        "Look for quotation marks first.",
        "Then ask whose words stand between them: the mayor's, or a title's?",
    ],
)


@exercise(
    "first_voice",
    "The first voice",
    kind="complete",
    answers=["first_voice"],
    rests_on=["first_quote"],
    hints=[
        "Look for the first quotation marks with somebody's words between them.",
        "The name comes before the quote or after it, near a word such as said.",
        "If you find only a word such as he or she, go back to the name that it stands for.",
    ],
)
def first_voice(first_voice: Any, work: Work) -> Verdict:
    speakers = work.speakers
    if not speakers or speakers[0] is None:
        return not_here(
            "Either there is no quote here, or the text doesn't say who speaks the first one: worth a note."
        )
    first, others = speakers[0], set(speakers[1:]) - {None}
    expects(first_voice, first)
    if not isinstance(first_voice, str):
        return question("A name is a text. Is yours in quotation marks?", "no text")
    given, names = _words(first_voice), _words(first)
    if given and given <= names and (given & {_last(first)} or given == names):
        return right(f"{first}. Whose voice might another paper have put first?")
    if any(given and given <= _words(name) for name in others - {first}):
        return question(
            f"{first_voice.strip()} is quoted, too. But is there a quote before that one?", "a later voice"
        )
    if given and not given <= _words(work.article.text):
        return question("That name is not in the article. How is it spelled there?", "not in the article")
    if given > names:
        return question(
            "The name is in there, with more around it. What is just the name?", "more than the name"
        )
    return question("Find the first quotation marks with somebody's words between them. Who says them?")


def _words(name: str) -> set[str]:
    return set(re.findall(r"[^\W_]+", name.casefold()))


def _last(name: str) -> str:
    return str(re.findall(r"[^\W_]+", name.casefold())[-1])


@exercise(
    "longest_third",
    "Where is the longest?",
    kind="complete",
    answers=["third"],
    uses=["table"],
    hints=["Find the highest bar. Is it on the left, in the middle, or on the right?"],
)
def longest_third(third: Any, work: Work) -> Verdict:
    tokens = work.table["tokens"]
    names = ("first", "middle", "last")
    places = [place for place, length in enumerate(tokens) if length == tokens.max()]
    thirds = {names[min(2, 3 * place // len(tokens))]: None for place in places}
    expects(third, next(iter(thirds)), trivial=len(tokens) == 1)
    if not isinstance(third, str):
        return question(
            'The answer is a text: "first", "middle" or "last", with its quotation marks. Which one is it?',
            "no text",
        )
    said = third.strip().strip("\"'").casefold()
    if said in thirds:
        return right(
            f"Sentence {places[0] + 1} of {len(tokens)}, with {tokens.max()} words. Look at its text: is it "
            "a quote, a list, or a reporter's sentence?"
        )
    if said in names:
        return question(f"Is any bar in the {said} third as high as the highest of all?", "another third")
    return question('The answer is "first", "middle" or "last". Where is the highest bar?')


better_claim = better_of_two(
    "better_claim",
    "b",
    {
        "a": "It may be right or wrong. Which place in the text could settle it?",
        "b": "Anybody can look it up, and it claims no more than the text shows.",
    },
    title="Which claim is better?",
    look="Which claim could somebody check by reading the article?",
)
