import PostalMime from 'postal-mime';
import { damaged } from '../texts.ts';
import { readHtml } from './html/readHtml.ts';
import type { RawDocument } from './rawDocument.ts';

/**
 * Reads a web page that was saved into one file with its pictures: the page, as `readHtml` reads it. Throws a refusal where
 * the file holds no page.
 */
export async function readMht(bytes: Uint8Array, fileName: string): Promise<RawDocument> {
  const mail = await PostalMime.parse(bytes).catch((error: unknown) => {
    throw damaged(fileName, 'mht', error);
  });
  const page = mail.html ?? '';
  if (page.trim() === '') throw damaged(fileName, 'mht');
  return { ...readHtml(Buffer.from(page), fileName), format: 'mht' };
}
