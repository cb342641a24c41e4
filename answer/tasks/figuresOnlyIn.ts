import { writeDate } from '../../domain/citation.ts';
import { fold } from '../../vietnamese/text.ts';
import { ownDates } from './datesOf.ts';

/** A figure with what it counts: `07 ngày`, `40%`, `50.000 đồng`. */
const FIGURE = /(?<![\p{L}\d/.-])\d+(?:[.,]\d+)*(?:\s?%|\s+\p{Ll}+(?:\s+(?:làm việc|đồng))?)(?![\d/])/gu;
/** A word that stands behind a figure and is not what it counts. */
const NO_UNIT = /\s(?:và|hoặc|của|đến|tại|theo|như|thì|là|có|đối|này|cho|trong|với|nêu|quy)$/u;
/** Labels, references and the names and days of documents hold figures that count nothing. */
const NO_FIGURES: readonly RegExp[] = [
  /(?:^|\n)\s*[“"]?(?:Điều\s+\d+[a-zđ]?\.?|\d{1,3}(?:\.\d+)*\.)(?=\s)/gu,
  /(?:Điều|điều|khoản|Khoản|Chương|Mục|Phụ lục|bậc|hạng|đối tượng|loại)\s+\d+[a-zđ]?/gu,
  /\d[\p{L}\d]*[/-][\p{L}\d/-]+/gu,
  /(?:ngày\s+)?\d{1,2}\s+tháng\s+\d{1,2}(?:\s+năm\s+\d{4})?/gu,
  /năm\s+(?:19|20)\d{2}/gu,
];

/** The figures and days of a text, as written, that another text does not hold with the same unit. Pure. */
export function figuresOnlyIn(text: string, other: string): readonly string[] {
  const beside = figuresOf(other);
  return [...figuresOf(text)].flatMap(([key, written]) => (beside.has(key) ? [] : [written]));
}

function figuresOf(text: string): ReadonlyMap<string, string> {
  let counted = text.normalize('NFC');
  for (const pattern of NO_FIGURES)
    counted = counted.replace(pattern, (found) => (found.startsWith('\n') ? '\n' : ' '));
  const figures = [...counted.matchAll(FIGURE)].filter(([written]) => !NO_UNIT.test(written));
  const days = ownDates(text.normalize('NFC')).map(({ date }) => [date, writeDate(date)] as const);
  return new Map([
    ...days,
    ...figures.map(
      ([written]) =>
        [
          fold(written)
            .replace(/^0+(?=\d)/, '')
            .replace(/\s+/g, ' '),
          written.replace(/\s+/g, ' '),
        ] as const,
    ),
  ]);
}
