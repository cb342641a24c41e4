import type { Quoted } from '../answer.ts';
import { findSubjects } from './subjects.ts';

/** What the answer depends on and the question does not say. */
export type Deciding = { readonly kind: 'grade' | 'post' | 'people'; readonly options: readonly string[] };

const KINDS = ['grade', 'post', 'people'] as const;
const MOST_OPTIONS = 4;

/**
 * The chức danh, ngạch or group of people on which an answer depends: the provisions that fit the question each speak of another
 * one, and the question names none. `null` where nothing decides, or the question says it.
 */
export function whatDecides(
  question: string,
  { sureness, citations, near }: Pick<Quoted, 'sureness' | 'citations' | 'near'>,
): Deciding | null {
  if (sureness === 'exact') return null;
  const asked = findSubjects(question);
  const heads = [...citations, ...near].map(({ quote }) => headOf(quote));
  for (const kind of KINDS) {
    if (asked.some((subject) => subject.kind === kind || (kind !== 'people' && subject.kind === 'post')))
      continue;
    const named = heads.map((head) => findSubjects(head).filter((subject) => subject.kind === kind));
    // A provision that speaks of several at once tells them apart itself.
    const options = named.flatMap((subjects) => (subjects.length === 1 ? [subjects[0]?.words ?? ''] : []));
    const different = [...new Map(options.map((words) => [words.toLowerCase(), words])).values()];
    if (different.length >= 2) {
      return { kind, options: different.slice(0, MOST_OPTIONS).map((words) => words.toLowerCase()) };
    }
  }
  return null;
}

/** Where a provision says whom it is for: its beginning. */
function headOf(quote: string): string {
  return quote.slice(0, 120).split('\n')[0] ?? '';
}
