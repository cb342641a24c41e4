import { checkSentences } from '../../answer/check/checkSentences.ts';
import type { Case } from './cases.ts';
import { FAULT_KINDS, type FaultKind } from './keys.ts';

/** What became of the sentences of one set. */
export type AnswerFigures = {
  readonly set: string;
  readonly true: number;
  /** True sentences that would have been dropped. */
  readonly dropped: number;
  readonly faults: number;
  readonly caught: number;
  readonly kinds: readonly { readonly kind: FaultKind; readonly faults: number; readonly caught: number }[];
  readonly msPerSentence: number;
};

/** Checks each sentence by itself; `say` hears of each mistake. */
export function measureCases(
  set: string,
  cases: readonly Case[],
  today: string,
  say: (line: string) => void,
): AnswerFigures {
  let dropped = 0;
  const caught = new Map<FaultKind, number>();
  const begin = performance.now();
  for (const { sentence, sources, fault } of cases) {
    const [checked] = checkSentences([sentence], sources, { today }).sentences;
    const failed = checked?.verdict === 'failed';
    const why = (checked?.reasons ?? [])
      .map(({ kind, found, instead }) => `${kind}: ${found} / ${instead ?? ''}`)
      .join('; ');
    if (fault === null && failed) {
      dropped += 1;
      say(`dropped   ${sentence.text}\n          ${why}`);
    }
    if (fault !== null && failed) caught.set(fault, (caught.get(fault) ?? 0) + 1);
    if (fault !== null && !failed) say(`missed ${fault}  ${sentence.text}`);
  }
  const spent = performance.now() - begin;
  const kinds = FAULT_KINDS.map((kind) => ({
    kind,
    faults: cases.filter(({ fault }) => fault === kind).length,
    caught: caught.get(kind) ?? 0,
  }));
  const trues = cases.filter(({ fault }) => fault === null).length;
  return {
    set,
    true: trues,
    dropped,
    faults: cases.length - trues,
    caught: kinds.reduce((sum, one) => sum + one.caught, 0),
    kinds,
    msPerSentence: Math.round((spent / Math.max(1, cases.length)) * 100) / 100,
  };
}
