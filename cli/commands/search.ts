import { findPassages, type RankedPassage } from '../../answer/findPassages.ts';
import { writtenForms } from '../../answer/reason.ts';
import { writeCitation } from '../../domain/citation.ts';
import { explanationText } from '../explanation.ts';
import { explanationTexts } from '../explanationTexts.ts';
import type { ExitCode, Io } from '../io.ts';
import { answerAll, msSince, type QuestionOptions } from '../questions.ts';
import { texts } from '../texts.ts';

/** `search QUESTION`: the ranked passages; with `explain`, why each stands where it does. */
export function searchCommand(
  io: Io,
  question: string | undefined,
  options: QuestionOptions & { readonly k: number; readonly explain?: boolean },
): Promise<ExitCode> {
  const explain = options.explain === true;
  return answerAll(io, question, options, {
    one: async (database, asked, asOf, search) => {
      const started = performance.now();
      const found = await findPassages(database, asked, { limit: options.k, asOf }, search);
      return { question: asked, ms: msSince(started), found };
    },
    json: ({ question: asked, ms, found }) => ({
      question: asked,
      ms,
      results: found.map((passage) => ({
        ...resultJson(passage),
        ...(explain ? { explanation: passage.explanation } : {}),
      })),
    }),
    text: ({ question: asked, found }) => {
      if (found.length === 0) return texts.nothingFits;
      const results = found.map((passage, at) =>
        explain ? `${resultText(passage, at)}\n\n${explained(passage, asked)}\n` : resultText(passage, at),
      );
      return results.join('\n\n').trimEnd();
    },
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

function explained({ citation, explanation }: RankedPassage, question: string): string {
  if (explanation === null) return `   ${explanationTexts.named}`;
  const { quote, heading, document } = citation;
  return explanationText(explanation, writtenForms(question, [quote, heading ?? '', document]));
}
