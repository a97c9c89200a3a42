"""Answers as students give them: wrong ones, each with a piece of its own question, and other right ones."""

WRONG = {
    "forms_as_types": [
        ("answer = 'a'", "still two spellings"),
        ("answer = 'c'", "spelled the same"),
        ("answer = 3", "The options are"),
    ],
    "what_was_lost": [
        ("answer = 'a'", "For that question the list is better now"),
        ("answer = 'b'", "needs the word *said*"),
    ],
    "four_words": [
        ("prediction = 1", "know that *alliance*"),
        ("prediction = 4", "Then no endings would be cut off"),
        ("prediction = 3", "both become *-i*"),
        ("prediction = '2'", "quotation marks"),
        ("prediction = 12", "four words"),
    ],
    "n_families": [
        ("n_families = len(stems)", "repeats included"),
        ("n_families = len(set(content))", "number of types"),
        ("n_families = len(tokens)", "number of tokens"),
        ("n_families = len(set(content)) - len(set(stems))", "have joined another"),
        ("n_families = set(stems)", "Which single number"),
    ],
    "family_lines": [
        ("order = 'CEBA'", "compares a stem with a word"),
        ("order = 'ED'", "come right after the line"),
        ("order = 'C'", "comes out as []"),
        ("order = 'EDAC'", "Which line has to come before"),
    ],
    "family_gain": [
        ("gain = stems.count(porter.stem(word))", "count of the whole family"),
        ("gain = content.count(word)", "count of the word alone"),
        ("gain = content.count(word) - stems.count(porter.stem(word))", "the other way round"),
        ("gain = [1]", "Which single number"),
    ],
    "same_family": [
        ("def same_family(first, second):\n    return first == second", "compares the spellings"),
        ("def same_family(first, second):\n    return first == porter.stem(second)", "And the left side"),
        (
            "def same_family(first, second):\n    return porter.stem(first) != porter.stem(second)",
            "different",
        ),
        ("def same_family(first, second):\n    print(porter.stem(first) == porter.stem(second))", "`return`"),
        ("def same_family(first, second):\n    return True", "too. Why"),
    ],
    "better_stems": [("better = 'a'", "Where are its two words"), ("better = 'c'", "The options are")],
}

ALSO_RIGHT = {
    "forms_as_types": ["answer = 'B'"],
    "four_words": ["prediction = 2.0"],
    "n_families": ["n_families = len({porter.stem(token) for token in content})"],
    "family_lines": ["order = ['C', 'E', 'D', 'A']"],
    "family_gain": ["gain = sum(porter.stem(t) == porter.stem(word) and t != word for t in content)"],
    "same_family": [
        "def same_family(first, second):\n    return porter.stem(second) == porter.stem(first)",
        "def same_family(first, second):\n    return len({porter.stem(first), porter.stem(second)}) == 1",
    ],
    "better_stems": ["better = 'B'"],
}
