import { fold } from '../../vietnamese/text.ts';
import { readComparedNumbers } from './comparedNumbers.ts';
import { readDocumentFields } from './documentFields.ts';
import { readIds } from './idRanges.ts';
import type { Intent } from './intent.ts';
import { type Said, whole } from './said.ts';

const DOCUMENT = '(?:(?:cac |nhung |may )?(?:van ban|tai lieu|tep|file|ban)(?: tai len| nap| gui len)?)';
const WAITING =
  '(?:(?:dang|con|chua|can|cho|phai|den|van|hien) )*(?:cho (?:duoc )?(?:duyet|xu li|cong bo)|chua (?:duoc )?(?:duyet|cong bo)|can (?:duoc )?duyet|cho duyet)';
const SHOW = '(?:(?:xem|liet ke|cho biet|mo|danh sach|co|con|hien) )*';

const OPEN = [
  whole(`${SHOW}(?:bao nhieu |nhung )?${DOCUMENT}(?: nao)? ${WAITING}(?: khong| nua khong)?`),
  whole(`${SHOW}gi ${WAITING}(?: khong)?`),
  whole(`(?:quan li|xem) (?:cac )?(?:tai lieu|tep) (?:da )?(?:tai len|gui len|nap)`),
];
const PUBLISHED = [
  whole(`${SHOW}(?:nhung )?${DOCUMENT}(?: nao)? (?:da|dang|vua|moi)(?: duoc)? cong bo(?: roi)?`),
];
const LOG = [
  whole(`${SHOW}nhat ki(?: cua)?(?: (?:cac )?(?:van ban|tai lieu|tai len))?`),
  whole(
    `ai (?:da |vua )?(?:gui|tai len|nap|sua|duyet|cong bo|go|xoa)(?: cong bo)? (?:van ban|tai lieu)(?: nao)?`,
  ),
];

const DRAFT = '(?:van )?ban (?:so )?(?<id>\\d{1,9})';
const STORED = '(?:van ban )?(?:so )?(?<id>\\d{1,9})';
/** What is done with one that is called by its number, as the command that does it. */
const ACTIONS: readonly (readonly [RegExp, string])[] = [
  [whole(`(?:xem |mo )?(?:duyet|the|phieu)(?: cua)? ${DRAFT}`), 'duyet'],
  [whole(`(?:xem |duyet )?(?:cac )?de xuat (?:cua|trong|o) ${DRAFT}`), 'dexuat'],
  [whole(`cong bo ${DRAFT}`), 'congbo'],
  [whole(`bo ${DRAFT}`), 'bo'],
  [whole(`go(?: bo)?(?: cong bo)? van ban (?:so )?(?<id>\\d{1,9})`), 'go'],
  [whole(`(?:cong bo lai|dung lai|khoi phuc) van ban (?:so )?(?<id>\\d{1,9})`), 'dunglai'],
  [whole(`(?:xem |mo )?tep (?:so )?(?<id>\\d{1,9})`), 'tep'],
  [whole(`xoa van ban (?:so )?(?<id>\\d{1,9})`), 'xoa'],
  [whole(`so sanh ${STORED} (?:va|voi|so voi) (?:van ban )?(?:so )?(?<other>\\d{1,9})`), 'sosanh'],
];

/** What an admin wants of documents, said in a sentence; `null` for anything else. Pure. */
export function readDocumentsIntent({ folded }: Said): Intent | null {
  for (const [pattern, name] of ACTIONS) {
    const { id, other = '' } = pattern.exec(folded)?.groups ?? {};
    if (id !== undefined) return readDocumentsCommand(name, `${id} ${other}`.trim());
  }
  if (OPEN.some((pattern) => pattern.test(folded))) return { kind: 'uploads', part: 'open', page: 1 };
  if (PUBLISHED.some((pattern) => pattern.test(folded)))
    return { kind: 'uploads', part: 'published', page: 1 };
  return LOG.some((pattern) => pattern.test(folded)) ? { kind: 'document_log', page: 1 } : null;
}

/** `số: 12/2026/QĐ-UBND`, for the document that is talked of. Pure. */
export function readCorrection(text: string): Intent | null {
  const written = readDocumentFields(text);
  return written === null ? null : { kind: 'correct', draft: null, written };
}

