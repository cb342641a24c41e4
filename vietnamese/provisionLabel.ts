import { fold } from './text.ts';

/** The letters of điểm in their order; Vietnamese documents use no f, j, w, z. */
export const POINT_LETTERS = 'abcdđeghiklmnopqrstuvxy';

const ORDINALS = ['nhất', 'hai', 'ba', 'tư', 'năm', 'sáu', 'bảy', 'tám', 'chín', 'mười'];

/** 1 → `nhất` … 20 → `hai mươi`, as in `Phần thứ nhất`; `null` beyond. */
export function writeOrdinal(value: number): string | null {
  if (value >= 1 && value <= 10) return ORDINALS[value - 1] ?? null;
  if (value === 20) return 'hai mươi';
  const unit = ORDINALS[value - 11];
  if (unit === undefined || value > 19) return null;
  return `mười ${value === 11 ? 'một' : value === 15 ? 'lăm' : unit}`;
}

/** `nhất`, `thứ hai`, `mười một` → 1, 2, 11; `null` for anything else. */
export function parseOrdinal(words: string): number | null {
  const plain = fold(words)
    .replace(/^thu\s+/, '')
    .trim();
  for (let value = 1; value <= 20; value += 1) {
    const written = writeOrdinal(value);
    if (written !== null && fold(written) === plain) return value;
  }
  return plain === 'mot' ? 1 : plain === 'bon' ? 4 : null;
}
