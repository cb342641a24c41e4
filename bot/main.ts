import { loadDotEnv, readConfig } from '../config.ts';
import { vietnamDay } from '../domain/day.ts';
import { KnownError } from '../errors.ts';
import { configuredSearch } from '../retrieve/vectors/hybridSearch.ts';
import { keepEmbedded } from '../retrieve/vectors/keepEmbedded.ts';
import { leaveNotice } from '../store/access/notices.ts';
import { listDirectives, readDirective } from '../store/directives.ts';
import { messageFigures } from '../store/messages/overview.ts';
import { openDatabase } from '../store/open.ts';
import { readStanding } from '../store/standing.ts';
import { countStages } from '../store/uploads/stages.ts';
import { ensureBuilt } from '../web/build.ts';
import { createWebApp } from './channels/web/app.ts';
import { healthRoutes } from './channels/web/healthRoutes.ts';
import { startWebServer, type WebServer } from './channels/web/server.ts';
import { configuredHearing } from './configuredHearing.ts';
import { configuredModel } from './configuredModel.ts';
import { createRespond } from './core.ts';
import { journalOf } from './delivery/journal.ts';
import { countRefused } from './delivery/refused.ts';
import { type Messengers, openMessengers } from './messengers.ts';
import { messengerHosts } from './metrics/messengerHosts.ts';
import { createMetrics } from './metrics/metrics.ts';
import { createShare } from './shareable.ts';
import { accountsOfChannel } from './start/accountsOfChannel.ts';
import { forgetDaily } from './start/forgetDaily.ts';
import { forgetRefusedOf } from './start/forgetRefusedOf.ts';
import { loadSampleRecords } from './start/loadSampleRecords.ts';
import { loadSamplesOnce } from './start/loadSamples.ts';
import { createLog } from './start/log.ts';
import { createReadiness } from './start/readiness.ts';
import { startReindexing } from './start/reindexAtStart.ts';
import { createShutdown } from './start/shutdown.ts';
import { readStartQuestions } from './start/startQuestions.ts';
import { startReading } from './start/startReading.ts';
import { startTexts as texts } from './start/startTexts.ts';
import { warmUp } from './start/warmUp.ts';
import { followUploads } from './uploads/boards.ts';

const say = (text: string) => process.stdout.write(`${text}\n`);
const shutdown = createShutdown(say);
/** Composed answers that are kept to be said again. */
const KEPT_ANSWERS = 500;

try {
  loadDotEnv();
  const config = readConfig(process.env);
  const log = createLog(config.logLevel);

  say(texts.opening(config.database));
  const production = config.mode === 'production';
  const works = config.role !== 'web';
  const database = await openDatabase(config.database, { production });
  shutdown.add(() => database.close());

  const forgetting = await forgetDaily(database, journalOf(config.database), (error) =>
    log.error({ error }, 'what is old was not forgotten'),
  );
  shutdown.add(async () => forgetting.stop());
  if (!production && works) await loadSamplesOnce(database, config.ingest, say);
  if (works) {
    const reindexing = startReindexing(database, say, (error) =>
      log.error({ error }, 'stale indexes were not made anew'),
    );
    shutdown.add(() => reindexing.stop());
  }

  const { search, embedder } = configuredSearch(config.embedding, { log });
  if (embedder !== null && works) {
    const keeping = keepEmbedded(database, embedder, { log });
    shutdown.add(() => keeping.stop());
    say(texts.byMeaning(embedder.space.model));
  }

  await warmUp(database, vietnamDay(new Date()));

  const model = await configuredModel(config.model, {
    database,
    search,
    keeps: KEPT_ANSWERS,
    now: () => new Date(),
    onError: (error) => log.error({ error }, 'the model did not answer'),
  });
  if (config.model !== null) say(texts.withModel(config.model.name, config.model.isLocal));

  let messengers: Messengers | null = null;
  let server: WebServer | null = null;
  const reading = await startReading(database, config, log, say);
  const { uploads } = reading;
  // Side by side, so that a service manager need not wait long.
  shutdown.add(() => Promise.all([server?.close(), reading.stop(), messengers?.stop()]));

  const metrics = createMetrics({
    countUploads: () => countStages(database),
    countMessages: () => messageFigures(database),
    channelOfHost: messengerHosts(config),
    connections: () => messengers?.connections() ?? [],
    countRefused: async () => countRefused(journalOf(config.database)),
    onError: (error) => log.error({ error }, 'a figure could not be read'),
  });
  shutdown.add(async () => metrics.stop());

  const hearing = configuredHearing(config, database, () => new Date());
  const respond = metrics.measured(
    createRespond(
      {
        database,
        search,
        uploads,
        feedback: true,
        hearing,
        forgetRefused: (person) => forgetRefusedOf(journalOf(config.database), person),
        ...(model === null ? {} : { model }),
        today: () => vietnamDay(new Date()),
        now: () => new Date(),
        tell: async (to, text) =>
          messengers === null ? leaveNotice(database, to, text) : messengers.tell(to, text),
      },
      (failure) => log.error(failure, 'a reply failed'),
    ),
  );
  const startQuestions = await readStartQuestions();
  const share = createShare({ database, search, today: () => vietnamDay(new Date()), startQuestions });
  const hears = hearing.transcribe !== null;
  messengers = await openMessengers({ config, database, respond, share, hears, log, metrics, say });
  const { boards, routes, start: startMessengers } = messengers;
  const web = accountsOfChannel(database, 'web');

  const health = {
    ready: createReadiness(database, () => !shutdown.begun()),
    metrics: metrics.text,
    metricsToken: config.metricsToken,
    behindProxy: config.web.publicUrl !== undefined,
  };
  const app =
    config.role === 'worker'
      ? healthRoutes(health)
      : createWebApp({
          respond,
          listDirectives: () => listDirectives(database),
          readDirective: (id) => readDirective(database, id),
          readStanding: (id) => readStanding(database, id),
          documents: { database, uploads, fileBytes: config.ingest.fileBytes },
          pages: await ensureBuilt(),
          samples: startQuestions,
          hears,
          whoIs: web.whoIs,
          signOut: web.signOut,
          messengers: routes,
          health,
          onAccepted: metrics.accepted,
          onError: (error) => log.error({ error }, 'a web request failed'),
        });
  server = await startWebServer({ app, ...config.web });
  say(config.role === 'worker' ? texts.workerReady(server.url) : texts.ready(server.url));
  if (!production && works) await loadSampleRecords(database, new Date(), say);

  await startMessengers();
  for (const board of works ? boards : []) {
    const following = await followUploads({
      ...board,
      database,
      uploads,
      onError: (error) => log.error({ error }, 'an upload could not be shown'),
    });
    shutdown.add(() => following.stop());
  }
  say(texts.next(config.database));
} catch (error) {
  if (!shutdown.begun()) {
    process.exitCode = 1;
    process.stderr.write(`\n✗ ${error instanceof KnownError ? error.sentence : texts.failed(error)}\n`);
  }
  await shutdown.run();
}
