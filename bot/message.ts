import type { Citation } from '../domain/citation.ts';
import type { DocumentLine } from '../domain/documentLine.ts';

/** The faces a person can write from. */
export type ChannelName = 'terminal' | 'web' | 'telegram';

/** What a person sent, the same from every channel. */
export type Message = {
  readonly channel: ChannelName;
  /** The channel's own key of the chat, as a string (ids exceed 2^53). */
  readonly conversation: string;
  readonly text: string;
};

/** A word that begins with a slash: `/vanban`. */
export type Command = {
  /** Without the slash, in lower case. */
  readonly name: string;
  /** What it is for, as menus and the help say it; `null` for one that people are not told of. */
  readonly description: string | null;
};

/** `error` is a refusal of the input or a failure that was told kindly. */
export type Outcome = 'quoted' | 'not_found' | 'document' | 'help' | 'error';

/** Channel-neutral pieces of an answer, in the order in which they are shown. Text is plain, never markup. */
export type Block =
  /** `note` is said smaller (how sure the answer is), `warning` is set apart (not in force, press only). */
  | { readonly kind: 'text'; readonly text: string; readonly tone: 'plain' | 'note' | 'warning' }
  | {
      readonly kind: 'quote';
      /** Number of the source, from 1. */
      readonly index: number;
      readonly citation: Citation;
      /** `khoản 2 Điều 18 Nghị định 233/2026/NĐ-CP (hiệu lực từ 01/7/2026)`. */
      readonly label: string;
    }
  | { readonly kind: 'documents'; readonly documents: readonly DocumentLine[] }
  /** Short lines in order, such as the chapters and articles of a document. */
  | { readonly kind: 'list'; readonly items: readonly string[] };

/** Something to press. Pressing it is the same as sending `send`, which is at most 64 bytes of UTF-8. */
export type Choice = { readonly label: string; readonly send: string };

/** A reply while it is being built: any number of `progress` and `block`, then exactly one `done`. */
export type ReplyPart =
  | { readonly kind: 'progress'; readonly text: string }
  | { readonly kind: 'block'; readonly block: Block }
  | { readonly kind: 'done'; readonly outcome: Outcome; readonly choices: readonly Choice[] };

/** A whole reply, for channels that send one message. */
export type Reply = {
  readonly outcome: Outcome;
  readonly blocks: readonly Block[];
  readonly choices: readonly Choice[];
};

/** The one core behind every channel. It knows no channel, and never throws: failures are told as blocks. */
export type Respond = (message: Message) => AsyncIterable<ReplyPart>;

/** Waits for the whole reply. */
export async function collectReply(parts: AsyncIterable<ReplyPart>): Promise<Reply> {
  const blocks: Block[] = [];
  for await (const part of parts) {
    if (part.kind === 'block') blocks.push(part.block);
    if (part.kind === 'done') return { outcome: part.outcome, blocks, choices: part.choices };
  }
  throw new Error('collectReply: the reply ended without a "done" part');
}
