import { findAccount } from '../store/access/accounts.ts';
import type { Database } from '../store/database.ts';
import { parts as partsOf } from './feature.ts';
import type { Message, ReplyPart } from './message.ts';
import { texts } from './texts.ts';

type Asked = {
  readonly database: Database;
  readonly message: Message;
  /** The reply may be of a record from its first block on. */
  readonly isHeld: boolean;
};

/**
 * A reply to somebody who was linked to `account` when they asked. Where it is personal it names the account, for channels that send
 * it later. Where `isHeld` no block is given out before all of them are there, and none where the link has ended meanwhile.
 */
export async function* whileLinked(
  parts: AsyncIterable<ReplyPart>,
  account: string,
  { database, message, isHeld }: Asked,
): AsyncGenerator<ReplyPart> {
  const held: ReplyPart[] = [];
  for await (const part of parts) {
    if (isHeld && part.kind === 'block') {
      held.push(part);
      continue;
    }
    if (part.kind !== 'done') {
      yield part;
      continue;
    }
    const isOfRecord = part.personal === true && part.account === undefined;
    if (isHeld && isOfRecord && (await accountOf(message, database)) !== account) {
      yield* partsOf({
        outcome: 'record',
        blocks: [{ kind: 'text', text: texts.linkEnded, tone: 'plain' }],
        choices: [],
      });
      return;
    }
    yield* held;
    yield isOfRecord ? { ...part, account } : part;
  }
}

async function accountOf({ channel, sender }: Message, database: Database): Promise<string | null> {
  return sender === null ? null : ((await findAccount(database, { channel, key: sender }))?.id ?? null);
}
