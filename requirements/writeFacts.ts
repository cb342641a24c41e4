import { type PartialDate, writePartialDate } from '../domain/partialDate.ts';
import type { Qualification, Training } from '../domain/record.ts';
import { qualificationLine, trainingLine } from './judge/qualificationTexts.ts';

/** `Thạc sĩ Luật, cấp 12/2019, số 123, Trường Đại học Luật`: a qualification whole, as a person would read it. */
export function writeQualification(one: Qualification): string {
  return listed([qualificationLine(one), one.number === null ? null : `số ${one.number}`, one.issuer]);
}

/** `Lớp “Kỹ năng số cơ bản”, xong ngày 20/05/2026, 3 ngày, Đề án 165`. */
export function writeTraining(one: Training): string {
  return listed([trainingLine(one), one.programme, one.completed === false ? 'chưa hoàn thành' : null]);
}

/** ` (từ 01/2024 đến 06/2025)`; empty where neither end is known. */
export function writePeriod({
  from,
  until,
}: {
  readonly from: PartialDate | null;
  readonly until: PartialDate | null;
}): string {
  const words = [
    from === null ? null : `từ ${writePartialDate(from)}`,
    until === null ? null : `đến ${writePartialDate(until)}`,
  ].filter((part) => part !== null);
  return words.length === 0 ? '' : ` (${words.join(' ')})`;
}

function listed(parts: readonly (string | null)[]): string {
  return parts.filter((part) => part !== null).join(', ');
}
