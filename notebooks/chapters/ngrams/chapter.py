# %% [markdown]
# # Neighbors
#
# | | |
# |---|---|
# | **You will be able to** | list the pairs and phrases of a text, and tell a phrase that somebody repeats from words that just happen to meet |
# | **Time** | 50 minutes |
# | **You need first** | frequency, stopwords_and_clouds |
# | **New words** | bigram, n-gram, phrase |
# | **New Python** | `range()` `[i]` `[i + 1]` |
#
# Run this cell first. It loads the article and cuts it into tokens, all in small letters.

# %%
from collections import Counter

from textkit import STOPWORDS, frequency_table, kwic, load_article, ngrams, sentence_table, tokenize
from textkit.charts import plot_bars
from textkit.course import begin, keep

check, hint, progress = begin("ngrams", globals())
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
# ### Exercise One family?
#
# A stemmer makes *alli* of *allies* and *allianc* of *alliance*. What does that tell you?
#
# - **a** The two words have different meanings.
# - **b** The stemmer has made a mistake in cutting *allies*.
# - **c** Only that its rules cut their endings at different places.

# %%
answer = ...
### BEGIN SOLUTION
answer = "c"
### END SOLUTION
check("two_stems")

# %% [markdown]
# ## Pairs of neighbors
#
# So far we have counted words one by one, and a shuffled article had the same counts. But words keep company, and
# a shuffle destroys that. So now we count *neighbors*.
#
# A **bigram** is a pair of tokens side by side. `ngrams(tokens, 2)` lists them all. Think of a window that is
# two tokens wide: it starts at the first token and moves on by **one** token at a time.

# %%
ngrams(["we", "stand", "side", "by"], 2)

# %% [markdown]
# With a window of three tokens you get *trigrams*. A run of any length is called an **n-gram**.
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
# How would you list them yourself? `range(3)` gives the numbers 0, 1 and 2, so that a loop can go from place to place. The token at
# place `i` is `small[i]`, and its neighbor to the right is `small[i + 1]`:

# %%
for i in range(3):
    print(i, small[i], small[i + 1])

# %% [markdown]
# ### Exercise The most frequent pair
#
# These lines find the bigram that comes up most often, with its count. They are out of order, and one of them is not
# needed. Write the letters of the others in the right order into `order`. (If there is a tie, `most_common(1)` takes the
# pair that came first.)

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
# `" ".join(…)` makes one text out of a bigram, so that a frequency table can count pairs as it counts words. Which pairs do you expect on
# top? Write down three, then run the next cell. Nobody grades a guess.

# %%
my_guess = ["… …", "… …", "… …"]

# %%
bigrams = ngrams(tokens, 2)
pairs = frequency_table([" ".join(bigram) for bigram in bigrams])
pairs.head(8)

# %% [markdown]
# ## Neighbors that never met
#
# A list of tokens doesn't show where a sentence ends. So the last word of a sentence and the first word of the next
# become a bigram, too, although nobody put them together:

# %%
sentences = list(sentence_table(article.text)["text"])
print(ngrams(tokenize("The rain stopped. Boats went out.", lower=True), 2))
print("In the article: bigrams", len(bigrams), "- sentences", len(sentences))

# %% [markdown]
# ### Exercise Find the bug
#
# `sentence_bigrams` should list the bigrams *inside* the sentences and none across their ends. Run the cell: there is one pair
# that should not be there. Fix the function. What do `tokens` and `pairs` hold after each round of the loop, and what
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
# a pair seldom comes up twice.
#
# ### Exercise More than once
#
# Most pairs in a text meet only once. How many **different** pairs come up at least twice? Put the number into `n_repeated`. The
# column `count` of the table `pairs` has the counts.

# %%
n_repeated = ...
### BEGIN SOLUTION
n_repeated = len(pairs[pairs["count"] >= 2])
### END SOLUTION
check("n_repeated")

# %% [markdown]
# ## Phrases
#
# A pair such as *of the* comes up often because that's how English works. A longer run that comes up twice is another matter: somebody said it
# again. So now we look for runs of five, four, three and two tokens, the longest first, and keep those that come up more than once:

