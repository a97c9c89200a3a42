import csv
import sys
import time
from dataclasses import FrozenInstanceError
from itertools import product
from pathlib import Path

import pytest
from hypothesis import given, strategies as st

from textkit import charts, corpus_quotes, load_article, speakers
from textkit.article import Article
from textkit.quotes import SPEECH, find_quotes
from textkit.report import report
from textkit.speakers import UNKNOWN, attribute_quotes, explain_quote, quote_table, speaker_table
from textkit.speakers.decision import LAYOUTS, Decision
from textkit.speakers.words import KINDS, kinds, pattern, read_words
from textkit.views import show_quotes, show_speaker
from textkit.weights import WEIGHTS, read_evidence

ROOT = Path(__file__).parents[1]
ARTICLE = (ROOT / "seeds" / "nato_article.txt").read_text(encoding="utf-8")
with (ROOT / "tests" / "gold" / "nato_article_quotes.csv").open(encoding="utf-8") as file:
    GOLD = list(csv.DictReader(file))

EVIDENCE = read_evidence()

pieces = st.sampled_from(
    ["“", "”", '"', "‘", "’", "'", "said ", "Lee ", "Ann Lee ", "he ", "who ", "the ", "judge ", "of ",
     "that ", ", ", ". ", ": ", "\n", "(", ")", "— ", "and ", "Mr. ", "told ", "saying ", "no ", "was ",
     "by ", "according to ", "\0", "\1", "  "]
)  # fmt: skip
texts = st.lists(pieces, max_size=40).map("".join)


def attributed(text):
    return attribute_quotes(text, find_quotes(text))


def source(text):
    """The mention and the speaker of the last quote of a text."""
    quote = attributed(text)[-1]
    return (quote.mention.text if quote.mention else None), quote.speaker


# The article, against the reading by hand


@pytest.mark.parametrize("gold", GOLD, ids=[row["quote"][:25] for row in GOLD])
def test_article_is_read_as_by_hand(gold):
    quotes = {quote.start - 1: quote for quote in attributed(ARTICLE)}
    quote = quotes[int(gold["open_mark"])]
    assert (quote.text, quote.kind) == (gold["quote"], gold["kind"])
    assert quote.end + 1 == int(gold["close_mark_end"])
    if gold["is_quote"] == "True":
        assert (quote.mention.text if quote.mention else "") == gold["mention"]
        assert quote.speaker == gold["speaker"]


def test_article_has_no_other_quotes():
    assert len(find_quotes(ARTICLE)) == len(GOLD) == 24


def test_article_counts_add_up():
    table = speaker_table(ARTICLE)
    assert table["speaker"].tolist() == ["Mark Rutte", "Donald Tusk", "Pete Hegseth"]
    assert table["quotes"].tolist() == [14, 6, 1]
    assert table["words"].sum() == quote_table(ARTICLE)["words"].sum()


# The source in the sentence: a text, the mention of its last quote

