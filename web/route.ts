import { type ManagePage, parseManagePage, writeManagePage } from './documents/manageRoute.ts';

/** A stretch of a directive's text, in UTF-16 offsets. */
export type Span = { readonly start: number; readonly end: number };

/** What the address after `#` shows: beside the chat, or in its place. */
export type Route =
  | { readonly kind: 'chat' }
  | { readonly kind: 'documents' }
  | { readonly kind: 'document'; readonly id: number; readonly span: Span | null }
  | { readonly kind: 'manage'; readonly page: ManagePage };

const wholeNumber = /^\d{1,10}$/;

function readSpan(query: URLSearchParams): Span | null {
  const start = query.get('tu') ?? '';
  const end = query.get('den') ?? '';
  if (!wholeNumber.test(start) || !wholeNumber.test(end)) return null;
  return Number(start) < Number(end) ? { start: Number(start), end: Number(end) } : null;
}

/** Reads `#/van-ban`, `#/van-ban/ID?tu=START&den=END` and `#/quan-ly/…`; everything else is the chat alone. */
export function parseRoute(hash: string): Route {
  const [path = '', query = ''] = hash.split('?', 2);
  if (path === '#/van-ban') return { kind: 'documents' };
  const page = parseManagePage(path);
  if (page !== null) return { kind: 'manage', page };
  const id = /^#\/van-ban\/([1-9]\d{0,9})$/.exec(path)?.[1];
  if (id === undefined) return { kind: 'chat' };
  return { kind: 'document', id: Number(id), span: readSpan(new URLSearchParams(query)) };
}

/** The inverse of `parseRoute`. */
export function writeRoute(route: Route): string {
  if (route.kind === 'chat') return '#/';
  if (route.kind === 'documents') return '#/van-ban';
  if (route.kind === 'manage') return writeManagePage(route.page);
  const query = route.span === null ? '' : `?tu=${route.span.start}&den=${route.span.end}`;
  return `#/van-ban/${route.id}${query}`;
}
