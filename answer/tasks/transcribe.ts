import type { ModelSettings } from '../../config.ts';
import type { Database } from '../../store/database.ts';
import { cleanText } from '../../vietnamese/text.ts';
import { callOnMedia, type ReadMedia } from './mediaCall.ts';

/** Services go by the ending, and know containers rather than what is in them. */
function endingKnown(fileName: string): string {
  return fileName
    .replace(/\.(?:oga|opus)$/i, '.ogg')
    .replace(/\.aac$/i, '.m4a')
    .replace(/\.weba$/i, '.webm');
}

/** Writes down what is spoken; `null` where no model for it is configured. */
export function createTranscribe(
  database: Database,
  settings: ModelSettings | null,
  now: () => Date,
): ReadMedia | null {
  const model = settings?.transcribeName;
  if (settings === null || model === undefined) return null;
  return (recording, fileName, from) =>
    callOnMedia({ database, settings, model, now, purpose: 'transcribe' }, from, async (client, toFile) => {
      const { text } = await client.audio.transcriptions.create({
        file: await toFile(recording, endingKnown(fileName)),
        model,
        language: 'vi',
      });
      return { words: cleanText(text).trim(), tokensIn: 0, tokensOut: 0 };
    });
}