AFTER = [
    ("“It is safe,” said Hill.", "Hill"),
    ("“It is safe,” Hill said.", "Hill"),
    ("“It is safe,” he said.", "he"),
    ("“Is it safe?” Hill asked.", "Hill"),
    ("“It is safe.” Hill said.", "Hill"),
    ("“It is safe”, said Hill.", "Hill"),
    ("`` It is safe , '' said Hill .", "Hill"),
    ("“It is safe,” harrumphed Hill.", "Hill"),
    ("‘It is safe,’ said Cllr Hill.", "Cllr Hill"),
    ("“It is safe,” Hill, a lawyer from Leeds, said.", "Hill"),
    ("“It is safe,” Hill, 45, told reporters on Monday.", "Hill"),
    ("“It is safe,” Dana Hill (R-Texas) said in a statement.", "Dana Hill"),
    ("“It is safe,” Hill quipped to the crowd.", "Hill"),
    ("“It is safe,” as Hill put it.", "Hill"),
    ("“It is safe,” the group said.", "the group"),
    ("“It is safe,” the statement said.", "the statement"),
    ("“It is safe,” police officials said.", "police officials"),
    ("“It is safe,” one of the aides said.", "one of the aides"),
    ("“It is safe,” someone shouted.", "someone"),
    ("“It is safe,” a spokesman for the Lopez campaign said.", "a spokesman for the Lopez campaign"),
    ("“It is safe,” said a spokesman for the Lopez campaign.", "a spokesman for the Lopez campaign"),
    ("“It is safe,” State Department spokesman Tom Baker said.", "Tom Baker"),
    ("“It is safe,” said my neighbor Tom Baker.", "Tom Baker"),
    ("“It is safe,” the association's head, Tom Baker, told AFP.", "Tom Baker"),
    ("“It is safe,” according to a person at the meeting.", "a person at the meeting"),
    ("“It is safe” — Tom Baker", "Tom Baker"),
    ("The plan is “a joke on all of us,” Hill wrote.", "Hill"),
]
BEFORE = [
    ("Hill said, “It is safe.”", "Hill"),
    ("Hill told the council on Monday: “It is safe.”", "Hill"),
    ("Said Hill: “It is safe.”", "Hill"),
    ("Hill: “It is safe.”", "Hill"),
    ("Hill's answer was blunt: “It is safe.”", "Hill"),
    ("In the words of one neighbor: “It is safe.”", "one neighbor"),
    ("Asked whether he would stay, Mr. Hill shot back: “It is safe.”", "Mr. Hill"),
    ("Hill said the plan was “a joke on all of us.”", "Hill"),
    ("The plan, said Hill, is “a joke on all of us.”", "Hill"),
    ("The plan is what Hill calls “a joke on all of us.”", "Hill"),
    ("In a statement, the company said it “regrets the delay of the plan.”", "the company"),
    ("Hill, who has led the council since 2010, called it “a joke on all of us.”", "Hill"),
    ("Hill, a teacher who lives in Leeds, called it “a joke on all of us.”", "Hill"),
    ("The mayor’s spokeswoman, Dana Hill, called it “a joke on all of us.”", "Dana Hill"),
    ("Dana Hill, president of the union, called it “a joke on all of us.”", "Dana Hill"),
    ("While Baker praised the plan, Hill said it was “a joke on all of us.”", "Hill"),
    ("Hill criticized the plan in a letter, calling it “a joke on all of us.”", "Hill"),
    ("Hill took to the stage to say it was “a joke on all of us.”", "Hill"),
    ("Hill was asked about it and replied that it was “a joke on all of us.”", "Hill"),
    ("The paper quoted Hill as saying it was “a joke on all of us.”", "Hill"),
    ("The plan was described by Hill as “a joke on all of us.”", "Hill"),
    ("Hill rejected claims that the plan was “a joke on all of us.”", "Hill"),
    ("The report said the plan was “a joke on all of us.”", "The report"),
    ("The union, which has 40 members, said it was “a joke on all of us.”", "The union"),
    ("Engineers say the plan is “a joke on all of us.”", "Engineers"),
    ("Many in the crowd shouted “a joke on all of us!”", "Many in the crowd"),
    ("Critics such as Hill call the plan “a joke on all of us.”", "Critics"),
    ("The staff letter said the plan was “a joke on all of us.”", "The staff letter"),
    ("A campaign TV ad called the plan “a joke on all of us.”", "A campaign TV ad"),
    ("A source familiar with Hill’s plan said it was “a joke on all of us.”", "A source"),
    ("“It is safe,” according to a man who spoke to Hill.", "a man"),
    ("According to the report, the plan is “a joke on all of us.”", "the report"),
]


@pytest.mark.parametrize(("text", "mention"), AFTER + BEFORE)
def test_source_is_found_in_the_sentence(text, mention):
    assert source(text)[0] == mention


