import { command, type Feature, parts } from '../feature.ts';
import { texts } from '../texts.ts';

/** `/start`, `/help`, `/trogiup`, and any command that is not known: what this is and how to ask. */
export const help: Feature = {
  name: 'help',
  matches: ({ text }) => command(text) !== null,
  reply: () =>
    parts({
      outcome: 'help',
      blocks: [
        { kind: 'text', text: texts.greeting, tone: 'plain' },
        { kind: 'list', items: texts.help },
        { kind: 'text', text: texts.limits, tone: 'note' },
      ],
      choices: [],
    }),
};
