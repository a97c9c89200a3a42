# %% [markdown]
# # Comparing voices
#
# | | |
# |---|---|
# | **You will be able to** | find the words that set two voices apart, and tell a difference from chance |
# | **Time** | 60 minutes |
# | **You need first** | words_in_company, who_said_it |
# | **New words** | keyness, target, reference, log ratio, random split, null |
#
# Run this cell first. It loads the article and counts who is quoted with how many words, as in chapter [[who_said_it]].

# %%
import random
from math import log, log2

from textkit import (
    STOPWORDS,
    frequency_table,
    keyness,
    kwic,
    load_article,
    quote_table,
    speaker_table,
    tokenize,
)
from textkit.charts import plot_bars, side_by_side
from textkit.course import begin, keep

check, hint, progress = begin("comparing_voices", globals())
article = load_article()
quotes = quote_table(article.text)
speakers = speaker_table(article.text)
speakers[["speaker", "quotes", "words"]]

# %% [markdown]
# ## Recall
#
# ### Exercise Why hapaxes came out on top
#
# Chapter [[words_in_company]] sorted all pairs of the article by their PMI, with no minimum count. Pairs of two hapaxes stood on top. Why?
#
# - **a** They are the strongest collocations of the text.
# - **b** Chance would give such a pair so seldom that a single time is already many times more.
# - **c** Two rare words have more to do with each other than two frequent ones.

# %%
answer = ...
### BEGIN SOLUTION
answer = "b"
### END SOLUTION
check("hapaxes_on_top")

# %% [markdown]
# ### Exercise Whose words?
#
# *Ann Lee said that the bridge was late. “We paid for it twice,” she said, and she held up the book “The Long Night”.*
#
# Which words of this text does `quote_table` list with Ann Lee as their speaker?
#
# - **a** *We paid for it twice*
# - **b** *the bridge was late* and *We paid for it twice*
# - **c** *We paid for it twice* and *The Long Night*

# %%
answer = ...
### BEGIN SOLUTION
answer = "a"
### END SOLUTION
check("whose_words")

# %% [markdown]
# ## Two voices
#
# Do the people in the article talk differently? We take the two who are quoted with the most words. `sort_values` puts
# the largest number first if you say `ascending=False`, and `!=` leaves out the row *unknown*.

# %%
known = speakers[speakers["speaker"] != "unknown"]
enough = known[known["words"] >= 20].sort_values("words", ascending=False)
enough[["speaker", "words"]].head(2)

# %% [markdown]
# This function collects all that a speaker says between marks, as tokens in small letters. (`"\n"` is a line end. It goes
# between the quotes, so that they do not run into each other.)


# %%
def words_of(speaker):
    said = quotes[quotes["speaker"] == speaker]
    return tokenize("\n".join(said["text"]), lower=True)


# %% [markdown]
# Not every article quotes two people with 20 words or more. If this one does not, we compare its first half with its
# second half. `else` holds what to do when the condition after `if` is false. Run the cell and see which it is.

# %%
if len(enough) >= 2:
    voice_1, voice_2 = enough["speaker"].head(2)
    tokens_1, tokens_2 = words_of(voice_1), words_of(voice_2)
    print("Two people are quoted here with 20 words or more. We compare what they say.")
else:
    tokens = tokenize(article.text, lower=True)
    middle = len(tokens) // 2
    voice_1, voice_2 = "first half", "second half"
    tokens_1, tokens_2 = tokens[:middle], tokens[middle:]
    print("No two people are quoted here with 20 words or more. We compare the halves of the article.")
n_1, n_2 = len(tokens_1), len(tokens_2)
print(voice_1 + ":", n_1, "tokens")
print(voice_2 + ":", n_2, "tokens")

# %% [markdown]
# From here on, these two lists of tokens are our **voices**. Note how long they are. Do you call that much?
#
# The stopwords stay in. *We* and *they*, *must* and *will* may be the very words in which two voices differ.
#
# Which words do you expect the one to use more, and which the other? Write down two for each. Nobody grades a guess.

# %%
my_guess_1 = ["…", "…"]
my_guess_2 = ["…", "…"]

# %% [markdown]
# ## Counts or rates?
#
# When one voice has more words than the other, it has more of nearly every word.
#
# ### Exercise Find the bug
#
# `who_says_more` should tell which of two voices uses a word more often *for its length*: `"first"`, `"second"` or `"equal"`.
# Run the cell. The first voice has *peace* 3 times among 30 tokens, the second 2 times among 5, and the answer is wrong. Mend
# it. (`["and"] * 27` is a list with *and* 27 times.)


