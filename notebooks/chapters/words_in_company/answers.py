"""Answers as students give them: wrong ones, each with a piece of its own question, and other right ones."""

DEF = "def sentence_bigrams(sentences):\n    pairs = []\n    tokens = []\n    for sentence in sentences:\n"
ONLY = DEF.replace("    tokens = []\n", "")
SORTED = "list(top_ten.sort_values('log_likelihood')['pair'])"

WRONG = {
    "once_in_a_text": [
        ("answer = 'b'", "common word"),
        ("answer = 'c'", "a count or a rate"),
        ("answer = 1", "The options are"),
    ],
    "without_stopwords": [
        ("answer = 'a'", "divide by as before"),
        ("answer = 'b'", "Which number is divided by which"),
        ("answer = 20", "The options are"),
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
            "Those are trigrams.",
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
    "by_chance": [
        ("expected = count", "That is `count`."),
        ("expected = count_1 * count_2", "That is `count_1 * count_2` alone."),
        ("expected = count_1 / len(tokens) * count_2 / len(tokens)", "That is the chance at one place."),
        ("expected = (count_1 + count_2) / len(tokens)", "That is what you get if the two are added."),
        ("expected = count_1 * count_2 / len(set(tokens))", "That is what you get with `set(tokens)`."),
        ("expected = count_1 / len(tokens)", "That is `count_1` divided by the number of"),
        ("expected = count_2 / len(tokens)", "That is `count_2` divided by the number of"),
        ("expected = count / len(tokens)", "That is `count` divided by the number of"),
        ("expected = count_1 * count_2 / len(tokens) * 1000", "That is right for every 1,000."),
        ("expected = len(tokens) / (count_1 * count_2)", "upside down"),
        ("expected = round(count_1 * count_2 / len(tokens))", "Rounded"),
        ("expected = round(count_1 * count_2 / len(tokens), 1)", "Rounded"),
        ("expected = 'chance'", "Your answer is text"),
        ("expected = tokens.count(first) * tokens.count(second) / len(tokens)", "was shuffled"),
        ("expected = count_1 * count_2 / 1000", "divided by 1,000"),
        ("expected = count_1 * count_2 / len(article.text)", "That is what you get with `article.text`."),
        ("expected = count_1 + count_2 / len(tokens)", "You added"),
        ("expected = count_1, count_2", "Which single number does the exercise ask for?"),
        ("expected = -1", "Which two counts"),
    ],
    "pmi": [
        ("pmi = count / expected", "That is the number before its logarithm is"),
        ("pmi = log2(count) / expected", "What is `count / expected`, and what does log2 m"),
        ("pmi = log2(expected / count)", "Its sign is the wrong way round."),
        ("import math\npmi = math.log(count / expected)", "natural logarithm"),
        ("import math\npmi = math.log10(count / expected)", "base 10"),
        ("pmi = log2(count)", "That is the logarithm of the count."),
        ("pmi = log2(expected)", "It is below 0."),
        ("pmi = count - expected", "That is a difference, one number less the"),
        ("pmi = log2(count / (count_1 * count_2))", "Did you multiply the two counts and not"),
        ("pmi = log2", "brackets () missing"),
        ("pmi = 999", "What is `count / expected`"),
        ("pmi = expected / count", "That is upside down and the number before its"),
        ("pmi = count / expected / 2", "What is `count / expected`, and what does log2 m"),
        ("pmi = log2(count) / log2(expected)", "two logarithms"),
        ("pmi = [log2(count / expected)]", "Which single number"),
    ],
    "ahead": [
        ("n_ahead = len(every_pair[every_pair['pmi'] >= pmi])", "Which sign says more than?"),
        ("n_ahead = len(every_pair[every_pair['pmi'] < pmi])", "Which sign says more than?"),
        ("n_ahead = len(every_pair[every_pair['pmi'] <= pmi])", "Which sign says more than?"),
        ("n_ahead = len(every_pair)", "That is what you get without the condition."),
        (
            "n_ahead = len(every_pair[every_pair['count'] == 1])",
            "That is the number of pairs that come up only on",
        ),
        (
            "n_ahead = len(every_pair[(every_pair['pmi'] > pmi) & (every_pair['count'] == 1)])",
            "That is the number of pairs ahead that come",
        ),
        (
            "n_ahead = len(every_pair[every_pair['pmi'] > count])",
            "That is the number of pairs with a PMI above",
        ),
        ("n_ahead = len(every_pair[every_pair['pmi'] > pmi]) / len(every_pair)", "That is their share."),
        ("n_ahead = every_pair[every_pair['pmi'] > pmi]", "Your answer is a table."),
        ("n_ahead = every_pair['pmi'] > pmi", "Your answer is a column."),
        ("n_ahead = len(every_pair['pmi'] > pmi)", "That is what you get without the condition."),
        ("n_ahead = len(every_pair.head(10))", "That is the length of `top_ten`."),
        ("n_ahead = -1", "how many rows has it"),
        (
            "n_ahead = sum(every_pair[every_pair['pmi'] > pmi]['count'])",
            "That is the counts of the pairs ahead, added",
        ),
        (
            "n_ahead = len(every_pair[(every_pair['pmi'] > pmi) & (every_pair['count'] > 1)])",
            "come up more than once",
        ),
        ("n_ahead = list(every_pair[every_pair['pmi'] > pmi]['word_1'])", "Which single number"),
    ],
    "weak_pairs": [
        (f"weak = {SORTED}[-1]", "Which one has the lowest `log_likelihood`?"),
        (f"weak = {SORTED}[3]", "Which one has the lowest `log_likelihood`?"),
        ("weak = list(top_ten['pair'])[-1]", "Which one has the lowest `log_likelihood`?"),
        (f"weak = ' '.join(reversed({SORTED}[0].split()))", "the order counts"),
        ("weak = list(by_count['pair'])[-1]", "further down"),
        ("weak = 'no suchword'", "spelled as in the column"),
        (f"weak = {SORTED}[0].split()[0]", "A pair has two words"),
        (f"weak = {SORTED}", "A pair has two words"),
        ("weak = top_ten.sort_values('log_likelihood').head(1)", "That is a table"),
        ("weak = min(top_ten['log_likelihood'])", "That is no text"),
        ("weak = None", "That is no text"),
        (f"weak = {SORTED}[0].replace(' ', '_')", "A pair has two words"),
        ("weak = pair", "Which one has the lowest `log_likelihood`?"),
        ("weak = list(every_pair['word_1'])[0] + ' xyzzy'", "spelled as in the column"),
    ],
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
    "by_chance": [
        "expected = tokens.count(word_1) / len(tokens) * tokens.count(word_2)",
        "expected = count_1 * count_2 / len(bigrams)",
    ],
    "pmi": [
        "pmi = log2(count) - log2(expected)",
        "pmi = round(log2(count / expected), 2)",
        "pmi = log2(count * len(bigrams) / (count_1 * count_2))",
        "import math\npmi = math.log(count / expected) / math.log(2)",
    ],
    "ahead": [
        "n_ahead = sum(every_pair['pmi'] > pmi)",
        "n_ahead = len([score for score in every_pair['pmi'] if score > pmi])",
        "n_ahead = len(every_pair[every_pair['pmi'] > pmi]['pmi'])",
    ],
    "weak_pairs": [
        "weak = ' '.join(top_ten.sort_values('log_likelihood')['pair'].head(1)).upper()",
        "weak = top_ten.sort_values('log_likelihood')['pair'].head(1)",
        "weak = str(tuple(' '.join(top_ten.sort_values('log_likelihood')['pair'].head(1)).split()))",
        "weak = repr(' '.join(top_ten.sort_values('log_likelihood')['pair'].head(1)))",
        "weak = tuple(' '.join(top_ten.sort_values('log_likelihood')['pair'].head(1)).split())",
    ],
}
