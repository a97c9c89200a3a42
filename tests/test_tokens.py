import re
import subprocess
import sys
import unicodedata
from collections import Counter
from itertools import chain
from pathlib import Path

import pytest
from hypothesis import given, strategies as st

from textkit import tokens as module
from textkit.tokens import (
    STOPWORDS,
    content_words,
    ngrams,
    sentence_spans,
    sentence_table,
    split_sentences,
    tokenize,
)

ROOT = Path(__file__).parents[1]
ARTICLE = (ROOT / "seeds" / "nato_article.txt").read_text(encoding="utf-8")

MILLION = 1_000_000


# --- tokenize -----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "token",
    [
        *["don't", "it's", "let's", "that's", "who's", "he's", "what's", "I'm", "they're", "we've", "LET'S"],
        *["o'clock", "O'Brien", "'em", "'tis", "'n'", "'90s", "rock'n'roll", "м'ята"],
        *["full-scale", "30-year-old", "COVID-19", "U.S.-led", "non-U.S.", "mid-1990s"],
        *["U.S.", "a.m.", "e.g.", "Ph.D.", "J.K.", "Mr.", "Dr.", "Sen.", "Inc.", "Calif.", "J."],
        *[
            "4.7%",
            "$1,000",
            "€3.5bn",
            "US$5m",
            "3.5bn",
            "2022",
            "1990–95",
            "9/11",
            "10:30",
            "-5",
            "1st",
            "20°C",
        ],
        *["https://example.org/a-b?c=d.e&f", "www.example.org", "example.org", "a.student@mail.example.org"],
        *["@name", "#tag", "AT&T", "snake_case"],
        *["naïve", "Zoë", "Zoe\u0308", "Привіт", "Ελλάδα", "السَّلام", "हिन्दी", "東京", "می\u200cخواهم"],
    ],
)
def test_one_token(token):
    assert tokenize(token) == [token]
    assert tokenize(f"({token},") == [token]
    assert tokenize(f"“{token}”", punctuation=True) == ["“", token, "”"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("defense—set", ["defense", "—", "set"]),
        ("said--and -- so", ["said", "--", "and", "--", "so"]),
        ("London – Paris", ["London", "–", "Paris"]),
        ("and/or", ["and", "/", "or"]),
        ("Poland's", ["Poland", "'s"]),
        ("Poland’s", ["Poland", "'s"]),
        ("POLAND'S", ["POLAND", "'S"]),
        ("U.S.'s", ["U.S.", "'s"]),
        ("States' changing", ["States", "'", "changing"]),
        ("States’ changing", ["States", "’", "changing"]),
        ("isn’t", ["isn't"]),
        ("that’s", ["that's"]),
        ("rock 'n' roll", ["rock", "'n'", "roll"]),
        ("’tis", ["'tis"]),
        ("don‘t", ["don't"]),
        ("‘Dire’ threat", ["‘", "Dire", "’", "threat"]),
        ("its allies.", ["its", "allies", "."]),
        ("It was I.", ["It", "was", "I", "."]),
        ("in 2022.", ["in", "2022", "."]),
        ("at 4.7%.", ["at", "4.7%", "."]),
        ("Well... yes…", ["Well", "...", "yes", "…"]),
        ("is […] dire", ["is", "[", "…", "]", "dire"]),
        ("“Yes,” he", ["“", "Yes", ",", "”", "he"]),
        ("end.Start", ["end", ".", "Start"]),
        ("(see https://example.org/a).", ["(", "see", "https://example.org/a", ")", "."]),
        ("5 %", ["5", "%"]),
        ("pre- and post-war", ["pre", "-", "and", "post-war"]),
        ("में। 東京、大阪", ["में", "।", "東京", "、", "大阪"]),
        ("No. 5", ["No", ".", "5"]),
    ],
)
def test_punctuation_kept_and_left_out(text, expected):
    assert tokenize(text, punctuation=True) == expected
    words = [token for token in expected if any(map(str.isalnum, token)) and token.lower() != "'s"]
    assert tokenize(text) == words


