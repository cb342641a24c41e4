import { writeCitation } from '../../../domain/citation.ts';
import { findWrongPercentages } from '../../../personnel/wrongPercentages.ts';
import { checkPercentages } from '../../../vietnamese/percentages.ts';
import { type IntentFeature, parts, type Services } from '../../feature.ts';
import type { Block, Reply } from '../../message.ts';
import { note, plain, title } from '../../reply/blocks.ts';
import { texts } from './texts.ts';

/** Wrong figures shown in one answer. */
const MOST = 20;

/** "Kiểm tra tỷ lệ": recomputes percentages that a text or the stored documents give, and points out the wrong ones. */
export const percentages: IntentFeature = {
  name: 'percentages',
  personal: false,
  staffOnly: true,
  intents: ['percentages'],
  commands: [{ name: 'kiemtratyle', description: texts.commands.percentages }],
  async *answer(intent, _message, services) {
    if (intent.kind !== 'percentages') return;
    const pasted = intent.text?.includes('%') ? intent.text : null;
    yield* parts(pasted === null ? await ofDocuments(intent.text, services) : ofText(pasted));
  },
};

function ofText(text: string): Reply {
  const findings = checkPercentages(text);
  if (findings.length === 0) return reply([plain(texts.percentNothing)]);
  return reply([
    title(texts.percentTitle),
    {
      kind: 'list',
      items: findings.map(({ words, right, note: why }) =>
        texts.percentLine(words, right ? texts.right : texts.wrong, why),
      ),
    },
  ]);
}

async function ofDocuments(words: string | null, { database, today }: Services): Promise<Reply> {
  const { documents, checked, wrong } = await findWrongPercentages(database, words, today());
  const shown = wrong.slice(0, MOST);
  return reply([
    title(texts.percentTitle),
    plain(texts.percentSummary(documents, checked, wrong.length)),
    ...shown.flatMap(({ finding, citation }, at): readonly Block[] => [
      { kind: 'quote', index: at + 1, citation, label: writeCitation(citation) },
      plain(finding.note),
    ]),
    ...(wrong.length > shown.length ? [note(texts.percentMore(wrong.length - shown.length))] : []),
  ]);
}

function reply(blocks: readonly Block[]): Reply {
  return { outcome: 'record', blocks, choices: [] };
}
