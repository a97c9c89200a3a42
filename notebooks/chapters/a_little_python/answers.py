"""Answers as students give them: wrong ones, each with a piece of its own question, and other right ones."""

AVERAGE = "def average_words(paragraphs):\n"

WRONG = {
    "what_n_holds": [
        ("answer = 'a'", "after the first cell"),
        ("answer = 'c'", "What is on its right"),
        ("answer = 10", "The options are"),
    ],
    "first_paragraph": [("answer = 'a'", "the second one"), ("answer = 'c'", "how many there are")],
    "which_letters": [
        ("prediction = 'ad'", "count from 1 or from 0"),
        ("prediction = 'bc'", "the one before it"),
        ("prediction = 'ac'", "Does `letters[1]` count from 1 or from 0?"),
        ("prediction = 'ba'", "from the beginning or from the end"),
        ("prediction = 'db'", "Both letters are right"),
        ("prediction = 'b'", "Two letters out of"),
        ("prediction = 1", "Which text"),
        ("prediction = [1, -1]", "You gave numbers"),
        ("prediction = 'cd'", "Two letters out of"),
        ("prediction = {'b', 'd'}", "Which text"),
    ],
    "first_words": [
        ("order = 'DAB'", "word of the last paragraph"),
        ("order = 'AC'", "At line C the program stops"),
        ("order = 'DCA'", "Does an indented line"),
        ("order = 'ADC'", "Does an indented line"),
        ("order = 'ACD'", "At line C the program stops"),
        ("order = 'DABC'", "Two of your lines"),
        ("order = list('dacb')", "Two of your lines"),
        ("order = 'DA'", "Python cannot read"),
        ("order = 3", "The order is an int."),
        ("order = 'D'", "stays empty"),
        ("order = 'DAX'", "no line X"),
        ("order = 'DBA'", "Does an indented line"),
        ("order = {'D', 'A', 'C'}", "The order is a set."),
        ("order = ['D A C']", "The order is a list."),
    ],
    "average_words": [
        (AVERAGE + "    return sum(len(p.split()) for p in paragraphs)", "sum of all words"),
        (
            AVERAGE + "    return len(paragraphs[0].split()) / len(paragraphs)",
            "Is `return` inside the loop?",
        ),
        (
            AVERAGE + "    return len(paragraphs[-1].split()) / len(paragraphs)",
            "Only the last round is left.",
        ),
        (
            AVERAGE + "    return sum(len(p.split()) for p in paragraphs) // len(paragraphs)",
            "It is a whole number.",
        ),
        (AVERAGE + "    return len(paragraphs)", "in how many paragraphs"),
        (AVERAGE + "    return round(sum(len(p.split()) for p in paragraphs) / len(paragraphs))", "`round`"),
        (AVERAGE + "    return len(article.text.split()) / len(article.paragraphs)", "whatever goes in"),
        (
            AVERAGE + "    return sum(len(p.split()) for p in article.paragraphs) / len(paragraphs)",
            "How many words are there, in how many paragraphs",
        ),
        (
            AVERAGE + "    return sum(p.count(' ') for p in paragraphs) / len(paragraphs)",
            "That is one too few.",
        ),
        ("average_words = average_words(article.paragraphs)", "not a function"),
        (AVERAGE + "    return total / len(paragraphs)", "NameError"),
        (AVERAGE + "    total = 0\n    for p in paragraphs:\n        total = total + p.split()", "TypeError"),
        (AVERAGE + "    print(len(paragraphs))", "`None`"),
        ("average_words = 28.5", "not a function"),
    ],
    "short_to_long": [
        ("gap = max(table['tokens'])", "That is `max(table['tokens'])` alone."),
        ("gap = min(table['tokens'])", "That is `min(table['tokens'])` alone."),
        (
            "gap = min(table['tokens']) - max(table['tokens'])",
            "That is right but for its sign.",
        ),
        (
            "gap = len(max(sentences, key=len)) - len(min(sentences, key=len))",
            "in characters",
        ),
        (
            "gap = table['tokens'][0] - list(table['tokens'])[-1]",
            "This compares the first row with the last",
        ),
        (
            "gap = list(table['tokens'])[-1] - table['tokens'][0]",
            "This compares the first row with the last",
        ),
        ("gap = len(table)", "number of sentences"),
        ("gap = table['tokens']", "Which single number"),
        ("gap = 9_999", "How many words does the longest"),
        (
            "gap = max(table['tokens']) / min(table['tokens'])",
            "That is what you get if the one is divided by the other.",
        ),
        (
            "gap = max(table['tokens']), min(table['tokens'])",
            "Which single number does the exercise ask for?",
        ),
        ("gap = max(sentences, key=len)", "a long text"),
        ("gap = table['tokens'].max", "brackets () missing"),
    ],
    "n_short": [
        ("n_short = len(table[table['tokens'] < 10])", "less than 10"),
        ("n_short = len(table[table['tokens'] > 10])", "Which sign says at most"),
        ("n_short = len(table)", "without the condition"),
        ("n_short = table[table['tokens'] <= 10]", "What counts them"),
        ("n_short = table['tokens'] <= 10", "How do you pick the rows"),
        ("n_short = len(long_sentences)", "the cell above"),
    ],
    "better_lengths": [("better = 'a'", "It may even be true"), ("better = 'c'", "The options are")],
}
ALSO_RIGHT = {
    "which_letters": ["prediction = 'b d'", "prediction = ['b', 'd']", "prediction = 'B, D'"],
    "first_words": ["order = 'dac'", "order = ['D', 'A', 'C']", "order = 'D A C'"],
    "average_words": [
        AVERAGE + "    return sum(len(p.split()) for p in paragraphs) / len(paragraphs)",
        AVERAGE + "    import statistics\n    return statistics.mean([len(p.split()) for p in paragraphs])",
        AVERAGE + "    return len(' '.join(paragraphs).split()) / len(paragraphs)",
    ],
    "short_to_long": [
        "gap = table['tokens'].max() - table['tokens'].min()",
        "gap = float(max(table['tokens']) - min(table['tokens']))",
    ],
    "n_short": [
        "n_short = int((table['tokens'] <= 10).sum())",
        "n_short = sum(n < 11 for n in table['tokens'])",
    ],
}
