import { InvalidArgumentError } from 'commander';
import { texts } from './texts.ts';

/** Reads a count given on the command line. */
export function positiveInteger(text: string): number {
  const value = Number(text);
  if (Number.isSafeInteger(value) && value > 0) return value;
  throw new InvalidArgumentError(texts.options.notPositive);
}
