"""Words of the week: what this week's texts speak of more than last week's.

python examples/words_of_the_week.py THIS_WEEK LAST_WEEK      two folders, or globs in quotes
"""

import sys

from textkit import STOPWORDS, corpus_frequency, corpus_keyness

this_week, last_week = sys.argv[1:]
table = corpus_keyness(corpus_frequency(this_week, lower=True), corpus_frequency(last_week, lower=True))

rising = table[(table["log_ratio"] > 0) & (table["target_count"] >= 3) & ~table["token"].isin(STOPWORDS)]
for row in rising.head(15).itertuples():
    print(f"{row.token:<20} {row.target_count:>4} times, last week {row.reference_count}")
