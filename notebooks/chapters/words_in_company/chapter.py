# %% [markdown]
# # Words in company
#
# | | |
# |---|---|
# | **You will be able to** | tell a pair that is merely frequent from one whose words belong together, with a measure and its trap |
# | **Time** | 55 minutes |
# | **You need first** | ngrams |
# | **New words** | expected count, association, collocation, PMI, log-likelihood |
# | **New Python** | `log2()` |
#
# Run this cell first. It loads the article and a longer text: a debate in a town that is **invented**, in which there is more to see.

# %%
import random
from collections import Counter
from math import log2

from textkit import collocations, load_article, ngrams, tokenize
from textkit.charts import plot_bars, side_by_side
from textkit.course import begin, keep

check, hint, progress = begin("words_in_company", globals())
article = load_article()
tokens = tokenize(article.text, lower=True)
bigrams = ngrams(tokens, 2)
debate = tokenize(load_article("seeds/tarrowmere_debate.txt").text, lower=True)
print(len(tokens), "tokens in the article,", len(debate), "in the debate")

# %% [markdown]
# ## Recall
#
# ### Exercise How many pairs?
#
# A text has 700 tokens. How many bigrams does `ngrams(tokens, 2)` list?
#
# - **a** 350
# - **b** 699
# - **c** 700

# %%
answer = ...
### BEGIN SOLUTION
answer = "b"
### END SOLUTION
check("pairs_of_a_text")

# %% [markdown]
# ### Exercise When the stopwords are gone
#
# An article of 1,000 tokens has the word *bridge* in it 8 times. Somebody removes the stopwords, and 400 tokens are left.
# What is the rate of *bridge* per 1,000 tokens now?
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
# ## What would chance do?
#
# Two frequent words stand side by side now and then, even if they have nothing to do with each other. How often? Let's try it out. In the
# debate, *we have* comes up a good many times, and so do both of its words. We shuffle the debate 200 times, each time in another way, and
# count the pair each time.

# %%
times = []
for number in range(200):
    shuffled = list(debate)
    random.Random(number).shuffle(shuffled)
    times.append(ngrams(shuffled, 2).count(("we", "have")))
print("in twenty of the shuffled debates:", times[:20])
print("on average in all 200 of them:    ", sum(times) / len(times))

# %% [markdown]
# ### Exercise Chance or habit?
#
# In the 200 shuffles *we have* never came up more than a few times. In the debate itself the candidates say it more than a dozen times. What
# follows?
#
# - **a** Nothing: both words are frequent, so the pair has to be.
# - **b** The two words stand together more often than their frequency alone explains.
# - **c** The shuffle was unfair, since it put words together that nobody had said together.

# %%
answer = ...
### BEGIN SOLUTION
answer = "b"
### END SOLUTION
check("chance_or_habit")

# %%
print("in the debate itself:", ngrams(debate, 2).count(("we", "have")))

# %% [markdown]
# We can also compute that average, without any shuffling. The first word stands at `count_1` places. Any token may follow it there, and
# the share of the second word among all tokens is `count_2` divided by their number. So if only chance put words together, the **expected
# count** of a pair would be
#
# $$\text{expected} = \frac{\text{count}_1 \times \text{count}_2}{\text{number of tokens}}$$

# %%
debate.count("we") * debate.count("have") / len(debate)

# %% [markdown]
# Compare that with the average of the shuffled debates. Now the article, the harder case: it is short. We follow the bigram that
# comes up most often in it.

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
# If a pair comes up more often than chance would have it, its words have an **association**. A pair with a strong
# association is a **collocation**: words that keep company with each other.
#
# One way to measure it is to divide the count by the expected count. The result can be 2 or 2,000. To get handy numbers,
# we ask *how many times we have to double* 1 to get there. That is the logarithm with base 2:

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
# `collocations` does this for all pairs at once. `measure` says by which column to sort, and `min_count=1` lets in pairs that come up only
# once.
#
# Before you run the cell: what kind of words will be on top?

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
# in `pmi`, and you know how to pick rows by a condition.

