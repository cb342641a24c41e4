import { existsSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { z } from 'zod';
import type { ChannelKey } from '../../domain/account.ts';
import { refusedOf } from '../delivery/refused.ts';

const told = z.object({ channel: z.string(), chat: z.string() });

/**
 * Forgets what was put aside of the private chats of a person who wants their data erased: a messenger names such a chat as it
 * names the person. What they said in a group stays for its week. For the process that writes the journal; `undefined`: there is none.
 */
export function forgetRefusedOf(journal: string | undefined, person: readonly ChannelKey[]): void {
  const file = journal === undefined ? null : refusedOf(journal);
  if (file === null || !existsSync(file)) return;
  const lines = readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line !== '');
  const left = lines.filter((line) => !isOf(line, person));
  if (left.length === lines.length) return;
  if (left.length === 0) {
    rmSync(file);
    return;
  }
  // Whole or not at all, should the process end here.
  writeFileSync(`${file}.new`, left.map((line) => `${line}\n`).join(''), { mode: 0o600 });
  renameSync(`${file}.new`, file);
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
