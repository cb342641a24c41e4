/** A document before or after its publication. */
export type DocumentRef = { readonly kind: 'draft' | 'stored'; readonly id: number };

/** What the pages for looking after documents show. */
export type ManagePage =
  | { readonly kind: 'list' }
  | { readonly kind: 'log' }
  /** Approved answers, and questions without one. */
  | { readonly kind: 'answers' }
  /** `null`: a new one; `asked`: the question of the list that it is to answer. */
  | { readonly kind: 'answer'; readonly id: number | null; readonly asked: number | null }
  | { readonly kind: 'document'; readonly document: DocumentRef }
  /** `with`: id of the stored document that is compared with, the older one. */
  | { readonly kind: 'compare'; readonly document: DocumentRef; readonly with: number };

const LIST = '#/quan-ly';
const LOG = '#/quan-ly/nhat-ky';
const ANSWERS = '#/quan-ly/tra-loi';
const ANSWER = /^#\/quan-ly\/tra-loi\/(?:([1-9]\d{0,9})|moi(?:\/([1-9]\d{0,14}))?)$/;
const folders = { draft: 'ban', stored: 'van-ban' } as const;
const DOCUMENT = /^#\/quan-ly\/(ban|van-ban)\/([1-9]\d{0,9})(?:\/so-sanh\/([1-9]\d{0,9}))?$/;

/**
 * Reads `#/quan-ly`, `#/quan-ly/nhat-ky`, `#/quan-ly/ban/ID`, `#/quan-ly/van-ban/ID/so-sanh/ID`, `#/quan-ly/tra-loi`,
 * `#/quan-ly/tra-loi/ID`, `#/quan-ly/tra-loi/moi/ID`; `null` for anything else.
 */
export function parseManagePage(path: string): ManagePage | null {
  if (path === LIST) return { kind: 'list' };
  if (path === LOG) return { kind: 'log' };
  if (path === ANSWERS) return { kind: 'answers' };
  const answer = ANSWER.exec(path);
  if (answer !== null) return { kind: 'answer', id: idIn(answer[1]), asked: idIn(answer[2]) };
  const [, folder, id, other] = DOCUMENT.exec(path) ?? [];
  if (folder === undefined) return null;
  const document: DocumentRef = { kind: folder === folders.draft ? 'draft' : 'stored', id: Number(id) };
  return other === undefined
    ? { kind: 'document', document }
    : { kind: 'compare', document, with: Number(other) };
}

const idIn = (written: string | undefined): number | null => (written === undefined ? null : Number(written));

/** The inverse of `parseManagePage`. */
export function writeManagePage(page: ManagePage): string {
  if (page.kind === 'list') return LIST;
  if (page.kind === 'log') return LOG;
  if (page.kind === 'answers') return ANSWERS;
  if (page.kind === 'answer') {
    return `${ANSWERS}/${page.id ?? (page.asked === null ? 'moi' : `moi/${page.asked}`)}`;
  }
  const { kind, id } = page.document;
  const own = `${LIST}/${folders[kind]}/${id}`;
  return page.kind === 'document' ? own : `${own}/so-sanh/${page.with}`;
}
