"""Answers as students give them: wrong ones, each with a piece of its own question, and other right ones."""

SAYS = "def who_says_more(word, tokens_1, tokens_2):\n"
COMPARE = """
    if often_1 > often_2:
        return "first"
    if often_2 > often_1:
        return "second"
    return "equal"
"""
EXPECTED = "expected_2 = (a + b) * n_2 / (n_1 + n_2)\n"
PART_1, PART_2 = "part(a, expected_1)", "part(b, expected_2)"
LL, RATIO = "row['log_likelihood'].iloc[0]", "row['log_ratio'].iloc[0]"
HIGHER = "(table['target_per_thousand'] > table['reference_per_thousand'])"
MORE = "(table['target_count'] > table['reference_count'])"
BELOW = "(table['log_ratio'] < 0)"

WRONG = {
    "hapaxes_on_top": [
        ("answer = 'a'", "Is that a habit"),
        ("answer = 'c'", "does PMI divide"),
        ("answer = 'PMI'", "The options are"),
    ],
    "whose_words": [
        ("answer = 'b'", "stand between quotation marks"),
        ("answer = 'c'", "title of a book"),
        ("answer = 1", "The options are"),
    ],
    "who_says_more": [
        (
            SAYS
            + "    often_1 = tokens_1.count(word) / len(tokens_1)\n    often_2 = tokens_2.count(word)"
            + COMPARE,
            "the two rates",
        ),
        (
            SAYS + "    n = len(tokens_1)\n    often_1 = tokens_1.count(word) / n\n"
            "    often_2 = tokens_2.count(word) / n + 0.001" + COMPARE,
            "the two rates",
        ),
        (
            SAYS + "    often_1 = len(tokens_1) * tokens_1.count(word)\n"
            "    often_2 = len(tokens_2) * tokens_2.count(word)" + COMPARE,
            "Is each count divided by the length of its",
        ),
        (
            SAYS + "    often_1 = 1 / len(tokens_1)\n    often_2 = 1 / len(tokens_2)" + COMPARE,
            "Where did the word go",
        ),
        (
            SAYS + "    often_1 = len(tokens_1)\n    often_2 = len(tokens_2)" + COMPARE,
            "Where did the word go",
        ),
        (SAYS + "    return 'second'", "It gives that whatever goes in."),
        (SAYS + "    return tokens_1.count(word) / len(tokens_1)", "keep the last five lines"),
        (SAYS + "    return ['second']", "keep the last five lines"),
        (SAYS + "    often_1 = tokens_1.count(word) / len(tokens_1)\n    often_2 = 0", "`None`"),
        (SAYS + "    return word.count(tokens_1)", "TypeError"),
        ("who_says_more = 'second'", "not a function"),
    ],
    "log_likelihood": [
        ("expected_2 = expected_1\nll = 1", "in the first voice"),
        ("expected_2 = b\nll = 1", "So often it does come up"),
        ("expected_2 = (a + b) / 2\nll = 1", "half of all"),
        ("expected_2 = n_2 / (n_1 + n_2)\nll = 1", "share of the tokens"),
        ("expected_2 = (a + b) * n_2 / n_1\nll = 1", "first voice alone"),
        ("expected_2 = b * n_2 / (n_1 + n_2)\nll = 1", "How many are in both?"),
        ("expected_2 = a + b - round(expected_1)\nll = 1", "round"),
        ("expected_2 = -1\nll = 1", "It is below 0."),
        ("expected_2 = '1.3'\nll = 1", "Your answer is text"),
        (EXPECTED + f"ll = {PART_1} + {PART_2}", "doubled"),
        (EXPECTED + f"ll = 2 * {PART_1}", "Where is the second"),
        (EXPECTED + f"ll = 2 * {PART_2}", "Where is the first"),
        (EXPECTED + f"ll = 2 * {PART_1} + {PART_2}", "Where do the brackets go"),
        (EXPECTED + f"ll = {PART_1} + 2 * {PART_2}", "Where do the brackets go"),
        (EXPECTED + f"ll = 2 * ({PART_1} - {PART_2})", "added, or taken away"),
        (EXPECTED + f"ll = -2 * ({PART_1} + {PART_2})", "Which goes on top"),
        (
            EXPECTED + f"ll = 2 * ({PART_1} + {PART_2}) / log(2)",
            "That is another logarithm than the formula's.",
        ),
        (
            EXPECTED + f"ll = 2 * ({PART_1} + {PART_2}) / log(10)",
            "That is another logarithm than the formula's.",
        ),
        (EXPECTED + "ll = 2 * (part(a, expected_2) + part(b, expected_1))", "its own voice"),
        (EXPECTED + f"row = table[table['token'] == word]\nll = {RATIO}", "log ratio"),
        (EXPECTED + "ll = 2 * ((part(a, b) if b else 0) + (part(b, a) if a else 0))", "the other count"),
        (EXPECTED + "ll = 1000", "That is the number of tokens and the number of t"),
        (EXPECTED + "ll = None", "`None`"),
    ],
    "swap_sides": [
        (f"prediction = [{LL}, {RATIO}]", "how often does the reference"),
        (f"prediction = [-{LL}, -{RATIO}]", "not sure at all"),
        (f"prediction = [-{LL}, {RATIO}]", "Is it this one"),
        (f"prediction = [{LL}, 1 / {RATIO}]", "divided the other way round"),
        (f"prediction = [1 / {LL}, -{RATIO}]", "Does the sum change"),
        (f"prediction = [{LL}, 0]", "Would it vanish, seen from the other side?"),
        (f"prediction = [0, -{RATIO}]", "Would it vanish, seen from the other side?"),
        (f"prediction = [-{RATIO}, {LL}]", "Which one comes first?"),
        (f"prediction = {LL}", "second number"),
        (f"prediction = -{RATIO}", "first number"),
        ("prediction = [100, 100]", "Which stays"),
        (f"prediction = [str({LL}), '1.7']", "Those are texts."),
        (f"prediction = [{LL}]", "two numbers"),
        ("prediction = 'the same'", "in a list"),
    ],
    "wrong_side": [
        (f"n_wrong = len(table[{BELOW}])", "That is the number of words with a log ratio"),
        (f"n_wrong = len(table[{HIGHER}])", "That is the number of words that the target"),
        (f"n_wrong = len(table[{MORE} & {BELOW}])", "That is the number of words whose counts, not"),
        ("n_wrong = len(table[table['reference_count'] == 0])", "the reference never uses"),
        (f"n_wrong = len(table[{HIGHER} | {BELOW}])", "fit both conditions"),
        (f"n_wrong = len(table[~{HIGHER} & {BELOW}])", "on the right side"),
        (f"n_wrong = len(table[{HIGHER} & {BELOW}]) / len(table)", "share"),
        (f"n_wrong = table[{HIGHER} & {BELOW}]", "Your answer is a table."),
        (f"n_wrong = {HIGHER} & {BELOW}", "Which single number"),
        ("n_wrong = len(table)", "fit both conditions"),
        ("n_wrong = 0", "There are some"),
        ("n_wrong = -1", "both conditions"),
        ("n_wrong = 'none'", "Your answer is text"),
    ],
    "minimum": [
        ("minimum = 1", "still there"),
        ("minimum = 2", "still there"),
        ("minimum = 4", "a smaller one"),
        ("minimum = 1000", "a smaller one"),
        ("minimum = 0", "at least once"),
        ("minimum = 2.5", "whole number"),
        ("minimum = '3'", "Your answer is text"),
        ("minimum = together", "Which single number"),
        ("minimum = True", "Your answer is `True`."),
    ],
    "random_splits": [
        ("order = 'CEBA'", "the same way each time"),
        ("order = 'CEDBA'", "the same way each time"),
        ("order = 'CEBDA'", "Which is not needed"),
        ("order = 'CEDAB'", "Which is not needed"),
        ("order = 'ECDA'", "indented line"),
        ("order = 'CEAD'", "At line A the program stops"),
        ("order = 'EDA'", "At line A the program stops"),
        ("order = 'CED'", "stays empty"),
        ("order = 'ED'", "never make `highest`"),
        ("order = 'CEDAX'", "no line X"),
        ("order = 3", "The order is an int."),
    ],
    "beside_the_null": [
        (
            "as_high = len([v for v in highest if v > real]) / len(highest)",
            "That is what you get with `>`: more than.",
        ),
        (
            "as_high = len([v for v in highest if v < real]) / len(highest)",
            "That is the share of all the others.",
        ),
        (
            "as_high = len([v for v in highest if v <= real]) / len(highest)",
            "How many values of `highest` are at least as hig",
        ),
        (
            "as_high = len([v for v in highest if v >= real])",
            "That is `len([value for value in highest if",
        ),
        ("as_high = len([v for v in highest if v >= real]) / len(highest) * 100", "in percent"),
        (
            "as_high = len([v for v in highest if v >= 3.84]) / len(highest)",
            "How many values of `highest` are at least as hig",
        ),
        (
            "as_high = len([v for v in highest if v >= real]) / len(table)",
            "That is their number divided by that of the",
        ),
        ("as_high = len([v for v in table['log_likelihood'] if v >= real]) / len(table)", "the real table"),
        ("as_high = len(highest) / max(1, len([v for v in highest if v >= real]))", "upside down"),
        ("as_high = [v for v in highest if v >= real]", "Which single number"),
        (
            "as_high = round(len([v for v in highest if v >= real]) / len(highest), 1)",
            "Rounded so far it says little.",
        ),
        ("as_high = 'most'", "Your answer is text"),
        ("as_high = -1", "how many are there in all"),
    ],
}
ALSO_RIGHT = {
    "hapaxes_on_top": ["answer = 'B'"],
    "whose_words": ["answer = ' A '"],
    "who_says_more": [
        SAYS + "    often_1 = tokens_1.count(word) * len(tokens_2)\n"
        "    often_2 = tokens_2.count(word) * len(tokens_1)" + COMPARE,
        SAYS + "    often_1 = tokens_1.count(word) / len(tokens_1) * 1000\n"
        "    often_2 = tokens_2.count(word) / len(tokens_2) * 1000" + COMPARE,
    ],
    "log_likelihood": [
        "expected_2 = a + b - expected_1\nll = table[table['token'] == word]['log_likelihood'].iloc[0]",
        EXPECTED + f"ll = round(2 * {PART_1} + 2 * {PART_2}, 6)",
        EXPECTED + "ll = keyness(tokens_2, tokens_1).set_index('token').loc[word, 'log_likelihood']",
    ],
    "swap_sides": [
        "swap = keyness(tokens_2, tokens_1).set_index('token').loc[word]\n"
        "prediction = swap[['log_likelihood', 'log_ratio']]",
        f"prediction = ({LL}, 0 - {RATIO})",
        f"prediction = [round({LL}, 6), round(-{RATIO}, 6)]",
    ],
    "wrong_side": [
        f"n_wrong = sum({HIGHER} & {BELOW})",
        f"n_wrong = table[{HIGHER}][{BELOW}[{HIGHER}]].shape[0]",
        f"n_wrong = ({HIGHER} & {BELOW}).sum()",
    ],
    "minimum": [
        f"minimum = together[{HIGHER} & {BELOW}].max() + 1 if sum({HIGHER} & {BELOW}) else 1",
        f"minimum = float(max([0, *together[{HIGHER} & {BELOW}]]) + 1)",
    ],
    "random_splits": ["order = 'ceda'", "order = ['C', 'E', 'D', 'A']", "order = 'C, E, D, A'"],
    "beside_the_null": [
        "as_high = sum(value >= real for value in highest) / len(highest)",
        "as_high = 1 - len([value for value in highest if value < real]) / 200",
        # with fewer splits the share is theirs
        "highest = highest[:50]\nas_high = len([value for value in highest if value >= real]) / 50",
    ],
}