# %%
repeated = []
for size in [5, 4, 3, 2]:
    for gram, count in Counter(ngrams(tokens, size)).most_common():
        if count >= 2:
            repeated.append(gram)
print(len(repeated), "runs come up more than once. The first ones:")
for gram in repeated[:8]:
    print(" ".join(gram))

# %% [markdown]
# Many of these are pieces of a longer run, and begin or end in mid-air: *the bedrock of our*. So we ask that a **phrase** begin and end
# with a content word.
#
# ### Exercise From edge to edge
#
# Make the list `phrases`: those of `repeated` whose first token and whose last token are **not** in `STOPWORDS`, in the same order. (`gram[0]` is
# the first token of a run, `gram[-1]` its last.)

# %%
phrases = ...
### BEGIN SOLUTION
phrases = [gram for gram in repeated if gram[0] not in STOPWORDS and gram[-1] not in STOPWORDS]
### END SOLUTION
check("edge_phrases")

# %% [markdown]
# Who says it, and where? `kwic` shows each place where the phrase on top comes up, with the words around it. `break` ends the loop after
# the first phrase. (If the article repeats no phrase, there is nothing to see here.)

# %%
for gram in repeated:
    if gram[0] not in STOPWORDS and gram[-1] not in STOPWORDS:
        print(kwic(tokens, " ".join(gram), window=6)[["left", "keyword", "right"]])
        break

# %% [markdown]
# A second text shows what a phrase can do. In `seeds/tarrowmere_debate.txt` two candidates argue in a town that is **invented**. Each of them
# has a phrase that keeps coming back. Can you tell from the list what each of the two stands for?

# %%
debate = tokenize(load_article("seeds/tarrowmere_debate.txt").text, lower=True)
for size in [6, 4]:
    for gram, count in Counter(ngrams(debate, size)).most_common(3):
        print(count, "times:", " ".join(gram))

# %% [markdown]
# ## Read the chart
#
# The most frequent pairs of the article. Before you run the cell: how many of them will be phrases, as we use the word?

# %%
plot_bars(pairs.head(15), label="token", value="count", title="The most frequent pairs")

# %% [markdown]
# - *What it shows:* which words are side by side most often.
# - *What it hides:* where they are, and who says them; all runs of three words or more; and that most of these pairs are frequent because
#   their words are.
# - *What a careless reader would conclude:* that a frequent pair is a phrase of the article.
#
# ### Exercise Which answer is better?
#
# Two students were asked: *Which phrase does the debate repeat, and what does that show?* The rubric: *a good answer gives the phrase and its count, says
# who says it, and does not take repetition for truth.* Which answer is better by it?
#
# - **a** "*Who is going to pay for it* comes up 6 times: five times Pruett says it, and once the hall, which has learned it from him. It shows
#   what he wants us to ask, not that the others have no answer."
# - **b** "*And I* is the most frequent pair, so the debate is about the speakers themselves and not about the town."

# %%
better = ...
### BEGIN SOLUTION
better = "a"
### END SOLUTION
check("better_phrase")

# %% [markdown]
# **Explain.** Which phrase does *this article* repeat, if any? In two or three sentences: who says it, how often, and why might somebody say it
# twice?
#
# *A good answer gives the phrase and its count, says who says it, and does not take repetition for truth.*

# %% [markdown]
# *Your answer:*
#
# ### BEGIN SOLUTION
# A model names the longest phrase on the list and its count, looks at each of its places, and says who speaks there. If one person says it
# twice, it may be a slogan; if the reporter says it once and a speaker once, the reporter has taken up the speaker's words.
# ### END SOLUTION

# %% [markdown]
# ## Exit
#
# Put one line into the case file: a phrase that somebody in this article repeats, with its count and its speaker, or the finding that there is
# none.

# %%
keep("…")

# %%
progress()

# %% [markdown]
# ## Go further
#
# Our phrases stop at a stopword, so *United States* is one and *the United States* is not. Change the list of sizes to `[8, 7, 6, 5, 4, 3, 2]` in
# the cell with `repeated`. How long is the longest run that comes up twice, and who repeats whom?

# %%
for gram, count in Counter(ngrams(tokens, 6)).most_common(3):
    print(count, " ".join(gram))
