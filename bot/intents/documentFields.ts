import type { Header } from '../../domain/directive.ts';
import { fold } from '../../vietnamese/text.ts';

/** What a person may correct of a document, and the names by which they call it (folded). */
const NAMES: Readonly<Record<keyof Header | 'kind', readonly string[]>> = {
  number: ['so ky hieu', 'so/ky hieu', 'so va ky hieu', 'so hieu', 'so van ban', 'ky hieu', 'so'],
  type: ['loai van ban', 'the loai', 'loai'],
  issuer: ['co quan ban hanh', 'don vi ban hanh', 'co quan'],
  issued: ['ngay ban hanh', 'ngay ky', 'ngay'],
  effective: ['ngay co hieu luc', 'ngay hieu luc', 'hieu luc tu', 'hieu luc'],
  title: ['trich yeu noi dung', 'trich yeu', 'tieu de', 'noi dung'],
  signer: ['nguoi ky'],
  place: ['noi ban hanh'],
  kind: ['la'],
};

const fieldOf = new Map(
  Object.entries(NAMES).flatMap(([field, names]) => names.map((name) => [name, field] as const)),
);
const alternatives = [...fieldOf.keys()].sort((a, b) => b.length - a.length).join('|');
const FIELD = new RegExp(`(?:^|[\\n;,])\\s*(${alternatives})\\s*[:=]`, 'g');

/** Said where there is none. */
const NONE = /^(?:-|–|bo|bo trong|trong|khong|khong co|khong ro|chua ro)?\.?$/;

/**
 * The fields that a text names: `số: 12/2026/QĐ-UBND; ngày = 01/7/2026`, one a line or parted by `;` or `,`. Values as they were
 * written, empty for "there is none". `null` where the text is anything else. Pure.
 */
export function readDocumentFields(text: string): Readonly<Record<string, string>> | null {
  const words = text.normalize('NFC').trim();
  const folded = fold(words);
  if (folded.length !== words.length) return null;
  const found = [...folded.matchAll(FIELD)];
  if (found[0]?.index !== 0) return null;
  return Object.fromEntries(
    found.map((match, at) => {
      const value = words.slice(match.index + match[0].length, found[at + 1]?.index).trim();
      return [fieldOf.get(match[1] ?? '') ?? '', NONE.test(fold(value)) ? '' : value];
    }),
  );
}
