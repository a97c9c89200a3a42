# %% [markdown]
# # Words in company
#
# | | |
# |---|---|
# | **You will be able to** | list the pairs of a text, and tell a pair that is frequent from one whose words belong together |
# | **Time** | 60 minutes |
# | **You need first** | frequency, stopwords_and_clouds |
# | **New words** | bigram, n-gram, expected count, association, collocation, PMI, log-likelihood |
#
# Run this cell first. It loads the article and cuts it into tokens, all in small letters.

# %%
import random
from collections import Counter
from math import log2

from textkit import collocations, frequency_table, load_article, ngrams, sentence_table, tokenize
from textkit.charts import plot_bars, side_by_side
from textkit.course import begin, keep

check, hint, progress = begin("words_in_company", globals())
article = load_article()
tokens = tokenize(article.text, lower=True)
print(len(tokens), "tokens")

# %% [markdown]
# ## Recall
#
# ### Exercise Once in a text
#
# A word is a hapax of the article. What do you know about it?
#
# - **a** It comes up exactly once in the article. Elsewhere it may be common.
# - **b** It is a rare word of the language.
# - **c** It comes up once in every 1,000 tokens.

# %%
answer = ...
### BEGIN SOLUTION
answer = "a"
### END SOLUTION
check("once_in_a_text")

# %% [markdown]
# ### Exercise When the stopwords are gone
#
# An article of 1,000 tokens has the word *bridge* in it 8 times. Somebody removes the stopwords, and 400 tokens are left.
# What is the rate of *bridge* in every 1,000 tokens now?
#
# - **a** 8, as before: no *bridge* was removed.
# - **b** 3.2
# - **c** 20

# %%
answer = ...
### BEGIN SOLUTION
answer = "c"
### END SOLUTION
check("without_stopwords")

# %% [markdown]
# ## Pairs of neighbors
#
# So far we have counted words one by one, and a shuffled article had the same counts. But words keep company, and
# that is lost when we shuffle. So now we count *neighbors*.
#
# A **bigram** is a pair of tokens that stand side by side. `ngrams(tokens, 2)` lists them all. Think of a window that is
# two tokens wide: it starts at the first token and moves on by **one** token at a time.

# %%
ngrams(["we", "stand", "side", "by"], 2)

# %% [markdown]
# With a window of three tokens you get *trigrams*. The word for a run of any length is **n-gram**.
#
# ### Exercise How many neighbors?
#
# Here are six tokens: *to be or not to be*. How many bigrams does `ngrams` list, and how many trigrams? Move the window
# with your finger. Put the two numbers into the list `prediction`, the bigrams first. Then run the cell below it.

# %%
prediction = [..., ...]
### BEGIN SOLUTION
prediction = [5, 4]
### END SOLUTION
check("neighbors")

# %%
small = ["to", "be", "or", "not", "to", "be"]
print(len(ngrams(small, 2)), "bigrams:", ngrams(small, 2))
print(len(ngrams(small, 3)), "trigrams:", ngrams(small, 3))

# %% [markdown]
# ### Bigrams by hand
#
# There is no magic in it. `range(3)` gives the numbers 0, 1 and 2, so that a loop can go from place to place. At place
# `i` stands the token `small[i]`, and its neighbor to the right is `small[i + 1]`:

# %%
for i in range(3):
    print(i, small[i], small[i + 1])

# %% [markdown]
# ### Exercise The most frequent pair
#
# These lines find the bigram that comes up most often, with its count. They are out of order, and one of them is not
# needed. Write the letters of the others in the right order into `order`. (If several tie, `most_common(1)` takes the
# one that it met first.)

# %%
lines = {
    "A": "top_pair = Counter(pairs).most_common(1)[0]",
    "B": "for i in range(len(tokens)):",
    "C": "    pairs.append((tokens[i], tokens[i + 1]))",
    "D": "pairs = []",
    "E": "for i in range(len(tokens) - 1):",
}
order = ...
### BEGIN SOLUTION
order = "DECA"
### END SOLUTION
check("top_pair")

# %% [markdown]
# Which pairs do you expect on top of the article? Write down three, then run the cell after it. Nobody grades a guess.

# %%
my_guess = ["… …", "… …", "… …"]

# %%
bigrams = ngrams(tokens, 2)
print("Bigrams: ", Counter(bigrams).most_common(8))
print("Trigrams:", Counter(ngrams(tokens, 3)).most_common(3))

# %% [markdown]
# ## Neighbors that never met
#
# A list of tokens does not show where a sentence ends. So the last word of a sentence and the first word of the next
# one become a bigram as well, although nobody put them together:

# %%
sentences = list(sentence_table(article.text)["text"])
print(ngrams(tokenize("The rain stopped. Boats went out.", lower=True), 2))
print("In the article: bigrams", len(bigrams), "- sentences", len(sentences))

