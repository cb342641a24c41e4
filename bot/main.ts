import { loadDotEnv, readConfig } from '../config.ts';
import { vietnamDay } from '../domain/day.ts';
import { KnownError } from '../errors.ts';
import { startUploads } from '../ingest/uploads/uploads.ts';
import { watchFolder } from '../ingest/uploads/watchFolder.ts';
import { configuredSearch } from '../retrieve/vectors/hybridSearch.ts';
import { keepEmbedded } from '../retrieve/vectors/keepEmbedded.ts';
import { leaveNotice } from '../store/access/notices.ts';
import { listDirectives, readDirective } from '../store/directives.ts';
import { openDatabase } from '../store/open.ts';
import { forgetOldAccess } from '../store/records/accessLog.ts';
import { readStanding } from '../store/standing.ts';
import { countStages } from '../store/uploads/stages.ts';
import { ensureBuilt } from '../web/build.ts';
import { accountsOfChannel } from './accountsOfChannel.ts';
import { startTelegram, type TelegramChannel } from './channels/telegram/telegram.ts';
import { createWebApp } from './channels/web/app.ts';
import { startWebServer } from './channels/web/server.ts';
import { createZaloBot, type ZaloBotChannel } from './channels/zalo-bot/zaloBot.ts';
import { commands, createRespond } from './core.ts';
import { loadSampleRecords } from './loadSampleRecords.ts';
import { loadSamplesOnce } from './loadSamples.ts';
import { createLog } from './log.ts';
import { messengerHosts } from './metrics/messengerHosts.ts';
import { createMetrics } from './metrics/metrics.ts';
import { createReadiness } from './readiness.ts';
import { startReindexing } from './reindexAtStart.ts';
import { createShutdown } from './shutdown.ts';
import { readStartQuestions } from './startQuestions.ts';
import { startTexts as texts } from './startTexts.ts';
import { followUploads } from './uploads/boards.ts';

const DAY_MS = 24 * 3_600_000;

const say = (text: string) => process.stdout.write(`${text}\n`);
const shutdown = createShutdown(say);

try {
  loadDotEnv();
  const config = readConfig(process.env);
  const log = createLog(config.logLevel);

  say(texts.opening(config.database));
  const production = config.mode === 'production';
  const database = await openDatabase(config.database, { production });
  shutdown.add(() => database.close());

  await forgetOldAccess(database);
  const daily = setInterval(() => {
    forgetOldAccess(database).catch((error: unknown) =>
      log.error({ error }, 'old access entries were not forgotten'),
    );
  }, DAY_MS);
  shutdown.add(async () => clearInterval(daily));
  if (!production) await loadSamplesOnce(database, config.ingest, say);
  const reindexing = startReindexing(database, say, (error) =>
    log.error({ error }, 'stale indexes were not made anew'),
  );
  shutdown.add(() => reindexing.stop());

  const { search, embedder } = configuredSearch(config.embedding, { log });
  if (embedder !== null) {
    const keeping = keepEmbedded(database, embedder, { log });
    shutdown.add(() => keeping.stop());
    say(texts.byMeaning(embedder.space.model));
  }

  const uploads = await startUploads(database, {
    limits: config.ingest,
    onError: (error) => log.error({ error }, 'an upload could not be worked on'),
  });
  shutdown.add(() => uploads.stop());
  if (config.watchFolder !== null) {
    const watching = await watchFolder(database, config.watchFolder, {
      uploads,
      fileBytes: config.ingest.fileBytes,
      onError: (error) => log.error({ error }, 'the watched folder could not be worked on'),
    });
    shutdown.add(() => watching.stop());
    say(texts.watching(config.watchFolder));
  }

  const metrics = createMetrics({
    countUploads: () => countStages(database),
    channelOfHost: messengerHosts(config),
    onError: (error) => log.error({ error }, 'a figure could not be read'),
  });
  shutdown.add(async () => metrics.stop());

  let telegram: TelegramChannel | null = null;
  let zalo: ZaloBotChannel | null = null;
  const core = createRespond(
    {
      database,
      search,
      uploads,
      today: () => vietnamDay(new Date()),
      now: () => new Date(),
      tell: async (to, text) => {
        const channel = to.channel === 'telegram' ? telegram : to.channel === 'zalo-bot' ? zalo : null;
        const told = (await channel?.tell(to.key, text)) === true;
        if (!told) await leaveNotice(database, to, text);
      },
    },
    (failure) => log.error(failure, 'a reply failed'),
  );
  const respond = metrics.measured(core);
  if (config.zaloBot !== null) {
    const { publicUrl } = config.web;
    const channelLog = metrics.watched(log, 'zalo-bot');
    zalo = createZaloBot({ ...config.zaloBot, publicUrl, respond, log: channelLog, tell: say });
  }
  const web = accountsOfChannel(database, 'web');

  const app = createWebApp({
    respond,
    listDirectives: () => listDirectives(database),
    readDirective: (id) => readDirective(database, id),
    readStanding: (id) => readStanding(database, id),
    documents: { database, uploads, fileBytes: config.ingest.fileBytes },
    pages: await ensureBuilt(),
    samples: await readStartQuestions(),
    whoIs: web.whoIs,
    signOut: web.signOut,
    ...(zalo === null ? {} : { zalo: zalo.routes }),
    health: {
      ready: createReadiness(database, () => !shutdown.begun()),
      metrics: metrics.text,
      metricsToken: config.metricsToken,
      behindProxy: config.web.publicUrl !== undefined,
    },
    onAccepted: metrics.accepted,
    onError: (error) => log.error({ error }, 'a web request failed'),
  });
  const server = await startWebServer({ app, ...config.web });
  shutdown.add(() => server.close());
  say(texts.ready(server.url));
  if (!production) await loadSampleRecords(database, new Date(), say);

  if (config.telegram === null) {
    say(texts.withoutTelegram);
  } else {
    const channel = await startTelegram({
      ...config.telegram,
      respond,
      commands,
      log: metrics.watched(log, 'telegram'),
      tell: say,
      mostFileBytes: config.ingest.fileBytes,
    });
    telegram = channel;
    shutdown.add(() => channel.stop());
    const boards = await followUploads({
      database,
      uploads,
      channel: 'telegram',
      show: channel.show,
      onError: (error) => log.error({ error }, 'an upload could not be shown'),
    });
    shutdown.add(() => boards.stop());
  }
  if (zalo === null) {
    say(texts.withoutZalo);
  } else {
    const channel = zalo;
    shutdown.add(() => channel.stop());
    await channel.start();
  }
  say(texts.next(config.database));
} catch (error) {
  if (!shutdown.begun()) {
    process.exitCode = 1;
    process.stderr.write(`\n✗ ${error instanceof KnownError ? error.sentence : texts.failed(error)}\n`);
  }
  await shutdown.run();
}
