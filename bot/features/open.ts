import { showOutline, showProvisions } from '../../answer/answer.ts';
import { readDirective } from '../../store/directives.ts';
import { describeAnswer } from '../describeAnswer.ts';
import { type CommandFeature, command, parts } from '../feature.ts';
import { texts } from '../texts.ts';

/** `/xem 12` opens a document, `/xem 12.345` one of its provisions: what choices send. */
export const open: CommandFeature = {
  name: 'open',
  commands: [{ name: 'xem', description: null }],
  async *reply({ text }, { database, today }) {
    const match = /^(\d{1,9})(?:\.(\d{1,9}))?$/.exec(command(text)?.rest ?? '');
    const document = match === null ? null : await readDirective(database, Number(match[1]));
    const provision = document?.provisions.find(({ id }) => id === Number(match?.[2]));
    if (document === null || (match?.[2] !== undefined && provision === undefined)) {
      yield* parts({
        outcome: 'error',
        blocks: [{ kind: 'text', text: texts.unknownChoice, tone: 'plain' }],
        choices: [],
      });
      return;
    }
    const asOf = today();
    const answer =
      provision === undefined
        ? await showOutline(database, document, null, asOf)
        : await showProvisions(database, [{ document, provision }], asOf);
    yield* parts(describeAnswer(answer, asOf));
  },
};
