import { describe, expect, it } from 'vitest';
import { findCodes } from './codes.ts';
import { terms } from './terms.ts';

describe('codes of posts and grades', () => {
  it.each([
    ['V.10.10.34', ['v.10.10.34']],
    ['mã số v101034', ['v.10.10.34']],
    ['v 10.10.34', ['v.10.10.34']],
    ['V10.10.34', ['v.10.10.34']],
    ['(mã số V.07.02.05, V.07.02.06)', ['v.07.02.05', 'v.07.02.06']],
    ['ngạch 01.003', ['01.003']],
    ['ngạch 01003', ['01.003']],
    ['06031', ['06.031']],
    ['ma ngach 13095', ['13.095']],
    ['16b.121', ['16b.121']],
    ['nhóm A2.1', ['a.2.1']],
  ])('are read in one form: %s', (text, codes) => {
    expect(findCodes(text).map(({ canonical }) => canonical)).toEqual(codes);
  });

  it.each([
    '50.000 đồng',
    '10.000.000 đồng',
    '15111 người',
    'ngày 01.02.2026',
    'mục 2.1',
    'x 1.210.000',
    'QĐ915',
    '0903000123',
  ])('are not seen in %s', (text) => {
    expect(findCodes(text)).toEqual([]);
  });

  it('are one term more, whatever way they were typed', () => {
    expect(terms('mã v101034')).toContain('v.10.10.34');
    expect(new Set(terms('V.10.10.34'))).toEqual(new Set(terms('v101034')));
    expect(terms('V.10.10.34')).toContain('34');
  });
});
