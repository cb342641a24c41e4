import { DOCUMENT_TYPES } from '../../vietnamese/documentNumber.ts';
import { isCapitals } from '../normalise/sentence.ts';

/** The type that a line names in capitals and nothing else; the colon behind "QUYẾT ĐỊNH:" opens the rule, not the title. */
export function typeOfLine(text: string): string | null {
  const bare = text.replace(/^[^\p{L}]+|[^\p{L}:]+$/gu, '');
  if (!isCapitals(bare) || bare.endsWith(':')) return null;
  return DOCUMENT_TYPES.find((type) => type.toUpperCase() === bare) ?? null;
}
