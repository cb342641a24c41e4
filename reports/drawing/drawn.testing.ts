import { Resvg } from '@resvg/resvg-js';
import type { Scene } from './scene.ts';
import { loadTypeface } from './typeface.ts';
import { widthOf } from './wrapText.ts';

const TEXT = /<text\b[^>]*>([^<]*)<\/text>/g;

/** The lines of text of an SVG, in order, as a reader sees them. */
export function linesOf(svg: string): readonly string[] {
  const names: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'" };
  return [...svg.matchAll(TEXT)].map(([, words = '']) =>
    words.replace(/&(amp|lt|gt|quot|#39);/g, (_, name: string) => names[name] ?? ''),
  );
}

/** The words of an SVG, joined as one text. */
export function wordsOf(svg: string): string {
  return linesOf(svg).join(' ');
}

async function pixelsOf(svg: string): Promise<Buffer> {
  const { files } = await loadTypeface();
  const font = { loadSystemFonts: false, fontFiles: [...files] };
  return new Resvg(svg, { font }).render().pixels;
}

/** For each line of text, how many bytes of the picture change where it is taken away: 0 for one that nobody sees. */
export async function inkOfLines(svg: string): Promise<ReadonlyMap<string, number>> {
  const whole = await pixelsOf(svg);
  const ink = new Map<string, number>();
  for (const [element, words = ''] of svg.matchAll(TEXT)) {
    const without = await pixelsOf(svg.replace(element, ''));
    let changed = 0;
    for (let at = 0; at < whole.length; at += 1) if (whole[at] !== without[at]) changed += 1;
    ink.set(words, changed);
  }
  return ink;
}

type Box = { readonly words: string; readonly left: number; readonly right: number; readonly middle: number };

/** Where the texts of a scene stand, by the widths of the font. */
export async function boxesOf(scene: Scene): Promise<readonly Box[]> {
  const { widths } = await loadTypeface();
  return scene.shapes
    .filter(({ type }) => type === 'text')
    .map(({ x = 0, y = 0, style }) => {
      const words = String(style.text);
      const width = widthOf(
        words,
        Number(style.fontSize),
        style.fontWeight === 700 ? widths.bold : widths.regular,
      );
      const left = style.align === 'right' ? x - width : style.align === 'center' ? x - width / 2 : x;
      return { words, left, right: left + width, middle: y };
    });
}

/** Labels that people or attackers may give; each must be drawn or left out without harm. */
export const hostileLabels: readonly string[] = [
  '',
  '   ',
  '<script>alert(1)</script>',
  ']]><svg onload="x">&amp;&#x0;',
  '"quoted" & \'single\' style="font: 9px X"',
  'a\u0000b\u0008c\u001b[31m',
  '\ud800 lẻ \udc00',
  '\ufffe\uffff',
  'Đạt ✅ 😀 漢字',
  '{b} {a|x} {{c}} %s',
  'x'.repeat(500),
  'Bồi dưỡng '.repeat(50),
  'Trung cấp lý luận chính trị'.normalize('NFD'),
  'dòng một\ndòng hai\r\n\tdòng ba',
  '\u202eđảo chữ\u202c\u200b\ufeff',
  'ạ\u0301\u0302\u0303\u0304'.repeat(40),
];
