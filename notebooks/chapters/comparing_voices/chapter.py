# %% [markdown]
# # Comparing voices
#
# | | |
# |---|---|
# | **You will be able to** | find the words that set two voices apart, and tell a real difference from one that chance would make |
# | **Time** | 60 minutes |
# | **You need first** | words_in_company, who_said_it |
# | **New words** | keyness, target, reference, log ratio, random deal, null |
#
# Run this cell first. It loads the article and the **invented** debate of chapter [[words_in_company]].

# %%
import random
from math import log, log2

from textkit import keyness, kwic, load_article, quote_table, speaker_table, tokenize
from textkit.charts import plot_bars, plot_null, side_by_side
from textkit.course import begin, keep, two_voices

check, hint, progress = begin("comparing_voices", globals())
article = load_article()
debate = load_article("seeds/tarrowmere_debate.txt")


def draw(table, minimum, title):
    """Draw the log ratio of the words that come up so often, the 30 surest at most; labels have both counts."""
    minimum = 4 if minimum is ... else minimum  # until you have chosen one
    together = table["target_count"] + table["reference_count"]
    shown = table[together >= minimum].sort_values("log_likelihood").tail(30)
    shown = shown.sort_values("log_ratio", ascending=False)
    shown["label"] = [
        f"{row.token}  {row.target_count} : {row.reference_count}" for row in shown.itertuples()
    ]
    return plot_bars(shown, label="label", value="log_ratio", title=title)


speaker_table(debate.text)[["speaker", "quotes", "words"]].head(2)

# %% [markdown]
# ## Recall
#
# ### Exercise Why hapaxes came out on top
#
# Chapter [[words_in_company]] sorted all pairs by their PMI, with no minimum count. Pairs of two hapaxes came out on top. Why?
#
# - **a** They are the strongest collocations of the text.
# - **b** Chance would give such a pair so seldom that a single time is already many times more.
# - **c** Rare words have more to do with each other than frequent ones.

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
# ## Two candidates
#
# Do the candidates talk differently? These are their quotes, a list for each, and a function that makes one list of tokens out of many
# quotes.

# %%
quotes = quote_table(debate.text)
calloway = list(quotes[quotes["speaker"] == "Ruth Calloway"]["text"])
pruett = list(quotes[quotes["speaker"] == "Dale Pruett"]["text"])


def words(texts):
    return tokenize("\n".join(texts), lower=True)


print(calloway[1])
print(pruett[1])
print(len(words(calloway)), "and", len(words(pruett)), "tokens")

# %% [markdown]
# Which words do you expect each to use more? Write down two for Calloway and two for Pruett. Nobody grades a guess.

# %%
my_guess = ["…", "…", "…", "…"]

# %% [markdown]
# ### Exercise Find the bug
#
# The longer voice has more of nearly every word. So `who_says_more` should tell which of two voices uses a word more often *for its
# length*: `"first"`, `"second"` or `"equal"`. The first voice has *peace* 3 times among 30 tokens, the second 2 times among 5, and the
# answer is wrong. Fix it. (`["and"] * 27` is a list with *and* 27 times.)


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
# **Keyness** compares two texts word by word: the **target**, which we study, and the **reference**. What the target uses more comes first,
# what the reference uses more comes last.

# %%
table = keyness(words(calloway), words(pruett))
columns = ["token", "target_count", "reference_count", "log_ratio", "log_likelihood"]
table[columns].head(6)

# %%
table[columns].tail(6)

# %% [markdown]
# Were they your words? The last two columns answer two questions.
#
# **How large is the difference?** That is the **log ratio** (Hardie, 2014): the one rate divided by the other, in doublings.

# %%
print("40 against 10 per 1,000:", log2(40 / 10))
print("10 against 10 per 1,000:", log2(10 / 10))
print("10 against 20 per 1,000:", log2(10 / 20))

# %% [markdown]
# So 2 is four times as often in the target, and −1 is half as often. Nobody can divide by a count of 0, so `keyness` takes **0.5** instead.
#
# **How sure can we be?** That is the **log-likelihood** of chapter [[words_in_company]]: how hard is it to explain these counts by chance?
#
# ### Exercise Large or sure?
#
# Two voices have 1,000 tokens each. The first says *fish* 3 times, the second never; the first says *we* 40 times, the second 10 times.
# What will the table say?
#
# - **a** *fish* is higher in both columns.
# - **b** *fish* has the higher log ratio, *we* the higher log-likelihood.
# - **c** *we* is higher in both columns.

