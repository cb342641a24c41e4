import type { Json } from '../../../delivery/messenger.ts';
import type { Target } from '../receive/incoming.ts';
import type { Markup, OutgoingMessage, OutgoingText, OutgoingUpload } from '../render/outgoing.ts';

/** How one message goes out, apart from what it says. */
export type Way = {
  readonly threadId: number | undefined;
  readonly replyTo: number | undefined;
  /** Keeps clients from forwarding or saving it. */
  readonly protect: boolean;
  /** The bot's own message that it takes the place of. */
  readonly edits: number | undefined;
  /** Answers nothing: it is not tried where the bot is known to be shut out. */
  readonly isUnasked?: boolean;
  /** Nothing is said in its place where it fails: it says itself that something failed. */
  readonly isLast: boolean;
};

/** One message with its way, as it lies in the outbox. */
export type Stored = { readonly way: Way; readonly message: OutgoingMessage };

/** Messages in the order in which to send them; the first of them answers the person's own. */
export function toStored(
  target: Pick<Target, 'threadId' | 'replyTo'>,
  messages: readonly OutgoingMessage[],
  rest: Pick<Way, 'protect'> & Partial<Pick<Way, 'edits' | 'isLast' | 'isUnasked'>>,
): readonly Json[] {
  return messages.map((message, index) =>
    pack({
      way: {
        threadId: target.threadId,
        replyTo: index === 0 ? target.replyTo : undefined,
        protect: rest.protect,
        edits: index === 0 ? rest.edits : undefined,
        isLast: rest.isLast ?? false,
        isUnasked: rest.isUnasked ?? false,
      },
      message,
    }),
  );
}

/** Messages to be said in the place of another one that failed, the same way. */
export function insteadOf(way: Way, messages: readonly OutgoingText[]): readonly Json[] {
  return toStored(way, messages, { protect: way.protect, isLast: true });
}

function pack({ way, message }: Stored): Json {
  return {
    way: {
      protect: way.protect,
      isLast: way.isLast,
      ...(way.isUnasked === true ? { isUnasked: true } : {}),
      ...(way.threadId === undefined ? {} : { threadId: way.threadId }),
      ...(way.replyTo === undefined ? {} : { replyTo: way.replyTo }),
      ...(way.edits === undefined ? {} : { edits: way.edits }),
    },
    message: message.kind === 'text' ? packText(message) : packUpload(message),
  };
}

const packText = ({ kind, html, plain, markup }: OutgoingText): Json => ({
  kind,
  html,
  plain,
  markup: packMarkup(markup),
});

const packUpload = ({ kind, bytes, name, caption, instead, markup }: OutgoingUpload): Json => ({
  kind,
  bytes: Buffer.from(bytes).toString('base64'),
  name,
  caption,
  instead: instead.map(packText),
  markup: packMarkup(markup),
});

/** grammY's types are interfaces, which TypeScript does not take for JSON. */
const packMarkup = (markup: Markup | null): Json => (markup === null ? null : { ...markup }) as Json;

/** What `pack` made; it comes from the product's own table and nowhere else. */
export function unpack(stored: Json): Stored {
  const { way, message } = stored as unknown as {
    readonly way: Way;
    readonly message: OutgoingText | (Omit<OutgoingUpload, 'bytes'> & { readonly bytes: string });
  };
  if (message.kind === 'text') return { way, message };
  return { way, message: { ...message, bytes: Buffer.from(message.bytes, 'base64') } };
}
