"""Answers as students give them: wrong ones, each with a piece of its own question, and other right ones."""

MARKS = "def count_marks(text):\n"
AGREED = "agreement = sum([a == b for a, b in zip(labels, second)]) / len(labels)\n"
BOTH = "both = sum([a and b for a, b in zip(labels, tool_labels)])\n"
PRECISION = BOTH + "precision = both / sum(tool_labels)\n"
WORDS = "sum(speech['words'])"

WRONG = {
    "marks_lost": [
        ("answer = 'a'", "what `split()` gives"),
        ("answer = 'b'", "punctuation=True"),
        ("answer = ['No', 'she', 'said']", "The options are"),
    ],
    "count_marks": [
        (MARKS + "    return text.count('“') + text.count('”')", "the straight ones"),
        (MARKS + "    return text.count('“')", "marks that open a quote"),
        (MARKS + "    return text.count('”')", "curly marks that close"),
        (MARKS + "    return text.count('\"') + text.count('“')", "still left out"),
        (MARKS + "    return text.count('\"') + text.count('”')", "still left out"),
        (MARKS + "    return text.count('\"“”')", "several marks in a row"),
        (MARKS + "    return len(text)", "length of the text"),
        (MARKS + "    return text.count(marke)", "NameError"),
        (MARKS + "    return len(text.split('\"'))", "How many double marks"),
        (MARKS + "    text.count('“')", "`None`"),
        (MARKS + "    return text.count('“') + text.count('“') + text.count('\"')", "That is one too many."),
        (MARKS + "    return sum(text.count(mark) for mark in '\"“”‘’')", "It counts single marks, too."),
        (
            MARKS + "    return text.count('\"') or text.count('“')",
            "That is one too few.",
        ),
        (MARKS + "    return str(sum(text.count(mark) for mark in '\"“”'))", "gives back text"),
        (MARKS + "    return sum(text.count(mark) for mark in '\"“”') / 2", "each pair once"),
        (
            MARKS + "    return text.count('\"'), text.count('“'), text.count('”')",
            "Which single number does the exercise ask for?",
        ),
        ("count_marks = 44", "not a function"),
    ],
    "quote_finder": [
        ("order = 'BEGCDA'", "outside the marks"),
        ("order = 'BEGDAF'", "everything is inside"),
        ("order = 'BEGFDA'", "Every piece is there"),
        ("order = 'BEGDA'", "stays empty"),
        ("order = 'BFGDA'", "Python cannot read"),
        ("order = 'EGDAC'", "Which line has to come before"),
        ("order = 'BGDAC'", "Which line has to come before"),
        ("order = 'BEGDACF'", "take turns"),
        ("order = 'BEDAC'", "Python cannot read"),
        ("order = 'BEGDX'", "no line X"),
        ("order = 'EGC'", "never make `quotes`"),
        ("order = 'BEGADC'", "Does an indented line"),
        ("order = 'BEGDCA'", "Does an indented line"),
        ("order = 'GBEDAC'", "Does an indented line"),
    ],
    "missing_mark": [
        ("prediction = 'a'", "that a program could see"),
        ("prediction = 'c'", "beyond a paragraph"),
        ("prediction = 'd'", "make a quote vanish"),
        ("prediction = 'noon,'", "The options are"),
        ("prediction = 'a, b'", "The options are"),
        ("prediction = 2", "The options are"),
    ],
    "label_quotes": [
        ("labels = True", "asks for a list"),
        ("labels = 'True, False'", "asks for a list"),
        ("labels = ['True'] * len(stretches)", "without quotation marks"),
        ("labels = [1] * len(stretches)", "neither `True` nor `False`"),
        ("labels = board.labels", "has no label yet"),
        ("labels = [None] * len(stretches)", "has no label yet"),
        ("labels = [True] * (len(stretches) - 1)", "What have you left out"),
        ("labels = [False] * len(stretches) + [True]", "What have you added"),
        ("labels = []", "What have you left out"),
        ("labels = [[True] * len(stretches)]", "a list within a list"),
        ("labels = list(stretches['text'])", "Is it speech"),
        ("labels = stretches", "That is a table"),
        ("labels = stretches['words']", "neither `True` nor `False`"),
        ("labels = [True] * len(stretches) if 'heading' in list(stretches['kind']) else 10", "whose voice"),
        ("labels = 10", "asks for a list"),
    ],
    "two_readers": [
        (
            "agreement = sum([a == b for a, b in zip(labels, second)])\nbeyond_chance = 1",
            "What share is that",
        ),
        (
            "agreement = sum([a and b for a, b in zip(labels, second)]) / len(labels)\nbeyond_chance = 1",
            "speech to both",
        ),
        (
            "agreement = sum([a != b for a, b in zip(labels, second)]) / len(labels)\nbeyond_chance = 1",
            "on which you differ",
        ),
        ("agreement = 4 / 6\nbeyond_chance = 0.25", "the example's"),
        ("agreement, beyond_chance = labels, second", "Which single number"),
        (AGREED + "beyond_chance = agreement", "That is the agreement."),
        (AGREED + "beyond_chance = 0.25", "the example's"),
        (
            AGREED
            + "beyond_chance = kappa([kind in ('full', 'partial') for kind in stretches['kind']], second)",
            "the tool's",
        ),
        (AGREED + "beyond_chance = 7.3", "The agreement is right"),
        (AGREED + "beyond_chance = kappa", "brackets"),
    ],
    "precision_and_recall": [
        (
            BOTH + "precision = both / sum(labels)\nrecall = both / sum(tool_labels)",
            "the wrong way round",
        ),
        (BOTH + "precision = both\nrecall = both", "What share is that"),
        (PRECISION + "recall = both", "What share is that"),
        (PRECISION + "recall = precision", "divides by the other number"),
        (
            BOTH + "precision = recall = both / sum(labels)",
            "Precision: how many are speech to both, and",
        ),
        (PRECISION + "recall = 100 * both / sum(labels)", "in percent"),
        (PRECISION + "precision = recall = 100 * precision", "in percent"),
        (
            "precision = recall = sum([a == b for a, b in zip(labels, tool_labels)]) / len(labels)",
            "You divided by all stretches.",
        ),
        (
            BOTH + "precision = recall = both / len(labels)",
            "You divided by all stretches.",
        ),
        (PRECISION + "recall = sum(labels) / len(labels)", "You divided by all stretches."),
        (BOTH + "precision = sum(tool_labels) / both\nrecall = 1", "upside down"),
        (
            "hers = sum([a and b for a, b in zip(second, tool_labels)])\n"
            "precision, recall = hers / sum(tool_labels), hers / sum(second)",
            "second reader's",
        ),
        ("precision, recall = '0.9', '1.0'", "Your answer is text"),
        ("precision, recall = labels, tool_labels", "Which single number"),
        (PRECISION + "recall = 7.3", "The precision is right"),
        ("precision = recall = 7.3", "how many does the tool call speech"),
        ("precision = print(1)\nrecall = 1", "What is in their brackets"),
        (PRECISION + "recall = both / 999", "The precision is right"),
        (BOTH + "precision = [both / sum(tool_labels)]\nrecall = 1", "Which single number"),
    ],
    "quoted_share": [
        ("quoted_share = len(speech) / len(tokens)", "That is what you get with how many there are"),
        ("quoted_share = len(found) / len(tokens)", "How many tokens do the quotes have together,"),
        (f"quoted_share = {WORDS} / len(tokens) * 100", "in percent"),
        (f"quoted_share = {WORDS}", "That is `sum(speech['words'])` alone."),
        (f"quoted_share = {WORDS} / len(speech)", "That is the average length of a quote."),
        (f"quoted_share = 1 - {WORDS} / len(tokens)", "That is the share of all the others."),
        (f"quoted_share = len(tokens) / {WORDS}", "upside down"),
        (
            "quoted_share = sum(found['words']) / len(tokens)",
            "That is what you get with `found`.",
        ),
        (f"quoted_share = {WORDS} / len(article.text)", "That is what you get with `article.text`."),
        (f"quoted_share = {WORDS} / len(set(tokens))", "That is what you get with `set(tokens)`."),
        ("quoted_share = len(''.join(speech['text']))", "That is the number of characters of the"),
        (f"quoted_share = round({WORDS} / len(tokens), 1)", "Rounded that far, it says little."),
        ("quoted_share = speech['words']", "Which single number"),
        ("quoted_share = '41%'", "Your answer is text"),
        ("quoted_share = len(''.join(speech['text'])) / len(article.text)", "share of the characters"),
        ("quoted_share = sum(stretches['words']) / len(tokens)", "That is what you get with `stretches`."),
        (
            "quoted_share = sum(speech.head()['words']) / len(tokens)",
            "That is the share of the rows that head()",
        ),
        (f"quoted_share = {WORDS} / sum(found['words'])", "That is the sum of words in `speech` divided"),
        (f"quoted_share = len(tokens) - {WORDS}", "That is a difference, one number less the"),
        (f"quoted_share = {WORDS} // len(tokens)", "Can you keep two digits or more?"),
        ("quoted_share = -2", "by what do you divide"),
    ],
    "better_stretch": [
        ("better = 'b'", "Which stretch is it, and which"),
        ("better = 'c'", "The options are"),
    ],
}
ALSO_RIGHT = {
    "marks_lost": ["answer = 'C'"],
    "count_marks": [
        MARKS + "    return sum(text.count(mark) for mark in '\"“”')",
        MARKS + "    return len([c for c in text if c in '\"“”«»„'])",
        MARKS + "    return text.replace('“', '\"').replace('”', '\"').count('\"')",
    ],
    "quote_finder": [
        "order = 'ebgdac'",
        "order = ['B', 'E', 'G', 'D', 'A', 'C']",
        "order = 'E, B, G, D, A, C'",
    ],
    "missing_mark": ["prediction = 'B'"],
    "label_quotes": [
        "labels = [False] * len(stretches)",
        "labels = tuple(kind in ('full', 'partial') for kind in stretches['kind'])",
        "labels = stretches['words'] > 2",
        "import numpy\nlabels = numpy.array([True] + [False] * (len(stretches) - 1))[: len(stretches)]",
    ],
    "two_readers": [
        AGREED + "beyond_chance = round(kappa(second, labels), 2)",
        "labels = second\nagreement = 1\nbeyond_chance = 1.0",
        "mine, hers = sum(labels) / 10, sum(second) / 10\n"
        "expected = mine * hers + (1 - mine) * (1 - hers)\n"
        + AGREED
        + "beyond_chance = (agreement - expected) / (1 - expected)",
    ],
    "precision_and_recall": [
        BOTH + "precision = round(both / sum(tool_labels), 3)\nrecall = round(both / sum(labels), 3)",
        "labels = tuple(tool_labels)\nprecision = 1\nrecall = 1.0",
        "labels = [True] + [False] * (len(stretches) - 1)\n" + PRECISION + "recall = both / sum(labels)",
    ],
    "quoted_share": [
        "quoted_share = speech['words'].sum() / len(tokens)",
        f"quoted_share = round({WORDS} / len(tokens), 3)",
        "quoted_share = sum(len(tokenize(text)) for text in speech['text']) / len(tokens)",
    ],
}
