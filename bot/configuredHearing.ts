import { createLookAtPhoto } from '../answer/tasks/lookAtPhoto.ts';
import { createTranscribe } from '../answer/tasks/transcribe.ts';
import type { Config } from '../config.ts';
import { parseFile } from '../ingest/parseFile.ts';
import type { Database } from '../store/database.ts';
import type { Hearing } from './feature.ts';

/** A question is no archive: reading one photo may take this long. */
const PHOTO_MS = 45_000;

/** What makes questions of recordings and photos: the service that is configured, and for photos this machine too. */
export function configuredHearing(
  { ingest, model }: Pick<Config, 'ingest' | 'model'>,
  database: Database,
  now: () => Date,
): Hearing {
  const limits = { ...ingest, timeoutMs: Math.min(ingest.timeoutMs, PHOTO_MS) };
  return {
    isLocal: model?.isLocal !== false,
    transcribe: createTranscribe(database, model, now),
    look: createLookAtPhoto(database, model, now),
    readPhoto: async (photo, fileName) => (await parseFile(photo, fileName, limits)).text,
  };
}
