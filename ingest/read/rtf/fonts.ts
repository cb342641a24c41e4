import { type FontHint, fontHint, NO_HINT } from '../../../vietnamese/legacy/fontHint.ts';

/** A font of the file: what its name promises, and how its bytes are read. */
export type RtfFont = { readonly hint: FontHint; readonly encoding: string };

/** Encodings by Windows character set, as decoders call them. */
const OF_CHARSET: ReadonlyMap<number, string> = new Map([
  [77, 'macintosh'],
  [128, 'shift_jis'],
  [129, 'euc-kr'],
  [134, 'gbk'],
  [136, 'big5'],
  [161, 'windows-1253'],
  [162, 'windows-1254'],
  [163, 'windows-1258'],
  [177, 'windows-1255'],
  [178, 'windows-1256'],
  [186, 'windows-1257'],
  [204, 'windows-1251'],
  [222, 'windows-874'],
  [238, 'windows-1250'],
]);

/** The encoding of the whole file by its number, for fonts that name none. */
export function encodingOfPage(page: number): string {
  if (page === 65001) return 'utf-8';
  const name = new Map([
    [932, 'shift_jis'],
    [936, 'gbk'],
    [949, 'euc-kr'],
    [950, 'big5'],
    [10000, 'macintosh'],
  ]).get(page);
  return name ?? (page >= 1250 && page <= 1258 ? `windows-${page}` : 'windows-1252');
}

/** Bytes in a font of a legacy encoding are kept as they are, whatever the file says about them. */
export function rtfFont(name: string, charset: number, page: string): RtfFont {
  const hint = fontHint(name);
  if (hint.encoding !== null || hint.symbols) return { hint, encoding: 'windows-1252' };
  return {
    hint: charset === 2 ? { ...NO_HINT, symbols: true } : NO_HINT,
    encoding: OF_CHARSET.get(charset) ?? page,
  };
}
