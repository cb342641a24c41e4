import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';

export type SpecField = {
  readonly name: string;
  readonly types: readonly string[];
  readonly required: boolean;
  readonly description: string;
};

export type SpecMethod = { readonly fields?: readonly SpecField[]; readonly returns: readonly string[] };

export type SpecType = { readonly fields?: readonly SpecField[]; readonly subtypes?: readonly string[] };

/** The machine-readable Bot API: every method and type. */
export type TelegramSpec = {
  readonly methods: Readonly<Record<string, SpecMethod>>;
  readonly types: Readonly<Record<string, SpecType>>;
};

/** Stands beside the checkout, like the other real material that the repository does not hold. */
const specPath = path.resolve(import.meta.dirname, '../../../../shared/specs/telegram-bot-api.json');

/**
 * The specification, or `null` where it does not lie beside the checkout: the reason is printed, and the tests that
 * need it are left out. With `CI=true` nothing may be left out: throws.
 */
export function loadTelegramSpec(): TelegramSpec | null {
  if (existsSync(specPath)) return JSON.parse(readFileSync(specPath, 'utf8')) as TelegramSpec;
  const reason =
    'Left out: Telegram – its calls are not checked, for want of ../shared/specs/telegram-bot-api.json. ' +
    'To include it: put the machine-readable Bot API there.';
  if (process.env.CI === 'true' || process.env.CI === '1') throw new Error(reason);
  console.warn(reason);
  return null;
}
