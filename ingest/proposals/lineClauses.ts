import type { Provision } from '../../domain/directive.ts';

/** A stretch of an article headed as a clause on training, where the tree holds no such clause. */
export type LineClause = {
  /** Its number as written: `4`, `4.2`; empty for a dash. */
  readonly clause: string;
  readonly start: number;
  readonly end: number;
};

const NUMBERED = /^\s*(\d{1,3}(?:\.\d{1,3})*)[.)]?\s+/u;
const DASHED = /^\s*[-–+•*]\s+/u;

/**
 * The lines of an article that head what is demanded ("4. Tiêu chuẩn về trình độ đào tạo:", "- Về trình độ: …"), each up to the next
 * line of its own rank: an article quoted in part, or one that lists with dashes only, has no clauses in the tree.
 * @param isHeading whether the words of a line, without its label, head such a clause
 */
export function lineClauses(
  text: string,
  { start, end }: Pick<Provision, 'start' | 'end'>,
  isHeading: (words: string) => boolean,
): readonly LineClause[] {
  const found: LineClause[] = [];
  let open: (Omit<LineClause, 'end'> & { readonly depth: number }) | null = null;
  const close = (at: number): void => {
    if (open !== null) found.push({ clause: open.clause, start: open.start, end: at });
    open = null;
  };
  let at = start;
  for (const line of text.slice(start, end).split('\n')) {
    const from = at;
    at += line.length + 1;
    const number = NUMBERED.exec(line);
    const dash = number === null ? DASHED.exec(line) : null;
    const label = number ?? dash;
    if (from === start || label === null) continue;
    const depth = dash !== null ? 9 : (number?.[1]?.split('.').length ?? 1);
    if (open !== null && depth <= open.depth) close(from);
    if (open === null && isHeading(line.slice(label[0].length).trim())) {
      open = { clause: number?.[1] ?? '', start: from, depth };
    }
  }
  close(end);
  return found;
}
