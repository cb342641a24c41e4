import { fold } from '../../vietnamese/text.ts';

/** A person's name as it is searched by: without diacritics, in lower case, single spaces: `Nguyễn  Văn Nam` → `nguyen van nam`. */
export function nameKey(name: string): string {
  return fold(name).trim().replaceAll(/\s+/g, ' ');
}
