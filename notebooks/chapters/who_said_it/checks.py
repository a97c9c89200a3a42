"""Checks of Who said it?"""

from pathlib import Path
from typing import Any

import pandas as pd

from textkit import Article, explain_quote, load_article, quote_table, speaker_table
from textkit.course import (
    RIGHT,
    Verdict,
    Work,
    behaves,
    better_of_two,
    class_key,
    draw_quotes,
    exercise,
    expect,
    expects,
    instead,
    multiple_choice,
    not_here,
    question,
    right,
    same,
)
from textkit.course.free_answers import cut, read_labels, read_numbers

SPEECH = ("full", "partial")
SURE = 0.9
HARDLY = 0.001  # a candidate with less is one that nobody would take for the speaker
PRONOUNS = ["he", "He", "she", "She", "they", "They"]
DEBATE = load_article("seeds/tarrowmere_debate.txt")
NO_SPEECH = "There is no speech between quotation marks in this article: try another article."


def state(article: Article) -> dict[str, Any]:
    """What the chapter's cells make of the article."""
    quotes = quote_table(article.text)
    speakers = speaker_table(article.text)
    top = speakers["speaker"][0] if len(speakers) else "nobody"
    with_pronoun = quotes[quotes["mention"].isin(PRONOUNS) & quotes["speaker"].notna()]
    debate_quotes = quote_table(DEBATE.text)
    five = draw_quotes(article, DEBATE)
    return {
        "quotes": quotes,
        "debate_quotes": debate_quotes,
        "doubtful": debate_quotes["confidence"].argmin() + 1,
        "with_pronoun": with_pronoun,
        "drawn": with_pronoun.sort_values("confidence", ascending=False, kind="stable").head(1),
        "confidence": list(quotes["confidence"]),
        "speakers": speakers,
        "by_top": quotes[quotes["speaker"].fillna("unknown") == top],
        "five": five,
        "of_the_article": five[five["source"] == Path(article.source).name],
        "key": {quote.start: quote.speaker for quote in class_key(article) if quote.kind in SPEECH},
    }


precision_again = multiple_choice(
    "precision_or_recall",
    "Precision or recall?",
    "b",
    {
        "a": "That divides by your own quotes, which is recall. By what does precision divide?",
        "b": "6 of the 8 that it lists. Its recall is 6 / 10.",
        "c": "That compares the two lengths. Are all 8 among your 10?",
        "d": "That adds up both lists. By which of them does precision divide?",
    },
    kind="recall",
    hints=[
        "Precision looks at what the tool lists. How many does it list?",
        "Those at the top are right by both.",
    ],
)


@exercise(
    "take_away",
    "Take it away",
    kind="compute",
    answers=["taken"],
    uses=["doubtful"],
    hints=[
        "Either the one on top loses what speaks for them, or somebody else what speaks against them. Which "
        "weights are far below zero here?",
        "Look at the candidates below the first one. What speaks against each of them?",
        "Copy one of these names from the column evidence into taken, in quotation marks and brackets, "
        "and run the cell. Then try the next one.",
    ],
)
def take_away(taken: Any, work: Work) -> Verdict:
    before = explain_quote(DEBATE.text, work.doubtful)
    names = dict.fromkeys(before["evidence"])
    against = before[(before["candidate"] == "nobody") & (before["weight"] < 0)]
    expects(taken, list(against["evidence"])[:1], own=True)

    def odd(name: Any) -> tuple[str, str] | None:
        if not isinstance(name, str):
            return "no text", f"{cut(name)} is not a name. Which text is in the column `evidence`?"
        if name in names:
            return None
        if name in set(before["candidate"]) | set(before["speaker"]) | set(before["place"]):
            return "another column", f"“{cut(name)}” is in another column. What is in `evidence`?"
        return "no such evidence", f"“{cut(name)}” is not in the column `evidence`. Is it spelled as there?"

    given = read_labels([taken] if isinstance(taken, str) else taken, odd, such_as='["…"]', of="pieces")
    if not given:
        return question("Nothing is taken away. Which piece of evidence do you want to try?", "nothing")
    first, then = (
        _chosen(table) for table in (before, explain_quote(DEBATE.text, work.doubtful, without=given))
    )
    if first["speaker"] == then["speaker"]:
        return question(
            f"Without it the tool still says {_named(first)}, now at {then['probability']:.2f}. "
            "Which piece keeps another candidate down?",
            "same speaker",
        )
    more = " Would one piece do?" if len(given) > 1 else " Who wrote the leaflet, by your own reading?"
    return right(
        f"Without it the tool says {_named(then)}, no longer {_named(first)}: its answer hung on that.{more}"
    )


