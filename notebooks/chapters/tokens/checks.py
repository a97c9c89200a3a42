"""Checks of Tokens."""

from collections.abc import Callable
from typing import Any

from textkit import Article, tokenize
from textkit.course import (
    Verdict,
    Work,
    behaves,
    better_of_two,
    compare,
    exercise,
    expect,
    expects,
    multiple_choice,
    not_here,
    not_several,
    question,
    right,
    run_lines,
    same,
)

MARKS = ".,;:!?…—–“”‘’«»\"'()[]"


def state(article: Article) -> dict[str, Any]:
    """What the chapter's cells make of the article."""
    tokens = tokenize(article.text)
    return {
        "chunks": article.text.split(),
        "tokens": tokens,
        "known": set(tokens),
        "everything": tokenize(article.text, punctuation=True),
    }


counts_words = multiple_choice(
    "counts_words",
    "Which one counts words?",
    "b",
    {
        "a": "This is the length of a text. Is it counted in words or in characters?",
        "b": "First cut the text into a list, then ask how long the list is.",
        "c": "This is the list of the words themselves. What gives its length?",
    },
    kind="recall",
    hints=[
        "len gives the length of whatever stands in its brackets: a text, or a list.",
        "Two of them are numbers. One of these counts characters.",
    ],
)


@exercise(
    "split_it",
    "What does split make of it?",
    kind="predict",
    answers=["prediction"],
    hints=[
        "How many spaces does the sentence have? There is a chunk before, between and after them.",
        "split() looks at spaces only. What happens to the comma and the period, then?",
        'Each mark stays with its word, as in "worry,".',
    ],
)
def split_it(prediction: Any, work: Work) -> Verdict:
    if isinstance(prediction, list | tuple):
        prediction = [piece.replace("’", "'") if isinstance(piece, str) else piece for piece in prediction]
    apostrophe = "Is there a space inside “Don't”? `split()` cuts nowhere else."
    comma = "This would be a cut at the comma. At which character does `split` cut?"
    return compare(
        prediction,
        ["Don't", "worry,", "allies."],
        praise="It cuts at spaces and nowhere else, and all the marks stay where they are.",
        wrong=[
            ("apostrophe cut", ["Don", "t", "worry,", "allies."], apostrophe),
            ("apostrophe cut", ["Don", "'t", "worry,", "allies."], apostrophe),
            ("contraction cut", ["Do", "n't", "worry,", "allies."], apostrophe),
            ("contraction cut", ["Do", "n't", "worry", ",", "allies", "."], apostrophe),
            ("cut at the comma", ["Don't worry,", "allies."], comma),
            ("cut at the comma", ["Don't worry", "allies"], comma),
            (
                "marks apart",
                ["Don't", "worry", ",", "allies", "."],
                "Is there a space before the comma and the period?",
            ),
            (
                "no cut",
                ["Don't worry, allies."],
                "This is the whole sentence as one piece. At which character does `split` cut?",
            ),
            (
                "one text",
                ["Don'tworry,allies."],
                "This is one text. Is there a comma between the pieces of your list?",
            ),
        ],
        otherwise="Where are the spaces in the sentence, and what stands between them, marks included?",
    )


@exercise(
    "how_far_apart",
    "How far apart are they?",
    kind="compute",
    answers=["difference"],
    uses=["chunks", "tokens"],
    hints=[
        "Both are lists. What gives the length of a list?",
        "Take the number of chunks away from the number of tokens.",
        "Write: difference = len(tokens) - len(chunks)",
    ],
)
def apart(difference: Any, work: Work) -> Verdict:
    chunks, tokens = len(work.chunks), len(work.tokens)
    strange = sum(chunk not in work.known for chunk in work.chunks)
    other = "How much longer is the one list?"
    return expect(
        difference,
        "len(tokens) - len(chunks)",
        work,
        praise=f"{tokens:,} tokens, {chunks:,} chunks. {'The same number. ' * (tokens == chunks)}"
        "Does that mean that the lists agree?",
        wrong=[
            (
                "one list less another",
                len(work.known - set(work.chunks)),
                f"This is how many tokens are not chunks. {other}",
            ),
            *(
                ("one list less another", number, f"This is how many chunks are not tokens. {other}")
                for number in {strange, len(set(work.chunks) - work.known)}
            ),
        ],
        ask="How long is `tokens`, and how long is `chunks`?",
    )


