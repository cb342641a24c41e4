import type { Api } from 'grammy';
import type { InlineQuery, InlineQueryResultArticle } from 'grammy/types';
import type { Share, Shareable } from '../../../shareable.ts';
import { join, plain, wrap } from '../../richText.ts';
import { shortenLine } from '../../shortenLine.ts';
import { splitRichText } from '../../split.ts';
import type { WordBlock } from '../../stackBlocks.ts';
import { renderBlocks } from '../render/blocks.ts';
import { toHtml } from '../render/html.ts';
import { isRefused } from '../send/failures.ts';
import { texts } from '../texts.ts';

const MOST_RESULTS = 10;
/** The server gives the same results to everybody who asks the same for so long. */
const CACHE_SECONDS = 300;
/** Below the 4,096 of a message, for the words that it is cut. */
const LONGEST = 3900;
const TITLE_LIMIT = 120;
const DESCRIPTION_LIMIT = 160;
/** Words are looked for in so many queries at a time; chats come first. */
const AT_ONCE = 2;
/** Who wait beyond this are left without an answer: they type on, and ask again. */
const MOST_WAITING = 100;

export type Inline = {
  /** Answers a query soon, unless the person has typed on meanwhile. Never throws. */
  readonly ask: (query: InlineQuery) => void;
};

export type InlineOptions = {
  readonly api: Api;
  readonly share: Share;
  readonly onError: (error: unknown) => void;
  readonly stopping: AbortSignal;
};

/**
 * Inline mode: what somebody types behind the bot's name in any chat is looked for in the documents, and in nothing else. It passes
 * neither inbox nor outbox: a query that is lost is typed again.
 */
export function createInline({ api, share, onError, stopping }: InlineOptions): Inline {
  /** The latest of each person, whoever asked first in front. */
  const waiting = new Map<number, InlineQuery>();
  let working = 0;

  const answer = async ({ id, query, offset }: InlineQuery): Promise<void> => {
    // All that there is came with the first page.
    const found = offset === '' ? await share(query) : [];
    await api.answerInlineQuery(id, found.slice(0, MOST_RESULTS).map(toResult), {
      cache_time: CACHE_SECONDS,
      is_personal: false,
      button: { text: texts.askInPrivate, start_parameter: START_PARAMETER },
    });
  };

  const workOn = async (): Promise<void> => {
    working += 1;
    try {
      for (const [person, query] of waiting) {
        if (stopping.aborted) return;
        waiting.delete(person);
        await answer(query).catch((error: unknown) => {
          // Who types on does not wait for it either.
          if (!isRefused(error) || !/query is too old/i.test(error.description)) onError(error);
        });
      }
    } finally {
      working -= 1;
    }
  };

  return {
    ask(query) {
      if (!waiting.has(query.from.id) && waiting.size >= MOST_WAITING) return;
      waiting.set(query.from.id, query);
      if (working < AT_ONCE) void workOn();
    },
  };
}

/** Opens the private chat with a greeting. */
const START_PARAMETER = 'hoi';

function toResult(one: Shareable, index: number): InlineQueryResultArticle {
  return {
    type: 'article',
    id: String(index),
    title: shortenLine(one.title, TITLE_LIMIT),
    description: shortenLine(one.description, DESCRIPTION_LIMIT),
    input_message_content: {
      message_text: messageOf(one),
      parse_mode: 'HTML',
      link_preview_options: { is_disabled: true },
    },
  };
}

/** One message; what does not fit is left out, and that is said. */
function messageOf({ blocks }: Shareable): string {
  const words = blocks.filter(
    (block): block is WordBlock => block.kind !== 'picture' && block.kind !== 'file',
  );
  const [first = plain(texts.nothingToShow), ...rest] = splitRichText(renderBlocks(words), LONGEST);
  if (rest.length === 0) return toHtml(first);
  return toHtml(join([first, wrap('italic', plain(texts.cutHere))], '\n\n'));
}
