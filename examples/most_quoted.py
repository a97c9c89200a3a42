"""Who is quoted most in a folder, and their longest quote.

python examples/most_quoted.py FOLDER
"""

import sys

from textkit import corpus_quotes, corpus_speakers

folder = sys.argv[1]
quotes = corpus_quotes(folder)
for row in corpus_speakers(folder).head(10).itertuples():
    print(f"{row.speaker}: {row.quotes} quotes, {row.words} words, in {row.documents} texts")
    said = quotes[quotes["speaker"] == row.speaker]
    if len(said):
        longest = said.loc[said["words"].idxmax()]
        print(f"    “{longest['text']}” ({longest['document']})")