# %%
answer = ...
### BEGIN SOLUTION
answer = "b"
### END SOLUTION
check("large_or_sure")

# %% [markdown]
# ## What would chance do?
#
# The surest word of the table has a high log-likelihood. But of some hundreds of words, one is always the highest. How high would it be
# if the two did **not** differ?
#
# Let us make a world like that. Shuffle all quotes of both like cards, and deal them out again: as many to the first side as Calloway had,
# the rest to the second. This is a **random deal**. The quotes stay whole, because a speaker who has said *we* once will soon say it again.


# %%
def deal(texts_1, texts_2, number):
    mixed = texts_1 + texts_2
    random.Random(number).shuffle(mixed)
    middle = len(texts_1)
    return keyness(words(mixed[:middle]), words(mixed[middle:]))


dealt = deal(calloway, pruett, 1)
dealt[columns].head(3)

# %% [markdown]
# Whatever keyness finds here is chance. Another `number` shuffles in another way.
#
# ### Exercise Two hundred deals
#
# These lines collect the highest log-likelihood of each of 200 deals in the list `values`. They are out of order, and one of them is not
# needed. Write the letters of the others in the right order into `order`.

# %%
lines = {
    "A": '    values.append(max(dealt["log_likelihood"]))',
    "B": "    dealt = deal(calloway, pruett, 1)",
    "C": "values = []",
    "D": "    dealt = deal(calloway, pruett, number)",
    "E": "for number in range(200):",
}
order = ...
### BEGIN SOLUTION
order = "CEDA"
### END SOLUTION
check("two_hundred_deals")

# %% [markdown]
# The same as a list comprehension. What a measure gives when only chance is at work is called the **null**. Before you run the cell: how
# high does chance get?

# %%
real = max(table["log_likelihood"])
highest = [max(deal(calloway, pruett, number)["log_likelihood"]) for number in range(200)]
plot_null(highest, real=real, measure="highest log-likelihood", title="The debate, dealt out 200 times")

# %% [markdown]
# You may read that a log-likelihood of 3.84 is *significant*. That holds for one word, chosen **beforehand**. Where does 3.84 lie in
# this chart?
#
# How often does chance do as well as the real debate? Count the deals that are at least as high, and add the real one above and below: it
# is one of the deals that could have been, so the share is never 0 (Davison and Hinkley, 1997).
#
# $$\text{share} = \frac{\text{deals at least as high} + 1}{\text{all deals} + 1}$$
#
# ### Exercise Beside the null
#
# Compute this share for the debate, from `highest` and `real`, and put it into `share`. Don't round it.

# %%
share = ...
### BEGIN SOLUTION
share = (len([value for value in highest if value >= real]) + 1) / (len(highest) + 1)
### END SOLUTION
check("beside_the_deals")

# %% [markdown]
# So the test can succeed. Now the harder case.
#
# ## The article
#
# `two_voices` gives the two who are quoted most, if each has four quotes or more; otherwise it cuts the article in half, and the
# pieces are sentences.

# %%
first, second = two_voices(article.text)
voice_1, pieces_1 = first
voice_2, pieces_2 = second
print(voice_1, len(pieces_1), "pieces,", len(words(pieces_1)), "tokens")
print(voice_2, len(pieces_2), "pieces,", len(words(pieces_2)), "tokens")

# %% [markdown]
# Is that much? Before you run the next cell: will the real value fall inside the null or outside?

# %%
table_here = keyness(words(pieces_1), words(pieces_2))
real_here = max(table_here["log_likelihood"])
highest_here = [max(deal(pieces_1, pieces_2, number)["log_likelihood"]) for number in range(200)]
plot_null(
    highest_here, real=real_here, measure="highest log-likelihood", title="The article, dealt out 200 times"
)

# %% [markdown]
# ### Exercise The article beside its null
#
# Compute the share for the article, from `highest_here` and `real_here`, and put it into `share_here`.

# %%
share_here = ...
### BEGIN SOLUTION
share_here = (len([value for value in highest_here if value >= real_here]) + 1) / (len(highest_here) + 1)
### END SOLUTION
check("article_beside_the_deals")

