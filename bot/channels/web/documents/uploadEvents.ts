import { setTimeout as wait } from 'node:timers/promises';
import type { Context } from 'hono';
import { streamSSE } from 'hono/streaming';
import type { Reviewer } from '../../../../ingest/uploads/review.ts';
import { listUploads } from '../../../../store/uploads/uploads.ts';
import type { DocumentDesk } from './desk.ts';
import { type UploadView, uploadView } from './views.ts';

/** What another process does is looked for so often; what this one does is told at once. */
const LOOK_EVERY_MS = 3000;

/** So many uploads that need nothing more are shown, and so many that do, the newest first. */
const MOST_ENDED = 100;
const MOST_OPEN = 1000;

/** The uploads that the page shows: those that still need something, however old, and the latest of all. */
export async function shownUploads(
  { database }: DocumentDesk,
  reviewer: Reviewer,
): Promise<readonly UploadView[]> {
  const open = await listUploads(database, reviewer, { open: true, limit: MOST_OPEN });
  const latest = await listUploads(database, reviewer, { limit: MOST_ENDED });
  const all = new Map([...open, ...latest].map((upload) => [upload.id, upload]));
  return [...all.values()].sort((a, b) => b.id - a.id).map(uploadView);
}

/** Proxies end a connection on which nothing comes for a minute. */
const SILENT_LOOKS = 6;

/**
 * Streams the uploads as Server-Sent Events, `data` being `UploadView[]` as JSON: now, and whenever something of them changes.
 * Ends when whoever looks is no admin any more.
 * @param stillAdmin asked before each look
 */
export function streamUploads(
  context: Context,
  desk: DocumentDesk,
  reviewer: Reviewer,
  stillAdmin: () => Promise<boolean>,
  onError: (error: unknown) => void,
): Response {
  return streamSSE(context, async (stream) => {
    let wake = new AbortController();
    const stop = desk.uploads.onStep(() => wake.abort());
    stream.onAbort(() => {
      stop();
      wake.abort();
    });
    let told = '';
    let silent = 0;
    try {
      while (!stream.aborted && (await stillAdmin())) {
        wake = new AbortController();
        const list = await shownUploads(desk, reviewer);
        const data = JSON.stringify(list);
        silent = data === told ? silent + 1 : 0;
        if (data !== told) await stream.writeSSE({ data });
        else if (silent % SILENT_LOOKS === 0) await stream.write(': \n\n');
        told = data;
        await wait(LOOK_EVERY_MS, undefined, { signal: wake.signal, ref: false }).catch(() => undefined);
      }
    } catch (error) {
      if (!stream.aborted) onError(error);
    } finally {
      stop();
    }
  });
}
