# %% [markdown]
# # Same word?
#
# | | |
# |---|---|
# | **You will be able to** | join the forms of a word by their stem, and say what that mends and what it wrecks |
# | **Time** | 50 minutes |
# | **You need first** | stopwords_and_clouds |
# | **New words** | stem, stemmer, lemma |
# | **New Python** | `PorterStemmer()` `.stem()` · `["…"] = …` · `.duplicated()` · `for …, … in …` |
#
# Run this cell first. It loads the article and keeps its content words.

# %%
from nltk.stem import PorterStemmer, SnowballStemmer

from textkit import STOPWORDS, frequency_table, load_article, tokenize
from textkit.charts import plot_frequency, side_by_side
from textkit.course import begin, keep

check, hint, progress = begin("stems", globals())
article = load_article()
tokens = tokenize(article.text, lower=True)
content = [token for token in tokens if token not in STOPWORDS] or tokens  # tokens: if none is left
print(len(content), "content words")

# %% [markdown]
# ## Recall
#
# ### Exercise How many types?
#
# A text has the words *Ally*, *ally*, *allies* and *allied* in it. You cut it up with `lower=True`. How many types are they?
#
# - **a** 4
# - **b** 3
# - **c** 1, because all of them mean the same

# %%
answer = ...
### BEGIN SOLUTION
answer = "b"
### END SOLUTION
check("forms_as_types")

# %% [markdown]
# ### Exercise What was lost?
#
# You took *said* out of a count, and the topic of the article came out more clearly. Which question can the shorter list no longer
# answer?
#
# - **a** What is the article about?
# - **b** How many characters does the article have?
# - **c** How often does somebody get to speak?

# %%
answer = ...
### BEGIN SOLUTION
answer = "c"
### END SOLUTION
check("what_was_lost")

# %% [markdown]
# ## Four words or one?
#
# A frequency table counts spellings. To it, *ally* and *allies* have no more to do with each other than *ally* and *rain*. So a topic
# that comes in many forms can stand far down in the table, while one with a single form stands on top.
#
# A **stemmer** cuts the ending off a word. What is left is its **stem**, and words with the same stem are counted as one. The best
# known stemmer for English was written by Martin Porter in 1980. `PorterStemmer()` makes one, and its method `stem` does the cutting:

# %%
porter = PorterStemmer()
print(porter.stem("bridge"), porter.stem("bridges"), porter.stem("bridging"))

# %% [markdown]
# *bridg* is no word, and need not be. A stem is only a label for what belongs together.
#
# ### Exercise Four words
#
# How many **different** stems will Porter find for *ally*, *allies*, *allied* and *alliance*? Put your number into `prediction`
# before you run the cell below it.

# %%
prediction = ...
### BEGIN SOLUTION
prediction = 2
### END SOLUTION
check("four_words")

# %%
for word in ["ally", "allies", "allied", "alliance"]:
    print(word, "→", porter.stem(word))

# %% [markdown]
# A stemmer knows endings, and no meanings. It has rules such as *-ies becomes -i*, and it applies them to every word alike.
#
# ## Families in the article
#
# Now all content words. Each token becomes its stem:

# %%
stems = [porter.stem(token) for token in content]
print(content[:12])
print(stems[:12])

# %% [markdown]
# ### Exercise How many families?
#
# Words with the same stem are a family. How many families do the content words of the article make? Put the number into
# `n_families`.

# %%
n_families = ...
### BEGIN SOLUTION
n_families = len(set(stems))
### END SOLUTION
check("n_families")

# %%
print(len(set(content)), "types,", len(set(stems)), "families")

# %% [markdown]
# Fewer, but perhaps not as many fewer as you thought. In a short text most words come in one form only.
#
# Which words were joined? We give the frequency table a new column. (A name in square brackets on the *left* of the `=` makes a
# column.) Then `duplicated` picks the rows whose stem stands in a row higher up already:

# %%
table = frequency_table(content)
table["stem"] = [porter.stem(token) for token in table["token"]]
again = table[table["stem"].duplicated()]
again[["token", "count", "stem"]].head(8)

# %% [markdown]
# Each of these words has joined one that comes up more often. From here on we follow the first of them. (If no two words of the
# article have the same stem, we follow its most frequent word, and its family has one member.)

# %%
word = (list(again["token"]) or list(table["token"]))[0]
print("Our word:", word, " its stem:", porter.stem(word))

# %% [markdown]
# ### Exercise Who is in the family?
#
# These lines collect, in the list `family`, every content word with the same stem as `word`, each once and from A to Z. They are out
# of order, and one of them is not needed. Write the letters of the others in the right order into `order`.

# %%
lines = {
    "A": "        family.append(other)",
    "B": "    if porter.stem(other) == word:",
    "C": "family = []",
    "D": "    if porter.stem(other) == porter.stem(word):",
    "E": "for other in sorted(set(content)):",
}
order = ...
### BEGIN SOLUTION
order = "CEDA"
### END SOLUTION
check("family_lines")

