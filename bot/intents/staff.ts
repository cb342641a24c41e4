import type { Facet } from '../../requirements/counting/facet.ts';
import { findDates } from '../../vietnamese/dates.ts';
import { readLevel } from '../../vietnamese/levels.ts';
import { readPastedFigures } from './figures.ts';
import type { Intent, Output } from './intent.ts';
import { type Said, saidOf, say, whole, wordsOf } from './said.ts';
import { ASKS_RULES, POSITION } from './vocabulary.ts';

const PEOPLE =
  '(?:can bo cong chuc vien chuc|can bo cong chuc|can bo|cong chuc|vien chuc|nguoi|dong chi|dang vien)';
const WHO = `(?:(?:con |co )?(?:nhung )?(?:ai|${PEOPLE} nao)|(?:co |con )?bao nhieu ${PEOPLE})`;
const UNIT = '(?:don vi|co quan|phong|so|xa|phuong|ban|truong|toan don vi|toan tinh|toan xa|toan phuong)';
const MINE = '(?:toi|minh|em|ta|nay|chung toi|chung ta)';
const HERE = `(?:(?:trong|cua|o|tai|thuoc) ${UNIT}(?: ${MINE})?|${UNIT} ${MINE})`;
const SHOW = '(?:(?:xem|liet ke|cho biet|lap|xuat|in|tim|loc) )*';
const LACKS =
  '(?:(?:con|dang|van|hien|bi|dang) )*(?:thieu|no|chua (?:co|dat|qua|hoc|du|duoc|boi duong)(?: (?:boi duong|dao tao|hoc|qua))?(?: ve)?|khong co)';

const WHO_LACKS = [
  whole(`${SHOW}(?:${HERE} )?${WHO}(?: ${HERE})? ${LACKS} (?<topic>.+?)(?: ${HERE})?(?: khong)?`),
  whole(
    `(?:${SHOW}danh sach|liet ke|loc|tim)(?: cac)? (?:(?:nhung|cac) )?(?:(?:${PEOPLE}|ai) )?(?:${HERE} )?${LACKS} (?<topic>.+?)(?: ${HERE})?`,
  ),
  whole(`(?:${HERE}|don vi|co quan|phong|xa|phuong) (?:con |dang )?thieu (?:gi|ai|nhung gi|nhung ai)`),
];

const TARGET_OF = `(?: (?:${HERE}|cua chuong trinh|dao tao|boi duong|den nay|hien nay|nam nay|hien tai))*`;
const TARGETS = [
  whole(`${SHOW}(?:mo )?bang(?: cac)? chi tieu${TARGET_OF}`),
  whole(
    `(?:${SHOW}|bao cao )(?:(?:tinh hinh|ket qua|tien do|muc do) (?:thuc hien |hoan thanh )|tien do )(?:cac )?chi tieu${TARGET_OF}`,
  ),
  whole(`(?:xem )?tinh hinh (?:cac )?chi tieu (?:nam nay|hien nay|den nay|${HERE})`),
  whole(`(?:xem|bao cao|liet ke) (?:cac )?chi tieu${TARGET_OF}`),
  whole(`(?:cac )?chi tieu (?:${HERE}|hien nay|nam nay)(?: (?:den dau|the nao|ra sao))?(?: roi)?`),
  whole(
    `(?:cac |bao nhieu |nhung )?chi tieu(?: nao)?${TARGET_OF} (?:da |chua |con |duoc )*(?:dat|thuc hien|hoan thanh)(?: (?:duoc|den dau|the nao|chua|bao nhieu|phan tram|roi))*`,
  ),
  whole(`(?:cac )?chi tieu${TARGET_OF} (?:den dau|the nao)(?: roi)?`),
];

/** Every syllable of what people can be counted by; other words make it another statistic. */
const COUNTED =
  '(?:theo|do|tuoi|gioi|tinh|nam|nu|trinh|chuyen|mon|li|luan|chinh|tri|ngach|chuc|vu|lanh|dao|dan|toc|dang|vien|don|vi|phong|ban|co|quan|cap|bang|dai|hoc|van|nha|nuoc|va|so|luong|cau|chat|can|bo|cong|nguoi|tre|doi|ngu|nhan|su|cac)';
