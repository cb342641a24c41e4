import type { Answer } from '../../../answer/answer.ts';
import { whatDecides } from '../../../answer/conversation/askBack.ts';
import { suggestQuestions } from '../../../answer/conversation/suggest.ts';
import type { IsoDate } from '../../../domain/day.ts';
import type { Services } from '../../feature.ts';
import type { Choice } from '../../message.ts';
import { modelTexts as texts } from './texts.ts';

/** What may be asked next: which of several is meant where that decides, else questions that the documents answer. */
export async function nextChoices(
  question: string,
  answer: Answer,
  asOf: IsoDate,
  { database, search }: Pick<Services, 'database' | 'search'>,
): Promise<{ readonly asks: string | null; readonly choices: readonly Choice[] }> {
  if (answer.kind !== 'quoted') return { asks: null, choices: [] };
  const deciding = whatDecides(question, answer);
  if (deciding !== null) {
    const choices = deciding.options.map((option) => ({ label: option, send: `còn ${option}?` }));
    return { asks: texts.which[deciding.kind], choices: choices.filter(fits) };
  }
  const questions = await suggestQuestions(database, search, answer, asOf);
  return { asks: null, choices: questions.map((one) => ({ label: one, send: one })).filter(fits) };
}

/** What a button sends has at most 64 bytes. */
const fits = ({ send }: Choice) => Buffer.byteLength(send) <= 64;
