import { z } from 'zod';

/** What a person does with the phone in hand. `message` is the key of a bubble. */
export const deed = z.discriminatedUnion('do', [
  z.object({ do: z.literal('say'), text: z.string().min(1).max(4096) }),
  z.object({ do: z.literal('press'), message: z.string(), row: z.number().int(), column: z.number().int() }),
  z.object({ do: z.literal('share-phone') }),
  z.object({ do: z.literal('edit'), message: z.string(), text: z.string().min(1).max(4096) }),
  z.object({ do: z.literal('react'), message: z.string(), emoji: z.string().nullable() }),
  z.object({
    do: z.literal('send'),
    kind: z.enum(['voice', 'sticker', 'unsupported', 'follow', 'share-info']),
  }),
  z.object({ do: z.literal('block'), blocked: z.boolean() }),
  z.object({ do: z.literal('ask-inline'), query: z.string().max(256) }),
  z.object({ do: z.literal('choose-inline'), result: z.string() }),
]);

export type Deed = z.infer<typeof deed>;

export type SentFile = { readonly name: string; readonly bytes: Buffer; readonly isPicture: boolean };

/** A button under a message. `press` tells the bot; the others do something on the phone alone. */
export type Button = { readonly label: string } & (
  | { readonly kind: 'press' }
  | { readonly kind: 'link'; readonly url: string }
  | { readonly kind: 'copy'; readonly text: string }
  | { readonly kind: 'write'; readonly text: string }
  | { readonly kind: 'other' }
);

export type Bubble = {
  readonly key: string;
  readonly side: 'own' | 'other' | 'bot' | 'service';
  /** Who wrote it, where several may. */
  readonly name: string | null;
  /** The words as safe HTML. */
  readonly words: string;
  /** The beginning of the message that it answers, or whose words are passed on. */
  readonly above: string | null;
  readonly picture: string | null;
  readonly file: { readonly url: string; readonly name: string; readonly bytes: number } | null;
  readonly marks: readonly string[];
  readonly time: string;
  /** Of a person's message: whether the bot has it. */
  readonly state: 'waiting' | 'received' | 'unheard' | null;
  readonly buttons: readonly (readonly Button[])[];
  readonly reactions: readonly string[];
  /** It is still being written. */
  readonly isDraft: boolean;
  readonly canEdit: boolean;
  readonly canReact: boolean;
};

/** A chat as its screen shows it. */
export type Screen = {
  readonly bubbles: readonly Bubble[];
  readonly isTyping: boolean;
  readonly keys: readonly { readonly label: string; readonly asksForPhone: boolean }[];
  readonly commands: readonly { readonly command: string; readonly description: string }[];
  readonly isBlocked: boolean;
  readonly canBlock: boolean;
  readonly placeholder: string;
  /** The last thing that the bot told at the press of a button. */
  readonly notice: { readonly key: string; readonly text: string; readonly isAlert: boolean } | null;
  readonly inline: readonly { readonly id: string; readonly title: string; readonly line: string }[];
};

export type Call = { readonly method: string; readonly line: string; readonly code: number };

/** One app on one phone, whoever holds it. Names of people and chats are keys. */
export type Phone = {
  readonly id: string;
  readonly app: string;
  readonly people: readonly { readonly key: string; readonly name: string }[];
  readonly chats: readonly { readonly key: string; readonly title: string }[];
  /** What can be sent besides words and files. */
  readonly sends: readonly (Deed & { readonly do: 'send' })['kind'][];
  /** Files other than pictures can be sent. */
  readonly takesFiles: boolean;
  readonly screen: (person: string, chat: string) => Screen;
  /** Throws where the app offers no such thing. */
  readonly act: (person: string, chat: string, what: Deed) => void;
  readonly sendFile: (person: string, chat: string, file: SentFile) => void;
  readonly file: (key: string) => { readonly bytes: Uint8Array } | null;
  /** The product takes updates in. */
  readonly isConnected: () => boolean;
  /** Calls that the app's server does not allow. */
  readonly problems: () => readonly string[];
  readonly calls: () => readonly Call[];
  readonly onChange: (tell: () => void) => void;
};

/** The time of day in Vietnam. */
export function clockTime(milliseconds: number): string {
  return new Intl.DateTimeFormat('vi-VN', {
    hour: '2-digit',
    minute: '2-digit',
    timeZone: 'Asia/Ho_Chi_Minh',
  }).format(milliseconds);
}
