import { showOutline, showProvisions } from '../../answer/answer.ts';
import type { Standing } from '../../domain/upload.ts';
import { readDirective } from '../../store/directives.ts';
import { readStanding } from '../../store/standing.ts';
import { type CommandFeature, command, parts } from '../feature.ts';
import type { Block, Choice } from '../message.ts';
import { warning } from '../reply/blocks.ts';
import { describeAnswer } from '../reply/describeAnswer.ts';
import { texts } from '../texts.ts';

/** `/xem 12` opens a document, `/xem 12.345` one of its provisions: what choices send. */
export const open: CommandFeature = {
  name: 'open',
  commands: [{ name: 'xem', description: null }],
  async *reply({ text }, { database, today }) {
    const match = /^(\d{1,9})(?:\.(\d{1,9}))?$/.exec(command(text)?.rest ?? '');
    const id = match === null ? null : Number(match[1]);
    const document = id === null ? null : await readDirective(database, id);
    const standing = id === null ? null : await readStanding(database, id);
    const provision = document?.provisions.find(({ id }) => id === Number(match?.[2]));
    if (document === null || (match?.[2] !== undefined && provision === undefined)) {
      yield* parts({
        outcome: 'error',
        blocks: [
          standing?.standing === 'removed'
            ? warning(texts.removedDocument(standing.document))
            : { kind: 'text', text: texts.unknownChoice, tone: 'plain' },
        ],
        choices: [],
      });
      return;
    }
    const asOf = today();
    const answer =
      provision === undefined
        ? await showOutline(database, document, null, asOf)
        : await showProvisions(database, [{ document, provision }], asOf);
    const reply = describeAnswer(answer, asOf);
    yield* parts({
      ...reply,
      blocks: [...outOfUse(standing), ...reply.blocks],
      choices: [...newerVersion(standing), ...reply.choices],
    });
  },
};

/** An old citation opens what it cited, and says that it is answered from no more. */
function outOfUse(standing: Standing | null): readonly Block[] {
  if (standing?.standing === 'replaced') return [warning(texts.replacedDocument(standing.document))];
  if (standing?.standing === 'withdrawn') return [warning(texts.withdrawnDocument(standing.document))];
  return [];
}

function newerVersion(standing: Standing | null): readonly Choice[] {
  return standing === null || standing.replacedBy === null
    ? []
    : [{ label: texts.openNewVersion, send: `/xem ${standing.replacedBy}` }];
}
