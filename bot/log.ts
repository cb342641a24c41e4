import { type Logger, pino } from 'pino';
import type { Config } from '../config.ts';

/**
 * The product's log: JSON lines on standard error. Questions and answers are never logged, and what a URL may carry
 * (passwords, bot tokens) is taken out of every error.
 */
export function createLog(level: Config['logLevel']): Logger {
  return pino(
    {
      level,
      base: null,
      formatters: { level: (label) => ({ level: label }) },
      serializers: { error: (error: unknown) => withoutSecrets(pino.stdSerializers.err(asError(error))) },
    },
    pino.destination({ dest: 2, sync: true }),
  );
}

const SECRETS: readonly (readonly [RegExp, string])[] = [
  [/(\w+:\/\/[^\s:/@]*:)[^\s@]+@/g, '$1***@'],
  [/(bot)?\d{5,}:[\w-]{20,}/g, '$1***'],
];

/** Hides passwords in URLs and bot tokens in every text of a value. */
export function withoutSecrets<T>(value: T): T {
  const text = JSON.stringify(value);
  if (text === undefined) return value;
  return JSON.parse(SECRETS.reduce((safe, [secret, shown]) => safe.replace(secret, shown), text));
}

function asError(error: unknown): Error {
  return error instanceof Error ? error : new Error(String(error));
}
