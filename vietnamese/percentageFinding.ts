/** A percentage of a text, recomputed. Offsets are into the text in NFC. */
export type PercentageFinding = {
  /**
   * `share`: a part of a whole, `numerator` of `denominator`. `growth`: a change, from `denominator` to `numerator`,
   * which are percentages themselves where the text compares two of them.
   */
  readonly kind: 'share' | 'growth';
  /** The words of the text from `start` to `end`. */
  readonly words: string;
  readonly start: number;
  readonly end: number;
  readonly numerator: number;
  readonly denominator: number;
  /** The text does not say the whole: the other shares of the same list tell it. */
  readonly inferred: boolean;
  /** As the text gives it, in percent. */
  readonly stated: number;
  /** Two decimals; of a growth between two percentages in points. */
  readonly computed: number;
  /** Right within the digits that the text gives; cut off instead of rounded counts as right. */
  readonly right: boolean;
  /** One Vietnamese sentence: the sum, and what is wrong or to be known about it. */
  readonly note: string;
};
