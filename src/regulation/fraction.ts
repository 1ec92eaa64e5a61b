/**
 * An exact number of points: `numerator / denominator`, reduced, denominator above 0. Plain JSON, so it can be frozen in a record.
 * A council's mean is compared as a fraction before it is rounded: 89,96 stays below 90 ("đến dưới 90", QĐ 26/2026 Đ3.3).
 */
export type Fraction = { readonly numerator: number; readonly denominator: number }

function greatestCommonDivisor(a: bigint, b: bigint): bigint {
  let x = a < 0n ? -a : a
  let y = b < 0n ? -b : b
  while (y !== 0n) [x, y] = [y, x % y]
  return x
}

/** Reduced fraction of two integers. Throws RangeError on a non-integer, an unsafe integer or a denominator of 0. */
export function fraction(numerator: number, denominator = 1): Fraction {
  if (!Number.isSafeInteger(numerator) || !Number.isSafeInteger(denominator)) throw new RangeError('fraction: integers only')
  if (denominator === 0) throw new RangeError('fraction: denominator 0')
  const sign = denominator < 0 ? -1 : 1
  const divisor = Number(greatestCommonDivisor(BigInt(numerator), BigInt(denominator)))
  return { numerator: (sign * numerator) / divisor, denominator: (sign * denominator) / divisor }
}

/** Exact mean of integers. Throws RangeError when there is nothing to average. */
export function meanOf(values: readonly number[]): Fraction {
  if (values.length === 0) throw new RangeError('mean of no values')
  return fraction(
    values.reduce((sum, value) => sum + value, 0),
    values.length,
  )
}

/** Negative, zero or positive as `a` is below, equal to or above `b`; no rounding on the way. */
export function compareFractions(a: Fraction, b: Fraction): number {
  const left = BigInt(a.numerator) * BigInt(b.denominator)
  const right = BigInt(b.numerator) * BigInt(a.denominator)
  return left < right ? -1 : left > right ? 1 : 0
}

/** `a - b`, exact and reduced. */
export function subtractFractions(a: Fraction, b: Fraction): Fraction {
  return fraction(a.numerator * b.denominator - b.numerator * a.denominator, a.denominator * b.denominator)
}

/** "499/7"; a whole number keeps its denominator ("71/1") so that every reader can split on the stroke. */
export function fractionText(value: Fraction): string {
  return `${value.numerator}/${value.denominator}`
}

/**
 * Decimal text, rounded half up (away from zero for a negative value), e.g. 499/7 → "71.29".
 * @param decimals digits after the mark, 2 for points
 * @param mark "." for data, "," for Vietnamese pages
 */
export function formatHalfUp(value: Fraction, decimals = 2, mark: '.' | ',' = '.'): string {
  const scale = 10n ** BigInt(decimals)
  const denominator = BigInt(value.denominator)
  const negative = value.numerator < 0
  const magnitude = BigInt(Math.abs(value.numerator))
  const scaled = (magnitude * scale * 2n + denominator) / (denominator * 2n)
  const whole = scaled / scale
  const sign = negative && scaled > 0n ? '-' : ''
  if (decimals === 0) return `${sign}${whole}`
  return `${sign}${whole}${mark}${(scaled % scale).toString().padStart(decimals, '0')}`
}
