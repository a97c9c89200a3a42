"""Answers as students give them: wrong ones, each with a piece of its own question, and other right ones."""

AXIS = "def bar_axis(values):\n    return "
LINES = "\nmy_lines = list(range(len(my_table)))[:2]"
CLAIM = "my_claim = f'Nearly all of the {len(my_table)} lines with {my_word} are alike.'\nmy_lines = "
TOP = "{top_five['token'][0]}"  # within an f-string
MOST = "{top_five['count'][0]}"

WRONG = {
    "is_nine_a_lot": [
        ("answer = 'a'", "chosen beforehand"),
        ("answer = 'b'", "too small to show"),
        ("answer = 'yes'", "The options are"),
    ],
    "number_to_check": [
        ("answer = 'a'", "The rank says"),
        ("answer = 'c'", "about the whole report"),
        ("answer = 12.5", "The options are"),
    ],
    "preflight_by_hand": [
        ("n_long = len(speakers)", "That is the number of all speakers."),
        ("n_long = sum(speakers['share_of_words'] < 0.2)", "That is the number of those with fewer words."),
        ("n_long = len(speakers[speakers['share_of_words'] >= 20])", "What is a fifth, in numbers"),
        (
            "n_long = sum(speakers['words'][speakers['share_of_words'] >= 0.2])",
            "That is the number of their words.",
        ),
        (
            "n_long = list(speakers[speakers['share_of_words'] >= 0.2]['speaker']) + ['unknown']",
            "single number",
        ),
        ("n_long = list(speakers[speakers['share_of_words'] >= 0.2]['speaker'])", "Those are the speakers"),
        ("n_long = ''.join(speakers['speaker'].head(1))", "That is a name"),
        ("n_long = 'one'", "Your answer is text"),
        ("n_long = False", "Your answer is `False`."),
        ("n_long = -1", "Its size is right, its sign is not."),
    ],
    "bar_looks": [
        ("looks = big / small", "is the count"),
        ("looks = big - small", "by how much"),
        ("looks = (small - start) / (big - start)", "upside down"),
        ("looks = big - start", "And the other"),
        ("looks = small - start", "fit into"),
        ("looks = big / start", "where does it end"),
        ("looks = big - start / small - start", "brackets missing"),
        ("looks = (big - start) / (small - start) * 100", "in percent"),
        ("looks = (big - start) / (small - start) / (big / small)", "overstates"),
        ("looks = 'twice'", "Your answer is text"),
        ("looks = -1", "How long is each"),
    ],
    "bar_axis": [
        (AXIS + "[min(values), max(values) * 1.1]", "left of the bar"),
        (AXIS + "[1, max(values)]", "How many times as large is 40?"),
        (AXIS + "[min(values) - 1, max(values) + 1]", "How many times as large is 40?"),
        (AXIS + "[-5, max(values)]", "How long is a bar there that stands for 0?"),
        (AXIS + "[0, min(values)]", "still in the picture"),
        (AXIS + "[0, 10]", "still in the picture"),
        (AXIS + "[0, 100]", "still in the picture"),
        (AXIS + "[max(values), 0]", "runs backwards"),
        (AXIS + "0", "two numbers"),
        (AXIS + "[0]", "two numbers"),
        (AXIS + "[0 if max(values) > 1 else 0.3, max(values)]", "And for all others?"),
        (AXIS + "begins", "NameError"),
        ("def bar_axis(values):\n    begins = 0", "`None`"),
        ("bar_axis = [0, 40]", "not a function"),
    ],
    "alt_text": [
        ("alt_text = ''", "is empty"),
        ("alt_text = 14", "An alt text is a text"),
        ("alt_text = None", "An alt text is a text"),
        ("alt_text = 'A picture of a chart of some words of the article.'", "at a glance"),
        (f'alt_text = f"Bars of the words; the longest of them is {TOP}, far ahead."', "in digits"),
        (
            f'alt_text = f"Bars of the words; the longest of them is {TOP} with {MOST}5."',
            "Your text gives “nato” 145.",
        ),
        (f'alt_text = f"Bars of the most frequent words; the highest count is {MOST}."', "does it belong"),
        (f'alt_text = f"Bars of the words; the longest is xyzzy{TOP} with {MOST}."', "does it belong"),
        (f'alt_text = f"{TOP}: {MOST}"', "what are these bars"),
        ("alt_text = top_five", "An alt text is a text"),
    ],
    "claim": [
        ("my_claim = 5" + LINES, "A claim is a text"),
        ("my_claim = 'It is used in all kinds of ways.'" + LINES, "does not name"),
        ("my_claim = f'The word {my_word} is used in all kinds of ways.'" + LINES, "in digits"),
        ("my_claim = f'{my_word}: {len(my_table)}'" + LINES, "That is a count"),
        (CLAIM + "0", "Where are its brackets"),
        (CLAIM + "'0, 1'", "Where are its brackets"),
        (CLAIM + "['0', '1']", "is text"),
        (CLAIM + "[len(my_table), 0]", "they go from 0"),
        (CLAIM + "[-1]", "they go from 0"),
        (CLAIM + "[len(printed)]", "they go from 0"),
        (CLAIM + "[max(my_table['position']) + len(my_table)]", "they go from 0"),
        (CLAIM + "[0, 0]", "appears twice"),
        (CLAIM + "[]", "You have chosen 0"),
        ("my_word = 'xyzzy'\n" + CLAIM + "[0]", "does not come up"),
    ],
    "better_evidence": [("better = 'b'", "Which line speaks against"), ("better = 'c'", "The options are")],
}
ALSO_RIGHT = {
    "is_nine_a_lot": ["answer = 'C'"],
    "preflight_by_hand": [
        "n_long = sum((speakers['share_of_words'] >= 0.2) & (speakers['speaker'] != 'unknown'))",
        "n_long = sum(preflight(article)['suits'][10:11]) * 0 + len("
        "[w for w, s in zip(speakers['share_of_words'], speakers['speaker'])"
        " if w >= 0.2 and s != 'unknown'])",
    ],
    "bar_looks": ["looks = round((big - start) / (small - start), 2)"],
    "bar_axis": [
        AXIS + "(0, max(values))",
        AXIS + "[0.0, sum(values)]",
        "import numpy as np\n" + AXIS + "np.array([0, max(values) * 2])",
    ],
    "alt_text": [
        f'alt_text = f"Horizontal bars: {TOP}, the most frequent content word, comes up {MOST} times."',
        f'alt_text = f"{TOP} ({MOST}) is the longest of the bars, which are content words.".upper()',
    ],
    "claim": [
        CLAIM + "tuple(range(len(my_table)))",
        CLAIM + "my_table.index",
        "my_word = my_word.upper()\n" + CLAIM + "list(my_table.index[-2:])",
    ],
}
