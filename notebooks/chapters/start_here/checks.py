"""Checks of Start here."""

from typing import Any

from textkit.course import (
    Verdict,
    Work,
    as_it_was,
    behaves,
    call,
    compare,
    exercise,
    expect,
    instead,
    multiple_choice,
    question,
)


@exercise(
    "class_length",
    "How long is a class?",
    kind="complete",
    answers=["seconds"],
    hints=[
        "A minute has 60 seconds.",
        "Multiply the minutes by the seconds of one minute, with *.",
        "Write: seconds = 50 * 60",
    ],
)
def class_length(seconds: Any, work: Work) -> Verdict:
    ask = "How many seconds does one minute have, and how many minutes are there?"
    return expect(
        seconds,
        "50 * 60",
        work,
        praise="3,000 seconds. You have run a cell, answered, and been checked. That's all there is to it.",
        wrong=[
            *instead(
                ask,
                {
                    "the length in minutes": 50,
                    "one minute": 60,
                    "60 / 50": 60 / 50,
                    "50 times 100": 5000,
                    "a whole hour": 3600,
                    "50 * 60, and times 60 once more": 50 * 60 * 60,
                    "a power, 50 ** 60": 50**60,
                },
            ),
            (
                "period for comma",
                3,
                "To Python, a period is the decimal point. How do you write three thousand without it?",
            ),
        ],
        ask=ask,
    )


@exercise(
    "same_word",
    "Is it the same word?",
    kind="predict",
    answers=["prediction"],
    hints=[
        "You read them as the same word. Does Python read, or does it compare letter by letter?",
        "n and N are different characters. So they are not the same.",
    ],
)
def same_word(prediction: Any, work: Work) -> Verdict:
    if isinstance(prediction, str):
        return question(
            "This is a text. `True` and `False` are written without quotation marks.",
            "text for a truth value",
        )
    return compare(
        prediction,
        False,
        praise="To Python, `n` and `N` are different characters. Chapter [[tokens]] shows what to do about "
        "it.",
        wrong=[
            (
                "as a reader sees it",
                True,
                "To you they are the same word. Are they the same characters, one by one?",
            ),
        ],
        otherwise="The answer is `True` or `False`, with a capital letter. Which one?",
    )


@exercise(
    "characters",
    "How many characters?",
    kind="compute",
    answers=["n_characters"],
    hints=[
        "The text is in article.text.",
        'len("hello") gives 5. What has to stand in the brackets here?',
        "Write: n_characters = len(article.text)",
    ],
)
def characters(n_characters: Any, work: Work) -> Verdict:
    text = work.article.text
    return expect(
        n_characters,
        "len(article.text)",
        work,
        praise=f"{len(text):,} characters. Is that a long text? Chapter [[meet_the_article]] asks how many "
        "words it has.",
        wrong=[
            ("the example", 13, "13 is the length of “Good morning!”. How long is the text of the article?"),
            (
                "quotation marks",
                len("article.text"),
                "You counted the letters of the name. What if the quotation marks go?",
            ),
            (
                "letters only",
                sum(map(str.isalpha, text)),
                "You counted only the letters. Which other characters count?",
            ),
            ("text for a number", text, "This is the text itself. What gives its length?"),
            *(
                ("without spaces", len(solid), "You left out the spaces. Does the exercise count them?")
                for solid in (text.replace(" ", ""), "".join(text.split()))
            ),
        ],
        ask="What does `len(…)` give for the whole of `article.text`?",
    )


@exercise(
    "shout",
    "A function of your own",
    kind="complete",
    answers=["shout"],
    hints=[
        "The blank is what the function gives back. What goes in has the name word.",
        "You need word, a dot, and upper().",
        "Write: return word.upper()",
    ],
)
def shouting(shout: Any, work: Work) -> Verdict:
    given = [call(shout, word) for word in ("hello", "Good morning")]
    if all(value is ... for value in given):
        return as_it_was("`shout` still gives back `...`.", "shout")
    if any(callable(value) for value in given):
        ask = "It gives back `upper` without running it. Are its brackets () missing?"
        return question(ask, "not called")

    def solution(word: str) -> str:
        return word.upper()

    return behaves(
        shout,
        solution,
        [("hello",), ("Good morning",), ("NATO",)],
        praise='`shout("hello")` gives "HELLO". You have written a function.',
        wrong=[
            (
                "quotation marks",
                lambda word: "WORD",
                "It says WORD, whatever goes in. What if the quotation marks go?",
            ),
            ("unchanged", str, "It comes back unchanged. What makes capitals?"),
            ("small letters", str.lower, "It makes small letters. Which function makes capitals?"),
            *(
                (
                    "first letter only",
                    method,
                    "Only the first letter is a capital. Which function changes all of them?",
                )
                for method in (str.capitalize, str.title)
            ),
        ],
        ask="What does `word.upper()` give?",
    )


@exercise(
    "cause_an_error",
    "Cause an error and fix it",
    kind="bug",
    answers=["loud"],
    hints=[
        "Delete the `#` in front of the second line. Then run the cell, and read which place it names.",
        "A round bracket is opened and never closed. And how is the name of the article spelled above?",
        "Write: loud = article.text.upper()",
    ],
)
def cause_an_error(loud: Any, work: Work) -> Verdict:
    text = work.article.text
    if callable(loud):
        return question("`upper` is there, but it has not run. Are its brackets () missing?", "not called")
    return expect(
        loud,
        "article.text.upper()",
        work,
        praise=f"“{' '.join(text.upper().split()[:4])} …”: two errors caused, read and fixed. You will meet "
        "both again.",
        wrong=[
            ("unchanged", text, "The letters are as they were. What makes them capitals?"),
            ("small letters", text.lower(), "It makes small letters. Which function makes capitals?"),
            (
                "quotation marks",
                "article.text.upper()",
                "You have put the line itself in quotation marks. What if they go?",
            ),
            (
                "quotation marks",
                "article.text".upper(),
                "It shouts the name, not the article. What if the quotation marks go?",
            ),
            ("length for text", len(text), "This is how many characters there are. Which text are they?"),
        ],
        ask="What does `article.text.upper()` give?",
    )


restart = multiple_choice(
    "restart",
    "What is left?",
    "b",
    {
        "a": "The text of a cell belongs to the notebook. Does a restart of the kernel change it?",
        "b": "The notebook keeps what you typed; the kernel forgets what it computed.",
        "c": "Where did the value live: in the notebook or in the kernel that was restarted?",
    },
    kind="recall",
    hints=[
        "What you typed is in the notebook. What was computed is in the kernel.",
        "A restart empties the kernel and leaves the notebook alone.",
    ],
)