# %% [markdown]
# ### Exercise Find the bug
#
# `sentence_bigrams` should list the bigrams *inside* the sentences and none across their ends. Run the cell: one pair is
# there that should not be. Fix the function. What do `tokens` and `pairs` hold after each round of the loop, and what
# should they hold?


# %%
def sentence_bigrams(sentences):
    pairs = []
    tokens = []
    for sentence in sentences:
        tokens = tokens + tokenize(sentence, lower=True)
        pairs = ngrams(tokens, 2)
    return pairs


### BEGIN SOLUTION
def sentence_bigrams(sentences):
    pairs = []
    for sentence in sentences:
        tokens = tokenize(sentence, lower=True)
        pairs = pairs + ngrams(tokens, 2)
    return pairs


### END SOLUTION
print(sentence_bigrams(["The rain stopped.", "Boats went out."]))
check("sentence_bigrams")

# %% [markdown]
# (The name `tokens` inside the function is a name of its own. The `tokens` of the article stay as they are.)
#
# In what follows we keep all bigrams, as many tools do. There is at most one false pair for each sentence end, and such
# a pair seldom comes up twice. But now you know that they are there.
#
# ## What would chance do?
#
# Two frequent words stand side by side now and then, even if they have nothing to do with each other. How often? We can
# try it out. We take the two most frequent words of the article, shuffle the article 200 times, and count the pair each
# time. Each `number` of `range(200)` shuffles in a way of its own.

# %%
top_words = list(frequency_table(tokens)["token"].head(2))
first, second = top_words[-1], top_words[0]
times = []
for number in range(200):
    shuffled = list(tokens)
    random.Random(number).shuffle(shuffled)
    times.append(ngrams(shuffled, 2).count((first, second)))
print("pair:", first, second)
print("in twenty of the shuffled articles:", times[:20])
print("on average in all 200 of them:     ", sum(times) / len(times))
print("in the article itself:             ", bigrams.count((first, second)))

# %% [markdown]
# Instead of shuffling we can compute that average. The first word stands at `count_1` places. After each of them may come
# any token, and the share of the second word among all tokens is `count_2` divided by their number. So the **expected
# count** of a pair, if only chance put words together, is
#
# $$\text{expected} = \frac{\text{count}_1 \times \text{count}_2}{\text{number of tokens}}$$

# %%
tokens.count(first) * tokens.count(second) / len(tokens)

# %% [markdown]
# Compare that with the average of the shuffled articles. Now we follow one pair: the bigram that comes up most often in
# the article. (Two names on the left take the two values on the right.)

# %%
pair, count = Counter(bigrams).most_common(1)[0]
word_1, word_2 = pair
count_1, count_2 = tokens.count(word_1), tokens.count(word_2)
print("pair:", word_1, word_2, "  count:", count)
print(word_1, "comes up", count_1, "times,", word_2, count_2, "times")

# %% [markdown]
# ### Exercise What chance would give
#
# How often would this pair stand side by side if only chance put the article's words together? Put the number into
# `expected`. Don't round it.

# %%
expected = ...
### BEGIN SOLUTION
expected = count_1 * count_2 / len(tokens)
### END SOLUTION
check("by_chance")

# %% [markdown]
# ## PMI: how much more often than chance
#
# When a pair comes up more often than chance would have it, its words have an **association**. A pair with a strong
# association is a **collocation**: words that keep each other's company.
#
# One way to measure it is to divide the count by the expected count. The result can be 2 or 2,000. To have handy numbers
# we ask *how many times we must double* to get there. That is the logarithm with base 2:

# %%
print("1 doubled three times is 8:", log2(8))
print("as often as chance:", log2(1))
print("half as often as chance:", log2(1 / 2))

# %% [markdown]
# The measure is called **PMI**, *pointwise mutual information* (Church and Hanks, 1990):
#
# $$\text{PMI} = \log_2 \frac{\text{count}}{\text{expected}}$$
#
# ### Exercise PMI by hand
#
# Compute the PMI of our pair, and put it into `pmi`.

# %%
pmi = ...
### BEGIN SOLUTION
pmi = log2(count / expected)
### END SOLUTION
check("pmi")

# %% [markdown]
# `collocations` does this for all pairs at once. `measure` says by which column to sort, and `min_count=1` says that a
# pair may come up only once. A list of names in square brackets picks several columns of a table.
#
# Before you run the cell: what kind of words will stand on top?

# %%
columns = ["word_1", "word_2", "count", "count_1", "count_2", "pmi"]
every_pair = collocations(tokens, measure="pmi", min_count=1)
every_pair[columns].head(10)

# %% [markdown]
# Are these the collocations of the article? Look at the three counts of each pair, and compare them with our pair, the
# most frequent one:

# %%
print(word_1, word_2, "comes up", count, "times")

