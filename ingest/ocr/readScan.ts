import { agreedWords } from './agreedWords.ts';
import type { GreyImage, OcrEngine, OcrWord } from './engine/ocrEngine.ts';
import { fieldPairs } from './fieldPairs.ts';
import { withRecipients } from './foot/recipients.ts';
import { withSignature } from './foot/signatureUnderStamp.ts';
import { furtherReadings } from './furtherReadings.ts';
import { withoutIncomingStamp } from './head/incomingStamp.ts';
import { withTypeHeading } from './head/typeHeading.ts';
import { withWrittenDate } from './head/writtenDate.ts';
import { withWrittenNumber } from './head/writtenNumber.ts';
import { leftOver } from './leftOver.ts';
import { levelled } from './levelled.ts';
import { type ColourImage, straightened, turned, withoutDarkEdges, withoutRed } from './picture/cleanPage.ts';
import { inkPoints } from './picture/pageSkew.ts';
import { clearContrast, evenPaper, isUneven, onWhite } from './picture/paperLight.ts';
import { sheetHalves } from './picture/sheetHalves.ts';
import { withoutSpecks } from './picture/specks.ts';
import { withFullStrokes } from './picture/thinStrokes.ts';
import { cellByCell } from './tables/cellByCell.ts';
import { type RuledTable, ruledTables, tableLowered, tableScaled } from './tables/ruledTables.ts';

/** A word of a scanned page, in points from the top left corner of the page as it is read. */
export type ScanWord = {
  readonly text: string;
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
};

export type ScannedPage = {
  readonly words: readonly ScanWord[];
  /** In points, as it is read: a page that stood on its side has them changed about. */
  readonly width: number;
  readonly height: number;
  /** The engine's confidence, 0 to 100, over the letters that were kept; `null` where there was nothing to read. */
  readonly confidence: number | null;
  /** Tables with rules between their cells, in points. */
  readonly tables: readonly RuledTable[];
  /** What a hand wrote into the page's head, as it was read: `số 729/QĐ-TTg`. It wants a person's eyes. */
  readonly written: readonly string[];
};

/** Below this a reading is no better than chance, or of a page on its head. */
const poorConfidence = 65;
/** Fewer dark pixels than this are specks on an empty page. */
const leastInk = 400;

