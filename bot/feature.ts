import type { IsoDate } from '../domain/directive.ts';
import type { Database } from '../store/database.ts';
import type { Command, Message, Reply, ReplyPart } from './message.ts';

/** What features may touch. */
export type Services = {
  readonly database: Database;
  /** The calendar day in Vietnam. */
  readonly today: () => IsoDate;
  /** The commands of all features. */
  readonly commands: readonly Command[];
};

/** One thing a person can do. A command goes to the feature that carries it, any other text is a question. */
export type Feature = {
  readonly name: string;
  readonly commands: readonly Command[];
  /** The reply, in parts, ending with `done`. May throw a `KnownError`, which the core tells kindly. */
  readonly reply: (message: Message, services: Services) => AsyncIterable<ReplyPart>;
};

/** The word of a command (`/vanban` of `/vanban 3`) and what follows it, or `null` for free text. */
export function command(text: string): { readonly name: string; readonly rest: string } | null {
  const match = /^\s*\/([a-z_]+)(?:\s+([\s\S]*))?$/i.exec(text);
  return match === null ? null : { name: (match[1] ?? '').toLowerCase(), rest: (match[2] ?? '').trim() };
}

/** Turns a whole reply into its parts. */
export async function* parts(reply: Reply): AsyncGenerator<ReplyPart> {
  for (const block of reply.blocks) yield { kind: 'block', block };
  yield { kind: 'done', outcome: reply.outcome, choices: reply.choices };
}
