import type { IngestLimits } from '../../config.ts';
import { KnownError } from '../../errors.ts';
import { ingestFile } from '../../ingest/ingest.ts';
import { readSamples } from '../../ingest/samples.ts';
import type { Database } from '../../store/database.ts';
import { countStored, listDirectives } from '../../store/directives.ts';
import { showProgress } from '../progress.ts';
import { startTexts as texts } from './startTexts.ts';

/**
 * Fills an empty store with the sample directives, so that a newcomer has something to ask, and goes on where it was
 * interrupted. A store with documents of its own is left as it is: they are not mixed with samples behind one's back.
 */
export async function loadSamplesOnce(
  database: Database,
  limits: IngestLimits,
  say: (text: string) => void,
): Promise<void> {
  const stored = await listDirectives(database);
  const samples = await readSamples();
  const hasOwn = stored.some(({ sample }) => !sample);
  if (hasOwn || stored.length >= samples.length) {
    say(texts.loaded(stored.length));
    return;
  }
  const progress = showProgress(say, texts.samplesTitle, samples.length);
  for (const sample of samples) {
    progress.step(sample.fileName);
    try {
      await ingestFile(database, sample, limits);
    } catch (error) {
      if (!(error instanceof KnownError)) throw error;
      say(texts.sampleFailed(sample.fileName, error.sentence));
    }
  }
  progress.end();
  say(texts.loaded((await countStored(database)).directives));
}
