import { describe, expect, it } from 'vitest';
import { parseTelegramHtml } from '../telegram/html.ts';
import { formatted } from './formatted.ts';
import { instructions } from './instructions.ts';

const shown = (html: string) => {
  const parsed = parseTelegramHtml(html);
  if (!parsed.ok) throw new Error(parsed.problem);
  return formatted(parsed.text, parsed.entities);
};

describe('the words in a fake phone', () => {
  it.each([
    ['<b>một <i>hai</i></b> ba', '<b>một <i>hai</i></b> ba'],
    ['1 &lt; 2 &amp; "3"', '1 &lt; 2 &amp; &quot;3&quot;'],
    ['trước\n<blockquote>a</blockquote>\nsau', 'trước<blockquote>a</blockquote>sau'],
    ['<tg-spoiler>x</tg-spoiler>', '<span class="spoiler">x</span>'],
    ['<a href="javascript:alert(1)">x</a>', 'x'],
  ])('show %s as %s', (html, expected) => {
    expect(shown(html)).toBe(expected);
  });

  it('fold long quotations, link addresses and let commands be pressed', () => {
    expect(shown('<blockquote expandable>x</blockquote>')).toContain('class="folded"');
    const words = shown('Mở https://a.vn/x?b=1&amp;c. Gõ /lienket <a href="https://b.vn/&quot;">đây</a>');
    expect(words).toContain('href="https://a.vn/x?b=1&amp;c"');
    expect(words).toContain('data-say="/lienket"');
    expect(words).not.toContain('b.vn/""');
  });
});

describe('the way to start the product against the fake phones', () => {
  it('is written for both kinds of terminal', () => {
    const text = instructions('http://127.0.0.1:1', { A: 'http://x:1/', B: 'hai từ', C: '' });
    expect(text).toContain("A=http://x:1/ \\\n  B='hai từ' \\\n  C= \\\n  npm start");
    expect(text).toContain("$env:B='hai từ'; $env:C=' '; npm start");
  });
});
