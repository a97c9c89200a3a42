"""The prose says more than its cells show: each such claim, with what proves it.

What a cell prints beside the claim is not here. A claim about any text is asked of every article.
"""

import random
import re

import pytest
from course import ARTICLES, ROOT, SOURCES

from textkit import (
    STOPWORDS,
    collocations,
    dispersion,
    frequency_table,
    kappa,
    keyness,
    load_article,
    ngrams,
    quote_table,
    read_corpus,
    sentence_table,
    speaker_table,
    tokenize,
    zipf_slope,
)

ARTICLE = load_article(ARTICLES["nato"])
TOKENS = tokenize(ARTICLE.text, lower=True)
ENGLISH = [name for name in ARTICLES if name != "other_script"]
TOWN = list(read_corpus(ROOT / "seeds" / "town_news"))


def prose(chapter):
    """The text of a chapter, one space between the words."""
    source = SOURCES / chapter / "chapter.py"
    return " ".join(re.sub(r"^#", "", source.read_text(encoding="utf-8"), flags=re.M).split())


def claim(chapter, words):
    """Make sure that the chapter still says so: a claim that is gone needs no proof."""
    assert words in prose(chapter), (chapter, words)


def test_a_heading_counts_as_a_sentence():
    claim("meet_the_article", "A heading counts as a sentence here.")
    assert set(ARTICLE.headings) <= set(sentence_table(ARTICLE.text)["text"])


@pytest.mark.parametrize("name", ARTICLES)
def test_with_punctuation_only_white_space_is_missing(name):
    claim("tokens", "nothing but the white space (spaces and line ends) should be missing from the tokens")
    claim("tokens", "`tokenize` makes it straight inside a word")
    text = load_article(ARTICLES[name]).text
    before, after = (
        re.sub("[’‘]", "'", "".join(pieces)) for pieces in (text.split(), tokenize(text, punctuation=True))
    )
    assert before == after


@pytest.mark.parametrize("name", ENGLISH)
def test_the_is_on_top_or_close_to_it(name):
    claim("frequency", "In almost any English text *the* is on top or close to it.")
    table = frequency_table(tokenize(load_article(ARTICLES[name]).text, lower=True))
    (rank,) = table[table["token"] == "the"]["rank"]
    assert rank <= 3


def test_most_of_the_vocabulary_is_below_rank_20():
    claim("frequency", "everything below rank 20, in most texts the far larger part of the vocabulary")
    assert len(set(TOKENS)) > 10 * 20


def test_a_few_types_take_much_and_many_come_up_once():
    claim("zipf", "In most texts a few types take a large share, and a great many come up once.")
    counts = frequency_table(TOKENS)["count"]
    assert sum(counts.head(10)) > len(TOKENS) / 5
    assert sum(counts == 1) > len(counts) / 2


