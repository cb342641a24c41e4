/** A document before or after its publication. */
export type DocumentRef = { readonly kind: 'draft' | 'stored'; readonly id: number };

/** What the pages for looking after documents show. */
export type ManagePage =
  | { readonly kind: 'list' }
  | { readonly kind: 'log' }
  | { readonly kind: 'document'; readonly document: DocumentRef }
  /** `with`: id of the stored document that is compared with, the older one. */
  | { readonly kind: 'compare'; readonly document: DocumentRef; readonly with: number };

const LIST = '#/quan-ly';
const LOG = '#/quan-ly/nhat-ky';
const folders = { draft: 'ban', stored: 'van-ban' } as const;
const DOCUMENT = /^#\/quan-ly\/(ban|van-ban)\/([1-9]\d{0,9})(?:\/so-sanh\/([1-9]\d{0,9}))?$/;

/** Reads `#/quan-ly`, `#/quan-ly/nhat-ky`, `#/quan-ly/ban/ID`, `#/quan-ly/van-ban/ID/so-sanh/ID`; `null` for anything else. */
export function parseManagePage(path: string): ManagePage | null {
  if (path === LIST) return { kind: 'list' };
  if (path === LOG) return { kind: 'log' };
  const [, folder, id, other] = DOCUMENT.exec(path) ?? [];
  if (folder === undefined) return null;
  const document: DocumentRef = { kind: folder === folders.draft ? 'draft' : 'stored', id: Number(id) };
  return other === undefined
    ? { kind: 'document', document }
    : { kind: 'compare', document, with: Number(other) };
}

/** The inverse of `parseManagePage`. */
export function writeManagePage(page: ManagePage): string {
  if (page.kind === 'list') return LIST;
  if (page.kind === 'log') return LOG;
  const { kind, id } = page.document;
  const own = `${LIST}/${folders[kind]}/${id}`;
  return page.kind === 'document' ? own : `${own}/so-sanh/${page.with}`;
}
