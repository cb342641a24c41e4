import type { ModelAnswers } from '../answer/model/service.ts';
import type { ReadMedia } from '../answer/tasks/mediaCall.ts';
import type { Account, ChannelKey } from '../domain/account.ts';
import type { IsoDate } from '../domain/day.ts';
import type { Uploads } from '../ingest/uploads/uploads.ts';
import type { Searcher } from '../retrieve/searcher.ts';
import type { Database } from '../store/database.ts';
import type { Arrival } from '../store/messages/arrival.ts';
import type { Intent, IntentKind } from './intents/intent.ts';
import type { Command, Message, Reply, ReplyPart } from './message.ts';

/** Makes a question of what is no text. Both may throw a `KnownError`. */
export type Hearing = {
  /** What the service is sent does not leave the house. */
  readonly isLocal: boolean;
  /** `null` where nothing is configured that could listen. */
  readonly transcribe: ReadMedia | null;
  /** The words of a photo, read by the service; `null` where none is configured that could. */
  readonly look: ReadMedia | null;
  /** The words of a photo, read on this machine in a process of its own. */
  readonly readPhoto: (photo: Uint8Array, fileName: string) => Promise<string>;
};

/** What features may touch. */
export type Services = {
  readonly database: Database;
  readonly search: Searcher;
  /** The calendar day in Vietnam. */
  readonly today: () => IsoDate;
  readonly now: () => Date;
  /** The commands that this person may use. */
  readonly commands: readonly Command[];
  /** Who asks, as the channel verified it; `null` for a stranger. */
  readonly account: Account | null;
  /** What was read when the message came in; left out: it is read where it is needed. */
  readonly arrival?: Arrival;
  /** Tells another channel's person a sentence: at once where the channel can, else with their next answer. */
  readonly tell: (to: ChannelKey, text: string) => Promise<void>;
  /** Forgets what a person's chats said and the inbox refused; left out where nothing is put aside. */
  readonly forgetRefused?: (person: readonly ChannelKey[]) => void;
  /** Takes files in; left out where nothing works on them. */
  readonly uploads?: Pick<Uploads, 'receive'>;
  /** Counts questions to the documents and takes votes on answers; left out where staff would never see them. */
  readonly feedback?: boolean;
  /** Makes words of recordings and photos; left out where files are only for admins. */
  readonly hearing?: Hearing;
  /** Puts answers into words; left out where there is no model, and answers are quoted. */
  readonly model?: ModelAnswers;
};

type Named = {
  readonly name: string;
  readonly commands: readonly Command[];
  /** Only for admins and who looks after units, in private chats. */
  readonly officeOnly?: boolean;
};

/** Answers a command, or any text that nothing else answers. */
export type CommandFeature = Named & {
  /** The reply, in parts, ending with `done`. May throw a `KnownError`, which the core tells kindly. */
  readonly reply: (message: Message, services: Services) => AsyncIterable<ReplyPart>;
};

/** Answers wishes that were recognised in a command or a sentence. */
export type IntentFeature = Named & {
  readonly intents: readonly IntentKind[];
  /** Speaks of records or accounts: in a group a private chat is offered instead. */
  readonly personal: boolean;
  /** Only for who looks after units. A sentence of anybody else is a question to the documents. */
  readonly staffOnly?: boolean;
  /** Only for admins, in private chats. A sentence of anybody else is a question to the documents. */
  readonly adminOnly?: boolean;
  readonly answer: (intent: Intent, message: Message, services: Services) => AsyncIterable<ReplyPart>;
};

/** One thing a person can do. */
export type Feature = CommandFeature | IntentFeature;

/** The word of a command (`/vanban` of `/vanban 3`) and what follows it, or `null` for free text. */
export function command(text: string): { readonly name: string; readonly rest: string } | null {
  const match = /^\s*\/([a-z_]+)(?:\s+([\s\S]*))?$/i.exec(text);
  return match === null ? null : { name: (match[1] ?? '').toLowerCase(), rest: (match[2] ?? '').trim() };
}

/** Turns a whole reply into its parts. */
export async function* parts(reply: Reply): AsyncGenerator<ReplyPart> {
  const { blocks, ...end } = reply;
  for (const block of blocks) yield { kind: 'block', block };
  yield { kind: 'done', ...end };
}
