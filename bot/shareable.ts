import type { Answer, Quoted } from '../answer/answer.ts';
import { currentAnswer } from '../answer/currentAnswer.ts';
import { type Citation, writeCitation } from '../domain/citation.ts';
import type { IsoDate } from '../domain/day.ts';
import { KnownError } from '../errors.ts';
import type { Searcher } from '../retrieve/searcher.ts';
import type { Database } from '../store/database.ts';
import type { Block } from './message.ts';
import { describeAnswer } from './reply/describeAnswer.ts';
import { texts } from './texts.ts';

/** Words of the documents that somebody may put into any chat. Nothing of it is about a person. */
export type Shareable = {
  readonly title: string;
  /** Begins with the words themselves. */
  readonly description: string;
  readonly blocks: readonly Block[];
};

/** What the documents say to a few words, best first; to none, what they say to the questions that newcomers start with. */
export type Share = (words: string) => Promise<readonly Shareable[]>;

export type ShareOptions = {
  readonly database: Database;
  readonly search: Searcher;
  readonly today: () => IsoDate;
  readonly startQuestions: readonly string[];
};

/** Of an answer to a start question as much as is read at one glance. */
const START_CITATIONS = 2;

/** Looks into the documents alone: it is not told who asks. What cannot be a question finds nothing. */
export function createShare({ database, search, today, startQuestions }: ShareOptions): Share {
  const find = async (words: string): Promise<Answer | null> => {
    try {
      return await currentAnswer(database, words, today(), search);
    } catch (error) {
      if (error instanceof KnownError && error.code === 'bad_input') return null;
      throw error;
    }
  };
  const starts = async (): Promise<readonly Shareable[]> => {
    const found: Shareable[] = [];
    for (const question of startQuestions) {
      const answer = await find(question);
      if (answer?.kind !== 'quoted') continue;
      const [first, ...others] = answer.citations.slice(0, START_CITATIONS);
      if (first === undefined) continue;
      const shown = citationsOf(answer, [first, ...others], first, today());
      found.push({ ...shown, title: question, description: shown.title });
    }
    return found;
  };
  return async (words) => {
    if (words.trim() === '') return starts();
    const answer = await find(words);
    return answer === null ? [] : withoutRepeats(shareablesOf(answer, today()));
  };
}

/** The first of those with the same words: two hits within one clause are both quoted by the whole clause. */
export function withoutRepeats(found: readonly Shareable[]): readonly Shareable[] {
  const seen = new Set<string>();
  return found.filter(({ title, description }) => {
    const words = `${title}\n${description}`;
    if (seen.has(words)) return false;
    seen.add(words);
    return true;
  });
}

function shareablesOf(answer: Answer, asOf: IsoDate): readonly Shareable[] {
  const day = answer.askedDay ?? asOf;
  switch (answer.kind) {
    case 'quoted':
      return [
        ...answer.citations.map((one) => citationsOf(answer, [one], one, day)),
        ...answer.near.map((one) => citationsOf({ ...answer, amendedBy: [] }, [one], one, day)),
      ];
    case 'document':
      return [
        {
          title: answer.citation.document,
          description: answer.citation.quote,
          blocks: describeAnswer(answer, asOf).blocks,
        },
      ];
    case 'not_found':
      return answer.near.map((one) => citationsOf(bare, [one], one, day));
  }
}

const bare: Quoted = {
  kind: 'quoted',
  sureness: 'exact',
  citations: [],
  missing: [],
  near: [],
  amendedBy: [],
  reasons: new Map(),
};

/** Quotes with what is to be known of them; how well they fit the question says nothing to who reads them elsewhere. */
function citationsOf(
  answer: Quoted & Pick<Answer, 'askedDay'>,
  citations: readonly Citation[],
  named: Citation,
  asOf: IsoDate,
): Shareable {
  const { askedDay, amendedBy } = answer;
  const asked = askedDay === undefined ? {} : { askedDay };
  const { blocks } = describeAnswer({ ...bare, amendedBy, citations, ...asked }, asOf);
  return {
    title: writeCitation(named),
    description: named.quote,
    blocks: blocks.filter((block) => block.kind !== 'text' || block.text !== texts.sureness.exact),
  };
}
