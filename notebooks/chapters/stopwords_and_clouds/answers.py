"""Answers as students give them: wrong ones, each with a piece of its own question, and other right ones."""

BUGGY = "def content_words(text):\n"

WRONG = {
    "often_or_seldom": [
        ("answer = 'a'", "every 100 tokens"),
        ("answer = 'b'", "count in 600 tokens"),
        ("answer = 'd'", "one word in 50"),
        ("answer = 20", "The options are"),
    ],
    "share_removed": [
        ("share_removed = len(removed)", "That is `len(removed)` alone. What do you divide by?"),
        ("share_removed = len(removed) / len(tokens) * 100", "in percent"),
        ("share_removed = 1 - len(removed) / len(tokens)", "That is the share of all the others."),
        ("share_removed = len(set(removed)) / len(set(tokens))", "types or tokens"),
        (
            "share_removed = len(removed) / len(STOPWORDS)",
            "That is what you get with `STOPWORDS`.",
        ),
        (
            "share_removed = len(removed) / max(1, len(tokens) - len(removed))",
            "That is what you get if you divide by the others",
        ),
        ("share_removed = -1", "It is below 0. Which number is taken away from which?"),
        ("share_removed = removed", "Which single number"),
    ],
    "keep_others": [
        ("order = 'CEAB'", "cannot read your order"),
        ("order = 'ECB'", "From ["),
        ("order = 'ECDB'", "collect the stopwords"),
        ("order = 'ECBA'", "cannot read your order"),
        ("order = 'CAB'", "stops"),
        ("order = 'ECDAB'", "Two of your lines are conditions"),
        ("order = 'ECA'", "cannot read your order"),
    ],
    "content_words": [
        (
            BUGGY + "    return [w for w in tokenize(text) if w.lower() not in STOPWORDS]",
            "not all in small letters",
        ),
        (
            BUGGY + "    return tokenize(text, lower=True)",
            "Is the condition still there, and does it keep out what",
        ),
        (
            BUGGY + "    return [w for w in tokenize(text, lower=True) if w in STOPWORDS]",
            "Is the condition the right way round?",
        ),
        (
            BUGGY + "    return {w for w in tokenize(text, lower=True) if w not in STOPWORDS}",
            "Each is listed once.",
        ),
        (BUGGY + "    return []", "It gives the same whatever goes in."),
        (BUGGY + "    return tokenize(text, low=True)", "TypeError"),
        (BUGGY + "    return ['allies']", "It gives the same whatever goes in."),
    ],
    "three_words": [
        ("my_words = ['the', *content_table['token'][:2]]", "on the list already"),
        ("my_words = ['xyzzy', *content_table['token'][:2]]", "does not come up"),
        (
            "my_words = list(content_table['token'][:2])",
            "There are 2 in your list.",
        ),
        (
            "my_words = [content_table['token'][0]] * 3",
            "One of them appears twice. Can you find another one?",
        ),
        ("my_words = content_table['token'][0]", "Your answer is a text."),
        ("my_words = content_table['token'][:3]", "a column of a table"),
        ("my_words = [content_table['token'][0].upper(), *content_table['token'][1:3]]", "capital letters"),
        ("my_words = [1, 2, 3]", "Your values are numbers. Which text does each of them belong to?"),
    ],
    "own_content_words": [
        (
            "my_content = [t for t in tokens if t not in STOPWORDS]",
            "Your own words are still there.",
        ),
        ("my_content = [t for t in tokens if t not in my_words]", "Only your own words are gone"),
        ("my_content = [t for t in tokens if t in STOPWORDS or t in my_words]", "the removed ones"),
        ("my_content = len([t for t in tokens if t not in STOPWORDS and t not in my_words])", "how many"),
        ("my_content = tokens[:1]", "in neither of the two"),
    ],
    "small_word": [
        ("answer = 'a'", "in STOPWORDS` give"),
        ("answer = 'c'", "function word"),
        ("answer = None", "The options are"),
    ],
    "times_as_often": [
        (
            "times = content.count(big) - content.count(small)",
            "That is a difference, one number less the other.",
        ),
        ("times = content.count(small) / content.count(big)", "upside down"),
        ("times = content.count(big)", "That is `tokens.count(big)` alone."),
        ("times = content.count(small)", "That is `tokens.count(small)` alone."),
        (
            "times = (content.count(big) - content.count(small)) / content.count(small)",
            "This is how many times *more* often",
        ),
        ("times = -5", "divide by which"),
    ],
    "better_cloud": [("better = 'b'", "It may be pleasant to look at"), ("better = 'c'", "The options are")],
}
ALSO_RIGHT = {
    "share_removed": [
        "share_removed = sum(t in STOPWORDS for t in tokens) / len(tokens)",
        "share_removed = round(len(removed) / len(tokens), 4)",
    ],
    "keep_others": ["order = 'e c a b'"],
    "content_words": [
        BUGGY + "    return [w for w in [x.lower() for x in tokenize(text)] if w not in STOPWORDS]",
        BUGGY + "    return tuple(w for w in tokenize(text, lower=True) if w not in STOPWORDS)",
    ],
    "three_words": [
        "my_words = tuple(content_table['token'].tail(3))",
        "my_words = set(content_table['token'][:3])",
    ],
    "own_content_words": [
        "stop = STOPWORDS | set(my_words)\nmy_content = [t for t in tokens if t not in stop]",
        "my_content = [t for t in content if t not in my_words]",
    ],
    "times_as_often": [
        "times = content_table['count'].iloc[0] / content_table['count'].iloc[min(9, len(content_table) - 1)]"
    ],
}
