"""Checks of Who said it?"""

import re
from typing import Any

import pandas as pd

from textkit import Article, quote_table, speaker_table
from textkit.course import (
    RIGHT,
    Verdict,
    Work,
    as_it_was,
    call,
    choose,
    class_key,
    compare,
    exercise,
    expects,
    not_here,
    question,
    right,
    same,
)

SPEECH = ("full", "partial")
SURE = 0.9
PRONOUNS = ["he", "He", "she", "She", "they", "They"]
NO_SPEECH = "There is no speech between quotation marks in this article: try another article."


def state(article: Article) -> dict[str, Any]:
    """What the chapter's cells make of the article."""
    quotes = quote_table(article.text)
    speakers = speaker_table(article.text)
    top = speakers["speaker"][0] if len(speakers) else "nobody"
    with_pronoun = quotes[quotes["mention"].isin(PRONOUNS) & quotes["speaker"].notna()]
    return {
        "quotes": quotes,
        "with_pronoun": with_pronoun,
        "drawn": with_pronoun.sort_values("confidence", ascending=False, kind="stable").head(1),
        "rules": list(quotes["rule"].fillna("no rule")),
        "confidence": list(quotes["confidence"]),
        "speakers": speakers,
        "by_top": quotes[quotes["speaker"].fillna("unknown") == top],
        "first_five": quotes.head(5),
        "key": {quote.start: quote.speaker for quote in class_key(article) if quote.kind in SPEECH},
    }


@exercise(
    "precision_or_recall",
    "Precision or recall?",
    kind="recall",
    answers=["answer"],
    hints=[
        "Precision looks at what the tool lists. How many does it list?",
        "On top stand those that are right by both.",
    ],
)
def precision_again(answer: Any, work: Work) -> Verdict:
    return choose(
        answer,
        "b",
        {
            "a": "That divides by your own quotes, which is recall. By what does precision divide?",
            "b": "6 of the 8 that it lists. Its recall is 6 / 10.",
            "c": "That compares the two lengths. Are all 8 among your 10?",
            "d": "That adds up both lists. By which of them does precision divide?",
        },
    )


@exercise(
    "pick_rows",
    "Pick the rows",
    kind="recall",
    answers=["answer"],
    hints=[
        "A condition about a column gives True or False for every row.",
        "The table in front, the condition in square brackets: that keeps the rows where it is true.",
    ],
)
def rows(answer: Any, work: Work) -> Verdict:
    return choose(
        answer,
        "c",
        {
            "a": "That gives `True` or `False` for every row. How do you keep the rows where it is true?",
            "b": "That asks for a column with the name full. In which column does full stand as a value?",
            "c": "The condition stands in the brackets, and the table keeps the rows where it is true.",
        },
    )


@exercise(
    "pronoun",
    "Whom does the pronoun mean?",
    kind="predict",
    answers=["name"],
    uses=["quotes", "with_pronoun"],
    rests_on=["drawn"],
    hints=[
        "Find the pronoun first. It stands beside the quote, near the verb.",
        "Who was spoken of last before the pronoun, and fits it? Often it is the one who spoke last.",
        "Look for the last name before the quote that is the subject of a sentence. "
        "Put the full name into quotation marks.",
    ],
)
def pronoun(name: Any, work: Work) -> Verdict:
    if len(work.with_pronoun) == 0:
        return not_here("No quote here has a pronoun that the tool could resolve. Go on to the next one.")
    row = work.drawn.iloc[0]
    speaker = work.key.get(row["start"])
    if speaker is None:
        return not_here("By the key nobody can tell whom the pronoun means here. Go on to the next one.")
    expects(name, speaker)
    if not isinstance(name, str):
        return question("A name is a text. Is it in quotation marks?", "no text")
    given = " ".join(name.split()).strip(" .,;:'\"“”")
    if _agree(given, speaker) and not _agree(speaker, row["speaker"]):
        return right(f"{speaker}, says the key. The tool has {row['speaker']}: what in the text misled it?")
    if _agree(given, speaker):
        return right(
            f"{speaker}, says the tool as well (“{row['mention']}”, by its rule “{row['rule']}”). "
            "Is there a sentence in the article in which it would go wrong?"
        )
    if not given:
        return question("The text is empty. Whom does the pronoun mean?", "empty text")
    if given.casefold() == row["mention"].casefold():
        return question("That is the pronoun itself. Whose name does it stand for?", "the pronoun")
    if given.casefold() in (str(row["cue"]).casefold(), row["rule"].casefold()):
        return question("That is how the tool decides. Which person is it?", "rule for a name")
    if _flat(given).split()[-1] == _flat(speaker).split()[-1]:
        return question(
            "The last name is right. Is the rest spelled as in the article? And what is the name alone, with "
            "no title before it?",
            "spelling",
        )
    if set(_flat(given).split()) < set(_flat(speaker).split()):
        return question("That is a part of the name. What is the whole of it?", "part of the name")
    if _flat(speaker).split()[-1] in re.findall(r"[^\W_]+", _flat(given)):
        return question(
            "The last name is in there, with something after it. What is the name alone?",
            "more than the name",
        )
    if _flat(given) not in _flat(work.article.text):
        return question(
            f"“{_cut(given)}” does not stand in the article. How is the name printed there?",
            "not in the article",
        )
    if _flat(given) in _flat(row["text"]):
        return question("That stands within the quote. Who speaks the quote?", "inside the quote")
    return question(
        f"The tool has another name than “{_cut(given)}”. If that is a description, whose? Who was last "
        "spoken of before the pronoun? If you are still sure when you have read it again, keep your reading "
        "for exercise [[tool_errors]]."
    )