@pytest.mark.parametrize(
    ("text", "mention"),
    [
        ("A clip that Judge Hill called “distasteful,” Baker enjoyed.", "Judge Hill"),
        ("“It is safe” was the view of most who live there, says Dana Hill, a lawyer.", "Dana Hill"),
        ("At a fair in Leeds, Dana Hill opened a stall, saying “we sell nothing but jam.”", "Dana Hill"),
        ("“Never again,” a tired Hill shrugged.", "Hill"),
        ("“Rents will rise,” the leaflet promises.", "the leaflet"),
        ("On a walk with the Rovers, Dana Hill told us: “We sell jam.”", "Dana Hill"),
        ("Dana Hill, who works in Leeds, said it was “a joke on all of us.”", "Dana Hill"),
        ("“Bad,” said a Rovers neighbor.", "a Rovers neighbor"),
        ("“Bread sells,” said the baker, whose shop in Leeds is dry again.", "the baker"),
        ("The fans sang “you will never walk alone.”", "The fans"),
        ("“It is safe,” said Dana Hill and Tom Baker.", "Dana Hill"),
        ("“It is safe,” replied the judge, “and it is dry.”", "the judge"),
        ("SEOUL — Kim Min said: “It is safe.”", "Kim Min"),
        ("Contrary to what Baker says, Hill called it “a joke on all of us.”", "Hill"),
        ("Conversely, Hill said it was “a joke on all of us.”", "Hill"),
    ],
)
def test_nearest_name_is_not_always_the_source(text, mention):
    assert source(text)[0] == mention


@pytest.mark.parametrize(
    ("text", "rule"),
    [
        ("Hill: “It is safe.”", "label"),
        ("RAIN AGAIN - Hill: “The river rose by a metre.”", "label"),
        ("“It is safe.” — Hill", "signature"),
        ("“It is safe.” \u2012 Hill “It is dry.” \u2212 Baker", "signature"),
        ("“It is safe.”\n\u2015 Hill\n“It is dry.”\n\u2015 Baker", "signature"),
    ],
)
def test_layout_is_certain_whatever_the_evidence_says(text, rule):
    quote = attributed(text)[0]
    assert (quote.speaker, quote.rule, quote.confidence) == ("Hill", rule, 0.99)


@pytest.mark.parametrize(
    ("text", "cue"),
    [
        ("“It is safe,” said Hill.", "said"),
        ("Hill gushed about the “most lovely bridge of all.”", "gushed"),
        ("“It is safe,” according to Hill.", "according to"),
        ("Hill: “It is safe.”", None),
    ],
)
def test_cue_is_the_word_that_reports(text, cue):
    quote = attributed(text)[0]
    assert (quote.cue.text if quote.cue else None) == cue


@pytest.mark.parametrize(
    "text",
    [
        "“It is safe.”",
        "The plan was called “a joke on all of us.”",
    ],
)
def test_quote_without_a_source_is_given_to_nobody(text):
    quote = attributed(text)[0]
    assert (quote.speaker, quote.mention) == (None, None)


# The source around the sentence


def test_quote_goes_on_after_its_speaker_in_the_same_paragraph():
    _, second = attributed("“It is safe,” Hill said. “Nobody asked for it.”")
    assert (second.mention.text, second.speaker) == ("Hill", "Hill")


def test_quote_may_come_before_the_sentence_that_names_its_speaker():
    first, _ = attributed("“It is safe.” Then: “Nobody asked for it,” Hill said.")
    assert first.speaker == "Hill"


def test_first_subject_is_a_candidate_however_many_names_follow():
    met = ", ".join(f"Hill met {name} Lee" for name in ("Bo", "Al", "Cy", "Di", "Ed", "Fi", "Gus", "Hal"))
    candidates = explain_quote(f"Xi Obo knew that {met}, and he said it was “a joke on all of us.”", 1)
    assert "Xi Obo" in set(candidates["candidate"])


def test_sentence_before_introduces_a_quote_and_that_is_less_sure():
    quote = attributed("The judge turned to Hill. “Is it safe?”")[0]
    assert quote.speaker == "the judge"
    assert quote.confidence < attributed("“Is it safe?” asked the judge.")[0].confidence


def test_open_paragraph_goes_on_in_the_next():
    _, second = attributed("“It is safe,” Hill said. “We built it.\n“Nobody asked for it.”")[1:]
    assert (second.speaker, second.rule) == ("Hill", "goes on from an open paragraph")


def test_paragraph_that_is_only_a_quote_is_carried_over_without_a_mention():
    first, second = attributed("“It is safe,” Hill said.\n“Nobody asked for it.”")
    assert (second.speaker, second.mention) == ("Hill", None)
    assert second.confidence < first.confidence


def test_colon_at_the_end_of_a_paragraph_introduces_the_next():
    assert source("Hill put it like this:\n“Nobody asked for it.”")[1] == "Hill"