# %% [markdown]
# A share near 0: chance hardly ever does this, so the surest word needs another explanation. A large share does **not** show that the
# two are alike. It shows that so few words cannot tell. Either way, read the lines of a word before you believe in it:

# %%
last_word = list(table_here["token"])[-1]
kwic(words(pieces_2), last_word, window=5)

# %% [markdown]
# ## Read the chart
#
# Nobody can read a chart of hundreds of words, most of which come up once. So a report needs a minimum count, and has to name it.
#
# ### Exercise Your minimum
#
# What is the smallest minimum that leaves 20 words of `table_here` or fewer? Try others in place of the 2, and put the number into
# `minimum`. The chart below uses it.

# %%
together = table_here["target_count"] + table_here["reference_count"]
print("at least 2 times:", len(table_here[together >= 2]), "words")
minimum = ...
### BEGIN SOLUTION
minimum = max(together.sort_values(ascending=False).iloc[20:], default=0) + 1  # one more than number 21 has
### END SOLUTION
check("chart_minimum")

# %% [markdown]
# Bars to the right are words that the first voice uses more. Every label has both counts; where one is 0, the **length of the bar comes
# from the 0.5**. Beside it is a random deal. Without the titles, how would you tell which is real?

# %%
side_by_side(
    draw(table_here, minimum, voice_2 + " (left), " + voice_1 + " (right)"),
    draw(deal(pieces_1, pieces_2, 2), minimum, "A random deal of the same pieces"),
)

# %% [markdown]
# - *What it shows:* for the words that come up often enough, how many doublings their rates are apart, and in which direction.
# - *What it hides:* how sure that is; all rarer words; whether a word was affirmed or denied; that a reporter chose what to quote.
# - *What a careless reader would conclude:* that the long bars show how two people think. Change the 2: every deal seems to tell a
#   story.
#
# ### Exercise Which answer is better?
#
# Two students were asked: *Do the candidates talk differently?* The rubric: *a good answer names a word with both counts, compares it with
# the random deals, and says what it cannot know.* Which answer is better by it?
#
# - **a** Yes: Calloway says *we* far more often, and its log-likelihood is above 3.84, so it is significant.
# - **b** Calloway says *we* 66 times and Pruett 4 times; none of 200 deals came near that. Whether she talks so elsewhere, one evening
#   cannot tell.

# %%
better = ...
### BEGIN SOLUTION
better = "b"
### END SOLUTION
check("better_difference")

# %% [markdown]
# **Explain.** A friend points at the article's chart and says: "You see, these are two different worlds." What do you answer, in two or
# three sentences?
#
# *A good answer names one word with its two counts, compares it with the random deals, has read its lines, and says which texts it would
# need to know more.*

# %% [markdown]
# *Your answer:*
#
# ### BEGIN SOLUTION
# A model: look at the counts. Our surest word differs by a handful of occurrences, and in many of 200 deals of the same pieces some word
# does as well. I have read its lines: this text cannot tell. Before I spoke of worlds I would collect 900 words of each, from several
# articles. (Where the share is near 0: say so, and say what else might explain it, such as the topic.)
# ### END SOLUTION

# %% [markdown]
# ## Exit
#
# Write one claim about the two voices, with its evidence; that you cannot tell is a claim, too. For example: "Among
# … and … tokens, … says *…* … times and … says it … times; the share of deals that do as well is …."
#
# Put it in place of the three dots:

# %%
keep("…")

# %%
progress()

# %% [markdown]
# ## Go further
#
# The formula of log-likelihood (Dunning, 1993, in the form of Rayson and Garside, 2000): *a* and *b* are the counts, *E₁* and *E₂* what
# they would be at equal rates, and *ln*, which Python calls `log`, is the natural logarithm. The part of a count of 0 is left out.
#
# $$2 \left( a \ln \frac{a}{E_1} + b \ln \frac{b}{E_2} \right)$$
#
# Take another word of the debate that both of them say. Then give `keyness` everything ten times, `words(calloway) * 10`. What happens to
# the two measures, and has anybody learned anything?

# %%
n_1, n_2 = len(words(calloway)), len(words(pruett))
a, b = words(calloway).count("we"), words(pruett).count("we")
expected_1 = (a + b) * n_1 / (n_1 + n_2)
expected_2 = (a + b) * n_2 / (n_1 + n_2)
print(2 * (a * log(a / expected_1) + b * log(b / expected_2)))
