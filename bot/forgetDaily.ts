import { forgetOldTurns } from '../store/answers/turns.ts';
import type { Database } from '../store/database.ts';
import { forgetMessages } from '../store/messages/overview.ts';
import { forgetOldAccess } from '../store/records/accessLog.ts';

const DAY_MS = 24 * 3_600_000;

/** Forgets what has been kept long enough, now and every day. Throws where the first time fails. */
export async function forgetDaily(
  database: Database,
  onError: (error: unknown) => void,
): Promise<{ readonly stop: () => void }> {
  const forget = async () => {
    await forgetOldAccess(database);
    await forgetMessages(database);
    await forgetOldTurns(database);
  };
  await forget();
  const daily = setInterval(() => {
    forget().catch(onError);
  }, DAY_MS);
  return { stop: () => clearInterval(daily) };
}