@exercise(
    "unsure",
    "How many are unsure?",
    kind="complete",
    answers=["n_unsure"],
    uses=["quotes", "confidence"],
    hints=[
        "Go through confidence with a list comprehension. The condition is value < 0.9.",
        "What gives the length of the list?",
        "Write: n_unsure = len([value for value in confidence if value < 0.9])",
    ],
)
def unsure(n_unsure: Any, work: Work) -> Verdict:
    total = len(work.confidence)
    if total == 0:
        return not_here(NO_SPEECH)
    found = [value for value in work.confidence if value < SURE]
    number = len(found)
    return compare(
        n_unsure,
        number,
        praise=f"{number} of {total}. "
        + ("Would you have been less sure of the same?" if number else "Are all of them right, then?"),
        wrong=[
            ("complement", total - number, "Those are the sure ones. How many are below 0.9?"),
            ("all of them", total, "That is all quotes. Which of them have a confidence below 0.9?"),
            ("share for a number", number / total, "That is their share. How many are they?"),
            ("in percent", number / total * 100, "That is in percent. How many are they?"),
            ("which for how many", found, "Those are their values. How many are they?"),
        ],
        otherwise="How many values in `confidence` are below 0.9?",
    )


@exercise(
    "count_by_speaker",
    "Find the bug",
    kind="bug",
    answers=["count_by_speaker"],
    hints=[
        "value_counts leaves out missing values. Which method puts a text in their place?",
        "First fill the column, then count.",
        'The line should be: return table["speaker"].fillna("unknown").value_counts()',
    ],
)
def reconcile(count_by_speaker: Any, work: Work) -> Verdict:
    cases: list[list[str | None]] = [["Ann Lee", None, "Bo Fox", "Ann Lee", None], ["Ann Lee"], [None, None]]
    tables = [
        pd.DataFrame({"quote": range(1, len(names) + 1), "speaker": pd.Series(names, dtype="object")})
        for names in cases
    ]
    given = [_counts(call(count_by_speaker, table.copy())) for table in tables]
    expected = [_counts(table["speaker"].fillna("unknown").value_counts()) for table in tables]
    if given == [{"Ann Lee": 2, "Bo Fox": 1}, {"Ann Lee": 1}, {}]:
        return as_it_was("The quotes without a speaker are still left out.", "count_by_speaker")
    if given == expected:
        return right("The parts add up to the whole again: nobody is lost, and the unknown can be seen.")
    if given[0] is None:
        return question(
            "It gives back no counts by name. Does it still end with `value_counts()`?", "no counts"
        )
    if given[0] == given[1] == given[2]:
        return question(
            "It counts the same whatever goes in. Does it look at `table`, or at another one?",
            "ignores its input",
        )
    if [sum(counts.values()) for counts in given if counts is not None] == [5, 1, 2]:
        return question(
            "All quotes are counted now. Under which name should those without a speaker be?",
            "no name for the missing",
        )
    if given[0] == {"Ann Lee": 2, "Bo Fox": 1, "unknown": 1}:
        return question(
            "Two quotes have no speaker, and only one is counted. Where is the other?", "one of the missing"
        )
    return question(
        f"For five quotes, two of them without a speaker, it counts {_cut(given[0])}. Do these add up to 5?"
    )


