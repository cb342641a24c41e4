import { KIND_NAMES, writeLevel } from '../domain/levelNames.ts';
import { type PartialDate, writePartialDate } from '../domain/partialDate.ts';
import type { Qualification, Training } from '../domain/record.ts';

/** `Thạc sĩ Luật, cấp 12/2019`: a qualification as a person would read it from the record. */
export function writeQualification(one: Qualification): string {
  const level = writeLevel(one.kind, one.level);
  const named = one.name !== null && (one.level === null || one.kind === 'other') ? one.name : level;
  const head = [named, one.field].filter((part) => part !== null).join(' ');
  return [
    capital(one.level === null && one.name === null && one.kind !== 'other' ? `${head} (chưa rõ mức)` : head),
    one.number === null ? null : `số ${one.number}`,
    one.issuer,
    one.issued === null ? null : `cấp ${writePartialDate(one.issued)}`,
    one.expires === null ? null : `hết hạn ${writePartialDate(one.expires)}`,
  ]
    .filter((part) => part !== null)
    .join(', ');
}

/** `Bồi dưỡng kỹ năng số, 03 ngày, 5/2026`. */
export function writeTraining(one: Training): string {
  const when = one.until ?? one.from;
  return [
    one.className,
    one.kind === null || one.level === null
      ? null
      : `${KIND_NAMES[one.kind]}: ${writeLevel(one.kind, one.level)}`,
    one.days === null ? null : `${one.days} ngày`,
    when === null ? null : writePartialDate(when),
    one.programme,
    one.completed === false ? 'chưa hoàn thành' : null,
  ]
    .filter((part) => part !== null)
    .join(', ');
}

/** ` (từ 01/2024 đến nay)`; empty where neither end is known. */
export function writePeriod(one: {
  readonly from: PartialDate | null;
  readonly until: PartialDate | null;
}): string {
  const from = one.from === null ? null : `từ ${writePartialDate(one.from)}`;
  const until = one.until === null ? null : `đến ${writePartialDate(one.until)}`;
  const words = [from, until].filter((part) => part !== null).join(' ');
  return words === '' ? '' : ` (${words})`;
}

function capital(text: string): string {
  return `${text.slice(0, 1).toUpperCase()}${text.slice(1)}`;
}