const STATISTICS = [
  whole(`(?:(?:xem|lap|bao cao) )*(?:so lieu )?thong ke(?<by>(?: ${COUNTED})*)`),
  whole(`(?:xem )?co cau(?<by>(?: ${COUNTED})+)`),
  whole(`(?:xem )?ti le (?<by>nu|nam|dang vien|dan toc thieu so|(?:can bo )?tre)(?: can bo| ${HERE})+`),
  whole(
    `(?:${HERE} )?(?:hien )?(?:(?:co|dang|hien) )*bao nhieu (?:${PEOPLE}|(?=nu\\b|nam\\b))(?: cong chuc| vien chuc)*(?: ?(?<by>(?:la )?(?:nu|nam|dang vien|dan toc thieu so)|(?:duoi|tren|tu) \\d\\d(?: den \\d\\d)? tuoi|(?:co |la )?(?:bang |trinh do )?(?:tien si|thac si|dai hoc|cao dang|(?:cao|trung|so) cap li luan chinh tri)))?(?: ${HERE})?`,
  ),
];
const FACET_WORDS: readonly (readonly [RegExp, Facet])[] = [
  [/don vi|co quan|phong ban/, 'unit'],
  [/\bcap\b(?! li)/, 'tier'],
  [/gioi|nam nu|\bnu\b/, 'sex'],
  [/tuoi|tre/, 'age'],
  [/li luan|chinh tri/, 'political_theory'],
  [/chuyen mon|bang cap|hoc van|dai hoc|thac si|tien si|cao dang|trinh do(?! (?:li luan|quan li))/, 'degree'],
  [/quan li nha nuoc|ngach/, 'state_management'],
  [/lanh dao|chuc vu/, 'leadership_post'],
  [/dang vien|\bdang\b/, 'party'],
  [/dan toc/, 'ethnicity'],
];

const CLASS = '(?:(?:lop|khoa) )?(?<words>.+?)(?: (?:duoc|khong|dot nay|nam nay|ky nay|lan nay))*';
const GO = '(?:(?:cu|di|tham|gia|du|hoc|thi) )*(?:hoc|du|thi|tham gia)';
const ELIGIBLE = [
  whole(
    `${SHOW}(?:${HERE} )?${WHO}(?: ${HERE})? (?:co )?(?:du|dat)(?: (?:dieu kien|tieu chuan))+(?: de)?(?! duoc) ${GO} ${CLASS}`,
  ),
  whole(`(?:co )?(?:nhung )?ai co the ${GO} ${CLASS}`),
  whole(`(?:nen |co the )?cu (?:nhung )?ai ${GO} ${CLASS}`),
  whole(`(?:lop|khoa) (?<words>.+?) (?:nen |co the )?cu (?:nhung )?ai(?: duoc| di)*`),
  whole(`${SHOW}danh sach (?:cu|du dieu kien|du tieu chuan) (?:di )?(?:hoc|du lop|du)(?: ${CLASS})?`),
];

const TO_POSITION = `(?:(?:cho|cua|chuc danh|chuc vu|vi tri|lam|vao|thay) )*(?<position>${POSITION}\\b.*?)`;
const READINESS = [
  whole(
    `(?:(?:xem|danh sach|ra soat|lap) )*(?:can bo nguon|nguon (?:ke can|ke thua|qui hoach)|(?:can bo |doi ngu |nguon )?ke can|(?:can bo|doi ngu) (?:ke thua|qui hoach)|san sang (?:ke can|thay the))(?: ${TO_POSITION})?(?: gom (?:nhung )?ai)?`,
  ),
  whole(`(?:(?:xem|lap) )*(?:danh sach|ra soat) qui hoach(?: ${TO_POSITION})?`),
  whole(
    `(?:nhung |co )?(?:ai|nguoi nao|can bo nao) (?:(?:duoc|dang|trong|nam|thuoc|o|co|the) )*(?:qui hoach|san sang|ke can|ke thua|thay)(?: ${TO_POSITION})`,
  ),
];

const FIELD = '(?:mang|linh vuc|kien thuc|noi dung)(?: (?:kien thuc|dao tao|boi duong))?';
const COVERAGE = whole(
  [
    `(?:con |co )?${FIELD} nao (?:(?:con|dang|bi) )*(?:thieu|yeu|it nguoi(?: hoc)?|bo trong|chua ai hoc)(?: nhat)?`,
    `(?:xem )?(?:mang|khoang) (?:thieu|trong|thieu hut)(?: (?:ve|trong|dao tao|boi duong|kien thuc))*(?: ${HERE})?`,
    `(?:${HERE}|can bo|doi ngu)(?: cua ${UNIT})? (?:(?:con|dang|bi) )*(?:thieu|yeu)(?: (?:o|ve))? (?:${FIELD} nao|kien thuc (?:gi|nao))`,
  ].join('|'),
);

