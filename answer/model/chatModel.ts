import { ChatOpenAICompletions } from '@langchain/openai';
import type { ModelSettings } from '../../config.ts';

/** Room for an answer, and for what some models think aloud before it. */
const MOST_TOKENS = 2_000;

/** LangChain would report every call, words and all, to a service of its makers where the environment says so. */
const TRACING = ['LANGSMITH_TRACING_V2', 'LANGCHAIN_TRACING_V2', 'LANGSMITH_TRACING', 'LANGCHAIN_TRACING'];

/** A model of an OpenAI-compatible service. All that it sends goes through `gateway`. */
export function createChatModel(settings: ModelSettings, name: string, gateway: typeof fetch) {
  for (const variable of TRACING) process.env[variable] = 'false';
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
