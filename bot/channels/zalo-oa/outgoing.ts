import { z } from 'zod';
import type { UploadedFile } from './api.ts';

/** What one message may hold: characters, counted in UTF-16 units, which are never fewer. */
export const TEXT_LIMIT = 2000;
export const MOST_BUTTONS = 5;
export const BUTTON_LIMIT = 100;
export const IMAGE_BYTES = 1024 * 1024;
export const FILE_BYTES = 5 * 1024 * 1024;
/** A parameter of an approved template. */
export const TEMPLATE_LIMIT = 200;

/** The only files that are taken, by the end of their names. */
export const FILE_NAMES = /\.(?:pdf|docx?)$/i;

const button = z.object({ title: z.string(), send: z.string() });

/** One message as it waits to be sent: at most one to a person, uploads and all. */
const message = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('text'),
    text: z.string(),
    buttons: z.array(button),
    /** What the numbers 1, 2, 3 … stand for once this was shown. */
    choices: z.array(z.string()),
    /** The same without buttons, where they are not taken; at least one. */
    instead: z.array(z.string()),
  }),
  z.object({
    kind: z.literal('image'),
    base64: z.string(),
    caption: z.string(),
    /** What is said where it is not taken; at least one. */
    instead: z.array(z.string()),
  }),
  z.object({
    kind: z.literal('file'),
    name: z.string(),
    mediaType: z.string(),
    base64: z.string(),
    instead: z.array(z.string()),
  }),
  /** Of the product's own accord: how it may be said is seen when it is sent. */
  z.object({ kind: z.literal('notice'), text: z.string() }),
]);
export type OaMessage = z.infer<typeof message>;
export type OaButton = z.infer<typeof button>;

/** A message as the outbox gives it back; `null` for what an older version stored. */
export function readMessage(stored: unknown): OaMessage | null {
  const read = message.safeParse(stored);
  return read.success ? read.data : null;
}

/** Words and nothing else. */
export function textMessage(text: string): OaMessage & { readonly kind: 'text' } {
  return { kind: 'text', text, buttons: [], choices: [], instead: [] };
}

/** Several, the last of which shows what may be chosen by number. */
export function wordMessages(
  texts: readonly string[],
  choices: readonly string[] = [],
): readonly OaMessage[] {
  return texts.map((text, at) => ({
    ...textMessage(text),
    ...(at === texts.length - 1 ? { choices: [...choices] } : {}),
  }));
}

/** The same in words alone, where the server does not take it as it is; nothing where it is words alone. */
export function plainer(sent: OaMessage): readonly OaMessage[] {
  if (sent.kind === 'notice') return [];
  return wordMessages(sent.instead, sent.kind === 'text' ? sent.choices : []);
}

/** What has to be uploaded before it can be shown. */
export function uploadOf(sent: OaMessage): UploadedFile | null {
  if (sent.kind === 'image') {
    return { name: 'hinh.png', mediaType: 'image/png', bytes: Buffer.from(sent.base64, 'base64') };
  }
  if (sent.kind === 'file') {
    const { name, mediaType, base64 } = sent;
    return { name, mediaType, bytes: Buffer.from(base64, 'base64') };
  }
  return null;
}

/**
 * What is said to a person, for the call that shows it. `uploaded` is what the upload of its file answered with. The shapes are
 * those of public guides that quote Zalo's documentation: buttons stand in a template without a type, under the text; a picture is
 * a “media” element, a file an attachment of its own.
 */
export function contentOf(sent: OaMessage, uploaded: string | null): object {
  switch (sent.kind) {
    case 'text':
      return sent.buttons.length === 0
        ? { text: sent.text }
        : {
            text: sent.text,
            attachment: { type: 'template', payload: { buttons: sent.buttons.map(buttonBody) } },
          };
    case 'image':
      return {
        ...(sent.caption === '' ? {} : { text: sent.caption }),
        attachment: {
          type: 'template',
          payload: {
            template_type: 'media',
            elements: [{ media_type: 'image', attachment_id: uploaded }],
          },
        },
      };
    case 'file':
      return { attachment: { type: 'file', payload: { token: uploaded } } };
    case 'notice':
      return { text: sent.text };
  }
}

/** Pressed, it comes back as a message of the person's, which the chat does not show. */
const buttonBody = ({ title, send }: OaButton) => ({ title, type: 'oa.query.hide', payload: send });
