"""Answers as students give them: wrong ones, each with a piece of its own question, and other right ones."""

CLEAN = "def clean_words(chunks):\n"
STRANGE = "sorted(set(chunks) - set(tokens))"

WRONG = {
    "counts_words": [
        ("answer = 'a'", "in words or in characters"),
        ("answer = 'c'", "list of the words themselves"),
        ("answer = len(article.text.split())", "The options are"),
    ],
    "split_it": [
        (
            'prediction = ["Don\'t", "worry", "allies"]',
            "The words are right. Should their punctuation",
        ),
        ('prediction = ["Don\'t", "worry", ",", "allies", "."]', "a space before the comma"),
        ('prediction = ["Do", "n\'t", "worry,", "allies."]', "a space inside"),
        ('prediction = ["Don", "t", "worry,", "allies."]', "a space inside"),
        ('prediction = ["Don\'t worry", "allies"]', "a cut at the comma"),
        (
            'prediction = ["Don\'t", "worry,", "allies"]',
            "All but one are right.",
        ),
        (
            'prediction = ["don\'t", "worry,", "allies."]',
            "The words are right.",
        ),
        (
            'prediction = ["Don\'t", "worry", "allies", "."]',
            "'worry' does not belong there.",
        ),
        (
            'prediction = ["Dont", "worry,", "allies."]',
            "All but one are right.",
        ),
        ('prediction = ["Don\'t" "worry," "allies."]', "between the pieces"),
        ('prediction = [["Don\'t", "worry,", "allies."]]', "a list within a list"),
        ('prediction = "Don\'t worry, allies."', "That is one text."),
        ("prediction = 3", "That is how many there are."),
        ("prediction = 'allies.'", "That is the last one alone."),
        ("prediction = ['one', 'two']", "Where are the spaces"),
    ],
    "how_far_apart": [
        ("difference = len(chunks) - len(tokens)", "Its size is right, its sign is not."),
        ("difference = len(tokens)", "That is `len(tokens)` alone."),
        ("difference = len(chunks)", "That is `len(chunks)` alone."),
        (
            "difference = len(tokenize(article.text, punctuation=True)) - len(chunks)",
            "That is what you get with `everything`.",
        ),
        (
            "difference = len(set(tokens)) - len(set(chunks))",
            "That is what you get with `set(tokens)` and with `set(ch",
        ),
        ("difference = sum(chunk not in set(tokens) for chunk in chunks)", "chunks are not tokens"),
        (
            "difference = len(''.join(tokens)) - len(''.join(chunks))",
            "That is what you get with `''.join(tokens)` and with `''",
        ),
        (
            "difference = len(tokens) - len(article.text)",
            "That is what you get with `article.text`.",
        ),
        ("difference = tokens", "Which single number"),
        ("difference = len(set(tokens) - set(chunks))", "tokens are not chunks"),
        (
            "difference = len(tokens) / len(chunks)",
            "That is what you get if the one is divided by the other.",
        ),
        ("difference = len(tokens), len(chunks)", "Which single number does the exercise ask for?"),
        ("difference = 1_000_000", "how long is `chunks`"),
    ],
    "three_disagreements": [
        ("three = [chunk for chunk in chunks if chunk in tokens][:3]", "is among the tokens, too"),
        ("three = [token for token in tokens if token not in chunks][:3]", "What does its chunk look like"),
        ("three = ['xyzzy', 'plugh', 'plover']", "Did you copy all of it"),
        (f"three = {STRANGE}[:2] + {STRANGE}[:1]", "appears twice"),
        (f"three = {STRANGE}[:4]", "There are 4 in your list."),
        (f"three = ' '.join({STRANGE}[:3])", "Your answer is a text."),
        ("three = 3", "Your answer is an int."),
        ("three = [1, 2, 3]", "Your values are numbers. Which text does each of them belong to?"),
        (f"three = [{STRANGE}[:3]]", "a list within a list"),
        (
            f"three = [' '.join({STRANGE}[:2]), 'b', 'c']",
            "“America,” Americans,” has a space in it.",
        ),
        (
            f"three = [repr(chunk) for chunk in {STRANGE}[:3]]",
            "Did you copy all of it",
        ),
    ],
    "all_disagreements": [
        (
            "strange = [chunk for chunk in chunks if chunk in known]",
            "That is what you get if the condition is turned round.",
        ),
        (
            "strange = [token for token in tokens if token not in set(chunks)]",
            "That is `tokens` without what is in `chunks`.",
        ),
        ("strange = set(chunks) - known", "That is what you get with `set(chunks)`."),
        ("strange = sorted(set(chunks) - known)", "That is what you get with `set(chunks)`."),
        ("strange = len([chunk for chunk in chunks if chunk not in known])", "Which ones are they"),
        ("strange = chunks", "That is what you get without one of the conditions."),
        ("strange = [chunk not in known for chunk in chunks]", "`True` and `False`"),
        ("strange = [chunk for chunk in chunks if '§§§' in chunk]", "It is empty."),
        ("strange = ['xyzzy']", "“xyzzy” is not a chunk of the article"),
        ("strange = [chunk for chunk in chunks if chunk not in known][:10]", "What makes it stop there?"),
        (
            "strange = [chunk for chunk in chunks if '§' not in chunk][1:]",
            "That is the last 683 of `chunks`.",
        ),
        ("strange = [chunk.lower() for chunk in chunks if chunk not in known]", "The words are right."),
        ("strange = [chunk in known for chunk in chunks]", "`True` and `False`"),
        (
            "for chunk in chunks:\n    if chunk not in known:\n        strange = [chunk]",
            "Only the last one is left.",
        ),
        ("for chunk in chunks:\n    if chunk not in known:\n        strange = chunk", "keeps all of them"),
        ("strange = known", "That is `known` alone."),
        ("strange = print(chunks)", "What is in their brackets"),
    ],
    "small_tokenizer": [
        ("order = 'CEB'", "still have their marks"),
        ("order = 'CEAB'", "still have their marks"),
        ("order = 'CEDA'", "At line D the program stops"),
        ("order = 'EACD'", "Python cannot read"),
        ("order = 'CAED'", "Python cannot read"),
        ("order = 'EAD'", "At line D the program stops"),
        ("order = 'CEA'", "stays empty"),
        ("order = 'EA'", "never make `words`"),
        ("order = 'CEABD'", "Two of your lines"),
        ("order = 'CEAX'", "no line X"),
        ("order = 'ECAD'", "Python cannot read"),
        ("order = 'CED'", "Which line has to come before"),
        ("order = ['CEAD']", "The order is a list."),
    ],
    "clean_words": [
        (CLEAN + "    return [chunk.lower() for chunk in chunks]", "marks are still there"),
        (CLEAN + "    return [chunk.lower().rstrip(marks) for chunk in chunks]", "at the beginning"),
        (CLEAN + "    return chunks", "unchanged"),
        (
            CLEAN + "    for chunk in chunks:\n        return [chunk.lower().strip(marks)]",
            "Is `return` inside the loop?",
        ),
        (CLEAN + "    return [chunks[-1].lower().strip(marks)]", "Only the last one is left."),
        (
            CLEAN + "    return chunks[-1].lower().strip(marks)",
            "Does every line use the name",
        ),
        (CLEAN + "    return [chunk.upper() for chunk in chunks]", "Which words should it give"),
        (CLEAN + "    return [wrod.strip(marks) for word in chunks]", "NameError"),
        (CLEAN + "    return chunks.lower()", "AttributeError"),
        (CLEAN + "    words = []", "`None`"),
        (CLEAN + "    return [chunk.lower().strip('marks') for chunk in chunks]", "the letters of"),
        (
            CLEAN + "    return [''.join(c for c in chunk.lower() if c not in marks) for chunk in chunks]",
            "inside a word",
        ),
        (CLEAN + "    words = []\n    return words.append(chunks[0])", "`None`"),
        ("clean_words = ['nato']", "not a function"),
    ],
    "left_out": [
        ("left_out = 0", "It is 0 with `punctuation=True`"),
        ("left_out = len(article.text) - len(''.join(tokens))", "Spaces and line ends are in that number"),
        ("left_out = len(article.text) - len(''.join(chunks))", "You counted the spaces and line ends"),
        ("left_out = len(everything) - len(tokens)", "Does each have one character"),
        (
            "left_out = len(''.join(tokens)) - len(''.join(chunks))",
            "That is right but for its sign.",
        ),
        ("left_out = len(''.join(tokens))", "That is `len(''.join(tokens))` alone. How long is `\"\".jo"),
        ("left_out = len(''.join(chunks))", "That is `len(''.join(chunks))` alone. How long is `\"\".jo"),
        ("left_out = len(chunks) - len(tokens)", "It is below 0. Which number is taken away from which?"),
        ("left_out = 1 - len(''.join(tokens)) / len(''.join(chunks))", "That is a share. How many are they?"),
        ("left_out = 'many'", "quotation marks"),
        ("left_out = len(' '.join(chunks)) - len(' '.join(tokens))", "glued with a space"),
        ("left_out = ''.join(chunks)", "a long text"),
        (
            "left_out = len(''.join(chunks)), len(''.join(tokens))",
            "Which single number does the exercise ask for?",
        ),
        ("left_out = -5_000_000", "how long is"),
    ],
    "better_options": [("better = 'a'", "Is “cleaner” a reason"), ("better = 'c'", "The options are")],
}
ALSO_RIGHT = {
    "split_it": [
        'prediction = "Don\'t worry, allies.".split()',
        'prediction = ("Don’t", "worry,", "allies.")',
    ],
    "how_far_apart": [
        "import numpy\ndifference = numpy.int64(len(tokens) - len(chunks))",
        "difference = float(len(tokens)) - len(chunks)",
    ],
    "three_disagreements": [f"three = tuple({STRANGE}[-3:])", f"three = set({STRANGE}[:3])"],
    "all_disagreements": [
        "strange = []\nfor chunk in chunks:\n    if chunk not in tokens:\n        strange.append(chunk)",
        "strange = sorted(chunk for chunk in chunks if chunk not in known)",
        "strange = pd.Series([chunk for chunk in chunks if chunk not in known])",
    ],
    "small_tokenizer": ["order = 'cead'", "order = ['C', 'E', 'A', 'D']", "order = 'C, E, A, D'"],
    "clean_words": [
        CLEAN + "    return [chunk.lower().strip(marks) for chunk in chunks]",
        CLEAN + "    return [chunk.strip(marks).lower() for chunk in chunks]",
        CLEAN + "    return tokenize(' '.join(chunks), lower=True)",
    ],
    "left_out": ["left_out = sum(map(len, chunks)) - sum(map(len, tokens))"],
}
