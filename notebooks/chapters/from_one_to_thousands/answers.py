"""Answers as students give them: wrong ones, each with a piece of its own question, and other right ones."""

HOLDING = "names = [name for name, text in documents if "
COUNT_ALL = "def count_all(documents):\n"
MAYOR = "speaker = 'Vera Halloran'\n"

WRONG = {
    "in_a_set": [
        ("answer = 'a'", "How many does it keep"),
        ("answer = 'c'", "is it empty"),
        ("answer = 1", "The options are"),
    ],
    "log_ratio": [
        ("answer = 'a'", "a log ratio of 1"),
        ("answer = 'c'", "difference of counts"),
        ("answer = 4", "The options are"),
    ],
    "count_and_documents": [
        ("my_count, my_documents = 2, 4", "Which one comes first?"),
        ("my_count, my_documents = 4, 3", "Does Wednesday"),
        ("my_count, my_documents = 3, 2", "one word"),
        ("my_count, my_documents = 4, 4", "a single document"),
        ("my_count, my_documents = 2, 2", "How many tokens"),
        ("my_count, my_documents = 'four', 'two'", "Your values are texts."),
    ],
    "holding": [
        (HOLDING + "'bus' in text]", "inside of `business`"),
        (HOLDING + "'bus' in text.lower()]", "inside of `business`"),
        (HOLDING + "'bus' in tokenize(text)]", "capital letter"),
        (
            "names = [text for name, text in documents if 'bus' in tokenize(text, lower=True)]",
            "Those are the texts",
        ),
        ("names = [name for name, text in documents]", "all documents"),
        (
            "names = " + "len([n for n, t in documents if 'bus' in tokenize(t, lower=True)])",
            "how many there are",
        ),
        (
            "found = {n for n, t in documents if 'bus' in tokenize(t, lower=True)}\n"
            "names = found ^ {'the article'}",
            "All but the article",
        ),
        ("names = ['seeds/town_news/10_night_bus.txt']", "is none missing"),
    ],
    "what_adds_up": [
        ("answer = 'b'", "two types each"),
        ("answer = 'c'", "in both halves"),
        ("answer = 'all'", "The options are"),
    ],
    "most_documents": [
        ("speaker = speakers['speaker'][0]\nshare = 8 / 13", "Which one has the highest `documents`?"),
        ("speaker = 'the mayor'\nshare = 8 / 13", "not in the table"),
        ("speaker = 'George Whitlock'\nshare = 3 / 13", "Which one has the highest `documents`?"),
        ("speaker = 8\nshare = 8 / 13", "Your answer is an int."),
        (MAYOR + "share = max(speakers['documents'])", "number of documents"),
        (MAYOR + "share = max(speakers['documents']) / len(documents) * 100", "in percent"),
        (MAYOR + "share = max(speakers['documents']) / 12", "That is its share of the town's documents"),
        (
            MAYOR + "share = speakers[speakers['speaker'] == speaker]['share_of_quotes'].iloc[0]",
            "share of the quotes",
        ),
        (MAYOR + "share = max(speakers['documents']) / sum(speakers['documents'])", "sum of the column"),
        (MAYOR + "share = len(documents) / max(speakers['documents'])", "upside down"),
        (MAYOR + "share = 0.99", "divided by what"),
    ],
    "script": [
        ("order = 'CADE'", "a row of letters"),
        ("order = 'CABDE'", "a row of letters"),
        ("order = 'ECAB'", "At line E the program stops"),
        ("order = 'CEAB'", "an empty list"),
        ("order = 'CAEB'", "Python cannot read"),
        ("order = 'CAB'", "prints nothing"),
        ("order = 'ABE'", "At line B the program stops"),
        ("order = 'CABX'", "no line X"),
    ],
    "tf_idf": [
        ("weight = count * log2(n_documents / len(documents))", "below 0"),
        ("weight = count * len(documents) / n_documents", "What does log2 do"),
        ("weight = log2(len(documents) / n_documents)", "the logarithm alone"),
        ("import math\nweight = count * math.log(len(documents) / n_documents)", "natural logarithm"),
        ("weight = count + log2(len(documents) / n_documents)", "That is a sum"),
        ("weight = log2(count * len(documents) / n_documents)", "Does it belong there"),
        ("weight = count", "`count`"),
        ("weight = 'much'", "Your answer is text"),
    ],
    "better_corpus": [("better = 'b'", "every document has"), ("better = 'c'", "The options are")],
}
ALSO_RIGHT = {
    "tf_idf": [
        "weight = count * (log2(len(documents)) - log2(n_documents))",
        "weight = round(count * log2(len(documents) / n_documents), 2)",
    ],
    "holding": [
        HOLDING + "tokenize(text, lower=True).count('bus') > 0]",
        "names = {n for n, t in documents if 'bus' in set(tokenize(t, lower=True))}",
    ],
    "most_documents": [MAYOR + "share = 8 / 13", MAYOR + "share = round(8 / len(documents), 3)"],
    "script": ["order = 'cabe'", "order = ['C', 'A', 'B', 'E']"],
}
