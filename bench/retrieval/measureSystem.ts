import { hitAt, mean, ndcgAt, percentile, reciprocalRankAt } from '../measures.ts';
import { type Article, type BenchQuestion, documentsOf, limitArticles, readArticles } from './corpus.ts';
import { enlarge, originalId } from './enlarge.ts';
import type { QuestionSet } from './questionSets.ts';
import type { SearchSystem } from './searchSystem.ts';
import { openSystem, SYSTEMS, type SystemName } from './systems.ts';

/** What is to be measured in one process. */
export type Job = {
  readonly system: SystemName;
  /** Where it keeps its index: a URL or a path. */
  readonly at: string;
  /** File of articles, and how many of them to take; `null` for all. */
  readonly articles: string;
  readonly limit: number | null;
  /** How often the corpus is repeated, altered each time; a copy that is found counts as its original. */
  readonly scale: number;
  readonly sets: readonly QuestionSet[];
  /** Every set is asked again until it has been searched this often … */
  readonly searches: number;
  /** … but no further round begins after so many seconds. */
  readonly seconds: number;
  /** Afterwards, so many questions more for the sake of memory; 0 for none. */
  readonly repeat: number;
};

/** Shares are 0–1; latencies in milliseconds over all `searches`, the other figures over one round of the questions. */
export type SetFigures = {
  readonly set: QuestionSet['name'];
  readonly searches: number;
  readonly ndcg10: number;
  readonly mrr10: number;
  readonly recall: {
    readonly at1: number;
    readonly at5: number;
    readonly at10: number;
    readonly at50: number;
  };
  readonly latencyMs: { readonly p50: number; readonly p95: number };
};

export type SystemFigures = {
  readonly system: SystemName;
  readonly scale: number;
  readonly articles: number;
  /** `null` where the articles had been taken in before. */
  readonly indexing: { readonly seconds: number; readonly articlesPerSecond: number } | null;
  /** On disk, or what the heap grew by for an index in memory; `null` where that is less than the heap moves by itself. */
  readonly indexBytes: number | null;
  /** Memory of the whole process after the questions, and the most it ever took; that of a server is not counted. */
  readonly rssBytes: number;
  readonly peakRssBytes: number;
  readonly sets: readonly SetFigures[];
  /** Memory of the process before and after so many further questions. */
  readonly repeated: {
    readonly searches: number;
    readonly rssBytesBefore: number;
    readonly rssBytesAfter: number;
  } | null;
};

/** How deep a ranking is looked at. */
const DEPTH = 50;
const WARM_UP = 5;

/** Indexes the corpus in one system and asks it every set of questions. */
export async function measureSystem(job: Job, say: (line: string) => void): Promise<SystemFigures> {
  const system = await openSystem(job.system, job.at);
  try {
    const { articles, indexing, indexBytes } = await index(system, job, say);
    const sets: SetFigures[] = [];
    for (const set of job.sets) {
      const figures = await askSet(system, set, job);
      say(`${SYSTEMS[job.system].label}: ${summary(figures)}`);
      sets.push(figures);
    }
    const afterwards = rssBytes();
    const repeated = job.repeat === 0 ? null : await repeat(system, job, say);
    return {
      system: job.system,
      scale: job.scale,
      articles,
      indexing,
      indexBytes,
      rssBytes: afterwards,
      peakRssBytes: process.resourceUsage().maxRSS * 1024,
      sets,
      repeated,
    };
  } finally {
    await system.close();
  }
}

/** The corpus is let go of when this returns: only what the system keeps of it stays in memory. */
async function index(system: SearchSystem, job: Job, say: (line: string) => void) {
  const documents = await readCorpus(job);
  const { label } = SYSTEMS[job.system];
  const size = () => job.scale * documents.reduce((sum, articles) => sum + articles.length, 0);
  say(`${label}: ${size()} articles are being indexed …`);
  const heap = heapBytes();
  const begin = performance.now();
  const taken = await system.index(
    told(enlarge(documents, job.scale), (done) => say(`${label}: ${done} articles`)),
  );
  const seconds = (performance.now() - begin) / 1000;
  for (const { question } of job.sets[0]?.questions.slice(0, WARM_UP) ?? []) {
    await system.search(question, DEPTH);
  }
  const indexBytes = (await system.size()) ?? grownBytes(heap, heapBytes());
  // Asked for only now: until here the corpus has to stay in memory, or what was let go of it would hide what grew.
  const count = size();
  const indexing = taken < count ? null : { seconds, articlesPerSecond: count / seconds };
  return { articles: count, indexing, indexBytes };
}