def test_the_slope_changes_with_the_length_of_the_text():
    claim("zipf", "the slope usually changes with the length of the text")
    assert abs(zipf_slope(TOKENS) - zipf_slope(TOKENS[: len(TOKENS) // 2])) > 0.05


def test_what_chapter_05_says_of_the_list_of_stopwords():
    claim("stopwords_and_clouds", "It stands in the file `textkit/words/stopwords.txt`")
    assert (ROOT / "textkit" / "words" / "stopwords.txt").is_file()
    claim("stopwords_and_clouds", "The word *not* is on the list.")
    assert "not" in STOPWORDS
    claim(
        "stopwords_and_clouds", "In a news article *said* is on every page"
    )  # and left for the student to decide on
    assert "said" not in STOPWORDS
    claim(
        "stopwords_and_clouds",
        "On top of a frequency table there are mostly words such as *the*, *of* and *that*.",
    )
    assert sum(token in STOPWORDS for token in frequency_table(TOKENS)["token"].head(8)) > 4


def test_shuffling_gives_what_the_formula_expects_and_the_debate_has_far_more():
    claim("words_in_company", "Compare that with the average of the shuffled debates.")
    debate = tokenize(load_article(ROOT / "seeds" / "tarrowmere_debate.txt").text, lower=True)
    times = []
    for number in range(200):
        shuffled = list(debate)
        random.Random(number).shuffle(shuffled)
        times.append(ngrams(shuffled, 2).count(("we", "have")))
    expected = debate.count("we") * debate.count("have") / len(debate)
    assert sum(times) / len(times) == pytest.approx(expected, rel=0.1)
    claim("words_in_company", "In the 200 shuffles *we have* never came up more than a few times.")
    claim("words_in_company", "In the debate itself the candidates say it more than a dozen times.")
    assert max(times) < 8
    assert ngrams(debate, 2).count(("we", "have")) > 12


def test_pmi_puts_pairs_of_hapaxes_on_top_and_log_likelihood_does_not():
    claim(
        "words_in_company",
        "**PMI loves rare words.** Two hapaxes that happen to be side by side get the highest PMI",
    )
    table = collocations(TOKENS, measure="pmi", min_count=1)
    hapaxes = table[(table["count_1"] == 1) & (table["count_2"] == 1)]
    assert min(hapaxes["pmi"]) == max(table["pmi"])
    claim("words_in_company", "So a pair of hapaxes no longer comes out on top")
    top = collocations(TOKENS, measure="log_likelihood", min_count=1).head(10)
    assert min(top["count"]) > 1


def test_a_word_that_comes_up_once_has_a_high_dp_wherever_it_is():
    claim("words_in_context", "its DP is about 0.8, wherever it is")
    counts = frequency_table(TOKENS)
    once = dispersion(TOKENS, list(counts[counts["count"] == 1]["token"].head(40)), parts=5)
    assert once["gries_dp"].between(0.79, 0.81).all()
    claim("words_in_context", "1 is even, 0 is all in one part")
    assert once["juilland_d"].to_list() == pytest.approx([0] * len(once))


def test_the_example_of_two_readers_is_as_the_text_computes_it():
    claim("quotes", "0.56 together. So kappa is (0.67 − 0.56) / (1 − 0.56) = 0.25.")
    mine, hers = [1, 1, 1, 1, 0, 0], [1, 1, 1, 0, 1, 0]
    assert f"{4 / 6 * 4 / 6 + 2 / 6 * 2 / 6:.2f}" == "0.56"
    assert kappa(mine, hers) == pytest.approx(0.25)


def test_the_note_on_the_door_is_unsure_and_wrong():
    claim("who_said_it", "Whose words are the note on the door, and what does the tool say?")
    claim("who_said_it", "say for each of its five quotes who speaks")
    (text,) = re.findall(
        r'small = """(.+?)"""', (SOURCES / "who_said_it" / "chapter.py").read_text("utf-8"), re.S
    )
    quotes = quote_table(text)
    assert len(quotes) == 5
    assert quotes["confidence"][3] < 0.6 < 0.8 < quotes["confidence"].drop(3).min()
    assert quotes["speaker"][3] == "a spokesman for the ferry"


def test_the_unknown_have_the_last_row():
    claim("who_said_it", "keeps the unknown ones in a row of their own, the last")
    table = speaker_table("“Back at two.” There was a note.\n“We will see,” said Ann Lee.")
    assert list(table["speaker"]) == ["Ann Lee", "unknown"]


def test_a_table_of_keyness_has_the_target_on_top_and_the_surest_of_the_reference_last():
    claim(
        "comparing_voices", "What the target uses more comes first, what the reference uses more comes last."
    )
    table = keyness(TOKENS[:300], TOKENS[300:])
    more = table["target_per_thousand"] > table["reference_per_thousand"]
    assert more.iloc[0]
    assert not more.iloc[-1]
    assert table["log_likelihood"].iloc[-1] == max(table[~more]["log_likelihood"])


def test_two_quotes_of_a_repetitive_voice_hold_more_than_chance():
    claim("comparing_voices", "a speaker who has said *we* once will soon say it again")
    quotes = quote_table(load_article("seeds/tarrowmere_debate.txt").text)
    texts = quotes[quotes["speaker"] == "Ruth Calloway"]["text"]
    counts = [tokenize(text, lower=True).count("we") for text in texts]
    assert max(counts) >= 5
    assert sum(count == 0 for count in counts) > len(counts) / 5


def test_flood_and_festival_never_meet():
    claim("from_one_to_thousands", "in the stories *flood* and *festival* never meet")
    words = [set(tokenize(text, lower=True)) for _, text in TOWN]
    assert not any({"flood", "festival"} <= story for story in words)


def test_what_the_words_of_a_story_weigh():
    words = {name: tokenize(text, lower=True) for name, text in [*TOWN, ("the article", ARTICLE.text)]}
    in_documents = {
        word: sum(word in of for of in words.values()) for word in ("otter", "said", "festival", "flood")
    }
    assert in_documents == {"otter": 1, "said": 13, "festival": 5, "flood": 6}
    claim("from_one_to_thousands", "*said* is not on the list, and it is in all of the documents")
    assert "said" not in STOPWORDS
    counts = {word: sum(of.count(word) for of in words.values()) for word in in_documents}
    assert counts == {"otter": 11, "said": 50, "festival": 14, "flood": 15}
    claim("from_one_to_thousands", "But look at *hissed* or *ones*")
    assert [sum(of.count(word) > 1 for of in words.values()) for word in ("hissed", "ones")] == [1, 1]
