import { writeDate } from '../../../domain/citation.ts';
import { vietnamDay } from '../../../domain/day.ts';
import type { Reviewer } from '../../../ingest/uploads/review.ts';
import type { Original } from '../../../store/uploads/console.ts';
import type { Services } from '../../feature.ts';
import type { Block, Choice, Message, Reply } from '../../message.ts';
import { plain } from '../../reply/blocks.ts';
import { texts } from './texts.ts';

/** Who decides, as the channel verified them. */
export function reviewerOf({ account }: Services, { channel }: Message): Reviewer {
  if (account === null) throw new Error('a feature of admins was reached without an account');
  return { accountId: account.id, channel };
}

/** A reply about documents that comes anew, or takes the place of the message whose button was pressed. */
export function adminReply(
  blocks: readonly Block[],
  choices: readonly Choice[] = [],
  { inPlace = true }: { readonly inPlace?: boolean } = {},
): Reply {
  return { outcome: 'document', blocks, choices, inPlace };
}

/** A file as it was sent, as a message of its own; words where it is gone. */
export function originalReply(file: Original | null, back: Choice): Reply {
  if (file === null) return adminReply([plain(texts.fileGone)], [back]);
  const base64 = Buffer.from(file.bytes).toString('base64');
  const mediaType = 'application/octet-stream';
  return adminReply([{ kind: 'file', name: file.fileName, mediaType, base64 }], [], { inPlace: false });
}

/** A part of a long list. `page` is brought into its bounds. */
export function pageOf<Item>(items: readonly Item[], page: number, size: number) {
  const pages = Math.max(Math.ceil(items.length / size), 1);
  const at = Math.min(Math.max(page, 1), pages);
  return { items: items.slice((at - 1) * size, at * size), page: at, pages };
}

/** Choices to the pages before and after. */
export function turnPages(page: number, pages: number, send: (page: number) => string): readonly Choice[] {
  const previous = page > 1 ? [{ label: texts.buttons.previous, send: send(page - 1) }] : [];
  const next = page < pages ? [{ label: texts.buttons.next, send: send(page + 1) }] : [];
  return [...previous, ...next].map((choice, at) => ({ ...choice, beside: at > 0 }));
}

/** In one line of at most so many letters. */
export function shorten(text: string, most: number): string {
  const line = text.replaceAll(/\s+/g, ' ').trim();
  return line.length <= most ? line : `${line.slice(0, most - 1).trimEnd()}…`;
}

const clock = new Intl.DateTimeFormat('vi-VN', {
  hour: '2-digit',
  minute: '2-digit',
  timeZone: 'Asia/Ho_Chi_Minh',
});

/** `15:04 ngày 22/11/2026`, in Vietnam. */
export function writeMoment(at: Date): string {
  return `${clock.format(at)} ngày ${writeDate(vietnamDay(at))}`;
}