@exercise(
    "totals",
    "Do the totals agree?",
    kind="compute",
    answers=["known", "unknown"],
    uses=["quotes"],
    rests_on=["quotes"],
    hints=[
        'quotes["speaker"].notna() is True in every row with a speaker.',
        "sum(…) of that counts the rows. Do the same with isna().",
        'Write: known = sum(quotes["speaker"].notna()) and unknown = sum(quotes["speaker"].isna())',
    ],
)
def totals(known: Any, unknown: Any, work: Work) -> Verdict:
    quotes, total = work.quotes, len(work.quotes)
    if total == 0:
        return not_here(NO_SPEECH)
    with_speaker = int(quotes["speaker"].notna().sum())
    without = total - with_speaker
    if with_speaker != without and same(known, without) and same(unknown, with_speaker):
        return question(
            "The two are the wrong way round. Which of notna() and isna() finds the missing ones?",
            "wrong way round",
        )
    every = len(quote_table(work.article.text, all_kinds=True))
    no_mention = int(quotes["mention"].isna().sum())
    first = compare(
        known,
        with_speaker,
        praise="",
        wrong=[
            (
                "different speakers",
                quotes["speaker"].nunique(),
                "That is the number of different speakers. How many quotes have they together?",
            ),
            (
                "rows of speakers",
                len(work.speakers),
                "That is the number of rows in a table of speakers. How many quotes have a speaker?",
            ),
            (
                "all of them",
                total,
                "That is all quotes. Is there something in the column speaker for all of them?",
            ),
            (
                "all kinds",
                every,
                "There are headings, titles or scare quotes among those. Which table holds speech alone?",
            ),
            (
                "mention for speaker",
                total - no_mention,
                "Those have a mention. Can a quote have a speaker without one?",
            ),
            ("share for a number", with_speaker / total, "That is their share. How many are they?"),
            ("words for quotes", int(quotes["words"].sum()), "Those are words. How many quotes are they?"),
        ],
        otherwise="In how many rows is there something in the column speaker?",
    )
    if first.state != RIGHT:
        return first
    return compare(
        unknown,
        without,
        praise=f"{with_speaker} + {without} = {total}, the number of quotes. "
        + (
            "A total that agrees proves that nobody is lost, not that the names are right."
            if without == 0
            else "Whoever leaves these out makes every share too large."
        ),
        wrong=[
            (
                "mention for speaker",
                no_mention,
                "Those have no mention. Can a quote have a speaker all the same? Look at the column speaker.",
            ),
            (
                "all kinds",
                every - with_speaker,
                "There are headings, titles or scare quotes among those. Are they in the table `quotes`?",
            ),
            ("all of them", total, "Those are all of them. How many quotes have no speaker?"),
            (
                "number repeated",
                with_speaker,
                "That is the number for `known` again. How many quotes have no speaker?",
            ),
            (
                "zero",
                0,
                f"With {with_speaker} known that makes {with_speaker} quotes. How many are there in all?",
            ),
        ],
        otherwise=f"`known` is right. What has to be added to {with_speaker} to have all quotes?",
    )