@pytest.mark.parametrize(
    ("text", "options", "expected"),
    [
        ("NATO's Plan", {"lower": True}, ["nato", "plan"]),
        ("full-scale 1990–95", {"split_hyphens": True}, ["full", "scale", "1990", "95"]),
        ("full-scale", {"split_hyphens": True, "punctuation": True}, ["full", "-", "scale"]),
        ("Poland’s Rutte's", {"keep_possessives": True}, ["Poland's", "Rutte's"]),
        ("2022 4.7% 3.5bn $1,000 F-16", {"numbers": False}, ["3.5bn", "F-16"]),
        ("in 2022.", {"numbers": False, "punctuation": True}, ["in", "."]),
    ],
)
def test_options(text, options, expected):
    assert tokenize(text, **options) == expected


def test_options_do_not_remember_for_each_other():
    text = "Poland's full-scale 2022."
    first = tokenize(text)
    tokenize(text, lower=True, punctuation=True, split_hyphens=True, keep_possessives=True, numbers=False)
    assert tokenize(text) == first


def test_curly_and_straight_spellings_count_together():
    assert tokenize("Let’s don’t") == tokenize("Let's don't")


texts = st.one_of(
    st.text(max_size=60),
    st.text(alphabet="aAbZ.'’‘ʼ-–—_ 09,:/@#$%&()[]“”\"!?…\u0301\u00ad\nе́हि東", max_size=60),
    st.lists(
        st.sampled_from(
            ["U.S.", "Mr.", "said", "It", " ", "'s", "’", "5", "-", "www.", "a@b", ".c", "Ph.D", "“", "n'"]
        )
    ).map("".join),
)


def _folded(text):
    return "".join(text.split()).translate(str.maketrans("’‘ʼ", "'''"))


@given(texts, st.booleans(), st.booleans())
def test_nothing_but_space_is_lost_with_punctuation(text, split_hyphens, keep_possessives):
    tokens = tokenize(text, punctuation=True, split_hyphens=split_hyphens, keep_possessives=keep_possessives)
    assert _folded("".join(tokens)) == _folded(text)
    assert all(tokens)


@given(texts)
def test_without_punctuation_every_token_has_a_letter_or_digit(text):
    for token in tokenize(text):
        assert any(unicodedata.category(character)[0] in "LN" for character in token)


@given(texts)
def test_no_letter_is_lost_without_punctuation(text):
    def letters(string):
        return [
            character
            for character in string
            if unicodedata.category(character)[0] in "LN" and character != "ʼ"  # an apostrophe
        ]

    assert letters("".join(tokenize(text, keep_possessives=True))) == letters(text)


@given(texts)
def test_lower_is_the_lower_case_of_the_tokens(text):
    assert tokenize(text, lower=True) == [token.lower() for token in tokenize(text)]


@pytest.mark.parametrize("text", ["", " \n\t", "—", "“…”"])
def test_no_words_no_tokens(text):
    assert tokenize(text) == []


class _Article:
    text = "A text."


@pytest.mark.parametrize("function", [tokenize, sentence_spans, split_sentences, sentence_table])
@pytest.mark.parametrize(
    ("wrong", "message"),
    [
        (["a", "b"], "not list.*tokens already"),
        (_Article(), "not _Article.*pass article.text"),
        (b"abc", "not bytes.*decode"),
        (None, "not NoneType.*pass a string"),
    ],
)
def test_what_is_not_text_is_refused(function, wrong, message):
    with pytest.raises(TypeError, match=f"{function.__name__} takes a text.*{message}"):
        function(wrong)


pieces = st.sampled_from([*"aAb.,-'’ \n5%@(“”!:", "U.S.", "Mr.", "don't", "http://a/b", "—", "I.", "’s"])


@given(st.lists(st.lists(pieces).map("".join), max_size=6), st.integers(1, 30))
def test_counting_is_what_tokens_give_however_the_text_is_cut(texts, stretch):
    for options in ({}, {"lower": True}, {"punctuation": True}, {"split_hyphens": True, "numbers": False}):
        tokens = [tokenize(text, **options) for text in texts]
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(module, "_STRETCH", stretch)
            counts, documents = module.count_tokens(texts, **options)
        assert counts == Counter(chain.from_iterable(tokens))
        assert documents == Counter(chain.from_iterable(map(set, tokens)))


