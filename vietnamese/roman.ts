const VALUES: readonly (readonly [string, number])[] = [
  ['M', 1000],
  ['CM', 900],
  ['D', 500],
  ['CD', 400],
  ['C', 100],
  ['XC', 90],
  ['L', 50],
  ['XL', 40],
  ['X', 10],
  ['IX', 9],
  ['V', 5],
  ['IV', 4],
  ['I', 1],
];

/** 1 … 3999 in Roman numerals; anything else as Arabic digits. */
export function toRoman(value: number): string {
  if (!Number.isInteger(value) || value < 1 || value > 3999) return String(value);
  let rest = value;
  let written = '';
  for (const [letters, worth] of VALUES) {
    while (rest >= worth) {
      written += letters;
      rest -= worth;
    }
  }
  return written;
}

/** The value of a well-formed Roman numeral in either case, else `null` (`IIII`, `IL` and `H` are not well-formed). */
export function parseRoman(written: string): number | null {
  const upper = written.toUpperCase();
  if (!/^[MDCLXVI]{1,15}$/.test(upper)) return null;
  let rest = upper;
  let value = 0;
  for (const [letters, worth] of VALUES) {
    while (rest.startsWith(letters)) {
      value += worth;
      rest = rest.slice(letters.length);
    }
  }
  return rest === '' && toRoman(value) === upper ? value : null;
}
