import type { PersonalCard, PersonalTools } from '../../../answer/model/tools.ts';
import { createCatalogue } from '../../../requirements/judge/catalogue.ts';
import { readRuleBook } from '../../../store/rules/rules.ts';
import type { Services } from '../../feature.ts';
import type { Intent } from '../../intents/intent.ts';
import type { Block, Message } from '../../message.ts';
import { gaps } from '../own/gaps.ts';
import { mayTellGap } from './consent.ts';

/** The asker's own tools, and the cards that they showed meanwhile. */
export type BoundTools = { readonly tools: PersonalTools | null; readonly cards: () => readonly Block[] };

/**
 * Binds "my requirements" to who asked, as the channel verified it: no words of a model name anybody. `null` in groups, and for
 * who has no record.
 */
export function bindPersonal(message: Message, services: Services): BoundTools {
  const { account, database, model } = services;
  const cards: Block[] = [];
  if (!message.isPrivate || account === null || account.cadre === null) {
    return { tools: null, cards: () => cards };
  }
  const show = async (assumption: Extract<Intent, { kind: 'gaps' }>['assumption']): Promise<PersonalCard> => {
    const intent = { kind: 'gaps', whom: { who: 'self' }, assumption, topic: null, asOf: null } as const;
    const shown: Block[] = [];
    for await (const part of gaps.answer(intent, message, services)) {
      if (part.kind === 'block') shown.push(part.block);
    }
    cards.push(...shown);
    const told = model?.isLocal === true && (await mayTellGap(database, message));
    return { shown: shown.length > 0, gap: told ? gapLines(shown) : null };
  };
  return {
    cards: () => cards,
    tools: {
      myRequirements: () => show(null),
      whatIf: async (position) => {
        // A card would repeat the words of a post that nobody knows, and these are the model's: it could say anything.
        const { positions } = await readRuleBook(database);
        const { entry } = createCatalogue(positions).find(position);
        return entry === null ? { shown: false, gap: null } : show({ kind: 'post', name: entry.name });
      },
    },
  };
}

const STATUS = { met: 'đạt', missing: 'thiếu', unknown: 'chưa đủ dữ liệu' } as const;

/** What is asked and how it stands: no name, no id, no unit, no line of the record. */
function gapLines(blocks: readonly Block[]): readonly string[] {
  return blocks.flatMap((block) =>
    block.kind === 'finding' ? [`- ${STATUS[block.status]}: ${block.title} (${block.label})`] : [],
  );
}
