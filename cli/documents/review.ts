import { writeMoment } from '../../domain/day.ts';
import { KnownError } from '../../errors.ts';
import { changeLines } from '../../ingest/compare/changeLines.ts';
import { cardLines } from '../../ingest/uploads/cardLines.ts';
import { compareStored, compareWithPrevious } from '../../ingest/uploads/differences.ts';
import { publishDraft, unpublish } from '../../ingest/uploads/publish.ts';
import { restoreVersion } from '../../ingest/uploads/restore.ts';
import { correctDraft, decideProposals, discardDraft, readCard } from '../../ingest/uploads/review.ts';
import { OPERATOR } from '../../store/access/identity.ts';
import type { Database } from '../../store/database.ts';
import { readDraftFile } from '../../store/uploads/console.ts';
import { listDocumentLog } from '../../store/uploads/documentLog.ts';
import { type CommonOptions, type ExitCode, type Io, withExistingDatabase } from '../io.ts';
import { findDocument } from './findDocument.ts';
import { saveFile } from './saveFile.ts';
import { CLI_REVIEWER, publishedLines } from './upload.ts';
import { uploadTexts as texts } from './uploadTexts.ts';

export type ReviewOptions = CommonOptions & {
  readonly set?: readonly string[];
  readonly approve?: string;
  readonly reject?: string;
  readonly replaces?: string;
  readonly publish?: boolean;
  readonly discard?: boolean;
  readonly save?: boolean;
};

/** `review ID`: what is asked is done in this order: corrections, proposals, publication. */
export function reviewCommand(io: Io, asked: string, options: ReviewOptions): Promise<ExitCode> {
  if (!/^\d{1,9}$/.test(asked)) throw new KnownError('bad_input', texts.notAnId(asked));
  if (options.publish === true && options.discard === true) {
    throw new KnownError('bad_input', texts.bothWays);
  }
  const id = Number(asked);
  const fields = readFields(options.set ?? []);
  return withExistingDatabase<ExitCode>(io, options, async (database) => {
    if (options.set !== undefined) await correctDraft(database, CLI_REVIEWER, id, fields);
    for (const decision of ['approved', 'rejected'] as const) {
      const keys = decision === 'approved' ? options.approve : options.reject;
      if (keys !== undefined) await decideProposals(database, CLI_REVIEWER, id, readKeys(keys), decision);
    }
    if (options.save === true) {
      await saveFile(io, options, await readDraftFile(database, OPERATOR, id));
      return 0;
    }
    if (options.discard === true) {
      await discardDraft(database, CLI_REVIEWER, id);
      io.out(options.json === true ? JSON.stringify({ discarded: id }) : texts.discarded(id));
      return 0;
    }
    if (options.publish === true) {
      const replaces = await readReplaced(database, options.replaces);
      const published = await publishDraft(database, CLI_REVIEWER, id, replaces);
      io.out(options.json === true ? JSON.stringify({ published }) : publishedLines(published).join('\n'));
      return 0;
    }
    const card = await readCard(database, OPERATOR, id);
    io.out(options.json === true ? JSON.stringify(card) : cardLines(card).join('\n'));
    return 0;
  });
}

async function readReplaced(
  database: Database,
  asked: string | undefined,
): Promise<{ readonly replaces?: number | null }> {
  if (asked === undefined) return {};
  return { replaces: asked === 'none' ? null : (await findDocument(database, asked)).id };
}

function readFields(written: readonly string[]): Readonly<Record<string, string>> {
  return Object.fromEntries(
    written.map((given) => {
      const at = given.indexOf('=');
      if (at < 1) throw new KnownError('bad_input', texts.notAField(given));
      return [given.slice(0, at).trim(), given.slice(at + 1)];
    }),
  );
}

function readKeys(written: string): readonly string[] | 'all' {
  return written.trim() === 'all' ? 'all' : written.split(/[\s,]+/).filter((key) => key !== '');
}

/** `unpublish NUMBER|ID`. */
export async function unpublishCommand(io: Io, asked: string, options: CommonOptions): Promise<ExitCode> {
  const done = await withExistingDatabase(io, options, async (database) =>
    unpublish(database, CLI_REVIEWER, (await findDocument(database, asked)).id),
  );
  io.out(
    options.json === true
      ? JSON.stringify({ unpublished: done })
      : texts.unpublished(done.document, done.draftId, done.rulesRetired, done.earlier),
  );
  return 0;
}

/** `republish ID`: an older version, or a document that was taken back, is answered from again. */
export async function republishCommand(io: Io, asked: string, options: CommonOptions): Promise<ExitCode> {
  const done = await withExistingDatabase(io, options, async (database) =>
    restoreVersion(database, CLI_REVIEWER, (await findDocument(database, asked)).id),
  );
  const { document, directiveId, replaced, rules, rulesInDoubt } = done;
  io.out(
    options.json === true
      ? JSON.stringify({ republished: done })
      : [
          texts.restored(document, directiveId, replaced, rules.length),
          ...(rulesInDoubt.length === 0 ? [] : [texts.inDoubt(rulesInDoubt)]),
        ].join('\n'),
  );
  return 0;
}

/** `diff A B`: two documents; `diff A`: a document and the version before it. */
export async function diffCommand(
  io: Io,
  older: string,
  newer: string | undefined,
  options: CommonOptions,
): Promise<ExitCode> {
  const difference = await withExistingDatabase(io, options, async (database) => {
    const { id } = await findDocument(database, older);
    return newer === undefined
      ? compareWithPrevious(database, id)
      : compareStored(database, id, (await findDocument(database, newer)).id);
  });
  const { before, after, changes } = difference;
  io.out(
    options.json === true
      ? JSON.stringify(difference)
      : [texts.difference(before.document, after.document), ...changeLines(changes)].join('\n'),
  );
  return 0;
}

/** `log [NUMBER|ID]`: who did what, the newest first. */
export async function logCommand(
  io: Io,
  asked: string | undefined,
  options: CommonOptions,
): Promise<ExitCode> {
  const entries = await withExistingDatabase(io, options, async (database) => {
    const directiveId = asked === undefined ? null : (await findDocument(database, asked)).id;
    return listDocumentLog(database, OPERATOR, { limit: 200, directiveId });
  });
  if (options.json === true) io.out(JSON.stringify({ entries }));
  else if (entries.length === 0) io.out(texts.emptyLog);
  else {
    io.out(
      entries
        .map(({ at, by, action, document, channel }) =>
          texts.logLine(writeMoment(at), by, texts.actions[action], document, channel),
        )
        .join('\n'),
    );
  }
  return 0;
}