@exercise(
    "quotes_or_words",
    "Quotes or words",
    kind="compute",
    answers=["quote_share", "word_share"],
    uses=["quotes", "by_top"],
    rests_on=["quotes"],
    hints=[
        "A share is a part divided by the whole. The part is in by_top, the whole in quotes.",
        'For the quotes count rows, len(…). For the words add up a column, sum(by_top["words"]).',
        "Write: quote_share = len(by_top) / len(quotes) and "
        'word_share = sum(by_top["words"]) / sum(quotes["words"])',
    ],
)
def shares(quote_share: Any, word_share: Any, work: Work) -> Verdict:
    if len(work.quotes) == 0:
        return not_here(NO_SPEECH)
    quotes, mine = len(work.quotes), len(work.by_top)
    all_words, words = int(work.quotes["words"].sum()), int(work.by_top["words"].sum())
    if all_words == 0:
        return not_here("The quotes of this article hold no words: try another article.")
    one, other = mine / quotes, words / all_words
    if not same(one, other) and same(quote_share, other) and same(word_share, one):
        return question(
            "The two are the wrong way round. Which of them counts rows, and which adds up words?",
            "wrong way round",
        )
    every = len(quote_table(work.article.text, all_kinds=True))
    percent = "That is in percent. What is it as a share, between 0 and 1?"
    first = compare(
        quote_share,
        one,
        praise="",
        wrong=[
            ("in percent", one * 100, percent),
            ("count for share", mine, "So many quotes has `top`. What share of all quotes is that?"),
            ("complement", 1 - one, "That is the share of all the others. What is left for `top`?"),
            (
                "upside down",
                1 / one if one else 0,
                "That is upside down. Which is the part and which is the whole?",
            ),
            (
                "divided by all kinds",
                mine / every,
                "You divided by headings, titles and all. Which table holds speech alone?",
            ),
            ("quotes by words", mine / all_words, "You divided quotes by words. How many quotes are there?"),
            (
                "divided by speakers",
                mine / max(len(work.speakers), 1),
                "You divided by the number of speakers. What is the whole?",
            ),
            ("others", quotes - mine, "So many quotes have all the others. What share has `top`?"),
        ],
        otherwise="How many rows has `by_top`, and how many has `quotes`?",
    )
    if first.state != RIGHT:
        return first
    size = "as large as" if same(one, other) else "larger than" if other > one else "smaller than"
    return compare(
        word_share,
        other,
        praise=f"{one:.0%} of the quotes, {other:.0%} of the words: the share of words is {size} the share "
        "of quotes. Which of the two would you put into a headline?",
        wrong=[
            ("in percent", other * 100, percent),
            (
                "divided by all kinds",
                words / int(quote_table(work.article.text, all_kinds=True)["words"].sum()),
                "You divided by headings, titles and all. Which table holds speech alone?",
            ),
            (
                "whole article",
                words / len(work.article.text.split()),
                "You divided by the whole article. Does the exercise ask for all words, or all quoted words?",
            ),
            ("count for share", words, "So many words are they. What share of all quoted words is that?"),
            ("complement", 1 - other, "That is the share of all the others. What is left for `top`?"),
            (
                "upside down",
                all_words / words if words else 0,
                "That is upside down. Which is the part, which the whole?",
            ),
            (
                "share of the quotes",
                one,
                "That is the share of the quotes once more. Which column tells how long each quote is?",
            ),
            (
                "words by quotes",
                words / quotes,
                "You divided words by quotes. How many quoted words are there altogether?",
            ),
            (
                "average length",
                words / mine if mine else 0,
                "That is the average length of a quote. What is the whole here?",
            ),
            (
                "share of characters",
                len("".join(work.by_top["text"])) / len("".join(work.quotes["text"])),
                "That is a share of characters. Which column has the number of words?",
            ),
        ],
        otherwise="The share of quotes is right. How many words has `top`, and how many are quoted in all?",
    )


@exercise(
    "own_speakers",
    "Your own speakers",
    kind="explain",
    answers=["my_speakers"],
    uses=["quotes", "first_five"],
    rests_on=["first_five"],
    hints=[
        "Take them one by one. Is there a name beside the verb, a pronoun, or nothing?",
        "Put a name in quotation marks for each quote, None where nobody can be told, and commas between.",
    ],
)
def own_speakers(my_speakers: Any, work: Work) -> Verdict:
    wanted = len(work.first_five)
    if wanted == 0:
        return not_here(NO_SPEECH)
    tools = [None if _missing(speaker) else speaker for speaker in work.first_five["speaker"]]
    expects(my_speakers, tools, own=True)
    if isinstance(my_speakers, str) or not hasattr(my_speakers, "__len__"):
        return question(
            'The exercise asks for a list, such as ["Ann Lee", None]. Where are its brackets?', "no list"
        )
    given = [None if _missing(speaker) else speaker for speaker in my_speakers]
    for speaker in given:
        if speaker is not None and not isinstance(speaker, str):
            return question(
                f"{_cut(repr(speaker))} is no name. Which name, in quotation marks, or `None`?", "no name"
            )
        if speaker is not None and speaker.strip().casefold() in ("none", "unknown", "nobody", "", "?"):
            return question(
                "Where nobody can be told, write `None`, without quotation marks. Is that what you mean?",
                "text for None",
            )
        if speaker in PRONOUNS:
            return question(f"“{speaker}” stands for somebody. Whose name does the article give?", "pronoun")
    if len(given) != wanted:
        return question(f"Your list has {len(given)} for {wanted} quotes. Which did you leave out, or add?")
    text = _flat(work.article.text)
    for speaker in given:
        if speaker and _flat(speaker) not in text and not any(_agree(speaker, tool) for tool in tools):
            return question(
                f"“{_cut(speaker)}” does not stand in the article. How is the name printed there?",
                "not in the article",
            )
    differ = [
        number
        for number, mine, its in zip(work.first_five["quote"], given, tools, strict=True)
        if not (mine is its or _agree(mine, its))
    ]
    if not differ:
        return right(
            f"You and the tool agree on {'all ' if wanted > 1 else ''}{wanted}. That is your finding."
        )
    key = [work.key.get(start) for start in work.first_five["start"]]
    with_you = [n for n in differ if _agree(given[n - 1], key[n - 1]) or given[n - 1] is key[n - 1]]
    sides = f"The key is with you at {', '.join(map(str, with_you))}. " if with_you else ""
    return right(
        f"You and the tool agree on {wanted - len(differ)} of {wanted}. You differ at "
        f"{', '.join(map(str, differ))}. {sides}Who is right, and what in the text says so?"
    )


