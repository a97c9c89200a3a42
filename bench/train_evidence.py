"""Learn what each piece of evidence weighs, and write textkit/words/evidence.csv.

    python bench/train_evidence.py --scorer FOLDER --gold train.jsonl [--check dev.jsonl] [--write]

FOLDER has score.py and marks.py, which judge an answer; they and the annotated articles are no part
of the project. The names and the examples come from evidence.csv; only the weights are learned.
A candidate is right if its speaker is. The weights make the right candidates as probable as they
can (logistic regression within each quote, with a penalty on large weights, by Newton's method):
first with the right speaker of each quote before, then with what the model itself answered. There
is no chance in it: the same articles give the same weights.

It prints the scores when each half is measured with what was learned on the other, and with
--cost what each piece of evidence is worth: the log-likelihood lost, in a thousand quotes, without it.
"""

import argparse
import csv
import json
import sys
from pathlib import Path
from typing import Any

import numpy as np

from textkit.quotes import SPEECH, Quote, find_quotes
from textkit.speakers.decision import Decision
from textkit.weights import read_evidence

TABLE = Path(__file__).parents[1] / "textkit" / "words" / "evidence.csv"
PENALTY = 1.0  # on squared weights: large ones need many quotes that ask for them
ROUNDS = 3  # the first with the right answers before, the others with the model's own
STEPS = 15
SAMPLES, SEED, INTERVAL = 1_000, 0, (0.025, 0.975)
MEASURES = ("end to end", "right name", "pronouns", "nouns", "not speech left alone")
SAME_SPAN = 0.8  # the overlap from which a quote is the annotated one

Weights = dict[str, float]
Group = list[tuple[list[str], bool]]  # the candidates of a quote: evidence, and whether right


class Lesson(Decision):
    """A text whose right speakers are known."""

    def __init__(self, article: dict[str, Any], weights: Weights, scorer: Any, *, told: bool) -> None:
        self.article, self.scorer, self.told = article, scorer, told
        self.groups: list[Group] = []
        super().__init__(article["text"], find_quotes(article["text"]), weights)

    def _decide(self, number: int) -> None:
        candidates = self.candidates[number]
        best = self._choose(number, candidates)
        gold = self._annotation(self.quotes[number])
        right = [bool(gold) and self._is_right(self.answer(number, c), gold) for c in candidates]
        if any(right):
            evidence = [candidate.evidence for candidate in candidates]
            self.groups.append(list(zip(evidence, right, strict=True)))
            if self.told:
                known = (c for c, is_right in zip(candidates, right, strict=True) if is_right)
                best = max(known, key=lambda candidate: candidate.score)
        self._settle(number, best)

    def _annotation(self, quote: Quote) -> dict[str, Any] | None:
        """Return the annotated stretch that a quote is."""
        inner = self.scorer.marks.inner(self.article["text"], quote.start, quote.end)
        stretches = [x for kind in ("quotes", "other", "ignore") for x in self.article[kind]]
        overlaps = [(self.scorer.iou(*inner, *x["inner"]), n) for n, x in enumerate(stretches)]
        overlap, number = max(overlaps, default=(0.0, 0), key=lambda pair: (pair[0], -pair[1]))
        return stretches[number] if overlap >= SAME_SPAN else None

    def _is_right(self, answer: Quote, gold: dict[str, Any]) -> bool:
        """Tell whether an answer is right: nobody, where the words are nobody's speech."""
        if gold in self.article["other"]:
            return answer.mention is None and answer.speaker is None
        if gold in self.article["ignore"] or gold["speaker"] is None or gold["nested"]:
            return False
        if answer.mention is None and answer.speaker is None:
            return False
        span = answer.mention
        mention = {"start": span.start, "end": span.end, "text": span.text} if span else None
        return self.scorer.speaker_ok(mention, answer.speaker, gold["speaker"], gold) is True


def learn(articles: list[dict[str, Any]], scorer: Any, names: list[str]) -> tuple[Weights, Weights]:
    """Return the weight of each piece of evidence, and its worth."""
    weights: Weights = dict.fromkeys(names, 0.0)
    worth: Weights = {}
    for turn in range(ROUNDS):
        lessons = (Lesson(article, weights, scorer, told=turn == 0) for article in articles)
        weights, worth = fit([group for lesson in lessons for group in lesson.groups], weights)
    return weights, worth


def fit(groups: list[Group], start: Weights) -> tuple[Weights, Weights]:
    """Return the weights under which the right candidates are the most probable."""
    column = {name: number for number, name in enumerate(start)}
    rows = [(number, facts, right) for number, group in enumerate(groups) for facts, right in group]
    of_group = np.array([number for number, _, _ in rows])
    right = np.array([is_right for _, _, is_right in rows])
    table = np.zeros((len(rows), len(column)))
    for row, (_, facts, _) in enumerate(rows):
        for fact in facts:
            if fact in column:
                table[row, column[fact]] += 1
    weights = np.array(list(start.values()))
    hessian = np.eye(len(weights))

    def shares(weights: np.ndarray) -> tuple[np.ndarray, np.ndarray, float]:
        """Return each row's share of its group, of its group's right rows, and the likelihood."""
        score = table @ weights
        top = np.full(len(groups), -np.inf)
        np.maximum.at(top, of_group, score)
        odds = np.exp(score - top[of_group])
        whole = np.bincount(of_group, odds, len(groups))
        good = np.maximum(np.bincount(of_group, odds * right, len(groups)), 1e-300)
        likelihood = float(np.log(good / whole).sum() - PENALTY / 2 * weights @ weights)
        return odds / whole[of_group], right * odds / good[of_group], likelihood

    for _ in range(STEPS):
        share, good_share, likelihood = shares(weights)
        gradient = table.T @ (good_share - share) - PENALTY * weights
        mean = np.zeros((len(groups), len(weights)))
        np.add.at(mean, of_group, table * share[:, None])
        hessian = (table * share[:, None]).T @ table - mean.T @ mean + PENALTY * np.eye(len(weights))
        step = np.linalg.solve(hessian, gradient)
        while shares(weights + step)[2] < likelihood and np.abs(step).max() > 1e-6:
            step = step / 2
        weights = weights + step
    worth = weights**2 / np.diag(np.linalg.inv(hessian)) / 2 / len(groups) * 1000
    return dict(zip(start, weights, strict=True)), dict(zip(start, worth, strict=True))


