import type { ParsedDirective } from '../../domain/directive.ts';
import { blankNotesAndMarks } from '../noteMarks.ts';
import { clausesOf } from './clauses.ts';
import { readEffects } from './readEffects.ts';
import { readGrounds } from './readGrounds.ts';
import { readRelations } from './readRelations.ts';

type ReadDirective = Pick<ParsedDirective, 'kind' | 'header' | 'text' | 'provisions'>;
type Said = Pick<ParsedDirective, 'relations' | 'effects'>;

/**
 * What a directive says of other documents – their validity, what it rests on and guides – and of its own provisions' validity.
 * Taken from the text and the tree alone, notes left out, so that it can be read anew from what is stored.
 */
export function relationsOf(read: ReadDirective): Said {
  const work = relating(read);
  for (let step = work.next(); ; step = work.next()) if (step.done === true) return step.value;
}

/** As `relationsOf`, stopping where it may be interrupted: hundreds of pages take more than a tenth of a second. */
export function* relating(read: ReadDirective): Generator<void, Said> {
  const parsed = { ...read, text: blankNotesAndMarks(read.text) };
  yield;
  clausesOf(parsed);
  yield;
  const relations = readRelations(parsed);
  yield;
  const grounds = readGrounds(parsed);
  yield;
  return { relations: [...relations, ...grounds], effects: readEffects(parsed) };
}
