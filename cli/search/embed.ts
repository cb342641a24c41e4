import { showAmount } from '../../bot/progress.ts';
import { KnownError } from '../../errors.ts';
import { createEmbedder, type Embedder } from '../../retrieve/vectors/embedder.ts';
import { embedPassages } from '../../retrieve/vectors/embedPassages.ts';
import type { Database, Queryable } from '../../store/database.ts';
import { hasVectorIndex } from '../../store/passages/vectorIndex.ts';
import { countVectors, findModel } from '../../store/passages/vectors.ts';
import { type CommonOptions, type ExitCode, type Io, withExistingDatabase } from '../io.ts';
import { embedTexts as texts } from './embedTexts.ts';

/** `embed`: computes the vectors that are missing; broken off, it goes on where it was. `--status` only looks. */
export async function embedCommand(
  io: Io,
  options: CommonOptions & { readonly status?: boolean },
): Promise<ExitCode> {
  const { embedding } = io.config();
  if (embedding === null) throw new KnownError('bad_config', texts.off);
  const embedder = createEmbedder(embedding);
  return withExistingDatabase<ExitCode>(io, options, async (database) => {
    const outcome = options.status === true ? null : await embed(io, database, embedder);
    const state = await stateOf(database, embedder);
    if (options.json === true) {
      io.out(JSON.stringify({ ...state, ...(outcome === null ? {} : { embedded: outcome.embedded }) }));
    } else if (outcome === null) {
      io.out(statusText(state));
    } else if (outcome.embedded > 0) {
      io.out(texts.done(outcome.embedded, outcome.indexed));
    } else {
      io.out(state.passages === 0 ? texts.nothingStored : texts.nothingMissing);
    }
    return 0;
  });
}

async function embed(io: Io, database: Database, embedder: Embedder) {
  const progress = showAmount(io.say, texts.progress);
  try {
    return await embedPassages(database, embedder, {
      buildIndex: true,
      onProgress: ({ done, total }) => progress.at(done, total),
      onWait: () => io.say(texts.waiting),
    });
  } finally {
    progress.end();
  }
}

type State = {
  readonly model: string;
  /** `null`: no vector of this model was ever stored. */
  readonly dimension: number | null;
  readonly passages: number;
  readonly vectors: number;
  readonly indexed: boolean;
};

async function stateOf(queryable: Queryable, { space }: Embedder): Promise<State> {
  const model = await findModel(queryable, space);
  return {
    model: space.model,
    dimension: model?.dimension ?? null,
    ...(await countVectors(queryable, model)),
    indexed: model !== null && (await hasVectorIndex(queryable, model)),
  };
}

function statusText({ model, dimension, passages, vectors, indexed }: State): string {
  const lines = [texts.status(model, vectors, passages)];
  if (dimension !== null) lines.push(texts.dimension(dimension), texts.indexed(indexed));
  return lines.join('\n');
}
