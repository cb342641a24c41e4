import type { Intent } from './intent.ts';
import { type Said, whole } from './said.ts';
import { SELF } from './vocabulary.ts';

const WANT = `(?:(?:hay|${SELF} (?:muon|can)|(?:lam sao|lam the nao|cach)(?: de)?) )*`;
const CHANNEL = '(?:kenh|zalo|telegram|zalo bot|zalo oa|trang web|web|dien thoai|thiet bi|may|noi|ung dung)';
const LINKED = '(?:(?:da|dang|duoc) )*(?:lien ket|ket noi|dang nhap)';
// Without "mine" or "new" staff mean one for somebody of theirs.
const CODE = '(?:mot )?ma lien ket';
const MAKE = '(?:tao|cap|lay|xin|cho)';
const NEW: Intent = { kind: 'links', step: 'new' };

const SENTENCES: readonly (readonly [RegExp, Intent])[] = [
  [
    whole(
      `(?:xem |liet ke )?(?:(?:cac|nhung|danh sach) )*(?:${CHANNEL} ${LINKED}|lien ket)(?: (?:cua|voi|ho so|tai khoan))* ${SELF}`,
    ),
    { kind: 'links', step: 'list' },
  ],
  [
    whole(
      `(?:(?:ho so|tai khoan)(?: cua)? )?${SELF} ${LINKED}(?: (?:o|tren|voi))* (?:(?:nhung|cac) )?${CHANNEL} nao(?: (?:roi|the))?`,
    ),
    { kind: 'links', step: 'list' },
  ],
  [
    whole(
      `${WANT}(?:lien ket|ket noi|dang nhap)(?: (?:them|voi|vao|tren|mot|ca))* ${CHANNEL} (?:khac|moi|nua|thu hai)(?: (?:the nao|nhu the nao|lam sao))?`,
    ),
    NEW,
  ],
  [whole(`${WANT}(?:${MAKE} (?:(?:cho )?${SELF} )?)?${CODE} moi(?: (?:cho|cua) ${SELF})?`), NEW],
  [whole(`${WANT}${MAKE} (?:cho )?${SELF} ${CODE}`), NEW],
  [whole(`${WANT}${MAKE} ${CODE} (?:cho|cua) (?:chinh )?${SELF}`), NEW],
  [whole(`${WANT}(?:${MAKE} )?${CODE} (?:cho|o|tren|de dung|voi) ${CHANNEL} khac`), NEW],
  [
    whole(
      `${WANT}(?:go|bo|huy|thoat|dang xuat|ngat)(?: (?:bo|het|tat ca|toan bo|cac|moi|lien ket|ket noi|khoi|tai khoan|o|tren))* ${CHANNEL} khac`,
    ),
    { kind: 'links', step: 'remove', which: 'others', sure: false },
  ],
];

/** What a sentence wants of the links of one's own account; `null` for anything else. Pure. */
export function readLinksIntent(said: Said): Intent | null {
  return SENTENCES.find(([pattern]) => pattern.test(said.folded))?.[1] ?? null;
}

const REMOVE = /^go (?<which>[0-9a-f]{8}|khac)(?<sure> co)?$/i;

/** `/lienket` and what follows it: alone, `moi`, `go …`, or a code from staff. Pure. */
export function readLinksCommand(rest: string): Intent {
  const words = rest.replace(/\s+/g, ' ').trim();
  if (words === '') return { kind: 'link', code: null };
  if (/^(?:moi|mới)$/iu.test(words)) return { kind: 'links', step: 'new' };
  if (/^thoi$/i.test(words)) return { kind: 'links', step: 'keep' };
  const groups = REMOVE.exec(words)?.groups;
  if (groups === undefined) return { kind: 'link', code: rest };
  const which = groups.which?.toLowerCase() ?? '';
  return {
    kind: 'links',
    step: 'remove',
    which: which === 'khac' ? 'others' : which,
    sure: groups.sure !== undefined,
  };
}
