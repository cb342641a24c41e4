import { chatInTerminal } from '../../bot/channels/terminal/chat.ts';
import { saveInto } from '../../bot/channels/terminal/saveFile.ts';
import { configuredModel } from '../../bot/configuredModel.ts';
import { createRespond } from '../../bot/core.ts';
import { loadSampleRecords } from '../../bot/start/loadSampleRecords.ts';
import { loadSamplesOnce } from '../../bot/start/loadSamples.ts';
import { createLog } from '../../bot/start/log.ts';
import { vietnamDay } from '../../domain/day.ts';
import { leaveNotice } from '../../store/access/notices.ts';
import { type CommonOptions, type ExitCode, type Io, withDatabase } from '../io.ts';
import { searcherFor } from './searcher.ts';

/** `chat`: questions and answers in the terminal. */
export function chatCommand(io: Io, options: CommonOptions): Promise<ExitCode> {
  const log = createLog(io.config().logLevel);
  return withDatabase<ExitCode>(io, options, async (database) => {
    if (io.config().mode === 'trial') {
      await loadSamplesOnce(database, io.config().ingest, io.say);
      await loadSampleRecords(database, new Date(), io.say);
    }
    const search = searcherFor(io);
    const model = await configuredModel(io.config().model, {
      ...{ database, search, now: () => new Date() },
      onError: (error) => log.error({ error }, 'the model did not answer'),
    });
    const respond = createRespond(
      {
        database,
        search,
        today: () => vietnamDay(new Date()),
        now: () => new Date(),
        tell: (to, text) => leaveNotice(database, to, text),
        ...(model === null ? {} : { model }),
      },
      (failure) => log.error(failure, 'reply failed'),
    );
    await chatInTerminal({
      respond,
      saveFile: saveInto(process.cwd()),
      onError: (error) => log.error({ error }, 'a reply broke off'),
      input: process.stdin,
      output: process.stdout,
    });
    return 0;
  });
}
