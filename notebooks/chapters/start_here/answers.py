"""Answers as students give them: wrong ones, each with a piece of its own question, and other right ones."""

WRONG = {
    "class_length": [
        ("seconds = 50", "in minutes"),
        ("seconds = 50 + 60", "How many seconds does one minute have, and how m"),
        ("seconds = 60 * 60", "whole hour"),
        ("seconds = '3000'", "quotation marks"),
        ("seconds = 50 * 600", "That is ten times the number that is asked for."),
        ("seconds = None", "`None`"),
        ("seconds = print(50 * 60)", "What stands in their brackets"),
        ("seconds = 3,000", "Which single number does the exercise ask for?"),
        ("seconds = 3.000", "decimal point"),
        ("seconds = 60", "one minute"),
        ("seconds = 50 * 60 * 60", "How many seconds does one minute have, and how m"),
    ],
    "same_word": [
        ("prediction = True", "the same characters"),
        ("prediction = 'False'", "without quotation marks"),
        ("prediction = 0", "with a capital letter"),
    ],
    "characters": [
        ("n_characters = len('article.text')", "letters of the name"),
        (
            "n_characters = len(article.text.split())",
            "That is what you get with `article.text.split()`. What d",
        ),
        ("n_characters = len(article.paragraphs)", "number of paragraphs"),
        ("n_characters = len", "brackets () missing"),
        ("n_characters = article.text", "the text itself"),
        ("n_characters = len(''.join(article.text.split()))", "left out the spaces"),
        (
            "n_characters = sum(c.isalpha() for c in article.text)",
            "Those are the letters. Which characters count, too?",
        ),
        ("n_characters = len(article.text.splitlines())", "number of lines"),
        ("n_characters = len(set(article.text))", "That is what you get if each is counted once. Should wha"),
        ("n_characters = len(article.text) + 1", "That is one too many."),
    ],
    "shout": [
        ("def shout(word):\n    return word.upper", "Are its brackets"),
        ("def shout(word):\n    return 'HELLO'", "whatever goes in"),
        ("def shout(word):\n    return word", "unchanged"),
        ("def shout(word):\n    return word.capitalize()", "Only the first letter"),
        ("def shout(word):\n    word.upper()", "gives back `None`"),
        ("def shout(word):\n    print(word.upper())", "only shows one"),
        ("def shout(word):\n    return 'word'.upper()", "says WORD"),
        (
            "def shout(word):\n    return word.upper() + '!'",
            "The words are right. Which marks around them do not belo",
        ),
        ("def shout():\n    return 'HELLO'", "the same names"),
        ("def shout(word):\n    return wrod.upper()", "NameError"),
        ("shout = 'HELLO'", "not a function"),
    ],
    "restart": [
        ("answer = 'a'", "belongs to the notebook"),
        ("answer = 'c'", "in the kernel that was restarted"),
        ("answer = 'd'", "The options are"),
        ("answer = 'My answer is still in the cell'", "The options are"),
    ],
}
ALSO_RIGHT = {
    "class_length": ["seconds = 3000", "seconds = 3000.0", "import numpy\nseconds = numpy.int64(3000)"],
    "same_word": ["prediction = 'nato' == 'NATO'"],
    "characters": ["n_characters = sum(1 for character in article.text)"],
    "shout": ["shout = str.upper", "def shout(text):\n    return ''.join(c.upper() for c in text)"],
    "restart": ["answer = 'B'", "answer = ' b '"],
}
