import type { ParsedDirective } from '../../domain/directive.ts';
import { blankNotesAndMarks } from '../noteMarks.ts';
import { readEffects } from './readEffects.ts';
import { readGrounds } from './readGrounds.ts';
import { readRelations } from './readRelations.ts';

/**
 * What a directive says of other documents – their validity, what it rests on and guides – and of its own provisions' validity.
 * Taken from the text and the tree alone, notes left out, so that it can be read anew from what is stored.
 */
export function relationsOf(
  read: Pick<ParsedDirective, 'kind' | 'header' | 'text' | 'provisions'>,
): Pick<ParsedDirective, 'relations' | 'effects'> {
  const parsed = { ...read, text: blankNotesAndMarks(read.text) };
  return { relations: [...readRelations(parsed), ...readGrounds(parsed)], effects: readEffects(parsed) };
}
