import { describe, expect, it } from 'vitest';
import { parseRoute, type Route, writeRoute } from './route.ts';

describe('the address of the page', () => {
  it.each<Route>([
    { kind: 'chat' },
    { kind: 'documents' },
    { kind: 'document', id: 12, span: null },
    { kind: 'document', id: 2_147_483_647, span: { start: 0, end: 100_000 } },
    { kind: 'manage', page: { kind: 'list' } },
    { kind: 'manage', page: { kind: 'log' } },
    { kind: 'manage', page: { kind: 'document', document: { kind: 'draft', id: 5 } } },
    { kind: 'manage', page: { kind: 'document', document: { kind: 'stored', id: 12 } } },
    { kind: 'manage', page: { kind: 'compare', document: { kind: 'draft', id: 5 }, with: 11 } },
    { kind: 'manage', page: { kind: 'compare', document: { kind: 'stored', id: 12 }, with: 11 } },
  ])('comes back the same after writing %o', (route) => {
    expect(parseRoute(writeRoute(route))).toEqual(route);
  });

  it.each([
    '',
    '#',
    '#/',
    '#/van-ban/',
    '#/van-ban/0',
    '#/van-ban/-1',
    '#/van-ban/1/2',
    '#/van-ban/a',
    '#/khac',
    '#/quan-ly/',
    '#/quan-ly/ban/0',
    '#/quan-ly/ban/5/so-sanh/',
  ])('shows the chat alone for %s', (hash) => {
    expect(parseRoute(hash)).toEqual({ kind: 'chat' });
  });

  it.each(['?tu=5', '?tu=9&den=5', '?tu=5&den=5', '?tu=-1&den=5', '?tu=1e3&den=9999', '?tu=%00&den=x'])(
    'opens the document without a mark for the span %s',
    (query) => {
      expect(parseRoute(`#/van-ban/3${query}`)).toEqual({ kind: 'document', id: 3, span: null });
    },
  );
});
