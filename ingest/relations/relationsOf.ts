import type { ParsedDirective } from '../../domain/directive.ts';
import { readEffects } from './readEffects.ts';
import { readRelations } from './readRelations.ts';

/**
 * What a directive says of validity: of other documents' and of its own provisions'. Taken from the text and the tree
 * alone, so that it can be read anew from what is stored.
 */
export function relationsOf(
  parsed: Pick<ParsedDirective, 'kind' | 'header' | 'text' | 'provisions'>,
): Pick<ParsedDirective, 'relations' | 'effects'> {
  return { relations: readRelations(parsed), effects: readEffects(parsed) };
}
