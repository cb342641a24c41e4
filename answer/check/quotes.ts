import type { Clause } from './clauses.ts';
import type { FailureReason } from './reasons.ts';
import { spaced } from './words.ts';

/** Quoted phrases of a plain text that do not stand in the sources word for word. */
export function checkQuotes(sentence: string, clauses: readonly Clause[]): readonly FailureReason[] {
  const quoted = [...sentence.matchAll(/"([^"]{2,})"|«([^»]{2,})»|‘([^’]{2,})’/gu)];
  if (quoted.length === 0) return [];
  const texts = clauses.flatMap(({ text, above }) => [text, ...above]).map((text) => ` ${spaced(text)} `);
  const bySource = Map.groupBy(clauses, ({ source }) => source.id);
  const whole = [...bySource.values()].map(([first]) => ` ${spaced(first?.source.text ?? '')} `);
  return quoted.flatMap((match) => {
    const found = match[1] ?? match[2] ?? match[3] ?? '';
    // What a quotation leaves out is marked: its pieces stand one by one.
    const pieces = found
      .split(/…|\.\.\.|\[…\]/u)
      .map(spaced)
      .filter((piece) => piece !== '');
    const stands = (piece: string) => [...texts, ...whole].some((text) => text.includes(` ${piece} `));
    return pieces.every(stands) ? [] : [{ kind: 'wrong_quote', found }];
  });
}
