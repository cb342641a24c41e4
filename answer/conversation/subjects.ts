import { fold } from '../../vietnamese/text.ts';

/** What a rule may be different for, and so what a follow-up swaps: "thế còn viên chức thì sao". */
type SubjectKind = 'people' | 'grade' | 'post' | 'level' | 'degree' | 'tier' | 'class' | 'mode' | 'place';

/** A subject in a text; offsets are into the text as given. */
export type Subject = {
  readonly kind: SubjectKind;
  readonly words: string;
  readonly start: number;
  readonly end: number;
};

const TIERS = 'cap (?:xa|tinh|so|phong|huyen|vu|cuc|truong phong|vien chuc)';
const PLACES =
  '(?: (?:ubnd|hdnd|uy ban nhan dan|hoi dong nhan dan|dang uy|huyen uy|tinh uy|mttq|ban|so|phong|xa|phuong|tinh))*';

/** Folded patterns, the longer ones first. */
const PATTERNS: readonly (readonly [SubjectKind, string])[] = [
  ['grade', 'chuyen vien (?:cao cap|chinh)(?: tro len)?|chuyen vien|can su|hang (?:iv|iii|ii|i|[1-4])'],
  [
    'people',
    `(?:can bo,? cong chuc,? vien chuc|can bo,? cong chuc|cong chuc,? vien chuc|cbccvc|can bo|cong chuc|vien chuc)(?: (?:${TIERS}|tre|nu|quy hoach|lanh dao,? quan ly|la nguoi dan toc thieu so))?`,
  ],
  [
    'people',
    'dang vien|giang vien|giao vien|bao cao vien|nguoi lao dong|nguoi tap su|nguoi hoat dong khong chuyen trach|doan vien|hoi vien|dai bieu (?:hdnd|hoi dong nhan dan)|lao dong hop dong|nguoi dan toc thieu so',
  ],
  [
    'post',
    `(?:pho )?(?:bi thu|chu tich|truong phong|truong ban|giam doc|chanh van phong|hieu truong|vu truong|cuc truong|chi huy truong|truong cong an)${PLACES}`,
  ],
  ['degree', 'trung cap nghe|cao dang|dai hoc|thac si|tien si|sau dai hoc'],
  ['level', '(?:so cap|trung cap|cao cap)(?: (?:ly luan chinh tri|llct|chinh tri))?'],
  ['class', 'doi tuong [1-4]'],
  ['tier', `(?:${TIERS})|trung uong`],
  ['mode', 'truc tuyen|truc tiep|tap trung|tai chuc|khong tap trung'],
  ['place', '(?:o )?trong nuoc|(?:o )?nuoc ngoai'],
];

const WHOLE = PATTERNS.map(
  ([kind, pattern]) => [kind, new RegExp(`(?<![a-z])(?:${pattern})(?![a-z])`, 'g')] as const,
);

/** The subjects that a text names, in its order; of two that overlap the longer one. Offsets hold for NFC texts. */
export function findSubjects(text: string): readonly Subject[] {
  const folded = fold(text);
  if (folded.length !== text.length) return [];
  const found = WHOLE.flatMap(([kind, pattern]) =>
    [...folded.matchAll(pattern)].map((match): Subject => {
      const end = match.index + match[0].length;
      return { kind, words: text.slice(match.index, end), start: match.index, end };
    }),
  ).sort((a, b) => b.end - b.start - (a.end - a.start) || a.start - b.start);
  const kept: Subject[] = [];
  for (const subject of found) {
    if (!kept.some(({ start, end }) => subject.start < end && start < subject.end)) kept.push(subject);
  }
  return kept.sort((a, b) => a.start - b.start);
}