/** The commands of admins about documents; without a number they show what waits. `null`: another command. Pure. */
export function readDocumentsCommand(name: string, rest: string): Intent | null {
  const words = fold(rest).replaceAll(/\s+/g, ' ').trim();
  const [, first = '', behind = ''] = /^(\d{1,9})(?: (.*))?$/.exec(words) ?? [];
  const id = first === '' ? null : Number(first);
  switch (name) {
    case 'tailieu': {
      const [, part, page] = /^(cho|cong ?bo)(?: (\d{1,6}))?$/.exec(words) ?? [];
      if (part !== undefined)
        return { kind: 'uploads', part: part === 'cho' ? 'open' : 'published', page: pageOf(page) };
      return id === null ? list : { kind: 'published_document', directive: id };
    }
    case 'duyet':
      return id === null ? list : readReview(id, behind);
    case 'sua': {
      const written = rest.replace(/^\s*\d+\s*/, '');
      return id === null ? list : { kind: 'correct', draft: id, written: readDocumentFields(written) ?? {} };
    }
    case 'dexuat':
      return id === null ? list : readProposals(id, behind);
    case 'congbo': {
      if (id === null) return { kind: 'uploads', part: 'published', page: 1 };
      const [, how, version] = /^(dong ?y|rieng|thay (?:so )?(\d{1,9}))$/.exec(behind) ?? [];
      const own = how === 'rieng' ? 'own' : 'as_shown';
      const as = how === undefined ? null : version === undefined ? own : Number(version);
      return { kind: 'publish', draft: id, as };
    }
    case 'bo':
      return readDiscard(words);
    case 'gop': {
      const drafts = readIds(words);
      return drafts === null ? list : { kind: 'join', drafts };
    }
    case 'go':
      return id === null
        ? published
        : { kind: 'unpublish', directive: id, confirmed: /^dong ?y$/.test(behind) };
    case 'dunglai':
      return id === null
        ? published
        : { kind: 'republish', directive: id, confirmed: /^dong ?y$/.test(behind) };
    case 'tep':
      return id === null ? list : { kind: 'upload', upload: id, act: actOf(behind) };
    case 'xoa':
      return id === null
        ? published
        : { kind: 'delete_document', directive: id, step: behind === '1' ? 1 : behind === '2' ? 2 : 0 };
    case 'sosanh':
      return readComparedNumbers(rest, { bare: true }) ?? readCompare(words);
    case 'nhatky':
      return { kind: 'document_log', page: pageOf(words) };
    default:
      return null;
  }
}

/** `34 40`, `34 và 40`, `34` (with the version before), `bản 12 34` (a draft with a directive), each with `trang 2` behind. */
function readCompare(words: string): Intent {
  const [, draft, first, second, page] =
    /^(ban )?(?:so )?(\d{1,9})(?: (?:va |voi )?(?:so )?(\d{1,9}))?(?: trang (\d{1,6}))?$/.exec(words) ?? [];
  if (first === undefined) return published;
  const [one, other] = [Number(first), second === undefined ? null : Number(second)];
  const what =
    draft === undefined
      ? { kind: 'stored' as const, one, other }
      : { kind: 'draft' as const, draft: one, other };
  return { kind: 'compare', what, page: pageOf(page) };
}

const list: Intent = { kind: 'uploads', part: 'open', page: 1 };
const published: Intent = { kind: 'uploads', part: 'published', page: 1 };

/** `12`, `12-14`, each with `dongy` behind. */
function readDiscard(words: string): Intent {
  const named = words.replace(/ dong ?y$/, '');
  const drafts = readIds(named);
  return drafts === null ? list : { kind: 'discard', drafts, confirmed: named !== words };
}

/** `goc`, `bo`, `bo dongy`. */
function actOf(words: string): 'show' | 'file' | 'discard' | 'discard_now' {
  if (words === 'goc') return 'file';
  if (words === 'bo') return 'discard';
  return /^bo dong ?y$/.test(words) ? 'discard_now' : 'show';
}

/** `lai`, `loi 2` (its words, the second page), `tep`. */
function readReview(draft: number, words: string): Intent {
  const [, wanted, page] = /^(loi|tep)(?: (?:trang )?(\d{1,6}))?$/.exec(words) ?? [];
  const part = wanted === 'loi' ? 'words' : wanted === 'tep' ? 'file' : 'card';
  return { kind: 'review', draft, part, page: pageOf(page), again: words === 'lai' };
}

/** `2 duyet 7, 8`: page, decision, and the proposals it is about. */
function readProposals(draft: number, words: string): Intent {
  const [, page, verb, keys = ''] =
    /^(?:(?:trang )?(\d{1,6}))?(?:(?:^| )(duyet|dong y|khong|bo|tu choi)(?: (.*))?)?$/.exec(words) ?? [];
  const meant = /^(?:tat ca|tatca|het|)$/.test(keys) ? 'all' : (keys.match(/\d+/g) ?? []);
  return {
    kind: 'proposals',
    draft,
    page: pageOf(page),
    decide:
      verb === undefined
        ? null
        : { decision: verb === 'duyet' || verb === 'dong y' ? 'approved' : 'rejected', keys: meant },
  };
}

/** 1 where there is none. */
function pageOf(written: string | undefined): number {
  return written !== undefined && /^[1-9]\d{0,5}$/.test(written) ? Number(written) : 1;
}
