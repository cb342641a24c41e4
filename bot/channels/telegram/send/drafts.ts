import { type Api, GrammyError } from 'grammy';
import { LRUCache } from 'lru-cache';
import type { ReplyPart } from '../../../message.ts';
import { type Recurring, recurring } from '../../recurring.ts';
import { join, plain, wrap } from '../../richText.ts';
import type { WordBlock } from '../../stackBlocks.ts';
import type { Target } from '../receive/incoming.ts';
import { renderBlocks } from '../render/blocks.ts';
import { toMessages } from '../render/outgoing.ts';
import { askedToWait, isShutOut } from './failures.ts';
import { asGrammySignal } from './send.ts';

/** How answers are shown while they grow. */
export type DraftPace = {
  /** An answer that is there sooner is only sent. */
  readonly draftAfterMs: number;
  readonly draftEveryMs: number;
};

export type Drafts = {
  /** Shows what `work` tells to be there so far, in a private chat. The answer itself is to be sent all the same. */
  readonly during: <Result>(
    growing: {
      readonly target: Target;
      readonly isPrivate: boolean;
      /** The key of the update that is answered. */
      readonly update: string;
    },
    stopping: AbortSignal,
    work: (seen: (part: ReplyPart) => void) => Promise<Result>,
  ) => Promise<Result>;
};

/** Telegram shows a draft for half a minute. */
const RENEW_MS = 20_000;
const PATIENCE_MS = 2000;
const LONGEST_MS = 300_000;
const HOUR_MS = 3_600_000;
const MOST_CHATS = 1000;
const MOST_IDS = 2 ** 31 - 1;

/** Drafts by `sendMessageDraft`; where the server lacks it, or a chat refuses it, nothing is shown but that the bot is typing. */
export function createDrafts(api: Api, { draftAfterMs, draftEveryMs }: DraftPace): Drafts {
  let lackingUntil = 0;
  const unwilling = new LRUCache<number, true>({ max: MOST_CHATS, ttl: HOUR_MS });

  /** Seconds that the server asks to wait, if it does. */
  const show = async (target: Target, id: number, html: string): Promise<number> => {
    const { chatId, threadId } = target;
    const thread = threadId === undefined ? {} : { message_thread_id: threadId };
    const patience = asGrammySignal(AbortSignal.timeout(PATIENCE_MS));
    try {
      await api.sendMessageDraft(chatId, id, html, { parse_mode: 'HTML', ...thread }, patience);
    } catch (error) {
      const status = error instanceof GrammyError ? error.error_code : 0;
      if (status === 404) lackingUntil = performance.now() + HOUR_MS;
      else if (status === 400 || isShutOut(error)) unwilling.set(chatId, true);
      return askedToWait(error) ?? 0;
    }
    return 0;
  };
  const isOpen = ({ chatId }: Target) => performance.now() >= lackingUntil && !unwilling.has(chatId);

  const showWhileGrowing = (
    target: Target,
    id: number,
    grown: () => string,
    stopping: AbortSignal,
  ): Recurring => {
    // Whoever waits for the answer may have given it up long before it is there.
    const until = performance.now() + LONGEST_MS;
    const goesOn = () => !stopping.aborted && performance.now() < until && isOpen(target);
    let shown = '';
    let renewAt = 0;
    return recurring(draftAfterMs, async () => {
      if (!goesOn()) return null;
      const html = grown();
      if (html === '' || (html === shown && performance.now() < renewAt)) return draftEveryMs;
      const askedMs = 1000 * (await show(target, id, html));
      shown = html;
      renewAt = performance.now() + RENEW_MS;
      return goesOn() ? Math.max(draftEveryMs, askedMs) : null;
    });
  };

  return {
    async during({ target, isPrivate, update }, stopping, work) {
      if (!isPrivate || !isOpen(target)) return work(() => undefined);
      const growing = createGrowing();
      const showing = showWhileGrowing(target, draftId(update), growing.html, stopping);
      try {
        return await work(growing.add);
      } finally {
        // One that is under way must not come after the answer.
        await showing.end();
      }
    },
  };
}

/** What is there of a reply. */
function createGrowing() {
  let progress = '';
  let draft = '';
  let blocks: readonly WordBlock[] | null = [];
  return {
    add(part: ReplyPart) {
      if (part.kind === 'progress' && part.isDraft === true) draft = part.text;
      else if (part.kind === 'progress') progress = part.text;
      if (part.kind !== 'block') return;
      const { block } = part;
      // A draft cannot be kept from being copied: nothing that may be of a record stands in one.
      const isPublic = block.kind === 'text' || block.kind === 'quote' || block.kind === 'documents';
      blocks = blocks === null || !isPublic ? null : [...blocks, block];
    },
    html(): string {
      const isOfDocuments = blocks?.some(({ kind }) => kind !== 'text') === true;
      const words = join(
        [
          isOfDocuments ? renderBlocks(blocks ?? []) : plain(blocks === null ? '' : draft),
          wrap('italic', plain(progress)),
        ],
        '\n\n',
      );
      return toMessages(words)[0]?.html ?? '';
    },
  };
}

/** The number of the update is the number of the draft: the same when it is worked on again, and never zero. */
function draftId(update: string): number {
  const number = Number(/\d+$/.exec(update)?.[0] ?? 0);
  return (number % MOST_IDS) + 1;
}