def test_a_long_text_is_counted_in_stretches(monkeypatch):
    monkeypatch.setattr(module, "_STRETCH", 10)
    stretches = list(module._stretches("the rain fell on the town of Lee " * 5))
    assert "".join(stretches) == "the rain fell on the town of Lee " * 5
    assert max(map(len, stretches)) <= 14
    assert not any(stretch[0].isalpha() for stretch in stretches[1:])


@pytest.mark.parametrize("mark", module._LONE_MARKS)
@pytest.mark.parametrize("word", ["rain", "Mr", "I", "Ph", "n", "ol", "U"])
def test_a_word_with_one_mark_is_cut_as_the_pattern_cuts_it(word, mark):
    memory = module._Memory(punctuation=True)
    assert memory[word + mark] == memory._cut(word + mark) == (word, mark)
    stop = module._Memory(punctuation=True)
    assert stop[word + "."] == stop._cut(word + ".")


@pytest.mark.parametrize("letter", "ABCDEFGHJKLMNOPQRSTUVWXYZ")
def test_every_initial_but_i_keeps_its_stop(letter):
    assert tokenize(f"{letter}. Smith and I.", punctuation=True) == [f"{letter}.", "Smith", "and", "I", "."]


@pytest.mark.parametrize(("end", "marks"), [(".", ["."]), ("", []), ("!", ["!"])])
def test_a_possessive_comes_before_the_mark_after_it(end, marks):
    assert tokenize(f"It is Poland's{end}", punctuation=True) == ["It", "is", "Poland", "'s", *marks]


def test_the_memory_is_bounded(monkeypatch):
    monkeypatch.setattr(module, "_REMEMBERED", 1_000)
    memory = module._Memory()
    for number in range(3_000):
        assert memory[f"word{number},"] == (f"word{number}",)
        assert len(memory) <= 1_000
    assert memory["x" * MILLION] == ("x" * MILLION,)
    assert max(map(len, memory)) <= 64
    assert memory["y" * 64] == ("y" * 64,)
    assert "y" * 64 in memory


