import { answerQuestion } from '../../answer/answer.ts';
import { describeAnswer } from '../describeAnswer.ts';
import { type CommandFeature, parts } from '../feature.ts';
import { texts } from '../texts.ts';

/** Any text that is no command is a question to the documents. */
export const ask: CommandFeature = {
  name: 'ask',
  commands: [],
  async *reply({ text }, { database, today, search }) {
    yield { kind: 'progress', text: texts.searching };
    const asOf = today();
    yield* parts(describeAnswer(await answerQuestion(database, text, asOf, search), asOf));
  },
};