# Nobody speaks who is nobody


@pytest.mark.parametrize(
    "text",
    [
        "Partial transcript as follows: “We mend the bridge, and we pay for it.”",
        "It was a small one. Small surprise there. “We mend the bridge.”",
        "What a bottom line. Bottom: “We mend the bridge.”",
        "You said “we mend the bridge.”",
        "Nobody said “we mend the bridge.”",
        "It was “a joke on all of us.”",
        "SEOUL — “We mend the bridge.”",
        "SEOUL, South Korea (AP) — “We mend the bridge.”",
        "Der Rat kam am Morgen. Auch Lehrer Hans Maier war da, und viele sangen. " * 2 + "„Wir bauen.“",
        "Le maire est venu, et sa femme aussi. Beaucoup de gens ont ri. " * 3 + "« On le refait », dit Jean.",
    ],
)
def test_nobody_speaks_who_is_nobody(text):
    assert attributed(text)[0].speaker is None


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Neither Lee would say “we mend the bridge.”", "Lee"),
        ("SEOUL — “We mend the bridge,” Lee said.", "Lee"),
        ("A small man met Ann Small. Small told us: “We mend the bridge.”", "Ann Small"),
    ],
)
def test_what_is_beside_a_name_is_no_part_of_it(text, speaker):
    assert attributed(text)[0].speaker == speaker


# Who is meant


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Dana Hill was late. “It is safe,” Hill said.", "Dana Hill"),
        ("Gov. Dana Hill was late. “It is safe,” Ms. Hill said.", "Dana Hill"),
        ("“It is safe,” Hill said. Dana Hill was late.", "Dana Hill"),
        ("Tom Hill met Dana Hill. “It is safe,” Mrs. Hill said.", "Dana Hill"),
        ("Texas Sen. Dana Hill was late. “It is safe,” she said.", "Dana Hill"),
        ("Secretary of State Dana Hill was late. “It is safe,” she said.", "Dana Hill"),
        ("Ursula van der Berg was late. “It is safe,” van der Berg said.", "Ursula van der Berg"),
        ("Dana Hill met Tom Baker. “It is safe,” he said.", "Tom Baker"),
        ("Dana Hill met Tom Baker. “It is safe,” she said.", "Dana Hill"),
        ("Xi Obo met Zu Ulu. “It is safe,” Obo said. He left. “No,” he said.", "Xi Obo"),
        ("“It is safe,” said Xi Obo, a friend of Tom Baker. He left. “No,” he said.", "Xi Obo"),
        ("Ed Baker won. Baker campaign spokesman Tom Hill spoke. “It is safe,” he said.", "Tom Hill"),
        ("Xi Obo said he won. Corvo, a maker of bridges, lost. “It is safe,” he said.", "Xi Obo"),
        ("Her husband, Xi Obo, met Tom Baker. “It is safe,” he said.", "Xi Obo"),
        ("Baker met Dana Hill, who called it “a joke on all of us.”", "Dana Hill"),
        ("Sen. Dana Hill was late. “It is safe,” the senator said.", "Dana Hill"),
        ("Dana Hill, the mayor, was late. “It is safe,” the mayor said.", "Dana Hill"),
        ("The head of the union was late. “It is safe,” he said.", None),
        ("NATO was late. “It is safe,” he said.", None),
        ("“It is safe,” a spokesman for Hill said.", "a spokesman for Hill"),
        ("“It is safe,” they said.", None),
        ("The report said it was “a joke on all of us.”", "the report"),
    ],
)
def test_speaker_is_resolved(text, speaker):
    assert source(text)[1] == speaker


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Tom Hill left. Dana Hill spoke to Bo Hill. “It is safe,” Hill said.", "Dana Hill"),
        ("Tom Hill left. Dana Hill spoke to Bo Hill. “It is safe,” Mr. Hill said.", "Tom Hill"),
        ("Dana Hill left. Tom Hill spoke. “It is safe,” Hill said.", "Tom Hill"),
        ("Dana Hill left. Tom Hill spoke. “It is safe,” Ms. Hill said.", "Dana Hill"),
        ("TOM HILL WINS\nTom Hill left. “It is safe,” HILL said.", "Tom Hill"),
    ],
)
def test_shared_surname_means_the_one_named_last_whom_the_title_fits(text, speaker):
    assert source(text)[1] == speaker


