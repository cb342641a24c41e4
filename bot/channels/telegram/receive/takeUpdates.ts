import type { Api } from 'grammy';
import type { Update, UserFromGetMe } from 'grammy/types';
import type { AcceptUpdates, Json, ReceivedUpdate } from '../../../delivery/messenger.ts';
import { isStop } from '../answerMessage.ts';
import { readEvent } from '../events/events.ts';
import type { Inline } from '../events/inline.ts';
import type { Stops } from '../events/stops.ts';
import type { CallbackSeal } from '../render/callbackData.ts';
import { texts } from '../texts.ts';
import { textForBot } from './addressed.ts';
import { readUpdate } from './incoming.ts';

export type IntakeParts = {
  /** Waits for a server that asks for it. */
  readonly api: Api;
  /** Another bot's updates have the same numbers. */
  readonly botId: string;
  readonly callbacks: CallbackSeal;
  readonly inline: Inline | null;
  readonly stops: Stops;
  readonly hears: boolean;
  readonly ownCommands: ReadonlySet<string>;
  /** The bot itself; `null` as long as the server has not been reached. */
  readonly me: () => UserFromGetMe | null;
  /** `null` before the channel has started. */
  readonly accept: () => AcceptUpdates | null;
  readonly stopping: AbortSignal;
  readonly logFailure: (error: unknown, message: string, fields?: object) => void;
};

/**
 * What is done with updates on receipt: they are stored, pressed buttons acknowledged and inline queries answered. `false`: they could
 * not be stored, or the channel ends, and they are to come again. Never throws.
 */
export function createIntake(parts: IntakeParts): (updates: readonly Update[]) => Promise<boolean> {
  const { api, botId, callbacks, inline, stops, ownCommands, stopping, logFailure } = parts;

  /** What is to be stored of an update; `null` where silence is right. A pressed button shows a clock until it is acknowledged. */
  const receive = (update: Update): ReceivedUpdate | null => {
    const key = `${botId} ${update.update_id}`;
    try {
      // A process that has not met the server does not know yet whom groups call.
      const event = readEvent(update);
      const me = parts.me();
      const incoming = me === null ? null : readUpdate(update, me, ownCommands, parts.hears);
      if (me !== null && incoming === null && event === null) return null;
      if (isMadeUp(update)) return null;
      const chat = incoming?.target.chatId ?? event?.chatId ?? chatOf(update);
      return chat === null ? null : { key, chat: String(chat), update: update as unknown as Json };
    } catch (error) {
      logFailure(error, 'an update could not be read', { update: update.update_id });
      return null;
    }
  };

  const asksToStop = (update: Json): boolean => {
    const { message } = update as unknown as Update;
    const me = parts.me();
    const said = me === null || message === undefined ? null : textForBot(message, me, ownCommands);
    return said !== null && isStop(said);
  };

  /** Somebody sent what no button of this bot holds: no work is done for it. */
  const isMadeUp = ({ callback_query: query }: Update): boolean =>
    query?.message !== undefined &&
    callbacks.read(String(query.message.chat.id), query.data ?? '').kind === 'unknown';

  const take = async (updates: readonly Update[]): Promise<boolean> => {
    const accept = parts.accept();
    if (accept === null || stopping.aborted) return false;
    try {
      const received = updates.map(receive).filter((one) => one !== null);
      // The wish itself waits behind what it is to end.
      for (const { chat, update } of received) if (asksToStop(update)) await stops.ask(chat);
      if (received.length > 0) await accept('telegram', received);
    } catch (error) {
      logFailure(error, 'updates could not be stored; they will come again');
      return false;
    }
    for (const told of updates) {
      const { callback_query: query, inline_query: typed, update_id: update } = told;
      if (typed !== undefined) inline?.ask(typed);
      if (query === undefined) continue;
      const words = isMadeUp(told) ? { text: texts.oldButton, show_alert: true } : {};
      // Not awaited: the button's clock must not keep other chats waiting.
      api.answerCallbackQuery(query.id, words).catch((error: unknown) => {
        logFailure(error, 'a button could not be acknowledged', { update });
      });
    }
    return true;
  };

  return take;
}

function chatOf({ message, edited_message: edited, callback_query: query }: Update): number | null {
  return (message ?? edited ?? query?.message)?.chat.id ?? null;
}
