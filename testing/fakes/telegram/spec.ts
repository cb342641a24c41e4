import { readFileSync } from 'node:fs';
import { need } from '../../prerequisites.ts';

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

/** The specification. Call it inside a test or hook that `leaveOut('telegramSpec')` guards. */
export function readTelegramSpec(): TelegramSpec {
  return JSON.parse(readFileSync(need('telegramSpec'), 'utf8')) as TelegramSpec;
}
