/** How much of a date a cell shows: Excel turns a typed `12/2019` into 01/12/2019 shown as `Dec-19`. */
export type ShownDate = 'day' | 'month' | 'year';

/** The formats that every workbook knows without writing them down. */
function builtIn(id: number): ShownDate | null {
  if (id === 17) return 'month';
  if ((id >= 14 && id <= 16) || id === 22 || (id >= 27 && id <= 36) || (id >= 50 && id <= 58)) return 'day';
  return null;
}

/** What a number format shows of a date; `null` where it shows no date. */
export function shownDate(id: number, code: string | undefined): ShownDate | null {
  if (code === undefined) return builtIn(id);
  const [positive = ''] = code
    .replace(/"[^"]*"|\\.|_.|\*.|\[[^\]]*\]/g, '')
    .toLowerCase()
    .split(';');
  if (/general|[#?@%]/.test(positive)) return null;
  if (/d/.test(positive)) return 'day';
  if (!/y/.test(positive)) return null;
  return /m/.test(positive) ? 'month' : 'year';
}

const daysTo1970 = 25_569;
/** Days between the two systems in which Excel counts. */
const days1904 = 1_462;

/** The day of a serial number, `null` for one before 01/3/1900, where Excel counts a day that never was. */
export function serialDay(serial: number, since1904: boolean): string | null {
  const day = Math.floor(serial) + (since1904 ? days1904 : 0);
  if (!(day >= 61 && day < 110_000)) return null;
  return new Date((day - daysTo1970) * 86_400_000).toISOString().slice(0, 10);
}
