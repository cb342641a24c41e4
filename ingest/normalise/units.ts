import { cleanText } from '../../vietnamese/text.ts';
import type { RawDocument } from '../read/rawDocument.ts';

/** One cleaned, non-empty line or paragraph of the source, the piece that every later step works on. */
export type Unit = {
  /** NFC, one space between words, no space at the ends. */
  readonly text: string;
  readonly page: number | null;
  readonly role: 'paragraph' | 'line' | 'heading' | 'table';
  /** A blank line, or furniture that was taken out, stands before this unit. */
  readonly gap: boolean;
};

/** Recipients that scanning glued to the end of the last sentence. */
const GLUED_FOOT = /(?<=[.,;/]\s*)(?=Nơi\s+nhận\s*:)/u;

/** Cleans the lines of a document; blank lines become `gap`s. */
export function toUnits(raw: RawDocument): Unit[] {
  const units: Unit[] = [];
  let gap = false;
  for (const line of raw.lines) {
    if (line.role === 'blank') {
      gap = true;
      continue;
    }
    for (const piece of cleanText(line.text).split('\n')) {
      for (const part of piece.split(GLUED_FOOT)) {
        const text = part.replace(/\s+/gu, ' ').trim();
        if (text === '') {
          gap = true;
          continue;
        }
        units.push({ text, page: line.page, role: line.role, gap });
        gap = false;
      }
    }
  }
  return units;
}

/** Whether a paragraph may end between two neighbours: a blank line does that, but the turn of a page does not. */
export function isApart(before: Unit, unit: Unit): boolean {
  return unit.gap && (before.page === null || before.page === unit.page);
}
