"""What kind of text it is, and in which language."""

import pandas as pd
import pytest
from course import ARTICLES, CHAPTERS, SHAPES

from textkit import load_article
from textkit.course import preflight
from textkit.course.genre import text_kind, text_language

KINDS = {
    "interview": "questions and answers in English",
    "transcript": "a transcript in English",
    "story": "a story with dialogue in English",
    "speech": "a text without quotes in English",
    "poem": "a very short text in English",
    "one_paragraph": "news in English",
    "capitals": "news in English",
    "german": "news in German",
    "french": "news in French",
    "list": "a list in English",
    "numbers": "a list in numbers",
}


@pytest.mark.parametrize("shape", KINDS)
def test_a_shape_is_told_by_its_layout_and_its_small_words(shape):
    assert str(text_kind(load_article(SHAPES[shape]))) == KINDS[shape]


@pytest.mark.parametrize("name", ["nato", "long_report", "one_speaker"])
def test_our_articles_are_news_in_english(name):
    assert str(text_kind(load_article(ARTICLES[name]))) == "news in English"


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("Spanish", "El puente sobre el río está cerrado, pero los vecinos no han perdido la esperanza."),
        ("Italian", "Il ponte sul fiume è chiuso, ma gli abitanti della città non hanno perso la speranza."),
        ("Portuguese", "A ponte sobre o rio foi fechada, mas os moradores da cidade não se queixam."),
        (
            "Dutch",
            "De brug over de rivier is dicht, maar het dorp heeft er geen last van.",
        ),
        (
            "Swedish",
            "Bron över ån är stängd, men de som bor i byn har inte gett upp.",
        ),
        ("Polish", "Most na rzece jest zamknięty, ale mieszkańcy nie tracą nadziei i czekają na lato."),
        (
            "Turkish",
            "Nehrin üzerindeki köprü kapalı ama köyde yaşayanlar için bu çok önemli değil.",
        ),
        (
            "Finnish",
            "Joen silta on suljettu, mutta kylän asukkaat ovat sitä mieltä, että se ei ole hyvä.",
        ),
        (
            "Hungarian",
            "A folyó feletti híd zárva van, de a falu lakói nem adták fel.",
        ),
        ("Indonesian", "Jembatan di atas sungai itu ditutup, tetapi warga desa tidak akan pergi dari sana."),
        ("an unknown language, in Cyrillic script", "Мост через реку закрыт, но жители не теряют надежды."),
        ("an unknown language, in Greek script", "Η γέφυρα είναι κλειστή, αλλά οι κάτοικοι περιμένουν."),
        ("numbers", "2019 12.4 118"),
    ],
)
def test_a_sentence_is_enough_to_tell_its_language(language, text):
    assert text_language(text) == language


@pytest.mark.parametrize("shape", ["german", "french"])
def test_a_text_in_another_language_suits_no_chapter_that_rests_on_english(shape):
    table = preflight(load_article(SHAPES[shape])).set_index(pd.Index(CHAPTERS))
    language = KINDS[shape].rpartition(" ")[2]
    for chapter in ("stopwords_and_clouds", "stems", "ngrams", "words_in_context", "quotes", "who_said_it"):
        assert not table.loc[chapter, "suits"]
        assert f"It wants English, and this text is in {language}." in table.loc[chapter, "because"]
    assert "It wants English" not in table.loc["words_in_company", "because"]  # it has a debate of its own
