/** A code of a post or grade in a text: `V.10.10.34`, `01.003`. Offsets are into the text as given. */
export type FoundCode = {
  /** One form for every way of writing it: lower case, dots between the groups. */
  readonly canonical: string;
  readonly start: number;
  readonly end: number;
};

/**
 * - `V.10.10.34`, `v 10.10.34`, `V10.10.34`, `V.10.10.34-a`: a title of viên chức (a letter, two to four groups);
 * - `v101034`: the same run together, as it is typed in a hurry;
 * - `01.003`, `16b.121`: a ngạch; the run-together `01003` only where a ngạch begins with a nought or is called one,
 *   since `15111` may be a count.
 */
const CODE =
  /(?<![\p{L}\p{N}./-])(?:([a-z])(?:\.? ?(\d{1,2}(?:\.\d{1,2}){1,3})|(\d{6}))|((?:0[1-9]|[12]\d)[a-z]?)\.((?!000)\d{3})|(?:(?<=(?:mã(?: số)?|ma(?: so)?|ngạch|ngach) )([0-2]\d)|(0[1-9]))((?!000)\d{3}))(?![\p{L}\p{N}]|[.,/-]\d)/giu;

/** Whether a text may hold a code: quick, and errs on the side of yes. */
export function mayHoldCode(text: string): boolean {
  return /[a-z]\.? ?\d{1,2}\.\d|[a-z]\.? ?\d{6}|\d\d[a-z]?\.\d{3}|\d{5}/i.test(text);
}

/** The codes of posts and grades that a text names, in order. */
export function findCodes(text: string): readonly FoundCode[] {
  const found: FoundCode[] = [];
  for (const match of text.matchAll(CODE)) {
    const [whole, letter, dotted, joined, group, serial, called, nought, tail] = match;
    const canonical =
      letter !== undefined
        ? [letter, ...(dotted?.split('.') ?? joined?.match(/\d\d/g) ?? [])].join('.')
        : `${group ?? called ?? nought}.${serial ?? tail}`;
    found.push({ canonical: canonical.toLowerCase(), start: match.index, end: match.index + whole.length });
  }
  return found;
}
