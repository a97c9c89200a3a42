"""What each piece of evidence means and weighs: words/evidence.csv."""

import csv
from importlib.resources import files


def read_evidence() -> list[dict[str, str]]:
    """Return the rows of the table: name, weight, meaning and example.

    >>> [row["meaning"] for row in read_evidence() if row["name"] == "right after said"]
    ['It stands right after a verb of saying that follows the quote.']
    """
    lines = files("textkit").joinpath("words", "evidence.csv").read_text(encoding="utf-8").splitlines()
    return list(csv.DictReader(line for line in lines if not line.startswith("#")))


WEIGHTS = {row["name"]: float(row["weight"]) for row in read_evidence()}
"""The weight of every piece of evidence; a fact without a weight does not count."""

MEANINGS = {row["name"]: row["meaning"] for row in read_evidence()}
"""What every piece of evidence says of a candidate, in a sentence."""
