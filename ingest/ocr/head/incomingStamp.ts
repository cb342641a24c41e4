import { fold } from '../../../vietnamese/text.ts';
import type { GreyImage, OcrWord } from '../engine/ocrEngine.ts';

/**
 * The stamp that a receiving office puts on a letter ("CÔNG VĂN ĐẾN / Số: … Ngày: … Chuyển: …"). It is no part of the
 * document, and often black, so that only its words tell it.
 */

/** A field to be filled in by hand, with its dotted line. "Chuyển" alone is told from "chuyên viên" by its capital. */
const isField = (text: string) =>
  /^(?:gio|ngay|so|chuyen|luu)\W*[.:…·]{2,}|^(?:gio|ngay|chuyen)[.:]+$|^gio[.:…]|\Wngay[.:…·]{2,}|[.:…·]{3,}\W*ngay[.:…·]/.test(
    fold(text),
  ) ||
  (text.startsWith('C') && fold(text) === 'chuyen');
const isArrival = (text: string) =>
  /^DEN\W*$/.test(text.normalize('NFD').replace(/\p{M}/gu, '').replace(/Đ/g, 'D'));

/** No document but a stamp has a field for the hour, alone or run into the one for the day. */
const isHour = (text: string) => /^gio[.:…]|\Wngay[.:…·]{2,}|[.:…·]{3,}\W*ngay[.:…·]/u.test(fold(text));

/** The stamp's extent around its telling words, in points: its title stands above them. */
const reach = { x: 170, y: 60 };
const margin = { above: 30, aboveFields: 50, below: 6, left: 12, right: 60 };
/** How far a hand writes on beyond the printed fields, in points; only what was read badly there is its writing. */
const handwriting = 80;
const surelyRead = 80;

const isSamePlace = (a: OcrWord, b: OcrWord) =>
  a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;

/**
 * The page's words without those of such a stamp in its upper half. `seen`: all that was read there at any time, since
 * no one reading makes out all of a stamp's words.
 */
export function withoutIncomingStamp(
  words: readonly OcrWord[],
  { height, dpi }: Pick<GreyImage, 'height' | 'dpi'>,
  seen: readonly OcrWord[] = words,
): readonly OcrWord[] {
  const pixels = (points: number) => (points * dpi) / 72;
  const telling = seen.filter(
    (word) => word.bottom < height * 0.5 && (isField(word.text) || isArrival(word.text)),
  );
  const [first] = telling;
  if (first === undefined) return words;
  const near = telling.filter(
    (word) =>
      Math.abs(word.left - first.left) < pixels(reach.x) && Math.abs(word.top - first.top) < pixels(reach.y),
  );
  // "ngày." may end a sentence and "Số:…" head a form, and each is one word however many readings have it.
  const places = near.filter(
    (word, index) =>
      isArrival(word.text) ||
      isHour(word.text) ||
      !near.slice(0, index).some((other) => isSamePlace(other, word)),
  );
  if (places.length < 2) return words;
  const left = Math.min(...near.map((word) => word.left)) - pixels(margin.left);
  const printed = Math.max(...near.map((word) => word.right));
  const right = printed + pixels(margin.right);
  // The title stands over the word of arrival, which stands over the fields.
  const above = near.some((word) => isArrival(word.text)) ? margin.above : margin.aboveFields;
  const top = Math.min(...near.map((word) => word.top)) - pixels(above);
  const bottom = Math.max(...near.map((word) => word.bottom)) + pixels(margin.below);
  // Right of its fields may begin a line of the document's, which goes on beyond the stamp without a gap.
  const goesOn = (word: OcrWord): boolean =>
    word.left > printed &&
    word.confidence >= surelyRead &&
    words.some(
      (next) =>
        next.line === word.line &&
        next.confidence >= surelyRead &&
        next.left >= word.right &&
        next.left - word.right < word.bottom - word.top &&
        ((next.left + next.right) / 2 > right || goesOn(next)),
    );
  const isInside = (word: OcrWord) => {
    const x = (word.left + word.right) / 2;
    const y = (word.top + word.bottom) / 2;
    const beyond = word.confidence < surelyRead ? pixels(handwriting) : 0;
    return x >= left && x <= right + beyond && y >= top && y <= bottom && !goesOn(word);
  };
  // The stamp often touches the national motto, which is no part of one.
  const mottoLines = new Set(words.filter(({ text }) => /^Hạnh$/u.test(text)).map(({ line }) => line));
  const fieldsTop = Math.min(...near.map((word) => word.top));
  // The title over the fields may be longer than they are.
  const endsTitle = (word: OcrWord): boolean =>
    word.top >= top &&
    word.bottom <= fieldsTop &&
    words.some(
      (before) =>
        before.line === word.line &&
        before.right <= word.left &&
        word.left - before.right < word.bottom - word.top &&
        (isInside(before) || endsTitle(before)),
    );
  return words.filter((word) => mottoLines.has(word.line) || (!isInside(word) && !endsTitle(word)));
}
