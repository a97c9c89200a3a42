"""What holds for all tests."""

import pytest


@pytest.fixture(autouse=True)
def the_projects_own_article(monkeypatch):
    """The tests are about the article in seeds/, whatever a class uses in this folder (see `use_article`)."""
    monkeypatch.setenv("TEXTKIT_ARTICLE", "seeds/nato_article.txt")
