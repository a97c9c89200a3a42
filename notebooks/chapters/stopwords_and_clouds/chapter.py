# %% [markdown]
# # Stopwords and clouds
#
# | | |
# |---|---|
# | **You will be able to** | remove words for a reason that you can defend, and say what a word cloud hides |
# | **Time** | 60 minutes |
# | **You need first** | frequency, zipf |
# | **New words** | stopword, function word, content word, word cloud |
# | **New Python** | `and` `!=` · `…, … = …` |
#
# Run this cell first. It loads the article, cuts it into tokens in small letters and counts them.

# %%
from textkit import STOPWORDS, frequency_table, load_article, tokenize
from textkit.charts import plot_cloud, plot_frequency, side_by_side
from textkit.course import begin, explore_words, keep

check, hint, progress = begin("stopwords_and_clouds", globals())
article = load_article()
tokens = tokenize(article.text, lower=True)
table = frequency_table(tokens)
table.head(8)

# %% [markdown]
# ## Recall
#
# ### Exercise Often or seldom
#
# A word comes up 12 times in a text of 600 tokens. What is its rate in every 1,000 tokens?
#
# - **a** 2
# - **b** 12
# - **c** 20
# - **d** 50

# %%
answer = ...
### BEGIN SOLUTION
answer = "c"
### END SOLUTION
check("often_or_seldom")

# %% [markdown]
# ## Words that every text needs
#
# On top of a frequency table there are mostly words such as *the*, *of* and *that*. They hold a sentence together, and
# say little about its topic. They are called **function words**; the others are **content words**. A list of words
# to leave out of a count is a list of **stopwords**. Ours has the most common function words of English. It stands
# in the file `textkit/words/stopwords.txt`, where you can read and question it.

# %%
print(len(STOPWORDS), "stopwords, among them:")
print(sorted(STOPWORDS)[:40])

# %% [markdown]
# It is a set, so `in` tells whether a word is on the list. Here is what it removes from the beginning of the article, and what
# it leaves:

# %%
print("removed:", [token for token in tokens[:30] if token in STOPWORDS])
print("left:   ", [token for token in tokens[:30] if token not in STOPWORDS])

# %% [markdown]
# ### Exercise How much is removed?
#
# Before you count: will it be a quarter of the article, half, more? Make a guess. Then compute what share of the
# article's *tokens* are stopwords, as a number between 0 and 1, and put it into `share_removed`.

# %%
removed = [token for token in tokens if token in STOPWORDS]
share_removed = ...
### BEGIN SOLUTION
share_removed = len(removed) / len(tokens)
### END SOLUTION
check("share_removed")

# %% [markdown]
# ### Exercise Keep the others
#
# These lines collect the content words in the list `content`. They are out of order, and one of them is not
# needed. Write the letters of the others in the right order into `order`.

# %%
lines = {
    "A": "    if token not in STOPWORDS:",
    "B": "        content.append(token)",
    "C": "for token in tokens:",
    "D": "    if token in STOPWORDS:",
    "E": "content = []",
}
order = ...
### BEGIN SOLUTION
order = "ECAB"
### END SOLUTION
check("keep_others")

# %% [markdown]
# A list comprehension does the same in one line. Now there are other words on top:

# %%
content = [token for token in tokens if token not in STOPWORDS]
content_table = frequency_table(content)
content_table.head(8)

# %% [markdown]
# Watch the column `per_thousand`. It now says how often a word comes up in 1,000 *content* words. Its numbers are
# larger than before, although no word comes up more often: what has changed is what we divide by.
#
# To see both tables in turn, as bars, run the next cell, and tick or untick its box. The line below the chart is
# the code for what you see. (The box lives in the kernel: if it says "model not found" another day, run the cell again.)

# %%
explore_words(tokens)

# %% [markdown]
# ### Exercise Find the bug
#
# `content_words` should give the content words of a text in small letters. Run the cell: some function words are still
# there. Which ones, and why? Fix it.


# %%
def content_words(text):
    words = tokenize(text)
    kept = [word for word in words if word not in STOPWORDS]
    return [word.lower() for word in kept]


### BEGIN SOLUTION
def content_words(text):
    words = tokenize(text, lower=True)
    return [word for word in words if word not in STOPWORDS]


### END SOLUTION
print(content_words("The allies met in Warsaw. They spoke about the border. And then they left."))
check("content_words")

# %% [markdown]
# ## Removing words is an argument
#
# No list of stopwords is right for every question. In a news article *said* is on every page: for the question "what is it about?"
# it is in the way, for the question "who gets to speak?" it is the very word to count. Whoever removes a word claims that
# it doesn't matter *here*.
#
# ### Exercise Three words of your own
#
# Look at the content words on top. Which three would you remove as well, if you wanted to know what the article is
# about? Put them into `my_words`, in small letters. They must be in the article, and not on the list already. Any three will do, as long
# as you can defend them.

