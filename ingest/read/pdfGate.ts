import type { PdfPage, PdfWord } from './pdfPage.ts';
import { brokenTextLayer, noText, scanned } from './refusals.ts';

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
/** Letters that a page under a full image must carry to count as text: a stamp has about 100, a page 1,500. */
const leastLetters = 150;
/** Measured on real layers: 0.58 in broken ones, 0.02 in good ones. */
const mostOrphans = 0.25;

const stampLines =
  /(?:Người ký|Ký bởi|Signed by|Digitally signed|Signature Not Verified)[\s\S]*?(?:[+-]\d{2}[:']\d{2}'?|$)/gu;

const joined = (words: readonly PdfWord[]) => words.map((word) => word.text).join(' ');

function letters(text: string): number {
  return text.normalize('NFC').match(/\p{L}/gu)?.length ?? 0;
}

/**
 * Share of tokens that are a single letter. A layer whose font lost its table falls apart into them: "s ố n g h ị".
 * Markers such as `a)` and the crosses of a form do not count.
 */
export function orphanShare(text: string): number {
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

function verdict(page: PdfPage): Verdict {
  const own = joined(page.words).replace(stampLines, '');
  const layer = joined([...page.words, ...page.hiddenWords]).replace(stampLines, '');
  if (page.imageShare >= scanShare) {
    if (letters(layer) < leastLetters) return 'scan';
    if (isBroken(layer)) return 'scan';
    return page.hiddenWords.length > page.words.length ? 'recognised' : 'text';
  }
  if (letters(own) === 0) return page.imageShare >= 0.05 ? 'picture' : 'blank';
  return isBroken(own) ? 'broken' : 'text';
}

/** `[2, 3, 4, 9]` → `trang 2–4, 9`. */
export function pageRanges(numbers: readonly number[]): string {
  const ranges: [number, number][] = [];
  for (const number of numbers) {
    const last = ranges.at(-1);
    if (last !== undefined && last[1] === number - 1) last[1] = number;
    else ranges.push([number, number]);
  }
  return `trang ${ranges.map(([from, to]) => (from === to ? `${from}` : `${from}–${to}`)).join(', ')}`;
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
  const stampOnly = readable.length === 0 && pages.some((page) => page.words.length > 0);
  if (readable.length === 0)
    throw scans.length > 0 || which('picture').length > 0 || stampOnly
      ? scanned(fileName, null)
      : noText(fileName);
  const signaturePage = scans.length === 1 && scans[0] === pages.length && pages.length >= 4;
  if (scans.length > 0 && !signaturePage) throw scanned(fileName, pageRanges(scans));
  const whole = pages
    .filter((page) => readable.includes(page.number))
    .map((page) => joined(page.words))
    .join(' ');
  if (isBroken(whole) || which('broken').length > pages.length / 4) throw brokenTextLayer(fileName);

  const warnings: string[] = [];
  if (signaturePage)
    warnings.push(`${capital(pageRanges(scans))} là ảnh quét, chưa đọc được; hãy đối chiếu với bản gốc.`);
  const pictures = which('picture');
  if (pictures.length > 0) warnings.push(`${capital(pageRanges(pictures))} chỉ có hình, không có chữ.`);
  const blank = which('blank');
  if (blank.length > 0) warnings.push(`${capital(pageRanges(blank))} không có chữ.`);
  const broken = which('broken');
  if (broken.length > 0)
    warnings.push(`${capital(pageRanges(broken))} có chữ rời rạc, nên đối chiếu với bản gốc.`);
  const recognised = which('recognised');
  if (recognised.length > 0)
    warnings.push(
      `${capital(pageRanges(recognised))} là ảnh quét có lớp chữ do máy nhận dạng, có thể sai chữ; hãy đối chiếu với bản gốc.`,
    );
  const dropped = pages.filter(
    (page) => page.hiddenWords.length > 0 && verdicts.get(page.number) !== 'recognised',
  );
  if (dropped.length > 0) warnings.push(`Đã bỏ chữ ẩn ở ${pageRanges(dropped.map((page) => page.number))}.`);
  const white = pages.filter((page) => page.whiteWords > 0);
  if (white.length > 0)
    warnings.push(
      `Có chữ màu trắng ở ${pageRanges(white.map((page) => page.number))}, người đọc có thể không thấy.`,
    );

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

const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);
