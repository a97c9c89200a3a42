# %% [markdown]
# # Frequency
#
# | | |
# |---|---|
# | **You will be able to** | count words, rank them, compare texts of different length, and read a bar chart with care |
# | **Time** | 50 minutes |
# | **You need first** | tokens |
# | **New words** | type, frequency, rank, tie, rate per 1,000 tokens |
# | **New Python** | `sorted()` · `Counter()` `.most_common()` · `.count()` `or` · `.iloc[…]` |
#
# Run this cell first. It loads the article and cuts it into tokens, all in small letters.

# %%
from collections import Counter

from textkit import frequency_table, load_article, tokenize
from textkit.charts import plot_frequency
from textkit.course import begin, keep

check, hint, progress = begin("frequency", globals())
article = load_article()
tokens = tokenize(article.text, lower=True)
tokens[:12]

# %% [markdown]
# ## Recall
#
# ### Exercise What lower=True does
#
# What does `lower=True` change about the tokens of a text?
#
# - **a** It leaves out words that begin with a capital letter.
# - **b** It writes every token in small letters, so that *The* and *the* become the same token.
# - **c** It makes the text shorter: there are fewer tokens.

# %%
answer = ...
### BEGIN SOLUTION
answer = "b"
### END SOLUTION
check("lower")

# %% [markdown]
# ## Tokens and types
#
# The same word can come up many times. Each time is a **token**; the word itself, however often it comes up, is one
# **type**. A set keeps one of each, and `sorted` puts them in order, from A to Z:

# %%
small = ["to", "be", "or", "not", "to", "be"]
print(len(small), "tokens")
print(len(set(small)), "types:", sorted(set(small)))

# %% [markdown]
# ### Exercise How many types?
#
# How many types do the article's `tokens` have? Put the number into `n_types`.

# %%
n_types = ...
### BEGIN SOLUTION
n_types = len(set(tokens))
### END SOLUTION
check("types")

# %% [markdown]
# ## Counting
#
# The **frequency** of a type is the number of its tokens. The method `count` counts one word of a list. A `Counter` counts them all:

# %%
print(small.count("be"))
Counter(small)

# %% [markdown]
# ### Exercise Put the lines in order
#
# These lines make the list of the three most frequent words of the article, but they are out of order, and one
# of them is not needed. Write the letters of the others in the right order into `order`, such as `"CAB"`.
# (`most_common(3)` gives pairs of a word and its count, and `for word, count in pairs` gives each part a name.)

# %%
lines = {
    "A": "top_three = [word for word, count in pairs]",
    "B": "counts = Counter(tokens)",
    "C": "counts = Counter(set(tokens))",
    "D": "pairs = counts.most_common(3)",
}
order = ...
### BEGIN SOLUTION
order = "BDA"
### END SOLUTION
check("top_three")

# %% [markdown]
# ## The frequency table
#
# `frequency_table` makes a table of all these counts, the highest on top. Before you run it, write down the three words you expect there.
# Nobody grades a guess.

# %%
my_guess = ["…", "…", "…"]

# %%
table = frequency_table(tokens)
table.head(10)

# %% [markdown]
# In almost any English text *the* is on top or close to it. So what have we learned about this article? Very little
# yet. The words that every text needs crowd out the words that this one is about.
#
# The column `rank` is the place in the table. Words with the same count **tie**: they share the best place, and the
# next place stays empty, as in a race. If two words share rank 5, the next one has rank 7.
#
# ### Exercise A tie
#
# The next cell goes down the table from the tenth row on, to the first count that several words share (or takes the last count), and picks a
# row with it. (`iloc` picks a row by its place, counted from 0.)
# Which words have exactly the same count as the word in that row? Put all of them, this one included, into the list `tied`.
# As a pattern: `table[table["count"] == 5]["token"]` first picks the rows with a count of 5, and then their column `token`.

# %%
counts = list(table["count"])
shared = [count for count in counts[9:] if counts.count(count) > 1]
first_shared = (shared or counts[-1:])[0]
row = table[table["count"] == first_shared].iloc[0]
print(row["token"], "has a count of", row["count"])

# %%
tied = ...
### BEGIN SOLUTION
tied = list(table[table["count"] == row["count"]]["token"])
### END SOLUTION
check("tie")

