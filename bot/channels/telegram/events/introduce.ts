import type { Api } from 'grammy';
import type { Command } from '../../../message.ts';
import { commandMenu, groupCommands, stopCommand } from '../menus/commandMenu.ts';
import { profile } from '../texts.ts';

/**
 * Tells Telegram what the bot is and which commands it knows, by scope and language; the same each time. What fails is given to
 * `onError`, and the rest is told all the same.
 */
export async function introduce(
  api: Api,
  commands: readonly Command[],
  onError: (error: unknown) => void,
): Promise<void> {
  const inChats = [...commands, stopCommand];
  const inGroups = groupCommands(inChats);
  const english = { language_code: 'en' } as const;
  const privately = { scope: { type: 'all_private_chats' } } as const;
  const together = { scope: { type: 'all_group_chats' } } as const;
  const steps: readonly (() => Promise<unknown>)[] = [
    () => api.setMyCommands(commandMenu(commands)),
    () => api.setMyCommands(commandMenu(commands, 'en'), english),
    () => api.setMyCommands(commandMenu(inChats), privately),
    () => api.setMyCommands(commandMenu(inChats, 'en'), { ...privately, ...english }),
    () => api.setMyCommands(commandMenu(inGroups), together),
    () => api.setMyCommands(commandMenu(inGroups, 'en'), { ...together, ...english }),
    () => api.setChatMenuButton({ menu_button: { type: 'commands' } }),
    () => api.setMyDescription(profile.vi.description),
    () => api.setMyDescription(profile.en.description, english),
    () => api.setMyShortDescription(profile.vi.short),
    () => api.setMyShortDescription(profile.en.short, english),
  ];
  for (const step of steps) await step().catch(onError);
}