def test_lead_that_holds_the_name_back_is_resolved_by_the_next_paragraph():
    lead = "The head of the union said the plan was “a joke on all of us.”\n"
    quote = attributed(lead + "The union’s president, Dana Hill, spoke in Leeds.")[0]
    assert (quote.mention.text, quote.speaker) == ("The head of the union", "Dana Hill")


def test_every_answer_names_its_rule():
    assert all(quote.rule in {*WEIGHTS, *LAYOUTS} for quote in attributed(ARTICLE) if quote.speaker)


def test_confidence_is_none_before_attribution_and_for_what_is_no_speech():
    text = "“No,” said Ann Lee, in the film “The Long Way”."
    assert [quote.confidence for quote in find_quotes(text)] == [None, None]
    speech, title = attributed(text)
    assert 0.9 < speech.confidence <= 1
    assert title.confidence is None


# Words and patterns


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Hill claims the report claims", "name verb determiner word word"),
        ("The U.S. official’s claims", "determiner name person possessive word"),
        ("Asked whether Mr. Hill would", "word that title name aux"),
        ("Mr. King said", "title name verb"),
    ],
)
def test_kind_of_a_word_depends_on_its_neighbors(text, expected):
    assert read_words(text)[1] == "".join(map(kinds, expected.split()))


def test_pattern_is_written_in_the_names_of_kinds():
    words = read_words("and Ann Lee has said so")[1]
    assert pattern("<name>{2} <aux>* (<verb|participle>)").search(words).span(1) == (4, 5)
    assert pattern("<^and> <name>").search(words).start() == 1
    with pytest.raises(KeyError):
        pattern("<nouns>")


def test_every_kind_has_a_letter_of_its_own():
    assert len(set(map(kinds, KINDS))) == len(KINDS)


@given(texts)
def test_parts_make_up_the_text(text):
    parts, letters = read_words(text)
    assert "".join(parts) == text
    assert len(parts) == len(letters)


# Evidence


@pytest.mark.parametrize("row", EVIDENCE, ids=[row["name"] for row in EVIDENCE])
def test_example_shows_its_evidence(row):
    text = row["example"].replace(" ¶ ", "\n")
    decided = Decision(text, find_quotes(text), WEIGHTS)
    assert row["name"] in {fact for group in decided.candidates for c in group for fact in c.evidence}


def test_every_piece_of_evidence_says_what_it_means_in_a_sentence_of_its_own():
    meanings = [row["meaning"] for row in EVIDENCE]
    assert all(meaning[0].isupper() and meaning.endswith(".") for meaning in meanings)
    assert len(set(meanings)) == len(EVIDENCE)


def test_explanation_shows_what_the_evidence_means():
    table = explain_quote("“It is safe,” said Hill.", 1)
    said = table.set_index("evidence").loc["right after said", "meaning"]
    assert said == "It stands right after a verb of saying that follows the quote."


def test_explanation_adds_up_and_agrees_with_the_table():
    text = "Dana Hill met Tom Baker. “It is safe,” she said. “Nobody asked for it.”"
    for number, speaker in enumerate(quote_table(text)["speaker"], 1):
        table = explain_quote(text, number)
        sums = table.groupby(["candidate", "place"])["weight"].sum()
        totals = table.groupby(["candidate", "place"])["total"].first()
        assert sums.tolist() == pytest.approx(totals.tolist())
        assert set(table.loc[table["chosen"], "speaker"]) == {speaker}
        each = table.drop_duplicates(["candidate", "place"])["probability"]
        assert each.sum() == pytest.approx(1)


def test_evidence_can_be_taken_away():
    text = "“It is safe,” Hill said."
    with_it = explain_quote(text, 1).query("chosen")
    name = with_it["evidence"].iloc[0]
    without = explain_quote(text, 1, without=[name])
    assert name not in set(without["evidence"])
    assert with_it["total"].iloc[0] != without.query("candidate == 'Hill'")["total"].iloc[0]


