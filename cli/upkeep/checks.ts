import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import type { Config } from '../../config.ts';
import { KnownError } from '../../errors.ts';
import { findTool, type ToolName } from '../../ingest/systemTools.ts';
import { checkUnprivileged } from '../../store/access/production.ts';
import type { Database } from '../../store/database.ts';
import { countStored } from '../../store/directives.ts';
import { migrationState, openDatabase } from '../../store/open.ts';
import { countCadres } from '../../store/records/cadres.ts';
import { readRuleBook } from '../../store/rules/rules.ts';
import { type CommonOptions, type Io, locate } from '../io.ts';
import { checkVectors } from '../search/embeddingChecks.ts';
import { checkSearchIndex } from '../search/indexChecks.ts';
import type { Check } from './check.ts';
import { doctorTexts as texts } from './doctorTexts.ts';

const LEAST_NODE = [22, 18] as const;

export function checkNode(version: string): Check {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  const enough = major > LEAST_NODE[0] || (major === LEAST_NODE[0] && minor >= LEAST_NODE[1]);
  return {
    name: 'Node.js',
    state: enough ? 'ok' : 'bad',
    says: version,
    todo: enough ? null : texts.nodeTooOld(LEAST_NODE.join('.')),
  };
}

export function checkConfig(io: Pick<Io, 'config'>): {
  readonly check: Check;
  readonly config: Config | null;
} {
  const name = texts.config;
  try {
    const config = io.config();
    const says = texts.configured(config.web.port, {
      telegram: config.telegram !== null,
      bot: config.zaloBot !== null,
      oa: config.zaloOa !== null,
    });
    return { check: { name, state: 'ok', says, todo: null }, config };
  } catch (error) {
    return { check: failed(name, error), config: null };
  }
}

function isProduction(io: Pick<Io, 'config'>): boolean {
  try {
    return io.config().mode === 'production';
  } catch {
    // What is wrong with the configuration has a line of its own.
    return false;
  }
}

/** Looks at the database without creating or changing it. */
export async function checkDatabase(
  io: Pick<Io, 'config'>,
  options: CommonOptions,
): Promise<readonly Check[]> {
  const name = texts.database;
  const production = isProduction(io);
  const location = locate(io, options);
  const where = location.engine === 'postgres' ? texts.server : texts.embedded(location.folder);
  // Only the embedded database is for one process at a time.
  const opened = location.engine === 'postgres' ? where : texts.unlocked(where);
  try {
    const database = await openDatabase(location, { create: false });
    try {
      const { pending } = await migrationState(database);
      const { directives, passages } = await countStored(database);
      return [
        { name, state: 'ok', says: opened, todo: null },
        {
          name: texts.schema,
          state: pending.length === 0 ? 'ok' : 'note',
          says: pending.length === 0 ? texts.schemaNewest : texts.schemaPending(pending.length),
          todo: pending.length === 0 ? null : texts.schemaUpgrade,
        },
        {
          name: texts.documents,
          state: directives === 0 ? 'note' : 'ok',
          says: texts.stored(directives, passages),
          todo: directives === 0 ? texts.loadSamples : null,
        },
        ...(pending.length === 0
          ? [
              await checkRecords(database),
              await checkSearchIndex(database),
              ...(await checkVectors(io, database)),
              await checkLogin(database, production),
            ]
          : []),
      ];
    } finally {
      await database.close();
    }
  } catch (error) {
    if (!(error instanceof KnownError)) throw error;
    if (error.code === 'not_found') {
      return [{ name, state: 'note', says: texts.notCreated(where), todo: texts.create }];
    }
    if (error.code === 'database_locked') {
      return [{ name, state: 'note', says: error.sentence, todo: null }];
    }
    return [failed(name, error)];
  }
}

async function checkRecords(database: Database): Promise<Check> {
  const people = await countCadres(database);
  const { requirements } = await readRuleBook(database);
  const unapproved = requirements.filter(({ status }) => status === 'sample' || status === 'proposed').length;
  return {
    name: texts.records,
    state: 'ok',
    says: texts.recordsStored(people, requirements.length, unapproved),
    todo: null,
  };
}

/** Whether the login could read past row-level security: a must in production, a note while trying the product out. */
async function checkLogin(database: Database, production: boolean): Promise<Check> {
  const name = texts.login;
  if (database.engine === 'pglite') return { name, state: 'ok', says: texts.loginEmbedded, todo: null };
  try {
    await checkUnprivileged(database);
    return { name, state: 'ok', says: texts.loginWeak, todo: null };
  } catch (error) {
    if (!(error instanceof KnownError)) throw error;
    return { name, state: production ? 'bad' : 'note', says: error.sentence, todo: null };
  }
}

export async function checkTools(): Promise<readonly Check[]> {
  const names = Object.keys(texts.tools) as readonly ToolName[];
  return Promise.all(
    names.map(async (name): Promise<Check> => {
      const tool = await findTool(name);
      const { use, install } = texts.tools[name];
      return tool === null
        ? { name, state: 'note', says: texts.toolMissing(use), todo: install }
        : { name, state: 'ok', says: texts.toolFound(tool.version, use), todo: null };
    }),
  );
}

/** Fonts that can write Vietnamese: the web page falls back on the system's own. */
export async function checkFonts(): Promise<Check> {
  const name = texts.fonts;
  try {
    const { stdout } = await promisify(execFile)('fc-list', [':lang=vi', 'family']);
    const families = new Set(stdout.split('\n').filter((line) => line.trim() !== ''));
    return families.size > 0
      ? { name, state: 'ok', says: texts.fontFamilies(families.size), todo: null }
      : {
          name,
          state: 'note',
          says: texts.noFonts,
          todo: texts.installFonts,
        };
  } catch {
    return { name, state: 'note', says: texts.fontsUnknown, todo: null };
  }
}

function failed(name: string, error: unknown): Check {
  if (error instanceof KnownError) return { name, state: 'bad', says: error.sentence, todo: null };
  throw error;
}
