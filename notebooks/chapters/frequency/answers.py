"""Answers as students give them: wrong ones, each with a piece of its own question, and other right ones."""

BUGGY = "def count_word(word, tokens):\n"

WRONG = {
    "lower": [
        ("answer = 'a'", "Is a token missing"),
        ("answer = 'c'", "Count them: does `len(tokenize(article.text))` d"),
        ("answer = 2", "The options are"),
        ("answer = None", "The options are"),
        ("answer = 'a and b'", "The options are"),
    ],
    "types": [
        ("n_types = len(tokens)", "number of tokens"),
        ("n_types = len(set(tokenize(article.text)))", "This counts *The* and *the* as two types"),
        ("n_types = len(set(article.text))", "with `article.text`"),
        ("n_types = sum(n == 1 for n in Counter(tokens).values())", "number of hapaxes"),
        ("n_types = set(tokens)", "Which single number"),
        ("n_types = -1", "What does `set(tokens)` hold"),
        ("n_types = len(set(small))", "the small list"),
        ("n_types = len(tokens[:12])", "the first cell shows"),
        ("n_types = len(tokens) - len(set(tokens))", "are repeats"),
        ("n_types = len(tokens) / len(set(tokens))", "on average"),
        ("n_types = len(set(article.text.split()))", "with `article.text.split()`"),
        ("n_types = print(len(set(tokens)))", "What is in their brackets"),
    ],
    "top_three": [
        ("order = 'DBA'", "At line D the program stops"),
        ("order = 'CDA'", "A set has each word once"),
        ("order = 'BD'", "never make `top_three`"),
        ("order = 'CBDA'", "Two of your lines"),
        ("order = 'BDX'", "no line X"),
        ("order = 'BDDA'", "more than once"),
        ("order = 'ADB'", "Which line has to come before"),
        ("order = 'CD'", "never make `top_three`"),
        ("order = 3", "The order is an int."),
    ],
    "tie": [
        (
            "tied = [t for t in table[table['count'] == row['count']]['token']][1:] + ['?']",
            "All but one are right",
        ),
        (
            "tied = [t for t in table[table['count'] == row['count']]['token'] if t != row['token']]",
            "does",
        ),
        ("tied = list(table[table['count'] >= row['count']]['token'])", "with `>=`: at least"),
        ("tied = row['count']", "This is the count"),
        ("tied = table[table['count'] == row['count']]", "whole table"),
        ("tied = table['count'] == row['count']", "`True` and `False`"),
        ("tied = list(table[table['count'] == row['count']])", "names of the columns"),
        ("tied = row['token']", "This is the word itself, as a text"),
        ("tied = []", "is empty"),
        ("tied = [table['token'][0]]", "has a count of"),
        (
            "tied = [word.upper() for word in table[table['count'] == row['count']]['token']]",
            "The words are right.",
        ),
        ("tied = list(table[table['count'] == row['count']]['token'])[:2]", "The last one is missing."),
        ("tied = [list(table[table['count'] == row['count']]['token'])]", "a list within a list"),
    ],
    "rate": [
        ("rate = tokens.count(keyword)", "`tokens.count(keyword)` alone"),
        ("rate = tokens.count(keyword) / len(tokens)", "That is the number for one."),
        (
            "rate = tokens.count(keyword) / len(tokens) * 100",
            "That is right for every 100: in percent.",
        ),
        (
            "rate = tokenize(article.text).count(keyword) / len(tokens) * 1000",
            "0 would mean that there are none.",
        ),
        (
            "rate = tokens.count('keyword') / len(tokens) * 1000",
            "0 would mean that there are none.",
        ),
        (
            "rate = tokens.count(keyword) // len(tokens) * 1000",
            "0 would mean that there are none.",
        ),
        ("rate = tokens.count(keyword) * 1000", "What do you divide by"),
        ("rate = tokens.count(keyword) / (len(tokens) * 1000)", "if you divide by 1,000"),
        ("rate = tokens.count(keyword) / len(long_tokens or tokens) * 1000", "with `long_tokens`"),
        (
            "rate = tokens.count(keyword) / len(article.text.split()) * 1000",
            "with `article.text.split()`",
        ),
        ("rate = tokens.count(keyword) / len(set(tokens)) * 1000", "keeps each one only once"),
        ("rate = tokens.count(keyword) / len(article.text) * 1000", "with `article.text`"),
        ("rate = len(tokens) / tokens.count(keyword)", "upside down"),
        ("rate = 'many'", "Your answer is text"),
        ("rate = 1000.5", "divide by which"),
    ],
    "count_word": [
        (BUGGY + "    return 1", "It gives the same whatever goes in."),
        (BUGGY + "    return len(tokens)", "Is the condition still there"),
        (BUGGY + "    return count(word)", "NameError"),
        (BUGGY + "    tokens.count(word)", "`None`"),
        ("count_word = 3", "not a function"),
        (
            BUGGY + "    return sum(word in token for token in tokens)",
            "Is part of a word enough",
        ),
        (
            BUGGY + "    return len(word) * tokens.count(word)",
            "Is part of a word enough",
        ),
        (
            BUGGY + "    count = 0\n    for token in tokens:\n        count + 1\n    return count",
            "0 for every list",
        ),
        ("def count_word(word):\n    return tokens.count(word)", "the same names"),
        (BUGGY + "    return Counter(tokens)", "Your answer is a Counter."),
    ],
    "capitals": [
        ("hidden = tokens.count(word)", "`tokens.count(word)` alone"),
        ("hidden = printed.count(word)", "`printed.count(word)` alone"),
        ("hidden = printed.count(word) - tokens.count(word)", "Its size is right, its sign is not."),
        ("hidden = 999_999", "in `printed`"),
        ("hidden = (tokens.count(word) - printed.count(word)) / tokens.count(word)", "That is a share."),
        ("hidden = tokens.count(word) / printed.count(word)", "divided by the other"),
        ("hidden = len(tokens) - len(printed)", "that there are none"),
        ("hidden = word", "Your answer is text"),
    ],
    "better_topic": [("better = 'a'", "It goes by the count alone"), ("better = 'c'", "The options are")],
}
ALSO_RIGHT = {
    "types": ["n_types = len(Counter(tokens))", "n_types = len(frequency_table(tokens))"],
    "top_three": ["order = 'bda'", "order = ['B', 'D', 'A']", "order = 'B, D, A'"],
    "tie": [
        "tied = table[table['count'] == row['count']]['token']",
        "tied = tuple(reversed(list(table[table['count'] == row['count']]['token'])))",
        "tied = set(table[table['count'] == row['count']]['token'])",
    ],
    "rate": [
        "rate = round(tokens.count(keyword) / len(tokens) * 1000, 2)",
        "rate = table[table['token'] == keyword]['per_thousand'].iloc[0]",
    ],
    "count_word": [
        BUGGY + "    return tokens.count(word)",
        BUGGY + "    return sum(t == word for t in tokens)",
    ],
    "capitals": ["hidden = sum(t != word for t in tokenize(article.text) if t.lower() == word)"],
}