def test_explanation_of_what_is_not_there_is_refused():
    with pytest.raises(ValueError, match=r"there is no quote 2\. The text has 1"):
        explain_quote("“It is safe,” Hill said.", 2)
    with pytest.raises(ValueError, match="no evidence is named 'luck'"):
        explain_quote("“It is safe,” Hill said.", 1, without=["luck"])


# Properties


@given(texts)
def test_attribution_keeps_every_quote_and_its_place(text):
    quotes = find_quotes(text)
    answers = attribute_quotes(text, quotes)
    assert [(q.start, q.end, q.text) for q in answers] == [(q.start, q.end, q.text) for q in quotes]
    changed = {(q.kind, a.kind) for q, a in zip(quotes, answers, strict=True) if q.kind != a.kind}
    assert changed <= {("partial", "scare"), ("scare", "partial")}


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("There is a “new normal” in town, and Hill likes it.", "scare"),
        ("Hill sold the bread at the “old” price.", "scare"),
        ("Hill works for “Today.”", "scare"),
        ("Hill said the plan was a “joke.”", "partial"),
        ("The plan is “brave,” Hill said.", "partial"),
        ("Hill called the plan “a joke.”", "partial"),
    ],
)
def test_few_words_are_speech_only_where_somebody_says_them(text, kind):
    first = "“It is safe,” Baker said.\n"
    answer = attributed(first + text)[-1]
    assert (answer.kind, answer.speaker) == (kind, "Hill" if kind == "partial" else None)
    assert (answer.confidence is None) == (kind == "scare")


def test_explanation_is_numbered_as_the_table_whatever_is_no_speech():
    text = "The “new” price is high. “It is safe,” Hill said. It is “brave” there. “It is dry,” Baker said."
    for number, speaker in enumerate(quote_table(text)["speaker"], 1):
        assert set(explain_quote(text, number).query("chosen")["speaker"]) == {speaker}
    with pytest.raises(ValueError, match=r"there is no quote 3\. The text has 2"):
        explain_quote(text, 3)


@given(texts)
def test_cue_and_mention_are_stretches_of_the_text(text):
    for quote in attributed(text):
        for span in filter(None, (quote.cue, quote.mention)):
            assert text[span.start : span.end] == span.text != ""
        assert (quote.speaker is None) or quote.rule


@given(texts)
def test_only_speech_has_a_speaker(text):
    assert all(quote.speaker is None for quote in attributed(text) if quote.kind not in SPEECH)


@given(texts)
def test_totals_of_the_speakers_reconcile_with_the_quotes(text):
    quotes, speakers = quote_table(text), speaker_table(text)
    assert speakers["quotes"].sum() == len(quotes)
    assert speakers["words"].sum() == quotes["words"].sum()
    if len(quotes):
        assert speakers["share_of_quotes"].sum() == pytest.approx(1)
    unknown = speakers.loc[speakers["speaker"] == UNKNOWN, "quotes"].sum()
    assert unknown == quotes["speaker"].isna().sum()


@pytest.mark.parametrize("text", ["", "Nothing is quoted here.", "“No,” said Ann Lee."])
def test_tables_have_the_same_columns_and_types_for_every_text(text):
    for table in (quote_table, speaker_table):
        assert table(text).dtypes.equals(table("“Yes,” said Bo Fox. A “new normal” came.").dtypes)


def test_quotes_that_are_no_speech_are_listed_when_asked_for():
    text = "“No,” said Ann Lee, in the film “The Long Way”."
    assert quote_table(text)["kind"].tolist() == ["full"]
    assert quote_table(text, all_kinds=True)["kind"].tolist() == ["full", "title"]


def test_unknown_is_a_row_of_its_own_and_the_last():
    table = speaker_table("“It is safe.”\n“No,” said Bo Fox.\n“Hm,” said they.")
    assert table["speaker"].tolist() == ["Bo Fox", UNKNOWN]
    assert table["quotes"].tolist() == [1, 2]


