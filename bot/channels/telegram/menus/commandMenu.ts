import type { BotCommand } from 'grammy/types';
import type { Command } from '../../../message.ts';
import { shortenLine } from '../../shortenLine.ts';
import { texts } from '../texts.ts';
import { englishMenu } from './englishMenu.ts';

const DESCRIPTION_LIMIT = 256;
const MOST_COMMANDS = 100;

/** Ends the answer that is being worked out, in chats alone: other faces show an answer at once or not at all. */
export const stopCommand: Command = { name: 'dung', description: texts.stopDescription };

/** Nothing about a person is asked for in a group. */
const IN_GROUPS: ReadonlySet<string> = new Set(['vanban', 'trogiup', 'dung']);

export type MenuLanguage = 'vi' | 'en';

/** The commands that people are told of, as the menu beside the input box takes them. One bad name would lose it all. */
export function commandMenu(
  commands: readonly Command[],
  language: MenuLanguage = 'vi',
): readonly BotCommand[] {
  return commands
    .flatMap(({ name, description }) => {
      if (description === null || !/^[a-z\d_]{1,32}$/.test(name)) return [];
      const words = language === 'en' ? (englishMenu[name] ?? description) : description;
      const shown = shortenLine(words, DESCRIPTION_LIMIT);
      return shown === '' ? [] : [{ command: name, description: shown }];
    })
    .slice(0, MOST_COMMANDS);
}

/** Of these commands those that a group is shown. */
export function groupCommands(commands: readonly Command[]): readonly Command[] {
  return commands.filter(({ name }) => IN_GROUPS.has(name));
}
