import { type Figure, NUMBER, readFigure } from './figures.ts';

/** A count of people or things that a text gives. Offsets are into the folded text. */
export type Count = Figure & {
  /** `trong tổng số 298 …`: said to be the whole. */
  readonly whole: boolean;
  /** `hơn 180 lớp`: not the figure itself. */
  readonly rounded: boolean;
};

/** `104/298`, `104 trong tổng số 298 người`. */
export type Fraction = {
  readonly numerator: Figure;
  readonly denominator: Figure;
  /** `2/3`: as good as a day and month. */
  readonly maybeDate: boolean;
};

const NOUNS =
  'nguoi|can bo|dong chi|cong chuc|vien chuc|dang vien|hoc vien|truong hop|luot|chuc danh|don vi|co quan|xa|phuong|' +
  'thon|khu pho|to dan pho|ap|chi bo|dang bo|to chuc|lop|khoa|dot|chi tieu|nhiem vu|ho so|thu tuc|thanh vien|dai bieu|' +
  'giao vien|giang vien|nha giao|sinh vien|hoc sinh|ho|phong|ban|truong|pho|bi thu|chu tich|lanh dao|nhan vien|lao dong|' +
  'nu|nam gioi|tre|y kien|phieu|du an|cong trinh|bac si|bac sy|y si|cu tri|doan vien|hoi vien|cap uy|cuoc|mo hinh|quan nhan';

/** Source of a regular expression for a noun by which people and things are counted, folded. */
export const COUNTED = `(?:${NOUNS})(?![a-z])`;

/** Source for a number that stands by itself: no part of a date, a document's number or a percentage. */
const ALONE = String.raw`(?<![\d.,/a-z-])(${NUMBER})(?![\d/%-]|[.,]\d|\s%)`;

const counted = new RegExp(String.raw`${ALONE}\s+${COUNTED}`, 'dg');
const total = new RegExp(String.raw`tong (?:so|cong)[^\d.;%\n]{0,40}?${ALONE}`, 'dg');
const slashed = new RegExp(
  String.raw`(?<![\d/.,a-z-])(${NUMBER})\s?/\s?(${NUMBER})(?![\d/-]|[.,]\d|\s?%)`,
  'dg',
);
const spoken = new RegExp(
  String.raw`${ALONE}[^\d.;:%\n]{0,50}?\s(?:trong|tren)(?: tong)?(?: so)?\s${ALONE}(?:\s+${COUNTED}|(?=\s*[(,]\s*(?:(?:dat|chiem|bang|tuc|ty le|ti le)\s+)*\d[\d.,]*\s?%))`,
  'dg',
);

const saidWhole = /(?:tong so|tong cong|trong so|tren tong)[a-z, :]*$/;
const about = /(?:tren|hon|gan|duoi|khoang|xap xi|chung|it nhat|toi thieu|toi da|khong qua)\s*$/;
const dateBefore =
  /(?:ngay|den|tu|hom|sang|chieu|toi|truoc|sau|mung|thang|quy|tuan|khoa|dot|ky|vao|thu (?:hai|ba|tu|nam|sau|bay))\s*$/;
const documentBefore =
  /(?:so|nghi quyet|quyet dinh|nghi dinh|thong tu|ke hoach|chi thi|ket luan|chuong trinh|de an|huong dan|luat|dieu|khoan|bieu|mau)\s*$/;

function groups(pattern: RegExp, text: string): readonly (readonly Figure[])[] {
  return [...text.matchAll(pattern)].map(({ indices }) =>
    (indices ?? []).slice(1).map((span) => {
      const [start = 0, end = 0] = span ?? [];
      return readFigure(text.slice(start, end), start);
    }),
  );
}

/** The counts of a folded text in their order, the wholes of its fractions among them. */
export function findCounts(text: string): readonly Count[] {
  const found = new Map<number, Count>();
  for (const [figure] of [...groups(total, text), ...groups(counted, text)]) {
    if (figure === undefined) continue;
    const before = text.slice(Math.max(0, figure.start - 60), figure.start);
    found.set(figure.start, { ...figure, whole: saidWhole.test(before), rounded: about.test(before) });
  }
  for (const { denominator, maybeDate } of findFractions(text)) {
    if (!maybeDate && !found.has(denominator.start)) {
      found.set(denominator.start, { ...denominator, whole: false, rounded: false });
    }
  }
  return [...found.values()].sort((a, b) => a.start - b.start);
}

/** The fractions of a folded text in their order; never a sure date or the number of a document. */
export function findFractions(text: string): readonly Fraction[] {
  const written = groups(slashed, text).map((pair) => ({ pair, is: isFraction(text, pair) }));
  const said = groups(spoken, text).map((pair) => ({ pair, is: 'surely' as const }));
  return [...written, ...said]
    .flatMap(({ pair: [numerator, denominator], is }) =>
      is === null || numerator === undefined || denominator === undefined || denominator.value === 0
        ? []
        : [{ numerator, denominator, maybeDate: is === 'perhaps' }],
    )
    .sort((a, b) => a.numerator.start - b.numerator.start);
}

const countedNext = new RegExp(String.raw`^\s+${COUNTED}`);

function isFraction(text: string, [over, under]: readonly Figure[]): 'surely' | 'perhaps' | null {
  if (over === undefined || under === undefined) return null;
  const before = text.slice(Math.max(0, over.start - 16), over.start);
  if (documentBefore.test(before)) return null;
  const month = over.value <= 12 && under.value >= 1900 && under.value <= 2100;
  const day = over.value <= 31 && under.value <= 12;
  if (!month && !day) return 'surely';
  if (dateBefore.test(before)) return null;
  if (countedNext.test(text.slice(under.end, under.end + 40))) return 'surely';
  return day && over.value <= under.value ? 'perhaps' : null;
}
