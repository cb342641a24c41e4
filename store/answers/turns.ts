import { z } from 'zod';
import type { Database } from '../database.ts';
import { storable } from '../messages/inbox.ts';

/** The chat in which something is asked, by the channel's own key. */
export type ChatPlace = { readonly channel: string; readonly chat: string };

const turnCitation = z.object({
  directiveId: z.number(),
  provisionId: z.number().nullable(),
  document: z.string(),
  path: z.array(z.string()),
});

const turnCitations = z.array(turnCitation);

/** What an answer cited: enough to know what "khoản 3 thì sao" goes on about. */
export type TurnCitation = Readonly<z.infer<typeof turnCitation>>;

/** A question that was asked, as it was understood, and what its answer cited; never the answer itself. */
export type Turn = { readonly question: string; readonly citations: readonly TurnCitation[] };

/** A turn as it is kept. `sender`: who asked, for the day on which their link ends. */
export type AskedTurn = Turn & { readonly sender: string | null };

/** Keeps a turn for a day; a chat keeps its last ten. */
export async function rememberTurn(database: Database, place: ChatPlace, turn: AskedTurn): Promise<void> {
  const parameters = [
    place.channel,
    place.chat,
    turn.sender,
    turn.question,
    storable(JSON.stringify(turn.citations)),
  ];
  await database.query('select app_remember_turn($1, $2, $3, $4, $5)', parameters, { isBrief: true });
}

/** The last ten turns of a chat within a day, latest first. */
export async function recallTurns(database: Database, place: ChatPlace): Promise<readonly Turn[]> {
  const rows = await database.query<{ question: string; citations: unknown }>(
    'select question, citations from app_recall_turns($1, $2)',
    [place.channel, place.chat],
  );
  return readTurns(rows);
}

/** Turns as the database tells them. */
export function readTurns(
  rows: readonly { readonly question: string; readonly citations: unknown }[],
): readonly Turn[] {
  return rows.map(({ question, citations }) => ({ question, citations: turnCitations.parse(citations) }));
}

/** How many turns were forgotten. */
export async function forgetTurns(database: Database, place: ChatPlace): Promise<number> {
  const [row] = await database.query<{ gone: number }>('select app_forget_turns($1, $2) as gone', [
    place.channel,
    place.chat,
  ]);
  return row?.gone ?? 0;
}

/** Drops the turns of yesterday, and entries of the ledger that are older than a year. */
export async function forgetOldTurns(database: Database): Promise<void> {
  await database.query('select app_forget_old_turns()');
}
