import type { Intent } from './intent.ts';
import { type Said, whole } from './said.ts';
import { SELF } from './vocabulary.ts';

const NOTICES = '(?:(?:tin nhan|tin|loi|muc) )?(?:thong bao|nhac nho|nhac hen|nhac han|nhac viec)';
const STOP = '(?:dung|thoi|ngung|khong(?: can| muon| phai)?|het)';
const ANY_MORE = '(?: (?:nua|gi nua|gi het|gi ca|toi nua))?';

/** Sentences without anything to read from them. */
const SENTENCES: readonly (readonly [RegExp, Intent])[] = [
  [
    whole(
      `(?:${SELF} )?(?:(?:muon|can|xin) )?(?:tat|huy|bo|chan|ngung|dung|thoi)(?: (?:het|toan bo|tat ca|cac|nhan|gui|moi))* ${NOTICES}(?: (?:cho|cua) ${SELF})?${ANY_MORE}`,
    ),
    { kind: 'mute_notices', mute: true, what: null },
  ],
  [
    whole(
      `(?:${STOP} )+(?:co )?(?:nhac(?: nho)?|nhan(?: tin)?|gui tin(?: nhan)?|bao|lam phien)(?: (?:cho|toi))?(?: ${SELF})?${ANY_MORE}`,
    ),
    { kind: 'mute_notices', mute: true, what: null },
  ],
  [
    whole(`(?:${SELF} )?${STOP} (?:nhan|doc|xem)(?: (?:cac|nhung))? (?:${NOTICES}|tin nhan|tin)${ANY_MORE}`),
    { kind: 'mute_notices', mute: true, what: null },
  ],
  [
    whole(
      `(?:${SELF} )?(?:(?:muon|can|xin) )?(?:bat|mo|nhan)(?: lai)?(?: (?:cac|nhan|moi))* ${NOTICES}(?: lai)?(?: cho ${SELF})?`,
    ),
    { kind: 'mute_notices', mute: false, what: null },
  ],
  [
    whole(`(?:hay )?(?:nhac|nhan|bao)(?: (?:cho|tin cho))? ${SELF} (?:lai|tro lai|nhu cu)`),
    { kind: 'mute_notices', mute: false, what: null },
  ],
  [
    whole(
      `(?:(?:xem|mo|liet ke|co|cac|nhung) )*thong bao (?:(?:cua|cho|gui|gui cho|gui toi|den|toi) )*${SELF}(?: (?:khong|chua))?`,
    ),
    { kind: 'notices' },
  ],
  [
    whole(`(?:xem |liet ke )?(?:tinh trang|trang thai|tinh hinh)(?: gui)? (?:cac )?thong bao`),
    { kind: 'notices' },
  ],
];

/** What a sentence wants of notices; `null` for anything else. Pure. */
export function readNoticesIntent(said: Said): Intent | null {
  return SENTENCES.find(([pattern]) => pattern.test(said.folded))?.[1] ?? null;
}
