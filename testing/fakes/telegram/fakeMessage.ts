import type { User } from 'grammy/types';

export type FakeChat =
  | { readonly id: number; readonly type: 'private'; readonly first_name: string }
  | { readonly id: number; readonly type: 'group'; readonly title: string }
  | { readonly id: number; readonly type: 'supergroup'; readonly title: string; readonly is_forum?: true };

/** A message as the fake keeps it: what the tests look at, and what updates are made of. */
export type FakeMessage = {
  readonly message_id: number;
  readonly chat: FakeChat;
  readonly from: User;
  /** In seconds, as the wire has it. */
  readonly date: number;
  readonly editedAt: number | null;
  /** The caption, where there is an upload. */
  readonly text: string;
  readonly entities: readonly FakeEntity[];
  /** The rows of `keyboard` in one; `data` is empty where a button does something else than tell the bot. */
  readonly buttons: readonly { readonly text: string; readonly data: string }[];
  readonly keyboard: readonly (readonly FakeButton[])[];
  /** Keys in place of the letters, `removed` where the message takes them away; `null` where it leaves them. */
  readonly replyKeyboard:
    | readonly { readonly text: string; readonly asksForPhone: boolean }[]
    | 'removed'
    | null;
  readonly upload: FakeUpload | null;
  readonly fileId: string | null;
  /** Cannot be forwarded or saved. */
  readonly isProtected: boolean;
  readonly reactions: readonly { readonly by: number; readonly emoji: string }[];
  /** Everything else that the wire carries: the message replied to, a topic, a contact, a service message. */
  readonly extra: OtherContent;
  /** Of the update that told the bot last; `null` where none did. */
  readonly updateId: number | null;
};

export type NewMessage = Pick<FakeMessage, 'chat'> & Partial<Omit<FakeMessage, 'from' | 'date'>>;

/** Attachments and other oddities, as fields of a message: `{ photo: [...] }`. */
export type OtherContent = Readonly<Record<string, unknown>>;

export type SayOptions = {
  /** A group instead of the private chat. */
  readonly in?: FakeChat;
  readonly replyTo?: FakeMessage;
  /** Of a forum, by the id that `opensTopic` gave. */
  readonly topic?: number;
  /** Whose words they were. */
  readonly forwardedFrom?: User;
};

/** A file that a person sends: as a document, or as a photo, which carries no name. */
export type SentFile = {
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly asPhoto?: boolean;
  /** In bytes, where it is told to be another one than it is. */
  readonly size?: number;
};

/** A file that lies on the server. */
export type StoredFile = { readonly path: string; readonly bytes: Uint8Array; readonly size: number };

export type FakeUpload = {
  readonly kind: 'photo' | 'document';
  readonly name: string;
  readonly bytes: Buffer;
};

export type FakeEntity = {
  readonly type: string;
  readonly offset: number;
  readonly length: number;
  readonly url?: string;
};

/** A button under a message, as the bot wrote it. */
export type FakeButton = Readonly<Record<string, unknown>> & { readonly text: string };

/** A message that the bot is writing, before it is sent. */
export type FakeDraft = {
  readonly id: number;
  readonly text: string;
  readonly entities: readonly FakeEntity[];
  /** By `performance.now()`: a draft that is not renewed goes away. */
  readonly until: number;
};

/** What the bot told the one who pressed a button. */
export type CallbackAnswer = { readonly text: string; readonly isAlert: boolean };

export type InlineAnswer = {
  readonly from: User;
  readonly query: string;
  readonly results: readonly OtherContent[];
};