# %% [markdown]
# ### Exercise Ahead of our pair
#
# How many rows of `every_pair` have a **higher** PMI than our pair? Put the number into `n_ahead`. The value of our pair is
# in `pmi`, and you know from chapter [[zipf]] how to pick rows by a condition with `<` or `>`.

# %%
n_ahead = ...
### BEGIN SOLUTION
n_ahead = len(every_pair[every_pair["pmi"] > pmi])
### END SOLUTION
check("ahead")

# %% [markdown]
# **PMI loves rare words.** Two hapaxes that happen to stand side by side get the highest PMI that a text of this length can
# give. But to meet once is no habit. The remedy is a minimum: without `min_count=1`, `collocations` leaves out all pairs
# that come up less than twice.

# %%
pairs = collocations(tokens, measure="pmi")
print(len(every_pair), "different pairs,", len(pairs), "of them more than once")
pairs[columns].head(10)

# %% [markdown]
# If any pairs are left, these look more like it. Still, the rarest of them tend to be on top. And where the minimum lies is
# a choice that *you* make: a report on collocations has to name it.
#
# ## Log-likelihood: how sure can we be?
#
# PMI asks how *strong* an association is. **Log-likelihood** (Dunning, 1993) asks how much *evidence* there is for it: how
# hard is it to explain these counts by chance? It grows with the strength, and it grows with the number of times we
# have seen the pair. So a pair of hapaxes no longer comes out on top, though in a short text it can still stand high. Chapter
# 10 computes one by hand; here we read it from the table. (When a pair is *rarer* than chance, that is evidence, too. Its PMI
# is then below zero.)

# %%
columns = ["word_1", "word_2", "count", "pmi", "log_likelihood"]
collocations(tokens, measure="log_likelihood")[columns].head(10)

# %% [markdown]
# Now the same pairs by their count. `+` glues two columns of text together, so that the column `pair` holds both words.

# %%
by_count = collocations(tokens, measure="count")
by_count["pair"] = by_count["word_1"] + " " + by_count["word_2"]
top_ten = by_count.head(10)
top_ten[["pair", "count", "pmi", "log_likelihood"]]

# %% [markdown]
# ### Exercise Frequent, but hardly associated
#
# Which of the pairs in `top_ten` has the lowest log-likelihood? Put the pair into `weak`, as text, such as `"the dog"`. You
# may find it by eye, or let `sort_values` help you, as in chapter [[meet_the_article]].

# %%
weak = ...
### BEGIN SOLUTION
weakest_first = list(top_ten.sort_values("log_likelihood")["pair"])
weak = " ".join(weakest_first[:1])  # by eye is as good
### END SOLUTION
check("weak_pairs")

# %% [markdown]
# ## Read the chart
#
# The most frequent pairs, in the same order in two charts: first their count, then their log-likelihood. (In a narrow
# window the second chart is below the first.) Before you run the cell: if frequent meant the same as associated, what would
# the second chart look like?

# %%
shown = by_count.head(15)
side_by_side(
    plot_bars(shown, label="pair", value="count", title="How often"),
    plot_bars(shown, label="pair", value="log_likelihood", title="How much evidence"),
)

# %% [markdown]
# - *What it shows:* whether the bars of the second chart get shorter in step with those of the first. A pair with a long bar
#   in the first and a short one in the second is frequent mostly because its words are.
# - *What it hides:* all pairs below the ones shown; words that belong together but stand further apart (*neither … nor*); and
#   that these counts are small: a single sentence more could change the order.
# - *What a careless reader would conclude:* that the longest bar of the second chart is the most important phrase of
#   the article.
#   It may be a name, or a phrase that one speaker repeats.
#
# **Explain.** A friend lists the ten pairs with the highest count and calls them "the phrases that this article is made of". In
# two or three sentences: which pair would you take off the list, which one would you put first, and why?
#
# *A good answer names two pairs with their counts and their scores, says what chance alone would do with the words of the
# first, names the minimum count, and admits what one cannot know from so few occurrences.*

# %% [markdown]
# *Your answer:*

# %% [markdown]
# ## Exit
#
# Write one claim about words that belong together in the article, with its evidence: the pair, its count, what chance would
# give, one measure by name, and the minimum count. For example: "The words … come up side by side … times; chance alone
# would give …".
#
# Put it into the case file, in place of the three dots:

# %%
keep("…")

# %%
progress()

# %% [markdown]
# ## Go further
#
# In a shuffled article no word keeps company: whatever looks associated there is an accident. So it shows what a measure
# makes of nothing. Compare its highest PMI and its highest log-likelihood with those of the article. Which of the two
# measures can tell the article from a bag of words? Does `min_count=2` change your mind? (`.max()` does what `max` does.)

# %%
shuffled = list(tokens)
random.Random(1).shuffle(shuffled)
for text in [tokens, shuffled]:
    scores = collocations(text, min_count=1)
    print("highest PMI:", scores["pmi"].max(), "  highest log-likelihood:", scores["log_likelihood"].max())
