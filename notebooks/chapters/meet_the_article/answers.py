"""Answers as students give them: wrong ones, each with a piece of its own question, and other right ones."""

AVERAGE = "def average_words(paragraphs):\n"

WRONG = {
    "meaning_of_not_yet": [
        ("answer = 'a'", "before you had typed anything"),
        ("answer = 'c'", "four answers"),
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
    "which_letters": [
        ("prediction = 'ad'", "count from 1 or from 0"),
        ("prediction = 'bc'", "the one before it"),
        ("prediction = 'ac'", "Does `letters[1]` count from 1 or from 0?"),
        ("prediction = 'ba'", "from the beginning or from the end"),
        ("prediction = 'db'", "Both letters are right"),
        ("prediction = 'b'", "Two letters out of"),
        ("prediction = 1", "Which text"),
        ("prediction = [1, -1]", "Those are numbers. Which letters stand at these places?"),
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
            "Does `return` stand inside the loop?",
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
    "longest_sentence": [
        ("longest = max(sentences)", "last in the alphabet"),
        ("longest = table['text'][table['tokens'].idxmax()]", "the most words"),
        ("longest = min(sentences, key=len)", "That is what you get with the shortest in place of the l"),
        ("longest = len(max(sentences, key=len))", "That is its length"),
        (
            "longest = max(article.text.split(), key=len)",
            "That is what you get with `article.text.split()`.",
        ),
        ("longest = max(article.text)", "a single character"),
        ("longest = sentences[0]", "That is what you get with the first in place of the long"),
        ("longest = sentences", "Which text"),
        ("longest = max", "brackets () missing"),
        ("longest = article.text[:20] + '?'", "none of the others"),
        (
            "longest = repr(max(sentences, key=len))",
            "It is in there, with more around it.",
        ),
        (
            "longest = max(sentences, key=len)[:-5]",
            "That is a part of it.",
        ),
        ("longest = max(table['tokens'])", "number of words"),
        ("longest = [max(sentences, key=len)]", "Which text"),
        ("longest = print(max(sentences, key=len))", "What stands in their brackets"),
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
            "That compares the first row with the last.",
        ),
        (
            "gap = list(table['tokens'])[-1] - table['tokens'][0]",
            "That compares the first row with the last.",
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
}
ALSO_RIGHT = {
    "meaning_of_not_yet": ["answer = ' B '"],
    "guess_words": [
        "estimate = len(article.text.split())",
        "estimate = len(article.text.split()) * 1.25",
        "import numpy\nestimate = numpy.int64(len(article.text.split()))",
    ],
    "which_letters": ["prediction = 'b d'", "prediction = ['b', 'd']", "prediction = 'B, D'"],
    "first_words": ["order = 'dac'", "order = ['D', 'A', 'C']", "order = 'D A C'"],
    "average_words": [
        AVERAGE + "    return sum(len(p.split()) for p in paragraphs) / len(paragraphs)",
        AVERAGE + "    import statistics\n    return statistics.mean([len(p.split()) for p in paragraphs])",
        AVERAGE + "    return len(' '.join(paragraphs).split()) / len(paragraphs)",
    ],
    "longest_sentence": ["longest = sorted(sentences, key=len, reverse=True)[0]"],
    "short_to_long": [
        "gap = table['tokens'].max() - table['tokens'].min()",
        "gap = float(max(table['tokens']) - min(table['tokens']))",
    ],
}
