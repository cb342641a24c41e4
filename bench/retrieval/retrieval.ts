import { stat } from 'node:fs/promises';
import path from 'node:path';
import { databaseLocation } from '../../config.ts';
import { KnownError } from '../../errors.ts';
import { makePlace } from '../place.ts';
import { limitArticles, readArticles, readBenchQuestions, withTwins } from './corpus.ts';
import type { Job, SetFigures, SystemFigures } from './measureSystem.ts';
import { measureApart } from './measuringProcess.ts';
import { type QuestionSet, questionSets, type SetOptions } from './questionSets.ts';
import { PEERS, SYSTEMS, type SystemName } from './systems.ts';

export type RetrievalOptions = SetOptions & {
  /** Both or neither: without them the real articles and questions that stand beside the checkout. */
  readonly articles?: string;
  readonly questions?: string;
  /**
   * URL of a server, where databases of its own are made and dropped again; or the folder of an embedded database of this
   * measurement only, which is kept, and whose articles are not indexed a second time. Temporary and embedded when absent.
   */
  readonly db?: string;
  readonly peers?: boolean;
  /** Measure again with the corpus repeated so often; 1 for not. */
  readonly scale?: number;
  /** About so many articles only, those that answer a question among them. */
  readonly limit?: number;
  /** Ask so many questions more and tell how memory grew. */
  readonly repeat?: number;
};

/** Of a peer, beside ours on the same questions: above 1 it has more, of nDCG or of milliseconds. */
export type Ratios = { readonly ndcg10: number; readonly p50: number; readonly p95: number };

export type RetrievalFigures = {
  readonly articles: number;
  readonly questions: number;
  readonly engine: 'pglite' | 'postgres';
  readonly systems: readonly (Omit<SystemFigures, 'sets'> & {
    readonly label: string;
    readonly sets: readonly (SetFigures & { readonly againstOurs: Ratios | null })[];
  })[];
};

/** So that a 95th percentile means something where questions are few. */
const LEAST_SEARCHES = 100;
/** How long a slow peer is asked the same questions again. */
const PATIENCE_SECONDS = 60;

const BESIDE = path.resolve(import.meta.dirname, '..', '..', '..', 'shared', 'corpora', 'phap-dien');

/**
 * How well, how fast and at what cost the right article is found, by the product and, where they are asked for, by its
 * peers: one after the other, each in a process of its own, on the same texts and questions. Throws `bad_input` where
 * only one of the two files is given, has no questions, or neither is given and none stands beside the checkout.
 */
export async function measureRetrieval(
  options: RetrievalOptions,
  say: (line: string) => void,
): Promise<RetrievalFigures> {
  const files = await findFiles(options);
  const { articles, sets } = await prepare(files, options);
  const measure = async (system: SystemName, scale = 1) => {
    const asked = system === 'product' ? sets : sets.filter(({ name }) => askedOfPeers(name));
    const place = await placeFor(system, scale, options.db);
    const job: Job = {
      system,
      at: place.at,
      articles: files.articles,
      limit: options.limit ?? null,
      scale,
      sets: asked,
      searches: LEAST_SEARCHES,
      seconds: PATIENCE_SECONDS,
      repeat: system === 'product' && scale === 1 ? (options.repeat ?? 0) : 0,
    };
    try {
      return await measureApart(job, say);
    } finally {
      await place.remove();
    }
  };
  const figures = [await measure('product')];
  const times = options.scale ?? 1;
  if (times > 1) figures.push(await measure('product', times));
  if (options.peers === true) for (const peer of PEERS) figures.push(await measure(peer));
  return {
    articles,
    questions: sets[0]?.questions.length ?? 0,
    engine: options.db === undefined ? 'pglite' : databaseLocation(options.db).engine,
    systems: besideOurs(figures),
  };
}

async function findFiles({ articles, questions }: RetrievalOptions) {
  if (articles !== undefined && questions !== undefined) return { articles, questions };
  if (articles !== undefined || questions !== undefined) {
    throw new KnownError('bad_input', 'Hãy cho cả hai tệp: --articles TỆP và --questions TỆP.');
  }
  const beside = {
    articles: path.join(BESIDE, 'articles.jsonl.gz'),
    questions: path.join(BESIDE, 'questions.jsonl'),
  };
  for (const file of Object.values(beside)) {
    const found = await stat(file).catch(() => null);
    if (found !== null) continue;
    throw new KnownError(
      'bad_input',
      'Bên cạnh mã nguồn không có ../shared/corpora/phap-dien. Hãy cho --articles TỆP và --questions TỆP.',
    );
  }
  return beside;
}

/** Counts what is measured and writes the questions; the articles themselves are let go of. */
async function prepare(
  files: { readonly articles: string; readonly questions: string },
  options: RetrievalOptions,
): Promise<{ readonly articles: number; readonly sets: readonly QuestionSet[] }> {
  const all = await readArticles(files.articles);
  const questions = withTwins(await readBenchQuestions(files.questions), all);
  if (questions.length === 0) throw new KnownError('bad_input', 'Tệp --questions không có câu hỏi nào.');
  const keep = new Set(questions.flatMap(({ relevant }) => relevant));
  const articles = options.limit === undefined ? all : limitArticles(all, options.limit, keep);
  return { articles: articles.length, sets: questionSets(questions, options) };
}

/** Peers correct nothing: what typing errors and keystrokes do to them says little and takes long. */
function askedOfPeers(name: QuestionSet['name']): boolean {
  return name === 'as typed' || name === 'folded';
}

async function placeFor(system: SystemName, scale: number, db: string | undefined) {
  const server = db !== undefined && databaseLocation(db).engine === 'postgres' ? db : undefined;
  if (system === 'product' && scale === 1 && db !== undefined && server === undefined) {
    return { at: db, remove: async () => {} };
  }
  return makePlace(SYSTEMS[system].keptIn === 'database' ? server : undefined);
}

function besideOurs(figures: readonly SystemFigures[]): RetrievalFigures['systems'] {
  const ours = new Map(figures[0]?.sets.map((set) => [set.set, set]));
  return figures.map((system) => ({
    ...system,
    label: SYSTEMS[system.system].label,
    sets: system.sets.map((set) => {
      const own = ours.get(set.set);
      const againstOurs =
        system.system === 'product' || own === undefined
          ? null
          : {
              ndcg10: set.ndcg10 / own.ndcg10,
              p50: set.latencyMs.p50 / own.latencyMs.p50,
              p95: set.latencyMs.p95 / own.latencyMs.p95,
            };
      return { ...set, againstOurs };
    }),
  }));
}
