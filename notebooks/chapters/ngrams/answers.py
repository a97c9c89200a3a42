"""Answers as students give them: wrong ones, each with a piece of its own question, and other right ones."""

DEF = "def sentence_bigrams(sentences):\n    pairs = []\n    tokens = []\n    for sentence in sentences:\n"
ONLY = DEF.replace("    tokens = []\n", "")

WRONG = {
    "once_in_a_text": [
        ("answer = 'b'", "common word"),
        ("answer = 'c'", "a count or a rate"),
        ("answer = 1", "The options are"),
    ],
    "two_stems": [
        ("answer = 'a'", "anything about meanings"),
        ("answer = 'b'", "Must a stem be a word"),
    ],
    "neighbors": [
        ("prediction = [4, 5]", "Which one comes first?"),
        ("prediction = [3, 2]", "By how many tokens does the window move on?"),
        ("prediction = [6, 6]", "beside that token"),
        ("prediction = [6, 5]", "Each is one too many."),
        ("prediction = [4, 4]", "Is it listed once?"),
        ("prediction = [4, 3]", "one too few"),
        ("prediction = [5, 3]", "last window of three"),
        ("prediction = [5, 5]", "Are there enough tokens left at the last"),
        ("prediction = [15, 20]", "Which words stand side by side?"),
        ("prediction = 5", "That is the first one alone."),
        ("prediction = [5]", "Does something stop too early?"),
        ("prediction = [5, 2]", "move on"),
        ("prediction = [6, 4]", "What would the window at the last token hold,"),
        ("prediction = [5, 4, 3]", "At which of the six tokens can a window of"),
        ("prediction = '5, 4'", "several values"),
        ("prediction = ['5', '4']", "Those are texts."),
        ("prediction = [2, 3]", "At which of the six tokens"),
    ],
    "top_pair": [
        ("order = 'DBCA'", "to the last token"),
        ("order = 'DEBCA'", "Two of your lines"),
        ("order = 'ECDA'", "At line C the program stops"),
        ("order = 'DEC'", "never make `top_pair`"),
        ("order = 'DCEA'", "an indented line"),
        ("order = 'DECAF'", "no line F"),
        ("order = ['DE', 'CA']", "The order is a list."),
        ("order = 'DA'", "the program stops"),
        ("order = 'DECAA'", "more than once"),
        ("order = 'DBECA'", "Two of your lines"),
        ("order = 'ADEC'", "Which line has to come before"),
        ("order = 'EDCA'", "an indented line"),
        ("order = 4", "The order is an int."),
    ],
    "sentence_bigrams": [
        (
            DEF + "        tokens = tokens + tokenize(sentence, lower=True)\n"
            "        pairs = pairs + ngrams(tokens, 2)\n    return pairs",
            "from the round before",
        ),
        (
            DEF + "        tokens = tokenize(sentence, lower=True)\n"
            "    pairs = pairs + ngrams(tokens, 2)\n    return pairs",
            "Only the last round is left.",
        ),
        (
            DEF + "        tokens = tokenize(sentence, lower=True)\n"
            "        pairs = ngrams(tokens, 2)\n    return pairs",
            "Only the last round is left.",
        ),
        (
            ONLY + "        tokens = tokenize(sentence, lower=True)\n"
            "        pairs = pairs + ngrams(tokens, 2)\n        return pairs",
            "Does `return` stand inside the loop?",
        ),
        (
            ONLY + "        pairs = pairs + ngrams(tokenize(sentence), 2)\n    return pairs",
            "What becomes of capital and small letters?",
        ),
        (
            ONLY + "        pairs.append(ngrams(tokenize(sentence, lower=True), 2))\n    return pairs",
            "list of lists",
        ),
        (
            ONLY + "        pairs = pairs + ngrams(tokenize(sentence, lower=True), 2)\n    return set(pairs)",
            "Each pair is there once at most, as in a set.",
        ),
        (
            ONLY + "        ngrams(tokenize(sentence, lower=True), 2)\n    return pairs",
            "It gives that whatever goes in.",
        ),
        (ONLY + "        pairs = pairs + ngrams(sentence, 2)\n    return pairs", "TypeError"),
        (
            ONLY + "        pairs = pairs + ngrams(tokenize(sentence, lower=True), 3)\n    return pairs",
            "These are trigrams",
        ),
        (ONLY + "        pairs = pairs + ngrams(tokenize(sentence, lower=True), 2)", "gives back `None`"),
        (
            "def sentence_bigrams(sentences):\n    pairs = [('the', 'rain'), ('rain', 'stopped'), "
            "('boats', 'went'), ('went', 'out'), ('nobody', 'spoke')]\n    return pairs",
            "It gives that whatever goes in.",
        ),
        ("sentence_bigrams = []", "not a function"),
        (
            ONLY + "        pairs = pairs + ngrams(tokenize(sentence, lower=True), 2)\n    return len(pairs)",
            "Is it asked how many they are, or which?",
        ),
        ("def sentence_bigrams(sentences):\n    return ngrams(sentences, 2)", "whole sentences"),
        (
            ONLY + "        pairs = pairs + [' '.join(pair) for pair in "
            "ngrams(tokenize(sentence, lower=True), 2)]\n    return pairs",
            "one text now",
        ),
        (
            ONLY + "        pairs = pairs + ngrams(sentence.lower().split(), 2)\n    return pairs",
            "Which function cuts a text into tokens, without ",
        ),
    ],
    "n_repeated": [
        ("n_repeated = len(pairs)", "without the condition"),
        ("n_repeated = len(pairs[pairs['count'] > 2])", "Which sign says at least"),
        ("n_repeated = pairs[pairs['count'] >= 2]", "table"),
        ("n_repeated = len(pairs[pairs['count'] == 1])", "less than"),
    ],
    "edge_phrases": [
        ("phrases = repeated", "without one of the conditions"),
        ("phrases = [gram for gram in repeated if gram[0] not in STOPWORDS]", "one of the conditions"),
        (
            "phrases = [g for g in repeated if g[0] not in STOPWORDS or g[-1] not in STOPWORDS]",
            "with `or` for `and`",
        ),
        ("phrases = [g for g in repeated if g[0] in STOPWORDS and g[-1] in STOPWORDS]", "Is `not` there"),
        ("phrases = [g for g in repeated if not set(g) & STOPWORDS]", "no stopword at all"),
    ],
    "better_phrase": [("better = 'b'", "a pair, not a phrase"), ("better = 'c'", "The options are")],
}
ALSO_RIGHT = {
    "neighbors": ["prediction = (5, 4)", "prediction = [5.0, 4.0]"],
    "top_pair": ["order = 'deca'", "order = ['D', 'E', 'C', 'A']", "order = 'D, E, C, A'"],
    "sentence_bigrams": [
        "def sentence_bigrams(sentences):\n"
        "    return [p for s in sentences for p in ngrams(tokenize(s, lower=True), 2)]",
        ONLY + "        words = tokenize(sentence, lower=True)\n"
        "        pairs.extend(zip(words, words[1:]))\n    return pairs",
    ],
    "n_repeated": [
        "n_repeated = int((pairs['count'] > 1).sum())",
        "n_repeated = len(pairs) - len(pairs[pairs['count'] == 1])",
    ],
    "edge_phrases": [
        "phrases = []\nfor gram in repeated:\n"
        "    if not (gram[0] in STOPWORDS or gram[-1] in STOPWORDS):\n        phrases.append(gram)"
    ],
}
