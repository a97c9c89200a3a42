"""Answers as students give them: wrong ones, each with a piece of its own question, and other right ones."""

COUNT = "def count_by_speaker(table):\n"
KNOWN = "known = sum(quotes['speaker'].notna())\n"
QUOTES = "quote_share = len(by_top) / len(quotes)\n"
WORDS = "sum(by_top['words']) / sum(quotes['words'])"
SPEAKERS = "list(five['speaker'])"
EVIDENCE = "explain_quote(debate.text, doubtful)['evidence']"

WRONG = {
    "precision_or_recall": [
        ("answer = 'a'", "which is recall"),
        ("answer = 'c'", "two lengths"),
        ("answer = 'd'", "adds up both lists"),
        ("answer = 0.75", "The options are"),
    ],
    "take_away": [
        (f"taken = [list({EVIDENCE})[0]]", "still says"),
        (f"taken = list({EVIDENCE})[0]", "still says"),
        ("taken = ['the name beside it']", "not in the column"),
        ("taken = ['nobody', 'quote before']", "another column"),
        ("taken = [1]", "is not a name"),
        ("taken = []", "Nothing is taken away"),
        ("taken = 7", "Where are its brackets"),
        (f"taken = [[list({EVIDENCE})[0]]]", "list within a list"),
    ],
    "pronoun": [
        ("name = ''", "is empty"),
        ("name = list(drawn['mention'])[0]", "pronoun itself"),
        ("name = list(drawn['rule'])[0]", "how the tool decides"),
        ("name = list(drawn['cue'])[0]", "how the tool decides"),
        ("name = 'Xyzzy Plugh'", "is not in the article"),
        ("name = list(drawn['text'])[0][:20]", "within the quote"),
        ("name = article.text[:10]", "has another name"),
        ("name = list(drawn['speaker'])[0] + ' said'", "something after it"),
        ("name = list(drawn['speaker'])[0] + '’s'", "something after it"),
        ("name = 'Xyzzy ' + list(drawn['speaker'])[0].split()[-1]", "spelled as in the article"),
        ("name = print('somebody')", "A name is a text"),
        ("name = 'Mr. ' + list(drawn['speaker'])[0].split()[-1]", "with no title"),
        ("name = list(drawn['speaker'])[0].split()[0]", "part of the name"),
        ("name = 7", "A name is a text"),
        ("name = drawn['speaker']", "A name is a text"),
    ],
    "unsure": [
        ("n_unsure = len([value for value in confidence if value >= 0.9])", "the sure ones"),
        ("n_unsure = len(confidence)", "all quotes"),
        ("n_unsure = sum(value < 0.9 for value in confidence) / len(confidence)", "share"),
        ("n_unsure = [value for value in confidence if value < 0.9] + [0.1]", "single number"),
        ("n_unsure = '3'", "Your answer is text"),
        ("n_unsure = len([value for value in confidence if 0.9])", "all quotes"),
        ("from collections import Counter\nn_unsure = Counter(confidence)", "single number"),
        ("n_unsure = -1", "below 0.9"),
    ],
    "count_by_speaker": [
        (COUNT + "    return table['speaker'].value_counts(dropna=False)", "Under which name"),
        (COUNT + "    return table['speaker'].fillna('?').value_counts()", "Under which name"),
        (COUNT + "    return table.groupby('speaker', dropna=False).size()", "Under which name"),
        (COUNT + "    return table['speaker'].fillna('unknown')", "Those are the names, one by one."),
        (COUNT + "    return len(table)", "That is the number of quotes."),
        (COUNT + "    return table.fillna('unknown')", "Your answer is a table."),
        (
            COUNT + "    return table['speaker'].fillna('unknown').value_counts",
            "Your answer is a function that has not been",
        ),
        (COUNT + "    return note_table['speaker'].fillna('unknown').value_counts()", "whatever goes in"),
        (COUNT + "    return table['speaker'].fillna(unknwon).value_counts()", "NameError"),
        (
            COUNT + "    return table['speaker'].fillna('unknown').drop_duplicates().value_counts()",
            "Each name is counted once.",
        ),
        (
            COUNT + "    return table['speaker'].fillna('unknown').drop([4], errors='ignore').value_counts()",
            "How many quotes has each speaker there, and",
        ),
        (COUNT + "    return table['name'].value_counts()", "KeyError"),
        (COUNT + "    table['speaker'].value_counts()", "`None`"),
        ("count_by_speaker = 4", "not a function"),
    ],
    "quotes_or_words": [
        (f"quote_share = {WORDS}\nword_share = len(by_top) / len(quotes)", "wrong way round"),
        (f"quote_share = 100 * len(by_top) / len(quotes)\nword_share = {WORDS}", "in percent"),
        (f"quote_share = len(by_top)\nword_share = {WORDS}", "That is `len(by_top)` alone."),
        (f"quote_share = 1 - len(by_top) / len(quotes)\nword_share = {WORDS}", "all the others"),
        (f"quote_share = len(quotes) / len(by_top)\nword_share = {WORDS}", "upside down"),
        (
            "quote_share = len(by_top) / len(quote_table(article.text, all_kinds=True))\nword_share = 1",
            "That is their number divided by that of all",
        ),
        (f"quote_share = by_top\nword_share = {WORDS}", "Which single number"),
        (f"quote_share = -1\nword_share = {WORDS}", "How many rows"),
        (QUOTES + f"word_share = 100 * {WORDS}", "in percent"),
        (QUOTES + "word_share = sum(by_top['words'])", "That is `sum(by_top['words'])` alone."),
        (QUOTES + f"word_share = 1 - {WORDS}", "all the others"),
        (QUOTES + "word_share = sum(quotes['words']) / sum(by_top['words'])", "upside down"),
        (QUOTES + "word_share = quote_share", "once more"),
        (
            QUOTES + "word_share = sum(by_top['words']) / len(quotes)",
            "That is what you get with how many there are",
        ),
        (
            QUOTES + "word_share = sum(by_top['words']) / len(by_top)",
            "That is the sum of words in `by_top` divided",
        ),
        (
            QUOTES + "word_share = len(''.join(by_top['text'])) / len(''.join(quotes['text']))",
            "a share of characters",
        ),
        (QUOTES + "word_share = -1", "It is below 0."),
        (
            f"quote_share = len(by_top) / len(speakers)\nword_share = {WORDS}",
            "That is their number divided by that of the",
        ),
        (
            f"quote_share = len(quotes) - len(by_top)\nword_share = {WORDS}",
            "That is the number of quotes of all the",
        ),
        (QUOTES + "word_share = sum(by_top['words']) / len(article.text.split())", "the whole article"),
        (
            QUOTES + "word_share = sum(by_top['words']) / "
            "sum(quote_table(article.text, all_kinds=True)['words'])",
            "That is what you get with `found`.",
        ),
    ],
    "own_speakers": [
        ("my_speakers = 'Mark Rutte'", "Where are its brackets"),
        ("my_speakers = None", "Where are its brackets"),
        ("my_speakers = ['he'] * len(five)", "stands for somebody"),
        ("my_speakers = ['None'] * len(five)", "without quotation marks"),
        ("my_speakers = ['unknown'] * len(five)", "without quotation marks"),
        ("my_speakers = [1] * len(five)", "is not a name"),
        ("my_speakers = ['Xyzzy Plugh'] * len(five)", "is not in the text"),
        (f"my_speakers = {SPEAKERS} + [None]", "What have you added"),
        (f"my_speakers = [{SPEAKERS}]", "That is a list within a list."),
        ("my_speakers = ['said'] * len(five)", "But does it say one of these quotes"),
        ("my_speakers = ['?'] * len(five)", "without quotation marks"),
        (f"my_speakers = {SPEAKERS}[1:]", "What have you left out"),
    ],
    "tool_errors": [
        ("doubts = 3", "Where are its brackets"),
        ("doubts = '3'", "Where are its brackets"),
        ("doubts = ['3']", "is text"),
        ("doubts = [0]", "they go from 1"),
        ("doubts = [len(quotes) + 1]", "they go from 1"),
        ("doubts = [1, 1]", "appears twice"),
        ("doubts = [True]", "they go from 1"),
        ("doubts = [[1]]", "That is a list within a list."),
        ("doubts = quotes[quotes['speaker'].isna()]", "That is a table"),
        ("doubts = 'none'", "Where are its brackets"),
        ("doubts = ['as before']", "is text"),
    ],
    "better_doubt": [("better = 'a'", "Why is it obvious? Which words"), ("better = 'c'", "The options are")],
}
ALSO_RIGHT = {
    "take_away": [
        "weighed = explain_quote(debate.text, doubtful)\n"
        "taken = [list(weighed[weighed['place'] == 'sentence before']['evidence'])[0]]",
    ],
    "precision_or_recall": ["answer = 'B'"],
    "pronoun": [
        "name = list(drawn['speaker'])[0].split()[-1] if len(drawn) else 'nobody'",
        "name = 'President ' + list(drawn['speaker'])[0] if len(drawn) else 'nobody'",
        "name = list(drawn['speaker'])[0].upper() if len(drawn) else 'nobody'",
        "name = repr(list(drawn['speaker'])[0]) + '.' if len(drawn) else 'nobody'",
    ],
    "unsure": [
        "n_unsure = sum(value < 0.9 for value in confidence)",
        "n_unsure = (quotes['confidence'] < 0.9).sum()",
    ],
    "count_by_speaker": [
        "from collections import Counter\n"
        + COUNT
        + "    return Counter(table['speaker'].fillna('unknown'))",
        COUNT + "    return table.fillna({'speaker': 'unknown'}).groupby('speaker').size()",
        COUNT + "    return dict(table['speaker'].fillna('unknown').value_counts())",
        COUNT + "    return [(name, len(rows)) for name, rows in table.fillna('unknown').groupby('speaker')]",
    ],
    "quotes_or_words": [
        "shares = speakers[['share_of_quotes', 'share_of_words']].to_numpy().tolist()\n"
        "quote_share, word_share = [round(share, 3) for share in (shares or [[0, 0]])[0]]",
    ],
    "own_speakers": [
        f"my_speakers = tuple({SPEAKERS})",
        "my_speakers = five['speaker']",
        "my_speakers = [None] * len(five)",
        "my_speakers = five[['speaker']]",
    ],
    "tool_errors": ["doubts = []", "doubts = (1,)", "doubts = quotes['quote']"],
}
