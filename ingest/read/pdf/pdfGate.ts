import { countLetters } from '../../letters.ts';
import { writtenByHand } from '../../ocr/head/writtenByHand.ts';
import type { ScannedPage } from '../../ocr/readScan.ts';
import type { RuledTable } from '../../ocr/tables/ruledTables.ts';
import { brokenTextLayer, noText, scanned, WARNINGS } from '../../texts.ts';
import type { PdfPage, PdfWord } from './pdfPage.ts';
import { joinedWords } from './pdfStamp.ts';
import { isBroken, measure, measureUnstamped, sumOf } from './textMeasure.ts';

/**
 * Decides page by page whether a PDF's text layer is the document. "Has text" is not enough: signed government
 * scans carry the signature stamp as their only text.
 */

export type ReadablePage = {
  readonly number: number;
  readonly width: number;
  readonly words: readonly PdfWord[];
  /** Read from a picture, by us or by whoever laid text under it. */
  readonly recognised: boolean;
  /** Tables that were seen in its picture. */
  readonly tables: readonly RuledTable[];
};
export type GatedPdf = { readonly pages: readonly ReadablePage[]; readonly warnings: readonly string[] };

/** From this share of the page on, an image counts as the page itself. */
const scanShare = 0.5;
/** Letters that a page must carry to count as text whatever else is on it: a stamp has about 100, a page 1,500. */
const leastLetters = 150;
/** Share of a hidden layer's words that must be found in the picture: readings differ in marks, which do not count. */
const leastAgreement = 0.7;
/** Below this a reading wants a person's eyes: real scans lie at 90, faxes and photos of crumpled paper at 70. */
const doubtful = 80;

/**
 * `layer`: a picture under a text layer that cannot be seen (somebody's recognition, or text hidden on purpose).
 * `mixed`: words beside a picture that may hold more of them.
 */
export type Verdict = 'text' | 'mixed' | 'layer' | 'scan' | 'picture' | 'blank' | 'broken';

function verdict(page: PdfPage): Verdict {
  if (page.imageShare >= scanShare) {
    const layer = measureUnstamped([...page.words, ...page.hiddenWords]);
    if (layer.letters < leastLetters || isBroken(layer)) return 'scan';
    return page.hiddenWords.length > page.words.length ? 'layer' : 'text';
  }
  const own = measureUnstamped(page.words);
  // A page that is taken out is lost in silence, so what only seems to be all stamps stays.
  if (own.letters === 0 && measure(page.words).letters < leastLetters)
    return page.imageShare >= 0.05 ? 'picture' : 'blank';
  if (isBroken(own)) return 'broken';
  return page.imageShare >= 0.2 ? 'mixed' : 'text';
}

/** What each page's own text is worth. A text that is broken only as a whole (many short pages) is broken on every page. */
export function pageVerdicts(pages: readonly PdfPage[]): ReadonlyMap<number, Verdict> {
  const verdicts = new Map(pages.map((page) => [page.number, verdict(page)]));
  const isText = (page: PdfPage) => ['text', 'mixed'].includes(verdicts.get(page.number) ?? '');
  const whole = sumOf(pages.filter(isText).map((page) => measure(page.words)));
  if (isBroken(whole)) for (const page of pages.filter(isText)) verdicts.set(page.number, 'broken');
  return verdicts;
}

/** Of a file whose scans carry somebody's text layer, at most so many are compared with it. */
const mostCompared = 40;

/** Which pages to read from their pictures. Of hidden layers a spread of pages is enough to tell whether they lie. */
export function pagesToRecognise(
  pages: readonly PdfPage[],
  verdicts: ReadonlyMap<number, Verdict>,
): readonly PdfPage[] {
  const isLayer = (page: PdfPage) => verdicts.get(page.number) === 'layer';
  const layers = pages.filter(isLayer);
  const step = Math.max(1, Math.ceil(layers.length / mostCompared));
  const compared = new Set(layers.filter((_, index) => index % step === 0));
  return pages.filter((page) => (isLayer(page) ? compared.has(page) : verdicts.get(page.number) !== 'text'));
}

const bare = (text: string) =>
  text
    .normalize('NFD')
    .toLowerCase()
    .replace(/đ/g, 'd')
    .match(/[a-z\d]+/g) ?? [];

/** Share of `layer`'s words that `seen` holds too. Marks and capitals do not count. */
function agreement(layer: readonly PdfWord[], seen: readonly { readonly text: string }[]): number {
  const counts = new Map<string, number>();
  for (const { text } of seen)
    for (const token of bare(text)) counts.set(token, (counts.get(token) ?? 0) + 1);
  let found = 0;
  let all = 0;
  for (const { text } of layer) {
    for (const token of bare(text)) {
      all += 1;
      const left = counts.get(token) ?? 0;
      if (left > 0) found += 1;
      counts.set(token, left - 1);
    }
  }
  return all === 0 ? 1 : found / all;
}

function about(pages: readonly number[], warning: (pages: readonly number[]) => string): readonly string[] {
  return pages.length === 0 ? [] : [warning(pages)];
}

