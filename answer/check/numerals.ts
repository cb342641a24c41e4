import { spell } from './spell.ts';

const ONES = new Map(
  Object.entries({
    một: 1,
    mốt: 1,
    hai: 2,
    ba: 3,
    bốn: 4,
    tư: 4,
    năm: 5,
    lăm: 5,
    sáu: 6,
    bảy: 7,
    bẩy: 7,
    tám: 8,
    chín: 9,
  }).map(([word, value]) => [spell(word), value]),
);
const SCALES = new Map(
  Object.entries({
    mươi: 10,
    chục: 10,
    trăm: 100,
    nghìn: 1_000,
    ngàn: 1_000,
    triệu: 1e6,
    tỷ: 1e9,
    tỉ: 1e9,
  }).map(([word, value]) => [spell(word), value]),
);
const TEN = spell('mười');
const HALF = spell('nửa');
const FEW = new Set(['lẻ', 'linh'].map(spell));

/** The scale that a word multiplies by: `triệu` → 1.000.000; `null` for any other word. */
export function scaleOf(key: string): number | null {
  return SCALES.get(key) ?? null;
}

/**
 * A number in words that begins at a place: "hai mươi lăm", "một trăm linh năm", "mười hai", "nửa". Whether it counts at
 * all ("năm" is a year too) is for the caller to tell.
 * @param keys the syllables in the spelling of `sameSpelling`
 */
export function numeralAt(
  keys: readonly string[],
  at: number,
): { readonly value: number; readonly taken: number } | null {
  const first = keys[at] ?? '';
  if (first === HALF) return { value: 0.5, taken: 1 };
  if (!ONES.has(first) && first !== TEN) return null;
  if (first === spell('tư') || first === spell('lăm') || first === spell('mốt')) return null;
  let whole = 0;
  let part = 0;
  let taken = 0;
  for (let next = at; next < keys.length; next += 1) {
    const key = keys[next] ?? '';
    const one = ONES.get(key);
    const scale = SCALES.get(key);
    if (key === TEN) {
      if (part % 100 !== 0) break;
      part += 10;
    } else if (one !== undefined) {
      // "hai năm" is two years, "hai mươi năm" twenty: a one behind a one is the next word.
      if (part % 10 !== 0 || (part !== 0 && key === spell('năm'))) break;
      part += one;
    } else if (scale !== undefined) {
      if (part === 0) break;
      if (scale >= 1_000) {
        whole += part * scale;
        part = 0;
      } else {
        const last = part % 100 === 0 ? part : part % 10;
        part += last * scale - last;
      }
    } else if (!(FEW.has(key) && ONES.has(keys[next + 1] ?? ''))) {
      break;
    }
    taken = next - at + 1;
  }
  return taken === 0 ? null : { value: whole + part, taken };
}