@exercise(
    "pronoun",
    "Whom does the pronoun mean?",
    kind="predict",
    answers=["name"],
    uses=["quotes", "drawn"],
    rests_on=["drawn"],
    hints=[
        "Find the pronoun first. It is beside the quote, near the verb.",
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
    flat, wanted = _flat(given), _flat(speaker).split()
    text, before = work.article.text, work.article.text[: row["start"]]
    shown = f"“{cut(given)}”"
    ways = [
        (not given, "empty text", "The text is empty. Whom does the pronoun mean?"),
        (
            flat == _flat(row["mention"]),
            "the pronoun",
            "That is the pronoun itself. Whose name is it short for?",
        ),
        (
            flat in (_flat(str(row["cue"])), _flat(row["rule"])),
            "rule for a name",
            "That is how the tool decides. Which person is it?",
        ),
        (
            flat.split()[-1:] == wanted[-1:],
            "spelling",
            "The last name is right. Is the rest spelled as in the article? And what is the name alone, with "
            "no title before it?",
        ),
        (
            set(flat.split()) < set(wanted),
            "part of the name",
            "That is a part of the name. What is all of it?",
        ),
        (
            wanted[-1] in flat.replace("'", " ").split(),
            "more than the name",
            "The last name is in there, with something after it. What is the name alone?",
        ),
        (
            flat not in _flat(text),
            "not in the article",
            f"{shown} is not in the article. How is it printed?",
        ),
        (
            flat in _flat(row["text"]),
            "inside the quote",
            "That is within the quote. Who speaks the quote?",
        ),
        (
            flat not in _flat(before),
            "named only later",
            f"{shown} comes only after the quote. Who has been named before it?",
        ),
        (
            given == given.lower() and given in " ".join(before.split()),
            "description for a name",
            f"{shown} is not a name. Whose name comes before the quote, and fits the pronoun?",
        ),
    ]
    for holds, cause, ask in ways:
        if holds:
            return question(ask, cause)
    return question(
        f"{shown} comes before the quote, and the key has another name. Is it somebody else who speaks "
        "in the sentences before? If you are still sure when you have read them again, keep your reading for "
        "exercise [[tool_errors]].",
        "another name",
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
    number = sum(value < SURE for value in work.confidence)
    ask = "How many values in `confidence` are below 0.9?"
    return expect(
        n_unsure,
        "len([value for value in confidence if value < 0.9])",
        work,
        praise=f"{number} of {total}. "
        + ("Would you have been less sure of the same?" if number else "Are all of them right, then?"),
        wrong=instead(
            ask,
            {
                "the number of the sure ones": total - number,
                "the number of all quotes": total,
                "their share": number / total,
                "their share in percent": number / total * 100,
            },
        )
        if 0 < number < total
        else [],
        ask=ask,
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
    def solution(table: pd.DataFrame) -> dict[str, int]:
        counts: dict[str, int] = {}
        for speaker in table["speaker"].fillna("unknown"):
            counts[speaker] = counts.get(speaker, 0) + 1
        return counts

    def counted(column: str, missing: Any) -> Any:
        return lambda table: table[column].where(table[column].notna(), missing).value_counts(dropna=False)

    def dropped(table: pd.DataFrame) -> dict[str, int]:
        return dict(table["speaker"].value_counts())

    def speakers(*names: str | None) -> tuple[pd.DataFrame]:
        table = {"speaker": pd.Series(names, dtype="object"), "mention": ["he" for _ in names]}
        return (pd.DataFrame({**table, "words": range(len(names))}),)

    no_name = "All quotes are counted. Under which name should those without a speaker be?"
    return behaves(
        count_by_speaker,
        solution,
        [
            speakers("Ann Lee"),
            speakers("Ann Lee", None),
            speakers(None, None),
            speakers("Lee", "Ann Lee", "lee", None),
            speakers("Ann Lee", None, "Bo Fox", "Ann Lee", None),
        ],
        praise="The parts add up to the whole again: nobody is lost, and the unknown can be seen.",
        bug=dropped,
        exercise="count_by_speaker",
        wrong=[
            ("no name for the missing", lambda table: table.groupby("speaker", dropna=False).size(), no_name),
            ("no name for the missing", counted("speaker", None), no_name),
            *(
                ("no name for the missing", counted("speaker", name), no_name)
                for name in ("Unknown", "?", "", "None")
            ),
            (
                "one of the missing",
                lambda table: {**dropped(table), **({"unknown": 1} if table["speaker"].isna().any() else {})},
                "Those without a speaker are counted once at most. How many are there?",
            ),
            (
                "one of each",
                lambda table: dict.fromkeys(solution(table), 1),
                "Each name is counted once. How often is it in the column?",
            ),
            (
                "whole rows",
                lambda table: table.fillna("unknown").value_counts(),
                "It counts whole rows. Which column holds the speakers?",
            ),
            (
                "another column",
                counted("mention", "unknown"),
                "It counts mentions. Which column has the speakers?",
            ),
            (
                "not counted",
                lambda table: list(table["speaker"].fillna("unknown")),
                "Those are the names, one by one. What counts them?",
            ),
            (
                "shares for counts",
                lambda table: table["speaker"].fillna("unknown").value_counts(normalize=True),
                "Those are shares. How many quotes has each?",
            ),
            (
                "how many for which",
                lambda table: len(solution(table)),
                "That is how many names. How often is each?",
            ),
            ("all of them", len, "That is the number of quotes. How many has each speaker?"),
        ],
        ask="How many quotes has each speaker there, and how many have none?",
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
    quotes, words = len(work.quotes), int(work.quotes["words"].sum())
    if quotes == 0:
        return not_here(NO_SPEECH)
    if words == 0:
        return not_here("The quotes of this article hold no words: try another article.")
    one, other = len(work.by_top) / quotes, work.by_top["words"].sum() / words
    if not same(one, other) and same(quote_share, other) and same(word_share, one):
        ask = "The two are the wrong way round. Which of them counts rows, and which adds up words?"
        return question(ask, "wrong way round")
    every: dict[str, Any] = {"found": quote_table(work.article.text, all_kinds=True)}
    first = expect(
        quote_share,
        "len(by_top) / len(quotes)",
        work,
        **every,
        praise="",
        wrong=instead(
            "What is left for `top`?",
            {
                "the number of quotes of all the others": quotes - len(work.by_top),
                "the share of all the others": 1 - one,
                "their number divided by that of the speakers": len(work.by_top) / max(len(work.speakers), 1),
                "their number divided by that of all stretches": len(work.by_top) / len(every["found"]),
            }
            if len(every["found"]) > quotes
            else {},
        ),
        ask="How many rows has `by_top`, and how many has `quotes`?",
    )
    if first.state != RIGHT:
        return first
    size = "as large as" if same(one, other) else "larger than" if other > one else "smaller than"
    ask = "The share of quotes is right. How many words has `top`, and how many are quoted in all?"
    return expect(
        word_share,
        'sum(by_top["words"]) / sum(quotes["words"])',
        work,
        **every,
        praise=f"{one:.0%} of the quotes, {other:.0%} of the words: the share of words is {size} the share "
        "of quotes. Which of the two would you put into a headline?",
        wrong=instead(
            ask,
            {
                **({} if same(one, other) else {"the share of the quotes once more": one}),
                "the share of all the others": 1 - other,
                "the share of the whole article": work.by_top["words"].sum() / len(work.article.text.split()),
                "a share of characters": len("".join(work.by_top["text"]))
                / len("".join(work.quotes["text"])),
                "the share of the longest quote": work.by_top["words"].max() / words,
            },
        ),
        ask=ask,
    )


@exercise(
    "own_speakers",
    "Your own speakers",
    kind="explain",
    answers=["my_speakers"],
    uses=["quotes", "five"],
    rests_on=["of_the_article"],
    hints=[
        "Take them one by one. Is there a name beside the verb, a pronoun, or nothing?",
        "Put a name in quotation marks for each quote, None where nobody can be told, and commas between.",
    ],
)
def own_speakers(my_speakers: Any, work: Work) -> Verdict:
    tools = [None if _missing(speaker) else speaker for speaker in work.five["speaker"]]
    key = [work.key.get(start) for start in work.of_the_article["start"]]
    key += tools[len(key) :]  # those of the debate come last, and have no key
    expects(my_speakers, key, own=True)
    texts, may_speak = _flat(f"{work.article.text}\n{DEBATE.text}"), _who_may_speak(work)

    def odd(speaker: Any) -> tuple[str, str] | None:
        if _missing(speaker):
            return None
        if not isinstance(speaker, str):
            return "no name", f"{cut(speaker)} is not a name. Which name, in quotation marks, or `None`?"
        shown = f"“{cut(speaker, 40)}”"
        if speaker.strip().casefold() in ("none", "unknown", "nobody", "", "?"):
            ask = "Where nobody can be told, write `None`, without quotation marks. Is that what you mean?"
            return "text for None", ask
        if speaker in PRONOUNS:
            return "pronoun", f"{shown} stands for somebody. Whose name does the text give?"
        if _flat(speaker) not in texts and not any(_agree(speaker, its) for its in may_speak):
            return "not in the article", f"{shown} is not in the text. How is the name printed there?"
        if not any(_agree(speaker, other) for other in may_speak):
            return "no speaker", f"{shown} is in the text. But does it say one of these quotes?"
        return None

    wanted = len(work.five)
    given = read_labels(my_speakers, odd, such_as='["Ann Lee", None]', of="quotes", wanted=wanted)
    differ = [
        (str(number), _is_same(mine, by_key))
        for number, mine, its, by_key in zip(work.five["quote"], given, tools, key, strict=True)
        if not _is_same(mine, its)
    ]
    if not differ:
        return right(f"You and the tool agree on all {wanted}. Were you unsure of the same ones?")
    with_you = ", ".join(number for number, agrees in differ if agrees)
    sides = f"The class's key is with you at {with_you}. " if with_you else ""
    return right(
        f"You and the tool agree on {wanted - len(differ)} of {wanted}. You differ at "
        f"{', '.join(number for number, _ in differ)}. {sides}Who is right, and what in the text says so?"
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
    given = read_numbers(doubts, range(1, total + 1), of="quote")
    if not given:
        look = f" Did you look at the least sure ({', '.join(map(str, unsure[:5]))})?" if unsure else ""
        return right(f"No doubts about {total} attributions.{look} Say below which was the hardest.")
    by_key = [work.key.get(start) for start in work.quotes["start"]]
    both = zip(work.quotes["quote"], by_key, work.quotes["speaker"], strict=True)
    if wrong := {number for number, key, its in both if not _is_same(key, its)}:
        return right(
            f"{len(given)} of {total} that you would not sign. By the class's key the tool errs {len(wrong)} "
            f"time{'s' * (len(wrong) != 1)}, and {len(wrong & set(given))} of these are in your list. "
            "Say below why."
        )
    return right(
        f"{len(given)} of {total} that you would not sign, {len(set(given) & set(unsure))} of them unsure by "
        "the tool's own account. Say below why."
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


def _is_same(mine: Any, its: Any) -> bool:
    """Tell whether two readings agree: on who speaks, or that nobody can be told."""
    return _agree(mine, its) or (_missing(mine) and _missing(its))


def _missing(value: Any) -> bool:
    return value is None or (isinstance(value, float) and value != value)


def _flat(text: str) -> str:
    return " ".join(text.split()).casefold().replace("’", "'")


def _who_may_speak(work: Work) -> list[str]:
    """List who may be taken for the speaker of a quote: those who speak, and whom the tool has weighed."""
    own = Path(work.article.source).name
    found = [
        *work.key.values(),
        *work.quotes["speaker"],
        *(work.debate_quotes["speaker"] if any(work.five["source"] != own) else []),
    ]
    for source, number in zip(work.five["source"], work.five["quote"], strict=True):
        weighed = explain_quote((work.article if source == own else DEBATE).text, int(number))
        weighed = weighed[weighed["probability"] >= HARDLY]
        found += [*weighed["candidate"], *weighed["speaker"]]
    return [name for name in dict.fromkeys(found) if isinstance(name, str) and name != "nobody"]


def _chosen(table: pd.DataFrame) -> pd.Series:
    return table[table["chosen"]].iloc[0]


def _named(row: pd.Series) -> str:
    return "nobody" if _missing(row["speaker"]) else str(row["speaker"])


better_doubt = better_of_two(
    "better_doubt",
    "b",
    {
        "a": "Why is it obvious? Which words would you show to somebody who doubts it?",
        "b": "The number, what misled the tool, what a reader goes by, and what follows for the chart.",
    },
)
