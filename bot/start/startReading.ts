import type { Logger } from 'pino';
import type { Config } from '../../config.ts';
import { removeAbandonedFolders } from '../../ingest/abandonedFolders.ts';
import { startUploads, type Uploads } from '../../ingest/uploads/uploads.ts';
import { watchFolder } from '../../ingest/uploads/watchFolder.ts';
import type { Database } from '../../store/database.ts';
import { startTexts as texts } from './startTexts.ts';

/** Takes files in, has them read unless other processes do (`ROLE=web`), and watches the folder that is configured. */
export async function startReading(
  database: Database,
  config: Config,
  log: Pick<Logger, 'error'>,
  say: (text: string) => void,
): Promise<{ readonly uploads: Uploads; readonly stop: () => Promise<void> }> {
  const works = config.role !== 'web';
  if (works) await removeAbandonedFolders(Date.now());
  const uploads = await startUploads(database, {
    limits: config.ingest,
    works,
    onError: (error) => log.error({ error }, 'an upload could not be worked on'),
  });
  if (config.watchFolder === null || !works) return { uploads, stop: uploads.stop };
  const watching = await watchFolder(database, config.watchFolder, {
    uploads,
    fileBytes: config.ingest.fileBytes,
    onError: (error) => log.error({ error }, 'the watched folder could not be worked on'),
  });
  say(texts.watching(config.watchFolder));
  return {
    uploads,
    async stop() {
      await watching.stop();
      await uploads.stop();
    },
  };
}