# %%
my_words = [..., ..., ...]
### BEGIN SOLUTION
my_words = list(content_table["token"].head(3))  # any three that you can defend
### END SOLUTION
check("three_words")

# %% [markdown]
# **Explain.** One sentence for each of your three words: why doesn't it help to tell what the article is about?
#
# *A good answer gives a reason from the question that is asked, not from the number alone, and names a question for
# which one of the words should stay.*

# %% [markdown]
# *Your answer:*
#
# ### BEGIN SOLUTION
# A model: *said* only tells that somebody speaks, whatever the topic; *also* and *year* would fit any article. For the question who gets to
# speak, *said* should stay.
# ### END SOLUTION

# %% [markdown]
# ### Exercise Your own content words
#
# Make the list `my_content`: all `tokens` that are neither in `STOPWORDS` nor in `my_words`. You can join two conditions with
# `and`: `if token != "a" and token != "b"`. (`!=` means *is not equal to*.)

# %%
my_content = ...
### BEGIN SOLUTION
my_content = [token for token in tokens if token not in STOPWORDS and token not in my_words]
### END SOLUTION
check("own_content_words")

# %% [markdown]
# ### Exercise A small word
#
# The word *not* is on the list. Somebody removes the stopwords from "This is a threat" and from "This is not a
# threat". What is left of each?
#
# - **a** *threat*, and *not threat*: the difference is still there.
# - **b** *threat*, and *threat*: the two can no longer be told apart.
# - **c** Nothing, and nothing.

# %%
answer = ...
### BEGIN SOLUTION
answer = "b"
### END SOLUTION
check("small_word")

# %% [markdown]
# ## Clouds
#
# A **word cloud** prints frequent words in large letters. It is drawn from the same table as the bars. Look at the cloud
# only, and write down the five words that you would rank first to fifth. Nobody grades a guess.

# %%
plot_cloud(content_table, top=60, title="The most frequent words left")

# %%
my_ranks = ["…", "…", "…", "…", "…"]

# %% [markdown]
# Now the same words beside their bars. How many of your five are in the right place?

# %%
side_by_side(
    plot_cloud(content_table, top=60, title="The most frequent words left"),
    plot_frequency(content_table, top=15, title="The most frequent words left"),
)

# %% [markdown]
# ### Exercise How many times as often?
#
# Here are two words of the cloud. (A comma on both sides of the `=` gives two values two names at once.) Judge by their letters first: how
# many times as often does `big` come up as `small`? Then compute the number from the counts, and put it into `times`.

# %%
top_words = list(content_table["token"].head(10)) or tokens  # tokens: if no content word is left
big, small = top_words[0], top_words[-1]
print("big:", big, "   small:", small)

# %%
times = ...
### BEGIN SOLUTION
times = tokens.count(big) / tokens.count(small)
### END SOLUTION
check("times_as_often")

# %% [markdown]
# ## Read the chart
#
# - *What the cloud shows:* some frequent words, and at a glance what the topic may be.
# - *What it hides:* the numbers; which of two middling words is ahead; and what was removed before it was drawn. Long words look larger
#   than short ones with the same count. Place and color mean nothing.
# - *What a careless reader would conclude:* that the largest word is the message of the article.
#
# ### Exercise Which answer is better?
#
# Two students were asked: *Would you print the cloud or the bars?* The rubric: *a good answer names two words with their counts that the
# cloud does not tell apart, and says for whom the cloud would be enough.* Which answer is better by it?
#
# - **a** "The bars: *ferry* (9) and *harbor* (8) look alike in the cloud. On a poster that only has to say 'this is about a port', the
#   cloud would do."
# - **b** "The cloud, because it is more interesting to look at and shows all the words at a glance."

# %%
better = ...
### BEGIN SOLUTION
better = "a"
### END SOLUTION
check("better_cloud")

# %% [markdown]
# **Explain.** Name one thing that the bars tell you and the cloud doesn't, and one reason why somebody would
# show the cloud all the same.
#
# *A good answer names two words with their counts that the cloud does not tell apart, and says for whom the cloud would be enough.*

# %% [markdown]
# *Your answer:*
#
# ### BEGIN SOLUTION
# A model: *…* (…) and *…* (…) look the same in the cloud, and the longer one even looks larger. For a title page the cloud is enough; for
# a claim I need the bars.
# ### END SOLUTION

# %% [markdown]
# ## Exit
#
# What is the article about? Write one claim into the case file, with the numbers that support it, and say which words you removed
# before you counted.

# %%
keep("…")

# %%
progress()

# %% [markdown]
# ## Go further
#
# Function words are not worthless. How often a writer says *we* or *they*, *I* or *you*, tells who stands on which side, and
# such small words have helped to find out who wrote a text. Compare a few of them here. What might the numbers say
# about who gets to speak in the article? (`isin` picks the rows whose value is in a list.)

# %%
small_words = ["we", "our", "us", "they", "their", "i", "you"]
table[table["token"].isin(small_words)]
