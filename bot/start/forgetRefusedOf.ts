import { z } from 'zod';
import type { ChannelKey } from '../../domain/account.ts';
import { keepRefused } from '../delivery/refused.ts';

const told = z.object({ channel: z.string(), chat: z.string() });

/**
 * Forgets what was put aside of the private chats of a person who wants their data erased: a messenger names such a chat as it
 * names the person. What they said in a group stays for its week. For the process that writes the journal; `undefined`: there is none.
 */
export function forgetRefusedOf(journal: string | undefined, person: readonly ChannelKey[]): void {
  if (journal !== undefined) keepRefused(journal, (line) => !isOf(line, person));
}

function isOf(line: string, person: readonly ChannelKey[]): boolean {
  const read = told.safeParse(parsed(line));
  if (!read.success) return false;
  const { channel, chat } = read.data;
  return person.some((one) => one.channel === channel && one.key === chat);
}

function parsed(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return null;
  }
}
