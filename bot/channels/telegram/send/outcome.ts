import type { Json, SendOutcome } from '../../../delivery/messenger.ts';
import { renderSentence, withMarkupAtEnd } from '../render/outgoing.ts';
import { texts } from '../texts.ts';
import {
  askedToWait,
  isBadToken,
  isOverLimit,
  isRefused,
  isShutOut,
  isTooLarge,
  neverLeft,
  type SafeFailure,
  safeFailure,
} from './failures.ts';
import { insteadOf, type Stored } from './stored.ts';

/** What a failed send came to. */
export function outcomeOfSend(error: unknown, stored: Stored, isGroup: boolean, token: string): SendOutcome {
  const passing = passingOutcome(error, isGroup, token);
  if (passing !== null) return passing;
  const failure = shortly(safeFailure(error, token));
  const instead = wordsInstead(stored);
  if (isRefused(error) || isTooLarge(error)) return { kind: 'refused', failure, instead };
  return { kind: 'unsure', failure, instead };
}

/** What a failed change came to; made twice it is made once, so it may be tried again. */
export function outcomeOfChange(error: unknown, isGroup: boolean, token: string): SendOutcome {
  return (
    passingOutcome(error, isGroup, token) ?? {
      kind: 'unreached',
      failure: shortly(safeFailure(error, token)),
    }
  );
}

function passingOutcome(error: unknown, isGroup: boolean, token: string): SendOutcome | null {
  if (isShutOut(error)) return { kind: 'gone' };
  // In a group it is its own allowance of twenty a minute, elsewhere most likely that of the bot.
  if (isOverLimit(error))
    return { kind: 'wait', seconds: askedToWait(error) ?? null, whom: isGroup ? 'chat' : 'channel' };
  if (neverLeft(error) || isBadToken(error))
    return { kind: 'unreached', failure: shortly(safeFailure(error, token)) };
  return null;
}

/** What an upload would have shown is said in words, whatever became of it; of words it is said that they may be missing. */
function wordsInstead({ way, message }: Stored): readonly Json[] {
  if (way.isLast) return [];
  if (message.kind === 'text') return insteadOf(way, renderSentence(texts.trouble));
  return insteadOf(way, withMarkupAtEnd(message.instead, message.markup));
}

const shortly = ({ failure, status }: SafeFailure) =>
  status === undefined ? failure : `${status} ${failure}`;
