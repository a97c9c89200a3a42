"""The one rule of rounding: when a number is another one, rounded."""

import numbers
from decimal import Decimal
from fractions import Fraction
from typing import Any

from textkit.course.kinds import np

NOT, ROUNDED, EXACT = 0, 1, 2  # how well an answer agrees with a value
NOISE = 1e-9  # relative: two ways to compute the same number may differ in its last digits
ENOUGH_DIGITS = 2  # significant digits of a rounded number


def number_agreement(answer: Any, expected: Any) -> int:
    """Tell how well a number agrees with another: EXACT, ROUNDED, or NOT.

    An exact value always agrees; else a number with d decimals agrees if the other one rounds to it, and if
    it has two significant digits or more. Whole numbers are exact.

    Args:
        answer: the student's number.
        expected: the right one.

    Returns:
        EXACT, ROUNDED or NOT.

    >>> number_agreement(26.3, 26.3157) == ROUNDED, number_agreement(26.4, 26.3157) == NOT
    (True, True)
    >>> number_agreement(0.3, 0.2998) == ROUNDED, number_agreement(0.3, 0.267) == NOT
    (True, True)
    """
    if isinstance(expected, np.generic):
        expected = expected.item()
    if not isinstance(answer, numbers.Real | Decimal) or isinstance(answer, bool):
        return NOT
    if isinstance(expected, numbers.Integral):
        return EXACT if abs(float(answer) - int(expected)) <= NOISE * abs(int(expected)) else NOT
    given, true = float(answer), float(expected)
    if true != true:  # not a number, such as a share of nothing
        return EXACT if given != given else NOT
    if given == true or abs(given - true) <= NOISE * abs(true):
        return EXACT
    digits, decimals = digits_and_decimals(answer)
    if digits < ENOUGH_DIGITS and decimals:  # 0.3 may be 0.30: a zero at the end leaves no trace
        digits, decimals = ENOUGH_DIGITS, decimals + ENOUGH_DIGITS - digits
    half = 0.5 * 10.0**-decimals
    return ROUNDED if digits >= ENOUGH_DIGITS and abs(given - true) <= half * (1 + NOISE) else NOT


def digits_and_decimals(number: Any) -> tuple[int, int]:
    """Count the significant digits of a number as it is written, and those after its point.

    >>> digits_and_decimals(0.26), digits_and_decimals(26), digits_and_decimals(0.3)
    ((2, 2), (2, 0), (1, 1))
    """
    if isinstance(number, Fraction):
        number = float(number)
    written = Decimal(str(number))
    if not written.is_finite():
        return 0, 0
    sign_digits_exponent = written.as_tuple()
    digits = "".join(map(str, sign_digits_exponent.digits)).lstrip("0")
    return len(digits), max(0, -int(sign_digits_exponent.exponent))
