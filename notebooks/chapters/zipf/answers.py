"""Answers as students give them: wrong ones, each with a piece of its own question, and other right ones."""

TOP = "sum(table['count'].head(10))"
ONCE = "n_hapaxes = len(table[table['count'] == 1])\n"
TOTAL = "def running_total(counts):\n"

WRONG = {
    "shared_ranks": [
        ("answer = 'a'", "equally frequent"),
        ("answer = 'b'", "The tie is right"),
        ("answer = 'd'", "They share a place"),
        ("answer = [1, 2, 2, 4]", "The options are"),
    ],
    "tokens_and_types": [
        ("answer = 'a'", "`The` and `the`"),
        ("answer = 'c'", "spelled the same"),
        ("answer = 'd'", "period"),
    ],
    "top_ten": [
        (f"guess = 0.5\nshare = {TOP} / len(tokens) * 100", "in percent"),
        (f"guess = 0.5\nshare = {TOP}", "That is `sum(table['count'].head(10))` alone."),
        (
            "guess = 0.5\nshare = sum(table['per_thousand'].head(10))",
            "That is right for every 1,000.",
        ),
        ("guess = 0.5\nshare = 10 / len(table)", "ten out of all types"),
        ("guess = 0.5\nshare = 10 / len(tokens)", "This counts each of the ten once."),
        (
            f"guess = 0.5\nshare = {TOP} / len(table)",
            "That is what you get with `set(tokens)`.",
        ),
        (f"guess = 0.5\nshare = len(tokens) / {TOP}", "upside down"),
        (f"guess = 0.5\nshare = 1 - {TOP} / len(tokens)", "That is the share of all the others."),
        (
            "guess = 0.5\nshare = sum(table['count'][:9]) / len(tokens)",
            "That is what you get with 9 for 10.",
        ),
        (
            "guess = 0.5\nshare = sum(table['count'][:11]) / len(tokens)",
            "That is what you get with 11 for 10.",
        ),
        (
            "guess = 0.5\nshare = table['count'][0] / len(tokens)",
            "That is what you get with the largest in place of the su",
        ),
        ("guess = 0.5\nshare = table['count'].head(10)", "add up to"),
        ("guess = 0.5\nshare = '23%'", "Your answer is text"),
        ("guess = 0.5\nshare = guess + 0.4", "by what do you divide"),
    ],
    "hapaxes": [
        (
            "n_hapaxes = len(table[table['count'] == 0])\nhapax_share = n_hapaxes / len(table)",
            "0 would mean that there are none.",
        ),
        (
            "n_hapaxes = len(table['count'] == 1)\nhapax_share = n_hapaxes / len(table)",
            "That is what you get without the condition.",
        ),
        (
            "n_hapaxes = sum(table['count'])\nhapax_share = 1",
            "That is the number of tokens.",
        ),
        (
            "n_hapaxes = len(table[table['count'] > 1])\nhapax_share = n_hapaxes / len(table)",
            "That is what you get with `>`: more than.",
        ),
        (
            "n_hapaxes = len(table[table['count'] <= 2])\nhapax_share = n_hapaxes / len(table)",
            "once or twice",
        ),
        ("n_hapaxes = table[table['count'] == 1]\nhapax_share = 0.5", "Which single number"),
        ("n_hapaxes = list(table[table['count'] == 1]['token'])\nhapax_share = 0.5", "Which single number"),
        (ONCE + "hapax_share = n_hapaxes / len(table)\nn_hapaxes = hapax_share", "This is their share"),
        (
            ONCE + "hapax_share = n_hapaxes / len(tokens)",
            "That is the number of hapaxes divided by the number of t",
        ),
        (ONCE + "hapax_share = n_hapaxes / len(table) * 100", "in percent"),
        (ONCE + "hapax_share = 1 - n_hapaxes / len(table)", "That is the share of all the others."),
        (ONCE + "hapax_share = len(table) / n_hapaxes", "upside down"),
        (ONCE + "hapax_share = n_hapaxes", "That is `n_hapaxes` alone. What do you divide by?"),
        (ONCE + "hapax_share = round(n_hapaxes / len(table), 1)", "Rounded that far, it says little."),
        (ONCE + "hapax_share = 7.5", "The number is right"),
    ],
    "running_total": [
        (TOTAL + "    return counts", "as they were"),
        (TOTAL + "    return sum(counts)", "This is only the last total"),
        (TOTAL + "    return [sum(counts)] * len(counts)", "What is the sum so far"),
        (
            TOTAL + "    total, totals = 0, []\n    for count in counts:\n        total = total + count\n"
            "        totals.append(total)\n        return totals\n    return totals",
            "inside the loop",
        ),
        (TOTAL + "    totals = []\n    totals.append(total)\n    return totals", "Error"),
        (TOTAL + "    sum(counts)", "`None`"),
        ("running_total = [3, 5, 6]", "not a function"),
    ],
    "half": [
        ("k = len(covered[covered < 0.5])", "numbers the rows from 0"),
        ("k = covered[covered >= 0.5].index[0]", "numbers the rows from 0"),
        ("k = len(covered[covered < 0.5]) + 2", "the smallest number"),
        ("k = len(covered[covered <= 0.5]) + 2", "the smallest number"),
        ("k = len(table) // 2", "half of the types"),
        ("k = len(table) / 2", "half of the types"),
        ("k = len(tokens) / 2", "half of the tokens"),
        ("k = len(tokens) // 2", "half of the tokens"),
        ("k = len(covered[covered >= 0.5])", "at half or past it"),
        ("k = covered[len(covered[covered < 0.5])]", "This is a share"),
        ("k = 0.5", "0.5 is not a whole number, and counting gives whole ones"),
        ("k = len(covered)", "That is the number of types."),
        ("k = covered[covered < 0.5]", "Which single number"),
        ("k = list(covered[covered < 0.5])", "Which single number"),
        ("k = '46'", "Your answer is text"),
        ("k = -3", "which row comes next"),
    ],
    "slope": [
        ("answer = 'a'", "add, or multiply"),
        ("answer = 'b'", "same height"),
        ("answer = 'd'", "does the slope say it"),
        ("answer = -1", "The options are"),
    ],
    "shuffle": [
        ("answer = 'a'", "sorted by count"),
        ("answer = 'b'", "still where it was"),
        ("answer = 'd'", "Would a text with one word, a hundred times over"),
    ],
    "better_zipf": [
        ("better = 'a'", "A bag of shuffled words has the same line"),
        ("better = 'c'", "The options are"),
    ],
}
ALSO_RIGHT = {
    "shared_ranks": ["answer = 'C'"],
    "top_ten": [
        "guess = 'a third'\nshare = table['count'].head(10).sum() / table['count'].sum()",
        f"guess = 30\nshare = round({TOP} / len(tokens), 3)",
        "guess = 0.1\nshare = sum(table['per_thousand'][:10]) / 1000",
        "from collections import Counter\nguess = None\n"
        "share = sum(count for word, count in Counter(tokens).most_common(10)) / len(tokens)",
    ],
    "hapaxes": [
        "n_hapaxes = sum(table['count'] == 1)\nhapax_share = (table['count'] == 1).mean()",
        "n_hapaxes = sum(tokens.count(t) == 1 for t in set(tokens))\n"
        "hapax_share = round(n_hapaxes / len(set(tokens)), 3)",
    ],
    "running_total": [
        TOTAL + "    return [sum(counts[: n + 1]) for n in range(len(counts))]",
        "import itertools\n" + TOTAL + "    return tuple(itertools.accumulate(counts))",
        "import numpy\n" + TOTAL + "    return numpy.cumsum(counts)",
    ],
    "half": [
        "k = sum(covered < 0.5) + 1",
        "k = covered[covered >= 0.5].index[0] + 1",
        "k = 0\ntotal = 0\nfor count in table['count']:\n    if total < len(tokens) / 2:\n"
        "        total = total + count\n        k = k + 1",
    ],
}