# %% [markdown]
# ## Counts of texts that differ in length
#
# A word comes up 20 times. Is that a lot? In an article of 500 words it is; in a novel it is next to nothing. So we
# divide by the number of tokens, and to get handy numbers we multiply by 1,000:
#
# $$\text{rate per 1,000} = \frac{\text{count}}{\text{number of tokens}} \times 1000$$
#
# Let's follow one word: the most frequent one with five letters or more. (`long_tokens or tokens` means: `long_tokens`, or all the tokens
# if that list is empty. And `["token"][0]` is the first value of the column `token`.)

# %%
long_tokens = [token for token in tokens if len(token) >= 5]
keyword = frequency_table(long_tokens or tokens)["token"][0]
print(keyword, "comes up", tokens.count(keyword), "times")

# %% [markdown]
# ### Exercise Rate per 1,000 tokens
#
# How often does `keyword` come up in every 1,000 tokens? Put the number into `rate`.

# %%
rate = ...
### BEGIN SOLUTION
rate = tokens.count(keyword) / len(tokens) * 1000
### END SOLUTION
check("rate")

# %% [markdown]
# ### Exercise Find the bug
#
# `count_word` should say how often a word comes up in a list of tokens. It never says more than 1. Find the line that
# is wrong, and fix it.


# %%
def count_word(word, tokens):
    count = 0
    for token in tokens:
        if token == word:
            count = 1
    return count


### BEGIN SOLUTION
def count_word(word, tokens):
    count = 0
    for token in tokens:
        if token == word:
            count = count + 1
    return count


### END SOLUTION
check("count_word")

# %% [markdown]
# ## Capital letters again
#
# Here is the table you get if you forget `lower=True`:

# %%
printed = tokenize(article.text)
frequency_table(printed).head(10)

# %% [markdown]
# ### Exercise What the capitals hide
#
# The next cell goes down our `table` (with `lower=True`) to the first word that the article prints with a capital letter in some places and
# without in others. How many of its tokens have a capital letter? Put the number into `hidden`. `tokens.count(word)` and
# `printed.count(word)` are all you need.

# %%
top = list(table["token"].head(50))
both = [token for token in top if 0 < printed.count(token) < tokens.count(token)]
word = (both or top)[0]
print(word)

# %%
hidden = ...
### BEGIN SOLUTION
hidden = tokens.count(word) - printed.count(word)
### END SOLUTION
check("capitals")

# %% [markdown]
# ## Read the chart

# %%
plot_frequency(table)

# %% [markdown]
# - *What it shows:* the twenty most frequent types and how far they are apart.
# - *What it hides:* everything below rank 20, in most texts the far larger part of the vocabulary; and where in the article
#   the words are.
# - *What a careless reader would conclude:* that the article is about its longest bar.
#
# ### Exercise Which answer is better?
#
# Two students were asked: *Which words tell you what the article is about?* The rubric: *a good answer names two words with their counts,
# says why the words on top are not among them, and admits what counts cannot tell.* Which answer is better by it?
#
# - **a** "*The* and *to*, since they are by far the most frequent, and a text is about what it says most often."
# - **b** "*Ferry* (9) and *harbor* (7). *The* has 41, but it is on top in any English text. That the ferry is late, and not new, no count
#   can tell me."

# %%
better = ...
### BEGIN SOLUTION
better = "b"
### END SOLUTION
check("better_topic")

# %% [markdown]
# **Explain.** In two or three sentences: which bars tell you what the article is about, and how did you decide?
#
# *A good answer names at least two words with their counts, says why the words on top are not among them, and admits
# what counts cannot tell.*

# %% [markdown]
# *Your answer:*
#
# ### BEGIN SOLUTION
# A model: *…* (…) and *…* (…) tell me the topic. The words above them would be on top in any English text. But a count can't tell me whether
# something is claimed, denied or asked.
# ### END SOLUTION

# %% [markdown]
# ## Exit
#
# Write one claim about the article into the case file, with the number from this chapter that supports it. For example: "The word …
# comes up … times in every 1,000 tokens, more often than …".

# %%
keep("…")

# %%
progress()

# %% [markdown]
# ## Go further
#
# How high would `rate` be in another text? Paste one of your own between the quotation marks (three of them, so that it may have
# several lines), and compare. Which of the two numbers would you trust more, and why?

# %%
my_text = """The dog saw the cat. The cat saw the dog first."""
frequency_table(tokenize(my_text, lower=True)).head()
