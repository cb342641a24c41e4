/** A question as it was asked: the `number`th of its chat, from 1. */
export type Asked = { readonly chat: number; readonly number: number };

/** What became of questions, each of which was to be answered once and in its chat's order. */
export type Tally = {
  readonly asked: number;
  readonly answered: number;
  readonly lost: number;
  /** Answers beyond the first to a question. */
  readonly doubled: number;
  /** First answers that came after the first answer to a later question of their chat. */
  readonly inversions: number;
};

/** How a question is written, so that its answer tells which it was. */
export const writtenAs = ({ chat, number }: Asked): string => `câu ${number} của nhóm chat ${chat}`;

/** Counts by the answers of each chat, in the order in which they arrived. Words that answer no question are left out. */
export function tally(asked: readonly Asked[], answers: ReadonlyMap<number, readonly string[]>): Tally {
  let answered = 0;
  let doubled = 0;
  let inversions = 0;
  for (const [chat, texts] of answers) {
    const seen = new Set<number>();
    let latest = 0;
    for (const text of texts) {
      const number = questionOf(text, chat);
      if (number === null) continue;
      if (seen.has(number)) {
        doubled += 1;
        continue;
      }
      seen.add(number);
      if (number < latest) inversions += 1;
      latest = Math.max(latest, number);
    }
    answered += seen.size;
  }
  return { asked: asked.length, answered, lost: asked.length - answered, doubled, inversions };
}

function questionOf(text: string, chat: number): number | null {
  const match = /câu (\d+) của nhóm chat (\d+)/.exec(text);
  return match !== null && Number(match[2]) === chat ? Number(match[1]) : null;
}