@pytest.mark.parametrize(
    "stretch",
    [
        "said ",
        "said Lee ",
        "Ann Lee ",
        "Lee said “no way at all” and ",
        "“No way at all,” ",
        "“No way at all.”\n",
        "he said “no way at all” ",
        "the judge said. “No,” ",
        "Lee, who was late, and ",
        "“a’s ",
        "(",
        "1,",
        "U.",
        "a-",
    ],
)
def test_a_sentence_without_end_is_done_in_seconds(stretch):
    text = stretch * (200_000 // len(stretch)) + "“and so it ends.”"
    assert attributed(text)[-1].text


def test_a_megabyte_of_said_is_done_in_seconds():
    assert attributed("said " * 200_000 + "“and so it ends.”")[-1].text == "and so it ends."


def test_names_that_are_ever_new_take_no_longer_than_names_that_come_back():
    def seconds(given_names):
        text = "".join(f"{name} Lee and Lee met. “No,” Lee said. " for name in given_names)
        quotes = find_quotes(text)
        begin = time.process_time()
        attribute_quotes(text, quotes)
        return time.process_time() - begin

    new = ["A" + "".join(letters) for letters in product("abcdefghijk", repeat=4)]
    assert seconds(new) < 2 * seconds(new[:11] * (len(new) // 11))


def test_in_another_alphabet_nobody_is_guessed():
    text = "Вона сказала: «Ми чекали на це кілька років».\n\nПро гроші вони мовчать. «Побачимо восени»."
    quotes = attribute_quotes(text, find_quotes(text))
    assert [q.text for q in quotes] == ["Ми чекали на це кілька років", "Побачимо восени"]
    assert [q.speaker for q in quotes] == [None, None]


# One reading for a text, however many tables, views and charts ask for its quotes


def tables(article):
    quote_table(article.text)
    quote_table(article.text, all_kinds=True)
    speaker_table(article.text)


def tables_views_and_charts(article):
    tables(article)
    show_quotes(article.text)
    show_speaker(article.text, "Ann Lee")
    charts.plot_quotes(quote_table(article.text, all_kinds=True), n_characters=len(article.text))
    charts.plot_speakers(speaker_table(article.text))


def times_called(function, run):
    """How often Python enters the function while something runs, whoever calls it."""
    times = 0

    def note(frame, event, _):
        nonlocal times
        times += event == "call" and frame.f_code is function.__code__

    sys.setprofile(note)
    try:
        run()
    finally:
        sys.setprofile(None)
    return times


@pytest.mark.parametrize("use", [tables, tables_views_and_charts, report])
@pytest.mark.parametrize("step", [find_quotes, attribute_quotes])
def test_a_text_is_read_once_however_many_ask(use, step):
    text = f"“We won’t go,” said Ann Lee, {use.__name__}, {step.__name__}. She called it “brave”."
    article = Article(text, (text,), (), "new.txt")
    assert times_called(step, lambda: use(article)) == 1
    assert times_called(step, lambda: use(article)) == 0


def test_what_is_remembered_of_a_text_cannot_be_changed():
    text = "“We won’t go,” said Ann Lee."
    before = show_quotes(text)._repr_html_(), quote_table(text).to_dict()
    table = quote_table(text)
    table.loc[0, "speaker"] = "Bo Fox"
    remembered = speakers.attributed(text)
    assert isinstance(remembered, tuple)
    with pytest.raises(FrozenInstanceError):
        remembered[0].speaker = "Bo Fox"
    with pytest.raises(AttributeError):
        remembered[0].cue.text = "denied"
    attribute_quotes(text, find_quotes(text)).clear()
    assert (show_quotes(text)._repr_html_(), quote_table(text).to_dict()) == before


def test_few_texts_are_remembered_and_none_of_a_corpus():
    speakers.attributed.cache_clear()
    corpus_quotes([(str(n), f"“We won’t go,” said Ann Lee {n} times.") for n in range(20)])
    assert speakers.attributed.cache_info().currsize == 0
    for n in range(20):
        quote_table(f"“We won’t go,” said Ann Lee {n} times.")
    assert 1 < speakers.attributed.cache_info().currsize < 10


def test_what_is_remembered_is_what_a_fresh_reading_finds():
    text = load_article("seeds/nato_article.txt").text
    speakers.attributed.cache_clear()
    fresh = quote_table(text, all_kinds=True)
    assert quote_table(text, all_kinds=True).equals(fresh)
    assert list(speakers.attributed(text)) == attribute_quotes(text, find_quotes(text))