# %%
n_ahead = ...
### BEGIN SOLUTION
n_ahead = len(every_pair[every_pair["pmi"] > pmi])
### END SOLUTION
check("ahead")

# %% [markdown]
# **PMI loves rare words.** Two hapaxes that happen to stand side by side get the highest PMI that a text of this length can
# give. But meeting once is not a habit. The remedy is a minimum: without `min_count=1`, `collocations` leaves out all pairs
# that come up fewer than two times.

# %%
pairs = collocations(tokens, measure="pmi")
print(len(every_pair), "different pairs,", len(pairs), "of them more than once")
pairs[columns].head(10)

# %% [markdown]
# If any pairs are left, these look more like it. Still, the rarest of them tend to be on top. And where to set the minimum is
# *your* choice: a report on collocations has to name it.
#
# ## Log-likelihood: how sure can we be?
#
# PMI asks how *strong* an association is. **Log-likelihood** (Dunning, 1993) asks how much *evidence* there is for it: how
# hard is it to explain these counts by chance? It grows with the strength, and it grows with the number of times we
# have seen the pair. So a pair of hapaxes no longer comes out on top, though in a short text it can still rank high. Here we only read it
# from the table. (If a pair is *rarer* than chance, that is evidence, too. Its PMI is then below zero.)

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
# may find it by eye.

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
# Here are the most frequent pairs, in the same order in two charts: first their count, then their log-likelihood. (In a narrow
# window the second chart is below the first.) Before you run the cell: if *frequent* meant the same as *associated*, what would
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
# - *What it hides:* all the other pairs; words that belong together but stand further apart (*neither … nor*); and
#   how small these counts are: one more sentence could change the order.
# - *What a careless reader would conclude:* that the longest bar of the second chart is the most important phrase of
#   the article. It may be a name, or a phrase that one speaker repeats.
#
# ### Exercise Which answer is better?
#
# Two students were asked: *Which pair of the debate is a collocation?* The rubric: *a good answer gives a count, says what chance alone
# would give, and names the measure and the minimum count.* Which answer is better by it?
#
# - **a** "The pair with the highest PMI, because that is what PMI is for."
# - **b** "*We have*: 17 times, where chance would give 1. Its log-likelihood is high, with a minimum count of 2. *And I* is as frequent,
#   and says less."

# %%
better = ...
### BEGIN SOLUTION
better = "b"
### END SOLUTION
check("better_association")

# %% [markdown]
# **Explain.** A friend lists the ten pairs with the highest count and calls them "the phrases that this article is made of". In
# two or three sentences: which pair would you take off the list, which one would you put first, and why?
#
# *A good answer names two pairs with their counts and their scores, says what chance alone would do with the words of the
# first, names the minimum count, and admits what so few occurrences can't tell.*

# %% [markdown]
# *Your answer:*
#
# ### BEGIN SOLUTION
# A model: I would take *… …* (… times, log-likelihood …) off the list: its words are so frequent that chance alone would give …. First I
# would put *… …* (… times, log-likelihood …), with a minimum count of 2. But with two or three occurrences no measure can be sure.
# ### END SOLUTION

# %% [markdown]
# ## Exit
#
# Write one claim about words that belong together in the article into the case file, with its evidence: the pair, its count, what chance
# would give, one measure by name, and the minimum count. For example: "The words … come up side by side … times; chance alone would give …".

# %%
keep("…")

# %%
progress()

# %% [markdown]
# ## Go further
#
# In a shuffled article no words keep company: whatever looks associated there is an accident. So it shows what a measure
# makes of nothing at all. Compare its highest PMI and its highest log-likelihood with those of the article. Which of the two
# measures can tell the article from a bag of words? Does `min_count=2` change your mind? (`.max()` does what `max` does.)

# %%
shuffled = list(tokens)
random.Random(1).shuffle(shuffled)
for text in [tokens, shuffled]:
    scores = collocations(text, min_count=1)
    highest = scores["log_likelihood"].max()
    print("highest PMI:", round(scores["pmi"].max(), 1), "  highest log-likelihood:", round(highest, 1))
