import { createHash, randomInt } from 'node:crypto';

/** No letters or figures that are taken for each other on paper or over the telephone (0 O, 1 I L). */
const LETTERS = 'ABCDEFGHJKMNPQRSTUVWXYZ';
const FIGURES = '23456789';
const LENGTH = 8;
const HOURS = 24;

/** A new one-time code of 8 characters, `K7QM-2XEA`; it always holds a figure, so that no word looks like one. */
export function newLinkCode(): string {
  const all = LETTERS + FIGURES;
  const characters = Array.from({ length: LENGTH }, () => all.charAt(randomInt(all.length)));
  if (!characters.some((one) => FIGURES.includes(one))) {
    characters[randomInt(LENGTH)] = FIGURES.charAt(randomInt(FIGURES.length));
  }
  const code = characters.join('');
  return `${code.slice(0, 4)}-${code.slice(4)}`;
}

/** What the database holds of a code: SHA-256, hexadecimal. Case, blanks and dashes do not matter. */
export function hashLinkCode(code: string): string {
  return createHash('sha256')
    .update(code.toUpperCase().replace(/[^A-Z0-9]/g, ''))
    .digest('hex');
}

/** When a code made now ends. */
export function linkCodeEnd(now: Date): Date {
  return new Date(now.getTime() + HOURS * 3_600_000);
}
