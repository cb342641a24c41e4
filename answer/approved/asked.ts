import { findKnownNames } from '../../store/answers/knownNames.ts';
import {
  type AskedOutcome,
  countBadVotes,
  type GivenSource,
  storeAsked,
} from '../../store/approved/asked.ts';
import type { Database } from '../../store/database.ts';
import { indexedSyllables } from '../../vietnamese/terms.ts';
import { cleanText } from '../../vietnamese/text.ts';
import type { Answer } from '../answer.ts';
import { redact } from '../model/redact.ts';
import type { FoundApproved } from './findApproved.ts';

/** Longer texts are no questions that anybody else would ask. */
const LONGEST = 400;

/**
 * A text as it is counted and shown to staff: without names of people on record, their numbers, telephones and addresses; without
 * marks, abbreviations written out, so that one question is counted once however it was typed.
 */
export async function namelessKey(database: Database, text: string): Promise<string> {
  const { text: masked } = await redact(cleanText(text), (keys) => findKnownNames(database, keys));
  return masked
    .split(/(\[[^\]]+\])/)
    .flatMap((part) => (part.startsWith('[') ? [part] : indexedSyllables(part).map(({ folded }) => folded)))
    .join(' ');
}

/**
 * Remembers a question to the documents, nobody's name and no chat with it, and what was answered. Gives the number of the answer,
 * under which people may say what they think of it; `null` for what is no question to be counted.
 */
export async function noteQuestion(
  database: Database,
  question: string,
  answer: Answer | FoundApproved,
): Promise<number | null> {
  if (question.length > LONGEST) return null;
  const key = await namelessKey(database, question);
  if (!/[a-z]/.test(key)) return null;
  return storeAsked(database, key, outcomeOf(answer), sourcesOf(answer));
}

/** How many people call an answer to this question bad; 0 for what is no question to be counted. */
export async function badVotesOn(database: Database, question: string): Promise<number> {
  return question.length > LONGEST ? 0 : countBadVotes(database, await namelessKey(database, question));
}

function outcomeOf(answer: Answer | FoundApproved): AskedOutcome {
  if ('answer' in answer) return 'answered';
  if (answer.kind === 'not_found') return 'not_found';
  return answer.kind === 'quoted' && answer.sureness === 'likely' ? 'unsure' : 'answered';
}

function sourcesOf(answer: Answer | FoundApproved): readonly GivenSource[] {
  const citations =
    'answer' in answer || answer.kind === 'quoted'
      ? answer.citations
      : answer.kind === 'document'
        ? [answer.citation]
        : [];
  return citations.map(({ directiveId, path }) => ({ directiveId, path }));
}
