import { journalOf } from '../../bot/delivery/journal.ts';
import { countRefused, refusedOf } from '../../bot/delivery/refused.ts';
import { type CommonOptions, type Io, locate } from '../io.ts';
import type { Check } from '../upkeep/check.ts';
import { outboxTexts as texts } from './outboxTexts.ts';

/** What messengers told of and the inbox will never take; nothing to say where there is none. */
export function checkRefused(io: Pick<Io, 'config'>, options: CommonOptions): readonly Check[] {
  const journal = journalOf(locate(io, options));
  const count = countRefused(journal);
  if (journal === undefined || count === 0) return [];
  return [
    {
      name: texts.refusedName,
      state: 'note',
      says: texts.refusedCount(count),
      todo: texts.refusedTodo(refusedOf(journal)),
    },
  ];
}
