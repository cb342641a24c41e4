import type { Reason } from '../answer/reason.ts';
import type { Citation } from '../domain/citation.ts';
import type { DocumentLine } from '../domain/documentLine.ts';
import type { AskedTurn } from '../store/answers/turns.ts';
import type { UploadOrigin } from './uploads/origin.ts';

/** The faces a person can write from. */
export type ChannelName = 'terminal' | 'web' | 'telegram' | 'zalo-bot' | 'zalo-oa';

/** What a person sent, the same from every channel. */
export type Message = {
  readonly channel: ChannelName;
  /** The channel's own key of the chat, as a string (ids exceed 2^53). */
  readonly conversation: string;
  /**
   * The channel's own key of the person, verified by the channel (Telegram, Zalo: the id in `from`; web: the hash of the
   * session's secret; terminal: drawn for the session). `null` where nobody can be told apart. Whose record is read
   * follows from this and from nothing else.
   */
  readonly sender: string | null;
  /** Nobody but the sender reads the answer. A record is shown in no other place. */
  readonly isPrivate: boolean;
  readonly text: string;
  /** A phone number that the channel vouches for as the sender's own, digits with the country code: `84912345678`. */
  readonly ownPhone?: string;
  /** Words of the product's own message that this one replies to, where the channel shows which. */
  readonly repliesTo?: string;
  /** What came with it, or is all of it. */
  readonly file?: AttachedFile;
  /** Aborted when nobody waits for the reply any more; what costs money need not go on. */
  readonly stopping?: AbortSignal;
  /** Where the channel stores its answers: keeps what was asked together with the answer. Left out, it is kept by itself. */
  readonly keepTurn?: (turn: AskedTurn) => void;
};

/** A file that somebody sent, still where the channel keeps it. */
export type AttachedFile = {
  readonly name: string;
  /** Fetches it whole. Throws a `KnownError` where that cannot be. */
  readonly load: () => Promise<Uint8Array>;
  readonly origin: UploadOrigin;
  /** Sent where questions are asked and documents are not: a photo is a question whoever sends it. */
  readonly isQuestion?: boolean;
};

/** A word that begins with a slash: `/vanban`. */
export type Command = {
  /** Without the slash, in lower case. */
  readonly name: string;
  /** What it is for, as menus and the help say it; `null` for one that people are not told of. */
  readonly description: string | null;
};

/** `error` is a refusal of the input or a failure that was told kindly; `record` speaks of people's records. */
export type Outcome = 'quoted' | 'not_found' | 'document' | 'help' | 'record' | 'error';

/** One requirement beside a person's record. All words are Vietnamese and ready to show. */
export type FindingBlock = {
  readonly kind: 'finding';
  readonly status: 'met' | 'missing' | 'unknown';
  /** `Trung cấp lý luận chính trị trở lên`. */
  readonly title: string;
  /** Whom it binds and why this person: `Chức danh đang giữ: Chủ tịch UBND xã`. */
  readonly basis: string;
  readonly reason: string;
  /** The line of the record: `Sơ cấp lý luận chính trị, cấp 12/2019`; `null` where the record is silent. */
  readonly fact: string | null;
  /** `Còn hạn đến 01/3/2027`, `Đã quá hạn từ …`, `Phải học lại trước …`; `null` where there is none. */
  readonly due: string | null;
  /** What would settle an unknown one: short sentences. */
  readonly settledBy: readonly string[];
  readonly nextStep: string | null;
  /** `khoản 1 Điều 12 Quyết định 915/2026/QĐ-UBND (hiệu lực từ 01/4/2026)`. */
  readonly label: string;
  /** The words of the provision, verbatim. */
  readonly quote: string;
  /** To open the provision; `null` where its document is not stored. */
  readonly citation: Citation | null;
  /** `mẫu – chưa thẩm định`, `đề xuất – chưa duyệt`, or what is wrong with the reference; `null` for an approved rule. */
  readonly mark: string | null;
};

