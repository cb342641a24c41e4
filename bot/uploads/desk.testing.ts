import { randomUUID } from 'node:crypto';
import type { Account } from '../../domain/account.ts';
import type { Reading } from '../../ingest/uploads/readUpload.ts';
import { LIMITS, parseHere } from '../../ingest/uploads/uploads.testing.ts';
import { startUploads } from '../../ingest/uploads/uploads.ts';
import { search } from '../../retrieve/search.ts';
import { saveAccount } from '../../store/access/accounts.ts';
import { OPERATOR } from '../../store/access/identity.ts';
import { checkLinkCode, createLinkCode, useLinkCode } from '../../store/access/linking.ts';
import type { Database } from '../../store/database.ts';
import { createTelegram } from '../channels/telegram/telegram.ts';
import { commands, createRespond } from '../core.ts';
import { quickPace, wideLimits } from '../delivery/delivery.testing.ts';
import { startDelivery } from '../delivery/delivery.ts';
import { hashLinkCode, linkCodeEnd, newLinkCode } from '../features/own/linkCode.ts';
import { followUploads } from './boards.ts';

/** The product on Telegram as `main.ts` wires it, with a reading that starts no child. */
export type Desk = {
  /** Faults that were told to whoever runs it. */
  readonly faults: unknown[];
  readonly stop: () => Promise<void>;
};

export async function startDesk(
  database: Database,
  fake: { readonly apiRoot: string; readonly token: string },
  reading: Partial<Pick<Reading, 'parse' | 'unpack'>> = {},
  isOurs: () => Promise<boolean> = async () => true,
): Promise<Desk> {
  const faults: unknown[] = [];
  const onError = (error: unknown) => faults.push(error);
  const note = (fields: object, message: string) => faults.push({ ...fields, message });
  const uploads = await startUploads(database, {
    limits: LIMITS,
    onError,
    reading: { parse: parseHere, ...reading },
  });
  const log = { info: () => {}, warn: note, error: note };
  const channel = createTelegram({
    ...fake,
    database,
    limits: wideLimits,
    commands,
    log,
    tell: () => {},
    pace: { holdSeconds: 5, firstWaitMs: 20, graceMs: 500 },
    respond: createRespond(
      {
        database,
        search,
        uploads,
        today: () => '2026-11-22',
        now: () => new Date(),
        tell: async () => undefined,
      },
      onError,
    ),
  });
  const delivery = await startDelivery({
    database,
    messengers: [channel.messenger],
    log,
    pace: { ...quickPace, graceMs: 500 },
  });
  await channel.start(delivery);
  const boards = await followUploads({
    database,
    uploads,
    channel: 'telegram',
    show: channel.show,
    isOurs,
    onError,
    everyMs: 100,
    lookEveryMs: 500,
  });
  return {
    faults,
    async stop() {
      await boards.stop();
      await channel.stop();
      await delivery.stop();
      await uploads.stop();
    },
  };
}

/** Links a person of a messenger to a new account, as they would by a code. */
export async function linkTo(
  database: Database,
  user: number | string,
  { admin, channel = 'telegram' }: { readonly admin: boolean; readonly channel?: string },
): Promise<Account> {
  const name = admin ? 'Quản trị mẫu' : 'Cán bộ mẫu';
  const account = await saveAccount(database, OPERATOR, {
    name: `${name} ${randomUUID().slice(0, 4)}`,
    cadre: null,
    staffOf: [],
    admin,
  });
  const hash = hashLinkCode(newLinkCode());
  const by = { channel, key: String(user) };
  const code = { hash, for: { account: account.id }, expires: linkCodeEnd(new Date()) };
  await createLinkCode(database, OPERATOR, code);
  await checkLinkCode(database, by, hash);
  const linked = await useLinkCode(database, by, { hash, consent: 'mẫu' });
  if (linked.state !== 'linked') throw new Error(`not linked: ${linked.state}`);
  return account;
}