@exercise(
    "tool_errors",
    "Where the tool errs",
    kind="explain",
    answers=["doubts"],
    uses=["quotes", "confidence"],
    hints=[
        "Begin with the quotes whose confidence is lowest, and with those that have no speaker.",
        "Write the numbers from the column quote in square brackets, such as [3, 7], or [] for none.",
    ],
)
def errors(doubts: Any, work: Work) -> Verdict:
    total = len(work.quotes)
    if total == 0:
        return not_here(NO_SPEECH)
    unsure = [n for n, value in enumerate(work.confidence, 1) if value < SURE]
    expects(doubts, unsure, own=True)
    if isinstance(doubts, str) or not hasattr(doubts, "__len__"):
        return question(
            "The exercise asks for a list of numbers, such as [3, 7]. Where are its brackets?", "no list"
        )
    if hasattr(doubts, "columns"):
        return question('That is a table. Which column holds the numbers? Add ["quote"].', "whole table")
    given = list(doubts)
    for number in given:
        if isinstance(number, str):
            return question(
                f"“{_cut(number)}” is text. Which number has that quote, without quotation marks?",
                "text for a number",
            )
        if not any(same(number, n) for n in range(1, total + 1)):
            return question(
                f"There is no quote {_cut(number)}: they go from 1 to {total}. Which do you mean?",
                "no such quote",
            )
    if len(set(given)) < len(given):
        return question(
            "One of the numbers is there twice. Which other quote did you mean?", "twice the same"
        )
    if not given:
        look = f" Did you look at the least sure ({', '.join(map(str, unsure[:5]))})?" if unsure else ""
        return right(f"No doubts about {total} attributions.{look} Say below which was the hardest.")
    by_key = [work.key.get(start) for start in work.quotes["start"]]
    both = zip(work.quotes["quote"], by_key, work.quotes["speaker"], strict=True)
    wrong = [n for n, key, its in both if not _agree(key, its) and not (key is None and _missing(its))]
    if wrong:
        hits = sum(any(same(number, n) for number in given) for n in wrong)
        return right(
            f"{len(given)} of {total} that you would not sign. By the class's key the tool errs {len(wrong)} "
            f"time{'s' * (len(wrong) != 1)}, and {hits} of these are in your list. Say below why."
        )
    weak = sum(int(number) in unsure for number in given)
    return right(
        f"{len(given)} of {total} that you would not sign, {weak} of them unsure by the tool's own account. "
        "Say below why."
    )


def _agree(mine: Any, its: Any) -> bool:
    """Tell whether a name means the tool's speaker: the same, the last name alone, or with a title."""
    if _missing(mine) or _missing(its):
        return False
    described = its[:1].islower()  # a spokesman for the town: no name to shorten
    given, name = _flat(mine).split(), _flat(its).split()
    if described or not given:
        return given == name
    return name[-len(given) :] == given or given[-len(name) :] == name


def _missing(value: Any) -> bool:
    return value is None or (isinstance(value, float) and value != value)


def _flat(text: str) -> str:
    return " ".join(text.split()).casefold().replace("’", "'")


def _counts(value: Any) -> dict[str, int] | None:
    """Return counts by name as a dict, or None if that is not what it is."""
    if (
        not hasattr(value, "items")
        or hasattr(value, "columns")
        or any(isinstance(number, str) for _, number in value.items())
    ):
        return None
    return {str(name): int(number) for name, number in value.items()}


def _cut(value: Any) -> str:
    text = " ".join(str(value).split())
    return text if len(text) <= 60 else text[:59] + "…"
