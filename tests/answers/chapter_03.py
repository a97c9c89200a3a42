"""Answers to chapter 03: wrong ones, each with a piece of its own question, and other right ones."""

BUGGY = "def count_word(word, tokens):\n"

WRONG = {
    "3.1": [
        ("answer = 'a'", "Is a token missing"),
        ("answer = 'c'", "another number"),
        ("answer = 2", "The options are"),
    ],
    "3.2": [
        ("n_types = len(tokens)", "number of tokens"),
        ("n_types = len(set(tokenize(article.text)))", "The and the"),
        ("n_types = len(set(article.text))", "different characters"),
        ("n_types = sum(n == 1 for n in Counter(tokens).values())", "exactly once"),
        ("n_types = set(tokens)", "Which single number"),
        ("n_types = -1", "What does `set(tokens)` hold"),
    ],
    "3.3": [
        ("order = 'DBA'", "At line D the program stops"),
        ("order = 'CDA'", "In a set each word is there once"),
        ("order = 'BD'", "never make `top_three`"),
        ("order = 'CBDA'", "Two of your lines"),
        ("order = 'BDX'", "no line X"),
        ("order = 'BDDA'", "more than once"),
    ],
    "3.4": [
        ("tied = [t for t in table[table['count'] == row['count']]['token']][1:] + ['?']", "none missing"),
        (
            "tied = [t for t in table[table['count'] == row['count']]['token'] if t != row['token']]",
            "does",
        ),
        ("tied = list(table[table['count'] >= row['count']]['token'])", "or a higher one"),
        ("tied = row['count']", "That is the count"),
        ("tied = table[table['count'] == row['count']]", "whole table"),
    ],
    "3.5": [
        ("rate = tokens.count(keyword)", "count in the whole article"),
        ("rate = tokens.count(keyword) / len(tokens)", "for one token"),
        ("rate = tokens.count(keyword) / len(tokens) * 100", "every 100 tokens"),
        ("rate = tokenize(article.text).count(keyword) / len(tokens) * 1000", "as printed"),
        ("rate = tokens.count(keyword) / len(set(tokens)) * 1000", "number of types"),
        ("rate = tokens.count(keyword) / len(article.text) * 1000", "number of characters"),
        ("rate = len(tokens) / tokens.count(keyword)", "upside down"),
        ("rate = 'many'", "Your answer is text"),
        ("rate = 1000.5", "divide by which"),
    ],
    "3.6": [
        (BUGGY + "    return 1", "How often is"),
        (BUGGY + "    return len(tokens)", "counts every token"),
        (BUGGY + "    return count(word)", "NameError"),
        (BUGGY + "    tokens.count(word)", "`None`"),
        ("count_word = 3", "not a function"),
    ],
    "3.7": [
        ("hidden = tokens.count(word)", "all its tokens"),
        ("hidden = printed.count(word)", "in small letters"),
        ("hidden = printed.count(word) - tokens.count(word)", "the larger one"),
        ("hidden = 999_999", "in `printed`"),
    ],
}
ALSO_RIGHT = {
    "3.2": ["n_types = len(Counter(tokens))", "n_types = len(frequency_table(tokens))"],
    "3.3": ["order = 'bda'", "order = ['B', 'D', 'A']", "order = 'B, D, A'"],
    "3.4": [
        "tied = table[table['count'] == row['count']]['token']",
        "tied = tuple(reversed(list(table[table['count'] == row['count']]['token'])))",
        "tied = set(table[table['count'] == row['count']]['token'])",
    ],
    "3.5": [
        "rate = round(tokens.count(keyword) / len(tokens) * 1000, 2)",
        "rate = table[table['token'] == keyword]['per_thousand'].iloc[0]",
    ],
    "3.6": [BUGGY + "    return tokens.count(word)", BUGGY + "    return sum(t == word for t in tokens)"],
    "3.7": ["hidden = sum(t != word for t in tokenize(article.text) if t.lower() == word)"],
}
