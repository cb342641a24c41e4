import { WARNINGS } from '../../texts.ts';
import type { ScannedPage } from '../readScan.ts';

/** What to tell of the pages' handwriting: of the first page that has any, the head being the document's. */
export function writtenByHand(pages: readonly Pick<ScannedPage, 'written'>[]): readonly string[] {
  const parts = pages.find(({ written }) => written.length > 0)?.written ?? [];
  return parts.length === 0 ? [] : [WARNINGS.writtenByHand(parts)];
}
