import { answerQuestion } from '../../answer/answer.ts';
import { describeAnswer } from '../../bot/describeAnswer.ts';
import type { Reply } from '../../bot/message.ts';
import { replyText } from '../../bot/plainText.ts';
import type { IsoDate } from '../../domain/directive.ts';
import type { Database } from '../../store/database.ts';
import type { ExitCode, Io } from '../io.ts';
import { answerAll, type QuestionOptions } from '../questions.ts';

/** `ask QUESTION`: the answer with its citations. */
export function askCommand(
  io: Io,
  question: string | undefined,
  options: QuestionOptions,
): Promise<ExitCode> {
  return answerAll(io, question, options, {
    one: ask,
    json: ({ question: asked, ms, reply }) => ({
      question: asked,
      ms,
      kind: reply.outcome,
      answer: replyText(reply),
      citations: reply.blocks.flatMap((block) =>
        block.kind === 'quote'
          ? [
              {
                document: block.citation.document,
                path: block.citation.path,
                quote: block.citation.quote,
                inForce: block.citation.inForce,
              },
            ]
          : [],
      ),
    }),
    text: ({ reply }) => replyText(reply),
  });
}

async function ask(
  database: Database,
  question: string,
  asOf: IsoDate,
): Promise<{ readonly question: string; readonly ms: number; readonly reply: Reply }> {
  const started = performance.now();
  const reply = describeAnswer(await answerQuestion(database, question, asOf), asOf);
  return { question, ms: round(performance.now() - started), reply };
}

function round(ms: number): number {
  return Math.round(ms * 10) / 10;
}
