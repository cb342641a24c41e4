import type { BotCommand } from 'grammy/types';
import type { Command } from '../../message.ts';
import { shortenLine } from '../shortenLine.ts';

const DESCRIPTION_LIMIT = 256;
const MOST_COMMANDS = 100;

/** The commands that people are told of, as the menu beside the input box takes them. One bad name would lose it all. */
export function commandMenu(commands: readonly Command[]): readonly BotCommand[] {
  return commands
    .flatMap(({ name, description }) => {
      const shown = shortenLine(description ?? '', DESCRIPTION_LIMIT);
      return shown === '' || !/^[a-z\d_]{1,32}$/.test(name) ? [] : [{ command: name, description: shown }];
    })
    .slice(0, MOST_COMMANDS);
}