/** Channel-neutral pieces of an answer, in the order in which they are shown. Text is plain, never markup. */
export type Block =
  /** `note` is said smaller (how sure the answer is), `warning` is set apart (not in force, press only), `title` heads what follows. */
  | { readonly kind: 'text'; readonly text: string; readonly tone: 'plain' | 'note' | 'warning' | 'title' }
  | {
      readonly kind: 'quote';
      /** Number of the source, from 1. */
      readonly index: number;
      readonly citation: Citation;
      /** `khoản 2 Điều 18 Nghị định 233/2026/NĐ-CP (hiệu lực từ 01/7/2026)`. */
      readonly label: string;
      /** Why it was found, for a face that can show it folded away. */
      readonly reason?: Reason;
    }
  | { readonly kind: 'documents'; readonly documents: readonly DocumentLine[] }
  /** Short lines in order, such as the chapters and articles of a document. */
  | { readonly kind: 'list'; readonly items: readonly string[] }
  | FindingBlock
  /** A small table. Every row has as many cells as `columns`; `align` says how figures stand. */
  | {
      readonly kind: 'table';
      readonly title: string | null;
      readonly columns: readonly { readonly label: string; readonly align: 'left' | 'right' }[];
      readonly rows: readonly (readonly string[])[];
    }
  /** A PNG, base64. `alt` says in words everything that the picture shows, for who cannot see it. */
  | {
      readonly kind: 'picture';
      readonly png: string;
      readonly width: number;
      readonly height: number;
      readonly alt: string;
    }
  /** A file to keep, base64. */
  | { readonly kind: 'file'; readonly name: string; readonly mediaType: string; readonly base64: string };

/** Something to press. Pressing it is the same as sending `send`, which is at most 64 bytes of UTF-8. */
export type Choice = {
  readonly label: string;
  readonly send: string;
  /** Why a passage is offered beside the answer, as in a quote. */
  readonly reason?: Reason;
  /** Goes with the one before it: a face that has rows shows both in one. */
  readonly beside?: boolean;
};

/** A reply while it is being built: any number of `progress` and `block`, then exactly one `done`. */
export type ReplyPart =
  /** `isDraft`: the answer's own words as far as they are there, in the place of what was shown before; blocks replace them. */
  | { readonly kind: 'progress'; readonly text: string; readonly isDraft?: boolean }
  | { readonly kind: 'block'; readonly block: Block }
  | ({ readonly kind: 'done' } & ReplyEnd);

type ReplyEnd = {
  readonly outcome: Outcome;
  readonly choices: readonly Choice[];
  /** Speaks of somebody's record: a channel that can keep it from being forwarded does so. */
  readonly personal?: boolean;
  /**
   * Of a personal one, the account that it was worked out for: said only as long as the sender is linked to it. The core fills it in;
   * `null`: it tells of the end or the change of that link itself.
   */
  readonly account?: string | null;
  /** Offers to share the sender's own phone number, where the channel has a way to vouch for it. */
  readonly asksForPhone?: boolean;
  /** The sender is linked from now on: what a channel showed for that is needed no more. */
  readonly linked?: boolean;
  /** Takes the place of the message whose choice was pressed, where the channel can change what it said. */
  readonly inPlace?: boolean;
  /** Nothing is to be said here: what was sent has a message of its own, which tells how it goes. */
  readonly toldElsewhere?: boolean;
  /** A failure that may well be over at another try, in a second or two; a face that can try again need not show it. */
  readonly isPassing?: boolean;
};

/** A whole reply, for channels that send one message. */
export type Reply = ReplyEnd & { readonly blocks: readonly Block[] };

/** The one core behind every channel. It knows no channel, and never throws: failures are told as blocks. */
export type Respond = (message: Message) => AsyncIterable<ReplyPart>;

/** Waits for the whole reply. */
export async function collectReply(parts: AsyncIterable<ReplyPart>): Promise<Reply> {
  const blocks: Block[] = [];
  for await (const part of parts) {
    if (part.kind === 'block') blocks.push(part.block);
    if (part.kind === 'done') {
      const { kind: _, ...end } = part;
      return { ...end, blocks };
    }
  }
  throw new Error('collectReply: the reply ended without a "done" part');
}
