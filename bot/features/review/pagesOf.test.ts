import { expect, it } from 'vitest';
import { pagesOf } from './pagesOf.ts';

it('a long text is cut into pages at the ends of lines, an endless line at words, and nothing is lost', () => {
  const text = [
    ...Array.from({ length: 300 }, (_, at) => `Điều ${at}. Lời của điều này.`),
    'chữ '.repeat(2000),
  ];
  const pages = pagesOf(text.join('\n'));
  expect(pages.length).toBeGreaterThan(3);
  expect(pages.every((page) => page.length <= 3200)).toBe(true);
  const bare = (words: string) => words.replaceAll(/\s+/g, '');
  expect(bare(pages.join(''))).toBe(bare(text.join('')));
  expect(pages[0]?.endsWith('Lời của điều này.')).toBe(true);
});
