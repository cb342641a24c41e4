import type { Facet } from '../../requirements/counting/statistics.ts';
import { findDates } from '../../vietnamese/dates.ts';
import { readLevel } from '../../vietnamese/levels.ts';
import type { Intent } from './intent.ts';
import { say, wordsOf } from './said.ts';

const anchored = (source: string): RegExp => new RegExp(`^(?:${source})$`, 'd');

const WHO =
  '(?:ai|nhung ai|nguoi nao|nhung nguoi nao|can bo nao|nhung can bo nao|cong chuc nao|nhung cong chuc nao|vien chuc nao|can bo cong chuc nao|dong chi nao|nhung dong chi nao)';
const HERE =
  '(?:(?:trong|cua|o|tai|thuoc) (?:don vi|co quan|phong|so|xa|phuong|ban|truong|toan don vi|toan tinh)(?: (?:toi|minh|em|ta|nay))?)';

const WHO_LACKS = [
  anchored(
    `(?:(?:hien|xem|liet ke|cho biet) )*${WHO}(?: ${HERE})?(?: (?:con|dang|van|hien|chua|bi))* (?:thieu|chua co|khong co|chua dat|chua qua|chua hoc|chua duoc (?:boi duong|dao tao)(?: ve)?) (?<topic>.+?)(?: ${HERE})?`,
  ),
  anchored(
    `(?:(?:xem|lap|cho (?:toi )?(?:xem )?|liet ke) )*danh sach (?:nguoi |can bo |cong chuc |vien chuc |nhung nguoi )*(?:con |dang |chua )*(?:thieu|co|dat|hoc|qua) (?<topic>.+?)(?: ${HERE})?`,
  ),
  anchored(
    `(?:don vi|co quan|phong|xa|phuong)(?: (?:toi|minh|em|nay))? (?:con )?thieu (?:gi|ai|nhung gi|nhung ai)`,
  ),
];
const TARGETS = [
  anchored(
    `(?:(?:cho (?:toi )?)?xem |mo )?(?:bang|tinh hinh|ket qua|tien do|muc do)(?: thuc hien| hoan thanh)?(?: cac)? chi tieu(?: (?:cua )?(?:don vi|chuong trinh|phuong|xa|toan tinh|nay|dao tao|boi duong|den nay|hien nay)(?: (?:toi|minh|em))?)*`,
  ),
  anchored(
    `(?:cac )?chi tieu(?: nao)? (?:da |chua |con |duoc )*(?:dat|thuc hien|hoan thanh)(?: (?:den dau|the nao|chua|bao nhieu|duoc bao nhieu))?`,
  ),
  anchored(`chi tieu (?:den dau|the nao)(?: roi)?`),
];
const STATISTICS = anchored(
  `(?:(?:cho (?:toi )?)?(?:xem|lap) |bao cao )*(?:so lieu )?thong ke(?: (?:can bo|doi ngu|nhan su|cong chuc|vien chuc|don vi|so luong|co cau|can bo cong chuc|chat luong))*(?: theo (?<by>.+))?|(?:xem )?co cau (?:can bo|doi ngu|cong chuc)?(?: ?theo (?<facet>.+))?`,
);
const FACET_WORDS: readonly (readonly [RegExp, Facet])[] = [
  [/don vi|co quan|phong ban/, 'unit'],
  [/\bcap\b(?! li)/, 'tier'],
  [/gioi|nam nu|\bnu\b/, 'sex'],
  [/tuoi|tre/, 'age'],
  [/li luan|chinh tri/, 'political_theory'],
  [/chuyen mon|bang cap|hoc van|dai hoc|trinh do(?! (?:li luan|quan li))/, 'degree'],
  [/quan li nha nuoc|ngach/, 'state_management'],
  [/lanh dao|chuc vu/, 'leadership_post'],
  [/dang vien|\bdang\b/, 'party'],
  [/dan toc/, 'ethnicity'],
];
const ELIGIBLE = [
  anchored(
    `${WHO}(?: ${HERE})? (?:du|co du|dat|co)(?: dieu kien| tieu chuan)+ (?:de )?(?:duoc )?(?:cu )?(?:di )?(?:hoc|du|tham gia|di|cu|thi)(?: lop| khoa)?(?: (?<words>.+))?`,
  ),
  anchored(`(?:xem |lap )?danh sach (?:cu|du dieu kien)(?: di)?(?: hoc)?(?: lop| khoa)?(?: (?<words>.+))?`),
];
const READINESS = [
  anchored(
    `(?:xem |danh sach |ra soat )*(?:can bo |nguon )*(?:ke can|ke thua|nguon qui hoach|san sang)(?: (?:cho |cua |chuc danh |chuc vu )*(?<position>.+))?`,
  ),
  anchored(
    `${WHO} (?:duoc |dang |trong |nam trong |thuoc )*(?:qui hoach|san sang|ke can|ke thua)(?: (?:lam|vao|chuc danh|chuc vu|cho|thay))*(?: (?<position>.+))?`,
  ),
];
const COVERAGE = anchored(
  `(?:con )?(?:mang|linh vuc|kien thuc|noi dung) (?:kien thuc |dao tao |boi duong )?nao (?:con |dang )*(?:thieu|yeu|it nguoi(?: hoc)?|bo trong|chua ai hoc)|(?:xem )?(?:mang|khoang) (?:thieu|trong|thieu hut)(?: (?:dao tao|boi duong|kien thuc))*`,
);
const TRAININGS = anchored(
  `(?:(?:xem|thong ke|bao cao) )*(?:so )?(?:luot|lop|nguoi|ket qua)(?: (?:di|cu|da|dao tao|boi duong|tap huan|hoc|va|nguoi|luot|lop))*(?: (?:trong )?nam (?<year>\\d{4}))?`,
);
const PERCENTAGES = anchored(
  `(?:kiem tra|tinh lai|doi chieu|soat|soat lai|ra soat)(?: lai)?(?: (?:cac|nhung))?(?: (?:ti le|phan tram|so lieu|con so))+(?: .*)?`,
);

