import { type DestinationStream, type Logger, pino } from 'pino';
import type { Config } from '../../config.ts';

/**
 * The product's log: JSON lines on standard error, unless told another destination. Questions and answers are never
 * logged, and what a URL may carry (passwords, bot tokens) is taken out of every error.
 */
export function createLog(
  level: Config['logLevel'],
  destination: DestinationStream = pino.destination({ dest: 2, sync: true }),
): Logger {
  return pino(
    {
      level,
      base: null,
      formatters: { level: (label) => ({ level: label }) },
      serializers: { error: (error: unknown) => withoutSecrets(pino.stdSerializers.err(asError(error))) },
    },
    destination,
  );
}

const SECRETS: readonly (readonly [RegExp, string])[] = [
  // A password may hold anything, "/" too where somebody forgot to encode it: hiding too much does no harm.
  [/(postgres(?:ql)?:\/\/[^\s:/@]*:)\S*@/gi, '$1***@'],
  [/(\w+:\/\/[^\s:/@]*:)[^\s/]*@/g, '$1***@'],
  [/([?&](?:password|passwd|pwd|token|secret)=)[^&\s"']+/gi, '$1***'],
  [/(bot)?\d+(?::|%3A)[\w-]{20,}/gi, '$1***'],
];

/**
 * A value as plain data, with passwords in URLs and bot tokens hidden in every text and name of it. What holds itself
 * is cut there.
 */
export function withoutSecrets(value: unknown, above: readonly object[] = []): unknown {
  if (typeof value === 'string') return hideSecrets(value);
  if (typeof value !== 'object' || value === null || value instanceof Date) return value;
  if (above.includes(value)) return '[circular]';
  const within = [...above, value];
  if (Array.isArray(value)) return value.map((item) => withoutSecrets(item, within));
  return Object.fromEntries(
    Object.entries(value).map(([name, item]) => [hideSecrets(name), withoutSecrets(item, within)]),
  );
}

function hideSecrets(text: string): string {
  return SECRETS.reduce((safe, [secret, shown]) => safe.replace(secret, shown), text);
}

/** The queue tells of errors by objects that only look like them. */
function asError(error: unknown): Error {
  if (error instanceof Error) return error;
  if (typeof error !== 'object' || error === null || !('message' in error)) return new Error(String(error));
  const stack = 'stack' in error && typeof error.stack === 'string' ? { stack: error.stack } : {};
  return Object.assign(new Error(String(error.message)), stack);
}
