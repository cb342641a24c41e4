import {
  type AgentMiddleware,
  modelCallLimitMiddleware,
  modelFallbackMiddleware,
  modelRetryMiddleware,
  toolCallLimitMiddleware,
} from 'langchain';
import type { createChatModel } from './chatModel.ts';

/** A model that goes round in circles is stopped. */
const MOST_CALLS = 4;
const MOST_TOOL_CALLS = 6;
/** A pause before the one further try of a call that failed in passing. */
const RETRY_AFTER_MS = 250;
/** A service that asks to wait longer is waited for no longer than this: the person waits too. */
const LONGEST_PAUSE_MS = 2_000;

type ChatModel = ReturnType<typeof createChatModel>;

// LangChain's declarations do not hold where optional properties are exact; these are what its options come to.
const limitCalls = modelCallLimitMiddleware as unknown as Make<{
  readonly runLimit: number;
  readonly exitBehavior: 'end';
}>;
const limitTools = toolCallLimitMiddleware as unknown as Make<{
  readonly runLimit: number;
  readonly exitBehavior: 'continue';
}>;
const retry = modelRetryMiddleware as unknown as Make<{
  readonly maxRetries: number;
  readonly initialDelayMs: number;
  readonly maxDelayMs: number;
  readonly retryOn: (error: Error) => boolean;
  readonly onFailure: 'error';
}>;
type Make<O> = (options: O) => AgentMiddleware;

/** What keeps an agent within bounds: numbers of calls, one further try, another model where the first one fails. */
export function bounds(fallback: ChatModel | null, deadline: AbortSignal): readonly AgentMiddleware[] {
  return [
    limitCalls({ runLimit: MOST_CALLS, exitBehavior: 'end' }),
    limitTools({ runLimit: MOST_TOOL_CALLS, exitBehavior: 'continue' }),
    ...(fallback === null ? [] : [modelFallbackMiddleware(fallback) as unknown as AgentMiddleware]),
    retry({
      maxRetries: 1,
      initialDelayMs: RETRY_AFTER_MS,
      maxDelayMs: LONGEST_PAUSE_MS,
      retryOn: (error) => !deadline.aborted && passes(error),
      onFailure: 'error',
    }),
  ];
}

/** Whether the failure may be gone at the next try. */
function passes(error: Error): boolean {
  const status = 'status' in error ? error.status : undefined;
  return typeof status === 'number' ? status === 429 || status >= 500 : true;
}
