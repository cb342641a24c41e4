import type { Report } from './report.ts';

/**
 * A công văn in the layout of Nghị định 30/2020/NĐ-CP, as a draft: its number, its day, to whom it goes and who signs it are left
 * blank.
 */
export type OfficialLetter = Pick<Report, 'superior' | 'office' | 'place'> & {
  readonly year: number;
  /** Trích yếu: `V/v trả lời về kinh phí bồi dưỡng`. */
  readonly subject: string;
  /** `Căn cứ Nghị định số …`, one each. */
  readonly grounds: readonly string[];
  /** The body, in order. */
  readonly paragraphs: readonly string[];
  /** Where it rests on samples; `null` otherwise. */
  readonly mark: string | null;
};