# %%
def who_says_more(word, tokens_1, tokens_2):
    often_1 = tokens_1.count(word)
    often_2 = tokens_2.count(word)
    if often_1 > often_2:
        return "first"
    if often_2 > often_1:
        return "second"
    return "equal"


### BEGIN SOLUTION
def who_says_more(word, tokens_1, tokens_2):
    often_1 = tokens_1.count(word) / len(tokens_1)
    often_2 = tokens_2.count(word) / len(tokens_2)
    if often_1 > often_2:
        return "first"
    if often_2 > often_1:
        return "second"
    return "equal"


### END SOLUTION
long_voice = ["peace"] * 3 + ["and"] * 27
short_voice = ["peace"] * 2 + ["and"] * 3
print(who_says_more("peace", long_voice, short_voice))
check("who_says_more")

# %% [markdown]
# ## Keyness
#
# To compare two texts word by word is to ask for their **keyness**: which words are typical of the one, measured against the
# other? The text that we study is the **target**, the one that we hold against it is the **reference**. Here our first voice
# is the target and the second one the reference.

# %%
table = keyness(tokens_1, tokens_2)
columns = ["token", "target_count", "reference_count", "log_likelihood", "log_ratio"]
table[columns].head(8)

# %% [markdown]
# On top are the words that the target uses more, at the bottom those that the reference uses more:

# %%
table[columns].tail(8)

# %% [markdown]
# The last two columns answer two different questions, like the two measures of chapter [[words_in_company]].
#
# **How large is the difference?** That is the **log ratio** (Hardie, 2014). Divide the one rate by the other, and ask how many
# times you must double to get there:
#
# $$\text{log ratio} = \log_2 \frac{\text{rate in the target}}{\text{rate in the reference}}$$

# %%
print("40 against 10 per 1,000:", log2(40 / 10))
print("10 against 10 per 1,000:", log2(10 / 10))
print("10 against 20 per 1,000:", log2(10 / 20))

# %% [markdown]
# So +2 is four times as often in the target, 0 is equally often, and −1 is half as often.
#
# **How sure can we be of it?** That is the **log-likelihood**. In chapter [[words_in_company]] it told a pair that belongs together from one that
# chance put together. Here the idea is the same: how hard is it to explain these counts by chance?
#
# ## Log-likelihood by hand
#
# A word comes up 6 times in a text of 300 tokens, and 6 times in one of 100 tokens. That makes 12 in 400 tokens. If both texts
# used it equally often, the longer one should have three quarters of the 12. These are the expected counts:

# %%
expected_long = 12 * 300 / 400
expected_short = 12 * 100 / 400
print("expected:", expected_long, "and", expected_short)

# %% [markdown]
# The further the counts are from the expected ones, the harder it is to believe in chance. Log-likelihood measures it so
# (Dunning, 1993, in the form of Rayson and Garside, 2000), with *a* and *b* the counts, *E₁* and *E₂* the expected counts:
#
# $$\text{log-likelihood} = 2 \left( a \ln \frac{a}{E_1} + b \ln \frac{b}{E_2} \right)$$
#
# *ln* is the *natural* logarithm, which Python calls `log`. It measures in other steps than `log2`; in both a number above 1
# has a positive logarithm and a number below 1 a negative one. A count of 0 has no logarithm: its part is left out. This
# function takes care of that:


# %%
def part(count, expected):
    if count == 0:
        return 0
    return count * log(count / expected)


print("log-likelihood:", 2 * (part(6, expected_long) + part(6, expected_short)))

# %% [markdown]
# Now a word of the article. We take the most frequent content word of both voices together. (If there is no content word,
# `content or pool` takes all words.)

# %%
pool = tokens_1 + tokens_2
content = [token for token in pool if token not in STOPWORDS]
word = frequency_table(content or pool)["token"][0]
a, b = tokens_1.count(word), tokens_2.count(word)
print(word, "comes up", a, "times among", n_1, "tokens and", b, "times among", n_2)

# %% [markdown]
# ### Exercise Log-likelihood by hand
#
# Compute the log-likelihood of `word`. The first step is there. Put the expected count in the second voice into `expected_2`,
# and the log-likelihood into `ll`. Don't round on the way.

# %%
expected_1 = (a + b) * n_1 / (n_1 + n_2)
expected_2 = ...
ll = ...
### BEGIN SOLUTION
expected_2 = (a + b) * n_2 / (n_1 + n_2)
ll = 2 * (part(a, expected_1) + part(b, expected_2))
### END SOLUTION
check("log_likelihood")

# %% [markdown]
# And this is what the table says about it:

# %%
row = table[table["token"] == word]
row[columns]

