"""Answers to chapter 09: wrong ones, each with a piece of its own question, and other right ones."""

COUNT = "def count_by_speaker(table):\n"
KNOWN = "known = sum(quotes['speaker'].notna())\n"
QUOTES = "quote_share = len(by_top) / len(quotes)\n"
WORDS = "sum(by_top['words']) / sum(quotes['words'])"
SPEAKERS = "list(first_five['speaker'])"

WRONG = {
    "9.1": [
        ("answer = 'a'", "which is recall"),
        ("answer = 'c'", "two lengths"),
        ("answer = 'd'", "adds up both lists"),
        ("answer = 0.75", "The options are"),
    ],
    "9.2": [
        ("answer = 'a'", "for every row"),
        ("answer = 'b'", "a column with the name full"),
        ("answer = 'full'", "The options are"),
    ],
    "9.3": [
        ("name = ''", "is empty"),
        ("name = list(with_pronoun['mention'])[0]", "pronoun itself"),
        ("name = list(with_pronoun['rule'])[0]", "how the tool decides"),
        ("name = list(with_pronoun['cue'])[0]", "how the tool decides"),
        ("name = 'Xyzzy Plugh'", "does not stand in the article"),
        ("name = list(with_pronoun['text'])[0][:20]", "within the quote"),
        ("name = article.text[:10]", "names somebody else"),
        ("name = 'Mr. ' + list(with_pronoun['speaker'])[0].split()[-1]", "with no title"),
        ("name = list(with_pronoun['speaker'])[0].split()[0]", "part of the name"),
        ("name = 7", "A name is a text"),
        ("name = with_pronoun['speaker']", "A name is a text"),
    ],
    "9.4": [
        ("n_guesses = len([rule for rule in rules if not rule.startswith('guess')])", "do not rest"),
        ("n_guesses = len(rules)", "all quotes"),
        ("n_guesses = len({rule for rule in rules if rule.startswith('guess')})", "kinds of guess"),
        ("n_guesses = rules.count('guess')", "does it begin with guess"),
        ("n_guesses = sum(r.startswith('guess') for r in rules) / len(rules)", "share"),
        ("n_guesses = [rule for rule in rules if rule.startswith('guess')] + ['guess']", "single number"),
        ("n_guesses = '3'", "Your answer is text"),
        ("n_guesses = -1", "begin with guess"),
    ],
    "9.5": [
        (COUNT + "    return table['speaker'].value_counts(dropna=False)", "Under which name"),
        (COUNT + "    return table['speaker'].fillna('?').value_counts()", "Under which name"),
        (COUNT + "    return table.groupby('speaker', dropna=False).size()", "Under which name"),
        (COUNT + "    return table['speaker'].fillna('unknown')", "no counts by name"),
        (COUNT + "    return len(table)", "no counts by name"),
        (COUNT + "    return table['speaker'].fillna('unknown').drop_duplicates().value_counts()", "add up"),
        (
            COUNT + "    return table['speaker'].fillna('unknown').drop([4], errors='ignore').value_counts()",
            "Where is the other",
        ),
        (COUNT + "    return table['name'].value_counts()", "KeyError"),
        (COUNT + "    table['speaker'].value_counts()", "`None`"),
        ("count_by_speaker = 4", "not a function"),
    ],
    "9.6": [
        (
            "known = sum(quotes['speaker'].isna())\nunknown = sum(quotes['speaker'].notna())",
            "wrong way round",
        ),
        ("known = len(set(quotes['speaker'].dropna()))\nunknown = 0", "different speakers"),
        ("known = len(speaker_table(article.text))\nunknown = 0", "peakers"),
        ("known = len(quote_table(article.text, all_kinds=True))\nunknown = 0", "headings"),
        ("known = sum(quotes['mention'].notna())\nunknown = 0", "have a mention"),
        ("known = quotes['speaker'].notna().mean() / 2\nunknown = 0", "something in the column"),
        ("known = sum(quotes['words'])\nunknown = 0", "Those are words"),
        (KNOWN + "unknown = len(quotes) - sum(quotes['mention'].notna())", "no mention"),
        (KNOWN + "unknown = len(quotes)", "How many quotes have no speaker"),
        (KNOWN + "unknown = known", "How many quotes have no speaker"),
        (KNOWN + "unknown = -1", "has to be added"),
        ("known = quotes['speaker'].notna()\nunknown = quotes['speaker'].isna()", "Which single number"),
        ("known = '21'\nunknown = '0'", "Your answer is text"),
        ("known = -5\nunknown = 0", "something in the column"),
    ],
    "9.7": [
        (f"quote_share = {WORDS}\nword_share = len(by_top) / len(quotes)", "wrong way round"),
        (f"quote_share = 100 * len(by_top) / len(quotes)\nword_share = {WORDS}", "in percent"),
        (f"quote_share = len(by_top)\nword_share = {WORDS}", "So many quotes"),
        (f"quote_share = 1 - len(by_top) / len(quotes)\nword_share = {WORDS}", "all the others"),
        (f"quote_share = len(quotes) / len(by_top)\nword_share = {WORDS}", "upside down"),
        (
            "quote_share = len(by_top) / len(quote_table(article.text, all_kinds=True))\nword_share = 1",
            "divided by headings",
        ),
        (f"quote_share = by_top\nword_share = {WORDS}", "Which single number"),
        (f"quote_share = -1\nword_share = {WORDS}", "How many rows"),
        (QUOTES + f"word_share = 100 * {WORDS}", "in percent"),
        (QUOTES + "word_share = sum(by_top['words'])", "So many words"),
        (QUOTES + f"word_share = 1 - {WORDS}", "all the others"),
        (QUOTES + "word_share = sum(quotes['words']) / sum(by_top['words'])", "upside down"),
        (QUOTES + "word_share = quote_share", "once more"),
        (QUOTES + "word_share = sum(by_top['words']) / len(quotes)", "divided words by quotes"),
        (QUOTES + "word_share = sum(by_top['words']) / len(by_top)", "average length"),
        (
            QUOTES + "word_share = len(''.join(by_top['text'])) / len(''.join(quotes['text']))",
            "a share of characters",
        ),
        (QUOTES + "word_share = -1", "The share of quotes is right"),
    ],
    "9.8": [
        ("my_speakers = 'Mark Rutte'", "Where are its brackets"),
        ("my_speakers = None", "Where are its brackets"),
        ("my_speakers = ['he'] * len(first_five)", "stands for somebody"),
        ("my_speakers = ['None'] * len(first_five)", "without quotation marks"),
        ("my_speakers = ['unknown'] * len(first_five)", "without quotation marks"),
        ("my_speakers = [1] * len(first_five)", "is no name"),
        ("my_speakers = ['Xyzzy Plugh'] * len(first_five)", "does not stand in the article"),
        (f"my_speakers = {SPEAKERS} + [None]", "Which did you leave out, or add"),
        (f"my_speakers = {SPEAKERS}[1:]", "Which did you leave out"),
    ],
    "9.9": [
        ("doubts = 3", "Where are its brackets"),
        ("doubts = '3'", "Where are its brackets"),
        ("doubts = ['3']", "is text"),
        ("doubts = [0]", "they go from 1"),
        ("doubts = [len(quotes) + 1]", "they go from 1"),
        ("doubts = [1, 1]", "there twice"),
        ("doubts = [True]", "they go from 1"),
        ("doubts = [[1]]", "they go from 1"),
    ],
}
ALSO_RIGHT = {
    "9.1": ["answer = 'B'"],
    "9.3": [
        "name = list(with_pronoun['speaker'])[0].split()[-1] if len(with_pronoun) else 'nobody'",
        "name = 'President ' + list(with_pronoun['speaker'])[0] if len(with_pronoun) else 'nobody'",
        "name = list(with_pronoun['speaker'])[0].upper() if len(with_pronoun) else 'nobody'",
    ],
    "9.4": [
        "n_guesses = sum(rule.startswith('guess') for rule in rules)",
        "n_guesses = quotes['rule'].fillna('').str.startswith('guess').sum()",
    ],
    "9.5": [
        COUNT + "    return Counter(table['speaker'].fillna('unknown'))",
        COUNT + "    return table.fillna({'speaker': 'unknown'}).groupby('speaker').size()",
        COUNT + "    return dict(table['speaker'].fillna('unknown').value_counts())",
    ],
    "9.6": [
        "known = quotes['speaker'].count()\nunknown = len(quotes) - known",
        KNOWN + "unknown = quotes['speaker'].isna().sum()",
    ],
    "9.7": [
        "shares = speakers[['share_of_quotes', 'share_of_words']].to_numpy().tolist()\n"
        "quote_share, word_share = [round(share, 3) for share in (shares or [[0, 0]])[0]]",
    ],
    "9.8": [
        f"my_speakers = tuple({SPEAKERS})",
        "my_speakers = first_five['speaker']",
        "my_speakers = [None] * len(first_five)",
        "my_speakers = article.text.split()[:1] * len(first_five)",
    ],
    "9.9": ["doubts = []", "doubts = (1,)", "doubts = quotes['quote']"],
}
