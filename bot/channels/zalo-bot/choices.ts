import { z } from 'zod';
import type { Database } from '../../../store/database.ts';
import { keepNote, readNote } from '../../../store/messages/chatNotes.ts';
import { fold } from '../../../vietnamese/text.ts';
import type { Choice } from '../../message.ts';
import { shortenLine } from '../shortenLine.ts';
import { texts } from './texts.ts';

/** More in one message are not read. */
const MOST_CHOICES = 30;
const LABEL_LIMIT = 150;
const KEPT_SECONDS = 15 * 60;
const NOTE = 'choices';

/** What a number means in a chat: there are no buttons. */
export type ChosenByNumber =
  /** Stands for this text. */
  | { readonly kind: 'chosen'; readonly send: string }
  /** There is no such number. */
  | { readonly kind: 'none'; readonly count: number }
  | { readonly kind: 'expired' };

export type RememberedChoices = {
  /** Choices of the last reply that had any. */
  readonly remember: (chat: string, choices: readonly Choice[]) => Promise<void>;
  /** `null` when the text is no number, or nothing was offered in this chat of late. */
  readonly read: (chat: string, text: string) => Promise<ChosenByNumber | null>;
};

const offer = z.object({ sends: z.array(z.string()), until: z.number() });

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

/** Remembers what was offered in each chat, for 15 minutes. `now` in milliseconds. */
export function rememberChoices(database: Database, now: () => number): RememberedChoices {
  const placeOf = (chat: string) => ({ channel: 'zalo-bot', chat });
  return {
    async remember(chat, choices) {
      const sends = shownChoices(choices).map(({ send }) => send);
      if (sends.length === 0) return;
      const content: z.infer<typeof offer> = { sends, until: now() + KEPT_SECONDS * 1000 };
      await keepNote(database, placeOf(chat), NOTE, content, KEPT_SECONDS);
    },
    async read(chat, text) {
      const number = numberIn(text);
      const note = number === null ? null : await readNote(database, placeOf(chat), NOTE);
      if (number === null || note === null) return null;
      const offered = offer.parse(note.content);
      if (note.expired || now() >= offered.until) return { kind: 'expired' };
      const send = offered.sends[number - 1];
      return send === undefined ? { kind: 'none', count: offered.sends.length } : { kind: 'chosen', send };
    },
  };
}

/** The number in `2`, `2.`, `số 2`, `chọn 2`, `câu số 2`; `null` where a text is anything else. */
export function numberIn(text: string): number | null {
  const [, digits] =
    /^(?:(?:toi |em )?chon )?(?:(?:cau|muc|phan) )?(?:so )?(\d{1,2})[.)]?$/.exec(fold(text).trim()) ?? [];
  return digits === undefined ? null : Number(digits);
}
