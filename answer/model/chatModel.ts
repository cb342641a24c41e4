import { ChatOpenAICompletions } from '@langchain/openai';
import type { ModelSettings } from '../../config.ts';

/** Room for an answer, and for what some models think aloud before it. */
const MOST_TOKENS = 2_000;

/** Where the environment says so, LangChain reports every call, words and all, to a service of its makers, or to the log. */
const TELLING = [
  'LANGSMITH_TRACING_V2',
  'LANGCHAIN_TRACING_V2',
  'LANGSMITH_TRACING',
  'LANGCHAIN_TRACING',
  'LANGCHAIN_VERBOSE',
];

/** A model of an OpenAI-compatible service. All that it sends goes through `gateway`. */
export function createChatModel(settings: ModelSettings, name: string, gateway: typeof fetch) {
  for (const variable of TELLING) delete process.env[variable];
  return new ChatOpenAICompletions({
    model: name,
    apiKey: settings.apiKey ?? 'none',
    temperature: 0,
    maxTokens: MOST_TOKENS,
    // Whoever calls tries again, and knows when not to.
    maxRetries: 0,
    streaming: false,
    configuration: {
      baseURL: settings.baseUrl,
      fetch: gateway,
      // The client would read these from the environment, and write requests with questions into the log.
      organization: null,
      project: null,
      logLevel: 'off',
    },
  });
}