const touches = (a: PdfWord, b: PdfWord) =>
  a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;

/** How a page is read: from its own text, from its picture, from both, or not at all. */
type Source = 'text' | 'layer' | 'picture' | 'both' | 'none';

function sourceOf(page: PdfPage, own: Verdict, scan: ScannedPage | undefined, layersLie: boolean): Source {
  const hasScan = scan !== undefined && countLetters(joinedWords(scan.words)) > 0;
  switch (own) {
    case 'text':
      return 'text';
    case 'mixed':
      return hasScan ? 'both' : 'text';
    case 'layer':
      // A layer that says what the picture says is taken: its maker had the original at its best. One that says
      // something else is text hidden on purpose, and what people see is read.
      if (scan === undefined) return layersLie ? 'none' : 'layer';
      return agreement([...page.words, ...page.hiddenWords], scan.words) >= leastAgreement
        ? 'layer'
        : 'picture';
    case 'broken':
    case 'scan':
    case 'picture':
    case 'blank':
      return hasScan ? 'picture' : 'none';
  }
}

function wordsOf(page: PdfPage, source: Source, scan: ScannedPage | undefined): readonly PdfWord[] {
  const seen = scan?.words ?? [];
  switch (source) {
    case 'text':
      return page.words;
    case 'layer':
      return [...page.words, ...page.hiddenWords];
    case 'picture':
      return seen;
    case 'both':
      return [...page.words, ...seen.filter((word) => !page.words.some((own) => touches(own, word)))];
    case 'none':
      return [];
  }
}

/**
 * The pages to read, or a refusal (`file_unreadable`) where the text is missing, broken or incomplete. `scans`: what
 * was read from the pictures of pages; a page that is missing there could not be drawn or read.
 *
 * A file some pages of which stay unread is refused: with pages missing, the product would say that a rule does not
 * exist while it stands on a page nobody read.
 */
export function gatePages(
  pages: readonly PdfPage[],
  verdicts: ReadonlyMap<number, Verdict>,
  scans: ReadonlyMap<number, ScannedPage>,
  fileName: string,
): GatedPdf {
  const own = (page: PdfPage) => verdicts.get(page.number) ?? 'blank';
  const layersLie = pages.some(
    (page) =>
      own(page) === 'layer' &&
      scans.has(page.number) &&
      sourceOf(page, 'layer', scans.get(page.number), false) === 'picture',
  );
  const read = pages.map((page) => {
    const scan = scans.get(page.number);
    const source = sourceOf(page, own(page), scan, layersLie);
    return { page, scan, source, own: own(page), words: wordsOf(page, source, scan) };
  });
  const numbers = (fits: (each: (typeof read)[number]) => boolean) =>
    read.filter(fits).map(({ page }) => page.number);

  const unread = numbers(
    ({ source, own: verdict, scan }) =>
      source === 'none' && scan === undefined && (verdict === 'scan' || verdict === 'layer'),
  );
  const broken = numbers(({ source, own: verdict }) => source === 'none' && verdict === 'broken');
  if (broken.length > 0 && broken.length > pages.length / 4) throw brokenTextLayer(fileName);
  if (unread.length > 0) throw scanned(fileName, unread.length === pages.length ? null : unread);
  if (!read.some(({ words }) => measureUnstamped(words).letters > 0))
    throw pages.some((page) => page.imageShare > 0) ? scanned(fileName, null) : noText(fileName);

  const fromPicture = ({ source }: (typeof read)[number]) => source === 'picture' || source === 'both';
  const warnings = [
    about(numbers(fromPicture), WARNINGS.readByOcr),
    about(
      numbers((each) => fromPicture(each) && (each.scan?.confidence ?? 100) < doubtful),
      WARNINGS.doubtfulOcr,
    ),
    writtenByHand(read.flatMap((each) => (fromPicture(each) && each.scan !== undefined ? [each.scan] : []))),
    about(
      numbers(
        ({ source, own: verdict }) => source === 'none' && (verdict === 'picture' || verdict === 'scan'),
      ),
      WARNINGS.picturePages,
    ),
    about(
      numbers(({ source, own: verdict }) => source === 'none' && verdict === 'blank'),
      WARNINGS.blankPages,
    ),
    about(broken, WARNINGS.brokenPages),
    about(
      numbers(({ source }) => source === 'layer'),
      WARNINGS.recognisedPages,
    ),
    about(
      numbers(({ source, page }) => source !== 'layer' && page.hiddenWords.length > 0),
      WARNINGS.hiddenInPdf,
    ),
    about(
      numbers(({ page }) => page.whiteWords.length > 0),
      WARNINGS.whiteInPdf,
    ),
  ].flat();

  return {
    pages: read
      .filter(({ source }) => source !== 'none')
      .map(({ page, scan, source, words }) => ({
        number: page.number,
        width: source === 'picture' ? (scan?.width ?? page.width) : page.width,
        words,
        tables: source === 'picture' ? (scan?.tables ?? []) : [],
        recognised: source !== 'text',
      })),
    warnings,
  };
}
