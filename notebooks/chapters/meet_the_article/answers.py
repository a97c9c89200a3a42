"""Answers as students give them: wrong ones, each with a piece of its own question, and other right ones."""

WRONG = {
    "meaning_of_not_yet": [
        ("answer = 'a'", "before you had typed anything"),
        ("answer = 'c'", "A check says that, too, but in other words"),
        ("answer = b'b'", "The options are"),
    ],
    "next_morning": [
        ("answer = 'a'", "not about a file"),
        ("answer = 'b'", "has it run since"),
        ("answer = 3", "The options are"),
    ],
    "guess_words": [
        ("estimate = len(article.text)", "number of characters"),
        ("estimate = len(article.paragraphs)", "number of paragraphs"),
        ("estimate = len(sentence_table(article.text))", "number of sentences"),
        ("estimate = len(article.text.splitlines())", "number of lines"),
        ("estimate = len(article.text.split()) * 2", "far too many"),
        ("estimate = len(article.text.split()) / 2", "far too few"),
        ("estimate = 0", "far too few"),
        ("estimate = '600'", "quotation marks"),
        ("estimate = article.text.split()", "Which single number"),
        ("estimate = True", "Your answer is `True`."),
        ("estimate = 1,000", "Which single number does the exercise ask for?"),
        ("estimate = (600, 800)", "Which single number"),
        ("estimate = -len(article.text.split())", "far too few"),
    ],
    "told_or_quoted": [
        ("answer = 'a'", "Where are the mayor's own"),
        ("answer = 'c'", "There are quotation marks, yes"),
    ],
    "first_voice": [
        ("first_voice = 3", "in quotation marks"),
        ("first_voice = 'Jens Stoltenberg'", "That name is not in the article"),
        ("first_voice = 'the'", "Who says them"),
        ("first_voice = 'Donald Tusk'", "Donald Tusk is quoted, too"),
    ],
    "longest_third": [
        ("third = 'the first or the last'", "Where is the highest bar"),
        ("third = 3", "is a text"),
        ("third = int(table['tokens'].argmax())", "is a text"),
        ("third = 'first'", "in the first third as high"),
    ],
    "better_claim": [("better = 'a'", "could settle it"), ("better = 'c'", "The options are")],
}
ALSO_RIGHT = {
    "meaning_of_not_yet": ["answer = ' B '"],
    "guess_words": [
        "estimate = len(article.text.split())",
        "estimate = len(article.text.split()) * 1.25",
        "import numpy\nestimate = numpy.int64(len(article.text.split()))",
    ],
    "first_voice": [
        "from textkit import quote_table\n"
        "first_voice = ' ' + next(iter(quote_table(article.text)['speaker'].dropna()), 'nobody').upper()"
    ],
}
