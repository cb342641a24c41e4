import type { CadreRecord } from '../../../domain/record.ts';
import { writeQualification, writeTraining } from '../../../requirements/writeFacts.ts';
import { readCadre } from '../../../store/records/cadres.ts';
import { listCorrections, openCorrection } from '../../../store/records/corrections.ts';
import { terms } from '../../../vietnamese/terms.ts';
import { type IntentFeature, parts, type Services } from '../../feature.ts';
import type { Block, Message, Reply } from '../../message.ts';
import { plain } from '../../reply/blocks.ts';
import { texts } from './texts.ts';

/** Longest description that is kept, in UTF-16 units. */
const LONGEST = 1000;

/** "Thông tin này sai": a request to staff that a line of the record be checked. */
export const correction: IntentFeature = {
  name: 'correction',
  personal: true,
  intents: ['wrong'],
  commands: [{ name: 'baosai', description: texts.commands.wrong }],
  async *answer(intent, message, services) {
    if (intent.kind === 'wrong') yield* parts(await request(intent.says, message, services));
  },
};

async function request(
  says: string | null,
  message: Message,
  { account, database }: Services,
): Promise<Reply> {
  if (account === null) return say([plain(texts.strangers)]);
  if (account.cadre === null) return say([plain(texts.noRecord)]);
  const identity = { accountId: account.id };
  if (says === null || says.length < MEANINGFUL) {
    const mine = await listCorrections(database, identity, 'own');
    return say([
      plain(texts.wrongHow),
      ...(mine.length === 0
        ? []
        : [
            plain(texts.wrongMine),
            {
              kind: 'list' as const,
              items: mine.map(({ id, says: what, state, answer }) =>
                texts.wrongLine(
                  id,
                  what,
                  answer === null ? texts.states[state] : `${texts.states[state]}: ${answer}`,
                ),
              ),
            },
          ]),
    ]);
  }
  const record = await readCadre(database, identity, account.cadre, {
    channel: message.channel,
    reason: 'own',
    purpose: texts.purposes.wrong,
  });
  const { id } = await openCorrection(database, identity, {
    line: record === null ? '' : nearestLine(says, recordLines(record)),
    says: says.slice(0, LONGEST),
  });
  return say([plain(texts.wrongSent(id))]);
}

function recordLines(record: CadreRecord): readonly string[] {
  return [
    ...record.qualifications.map(writeQualification),
    ...record.trainings.map(writeTraining),
    ...record.posts.map(({ position }) => position),
    ...record.planned.map(({ position }) => position),
    ...record.grades.map(({ name }) => name),
  ];
}

/** The line of the record that shares most words with what is said of it; empty where none shares two. */
function nearestLine(says: string, lines: readonly string[]): string {
  const words = new Set(terms(says));
  let best = { line: '', shared: 1 };
  for (const line of lines) {
    const shared = new Set(terms(line).filter((term) => words.has(term))).size;
    if (shared > best.shared) best = { line, shared };
  }
  return best.line;
}

/** "Sai" alone says nothing that staff could look up. */
const MEANINGFUL = 12;

function say(blocks: readonly Block[]): Reply {
  return { outcome: 'record', personal: true, blocks, choices: [] };
}
