import { forgetOldTurns } from '../../store/answers/turns.ts';
import type { Database } from '../../store/database.ts';
import { forgetMessages } from '../../store/messages/overview.ts';
import { forgetOldAccess } from '../../store/records/accessLog.ts';
import { forgetRefused } from '../delivery/refused.ts';

const DAY_MS = 24 * 3_600_000;

/**
 * Forgets what has been kept long enough, now and every day. Throws where the first time fails. `journal`: the file before the inbox
 * of the database, where there is one.
 */
export async function forgetDaily(
  database: Database,
  journal: string | undefined,
  onError: (error: unknown) => void,
): Promise<{ readonly stop: () => void }> {
  const forget = async () => {
    await forgetOldAccess(database);
    await forgetMessages(database);
    forgetRefused(journal);
    await forgetOldTurns(database);
  };
  await forget();
  const daily = setInterval(() => {
    forget().catch(onError);
  }, DAY_MS);
  return { stop: () => clearInterval(daily) };
}
