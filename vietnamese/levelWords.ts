import { abbreviationAt } from './abbreviations.ts';
import { cleanText, fold, foldSyllable, syllables } from './text.ts';

/** A word of what somebody wrote about a qualification, its abbreviation written out. */
export type LevelWord = {
  /** One syllable, folded as `foldSyllable` does: `lý` → `li`. */
  readonly folded: string;
  /** As written; the whole long form stands in the first word of an abbreviation, the others are empty. */
  readonly written: string;
  readonly start: number;
  readonly end: number;
  readonly expanded: boolean;
};

/** Abbreviations that mean this only where levels are written, folded, beside those of the glossary. */
const SHORT: Readonly<Record<string, string>> = {
  ths: 'thạc sĩ',
  thsy: 'thạc sĩ',
  ts: 'tiến sĩ',
  cki: 'chuyên khoa I',
  ck1: 'chuyên khoa I',
  bscki: 'bác sĩ chuyên khoa I',
  bsck1: 'bác sĩ chuyên khoa I',
  ckii: 'chuyên khoa II',
  ck2: 'chuyên khoa II',
  bsckii: 'bác sĩ chuyên khoa II',
  bsck2: 'bác sĩ chuyên khoa II',
  cv: 'chuyên viên',
  cd: 'cao đẳng',
  cdsp: 'cao đẳng sư phạm',
  dhsp: 'đại học sư phạm',
  tc: 'trung cấp',
  tccn: 'trung cấp',
  thcn: 'trung cấp',
  sc: 'sơ cấp',
  scllct: 'sơ cấp lý luận chính trị',
  ccct: 'cao cấp chính trị',
  tcct: 'trung cấp chính trị',
  cnct: 'cử nhân chính trị',
  gdqp: 'quốc phòng',
  gdqpan: 'quốc phòng an ninh',
  qp: 'quốc phòng',
  dt1: 'đối tượng 1',
  dt2: 'đối tượng 2',
  dt3: 'đối tượng 3',
  dt4: 'đối tượng 4',
  ldql: 'lãnh đạo quản lý',
  udcntt: 'ứng dụng công nghệ thông tin',
  udcnttcb: 'ứng dụng công nghệ thông tin cơ bản',
  udcnttnc: 'ứng dụng công nghệ thông tin nâng cao',
  cnttcb: 'công nghệ thông tin cơ bản',
  cnttnc: 'công nghệ thông tin nâng cao',
  bd: 'bồi dưỡng',
};

/** Abbreviations that only the first word of a cell may be: elsewhere they are names and other words. */
const SHORT_AT_START: Readonly<Record<string, string>> = {
  cn: 'cử nhân',
  ks: 'kỹ sư',
  bs: 'bác sĩ',
  ds: 'dược sĩ',
  kts: 'kiến trúc sư',
};

/** `CC` is cao cấp before these, chứng chỉ elsewhere. */
const AFTER_CAO_CAP = /^(?:llct|l[iy]|chinh)$/;

function longForm(folded: string, first: boolean, next: string | undefined): string | undefined {
  if (folded === 'cc' && next !== undefined && AFTER_CAO_CAP.test(next)) return 'cao cấp';
  return (first ? SHORT_AT_START[folded] : undefined) ?? SHORT[folded];
}

/** The text as it is read: dots within `Th.S` gone, spaces single. */
export function tidyLevel(written: string): string {
  return cleanText(written)
    .replace(/\bth\.\s*s([ĩỹiy]?)(?![\p{L}\p{M}])/giu, 'ThS$1')
    .replace(/\bt\.\s*s\b/giu, 'TS')
    .replace(/\s+/g, ' ')
    .trim();
}

/** Cuts a tidy text into words with every known abbreviation written out. */
export function levelWords(text: string): readonly LevelWord[] {
  const found = syllables(text);
  const words: LevelWord[] = [];
  for (let index = 0; index < found.length; index += 1) {
    const word = found[index];
    if (word === undefined) break;
    const plain = fold(word.written);
    const long = longForm(plain, index === 0, found[index + 1]?.folded);
    const known = long === undefined ? abbreviationAt(text, found, index) : null;
    const end = found[index + (known?.taken ?? 1) - 1]?.end ?? word.end;
    const syllablesOfLong = long?.split(' ').map(foldSyllable) ?? known?.long.map(({ folded }) => folded);
    if (syllablesOfLong === undefined) {
      const written = text.slice(word.start, word.end);
      words.push({ folded: word.folded, written, start: word.start, end, expanded: false });
      continue;
    }
    const written = long ?? known?.long.map((syllable) => syllable.written).join(' ') ?? '';
    for (const [place, folded] of syllablesOfLong.entries()) {
      words.push({ folded, written: place === 0 ? written : '', start: word.start, end, expanded: true });
    }
    index += (known?.taken ?? 1) - 1;
  }
  return words;
}
