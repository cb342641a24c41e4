import { channelName, texts as words, writeState } from '../../bot/notices/texts.ts';
import { writeMoment } from '../../domain/day.ts';
import { OPERATOR } from '../../store/access/identity.ts';
import type { Database } from '../../store/database.ts';
import { countNotices, listNotices } from '../../store/notices/overview.ts';
import { logShown } from '../../store/records/cadres.ts';
import { type CommonOptions, type ExitCode, type Io, withExistingDatabase } from '../io.ts';
import { noticeTexts as texts } from './noticeTexts.ts';

const MOST = 50;

type Options = CommonOptions & { readonly most?: number };

/** `notices`: how many stand how, and the newest. */
export async function noticesCommand(io: Io, options: Options): Promise<ExitCode> {
  await withExistingDatabase(io, options, (database) => tellNotices(io, database, options));
  return 0;
}

/** People by their codes, without what was said to them. */
export async function tellNotices(
  io: Pick<Io, 'out'>,
  database: Database,
  { json, most = MOST }: Pick<Options, 'json' | 'most'>,
): Promise<void> {
  const counts = await countNotices(database, OPERATOR);
  const newest = await listNotices(database, OPERATOR, 'ofOthers', most);
  const shown = [...new Set(newest.flatMap(({ cadre }) => (cadre === null ? [] : [cadre])))];
  await logShown(database, OPERATOR, shown, { channel: 'cli', reason: 'staff', purpose: texts.purpose });
  if (json === true) {
    const notices = newest.map(({ cadre, kind, state, failure, via, madeAt, endedAt }) => ({
      cadre,
      kind,
      state,
      failure,
      via,
      madeAt,
      endedAt,
    }));
    io.out(JSON.stringify({ counts, notices }));
    return;
  }
  if (counts.length === 0) io.out(texts.none);
  for (const { state, failure, notices } of counts) io.out(texts.count(writeState(state, failure), notices));
  for (const { cadre, kind, state, failure, via, madeAt } of newest) {
    io.out(
      texts.line(
        writeMoment(madeAt),
        cadre ?? texts.nobody,
        words.kinds[kind],
        writeState(state, failure),
        via === null ? null : channelName(via),
      ),
    );
  }
}
