import type { ChannelKey } from '../../domain/account.ts';
import type { Database } from '../database.ts';
import { type Identity, OPERATOR } from './identity.ts';
import { checkLinkCode, createLinkCode, type Linked, type LinkFor, useLinkCode } from './linking.ts';

/** Looks at a code and agrees, as a person does. */
export async function agreeTo(database: Database, by: ChannelKey, hash: string): Promise<Linked> {
  await checkLinkCode(database, by, hash);
  return useLinkCode(database, by, { hash, consent: 'v1' });
}

/** Links a sender by a code made for the purpose. */
export async function linkTo(
  database: Database,
  by: ChannelKey,
  target: LinkFor,
  maker: Identity = OPERATOR,
): Promise<void> {
  const hash = `${by.channel} ${by.key} ${JSON.stringify(target)}`;
  await createLinkCode(database, maker, { hash, for: target, expires: new Date(Date.now() + 60_000) });
  const linked = await agreeTo(database, by, hash);
  if (linked.state !== 'linked') throw new Error(`a test could not link: ${linked.state}`);
}
