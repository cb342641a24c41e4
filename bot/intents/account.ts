import type { Intent } from './intent.ts';
import { readName } from './named.ts';
import { type Said, say, whole, wordsOf } from './said.ts';
import { SELF } from './vocabulary.ts';

const WANT = `(?:(?:hay|${SELF} (?:muon|can|yeu cau|de nghi)|(?:lam sao|lam the nao|cach)(?: de)?) )*`;
const OF_SELF = `(?:(?: (?:cua|ve))? ${SELF})`;
const ALL = '(?:(?:het|sach|toan bo|tat ca|cac|nhung|file|ban) )*';
const THE_RECORD = '(?:ho so|thong tin|du lieu)(?: ca nhan)?';
const SAW = '(?:xem|doc|mo|tra cuu|truy cap|vao xem|vao)';
const WHO = '(?:nhung ai|nhung nguoi nao|nguoi nao|ai)';

/** Sentences without anything to read from them. */
const SENTENCES: readonly (readonly [RegExp, Intent])[] = [
  [
    whole(`${WANT}(?:(?:xem|tai|xuat|lay|xin)(?: ve)? )?${ALL}du lieu(?: ca nhan)?${OF_SELF}`),
    { kind: 'my_data' },
  ],
  [
    whole(
      `(?:\\S+ ){0,3}?(?:dang |da )*(?:luu|giu|biet|thu thap)(?: giu| tru)? (?:nhung )?(?:gi|(?:thong tin|du lieu) gi) (?:ve|cua) ${SELF}`,
    ),
    { kind: 'my_data' },
  ],
  [
    whole(
      `${WANT}(?:xoa|huy bo)(?: bo)? ${ALL}(?:(?:${THE_RECORD}|tai khoan)${OF_SELF}|du lieu(?: ca nhan)?|tai khoan(?: nay)?)`,
    ),
    { kind: 'erase', step: 0 },
  ],
  [
    whole(
      `(?:(?:gan day|hom nay|tuan nay|co) )*${WHO} (?:(?:da|tung|dang|co|vua|moi) )*${SAW}(?: duoc)? ${THE_RECORD}${OF_SELF}(?: (?:chua|roi|khong))?`,
    ),
    { kind: 'who_saw' },
  ],
  [whole(`(?:xem )?${WHO} (?:(?:da|tung|vua) )+${SAW} ho so`), { kind: 'who_saw' }],
  [whole(`(?:xem )?(?:lich su|nhat ki) (?:${SAW}|truy cap) ${THE_RECORD}${OF_SELF}?`), { kind: 'who_saw' }],
  [
    whole(
      `${THE_RECORD}${OF_SELF} (?:co )?(?:bi )?${WHO} (?:(?:da|tung|vua) )*${SAW}(?: (?:chua|roi|khong))?`,
    ),
    { kind: 'who_saw' },
  ],
  [
    whole(
      `${WANT}(?:(?:huy|bo|go|ngat|thoi|thoat)(?: bo)? (?:lien ket|ket noi)(?: (?:ho so|tai khoan))?(?: (?:nay|zalo|telegram))*${OF_SELF}?|dang xuat|thoat(?: khoi)? tai khoan)(?: khoi ${SELF}| khoi day)?`,
    ),
    { kind: 'unlink' },
  ],
  [
    whole(
      `${WANT}(?:(?:lien ket|ket noi)(?: voi)? (?:ho so|tai khoan)(?: (?:zalo|telegram))?${OF_SELF}?(?: (?:the nao|nhu the nao|lam sao))?|lien ket|dang nhap(?: vao)?(?: (?:ho so|tai khoan))?${OF_SELF}?)`,
    ),
    { kind: 'link', code: null },
  ],
  // Typed where a button was to be pressed: to what, the words do not say.
  [whole(`(?:${SELF} )?(?:khong )?dong i(?: lien ket)?`), { kind: 'agree', code: null }],
];

/** 8 letters and digits of the codes that are given out, perhaps with a dash in the middle. */
const CODE = /[A-HJ-KM-NP-Z2-9]{4}-?[A-HJ-KM-NP-Z2-9]{4}/i;
const CODE_ALONE = new RegExp(`^${CODE.source}$`, 'i');
const CODE_WITHIN = new RegExp(`(?<![\\p{L}\\p{N}.-])${CODE.source}(?![\\p{L}\\p{N}.-])`, 'iu');
const AROUND_CODE = whole(
  `(?:${SELF} )?(?:(?:day|nhap|gui|co|ma|lien|ket|noi|ho|so|tai|khoan|voi|cua|la|bang|xin|a|nhe|toi|em|minh|da) ?)*`,
);

/** Whether a text is a code by which an account is linked. */
export function isLinkCode(text: string): boolean {
  return CODE_ALONE.test(text);
}

const ISSUE = whole(
  `${WANT}(?:(?:cap|tao|lam|gui|in|xin)(?: lai)? )?ma(?: (?:lien ket|ket noi|dang nhap))?(?: ho so)? (?:cho|cua) (?<name>.+)`,
);
const ISSUE_HOW = whole(
  `${WANT}(?:cap|tao)(?: lai)? ma(?: (?:lien ket|ket noi|dang nhap))?(?: cho (?:can bo|cong chuc|nguoi khac))?`,
);
const CORRECTIONS = [
  whole(
    `(?:(?:xem|liet ke|mo|co|danh sach|cac|nhung|con) )+(?:de nghi|yeu cau) (?:sua|chinh sua|dieu chinh|dinh chinh)(?: (?:ho so|thong tin))?(?: (?:nao|moi|dang cho|chua xu li|cho xu li|can xu li))*(?: (?:khong|chua))?`,
  ),
  whole(
    '(?:de nghi|yeu cau) (?:sua|chinh sua|dieu chinh|dinh chinh)(?: (?:ho so|thong tin))? (?:dang cho|chua xu li|moi)(?: (?:xu li|duyet))?',
  ),
  whole('(?:xem )?danh sach de nghi(?: (?:dang cho|chua xu li))?'),
];

/** What a message wants of the account or the data about a person; `null` for anything else. Pure. */
export function readAccountIntent(said: Said, text: string): Intent | null {
  if (said.folded === '') return null;
  for (const [pattern, intent] of SENTENCES) if (pattern.test(said.folded)) return intent;
  const code = CODE_WITHIN.exec(text)?.[0];
  // A code always holds a figure, a word of a question never does.
  if (code !== undefined && /\d/.test(code) && AROUND_CODE.test(say(text.replace(code, ' ')).folded)) {
    return { kind: 'link', code };
  }
  return (
    readIssue(said, text) ??
    (CORRECTIONS.some((pattern) => pattern.test(said.folded)) ? { kind: 'corrections', close: null } : null)
  );
}

function readIssue(said: Said, text: string): Intent | null {
  if (ISSUE_HOW.test(said.folded)) return { kind: 'issue_code', name: null };
  const match = ISSUE.exec(said.folded);
  const words = match === null ? null : wordsOf(said, match, 'name');
  if (words === null) return null;
  const name = readName(say(words), text);
  return name === null ? null : { kind: 'issue_code', name };
}
