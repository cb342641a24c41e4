import { createHash, createHmac, createSecretKey, timingSafeEqual } from 'node:crypto';

/** What may stand in a button, in bytes of UTF-8. */
export const CALLBACK_BYTES = 64;
/** Of base64url: 48 bits, more than anybody guesses through a server that answers a few times a second. */
const SIGNATURE = 8;
const ID = 11;
/** Stands between what is signed and its signature: for the words themselves, and for the name of words that are kept elsewhere. */
const WORDS = '~';
const NAMED = '^';

/** What a button says that was pressed. */
export type Pressed =
  | { readonly kind: 'words'; readonly words: string }
  /** Words too long for a button, by the name under which they were kept. */
  | { readonly kind: 'named'; readonly id: string }
  /** Not made by this bot for this chat. */
  | { readonly kind: 'unknown' };

/** Signs what stands in buttons, so that nothing else is taken from them. Pure. */
export type CallbackSeal = {
  /** What stands in the button and, where the words are too long for that, the name under which they have to be kept. */
  readonly sign: (chat: string, words: string) => { readonly data: string; readonly keepAs: string | null };
  readonly read: (chat: string, data: string) => Pressed;
};

/**
 * What buttons of messages sent before they were signed may still ask for: what the documents say. Whoever makes one up learns what
 * anybody may read.
 */
const HARMLESS = /^\/(?:xem \d{1,9}(?:\.\d{1,9})?|vanban(?: \d{1,4})?|trogiup|help|start)$/;

/** The key is the bot's own: other bots' buttons, and those of a revoked token, are unknown. */
export function createCallbackSeal(token: string): CallbackSeal {
  const key = createSecretKey(createHmac('sha256', 'buttons below messages').update(token).digest());
  const signature = (chat: string, mark: string, signed: string) =>
    createHmac('sha256', key).update(`${chat}${mark}${signed}`).digest('base64url').slice(0, SIGNATURE);
  const seal = (chat: string, mark: string, signed: string) =>
    `${signed}${mark}${signature(chat, mark, signed)}`;

  return {
    sign(chat, words) {
      const data = seal(chat, WORDS, words);
      if (Buffer.byteLength(data, 'utf8') <= CALLBACK_BYTES) return { data, keepAs: null };
      const id = createHash('sha256').update(words).digest('base64url').slice(0, ID);
      return { data: seal(chat, NAMED, id), keepAs: id };
    },
    read(chat, data) {
      const mark = data.at(-SIGNATURE - 1) ?? '';
      const signed = data.slice(0, -SIGNATURE - 1);
      const isKnown = mark === WORDS || mark === NAMED;
      if (isKnown && isSame(data.slice(-SIGNATURE), signature(chat, mark, signed)))
        return mark === NAMED ? { kind: 'named', id: signed } : { kind: 'words', words: signed };
      return HARMLESS.test(data) ? { kind: 'words', words: data } : { kind: 'unknown' };
    },
  };
}

/** Takes as long whatever was given. */
function isSame(given: string, right: string): boolean {
  const [one, other] = [Buffer.from(given), Buffer.from(right)];
  return one.byteLength === other.byteLength && timingSafeEqual(one, other);
}
