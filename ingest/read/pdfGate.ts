import { countLetters } from '../letters.ts';
import { brokenTextLayer, noText, scanned, WARNINGS } from '../texts.ts';
import type { PdfPage, PdfWord } from './pdfPage.ts';

/**
 * Decides page by page whether a PDF's text layer is the document. "Has text" is not enough: signed government
 * scans carry the signature stamp as their only text.
 */

export type ReadablePage = {
  readonly number: number;
  readonly width: number;
  readonly words: readonly PdfWord[];
};
export type GatedPdf = { readonly pages: readonly ReadablePage[]; readonly warnings: readonly string[] };

/** From this share of the page on, an image counts as the page itself. */
const scanShare = 0.5;
/** Letters that a page must carry to count as text whatever else is on it: a stamp has about 100, a page 1,500. */
const leastLetters = 150;
/** Measured on real layers: 0.58 in broken ones, 0.02 in good ones. */
const mostOrphans = 0.25;

/**
 * The stamp of an electronic signature: the words that open it, and within its few lines the time or the address that
 * no sentence of a document has there. The same words open clauses too ("Người ký hợp đồng phải …").
 */
const stamp =
  /(?:(?:Người ký|Ký bởi|Signed by)\s*:|Digitally signed by|Signature Not Verified)(?:(?!Người ký\s*:)[\s\S]){0,220}(?:\d{1,2}:\d{2}:\d{2}(?:\s*[+-]\d{2}[:']?\d{2}'?)?|[\w.+-]+@[\w-]+(?:\.[\w-]+)+)/giu;

const joined = (words: readonly PdfWord[]) => words.map((word) => word.text).join(' ');

/**
 * Share of tokens that are a single letter. A layer whose font lost its table falls apart into them: "s ố n g h ị".
 * Markers such as `a)` and the crosses of a form do not count.
 */
function orphanShare(text: string): number {
  const tokens = text
    .normalize('NFC')
    .split(/\s+/)
    .filter((token) => /\p{L}/u.test(token));
  if (tokens.length < 40) return 0;
  return (
    tokens.filter((token) => /^\p{L}\p{M}*$/u.test(token) && !/^[xX]$/.test(token)).length / tokens.length
  );
}

/** Share of characters that stand for "not known": replacement signs, private and control characters. */
function unknownShare(text: string): number {
  const length = text.replace(/\s/g, '').length;
  return length === 0 ? 0 : (text.match(/[\uFFFD\uE000-\uEFFF\p{Cc}]/gu)?.length ?? 0) / length;
}

function isBroken(text: string): boolean {
  return orphanShare(text) > mostOrphans || unknownShare(text.replace(/\s/g, '')) > 0.05;
}

type Verdict = 'text' | 'recognised' | 'scan' | 'picture' | 'blank' | 'broken';

const withoutStamps = (words: readonly PdfWord[]) => joined(words).normalize('NFC').replace(stamp, '');

function verdict(page: PdfPage): Verdict {
  if (page.imageShare >= scanShare) {
    const layer = withoutStamps([...page.words, ...page.hiddenWords]);
    if (countLetters(layer) < leastLetters || isBroken(layer)) return 'scan';
    return page.hiddenWords.length > page.words.length ? 'recognised' : 'text';
  }
  const own = withoutStamps(page.words);
  // A page that is taken out is lost in silence, so what only seems to be all stamps stays.
  if (countLetters(own) === 0 && countLetters(joined(page.words)) < leastLetters)
    return page.imageShare >= 0.05 ? 'picture' : 'blank';
  return isBroken(own) ? 'broken' : 'text';
}

function about(pages: readonly number[], warning: (pages: readonly number[]) => string): readonly string[] {
  return pages.length === 0 ? [] : [warning(pages)];
}

/**
 * The pages to read, or a refusal (`file_unreadable`) where the text layer is missing, broken or incomplete.
 *
 * A file with text on some pages and scans on others is refused: with pages missing, the product would say that
 * a rule does not exist while it stands on a page nobody read. The one exception is a single scanned page at the very
 * end of four or more (the signature page signed by hand), which is left out with a warning that names it.
 */
export function gatePages(pages: readonly PdfPage[], fileName: string): GatedPdf {
  const verdicts = new Map(pages.map((page) => [page.number, verdict(page)]));
  const which = (...wanted: readonly Verdict[]) =>
    pages.map((page) => page.number).filter((number) => wanted.includes(verdicts.get(number) ?? 'blank'));
  const readable = which('text', 'recognised', 'broken');
  const scans = which('scan');
  const hasWords = pages.some((page) => page.words.length > 0);
  const isStampsAlone = pages.every(
    (page) => countLetters(withoutStamps(page.words.concat(page.hiddenWords))) === 0,
  );
  if (readable.length === 0 || isStampsAlone)
    throw scans.length > 0 || which('picture').length > 0 || hasWords
      ? scanned(fileName, null)
      : noText(fileName);
  const signaturePage = scans.length === 1 && scans[0] === pages.length && pages.length >= 4;
  if (scans.length > 0 && !signaturePage) throw scanned(fileName, scans);
  const whole = pages
    .filter((page) => readable.includes(page.number))
    .map((page) => joined(page.words))
    .join(' ');
  if (isBroken(whole) || which('broken').length > pages.length / 4) throw brokenTextLayer(fileName);

  const numbersOf = (fits: (page: PdfPage) => boolean) => pages.filter(fits).map((page) => page.number);
  const dropped = numbersOf(
    (page) => page.hiddenWords.length > 0 && verdicts.get(page.number) !== 'recognised',
  );
  const warnings = [
    about(scans, WARNINGS.scannedPages),
    about(which('picture'), WARNINGS.picturePages),
    about(which('blank'), WARNINGS.blankPages),
    about(which('broken'), WARNINGS.brokenPages),
    about(which('recognised'), WARNINGS.recognisedPages),
    about(dropped, WARNINGS.hiddenInPdf),
    about(
      numbersOf((page) => page.whiteWords > 0),
      WARNINGS.whiteInPdf,
    ),
  ].flat();

  return {
    pages: pages
      .filter((page) => readable.includes(page.number))
      .map((page) => ({
        number: page.number,
        width: page.width,
        words: verdicts.get(page.number) === 'recognised' ? [...page.words, ...page.hiddenWords] : page.words,
      })),
    warnings,
  };
}
