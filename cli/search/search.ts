import { findPassages, type RankedPassage } from '../../answer/findPassages.ts';
import { writtenForms } from '../../answer/reason.ts';
import { writeChange, writeCitation } from '../../domain/citation.ts';
import type { ExitCode, Io } from '../io.ts';
import { texts } from '../texts.ts';
import { explanationText } from './explanation.ts';
import { explanationTexts } from './explanationTexts.ts';
import { answerAll, msSince, type QuestionOptions } from './questions.ts';

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
      asOf: found.asOf,
      readAs: found.corrected ?? asked,
      results: found.passages.map((passage) => ({
        ...resultJson(passage),
        ...(explain ? { explanation: passage.explanation } : {}),
      })),
    }),
    text: ({ question: asked, found }) => {
      const { passages, corrected } = found;
      const readAs = corrected === null ? [] : [texts.readAs(corrected)];
      if (passages.length === 0) return [...readAs, texts.nothingFits].join('\n\n');
      const results = passages.map((passage, at) =>
        explain
          ? `${resultText(passage, at)}\n\n${explained(passage, corrected ?? asked)}\n`
          : resultText(passage, at),
      );
      return [...readAs, ...results].join('\n\n').trimEnd();
    },
  });
}

function resultJson({ citation, score }: RankedPassage) {
  return {
    citation: writeCitation(citation),
    document: citation.document,
    path: citation.path,
    validity: citation.validity,
    effective: citation.effective,
    until: citation.until,
    supersededBy: citation.supersededBy === null ? null : writeChange(citation.supersededBy),
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
