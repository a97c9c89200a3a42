"""Answers to chapter 00: wrong ones, each with a piece of its own question, and other right ones."""

WRONG = {
    "0.1": [
        ("seconds = 50", "in minutes"),
        ("seconds = 50 + 60", "Which sign multiplies"),
        ("seconds = 60 * 60", "whole hour"),
        ("seconds = '3000'", "quotation marks"),
        ("seconds = 50 * 600", "How many seconds does one minute have"),
        ("seconds = None", "`None`"),
    ],
    "0.2": [
        ("prediction = True", "the same characters"),
        ("prediction = 'False'", "without quotation marks"),
        ("prediction = 0", "with a capital letter"),
    ],
    "0.3": [
        ("n_characters = len('article.text')", "letters of the name"),
        ("n_characters = len(article.text.split())", "number of words"),
        ("n_characters = len(article.paragraphs)", "number of paragraphs"),
        ("n_characters = len", "brackets () missing"),
        ("n_characters = len(article.text) + 1", "What does `len(…)` give"),
    ],
    "0.4": [
        ("def shout(word):\n    return word.upper", "Are its brackets"),
        ("def shout(word):\n    return 'HELLO'", "whatever goes in"),
        ("def shout(word):\n    return word", "unchanged"),
        ("def shout(word):\n    return word.capitalize()", "Only the first letter"),
        ("def shout(word):\n    word.upper()", "gives back `None`"),
        ("def shout(word):\n    return wrod.upper()", "NameError"),
        ("shout = 'HELLO'", "not a function"),
    ],
    "0.5": [
        ("answer = 'a'", "belongs to the notebook"),
        ("answer = 'c'", "in the kernel that was restarted"),
        ("answer = 'd'", "The options are"),
    ],
}
ALSO_RIGHT = {
    "0.1": ["seconds = 3000", "seconds = 3000.0", "import numpy\nseconds = numpy.int64(3000)"],
    "0.2": ["prediction = 'nato' == 'NATO'"],
    "0.3": ["n_characters = sum(1 for character in article.text)"],
    "0.4": ["shout = str.upper", "def shout(text):\n    return ''.join(c.upper() for c in text)"],
    "0.5": ["answer = 'B'", "answer = ' b '"],
}
