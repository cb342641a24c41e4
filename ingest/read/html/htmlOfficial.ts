import type { Cheerio, CheerioAPI } from 'cheerio';
import type { Element } from 'domhandler';
import { htmlLines } from './htmlLines.ts';

const official =
  /Độc lập\s*-\s*Tự do\s*-\s*Hạnh phúc|Nơi nhận\s*:|(?:^|\n)\s*(?:Điều|Chương|Mục)\s+[\dIVXLC]+|(?:^|\n)\s*Số\s*:\s*\d+|(?:^|\n)\s*[a-zđ]\)\s/iu;

/** Whether a block speaks like a directive; looked at line by line, for numbers count only where a line begins. */
export function isOfficial($: CheerioAPI, block: Cheerio<Element>): boolean {
  const text = htmlLines($, block)
    .map((line) => line.text)
    .join('\n');
  return official.test(text.normalize('NFC'));
}