# %% [markdown]
# ### Exercise Swap the sides
#
# We could as well have taken the second voice for the target and the first for the reference. What will the table say about
# `word` then? Put two numbers into the list `prediction`: first its `log_likelihood`, then its `log_ratio`. Then run the cell
# below it.

# %%
prediction = [..., ...]
### BEGIN SOLUTION
prediction = [row["log_likelihood"].iloc[0], -row["log_ratio"].iloc[0]]
### END SOLUTION
check("swap_sides")

# %%
swapped = keyness(tokens_2, tokens_1)
swapped[swapped["token"] == word][columns]

# %% [markdown]
# ## A trap: never said
#
# What is the log ratio of a word that one voice never uses? One cannot divide by 0. So `keyness`, like many tools, takes **0.5**
# for a count of 0. That is a makeshift. Here is a word that comes up once among 300 tokens and never among 60. Who uses it
# more? And what does the sign say?

# %%
print("log ratio:", log2((1 / 300) / (0.5 / 60)))

# %% [markdown]
# Half a time among 60 tokens is a higher rate than once among 300. So the log ratio ascribes the word to a voice that never
# said it.
#
# Two columns can be compared row by row, as in `table["target_count"] > table["reference_count"]`. And `&` means that both
# conditions must hold, as in chapter [[who_said_it]]: `table[(…) & (…)]`, each condition in brackets of its own.
#
# ### Exercise On the wrong side
#
# How many words of `table` does the target use **more** for its length (look at the two columns `target_per_thousand` and
# `reference_per_thousand`), although their log ratio is below 0? Put the number into `n_wrong`. It may be 0.

# %%
n_wrong = ...
### BEGIN SOLUTION
higher = table["target_per_thousand"] > table["reference_per_thousand"]
n_wrong = len(table[higher & (table["log_ratio"] < 0)])
### END SOLUTION
check("wrong_side")

# %% [markdown]
# The remedy is the same as for PMI: a minimum count. Columns can be added row by row, too, so `together` says how often each
# word comes up in both voices:

# %%
together = table["target_count"] + table["reference_count"]
often = table[together >= 2]
print(len(table), "words, of which", len(often), "come up at least 2 times")

# %% [markdown]
# ### Exercise How high a minimum?
#
# What is the smallest minimum count that leaves **no** word on the wrong side? Try 1, 2, 3 … in place of the 2 and count the words
# on the wrong side in `often`. Put the number into `minimum`.

# %%
minimum = ...
### BEGIN SOLUTION
counts_there = together[higher & (table["log_ratio"] < 0)]
minimum = max(counts_there, default=0) + 1  # one more than the most frequent word on the wrong side
### END SOLUTION
check("minimum")

# %% [markdown]
# ## How small samples lie
#
# The log-likelihood of a word comes with a rule of thumb: if you chose the word **beforehand**, chance alone reaches 3.84 only
# about once in twenty times. So people mark all words above 3.84 as *significant*. But we did not choose a word. We looked at
# all of them, and picked the highest.

# %%
real = max(table["log_likelihood"])
print("the highest of", len(table), "words:", round(real, 2))
print("words with 3.84 or more:", len(table[table["log_likelihood"] >= 3.84]))

# %% [markdown]
# Is that much? Let us build a world in which there is **no** difference. We throw all tokens of both voices into one bag, shuffle
# it, and deal them out again: as many tokens to the first side as the first voice had, the rest to the second. This is a
# **random split**. Nobody speaks in it. Whatever keyness finds there is chance.


# %%
def random_split(number):
    mixed = list(pool)
    random.Random(number).shuffle(mixed)
    return keyness(mixed[:n_1], mixed[n_1:])


split = random_split(1)
split[columns].head(5)

# %%
split[columns].tail(5)

# %% [markdown]
# With another number the bag is shuffled in another way. One split is an anecdote; we want 200 of them, and from each its highest
# log-likelihood. Before you go on: in how many of the 200 will it be 3.84 or more? Ten would be one in twenty.

# %%
my_guess = "…"

# %% [markdown]
# ### Exercise Two hundred splits
#
# These lines collect the highest log-likelihood of each of 200 random splits in the list `highest`. They are out of order, and
# one of them is not needed. Write the letters of the others in the right order into `order`.

# %%
lines = {
    "A": '    highest.append(max(split["log_likelihood"]))',
    "B": "    split = random_split(1)",
    "C": "highest = []",
    "D": "    split = random_split(number)",
    "E": "for number in range(200):",
}
order = ...
### BEGIN SOLUTION
order = "CEDA"
### END SOLUTION
check("random_splits")

