import { Hono } from 'hono';
import { KnownError } from '../../../errors.ts';
import { spokenOrShown } from '../../features/tasks/heard.ts';
import type { Respond } from '../../message.ts';
import { streamReply } from './answerStream.ts';
import { receiveFile } from './documents/receiveFile.ts';
import type { Sessions } from './session.ts';
import { webTexts } from './texts.ts';

/** What `POST /heard` takes, as a page's file field is told: photos always, recordings where something can listen. */
export const acceptOf = (hears: boolean) => (hears ? 'image/*,audio/*' : 'image/*');

/** Some minutes of speech, or a photo; more is no question. */
const MOST_BYTES = 20_000_000;

/**
 * A photographed or spoken question: `POST /heard`, its body the bytes as `application/octet-stream`, its name percent-encoded in
 * `x-file-name`, the page's own key in `x-conversation` → Server-Sent Events as of `POST /chat`. Apart from the other routes because
 * its body may be large. A form of another page can send neither.
 */
export function heardRoute(respond: Respond, sessions: Sessions, onError: (error: unknown) => void): Hono {
  const routes = new Hono();
  routes.post('/heard', async (context, next) => {
    if (context.req.header('content-type') !== 'application/octet-stream') return next();
    const conversation = context.req.header('x-conversation') ?? '';
    if (!/^[\w-]{16,64}$/.test(conversation)) throw new KnownError('bad_input', webTexts.bodyUnreadable);
    const { fileName: name, bytes } = await receiveFile(context, MOST_BYTES);
    const origin = { chat: conversation, group: 'web', source: 'web', message: null, told: false };
    const file = { name, load: async () => bytes, origin, isQuestion: true };
    if (spokenOrShown(file) === null) throw new KnownError('file_unreadable', webTexts.noQuestionFile);
    const sender = await sessions.senderOf(context);
    const left = new AbortController();
    const message = { channel: 'web', conversation, sender, isPrivate: true, text: '', file } as const;
    return streamReply(context, respond({ ...message, stopping: left.signal }), onError, () => left.abort());
  });
  return routes;
}