# Each of these would take minutes if the time grew with the square of the length.
@pytest.mark.parametrize(
    "piece",
    ["a", "a.", "A.", "aa.", "-", "a-", "a-.", "'", "’", "www.", "a@", "1,", "http://", "\u0301", "…"],
)
@pytest.mark.parametrize(("start", "end"), [("", ""), ("aa.", "a1.")])
def test_a_hostile_chunk_is_cut_in_linear_time(piece, start, end):
    text = start + piece * (300_000 // len(piece)) + end
    assert _folded("".join(tokenize(text, punctuation=True))) == _folded(text)


# --- ngrams and stopwords -----------------------------------------------------------------------


@pytest.mark.parametrize(
    ("n", "expected"),
    [
        (1, [("a",), ("b",), ("c",)]),
        (2, [("a", "b"), ("b", "c")]),
        (3, [("a", "b", "c")]),
        (4, []),
    ],
)
def test_ngrams(n, expected):
    assert ngrams(["a", "b", "c"], n) == expected
    assert ngrams(iter("abc"), n) == expected


@pytest.mark.parametrize("n", [0, -1])
def test_ngrams_below_one_are_refused(n):
    with pytest.raises(ValueError, match=f"n is {n}"):
        ngrams(["a"], n)


@pytest.mark.parametrize("function", [lambda tokens: ngrams(tokens, 2), content_words])
def test_a_text_instead_of_tokens_is_told_to_tokenize(function):
    with pytest.raises(TypeError, match=r"not str\. Have a text\? Tokenize it first"):
        function("a text")


def test_content_words_keep_order_repeats_and_spelling():
    tokens = ["NATO", "is", "The", "alliance", "OF", "NATO", "nato", "don't", "Isn't"]
    assert content_words(tokens) == ["NATO", "alliance", "NATO", "nato"]
    assert content_words(iter(tokens)) == content_words(tokens)


def test_every_stopword_and_nothing_else_is_left_out():
    words = sorted(STOPWORDS)
    assert content_words([*words, *map(str.upper, words)]) == []
    text = tokenize((ROOT / "seeds" / "nato_article.txt").read_text(encoding="utf-8"), lower=True)
    assert content_words(text) == [token for token in text if token not in STOPWORDS]


def test_every_stopword_is_one_token_of_a_lower_case_text():
    assert {"the", "of", "don't", "it's", "i"} <= STOPWORDS
    assert [word for word in STOPWORDS if tokenize(word.upper(), lower=True) != [word]] == []


@pytest.mark.parametrize("name", ["stopwords.txt", "abbreviations.txt"])
def test_word_files_say_what_they_are_and_are_sorted(name):
    comments, entries = [], []
    for line in (ROOT / "textkit" / "words" / name).read_text(encoding="utf-8").splitlines():
        (comments if line.startswith("#") else entries).append(line)
    words = [entry.split()[0] for entry in entries]
    assert comments
    assert words == sorted(words, key=lambda word: (word.lower(), word))
    assert len(words) == len(set(words))


def test_abbreviations_follow_only_the_two_rules_of_their_file():
    assert set(module._ABBREVIATIONS.values()) == {"", "never", "number"}


# --- sentences ----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "text",
    [
        "It rained.|Then it stopped.",
        "Who left?|Nobody!|Good.",
        "Mr. Lind and Dr. Okafor met Gen. Sato.|They talked.",
        "She moved to the U.S. last year.|He did not.",
        "She moved to the U.S.|She likes it there.",
        "The U.S. Senate voted at 5 p.m. on Friday.",
        "They took plan B.|It worked.",
        "I know Dr. No and ex-Dr. No.|They left.",
        "She moved to the U.S.|I’m told so.",
        "Ana Ruiz, R-Calif. and others, said so.",
        "He said “stop.” and left.",
        "J. K. Moreau wrote to A. Lind.|Nobody answered.",
        "It costs $4.7 million.|That is a lot.",
        "See No. 5 and p. 12 of vol. 3.|Then stop.",
        "He said no.|She said yes.",
        "They sell tea, coffee, etc. to tourists.",
        "“We will stay.”|He sat down.",
        "“Will you stay?” she asked.|“No!” he said.",
        "“Let me be clear.|It is late,” she said.",
        "(It was late.)|Nobody spoke.",
        'He said "stop."|"Why?" asked Ana.',
        "He waited… and waited ... until noon.|Then he left.",
        "It is […] Dire, he wrote.",
        "Great food ! !|We will be back! :)|Bye!",
        "It grew.[3]|It shrank. [4]|It grew again.",
        "Sen. Ana Ruiz (R-Calif.) agreed.|So did Inc. magazine.",
        "1. Boil the water.",
        "it is late.|i know.",
        "他来了。|她走了。",
        "वह आया।|वह गया।",
        "Він прийшов.|Вона пішла.",
    ],
)
def test_sentences(text):
    glue = "" if "。" in text else " "
    assert split_sentences(text.replace("|", glue)) == text.split("|")


def test_blank_line_ends_a_sentence():
    assert split_sentences("A heading\n\nand a text\n \nA third") == ["A heading", "and a text", "A third"]


@pytest.mark.parametrize("newline", ["\n", "\r\n", "\r", "\u2028"])
def test_lines_that_are_paragraphs_end_sentences(newline):
    lines = [
        "A heading",
        "This is a paragraph on one line and " + "it is rather long " * 6,
        "Another heading",
    ]
    assert split_sentences(newline.join(lines)) == [line.strip() for line in lines]


@pytest.mark.parametrize("newline", ["\n", "\r\n", "\n    "])
def test_lines_broken_at_a_margin_do_not_end_sentences(newline):
    lines = [
        "The committee of the harbor met on Tuesday, and after some hours of",
        "talk it decided that the old pier could stay. Nobody had expected of",
        "Harriet Blackwood that she would vote for it. She did.",
    ]
    text = newline.join(lines)
    assert [" ".join(sentence.split()) for sentence in split_sentences(text)] == [
        "The committee of the harbor met on Tuesday, and after some hours of talk it decided that the old "
        "pier could stay.",
        "Nobody had expected of Harriet Blackwood that she would vote for it.",
        "She did.",
    ]


def test_a_line_that_goes_on_in_lower_case_was_broken_at_a_margin():
    text = "The committee met\nand talked for some hours about the old pier.\nNobody left."
    assert split_sentences(text) == [text[:-13], "Nobody left."]


@pytest.mark.parametrize("width", [39, 40, 100, 101])
def test_a_margin_lies_between_40_and_100_characters(width):
    first = "The rain " + "x" * (width - 9)
    text = f"{first}\nfell on the town."
    assert len(split_sentences(text)) == (1 if 40 <= width <= 100 else 2)


