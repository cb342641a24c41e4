import type { Api } from 'grammy';
import type { Json, SendOutcome } from '../../../delivery/messenger.ts';
import type { ChannelLog } from '../../channelLog.ts';
import type { ChatMemory } from '../chatMemory.ts';
import { NotSealed, type SealFor } from '../render/buttons.ts';
import { safeFailure } from './failures.ts';
import { outcomeOfChange, outcomeOfSend } from './outcome.ts';
import { changeMessage, sendMessage } from './send.ts';
import { unpack } from './stored.ts';

export type SendParts = {
  /** Repeats nothing by itself. */
  readonly api: Api;
  readonly token: string;
  readonly seal: SealFor;
  readonly memory: ChatMemory;
  readonly log: ChannelLog;
};

/** Groups and supergroups have negative ids. */
export const isGroup = (chat: string) => chat.startsWith('-');

/** Sends a message of the outbox, once. Never throws. */
export async function sendStored(
  { api, token, seal, memory, log }: SendParts,
  chat: string,
  message: Json,
): Promise<SendOutcome> {
  const stored = unpack(message);
  const { edits, isUnasked } = stored.way;
  if (isUnasked === true && (await memory.isShutOut(chat).catch(() => false))) return { kind: 'gone' };
  const chatId = Number(chat);
  if (!Number.isSafeInteger(chatId) || chatId === 0) return { kind: 'gone' };
  if (edits !== undefined) {
    try {
      const isChanged = await changeMessage(api, chatId, edits, stored.message, seal);
      if (isChanged) return { kind: 'sent', externalId: String(edits) };
    } catch (error) {
      if (error instanceof NotSealed) return { kind: 'unreached', failure: error.name };
      return outcomeOfChange(error, isGroup(chat), token);
    }
  }
  try {
    const sent = await sendMessage(api, chatId, stored, seal);
    void memory.noteVotes(String(sent.chatId), sent.messageId, stored.message);
    const moved = sent.chatId === chatId ? {} : { chat: String(sent.chatId) };
    return { kind: 'sent', externalId: String(sent.messageId), ...moved };
  } catch (error) {
    if (error instanceof NotSealed) return { kind: 'unreached', failure: error.name };
    const outcome = outcomeOfSend(error, stored, isGroup(chat), token);
    const isUpload = stored.message.kind !== 'text';
    if (isUpload && (outcome.kind === 'refused' || outcome.kind === 'unsure'))
      log.warn(
        { channel: 'telegram', ...safeFailure(error, token) },
        'an upload failed; its words were sent instead',
      );
    return outcome;
  }
}
