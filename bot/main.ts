import { loadDotEnv, readConfig } from '../config.ts';
import { vietnamDay } from '../domain/day.ts';
import { KnownError } from '../errors.ts';
import { listDirectives, readDirective } from '../store/directives.ts';
import { openDatabase } from '../store/open.ts';
import { ensureBuilt } from '../web/build.ts';
import { startTelegram } from './channels/telegram/telegram.ts';
import { createWebApp } from './channels/web/app.ts';
import { startWebServer } from './channels/web/server.ts';
import { commands, createRespond } from './core.ts';
import { loadSamplesOnce } from './loadSamples.ts';
import { createLog } from './log.ts';
import { createShutdown } from './shutdown.ts';
import { readStartQuestions } from './startQuestions.ts';
import { startTexts as texts } from './startTexts.ts';

const say = (text: string) => process.stdout.write(`${text}\n`);
const shutdown = createShutdown(say);

try {
  loadDotEnv();
  const config = readConfig(process.env);
  const log = createLog(config.logLevel);

  say(texts.opening(config.database));
  const database = await openDatabase(config.database);
  shutdown.add(() => database.close());

  await loadSamplesOnce(database, config.ingest, say);

  const respond = createRespond({ database, today: () => vietnamDay(new Date()) }, (failure) =>
    log.error(failure, 'a reply failed'),
  );

  const app = createWebApp({
    respond,
    listDirectives: () => listDirectives(database),
    readDirective: (id) => readDirective(database, id),
    pages: await ensureBuilt(),
    samples: await readStartQuestions(),
    onError: (error) => log.error({ error }, 'a web request failed'),
  });
  const web = await startWebServer({ app, ...config.web });
  shutdown.add(() => web.close());
  say(texts.ready(web.url));

  if (config.telegram === null) {
    say(texts.withoutTelegram);
  } else {
    const telegram = await startTelegram({ ...config.telegram, respond, commands, log, tell: say });
    shutdown.add(() => telegram.stop());
  }
  say(texts.next(config.database));
} catch (error) {
  if (!shutdown.begun()) {
    process.exitCode = 1;
    process.stderr.write(`\n✗ ${error instanceof KnownError ? error.sentence : texts.failed(error)}\n`);
  }
  await shutdown.run();
}
