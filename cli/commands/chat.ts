import { chatInTerminal } from '../../bot/channels/terminal/chat.ts';
import { createRespond } from '../../bot/core.ts';
import { loadSamplesOnce } from '../../bot/loadSamples.ts';
import { createLog } from '../../bot/log.ts';
import { vietnamDay } from '../../domain/day.ts';
import { type CommonOptions, type ExitCode, type Io, withDatabase } from '../io.ts';

/** `chat`: questions and answers in the terminal. */
export function chatCommand(io: Io, options: CommonOptions): Promise<ExitCode> {
  const log = createLog(io.config().logLevel);
  return withDatabase<ExitCode>(io, options, async (database) => {
    await loadSamplesOnce(database, io.config().ingest, io.say);
    const respond = createRespond({ database, today: () => vietnamDay(new Date()) }, (failure) =>
      log.error(failure, 'reply failed'),
    );
    await chatInTerminal({
      respond,
      onError: (error) => log.error({ error }, 'a reply broke off'),
      input: process.stdin,
      output: process.stdout,
    });
    return 0;
  });
}
