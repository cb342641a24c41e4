import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { TelegramSpec } from '../telegram/spec.ts';

const root = path.resolve(import.meta.dirname, '../../..');

/** The machine-readable Bot API that stands beside the checkout; `null` where there is none. */
export function specOnDisk(): TelegramSpec | null {
  const file = path.join(root, '..', 'shared', 'specs', 'telegram-bot-api.json');
  return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as TelegramSpec) : null;
}
