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
        ("my_count, my_documents = 'four', 'two'", "Those are texts."),
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
            "how many they are",
        ),
        (
            "found = {n for n, t in documents if 'bus' in tokenize(t, lower=True)}\n"
            "names = found ^ {'the article'}",
            "All but the article",
        ),
        ("names = ['seeds/town_news/10_night_bus.txt']", "is none missing"),
    ],
    "count_all": [
        (
            COUNT_ALL + "    counted = Counter()\n    for name, text in documents:\n"
            "        counted.update(tokenize(text, lower=True))\n        return counted",
            "inside the loop",
        ),
        (
            COUNT_ALL + "    counted = Counter()\n    for name, text in documents:\n"
            "        counted.update(set(tokenize(text, lower=True)))\n    return counted",
            "document frequency",
        ),
        (
            COUNT_ALL + "    counted = Counter()\n    for name, text in documents:\n"
            "        counted.update(tokenize(text))\n    return counted",
            "two words now",
        ),
        (
            COUNT_ALL + "    counted = Counter()\n    for name, text in documents:\n"
            "        counted.update(text)\n    return counted",
            "counts letters",
        ),
        (
            COUNT_ALL + "    for name, text in documents:\n"
            "        counted.update(tokenize(text, lower=True))\n    return counted",
            "stops with",
        ),
        (COUNT_ALL + "    return Counter()", "It gives that whatever goes in."),
        (COUNT_ALL + "    counted = Counter()", "`None`"),
    ],
    "what_adds_up": [
        ("answer = 'b'", "two types each"),
        ("answer = 'c'", "in both halves"),
        ("answer = 'all'", "The options are"),
    ],
    "corpus_rate": [
        ("rate = counts['flood']", "That is the count. By how many"),
        ("rate = counts['flood'] / counts.total()", "That is the number for one."),
        ("rate = counts['flood'] / counts.total() * 100", "That is right for every 100: in percent."),
        (
            "lists = [tokenize(text, lower=True) for name, text in documents]\n"
            "rate = sum(t.count('flood') / len(t) for t in lists) / len(lists) * 1000",
            "mean of the documents",
        ),
        (
            "lists = [tokenize(text, lower=True) for name, text in documents]\n"
            "rate = sum(t.count('flood') / len(t) * 1000 for t in lists)",
            "Rates cannot be added",
        ),
        ("rate = counts['flood'] / len(counts) * 1000", "That is the rate by types."),
        ("rate = counts['flood'] / len(documents)", "That is the count by documents."),
        (
            "rate = counts['flood'] / sum(len(tokenize(t)) for n, t in documents[:12]) * 1000",
            "That is the rate without the article's tokens.",
        ),
        ("rate = '6'", "Your answer is text"),
        ("rate = counts.total()", "That is `counts.total()` alone."),
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
}
ALSO_RIGHT = {
    "holding": [
        HOLDING + "tokenize(text, lower=True).count('bus') > 0]",
        "names = {n for n, t in documents if 'bus' in set(tokenize(t, lower=True))}",
    ],
    "count_all": [
        COUNT_ALL + "    return sum((Counter(tokenize(t, lower=True)) for n, t in documents), Counter())",
        COUNT_ALL + "    tokens = []\n    for name, text in documents:\n"
        "        tokens = tokens + tokenize(text, lower=True)\n    return Counter(tokens)",
    ],
    "corpus_rate": [
        "rate = round(counts['flood'] / sum(counts.values()) * 1000, 2)",
        "t = corpus_frequency(documents, lower=True)\nrate = t[t['token'] == 'flood']['per_thousand']"
        ".iloc[0]",
    ],
    "most_documents": [MAYOR + "share = 8 / 13", MAYOR + "share = round(8 / len(documents), 3)"],
    "script": ["order = 'cabe'", "order = ['C', 'A', 'B', 'E']"],
}