# %% [markdown]
# The same in one line, as a list comprehension. It takes a few seconds.

# %%
highest = [max(random_split(number)["log_likelihood"]) for number in range(200)]
in_order = sorted(highest)
print("lowest:", round(in_order[0], 2))
print("in the middle:", round(in_order[len(in_order) // 2], 2))
print("highest:", round(in_order[-1], 2))
print("splits in which some word has 3.84 or more:", len([value for value in highest if value >= 3.84]))

# %% [markdown]
# How did your guess do? If this number is far above ten, the reason is this: for *one* word 3.84 is rare, but every split has many
# words, and each of them gets its chance. (For very small counts the rule of thumb is not even right for one word.)
#
# What a measure looks like when only chance is at work is called the **null**. The question is never "is this number high?" It
# is "is it high *beside the null*?"
#
# ### Exercise Beside the null
#
# In what share of the 200 splits is the highest log-likelihood **at least as high** as the real one? The splits are in `highest`,
# the real one is in `real`. Put the share, between 0 and 1, into `as_high`.

# %%
as_high = ...
### BEGIN SOLUTION
as_high = len([value for value in highest if value >= real]) / len(highest)
### END SOLUTION
check("beside_the_null")

# %% [markdown]
# Read it this way. A share near 0: chance alone hardly ever does this, so at least the surest word needs another explanation. A
# large share: chance does this all the time. That does **not** show that the two voices talk alike. It shows that so few words
# cannot tell.
#
# And the null is still too tame. It shuffles single tokens, but people speak in sentences, and repeat a word because they are
# still in the same one. So before you believe in a word, read its lines. Here is the last word of `table`, the surest of the
# second voice. Look at the column `position`: do the lines lie far apart, or do they come from one passage?

# %%
last_word = list(table["token"])[-1]
kwic(tokens_2, last_word, window=5)

# %% [markdown]
# ## Read the chart
#
# The log ratio can be drawn to two sides: to the right what the first voice uses more, to the left what the second uses more. This
# function takes the words with at least 4 occurrences, keeps the surest of them, 15 at most, and sorts them by their log ratio.


# %%
def draw(table, title):
    together = table["target_count"] + table["reference_count"]
    shown = table[together >= 4].sort_values("log_likelihood").tail(15)
    shown = shown.sort_values("log_ratio", ascending=False)
    return plot_bars(shown, label="token", value="log_ratio", title=title)


# %% [markdown]
# Beside the real chart we draw a random split of the very same words. Before you run the cell: how will you tell which of them is
# the real one, apart from its title?

# %%
side_by_side(
    draw(table, voice_2 + " (left), " + voice_1 + " (right)"),
    draw(random_split(2), "A random split of the same words"),
)

# %% [markdown]
# Change the 2 in `random_split(2)` a few times. The words that come out far to the left and far to the right change each time, and
# each time they seem to tell a story.
#
# - *What it shows:* for words with at least 4 occurrences, how many doublings their rates in the two voices are apart, and in which
#   direction.
# - *What it hides:* how sure that is; the counts, which may be as small as 4 against 0; the 0.5 that stands for a count of 0; all
#   words below the minimum; whether a word was affirmed or denied; and that a reporter chose what to quote. (Words that a
#   reporter puts into a quote in square brackets count as the speaker's, too.)
# - *What a careless reader would conclude:* that the long bars show how the two think or talk in general.
#
# **Explain.** A friend points at the real chart and says: "You see, the two live in different worlds." What do you answer, in two
# or three sentences?
#
# *A good answer names one word with its two counts, its log ratio and its log-likelihood, holds it against the random splits, has
# read it in its lines, and says how much more text would be needed, or which other texts.*

# %% [markdown]
# *Your answer:*

# %% [markdown]
# ## Exit
#
# Write one claim about how the two voices differ that you would sign, with its evidence, or the claim that you cannot tell, with
# the evidence for that. For example: "Among … and … tokens, … uses *…* … times and … uses it … times; in … of 200 random
# splits some word had a log-likelihood at least as high."
#
# Put it into the case file, in place of the three dots:

# %%
keep("…")

# %%
progress()

# %% [markdown]
# ## Go further
#
# Suppose each voice had said ten times as much, in the very same words. What happens to the log-likelihood of `word`, and what to
# its log ratio? Predict both, then run the cell. Now somebody says: "Then I simply copy my text ten times, and I am sure." What is
# wrong with that, and what do the two measures tell you about the difference between *large* and *sure*?

# %%
ten_times = keyness(tokens_1 * 10, tokens_2 * 10)
ten_times[ten_times["token"] == word][columns]
