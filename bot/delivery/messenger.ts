import type { AskedTurn } from '../../store/answers/turns.ts';

/** The messengers whose messages go through the inbox and the outbox. */
export type MessengerName = 'telegram' | 'zalo-bot' | 'zalo-oa';

/** Anything that JSON can say, so that it outlives the process. */
export type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json };

/** What a messenger tells of, as it goes into the inbox. */
export type ReceivedUpdate = {
  /** The messenger's own key of the update: the same one when it is told again. */
  readonly key: string;
  /** The chat whose answers keep their order. Ids as strings: they exceed 2^53. */
  readonly chat: string;
  /** The update as it came, to be read again when it is worked on. */
  readonly update: Json;
};

/** What a send came to. */
export type SendOutcome =
  /** `chat`: where a group has become a supergroup, its new key. */
  | { readonly kind: 'sent'; readonly externalId: string | null; readonly chat?: string }
  /** The server did nothing with it and is to be left alone for that long: this chat, or all of them. `null`: it did not say how long. */
  | { readonly kind: 'wait'; readonly seconds: number | null; readonly whom: 'chat' | 'channel' }
  /** It certainly did not arrive and may later: the server was never reached, a token is being renewed. */
  | {
      readonly kind: 'unreached';
      readonly failure: string;
      /** So often at most, where it may be this message that fails: its chat waits behind it. Left out: for a day. */
      readonly mostTries?: number;
    }
  /** It may have arrived; it is not said twice. `instead` is said after it, in words that fit both. */
  | { readonly kind: 'unsure'; readonly failure: string; readonly instead?: readonly Json[] }
  /** It will never be taken; `instead` is said in its place. */
  | { readonly kind: 'refused'; readonly failure: string; readonly instead: readonly Json[] }
  /** The person blocked the bot, or it was removed: nothing in this chat will arrive. */
  | { readonly kind: 'gone' };

/** Allowances of a messenger, shared by all processes through the database. Messages in a time, by a moving window. */
export type SendLimits = {
  /** All chats together. */
  readonly channel: SendLimit;
  readonly chat: SendLimit;
  /** Chats that `isGroup` names. */
  readonly group: SendLimit;
};
export type SendLimit = { readonly messages: number; readonly perSeconds: number };

/**
 * A messenger behind inbox and outbox. `compose` and `send` are called for one chat at a time, different chats side by side;
 * whatever they answer is committed before the next step is taken.
 */
export type Messenger = {
  readonly name: MessengerName;
  /**
   * Works an update out into the messages to send, in order, each one call to the server and at most one message to a person;
   * `[]` where silence is right. Throws where it may work at another try. May show what passes (typing, a draft).
   */
  readonly compose: (received: ReceivedUpdate, context: ComposeContext) => Promise<readonly Json[]>;
  /** What is said when an update failed at every try. */
  readonly apology: (received: ReceivedUpdate) => readonly Json[];
  /** Words of the product's own as messages, for a notice that answers nothing. */
  readonly say: (text: string) => readonly Json[];
  /** Until when a message may be sent that the person did not ask for, by when they last wrote; left out: at any time. */
  readonly openUntil?: (lastReceived: Date | null) => Date | null;
  /** Sends one message. Never throws. */
  readonly send: (chat: string, message: Json, stopping: AbortSignal) => Promise<SendOutcome>;
  /** Whether it can work: its server was reached once. While it cannot, its chats wait or are another process's. Left out: always. */
  readonly isReady?: () => boolean;
  /** What the log may hold of an error that `compose` threw: no secret, no words of a chat. Left out: its name and code. */
  readonly safeFailure?: (error: unknown) => { readonly failure: string };
  readonly limits: SendLimits;
  readonly isGroup: (chat: string) => boolean;
};

export type ComposeContext = {
  /** From 1; more than 1 where an earlier try failed or its process ended. */
  readonly attempt: number;
  /** Ends what may be given up: it is worked on again at the next start. */
  readonly stopping: AbortSignal;
  /** Tells that the answer speaks of a record: it is said only as long as that link stands. */
  readonly speaksOf?: (owner: RecordOwner | null) => void;
  /** Keeps what was asked together with the answer, both or neither. */
  readonly keepTurn?: (turn: AskedTurn) => void;
};

/** An account, and the channel's key of the person who is linked to it. */
export type RecordOwner = { readonly account: string; readonly key: string };

/** Takes updates over durably: once it has resolved they will be answered, whatever becomes of this process. Known keys are left out. */
export type AcceptUpdates = (channel: MessengerName, updates: readonly ReceivedUpdate[]) => Promise<void>;
