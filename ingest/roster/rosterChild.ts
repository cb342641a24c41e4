import { vietnamDay } from '../../domain/day.ts';
import { answer, receive, refusalOrFailure } from '../childSide.ts';
import { readRosterBytes } from './readRosterBytes.ts';

/**
 * The process in which a roster is read: one request in, one answer out, then the end. Started by `readRoster`.
 */

process.on('unhandledRejection', (error) => answer(refusalOrFailure(error)));
process.on('uncaughtException', (error) => answer(refusalOrFailure(error)));

/** What is unknown is not sent: a large roster is mostly that. */
function withoutUnknown(_key: string, value: unknown): unknown {
  return value === null || (Array.isArray(value) && value.length === 0) ? undefined : value;
}

try {
  const { request, bytes } = await receive();
  const result = await readRosterBytes(bytes, request.fileName, vietnamDay(new Date()));
  answer({ status: 'read', result }, withoutUnknown);
} catch (error) {
  answer(refusalOrFailure(error));
}