async function readCorpus(job: Job): Promise<readonly (readonly Article[])[]> {
  const all = await readArticles(job.articles);
  const keep = new Set(job.sets.flatMap(({ questions }) => questions.flatMap(({ relevant }) => relevant)));
  return documentsOf(job.limit === null ? all : limitArticles(all, job.limit, keep));
}

/** Says now and then how far it is. */
function* told(
  documents: Iterable<readonly Article[]>,
  say: (done: number) => void,
): Generator<readonly Article[]> {
  let done = 0;
  let last = performance.now();
  for (const articles of documents) {
    yield articles;
    done += articles.length;
    if (performance.now() - last < 15_000) continue;
    last = performance.now();
    say(done);
  }
}

async function askSet(system: SearchSystem, set: QuestionSet, job: Job): Promise<SetFigures> {
  const times: number[] = [];
  const ask = async ({ question }: BenchQuestion): Promise<readonly string[]> => {
    const begin = performance.now();
    const found = await system.search(question, DEPTH);
    times.push(performance.now() - begin);
    return found;
  };
  const begin = performance.now();
  const rankings: { readonly ranked: readonly string[]; readonly relevant: ReadonlySet<string> }[] = [];
  for (const question of set.questions) {
    const ranked = [...new Set((await ask(question)).map(originalId))];
    rankings.push({ ranked, relevant: new Set(question.relevant) });
  }
  while (times.length < job.searches && performance.now() - begin < job.seconds * 1000) {
    for (const question of set.questions) await ask(question);
  }
  const over = (measure: (ranked: readonly string[], relevant: ReadonlySet<string>) => number) =>
    mean(rankings.map(({ ranked, relevant }) => measure(ranked, relevant)));
  const recallAt = (k: number) => over((ranked, relevant) => hitAt(k, ranked, relevant));
  return {
    set: set.name,
    searches: times.length,
    ndcg10: over((ranked, relevant) => ndcgAt(10, ranked, relevant)),
    mrr10: over((ranked, relevant) => reciprocalRankAt(10, ranked, relevant)),
    recall: { at1: recallAt(1), at5: recallAt(5), at10: recallAt(10), at50: recallAt(50) },
    latencyMs: { p50: percentile(times, 0.5), p95: percentile(times, 0.95) },
  };
}

/** For whoever waits, and for when a long run is broken off. */
function summary({ set, searches, ndcg10, recall, latencyMs: { p50, p95 } }: SetFigures): string {
  const found = `nDCG@10 ${ndcg10.toFixed(3)}, recall@50 ${recall.at50.toFixed(3)}`;
  return `${searches} searches, ${set}: ${found}, p50 ${p50.toFixed(1)} ms, p95 ${p95.toFixed(1)} ms`;
}

async function repeat(
  system: SearchSystem,
  { repeat: searches, sets }: Job,
  say: (line: string) => void,
): Promise<NonNullable<SystemFigures['repeated']>> {
  const questions = sets.flatMap((set) => set.questions);
  say(`${searches} questions more …`);
  const rssBytesBefore = rssBytes();
  for (let at = 0; at < searches; at += 1) {
    await system.search(questions[at % questions.length]?.question ?? '', DEPTH);
  }
  return { searches, rssBytesBefore, rssBytesAfter: rssBytes() };
}

/** JavaScript's own heap: buffers outside it are still there from reading the corpus, and go at any time. */
function heapBytes(): number {
  collectGarbage();
  return process.memoryUsage().heapUsed;
}

/** What the heap grows or shrinks by from one collection to the next with nothing new in it. */
const HEAP_NOISE = 1024 ** 2;

function grownBytes(before: number, after: number): number | null {
  return after - before < HEAP_NOISE ? null : after - before;
}

function rssBytes(): number {
  collectGarbage();
  return process.memoryUsage.rss();
}

/** Only where node was started with `--expose-gc`, as the measuring process is. */
function collectGarbage(): void {
  globalThis.gc?.();
}
