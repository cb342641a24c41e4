import type { Account } from '../../domain/account.ts';
import { type AccountRow, asAccountOfRow } from '../access/accounts.ts';
import { readTurns, type Turn } from '../answers/turns.ts';
import { APPROVED_VERSION } from '../approved/approved.ts';
import { CORPUS_VERSION } from '../corpusVersion.ts';
import type { Database } from '../database.ts';

/** What is known when a message comes in. */
export type Arrival = {
  /** As `findAccount` tells. */
  readonly account: Account | null;
  /** As `takeNotices` tells; none outside of a private chat. */
  readonly notices: readonly string[];
  /** As `recallTurns` tells. */
  readonly turns: readonly Turn[];
  /** As `corpusVersion` and `approvedVersion` tell. */
  readonly corpus: number;
  readonly approved: string;
};

/** A message, by the channel's own keys of its chat and of who wrote it, as the channel verified them; `null` for nobody. */
type Received = {
  readonly channel: string;
  readonly conversation: string;
  readonly sender: string | null;
  readonly isPrivate: boolean;
};

/** All that nearly every message needs, in one statement: five would cost more than an answer that was worked out before. */
export async function readArrival(
  database: Database,
  { channel, conversation, sender, isPrivate }: Received,
): Promise<Arrival> {
  const [row] = await database.query<{ arrival: ArrivalRow }>(
    `select json_build_object(
              'account', (select to_json(a) from app_find_account($1, $2) a),
              'notices', case when $4 then app_take_notices($1, $2) end,
              'turns', (select json_agg(t) from app_recall_turns($1, $3) t),
              'corpus', (${CORPUS_VERSION}), 'approved', (${APPROVED_VERSION})) as arrival`,
    [channel, sender, conversation, isPrivate && sender !== null],
    { isBrief: true },
  );
  if (row === undefined) throw new Error('readArrival: no row');
  const { account, notices, turns, corpus, approved } = row.arrival;
  return {
    account: account === null ? null : asAccountOfRow(account),
    notices: notices ?? [],
    turns: readTurns(turns ?? []),
    corpus,
    approved,
  };
}

type ArrivalRow = {
  readonly account: AccountRow | null;
  readonly notices: readonly string[] | null;
  readonly turns: readonly { readonly question: string; readonly citations: unknown }[] | null;
  readonly corpus: number;
  readonly approved: string;
};