def test_a_word_that_would_have_fitted_but_for_its_space_was_broken_at_the_margin():
    widest = "The mayor of the town came to the bridge early"
    line = "The rain fell on the roofs of the town ov"  # 41 characters, of 46
    assert len(line) == len(widest) - 5
    assert len(split_sentences(f"{widest}\n{line}\nThere it ended")) == 1  # 41 + 1 + 5 > 46
    assert len(split_sentences(f"{widest}\n{line}\nThen it ended")) == 2  # 41 + 1 + 4 = 46: it fits


def test_an_abbreviation_that_only_goes_with_numbers_goes_on_in_lower_case():
    assert len(split_sentences("It was No. five on the list.")) == 1
    assert len(split_sentences("The answer was no. Five went home.")) == 2


def test_short_lines_and_list_items_are_not_a_margin():
    assert split_sentences("apples\npears\nplums") == ["apples", "pears", "plums"]
    items = ["- a first thing that is long enough to look wrapped", "- a second thing, which follows it"]
    assert split_sentences("\n".join(items)) == items


def test_a_heading_above_wrapped_lines_stays_alone():
    lines = [
        "The old pier",
        "The committee of the harbor met on Tuesday, and after some hours of",
        "talk left.",
    ]
    assert split_sentences("\n".join(lines)) == ["The old pier", "\n".join(lines[1:])]


@given(texts)
def test_every_character_is_in_exactly_one_sentence(text):
    spans = sentence_spans(text)
    end = 0
    for start, next_end in spans:
        assert text[end:start].strip() == ""
        assert start < next_end
        assert text[start:next_end] == text[start:next_end].strip()
        end = next_end
    assert text[end:].strip() == ""
    assert spans == sorted(spans)


# Minutes if the time grew with the square of the length.
@pytest.mark.parametrize(
    "piece", [". ", "(", "“", '"', "word ", "a", "!)", "! (", ". [1] ", ".)x", "x\n", "\n", " ", "...x"]
)
def test_a_hostile_text_is_split_in_linear_time(piece):
    text = "Go. " + piece * (200_000 // len(piece)) + "x"
    assert "".join("".join(split_sentences(text)).split()) == "".join(text.split())


def test_sentences_of_the_article():
    sentences = split_sentences(ARTICLE)
    starts = [" ".join(sentence.split()[:3]) for sentence in sentences]
    assert len(sentences) == 30
    assert starts[:3] == ["The head of", "During a visit", "He added that—despite"]
    headings = ["‘Dire’ Russian threat", "‘Bedrock’ of NATO", "“There is no alternative to NATO”"]
    assert [sentence for sentence in sentences if sentence in headings] == headings
    assert "“Our reaction will be devastating." in sentences
    assert "Not for Europe or North America,” Rutte said." in sentences
    assert sentences[-2].endswith("“Absolutely, can we trust the Americans, yes.")
    assert sentences[-1] == "They are our biggest partner, the biggest allies in NATO.”"
    assert [sentence for sentence in sentences if re.search(r"U\.S\.$", sentence)] == []


@pytest.mark.parametrize("text", ["", " \n", "One. Two two."])
def test_sentence_table_has_the_same_columns_for_any_text(text):
    table = sentence_table(text)
    assert table.dtypes.astype(str).to_dict() == sentence_table(ARTICLE).dtypes.astype(str).to_dict()
    assert list(table) == ["sentence", "start", "end", "tokens", "text"]
    assert table["tokens"].tolist() == ([1, 2] if text.strip() else [])


def test_sentence_table_agrees_with_text_and_tokens():
    table = sentence_table(ARTICLE)
    assert table["sentence"].tolist() == list(range(1, len(table) + 1))
    assert [ARTICLE[a:b] for a, b in zip(table["start"], table["end"], strict=True)] == table["text"].tolist()
    assert table["tokens"].sum() == len(tokenize(ARTICLE))


def test_the_module_loads_neither_pandas_nor_nltk():
    code = "import sys, textkit.tokens; print([name for name in ('pandas', 'nltk') if name in sys.modules])"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, cwd=ROOT, check=True)
    assert done.stdout.strip() == "[]"