@exercise(
    "three_disagreements",
    "Three disagreements",
    kind="compute",
    answers=["three"],
    uses=["chunks", "tokens"],
    hints=[
        "Look for chunks with a comma, a period or a quotation mark at one end.",
        "Copy a chunk with everything that belongs to it, such as its comma, and put it in quotation marks.",
        "Is it really not a token? Look for it, with its mark, among the tokens printed above.",
    ],
)
def disagreements(three: Any, work: Work) -> Verdict:
    strange = [chunk for chunk in dict.fromkeys(work.chunks) if chunk not in work.known]
    there = len(strange)
    if there < 3:
        return not_here(
            f"This article has {there or 'no'} such chunk{'s' * (there != 1)}: too few for three."
        )
    expects(three, strange[:3], own=True)
    known, chunks = work.known, work.chunks
    questions: list[tuple[str, Callable[[str], bool], str]] = [
        (
            "token as well",
            lambda c: c in known and c in chunks,
            "is among the tokens, too. Which chunk is not?",
        ),
        (
            "token, no chunk",
            lambda c: c in known,
            "is a token, but not a chunk. What does its chunk look like, with its marks?",
        ),
        ("several chunks", lambda c: len(c.split()) > 1, "has a space in it. How many chunks is that?"),
        (
            "not in the article",
            lambda c: c not in chunks,
            "is not a chunk. Did you copy all of it, with its capitals, its marks and the apostrophe as it "
            "is "
            "printed?",
        ),
    ]
    if odd := not_several(three, 3, "chunks"):
        return odd
    for chunk in three:
        for cause, is_so, ask in questions:
            if is_so(chunk):
                return question(f"“{chunk}” {ask}", cause)
    first = next(iter(three))
    return right(f"And `tokenize` makes of “{first}”: {', '.join(tokenize(first)) or 'nothing at all'}.")


@exercise(
    "all_disagreements",
    "All disagreements",
    kind="complete",
    answers=["strange"],
    uses=["chunks", "known"],
    hints=[
        "Begin with the line that collects the compounds. Which list do you go through now?",
        "The condition is: chunk not in known.",
        "Write: strange = [chunk for chunk in chunks if chunk not in known]",
    ],
)
def all_disagreements(strange: Any, work: Work) -> Verdict:
    chunks, known = work.chunks, work.known
    number = sum(chunk not in known for chunk in chunks)

    def about(chunk: Any) -> str:
        if chunk not in chunks:
            return f"“{chunk}” is not a chunk of the article"
        return f"“{chunk}” is a token as well" if chunk in known else ""

    return expect(
        strange,
        "[chunk for chunk in chunks if chunk not in known]",
        work,
        order=False,
        praise=f"{number:,} of {len(chunks):,} chunks, or {number / len(chunks):.0%}. "
        f"And the two lists differ by {abs(len(work.tokens) - len(chunks)):,} in length.",
        about=about,
        ask="Is each of them a chunk, is none of them in `known`, and is none missing?",
    )


@exercise(
    "small_tokenizer",
    "Build a small tokenizer",
    kind="parsons",
    answers=["order", "lines"],
    hints=[
        "Which line must be there before anything can be appended?",
        "Two lines append. Which of them appends what has been cleaned?",
        "Begin with the empty list (C), then the loop (E), then clean, then append.",
    ],
)
def small_tokenizer(order: Any, lines: Any, work: Work) -> Verdict:
    text = "Rain, rain! “It isn't Rain,” she said."
    if {"B", "D"} <= set(str(order).upper()):
        return question(
            "Two of your lines append something. Which one appends the cleaned word?", "both lines"
        )
    made = run_lines(lines, order, {"text": text, "marks": MARKS})
    if "words" not in made:
        return question("Your lines never make `words`. Which line does?", "line missing")
    words = made["words"]
    if same(words, ["rain", "rain", "it", "isn't", "rain", "she", "said"]):
        return right("Four lines, and it works for most words. What would it make of “wait—what” or “U.S.”?")
    if same(words, text.split()):
        return question(
            "The words still have their marks and capitals. Which line appends the cleaned word?",
            "line not cleaned",
        )
    if same(words, ["said"]):
        return question(
            "Only the last word is left. Is the list made anew in each round, or filled too late?",
            "list made in the loop",
        )
    return question(
        "`words` stays empty. When should the list be made, and when is it filled?", "list made too late"
    )


