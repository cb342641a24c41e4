import { KnownError } from '../../errors.ts';
import { OPERATOR } from '../../store/access/identity.ts';
import { listModelCalls, recordModelCall, sumModelCalls } from '../../store/answers/ledger.ts';
import { type CommonOptions, type ExitCode, type Io, withExistingDatabase } from '../io.ts';
import { modelTexts as texts } from './modelTexts.ts';

/** `model test`: asks the configured model one invented question; the call is entered into the ledger where there is one. */
export async function modelTestCommand(io: Io, options: CommonOptions): Promise<ExitCode> {
  const settings = io.config().model;
  if (settings === null) throw new KnownError('bad_config', texts.none);
  // Loaded where it is used: every other command would wait for it.
  const { probeModel } = await import('../../answer/model/probe.ts');
  const probe = await probeModel(settings);
  const { host } = new URL(settings.baseUrl);
  const { call, answers, refused } = probe;
  if (call !== null) {
    await withExistingDatabase(io, options, (database) =>
      recordModelCall(database, null, { ...call, chat: 'cli' }),
    ).catch(() => undefined);
  }
  if (options.json === true) {
    const durationMs = Math.round(probe.durationMs);
    io.out(
      JSON.stringify({ host, model: settings.name, answers, refused, durationMs, isLocal: settings.isLocal }),
    );
  } else {
    const seconds = (probe.durationMs / 1000).toLocaleString('vi-VN', { maximumFractionDigits: 1 });
    io.out(
      [
        answers ? texts.works(settings.name, host, seconds) : texts.wrongForm(settings.name, host),
        ...(refused.length === 0 ? [] : [texts.refused(refused)]),
        ...(refused.includes('tools') ? [texts.noTools] : []),
        texts.where(settings.isLocal),
      ].join('\n'),
    );
  }
  return answers ? 0 : 1;
}

/** `model ledger`: what was sent to models, by day and the latest calls. */
export async function modelLedgerCommand(
  io: Io,
  options: CommonOptions & { readonly count: number },
): Promise<ExitCode> {
  const { days, calls } = await withExistingDatabase(io, options, async (database) => ({
    days: await sumModelCalls(database, OPERATOR),
    calls: await listModelCalls(database, OPERATOR, options.count),
  }));
  if (options.json === true) io.out(JSON.stringify({ days, calls }));
  else if (days.length === 0) io.out(texts.empty);
  else io.out([texts.byDay, ...days.map(texts.day), '', texts.latest, ...calls.map(texts.call)].join('\n'));
  return 0;
}
