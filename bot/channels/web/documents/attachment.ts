import type { Context, MiddlewareHandler } from 'hono';
import { KnownError } from '../../../../errors.ts';
import type { Original } from '../../../../store/uploads/console.ts';
import { fold } from '../../../../vietnamese/text.ts';
import { documentTexts } from './texts.ts';

/** Where originals are handed out. */
export const ATTACHMENTS = '/api/documents/:kind/:id/file';

/**
 * A stranger's file: to be kept, never shown. Should a browser open it all the same, nothing in it runs and it belongs to no page.
 * Has to stand outside of what sets the policy of the pages.
 */
export const sandboxed: MiddlewareHandler = async (context, next) => {
  await next();
  context.header('Content-Security-Policy', "sandbox; default-src 'none'");
  context.header('X-Content-Type-Options', 'nosniff');
};

/** The file as it was sent. Throws `not_found` where there is none. */
export function attachment(context: Context, file: Original | null): Response {
  if (file === null) throw new KnownError('not_found', documentTexts.noFile);
  const plain = fold(file.fileName).replaceAll(/[^\w. -]/g, '_');
  context.header('Content-Type', 'application/octet-stream');
  context.header(
    'Content-Disposition',
    `attachment; filename="${plain}"; filename*=UTF-8''${percentEncoded(file.fileName)}`,
  );
  return context.body(new Uint8Array(file.bytes));
}

/** As RFC 8187 wants it, which leaves fewer characters alone than addresses do. */
function percentEncoded(name: string): string {
  return encodeURIComponent(name.toWellFormed()).replaceAll(
    /['()*]/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}