/** Signs that a reading of smudges, rules and frames gives. */
const isRule = (text: string) =>
  /^[\s|_~—–=.…·•'"`‘’“”^*<>\\/:;,-]{2,}$/u.test(text) || /^[|_~—=^\\]$/u.test(text);
const hasWord = (text: string) => /[\p{L}\p{N}]/u.test(text);

const DIVISION = /^(?:Điều|Mục|Chương|Phần)\s*(?:\d{1,3}|[IVX]{1,5})[.:]?$/u;

function meanConfidence(words: readonly OcrWord[]): number {
  let letters = 0;
  let sum = 0;
  for (const { text, confidence } of words) {
    if (!hasWord(text)) continue;
    letters += text.length;
    sum += text.length * confidence;
  }
  return letters === 0 ? 0 : sum / letters;
}

/** Lines that were never writing, and the signs that rules and frames leave between words. */
function withoutSmudges(words: readonly OcrWord[]): readonly OcrWord[] {
  const lines = Map.groupBy(words, ({ line }) => line);
  return [...lines.values()].flatMap((line) => {
    // No smudge spells "Mục 1", however much the engine doubts it; and a page without it has another tree.
    if (DIVISION.test(line.map(({ text }) => text).join(' '))) return line;
    // In a line that was read well on the whole, a long word that the engine doubts is mostly right in most letters.
    const trusted = meanConfidence(line) >= 60;
    const kept = line.filter(
      ({ text, confidence }) =>
        !isRule(text) && (confidence >= 25 || /\d/.test(text) || (trusted && /\p{L}{3}/u.test(text))),
    );
    const letters = kept.reduce((sum, { text }) => sum + text.length, 0);
    const least = letters <= 3 ? 70 : letters <= 12 ? 55 : 40;
    return meanConfidence(kept) < least ? [] : kept;
  });
}

/** The page on its feet, from one that is straight, with what is read of it at once. */
async function upright(first: GreyImage, engine: OcrEngine) {
  const tables = ruledTables(first);
  const words = await cellByCell(engine, tables, first.dpi).recognise(first, 'page');
  const confidence = meanConfidence(words);
  const letters = words.reduce((sum, { text }) => sum + text.length, 0);
  if (confidence >= poorConfidence && letters >= 20) return { image: first, words, tables };
  const second = await turned(first, 2);
  const turnedTables = tables.length === 0 ? tables : ruledTables(second);
  const other = await cellByCell(engine, turnedTables, second.dpi).recognise(second, 'page');
  // A page on its head gives as much confidence to a few smudges as a page on its feet; letters decide along.
  const worth = (each: readonly OcrWord[]) =>
    each.reduce((sum, { text, confidence: sure }) => sum + (hasWord(text) && sure > 70 ? text.length : 0), 0);
  return worth(other) > worth(words)
    ? { image: second, words: other, tables: turnedTables }
    : { image: first, words, tables };
}

/**
 * Reads a picture of a page: its stamps' red taken out, set upright and straight, read as a page in several sizes, and what is left
 * unread (a signature block under a stamp) searched once more. `uneven`: a photo, whose paper is lit unevenly. `once`: in one size
 * alone, which takes a third of the time.
 */
export async function readScan(
  picture: ColourImage,
  engine: OcrEngine,
  { uneven = false, once = false }: { readonly uneven?: boolean; readonly once?: boolean } = {},
): Promise<ScannedPage> {
  const grey = withoutDarkEdges(withoutRed(onWhite(picture)));
  const lit = clearContrast(uneven || isUneven(grey) ? await evenPaper(grey) : grey);
  const clean = withFullStrokes(withoutSpecks(lit));
  if (inkPoints(clean).length < leastInk) return { ...nothingRead(clean), confidence: null };
  const straight = await straightened(clean);
  const halves = sheetHalves(straight);
  if (halves === null) return (await readPage(straight, engine, once)).page;
  const pages = [
    await readPage(await straightened(halves[0]), engine, once),
    await readPage(await straightened(halves[1]), engine, once),
  ];
  // On a sheet on its head the first page lies right.
  return oneUnderAnother(pages.every(({ onHead }) => onHead) ? pages.toReversed() : pages);
}

const nothingRead = ({ width, height, dpi }: GreyImage) => ({
  ...{ words: [], tables: [], written: [] },
  ...{ width: (width * 72) / dpi, height: (height * 72) / dpi },
});

type ReadPage = { readonly page: ScannedPage; readonly onHead: boolean };

/** The pages of a sheet as one long page, so that the one is read to its end before the other. */
function oneUnderAnother(pages: readonly ReadPage[]): ScannedPage {
  let above = 0;
  const lowered = pages.map(({ page }) => {
    const by = above;
    above += page.height;
    return {
      ...page,
      words: page.words.map((word) => ({ ...word, top: word.top + by, bottom: word.bottom + by })),
      tables: page.tables.map((table) => tableLowered(table, by)),
    };
  });
  const sure = lowered.flatMap(({ confidence }) => confidence ?? []);
  return {
    words: lowered.flatMap(({ words }) => words),
    tables: lowered.flatMap(({ tables }) => tables),
    written: lowered.flatMap(({ written }) => written),
    width: Math.max(...lowered.map(({ width }) => width)),
    height: above,
    confidence: sure.length === 0 ? null : Math.min(...sure),
  };
}

async function readPage(straight: GreyImage, engine: OcrEngine, once: boolean): Promise<ReadPage> {
  const points = (pixels: number) => (pixels * 72) / straight.dpi;
  const { image, words: first, tables } = await upright(straight, engine);
  const further = once ? [] : await furtherReadings(image, cellByCell(engine, tables, image.dpi));
  const seen = [first, ...further].flat();
  const unstamped = new Set(withoutIncomingStamp(first, image, seen));
  const stamp = first.filter((word) => !unstamped.has(word));
  // Figures by hand are looked at by their shape, which no further reading does.
  const head = await withWrittenNumber(image, [...unstamped], engine);
  const settled = head.words.filter((word) => !unstamped.has(word));
  const open = head.words.filter((word) => unstamped.has(word));
  const known = [...stamp, ...settled];
  const together = once ? head.words : [...settled, ...agreedWords(open, further, await fieldPairs(), known)];
  const legible = withoutSmudges(together.toSorted((a, b) => a.line - b.line || a.left - b.left));
  const agreed = await withRecipients(image, legible, first, engine);
  // What was read on a stamp is not to be found again.
  const all = [...agreed, ...(await leftOver(image, [...agreed, ...stamp], engine))];
  const document = withoutIncomingStamp(all, image, [...seen, ...all]);
  const own =
    head.written === null ? await withWrittenNumber(image, document, engine) : { ...head, words: document };
  const dated = await withWrittenDate(image, own.words);
  const signed = await withSignature(image, dated.words, engine);
  const words = levelled(await withTypeHeading(image, signed, engine));
  const page = {
    words: words.map((word) => ({
      // A rule under a word reads as dots behind it.
      text: word.text.replace(/(?<=\p{Lu}\p{Lu})[.…]{2,}$/u, ''),
      left: points(word.left),
      top: points(word.top),
      right: points(word.right),
      bottom: points(word.bottom),
    })),
    width: points(image.width),
    height: points(image.height),
    confidence: words.length === 0 ? null : meanConfidence(words),
    tables: tables.map((table) => tableScaled(table, points(1))),
    written: [...(own.written === null ? [] : [`số ${own.written}`]), ...dated.written],
  };
  return { page, onHead: image !== straight };
}