const YEAR = '(?:(?:trong )?nam (?:(?<year>\\d{4})|nay))';
const TRAIN = '(?: (?:nguoi|di|cu|da|duoc|dao|tao|boi|duong|tap|huan|hoc|va|luot|cua|can|bo))*';
/** With a year, or plainly of turns: "kết quả bồi dưỡng" alone may be any. */
const TRAININGS = [
  whole(`(?:(?:xem|thong ke|bao cao) )*(?:(?:so|co|bao nhieu) )*luot${TRAIN}(?: ${YEAR})?`),
  whole(
    `(?:(?:xem|thong ke|bao cao) )*(?:ket qua (?:dao tao|boi duong)|(?:so|co bao nhieu|bao nhieu) nguoi (?:da |duoc |di )*(?:dao tao|boi duong|tap huan|hoc))${TRAIN} ${YEAR}`,
  ),
  whole(`${YEAR} (?:(?:co|da) )*bao nhieu (?:luot|nguoi (?:di hoc|duoc dao tao|duoc boi duong))${TRAIN}`),
];

const OUTPUT = / (?:(?:ra|bang|dang|file|xuat|thanh) )*(?<format>excel|xlsx|word|docx)$/;

/** What staff ask of their units; `null` for anything else. `text` as it was sent. Pure. */
export function readStaffIntent(whole: Said, text: string): Intent | null {
  const figures = readPastedFigures(whole, text);
  if (figures !== null) return figures;
  const { said, output } = withoutOutput(whole);
  const { folded } = said;
  if (folded === '' || ASKS_RULES.test(folded)) return null;
  if (COVERAGE.test(folded)) return { kind: 'coverage' };
  if (TARGETS.some((pattern) => pattern.test(folded.replace(/ so voi .*/, '')))) {
    return { kind: 'targets', compareWith: findDates(text)[0]?.date ?? null, target: null, output };
  }
  return (
    readTrainings(folded) ??
    readStatistics(folded, output) ??
    readEligible(said) ??
    readReadiness(said) ??
    readWhoLacks(said, output)
  );
}

function withoutOutput(said: Said): { readonly said: Said; readonly output: Output } {
  const match = OUTPUT.exec(said.folded);
  if (match === null) return { said, output: 'chat' };
  const words = said.folded.slice(0, match.index).split(' ');
  return {
    said: saidOf(words.map((folded, at) => ({ folded, written: said.written[at] ?? folded }))),
    output: /^(?:excel|xlsx)$/.test(match.groups?.format ?? '') ? 'xlsx' : 'docx',
  };
}

function readTrainings(folded: string): Intent | null {
  for (const pattern of TRAININGS) {
    const match = pattern.exec(folded);
    if (match === null) continue;
    const year = match.groups?.year;
    return { kind: 'trainings', year: year === undefined ? null : Number(year) };
  }
  return null;
}

function readStatistics(folded: string, output: Output): Intent | null {
  for (const pattern of STATISTICS) {
    const match = pattern.exec(folded);
    if (match === null) continue;
    const facets = facetsOf(match.groups?.by ?? '');
    // "Thống kê theo …" by what is not counted here is no wish, however known its syllables.
    if (facets.length === 0 && /\btheo\b|^co cau/.test(folded)) return null;
    return { kind: 'statistics', facets, output };
  }
  return null;
}

function readEligible(said: Said): Intent | null {
  for (const pattern of ELIGIBLE) {
    const match = pattern.exec(said.folded);
    if (match !== null) return { kind: 'eligible', words: wordsOf(said, match, 'words') };
  }
  return null;
}

function readReadiness(said: Said): Intent | null {
  for (const pattern of READINESS) {
    const match = pattern.exec(said.folded);
    if (match !== null) return { kind: 'readiness', position: wordsOf(said, match, 'position') };
  }
  return null;
}

function readWhoLacks(said: Said, output: Output): Intent | null {
  for (const pattern of WHO_LACKS) {
    const match = pattern.exec(said.folded);
    if (match === null) continue;
    // "Ai chưa có bằng đại học thì có được bổ nhiệm không" is a question to the documents.
    if (/\b(?:thi|phai|duoc khong|nhu the nao)\b/.test(said.folded)) return null;
    const words = wordsOf(said, match, 'topic');
    const open =
      words === null ||
      /^(?:gi|nhung gi|chuan|tieu chuan|cac tieu chuan|dieu kien|chung chi|bang cap|van bang|bang)$/.test(
        say(words).folded,
      );
    const topic = open ? null : readLevel(words, null);
    if (!open && topic === null) return null;
    return { kind: 'who_lacks', topic, words: open ? null : words, output };
  }
  return null;
}

export function facetsOf(words: string): readonly Facet[] {
  const { folded } = say(words);
  return FACET_WORDS.flatMap(([pattern, facet]) => (pattern.test(folded) ? [facet] : []));
}
