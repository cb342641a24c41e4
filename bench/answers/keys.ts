import { readFile } from 'node:fs/promises';
import { KnownError } from '../../errors.ts';

/** What was done to a true sentence. */
export const FAULT_KINDS = [
  'wrong_number',
  'wrong_date',
  'wrong_document',
  'wrong_article',
  'negation',
  'swapped_subject',
  'invented_citation',
  'says_otherwise',
] as const;

export type FaultKind = (typeof FAULT_KINDS)[number];

/** Provisions of a document, a true sentence about them, and the same with faults. */
export type KeyGroup = {
  /** Document and path of each provision cited: `["915", "Điều 12", "khoản 1"]`. */
  readonly places: readonly (readonly string[])[];
  readonly sentences: readonly string[];
  readonly faults: readonly { readonly kind: FaultKind; readonly text: string }[];
};

const MARKS: Readonly<Record<string, FaultKind>> = {
  N: 'negation',
  S: 'swapped_subject',
  O: 'says_otherwise',
  V: 'wrong_number',
  D: 'wrong_date',
  A: 'wrong_article',
  W: 'wrong_document',
};
const STEP = /(?<!tiểu)\s+(?=(?:Chương|Phần|Mục|Điều|khoản|điểm|mục|tiểu mục|gạch đầu dòng)\s)/u;

/** Reads a file of hand-written sentences beside this module; throws `file_unreadable` for a line that is none. */
export async function readKeys(name: string): Promise<readonly KeyGroup[]> {
  const text = await readFile(new URL(name, import.meta.url), 'utf8');
  const groups: { places: string[][]; sentences: string[]; faults: { kind: FaultKind; text: string }[] }[] =
    [];
  for (const [at, line] of text.split('\n').entries()) {
    const [mark = '', rest = ''] = [line.slice(0, 1), line.slice(2).trim()];
    if (mark === '#' || mark === '') continue;
    const group = groups.at(-1);
    const kind = MARKS[mark];
    if (mark === '@') {
      groups.push({ places: rest.split(' & ').map((place) => place.split(STEP)), sentences: [], faults: [] });
    } else if (mark === '+' && group !== undefined) {
      group.sentences.push(rest);
    } else if (kind !== undefined && group !== undefined) {
      group.faults.push({ kind, text: rest });
    } else {
      throw new KnownError('file_unreadable', `Dòng ${at + 1} của ${name} không đọc được.`);
    }
  }
  return groups;
}
