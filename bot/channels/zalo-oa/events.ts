import { z } from 'zod';
import type { ReceivedUpdate } from '../../delivery/messenger.ts';

/** What is kept of an event until it has been answered: no more than the answer needs. */
const kept = z.object({
  event: z.enum(['said', 'file', 'unreadable', 'follow', 'unfollow', 'shared_info']),
  user: z.string().min(1),
  /** Zalo's key of the person's message; empty for what is none. */
  message: z.string(),
  text: z.string(),
  file: z
    .object({ url: z.string(), name: z.string(), isPhoto: z.boolean(), isVoice: z.boolean().default(false) })
    .nullable(),
  /** As the person shared it. */
  phone: z.string().nullable(),
});
export type OaEvent = z.infer<typeof kept>;

/** Ids as strings, also where they came as numbers. */
const id = z.union([z.string(), z.number()]).transform(String).pipe(z.string().min(1));
const someone = z.object({ id }).optional().catch(undefined);
const words = z.string().optional().catch(undefined);

const attachment = z.object({
  type: words,
  payload: z.object({ url: words, name: words }).optional().catch(undefined),
});
const attachments = z.array(attachment).optional().catch(undefined);

const wire = z.object({
  event_name: z.string(),
  app_id: id.optional().catch(undefined),
  oa_id: id.optional().catch(undefined),
  timestamp: id,
  sender: someone,
  recipient: someone,
  follower: someone,
  message: z
    .object({ msg_id: id.optional().catch(undefined), text: words, attachments })
    .optional()
    .catch(undefined),
  attachments,
  info: z
    .object({ phone: z.union([z.string(), z.number()]).transform(String).optional().catch(undefined) })
    .optional()
    .catch(undefined),
});
export type OaWireEvent = z.infer<typeof wire>;

const KINDS: Readonly<Record<string, OaEvent['event']>> = {
  user_send_text: 'said',
  user_send_link: 'said',
  user_send_image: 'file',
  user_send_file: 'file',
  user_send_audio: 'file',
  user_send_sticker: 'unreadable',
  user_send_gif: 'unreadable',
  user_send_video: 'unreadable',
  user_send_location: 'unreadable',
  user_send_business_card: 'unreadable',
  follow: 'follow',
  unfollow: 'unfollow',
  user_submit_info: 'shared_info',
};

/** More files in one message are not read. */
const MOST_FILES = 20;

/** The event in a parsed body; `null` where it is none. */
export function readWireEvent(body: unknown): OaWireEvent | null {
  const event = wire.safeParse(body);
  return event.success ? event.data : null;
}

/** The account whose event it is; `null` where that is not said. */
export function accountOf({ oa_id, recipient }: OaWireEvent): string | null {
  return oa_id ?? recipient?.id ?? null;
}

/**
 * What an event asks of us: nothing for what is only told (seen, delivered, sent by staff, groups, kinds that nobody knows), an
 * update a file where several came in one message. Pure.
 */
export function readUpdates(event: OaWireEvent): readonly ReceivedUpdate[] {
  const kind = Object.hasOwn(KINDS, event.event_name) ? KINDS[event.event_name] : undefined;
  const user =
    (kind === 'follow' || kind === 'unfollow' ? event.follower : undefined)?.id ?? event.sender?.id;
  if (kind === undefined || user === undefined) return [];
  const message = event.message?.msg_id ?? '';
  const key = message === '' ? `${event.event_name} ${user} ${event.timestamp}` : message;
  const base = {
    event: kind,
    user,
    message,
    text: event.message?.text ?? '',
    file: null,
    phone: kind === 'shared_info' ? (event.info?.phone ?? null) : null,
  } as const;
  const update = (at: number, part: OaEvent): ReceivedUpdate => ({
    key: at === 0 ? key : `${key} ${at}`,
    chat: user,
    update: part,
  });
  if (kind === 'said') {
    // A link without words of the person's own.
    if (base.text.trim() === '') return [update(0, { ...base, event: 'unreadable' })];
    return [update(0, base)];
  }
  if (kind !== 'file') return [update(0, base)];
  const isPhoto = event.event_name === 'user_send_image';
  const isVoice = event.event_name === 'user_send_audio';
  const sent = (event.message?.attachments ?? event.attachments ?? []).slice(0, MOST_FILES);
  const files = sent.flatMap(({ payload }) =>
    payload?.url === undefined ? [] : [{ url: payload.url, name: payload.name ?? '', isPhoto, isVoice }],
  );
  if (files.length === 0) return [update(0, { ...base, event: 'unreadable' })];
  return files.map((file, at) => update(at, { ...base, file, text: at === 0 ? base.text : '' }));
}

/** An event as the inbox gives it back; `null` for what an older version stored. */
export function readKept(update: unknown): OaEvent | null {
  const event = kept.safeParse(update);
  return event.success ? event.data : null;
}

/** Digits with the country code, `84912345678`; `null` for what is no number of Vietnam. */
export function phoneDigits(written: string): string | null {
  const digits = written.replaceAll(/[\s().-]/g, '').replace(/^(?:\+?84|0)(?=\d{9}$)/, '84');
  return /^84\d{9}$/.test(digits) ? digits : null;
}
