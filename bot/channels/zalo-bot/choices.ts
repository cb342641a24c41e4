import { fold } from '../../../vietnamese/text.ts';
import type { Choice } from '../../message.ts';
import { shortenLine } from '../shortenLine.ts';
import { texts } from './texts.ts';

/** More in one message are not read. */
const MOST_CHOICES = 30;
const LABEL_LIMIT = 150;
const KEPT_MS = 15 * 60_000;
const MOST_CHATS = 5000;

/** What a number means in a chat: there are no buttons. */
export type ChosenByNumber =
  /** Stands for this text. */
  | { readonly kind: 'chosen'; readonly send: string }
  /** There is no such number. */
  | { readonly kind: 'none'; readonly count: number }
  | { readonly kind: 'expired' };

export type RememberedChoices = {
  /** Choices of the last reply that had any. */
  readonly remember: (chat: string, choices: readonly Choice[]) => void;
  /** `null` when the text is no number, or nothing was ever offered in this chat. */
  readonly read: (chat: string, text: string) => ChosenByNumber | null;
};

type Offer = { readonly sends: readonly string[]; readonly until: number };

/** The choices as they are numbered and shown. */
export function shownChoices(choices: readonly Choice[]): readonly Choice[] {
  return choices
    .map((choice) => ({ ...choice, label: shortenLine(choice.label, LABEL_LIMIT) }))
    .filter(({ label, send }) => label !== '' && send !== '')
    .slice(0, MOST_CHOICES);
}

/** `1. Tôi đồng ý`, …, and how to answer; empty where there is nothing to choose. */
export function choiceLines(choices: readonly Choice[]): string {
  const shown = shownChoices(choices);
  if (shown.length === 0) return '';
  const lines = shown.map(({ label }, index) => `${index + 1}. ${label}`);
  return [texts.chooseNext, ...lines, texts.answerWith(shown.length)].join('\n');
}

/** Remembers in memory what was offered in each chat, for 15 minutes. `now` in milliseconds. */
export function rememberChoices(now: () => number): RememberedChoices {
  const offers = new Map<string, Offer>();
  return {
    remember(chat, choices) {
      const sends = shownChoices(choices).map(({ send }) => send);
      if (sends.length === 0) return;
      // To the end: what stands first is the longest ago.
      offers.delete(chat);
      offers.set(chat, { sends, until: now() + KEPT_MS });
      if (offers.size > MOST_CHATS) for (const oldest of offers.keys().take(1)) offers.delete(oldest);
    },
    read(chat, text) {
      const number = numberIn(text);
      const offer = offers.get(chat);
      if (number === null || offer === undefined) return null;
      if (now() >= offer.until) {
        // What was offered may name a record: it is not kept.
        offers.set(chat, { sends: [], until: 0 });
        return { kind: 'expired' };
      }
      const send = offer.sends[number - 1];
      return send === undefined ? { kind: 'none', count: offer.sends.length } : { kind: 'chosen', send };
    },
  };
}

/** The number in `2`, `2.`, `số 2`, `chọn 2`, `câu số 2`; `null` where a text is anything else. */
export function numberIn(text: string): number | null {
  const [, digits] =
    /^(?:(?:toi |em )?chon )?(?:(?:cau|muc|phan) )?(?:so )?(\d{1,2})[.)]?$/.exec(fold(text).trim()) ?? [];
  return digits === undefined ? null : Number(digits);
}
