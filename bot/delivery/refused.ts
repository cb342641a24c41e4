import {
  appendFileSync,
  existsSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { z } from 'zod';

/** As long as what could not be answered is kept in the inbox. */
const KEPT_MS = 7 * 24 * 3_600_000;

const dated = z.object({ at: z.iso.datetime() });

/** Where a journal puts what the inbox will never take. */
export const refusedOf = (journal: string) => `${journal}.refused`;

/** Puts an update aside that the inbox will never take, for whoever runs the product to look at. */
export function setAside(journal: string, update: object, now: Date = new Date()): void {
  const line = JSON.stringify({ at: now.toISOString(), ...update });
  appendFileSync(refusedOf(journal), `${line}\n`, { mode: 0o600 });
}

/** How many are put aside; 0 where there is no journal. */
export function countRefused(journal: string | undefined): number {
  return journal === undefined ? 0 : linesOf(refusedOf(journal)).length;
}

/** Forgets what was put aside a week ago: it holds people's words. For the process that writes the journal. */
export function forgetRefused(journal: string | undefined, now: Date = new Date()): void {
  if (journal === undefined || !existsSync(refusedOf(journal))) return;
  const undated = statSync(refusedOf(journal)).mtime;
  keepRefused(journal, (line) => now.getTime() - (dateOf(line) ?? undated).getTime() < KEPT_MS);
}

/** Keeps those lines of what was put aside, and forgets the others. For the process that writes the journal. */
export function keepRefused(journal: string, isKept: (line: string) => boolean): void {
  const file = refusedOf(journal);
  const lines = linesOf(file);
  const left = lines.filter(isKept);
  if (left.length === lines.length) return;
  if (left.length === 0) {
    rmSync(file);
    return;
  }
  // Whole or not at all, should the process end here.
  writeFileSync(`${file}.new`, left.map((line) => `${line}\n`).join(''), { mode: 0o600 });
  renameSync(`${file}.new`, file);
}

const linesOf = (file: string): readonly string[] =>
  existsSync(file)
    ? readFileSync(file, 'utf8')
        .split('\n')
        .filter((line) => line !== '')
    : [];

function dateOf(line: string): Date | null {
  try {
    const read = dated.safeParse(JSON.parse(line));
    return read.success ? new Date(read.data.at) : null;
  } catch {
    return null;
  }
}
