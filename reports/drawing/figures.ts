import { writeFigure } from '../../vietnamese/figures.ts';

/** A number that can be drawn; `null` for what is none. */
export function finite(value: number | null | undefined): number | null {
  return value != null && Number.isFinite(value) ? value : null;
}

/** At most two digits after the comma, none that say nothing: `33,33`, `80`. */
export function writeShort(value: number): string {
  return writeFigure(Number(value.toFixed(2)));
}

/**
 * A percentage beside its goal. Rounding never makes a missed goal look reached: 89,996 of 90 is written `89,99`.
 */
export function writePercentBelow(percent: number, goal: number, reached: boolean): string {
  const rounded = Number(percent.toFixed(2));
  if (reached || percent >= goal || rounded < goal) return writeShort(percent);
  return writeShort(Math.floor(percent * 100) / 100);
}
