"""Checks of Same word?"""

from collections import Counter
from typing import Any

from nltk.stem import PorterStemmer

from textkit import STOPWORDS, Article, frequency_table, tokenize
from textkit.course import (
    Verdict,
    Work,
    behaves,
    better_of_two,
    compare,
    exercise,
    instead,
    multiple_choice,
    question,
    right,
    run_lines,
)

_stem = PorterStemmer().stem


def state(article: Article) -> dict[str, Any]:
    """What the chapter's cells make of the article."""
    tokens = tokenize(article.text, lower=True)
    content = [token for token in tokens if token not in STOPWORDS] or tokens
    table = frequency_table(content)
    table["stem"] = [_stem(token) for token in table["token"]]
    again = table[table["stem"].duplicated()]
    return {
        "tokens": tokens,
        "content": content,
        "stems": [_stem(token) for token in content],
        "table": table,
        "again": again,
        "word": (list(again["token"]) or list(table["token"]))[0],
    }


forms_as_types = multiple_choice(
    "forms_as_types",
    "How many types?",
    "b",
    {
        "a": "With `lower=True`, are *Ally* and *ally* still two spellings?",
        "b": "*ally*, *allies* and *allied*: a type is a spelling, whatever it means.",
        "c": "They may mean the same. Are they spelled the same?",
    },
    kind="recall",
    hints=["A type is a spelling. What does lower=True do to *Ally*?", "Write down the different spellings."],
)


what_was_lost = multiple_choice(
    "what_was_lost",
    "What was lost?",
    "c",
    {
        "a": "For that question the list is better now. Which question needs the word itself?",
        "b": "A list of words never had the spaces and marks. Which question needs the word *said*?",
        "c": "Right for the topic, wrong for the speakers: removing a word is an argument.",
    },
    kind="recall",
    hints=["What does the word *said* tell a reader of the news?"],
)


@exercise(
    "four_words",
    "Four words",
    kind="predict",
    answers=["prediction"],
    hints=[
        "-y and -ies both become -i. Does -ance?",
        "Three of the four have one stem in common.",
    ],
)
def four_words(prediction: Any, work: Work) -> Verdict:
    return compare(
        prediction,
        2,
        praise="*alli* for three of them, *allianc* for the fourth: Porter only takes the last *e* off it.",
        wrong=[
            ("all joined", 1, "Would a stemmer know that *alliance* belongs to them? What is its ending?"),
            ("none joined", 4, "Then no endings would be cut off. What do *-ies* and *-ied* become?"),
            ("two joined", 3, "*-ies* and *-ied* both become *-i*. And *-y*?"),
        ],
        otherwise="There are four words. How many different stems can they have?",
    )


@exercise(
    "n_families",
    "How many families?",
    kind="complete",
    answers=["n_families"],
    uses=["content", "stems"],
    hints=[
        "Every stem counts once, however often it comes up.",
        "You have counted types with set(…). Which list has the stems?",
        "Write: n_families = len(set(stems))",
    ],
)
def n_families(n_families: Any, work: Work) -> Verdict:
    families, types = len(set(work.stems)), len(set(work.content))
    forms = Counter(_stem(token) for token in set(work.content))
    return compare(
        n_families,
        families,
        praise=f"{families:,} families of {types:,} types: {types - families:,} have joined another.",
        wrong=instead(
            "How many different stems are there?",
            {
                "the number of stems, repeats included": len(work.stems),
                "the number of types": types,
                "the number of tokens": len(work.tokens),
                "the number of spellings that have joined another": types - families,
                "the number of families with more than one spelling": sum(n > 1 for n in forms.values()),
                "the number of stems of all tokens, stopwords included": len(set(map(_stem, work.tokens))),
            },
        ),
        otherwise="What does `set(stems)` hold, and how many are in it?",
    )


