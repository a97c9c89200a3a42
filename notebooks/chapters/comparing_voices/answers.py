"""Answers as students give them: wrong ones, each with a piece of its own question, and other right ones."""

SAYS = "def who_says_more(word, tokens_1, tokens_2):\n"
COMPARE = """
    if often_1 > often_2:
        return "first"
    if often_2 > often_1:
        return "second"
    return "equal"
"""
COUNT = "len([v for v in highest if v >= real])"
COUNT_HERE = "len([v for v in highest_here if v >= real_here])"

WRONG = {
    "hapaxes_on_top": [
        ("answer = 'a'", "Is that a habit"),
        ("answer = 'c'", "does PMI divide"),
        ("answer = 'PMI'", "The options are"),
    ],
    "whose_words": [
        ("answer = 'b'", "between quotation marks?"),
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
        (SAYS + "    return 'second'", "It gives the same whatever goes in."),
        (SAYS + "    return tokens_1.count(word) / len(tokens_1)", "keep the last five lines"),
        (SAYS + "    return ['second']", "keep the last five lines"),
        (SAYS + "    often_1 = tokens_1.count(word) / len(tokens_1)\n    often_2 = 0", "`None`"),
        (SAYS + "    return word.count(tokens_1)", "TypeError"),
        ("who_says_more = 'second'", "not a function"),
    ],
    "large_or_sure": [
        ("answer = 'a'", "could that not be an accident"),
        ("answer = 'c'", "is six times as often"),
        ("answer = 'fish'", "The options are"),
    ],
    "two_hundred_deals": [
        ("order = 'CEBA'", "the same way each time"),
        ("order = 'CEDBA'", "the same way each time"),
        ("order = 'CEBDA'", "Which is not needed"),
        ("order = 'CEDAB'", "Which is not needed"),
        ("order = 'ECDA'", "indented line"),
        ("order = 'CEAD'", "At line A the program stops"),
        ("order = 'EDA'", "At line A the program stops"),
        ("order = 'CED'", "stays empty"),
        ("order = 'ED'", "never make `values`"),
        ("order = 'CEDAX'", "no line X"),
        ("order = 3", "The order is an int."),
    ],
    "beside_the_deals": [
        ("share = 0", "Is the real deal counted"),
        (f"share = {COUNT} / len(highest)", "Is the real deal counted"),
        (f"share = ({COUNT} + 1) / len(highest)", "counted above. And below"),
        (f"share = {COUNT} + 1 / len(highest) + 1", "in brackets"),
        (f"share = ({COUNT} + 1) / len(highest) + 1", "below the line in brackets"),
        (
            "share = (len([v for v in highest if v >= 3.84]) + 1) / (len(highest) + 1)",
            "what is added to both",
        ),
        (f"share = (len(highest) + 1) / ({COUNT} + 1)", "upside down"),
        (f"share = ({COUNT} + 1) / (len(highest) + 1) * 100", "in percent"),
        (f"share = 1 - ({COUNT} + 1) / (len(highest) + 1)", "the others"),
        ("share = real", "at least as high"),
        ("share = [v for v in highest if v >= real]", "Which single number"),
        ("share = 'none'", "Your answer is text"),
    ],
    "article_beside_the_deals": [
        (f"share_here = {COUNT_HERE} / len(highest_here)", "Is the real deal counted"),
        (f"share_here = ({COUNT_HERE} + 1) / len(highest_here)", "counted above. And below"),
        (f"share_here = {COUNT_HERE} + 1", "That is how many they are"),
        (f"share_here = {COUNT_HERE}", "How many values of"),
        (f"share_here = ({COUNT_HERE} + 1) / (len(highest_here) + 1) * 100", "in percent"),
        ("share_here = (len([v for v in highest if v >= real]) + 1) / (len(highest) + 1)", "the debate"),
        (
            "share_here = (len([v for v in highest_here if v < real_here]) + 1) / 201",
            "Which sign says at least",
        ),
        ("share_here = 'some'", "Your answer is text"),
    ],
    "chart_minimum": [
        ("minimum = 2", "go one higher"),
        ("minimum = 3", "go one higher"),
        ("minimum = 30", "Would a smaller minimum be enough"),
        ("minimum = 19", "Would a smaller minimum be enough"),
        ("minimum = 0", "Which whole number"),
        ("minimum = 3.5", "Which whole number"),
        ("minimum = '4'", "Your answer is text"),
        ("minimum = together", "Which single number"),
    ],
    "better_difference": [
        ("better = 'a'", "one chosen beforehand"),
        ("better = 'c'", "The options are"),
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
    "two_hundred_deals": ["order = 'ceda'", "order = ['C', 'E', 'D', 'A']", "order = 'C, E, D, A'"],
    "beside_the_deals": [
        "share = (sum(value >= real for value in highest) + 1) / 201",
        "k = len([value for value in highest if value >= real])\nshare = (1 + k) / (1 + len(highest))",
    ],
    "article_beside_the_deals": [
        "share_here = (sum(value >= real_here for value in highest_here) + 1) / 201",
    ],
    "chart_minimum": ["minimum = float([n for n in range(1, 999) if sum(together >= n) <= 20][0])"],
}
