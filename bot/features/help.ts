import { type CommandFeature, parts } from '../feature.ts';
import type { Command } from '../message.ts';
import { texts } from '../texts.ts';

/** `/start`, `/help`, `/trogiup`, and any command that is not known: what this is and how to ask. */
export const help: CommandFeature = {
  name: 'help',
  commands: [
    { name: 'trogiup', description: texts.commands.help },
    { name: 'help', description: null },
    { name: 'start', description: null },
  ],
  reply: (_message, { commands }) =>
    parts({
      outcome: 'help',
      blocks: [
        { kind: 'text', text: texts.greeting, tone: 'plain' },
        { kind: 'list', items: [...texts.help, ...commands.flatMap(commandLine)] },
        { kind: 'text', text: texts.limits, tone: 'note' },
      ],
      choices: [],
    }),
};

function commandLine({ name, description }: Command): readonly string[] {
  return description === null ? [] : [texts.command(name, description)];
}
