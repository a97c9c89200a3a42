"""Answers as students give them: wrong ones, each with a piece of its own question, and other right ones."""

LEFT = "def left_context(tokens, position):\n"

WRONG = {
    "which_pair": [
        ("answer = 'a'", "by chance"),
        ("answer = 'b'", "follow from being content words"),
        ("answer = 'heavy rain'", "The options are"),
    ],
    "how_many_lines": [
        ("prediction = [2, 2]", "And is `rainwater`, in any case?"),
        ("prediction = [2, 3]", "And is `rainwater`, in any case?"),
        ("prediction = [3, 3]", "Which of the tokens are exactly `rain`?"),
        ("prediction = [1, 3]", "in other capitals?"),
        ("prediction = [1, 1]", "do with `Rain`"),
        ("prediction = [2, 1]", "Which one comes first?"),
        ("prediction = [0, 0]", "Is `rain` not among the tokens, just"),
        ("prediction = ['1', '2']", "Your values are texts."),
        ("prediction = 1", "That is the first one alone."),
    ],
    "node_lines": [
        ("concordance = kwic(printed, other, window=3)", "capital letters matter"),
        ("concordance = kwic(printed, 'other', window=3, ignore_case=True)", "without quotation marks"),
        ("concordance = kwic(printed, other, ignore_case=True)", "How many tokens are on each side"),
        ("concordance = kwic(tokens, other, window=3)", "as printed"),
        ("concordance = kwic(printed, node, window=3, ignore_case=True)", "the lines of"),
        ("concordance = kwic(printed, printed[0], window=3)", "the lines of the."),
        ("concordance = len(kwic(printed, other, window=3, ignore_case=True))", "What is in `concordance`?"),
        ("concordance = list(kwic(printed, other)['left'])", "the table that `kwic` gives"),
        ("concordance = content_table", "other columns"),
        ("concordance = kwic(printed + printed, other, window=3, ignore_case=True)", "or are there twice"),
    ],
    "left_context": [
        (LEFT + "    return tokens[:position]", "at most"),
        (LEFT + "    return tokens[max(0, position - 3) : position + 1]", "Where does a slice stop?"),
        (LEFT + "    return tokens[abs(position - 3) : position]", "has become 2"),
        (LEFT + "    return tokens[max(1, position - 3) : position]", "very first token"),
        (LEFT + "    return tokens[max(0, position - 2) : position]", "more than two"),
        (LEFT + "    return tokens[position + 1 : position + 4]", "on the right"),
        (LEFT + "    return ' '.join(tokens[max(0, position - 3) : position])", "glued together"),
        (LEFT + "    return tokens[:3]", "Which tokens should be on the left?"),
        (LEFT + "    max(0, position - 3)", "`None`"),
        (LEFT + "    return tokens[first:position]", "NameError"),
    ],
    "stands_before": [
        ("before = Counter(kwic(tokens, node, window=1)['right'])", "after the node"),
        ("before = Counter(kwic(tokens, node)['left'])", "pieces of several words"),
        ("before = kwic(tokens, node, window=1)['left']", "nobody has counted"),
        ("before = set(kwic(tokens, node, window=1)['left'])", "Your answer is a set."),
        (
            "before = Counter(set(kwic(tokens, node, window=1)['left']))",
            "Those are 8 of the 14 words before nato.",
        ),
        (
            "before = Counter(' '.join(kwic(tokens, node, window=3)['left']).split())",
            "all the words on the left",
        ),
        ("before = kwic(tokens, node, window=1)", "whole concordance"),
        ("before = Counter(kwic(tokens, 'node', window=1)['left'])", "is empty"),
        ("before = Counter(tokens)", "every token"),
        ("before = None", "Your answer is `None`: nothing."),
        ("before = len(kwic(tokens, node, window=1))", "That is the total."),
        ("before = Counter(tokens[:3])", "none missing"),
    ],
    "label_lines": [
        ("labels = ['good' for line in to_label['left']] + ['bad']", "Your list has 9 for 8 lines."),
        ("labels = ['good' for line in to_label['left']][1:]", "Your list has 7 for 8 lines."),
        ("labels = ['positive' for line in to_label['left']]", "Which of good, bad and neither"),
        ("labels = [1 for line in to_label['left']]", "Which of good, bad and neither"),
        ("labels = 'good'", "Your answer is a text."),
        ("labels = {'good': 3, 'bad': 5}", "Your answer is a dict."),
        ("labels = 8", "Your answer is an int."),
        ("labels = to_label", "That is a table"),
    ],
    "beyond_shuffles": [
        ("n_as_high = len([dp for dp in chance if dp < own])", "with a lower DP"),
        ("n_as_high = len(chance)", "the number of shuffles"),
        ("n_as_high = sum(dp >= own for dp in chance) / len(chance)", "the share of the shuffles"),
        ("n_as_high = max(chance)", "the highest DP"),
        ("n_as_high = [dp for dp in chance if dp >= own]", "Which single number"),
        ("n_as_high = len([dp for dp in chance if dp > 2])", "How many values of `chance`"),
        ("n_as_high = -1", "How many values of `chance`"),
    ],
    "better_cluster": [
        ("better = 'a'", "How often does it come up, wha"),
        ("better = 'c'", "The options are"),
    ],
}
ALSO_RIGHT = {
    "beyond_shuffles": ["n_as_high = sum(dp >= own for dp in chance)"],
    "how_many_lines": ["prediction = (1, 2)"],
    "node_lines": [
        "concordance = kwic(printed, other.upper(), ignore_case=True, window=3)",
        "concordance = kwic(printed, other, window=3, ignore_case=True).sort_values('right')",
    ],
    "left_context": [
        LEFT
        + "    start = position - 3\n    if start < 0:\n        start = 0\n    return tokens[start:position]",
        LEFT + "    return tokens[:position][-3:]",
        LEFT + "    return tuple(tokens[max(0, position - 3) : position])",
    ],
    "stands_before": [
        "before = Counter(kwic(printed, node, window=1, ignore_case=True)['left'])",
        "before = dict(Counter(kwic(tokens, node, window=1)['left']))",
        "before = kwic(tokens, node, window=1)['left'].value_counts()",
        "before = frequency_table(kwic(tokens, node, window=1)['left'])",
        "before = Counter(kwic(tokens, node, window=1)['left']).most_common()",
        "before = Counter([a for a, b in zip(tokens, tokens[1:]) if b == node])",
    ],
    "label_lines": [
        "labels = ['Good ' for line in to_label['left']]",
        "labels = tuple('bad' for line in to_label['left'])",
    ],
}
