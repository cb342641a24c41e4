import { readFileSync } from 'node:fs';
import path from 'node:path';
import { parse } from 'yaml';
import { z } from 'zod';

/** The files of this folder. */
export type PromptName =
  | 'tra-loi'
  | 'cau-hoi'
  | 'sua-cau'
  | 'tom-tat'
  | 'giai-thich'
  | 'cong-van'
  | 'doc-anh';

export type Prompt = {
  readonly name: string;
  readonly version: number;
  readonly slots: readonly string[];
  /** The words with every slot filled. Throws where a slot is missing or unknown. */
  readonly fill: (values: Readonly<Record<string, string>>) => string;
};

const head = z.strictObject({
  version: z.number().int().positive(),
  slots: z.array(z.string().regex(/^[a-z_]+$/)),
});

const SLOT = /\{\{([^{}]*)\}\}/g;

/** Reads a prompt. Throws where its head is missing, or where its words and its head name different slots. */
export function parsePrompt(name: string, text: string): Prompt {
  const match = /^---\n([\s\S]*?)\n---\n([\s\S]*)$/.exec(text.replaceAll('\r\n', '\n'));
  if (match === null) throw new Error(`prompt ${name}: no head between --- lines`);
  const { version, slots } = head.parse(parse(match[1] ?? ''));
  const words = (match[2] ?? '').trim();
  const used = new Set([...words.matchAll(SLOT)].map(([, slot]) => slot ?? ''));
  for (const slot of used) {
    if (!slots.includes(slot)) throw new Error(`prompt ${name}: the slot {{${slot}}} is not in its head`);
  }
  for (const slot of slots) {
    if (!used.has(slot)) throw new Error(`prompt ${name}: the slot {{${slot}}} is not in its words`);
  }
  return {
    name,
    version,
    slots,
    fill(values) {
      const unknown = Object.keys(values).find((slot) => !slots.includes(slot));
      if (unknown !== undefined) throw new Error(`prompt ${name}: there is no slot {{${unknown}}}`);
      // In one pass: what is put in is not looked through.
      return words.replace(SLOT, (_, slot: string) => {
        const value = values[slot];
        if (value === undefined) throw new Error(`prompt ${name}: the slot {{${slot}}} is missing`);
        return value;
      });
    },
  };
}

const loaded = new Map<PromptName, Prompt>();

/** The prompt of that name, read once. */
export function loadPrompt(name: PromptName): Prompt {
  const known = loaded.get(name);
  if (known !== undefined) return known;
  const prompt = parsePrompt(name, readFileSync(path.join(import.meta.dirname, `${name}.md`), 'utf8'));
  loaded.set(name, prompt);
  return prompt;
}
