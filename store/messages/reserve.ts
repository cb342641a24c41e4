import type { Database } from '../database.ts';
import type { Allowance } from './steps.ts';

/**
 * Reserves a message that does not lie in the outbox, within the same allowances as those that do. `null`: it may leave now;
 * otherwise in how many seconds to ask again.
 */
export async function reserveSend(
  database: Database,
  { channel, chat }: { readonly channel: string; readonly chat: string },
  allowances: readonly [all: Allowance, chat: Allowance],
): Promise<number | null> {
  const [row] = await database.query<{ seconds: number | null }>(
    'select app_reserve_send($1, $2, $3, $4::interval[]) as seconds',
    [
      channel,
      chat,
      allowances.map(({ messages }) => messages),
      allowances.map(({ perSeconds }) => `${perSeconds} seconds`),
    ],
  );
  return row?.seconds ?? null;
}
