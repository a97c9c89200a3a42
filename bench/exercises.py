"""How many texts have something for each exercise: live, trivial, doubtful or not here, by the preflight.

    python bench/exercises.py TEXTS.jsonl      a text a line, in its field "text"
    python bench/exercises.py FOLDER           its .txt files

The texts stay where they are; nothing of them is printed.
"""

import json
import sys
from collections import Counter
from pathlib import Path

import pandas as pd

from textkit import Article, load_article
from textkit.course import preflight, preflight_exercises
from textkit.course.genre import text_kind
from textkit.course.suitability import DOUBTFUL, LIVE, NOT_HERE, TRIVIAL


def articles(source: Path) -> list[Article]:
    """Read the texts; a line of JSON has paragraphs between blank lines."""
    if source.is_dir():
        return [load_article(file) for file in sorted(source.glob("*.txt"))]
    texts = [json.loads(line)["text"] for line in source.read_text(encoding="utf-8").splitlines()]
    return [
        Article(text, tuple(p for p in text.split("\n") if p.strip()), (), f"text {number}")
        for number, text in enumerate(texts, 1)
    ]


def main(source: str) -> None:
    """Print a table of the exercises that are not live on every text, and how many chapters suit."""
    read = articles(Path(source))
    kinds = Counter(str(text_kind(article)) for article in read)
    tables = [preflight_exercises(article) for article in read]
    counts = pd.concat(tables).groupby(["exercise", "name"], sort=False)["state"].value_counts().unstack()
    counts = counts.reindex(columns=[LIVE, TRIVIAL, DOUBTFUL, NOT_HERE]).fillna(0).astype(int)
    print(counts[counts[LIVE] < len(read)].to_string())
    total = counts.sum()
    print("\nof all:", ", ".join(f"{state} {number / total.sum():.1%}" for state, number in total.items()))
    suits = pd.concat([preflight(article) for article in read]).groupby("chapter")["suits"].mean()
    print("suits:", ", ".join(f"{chapter} {share:.0%}" for chapter, share in suits.items()))
    print("kinds:", ", ".join(f"{kind} {number}" for kind, number in kinds.most_common()))


if __name__ == "__main__":
    main(*sys.argv[1:])
