import type { IsoDate } from '../../domain/directive.ts';

/**
 * `2026-07-01` → `01/7/2026`: days below 10 and the months 1 and 2 are written with a zero, as state documents
 * write dates (Nghị định 30/2020/NĐ-CP, Phụ lục I, phần II, mục 4).
 */
export function formatDay(day: IsoDate): string {
  const [year = '', month = '', date = ''] = day.split('-');
  const short = Number(month) > 2 ? String(Number(month)) : month;
  return `${date}/${short}/${year}`;
}