/** What staff ask of their units; `null` for anything else. Pure. */
export function readStaffIntent(text: string): Intent | null {
  const said = say(text);
  const { folded } = said;
  const pasted = readPastedFigures(text);
  if (pasted !== null) return pasted;
  if (PERCENTAGES.test(folded)) return { kind: 'percentages', text: /%/.test(text) ? text : null };
  if (COVERAGE.test(folded)) return { kind: 'coverage' };
  if (TARGETS.some((pattern) => pattern.test(folded.replace(/ so voi .*/, '')))) {
    return { kind: 'targets', compareWith: findDates(text)[0]?.date ?? null, target: null, output: 'chat' };
  }
  const statistics = STATISTICS.exec(folded);
  if (statistics !== null && folded !== '') {
    const by = statistics.groups?.by ?? statistics.groups?.facet ?? '';
    return { kind: 'statistics', facets: facetsOf(by), output: 'chat' };
  }
  for (const pattern of ELIGIBLE) {
    const match = pattern.exec(folded);
    if (match !== null) return { kind: 'eligible', words: wordsOf(said, match, 'words') };
  }
  for (const pattern of READINESS) {
    const match = pattern.exec(folded);
    if (match !== null) return { kind: 'readiness', position: wordsOf(said, match, 'position') };
  }
  for (const pattern of WHO_LACKS) {
    const match = pattern.exec(folded);
    if (match === null) continue;
    // "Ai chưa có bằng đại học thì có được bổ nhiệm không" is a question to the documents.
    if (/\b(thi|co duoc|phai|bi xu|duoc khong|lam sao|nhu the nao)\b/.test(folded)) return null;
    const words = match.groups?.topic === undefined ? null : wordsOf(said, match, 'topic');
    const open =
      words === null || /^(gi|nhung gi|chuan|tieu chuan|cac tieu chuan|dieu kien)$/.test(say(words).folded);
    return {
      kind: 'who_lacks',
      topic: open ? null : readLevel(words, null),
      words: open ? null : words,
      output: 'chat',
    };
  }
  const trainings = TRAININGS.exec(folded);
  if (trainings !== null && /(dao tao|boi duong|luot)/.test(folded)) {
    return {
      kind: 'trainings',
      year: trainings.groups?.year === undefined ? null : Number(trainings.groups.year),
    };
  }
  return null;
}

/** "104/298 … (35,01%) có đúng không": figures to recompute; the question stands at either end of the text. */
export function readPastedFigures(text: string): Intent | null {
  if (!/\d\s?\/\s?\d/.test(text) || !text.includes('%')) return null;
  const ends = `${say(text.slice(0, 80)).folded} ${say(text.slice(-80)).folded}`;
  const asked = /(dung khong|co dung|dung chua|sai khong|tinh lai|kiem tra|soat lai)/.test(ends);
  return asked ? { kind: 'percentages', text } : null;
}

export function facetsOf(words: string): readonly Facet[] {
  const { folded } = say(words);
  return FACET_WORDS.flatMap(([pattern, facet]) => (pattern.test(folded) ? [facet] : []));
}
