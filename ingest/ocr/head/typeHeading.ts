import { documentType, findDocumentNumbers } from '../../../vietnamese/documentNumber.ts';
import { typeBeforeTitle, typeOfLine } from '../../header/typeLine.ts';
import type { GreyImage, OcrEngine, OcrWord } from '../engine/ocrEngine.ts';

/**
 * The name of a document's type above its title ("THÔNG TƯ"). The stamp of whoever signed or received it often touches
 * it; then the engine takes both for a picture, or reads neither, and without the type the title is not known.
 */

/** How far down a head goes, as a share of the page. */
const headShare = 0.45;
const motto = /CỘNG H(?:ÒA|OÀ) X|Độc lập\s*-/u;

const textOf = (words: readonly OcrWord[]) => words.map(({ text }) => text).join(' ');
const linesOf = (words: readonly OcrWord[]) => [...Map.groupBy(words, ({ line }) => line).values()];

/** What number and letters say together is sure. */
const surelyRead = 90;
/** So much of a name has to be read to be told from other words, and no fewer letters. */
const leastShare = 0.6;
const leastLetters = 5;

/** The type that the number in the head names, in capitals. */
function typeOfNumber(head: readonly (readonly OcrWord[])[]): string | null {
  for (const line of head) {
    const number = /^S\S{1,3}\s?[:.;]?/u.test(textOf(line))
      ? findDocumentNumbers(textOf(line))[0]
      : undefined;
    const type = number === undefined ? null : documentType(number.number);
    if (type !== null) return type.toUpperCase();
  }
  return null;
}

/** The words at the end of a line that are the end of `type`: its beginning is what a stamp touches. */
function endOf(line: readonly OcrWord[], type: string): readonly OcrWord[] {
  const wanted = type.replaceAll(' ', '');
  for (let from = 0; from < line.length; from += 1) {
    const own = line.slice(from);
    const read = own.map(({ text }) => text).join('');
    const isWhole = read.endsWith(wanted) && read.length <= wanted.length + 2;
    const isEnd = wanted.endsWith(read) && read.length >= Math.max(leastLetters, wanted.length * leastShare);
    if (isWhole || isEnd) return own;
  }
  return [];
}

/**
 * The words with the heading of the type that the head's number names, where the head lacks it and its end was read, if
 * not at first then in a search for single words; what was read in its place and beside it is left out.
 */
export async function withTypeHeading(
  image: GreyImage,
  words: readonly OcrWord[],
  engine: OcrEngine,
): Promise<readonly OcrWord[]> {
  const height = Math.round(image.height * headShare);
  const head = linesOf(words.filter((word) => word.bottom < height));
  const isHead = head.some((line) => motto.test(textOf(line)));
  const hasType = head.some(
    (line) => typeOfLine(textOf(line)) !== null || typeBeforeTitle(textOf(line)) !== null,
  );
  // What a letter is about stands in small print under its number, and it names no type.
  const isLetter = head.some((line) => /^(?:V\/v|Kính gửi)/iu.test(textOf(line)));
  if (!isHead || hasType || isLetter) return words;
  const type = typeOfNumber(head);
  if (type === null) return words;
  const top: GreyImage = { ...image, height, data: image.data.subarray(0, image.width * height) };
  const among = (lines: readonly (readonly OcrWord[])[]) =>
    lines.map((line) => endOf(line, type)).find((line) => line.length > 0);
  const found = among(head) ?? among(linesOf(await engine.recognise(top, 'sparse')));
  const [first, last] = [found?.[0], found?.at(-1)];
  if (first === undefined || last === undefined) return words;
  const size = first.bottom - first.top;
  const isInItsPlace = (word: OcrWord) =>
    (word.top + word.bottom) / 2 > first.top &&
    (word.top + word.bottom) / 2 < first.bottom &&
    word.right > first.left - size * 4 &&
    word.left < last.right + size * 4;
  const heading: OcrWord = {
    ...{ text: type, left: first.left, top: first.top, right: last.right, bottom: last.bottom },
    ...{ confidence: surelyRead, line: Math.max(0, ...words.map((word) => word.line)) + 1 },
  };
  return [...words.filter((word) => !isInItsPlace(word)), heading];
}