def answers(articles: list[dict[str, Any]], weights: Weights) -> dict[str, list[dict[str, Any]]]:
    """Return what the scorer reads: the quotes of every article."""
    found = {}
    for article in articles:
        decided = Decision(article["text"], find_quotes(article["text"]), weights).answers
        found[article["id"]] = [
            {"start": q.start, "end": q.end, "entity": q.speaker, "p": q.confidence,
             "speaker": q.mention and dict(zip(("start", "end", "text"), q.mention, strict=True))}
            for q in decided if q.kind in SPEECH
        ]  # fmt: skip
    return found


def counts(article: dict[str, Any], found: dict[str, Any], scorer: Any, words: int) -> list[list[float]]:
    """Return, for each of MEASURES, two numbers of an article: what is right, of how many."""
    scores = scorer.score([article], found, words)
    rows = [[2 * x["tp"], 2 * x["tp"] + x["fp"] + x["fn"]] for x in (scores["end to end"], scores["who"])]
    pronouns, nouns, kinds = scores["resolved"], scores["speaker"]["nominal"], scores["discrimination"]
    rows.append([pronouns["pronoun"] * pronouns["n"], pronouns["n"]])
    rows.append([nouns["accuracy"] * nouns["n"], nouns["n"]])
    rows.append([kinds["not_reported"] - kinds["wrongly_given"], kinds["not_reported"]])
    return rows


def show(name: str, articles: list[dict[str, Any]], found: dict[str, Any], scorer: Any) -> None:
    """Print the measures, each with the interval that nineteen in twenty samples of the articles give."""
    chance = np.random.default_rng(SEED)
    samples = chance.integers(len(articles), size=(SAMPLES, len(articles)))
    for words in (4, 1):
        table = np.array([counts(article, found, scorer, words) for article in articles])
        right, whole = np.moveaxis(table, 2, 0)
        values = right.sum(axis=0) / whole.sum(axis=0)
        sampled = right[samples].sum(axis=1) / whole[samples].sum(axis=1)
        low, high = np.quantile(sampled, INTERVAL, axis=0)
        error = scorer.score(articles, found, words)["calibration"]["ece"]
        print(f"{name}, {words}+ words: calibration error {error:.4f}")
        for measure, value, least, most in zip(MEASURES, values, low, high, strict=True):
            print(f"  {measure:24} {value:.4f} [{least:.3f}, {most:.3f}]")


def read(path: str) -> list[dict[str, Any]]:
    return [json.loads(line) for line in Path(path).read_text(encoding="utf-8").splitlines()]


def write(weights: Weights, count: int) -> None:
    """Write the weights to the table, with the examples that it has."""
    rows = read_evidence()
    with TABLE.open("w", encoding="utf-8", newline="") as file:
        file.write(
            f"# What each piece of evidence weighs, learned from {count} annotated US news articles\n"
            "# (PolNeAR, none of whose text is here) by bench/train_evidence.py. The examples are made up.\n"
        )
        table = csv.writer(file, lineterminator="\n")
        table.writerow(["name", "weight", "meaning", "example"])
        table.writerows(
            [row["name"], f"{weights[row['name']]:.2f}", row["meaning"], row["example"]] for row in rows
        )


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("--scorer", required=True, help="the folder of score.py and marks.py")
    parser.add_argument("--gold", required=True, help="annotated articles to learn from")
    parser.add_argument("--check", help="annotated articles to measure only")
    parser.add_argument("--write", action="store_true", help="write the weights to evidence.csv")
    parser.add_argument("--cost", action="store_true", help="print what each piece of evidence is worth")
    options = parser.parse_args()
    sys.path.insert(0, options.scorer)
    import score as scorer

    articles, names = read(options.gold), [row["name"] for row in read_evidence()]
    halves = articles[0::2], articles[1::2]
    crossed: dict[str, Any] = {}
    for learned, measured in (halves, halves[::-1]):
        crossed |= answers(measured, learn(learned, scorer, names)[0])
    show("each half with the other's weights", articles, crossed, scorer)
    weights, worth = learn(articles, scorer, names)
    if options.check:
        check = read(options.check)
        show("check", check, answers(check, weights), scorer)
    if options.cost:
        for name in sorted(worth, key=lambda name: worth[name]):
            print(f"{worth[name]:8.3f}  {weights[name]:6.2f}  {name}")
    if options.write:
        write(weights, len(articles))


if __name__ == "__main__":
    main()
