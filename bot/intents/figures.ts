import type { Intent } from './intent.ts';
import { type Said, say, whole } from './said.ts';

const SHARE = '(?:ti le|phan tram)';
const WHERE = '(?: (?:trong|o|cua|tai) (?:(?:cac|ban|nay|van ban|bao cao|tai lieu|file|so lieu|bang) ?)+)?';
const CHECK = '(?:kiem tra|tinh|doi chieu|soat|ra soat|xem)(?: lai)?';
const WISHES = [
  whole(`${CHECK} (?:(?:cac|nhung) )?${SHARE}(?: phan tram)?${WHERE}`),
  whole(`(?:kiem tra|tinh|doi chieu|soat|ra soat) lai (?:(?:cac|nhung) )?(?:so lieu|con so)${WHERE}`),
  whole(`(?:cac )?${SHARE}${WHERE} (?:co |tinh )*(?:dung|chinh xac|sai)(?: (?:khong|chua))?`),
];
const WITH_FIGURES =
  /\b(?:kiem tra|tinh lai|doi chieu|soat)(?: lai)?(?: cac| nhung)? (?:ti le|phan tram|so lieu|con so)\b/;

/** `104/298`, `61 trên 233`: a part and its whole. */
const PARTS =
  /(?<![\d/.,-])(\d{1,6})\s?(?:\/|trên|tren|trong tổng số|trong tong so)\s?(\d{1,6})(?![\d/]|-\p{L}|\/\p{L})/giu;
const NUMBERED =
  /(?:nghị định|quyết định|thông tư|nghị quyết|hướng dẫn|kế hoạch|chỉ thị|luật|văn bản|số|nghi dinh|quyet dinh|thong tu|nghi quyet|so|nđ|qđ|tt|nq|ngày|ngay|tháng|điều|khoản|khoan|dieu|lần)\s*(?:số\s*)?$/iu;
const ASKED =
  /(?:dung (?:khong|ko|k|hok|chua)\b|co dung|sai khong|phai khong|chinh xac|tinh lai|kiem tra|soat lai|bao nhieu)/;

/** Figures to recompute, or the wish to have shares checked; `null` for anything else. `text` as it was sent. Pure. */
export function readPastedFigures(said: Said, text: string): Intent | null {
  if (WISHES.some((pattern) => pattern.test(said.folded))) {
    return { kind: 'percentages', text: text.includes('%') && /\d/.test(text) ? text : null };
  }
  if (!text.includes('%') || !holdsShare(text)) return null;
  const ends = `${say(text.slice(0, 80)).folded} ${say(text.slice(-80)).folded}`;
  return ASKED.test(ends) || WITH_FIGURES.test(said.folded) ? { kind: 'percentages', text } : null;
}

/** Numbers of documents, years and days are no shares. */
function holdsShare(text: string): boolean {
  for (const match of text.normalize('NFC').matchAll(PARTS)) {
    const [part, all] = [Number(match[1]), Number(match[2])];
    const before = text.normalize('NFC').slice(Math.max(0, match.index - 20), match.index);
    const isYear =
      all >= 1945 &&
      all <= 2099 &&
      match[0].includes('/') &&
      (NUMBERED.test(before) || part <= 12 || part >= 1945);
    if (part <= all * 2 && !isYear && !NUMBERED.test(before)) return true;
  }
  return false;
}
