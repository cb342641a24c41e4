import { findPassages, type RankedPassage } from '../../answer/findPassages.ts';
import { writeCitation } from '../../domain/citation.ts';
import type { ExitCode, Io } from '../io.ts';
import { answerAll, msSince, type QuestionOptions } from '../questions.ts';
import { texts } from '../texts.ts';

/** `search QUESTION`: the ranked passages. */
export function searchCommand(
  io: Io,
  question: string | undefined,
  options: QuestionOptions & { readonly k: number },
): Promise<ExitCode> {
  return answerAll(io, question, options, {
    one: async (database, asked, asOf, search) => {
      const started = performance.now();
      const found = await findPassages(database, asked, { limit: options.k, asOf }, search);
      return { question: asked, ms: msSince(started), found };
    },
    json: ({ question: asked, ms, found }) => ({ question: asked, ms, results: found.map(resultJson) }),
    text: ({ found }) => (found.length === 0 ? texts.nothingFits : found.map(resultText).join('\n\n')),
  });
}

function resultJson({ citation, score }: RankedPassage) {
  return {
    citation: writeCitation(citation),
    document: citation.document,
    path: citation.path,
    score: Math.round(score * 1000) / 1000,
    text: citation.quote,
  };
}

function resultText({ citation, score }: RankedPassage, at: number): string {
  return `${at + 1}. ${writeCitation(citation)}  [${score.toFixed(2)}]\n${citation.quote}`;
}
