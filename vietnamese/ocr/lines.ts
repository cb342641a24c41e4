import { editDistance } from '../editDistance.ts';
import { signingPost } from '../signingPosts.ts';
import { isSyllable } from '../syllable.ts';
import { fold } from '../text.ts';

/** Whole lines that stamps, emblems and clerks' hands leave in what recognition read, in heads and over signatures. */

/** A head has no more lines than this. */
const headLines = 16;
/** What a hand or a stamp reads as is no longer. */
const longestScrawl = 24;
const MOTTO = /H[ÒO][ÀA] X[ÃA] HỘI|Độc lập\s*-|ĐẢNG CỘNG SẢN/u;
const NUMBER_LINE = /^S\S{1,2}\s*[:.;]|\d\/\p{Lu}/u;

/** A word, an abbreviation, or a number. */
const isReadable = (token: string) => {
  const core = token.replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, '');
  if (/^\p{N}[\p{N}.,/-]*$/u.test(core)) return token.length - core.length <= 1;
  const isAbbreviation = /^[A-ZĐ\d]{2,}(?:[-/&.][A-ZĐ\d]+)*$/.test(core);
  return isAbbreviation || (core.length > 1 && core.split(/[-/]/).every((part) => isSyllable(part)));
};

/** Whether a short line of a head holds nothing that can be read. */
const isScrawl = (text: string) =>
  text.length > 0 &&
  text.length <= longestScrawl &&
  !NUMBER_LINE.test(text) &&
  !text.split(/\s+/).some(isReadable);

/** The deputy of whom "KT. …" speaks, of whose post a line has only the end: `NHIỆM` → `PHÓ CHỦ NHIỆM`. */
function endOfPost(text: string, above: string): string | null {
  if (text.length < 5 || text !== text.toUpperCase()) return null;
  const posts = (/^KT\. ?(.+)$/u.exec(above)?.[1] ?? '').split(/,\s*/).flatMap((head) => {
    const deputy = signingPost(`PHÓ ${head}`, above);
    return deputy?.endsWith(` ${text}`) === true ? [deputy] : [];
  });
  const [only] = new Set(posts);
  return only ?? null;
}

/** The next line with words, from `from` on. */
const nextWords = (lines: readonly string[], from: number) =>
  lines.findIndex((text, index) => index >= from && /[\p{L}\p{N}]/u.test(text));

/** Under "KT. BỘ TRƯỞNG" the deputy's post as it must be; what the ring of a stamp left between the two is left out. */
function withDeputies(lines: readonly string[]): readonly string[] {
  const mended = [...lines];
  for (const [index, above] of lines.entries()) {
    if (!/^KT\. ?\p{Lu}/u.test(above)) continue;
    const at = nextWords(mended, index + 1);
    const under = mended[at];
    if (under === undefined) continue;
    const post = signingPost(under, above) ?? endOfPost(under, above);
    if (post !== null) {
      mended[at] = post;
      continue;
    }
    const second = nextWords(mended, at + 1);
    const deputy = signingPost(mended[second] ?? '', above);
    if (deputy === null || /\s/.test(under.trim()) || under.length > 8) continue;
    mended[at] = '';
    mended[second] = deputy;
  }
  return mended;
}

/** Offices that sign in Hà Nội, as a head names them. */
const CENTRAL =
  /^(?:BỘ \p{Lu}|CHÍNH PHỦ|THỦ TƯỚNG|VĂN PHÒNG CHÍNH PHỦ|QUỐC HỘI|[ỦU][ỶY] BAN THƯỜNG VỤ QUỐC HỘI|THANH TRA CHÍNH PHỦ|NGÂN HÀNG NHÀ NƯỚC|KIỂM TOÁN NHÀ NƯỚC|TÒA ÁN NHÂN DÂN TỐI CAO|VIỆN KIỂM SÁT NHÂN DÂN TỐI CAO|BAN CHẤP HÀNH TRUNG ƯƠNG)|HÀ NỘI$/u;
const PLACE = /^(\p{Lu}\p{L}+ \p{Lu}?\p{L}+)(?=, ngày)/u;

/** Where such an office signs, if a letter of the place is wrong: `Bà Nội, ngày 3 …`. */
function withPlace(lines: readonly string[]): readonly string[] {
  if (!lines.slice(0, headLines).some((text) => CENTRAL.test(text))) return lines;
  return lines.map((text, index) =>
    index >= headLines
      ? text
      : text.replace(PLACE, (place) => (editDistance(fold(place), 'ha noi') <= 1 ? 'Hà Nội' : place)),
  );
}

/** Recipients behind "Nơi nhận:" whose dash was not read, each under one that has its dash and its end. */
function withDashes(lines: readonly string[]): readonly string[] {
  const start = lines.findIndex((text) => /^Nơi nhận\s*:/u.test(text));
  if (start === -1) return lines;
  let before = '';
  return lines.map((text, index) => {
    if (index <= start || text === '') return text;
    const isItem = /^- .*;$/u.test(before) && /^\p{Lu}.*[;,]$/u.test(text);
    const own = isItem ? `- ${text}` : text;
    before = own;
    return own;
  });
}

/** The lines of one scan in their order, in NFC, with '' for those that are left out and for blank ones. */
export function withoutStrayLines(lines: readonly string[]): readonly string[] {
  const head = lines.slice(0, headLines);
  // Above the number and the motto stands nothing but who issues.
  const end = Math.max(...[MOTTO, NUMBER_LINE].map((mark) => head.findIndex((text) => mark.test(text))));
  const own = lines.map((text, index) => (index < end && isScrawl(text) ? '' : text));
  return withDeputies(withDashes(withPlace(own)));
}