# %%
family = [other for other in sorted(set(content)) if porter.stem(other) == porter.stem(word)]
print(family)

# %% [markdown]
# ### Exercise What the family adds
#
# How many tokens does the whole family have **more** than `word` alone? Put the number into `gain`. (`stems` has a stem for every
# token of `content`.)

# %%
gain = ...
### BEGIN SOLUTION
gain = stems.count(porter.stem(word)) - content.count(word)
### END SOLUTION
check("family_gain")

# %% [markdown]
# ## What a stemmer wrecks
#
# Here are seven pairs. A loop can take both words of a pair at once, if there are two names between `for` and `in`. Before you run the
# cell: which of these pairs would *you* count as one word?

# %%
pairs = [
    ("ally", "allies"),
    ("import", "important"),
    ("general", "generous"),
    ("universe", "university"),
    ("organ", "organization"),
    ("ally", "alliance"),
    ("ran", "run"),
]
for first, second in pairs:
    print(first, second, porter.stem(first) == porter.stem(second))

# %% [markdown]
# It goes wrong in two directions. *Organ* and *organization* are joined, though nobody means the one by the other. *Ran* and *run*
# are kept apart, though they are forms of one verb. The dictionary form, *run* for *ran*, is called the **lemma**. To find it, a
# program needs a dictionary and some grammar; a stemmer has neither, and that is why it is so quick.
#
# ### Exercise Find the bug
#
# `same_family` should say whether two words have the same stem, as `True` or `False`. Run the cell: *ally* and *allies* should have. Which
# side of the comparison is not what it should be? Fix it.


# %%
def same_family(first, second):
    return porter.stem(first) == second


### BEGIN SOLUTION
def same_family(first, second):
    return porter.stem(first) == porter.stem(second)


### END SOLUTION
print(same_family("ally", "allies"), same_family("ally", "alliance"))
check("same_family")

# %% [markdown]
# There are other stemmers. Porter's own later one is called *Snowball* (or *Porter2*). On most words the two agree. These are the
# words of the article on which they do not:

# %%
snowball = SnowballStemmer("english")
for token in sorted(set(tokens)):
    if porter.stem(token) != snowball.stem(token):
        print(token, "→", porter.stem(token), "or", snowball.stem(token))

# %% [markdown]
# ## Read the chart
#
# The most frequent content words on the left, the most frequent families on the right. Before you run the cell: which word will
# climb?

# %%
families = frequency_table(stems)
side_by_side(
    plot_frequency(table, top=15, title="Words as they are spelled"),
    plot_frequency(families, top=15, title="Families of words"),
)

# %% [markdown]
# - *What it shows:* which words move when their forms are counted together, and by how much.
# - *What it hides:* who is in a family, and whether they belong together. A bar labeled *gener* may be generals, or generosity.
# - *What a careless reader would conclude:* that the right chart is the true one, because it is "cleaned".
#
# ### Exercise Which answer is better?
#
# Two students were asked: *Should we count families or spellings, to see how the article speaks of its allies?* Here is the rubric: *a
# good answer names two words with their counts, says what is gained, and says what may be joined wrongly.* Which answer is better by it?
#
# - **a** "Families, because a stemmer removes the noise and the result is more accurate. It is what professionals do."
# - **b** "Families: *ally* has 3 tokens and *allies* has 2, so together they are 5 and no longer fall apart. But I would look who
#   else is in there: *alliance* is not, although it belongs to the topic."

# %%
better = ...
### BEGIN SOLUTION
better = "b"
### END SOLUTION
check("better_stems")

# %% [markdown]
# **Explain.** Now it is your turn. Take one family of this article. In two or three sentences: what do you gain by counting it as one,
# what do you lose, and would you do it for the question *whose words does this article let us hear*?
#
# *A good answer names two words with their counts, says what is gained, and says what may be joined wrongly.*

# %% [markdown]
# *Your answer:*
#
# ### BEGIN SOLUTION
# A model: as spellings, the two words stand apart and each looks rarer than the topic is; as one family they move up the table. But a
# stem says nothing about meaning, so I would print the family first and take out what only looks alike. For the question of the
# series I would keep the spellings: *ally* and *allies* do not say who speaks, and a stemmer joins *it* and *its*, too.
# ### END SOLUTION

# %% [markdown]
# ## Exit
#
# What did your choice move? Put one sentence with a number into the case file. For example: "Counted as a family, … comes up … times in
# place of …, because …".

# %%
keep("…")

# %%
progress()

# %% [markdown]
# ## Go further
#
# A stemmer made for one language does odd things to another. Try a few words of a language that you know. `SnowballStemmer` has rules
# for fifteen languages; `SnowballStemmer.languages` lists them.

# %%
for foreign in ["libraries", "Bibliotheken", "bibliothèques", "bibliotecas"]:
    print(foreign, "→", porter.stem(foreign))
