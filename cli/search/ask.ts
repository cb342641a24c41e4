import { type Answer, answerQuestion } from '../../answer/answer.ts';
import { describeAnswer } from '../../bot/reply/describeAnswer.ts';
import { replyText } from '../../bot/reply/plainText.ts';
import type { Citation } from '../../domain/citation.ts';
import type { IsoDate } from '../../domain/day.ts';
import type { Searcher } from '../../retrieve/searcher.ts';
import type { Database } from '../../store/database.ts';
import type { ExitCode, Io } from '../io.ts';
import { answerAll, msSince, type QuestionOptions } from './questions.ts';

/** `ask QUESTION`: the answer with its citations. */
export function askCommand(
  io: Io,
  question: string | undefined,
  options: QuestionOptions,
): Promise<ExitCode> {
  return answerAll(io, question, options, {
    one: ask,
    json: ({ question: asked, ms, answer, reply }) => ({
      question: asked,
      ms,
      kind: answer.kind,
      answer: replyText(reply),
      citations: citationsOf(answer).map(citationJson),
    }),
    text: ({ reply }) => replyText(reply, { choices: true }),
  });
}

function citationJson({
  document,
  path,
  quote,
  inForce,
  validity,
  effective,
  until,
  supersededBy: by,
}: Citation) {
  const supersededBy =
    by === null ? null : { kind: by.kind, document: by.document, path: by.path, since: by.since };
  return { document, path, quote, inForce, validity, effective, until, supersededBy };
}

function citationsOf(answer: Answer): readonly Citation[] {
  switch (answer.kind) {
    case 'quoted':
      return answer.citations;
    case 'document':
      return [answer.citation];
    case 'not_found':
      return [];
  }
}

async function ask(database: Database, question: string, asOf: IsoDate, search: Searcher) {
  const started = performance.now();
  const answer = await answerQuestion(database, question, asOf, search);
  const reply = describeAnswer(answer, asOf);
  return { question, ms: msSince(started), answer, reply };
}
