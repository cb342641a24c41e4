import type { ModelSettings } from '../../config.ts';
import { loadPrompt } from '../../prompts/load.ts';
import type { Database } from '../../store/database.ts';
import { cleanText } from '../../vietnamese/text.ts';
import { callOnMedia, type ReadMedia } from './mediaCall.ts';

/** Larger photos are read in the house. */
const MOST_BYTES = 10_000_000;

/** What services read, by the bytes with which such a file begins. */
const KINDS: readonly (readonly [string, RegExp])[] = [
  ['image/jpeg', /^ffd8ff/],
  ['image/png', /^89504e470d0a1a0a/],
  ['image/webp', /^52494646.{8}57454250/],
];

/** What kind of picture the bytes are, where a model can look at it; `null` for any other file. Pure. */
export function pictureKind(bytes: Uint8Array): string | null {
  const start = Buffer.from(bytes.subarray(0, 16)).toString('hex');
  return bytes.length > MOST_BYTES ? null : (KINDS.find(([, head]) => head.test(start))?.[0] ?? null);
}

/** Reads the words of a photo of which `pictureKind` is known; `null` where no model for it is configured. */
export function createLookAtPhoto(
  database: Database,
  settings: ModelSettings | null,
  now: () => Date,
): ReadMedia | null {
  const model = settings?.visionName;
  if (settings === null || model === undefined) return null;
  return (photo, _fileName, from) =>
    callOnMedia({ database, settings, model, now, purpose: 'photo' }, from, async (client) => {
      const url = `data:${pictureKind(photo) ?? 'image/jpeg'};base64,${Buffer.from(photo).toString('base64')}`;
      const { choices, usage } = await client.chat.completions.create({
        model,
        messages: [
          { role: 'system', content: loadPrompt('doc-anh').fill({}) },
          { role: 'user', content: [{ type: 'image_url', image_url: { url } }] },
        ],
      });
      const words = cleanText(choices[0]?.message.content ?? '').trim();
      return {
        words: /^[-–—]?$/.test(words) ? '' : words,
        tokensIn: usage?.prompt_tokens ?? 0,
        tokensOut: usage?.completion_tokens ?? 0,
      };
    });
}
