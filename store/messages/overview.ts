import { asAccount, OPERATOR } from '../access/identity.ts';
import type { Database } from '../database.ts';

/** How many rows of a box are in a state that is not the good end, and how old the oldest is, in seconds. */
export type MessageFigure = {
  readonly channel: string;
  readonly box: 'inbox' | 'outbox';
  readonly state: string;
  readonly rows: number;
  readonly oldest: number;
};

/** Counts alone, of everything that waits or did not arrive. */
export async function messageFigures(database: Database): Promise<readonly MessageFigure[]> {
  return database.query<MessageFigure>('select channel, box, state, rows, oldest from app_message_figures()');
}

/** A message or update as whoever runs the product may see it: without its words, the chat by its last characters. */
export type MessageLine = {
  readonly box: 'inbox' | 'outbox';
  readonly id: number;
  readonly channel: string;
  readonly chatEnd: string;
  readonly state: MessageState;
  readonly attempts: number;
  /** It was sent a second time, because it was not known whether the first had arrived. */
  readonly again: boolean;
  readonly failure: string | null;
  readonly at: Date;
  readonly canReplay: boolean;
};

export type MessageState = 'waiting' | 'parked' | 'sending' | 'unsure' | 'refused' | 'gone' | 'sent' | 'done';

/** Lines in these states, the newest first. For the operator. */
export async function listMessages(
  database: Database,
  states: readonly MessageState[],
  most: number,
): Promise<readonly MessageLine[]> {
  return asAccount(database, OPERATOR, async (tx) => {
    const rows = await tx.query<
      Omit<MessageLine, 'chatEnd' | 'canReplay'> & { chat_end: string; can_replay: boolean }
    >(
      'select box, id, channel, chat_end, state, attempts, again, failure, at, can_replay from app_list_messages($1, $2)',
      [states, most],
    );
    return rows.map(({ chat_end, can_replay, ...line }) => ({
      ...line,
      chatEnd: chat_end,
      canReplay: can_replay,
    }));
  });
}

/** Lets an update that was given up be worked on anew, or a message be sent that did not arrive. `false`: there is no such one. */
export async function replayMessage(
  database: Database,
  box: 'inbox' | 'outbox',
  id: number,
): Promise<boolean> {
  return asAccount(database, OPERATOR, async (tx) => {
    const [row] = await tx.query<{ replayed: boolean }>('select app_replay_message($1, $2) as replayed', [
      box,
      id,
    ]);
    return row?.replayed === true;
  });
}

/** Forgets what is too old to be told again or said again; answers how many updates are gone. */
export async function forgetMessages(database: Database): Promise<number> {
  const [row] = await database.query<{ gone: number }>('select app_forget_messages() as gone');
  return row?.gone ?? 0;
}