@exercise(
    "family_lines",
    "Who is in the family?",
    kind="parsons",
    answers=["order", "lines"],
    uses=["content", "word"],
    hints=[
        "The list has to be there, empty, before the loop can fill it.",
        "A stem is compared with a stem. Which of the two conditions does that?",
        "C first, then the loop, the condition, and what it does.",
    ],
)
def family_lines(order: Any, lines: Any, work: Work) -> Verdict:
    given = {"porter": PorterStemmer(), "content": ["allies", "rain", "ally", "ally"], "word": "allies"}
    made = run_lines(lines, order, given)
    if "family" not in made:
        return question("Your lines never make `family`. Which line does?", "line missing")
    if made["family"] == ["allies", "ally"]:
        members = [other for other in sorted(set(work.content)) if _stem(other) == _stem(work.word)]
        return right(f"The family of *{work.word}*: {', '.join(members)}.")
    if "B" in order:
        return question(
            "Line B compares a stem with a word. What should be compared with what?", "stem and word"
        )
    return question(
        f"With the words ally, rain and allies, the family of *allies* comes out as {made['family']}. "
        "Which line decides who gets in?",
        "no condition" if "D" not in order else None,
    )


@exercise(
    "family_gain",
    "What the family adds",
    kind="compute",
    answers=["gain"],
    uses=["content", "stems", "word"],
    hints=[
        "Count the family in stems, and the word in content.",
        "The label of the family is porter.stem(word).",
        "Write: gain = stems.count(porter.stem(word)) - content.count(word)",
    ],
)
def family_gain(gain: Any, work: Work) -> Verdict:
    alone, family = work.content.count(work.word), work.stems.count(_stem(work.word))
    members = len({other for other in work.content if _stem(other) == _stem(work.word)})
    return compare(
        gain,
        family - alone,
        praise=f"*{work.word}* comes up {alone} times, its family {family} times."
        if family > alone
        else "Nothing here: in this article the word comes in one form only.",
        wrong=instead(
            "How many more tokens does the family have than the word alone?",
            {
                "the count of the whole family": family,
                "the count of the word alone": alone,
                "the difference the other way round": alone - family,
                "both counts, added": family + alone,
                "the number of different words in the family": members,
                "the number of the other words in the family": members - 1,
                "the count of the stem among the words": work.content.count(_stem(work.word)),
                "the one count divided by the other": family / alone,
            },
        ),
        otherwise="How often does the family come up in `stems`, and how often the word in `content`?",
    )


@exercise(
    "same_family",
    "Find the bug",
    kind="bug",
    answers=["same_family"],
    hints=[
        "What does each side of == hold for the words ally and allies? Print both.",
        "The left side is a stem. What is the right side?",
        "The line should be: return porter.stem(first) == porter.stem(second)",
    ],
)
def same_family(same_family: Any, work: Work) -> Verdict:
    return behaves(
        same_family,
        lambda first, second: _stem(first) == _stem(second),
        [
            ("ally", "allies"),
            ("allies", "alli"),
            ("rain", "rain"),
            ("rain", "rained"),
            ("ran", "run"),
            ("bridge", "tower"),
            ("universe", "university"),
            ("ally", "all"),
        ],
        praise="A stem is compared with a stem. Are *universe* and *university* the same word now?",
        bug=lambda first, second: _stem(first) == second,
        exercise="same_family",
        wrong=[
            (
                "spellings compared",
                lambda first, second: first == second,
                "This compares the spellings. Where does the stemmer come in?",
            ),
            (
                "other side alone",
                lambda first, second: first == _stem(second),
                "Now the right side is a stem. And the left side?",
            ),
            (
                "the other way round",
                lambda first, second: _stem(first) != _stem(second),
                "`!=` says that they are different. What should the function say?",
            ),
            ("always true", lambda first, second: True, "It says `True` to *bridge* and *tower*, too. Why?"),
            (
                "a stem inside the other",
                lambda first, second: _stem(first) in second,
                "`in` asks whether the stem stands inside the word: *all* in *small*. What should be equal?",
            ),
        ],
        ask="Do the two words have the same stem?",
    )


better_stems = better_of_two(
    "better_stems",
    "b",
    {
        "a": "It sounds sure of itself. Where are its two words and their counts, and what may go wrong?",
        "b": "Two counts, a gain, and a doubt. Answer a has none of the three.",
    },
    look="Which answer has counts in it?",
)