@exercise(
    "clean_words",
    "Find the bug",
    kind="bug",
    answers=["clean_words"],
    hints=[
        'Follow it by hand with the chunk "Rain,". What is word after each line?',
        "The second line that makes word starts again from chunk. What has become of the small letters?",
        "That line should be: word = word.strip(marks)",
    ],
)
def mend(clean_words: Any, work: Work) -> Verdict:
    marks = MARKS

    def solution(chunks: list[str]) -> list[str]:
        words = []
        for chunk in chunks:
            word = chunk.lower()
            word = word.strip(marks)
            words.append(word)
        return words

    return behaves(
        clean_words,
        solution,
        [(["Rain,"],), (["“Rain,", "she", "SAID.", "Isn't", "(it)", "Rain", "she", "marks!"],), ([],)],
        praise="Each line now goes on with what the line before it made. The order of the two doesn't "
        "matter.",
        bug=lambda chunks: [chunk.strip(marks) for chunk in chunks],
        exercise="clean_words",
        wrong=[
            (
                "marks kept",
                lambda chunks: [chunk.lower() for chunk in chunks],
                "The letters are small, but the marks are still there. Which line takes them off?",
            ),
            (
                "marks at the beginning kept",
                lambda chunks: [chunk.lower().rstrip(marks) for chunk in chunks],
                "The marks at the end are gone. What about those at the beginning?",
            ),
            (
                "marks at the end kept",
                lambda chunks: [chunk.lower().lstrip(marks) for chunk in chunks],
                "The marks at the beginning are gone. What about those at the end?",
            ),
            (
                "other marks kept",
                lambda chunks: [chunk.lower().strip(".,") for chunk in chunks],
                "Periods and commas are gone. Which name holds all the marks?",
            ),
            ("unchanged", list, "It gives back the chunks unchanged. Which name holds the cleaned word?"),
            (
                "quotation marks",
                lambda chunks: [chunk.lower().strip("marks") for chunk in chunks],
                'It strips the letters of "marks". Is `marks` a name, without quotation marks?',
            ),
            (
                "apostrophe dropped",
                lambda chunks: ["".join(c for c in chunk.lower() if c not in marks) for chunk in chunks],
                "The apostrophe of “Isn't” is gone. Should marks inside a word go, too?",
            ),
        ],
        ask="Which words should it give?",
    )


@exercise(
    "left_out",
    "How much is left out?",
    kind="compute",
    answers=["left_out"],
    uses=["chunks", "tokens"],
    hints=[
        'The characters of the article without white space are in "".join(chunks).',
        'How many of them are in "".join(tokens)?',
        'Write: left_out = len("".join(chunks)) - len("".join(tokens))',
    ],
)
def omitted(left_out: Any, work: Work) -> Verdict:
    solid, kept = len("".join(work.chunks)), len("".join(work.tokens))
    return expect(
        left_out,
        'len("".join(chunks)) - len("".join(tokens))',
        work,
        praise=f"{solid - kept:,} of {solid:,} characters, or {(solid - kept) / solid:.1%}. Are there "
        "quotation marks among them? Chapter [[quotes]] will need those.",
        wrong=[
            ("with the marks", 0, "It is 0 with `punctuation=True`. What about the plain `tokens`?"),
            (
                "spaces counted",
                len(work.article.text) - kept,
                "Spaces and line ends are in that number. Which list is free of them?",
            ),
            (
                "spaces alone",
                len(work.article.text) - solid,
                "You counted the spaces and line ends. How many other characters are left out?",
            ),
            (
                "marks for characters",
                len(work.everything) - len(work.tokens),
                "This is how many marks are left out. Does each have one character?",
            ),
            (
                "chunks for characters",
                sum(chunk not in work.known for chunk in work.chunks),
                "This is how many chunks are not tokens. How many characters are left out?",
            ),
        ],
        ask='How long is `"".join(chunks)`, and how long is `"".join(tokens)`?',
    )


better_options = better_of_two(
    "better_options",
    "b",
    {
        "a": "Is “cleaner” a reason that comes from the question about the bridge? And what is lost?",
        "b": "Two options, a reason for each that comes from the question, and the price.",
    },
)
