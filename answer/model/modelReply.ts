import { z } from 'zod';
import { cleanText } from '../../vietnamese/text.ts';
import type { AnswerSentence } from '../check/checkSentences.ts';
import { holdsMask } from './redactPatterns.ts';

/** What a model answered; `null` where no part of it can be read. */
export type ModelReply = { readonly answered: boolean; readonly sentences: readonly AnswerSentence[] };

/** More than this nobody reads in a chat, and a model that writes more has lost its way. */
const MOST_SENTENCES = 8;
const LONGEST_SENTENCE = 600;

const sourceNumber = z.union([
  z.number(),
  z
    .string()
    .regex(/^\d{1,3}$/)
    .transform(Number),
]);
const sentence = z.object({ text: z.string(), sources: z.array(sourceNumber).catch([]).default([]) });
const reply = z.object({
  answered: z.boolean().default(true),
  sentences: z.array(z.unknown()).default([]),
});

/** What a model is asked for, as JSON Schema in the strict form that services take. */
export const replySchema = {
  type: 'object',
  properties: {
    answered: { type: 'boolean' },
    sentences: {
      type: 'array',
      items: {
        type: 'object',
        properties: {
          text: { type: 'string' },
          sources: { type: 'array', items: { type: 'integer' } },
        },
        required: ['text', 'sources'],
        additionalProperties: false,
      },
    },
  },
  required: ['answered', 'sentences'],
  additionalProperties: false,
} as const;

/** Reads what a model wrote: JSON, JSON within other words, or the whole sentences of JSON that breaks off. */
export function readModelReply(written: string): ModelReply | null {
  const text = written.slice(0, 50_000).replace(/<think>[\s\S]*?(?:<\/think>|$)/g, '');
  const whole = readWhole(text);
  if (whole !== null) return whole;
  const sentences = salvage(text);
  return sentences.length === 0 ? null : { answered: true, sentences };
}

function readWhole(text: string): ModelReply | null {
  const from = text.indexOf('{');
  const to = text.lastIndexOf('}');
  if (from === -1 || to < from) return null;
  const parsed = reply.safeParse(parseJson(text.slice(from, to + 1)));
  if (!parsed.success) return null;
  const sentences = parsed.data.sentences.flatMap(asSentence).slice(0, MOST_SENTENCES);
  return { answered: parsed.data.answered && sentences.length > 0, sentences };
}

/** The sentences that are complete in what a model has written so far; none where it says that it cannot answer. */
export function readSentencesSoFar(written: string): readonly AnswerSentence[] {
  const text = written.slice(0, 50_000).replace(/<think>[\s\S]*?(?:<\/think>|$)/g, '');
  return /"answered"\s*:\s*false/.test(text) ? [] : salvage(text);
}

/** Nothing in it runs to the end of a text that never closes what it opens: it is read anew with every word that comes. */
const WHOLE_SENTENCE =
  /\{\s{0,20}"text"\s*:\s*"(?:[^"\\]|\\.)*"\s*,\s*"sources"\s*:\s*\[[\d\s,"]{0,200}\]\s*\}/g;

function salvage(text: string): readonly AnswerSentence[] {
  return [...text.matchAll(WHOLE_SENTENCE)]
    .flatMap(([written]) => asSentence(parseJson(written)))
    .slice(0, MOST_SENTENCES);
}

function asSentence(value: unknown): readonly AnswerSentence[] {
  const parsed = sentence.safeParse(value);
  if (!parsed.success) return [];
  const marks = [...parsed.data.text.matchAll(/\[(\d{1,3})\]/g)].map(([, id]) => Number(id));
  const text = cleanText(parsed.data.text)
    .replace(/\s*\[\d{1,3}(?:\s*,\s*\d{1,3})*\]/g, '')
    .replace(/\s+/g, ' ')
    .trim();
  if (text === '' || text.length > LONGEST_SENTENCE || LEADS_AWAY.test(text) || holdsMask(text)) return [];
  return [{ text, sources: [...new Set([...parsed.data.sources, ...marks])] }];
}

/** An address, a picture or markup: no provision needs any, and it could carry words of the chat to somebody. */
const LEADS_AWAY = /:\/\/|\bwww\.|\]\(|[<>{}]|[\p{L}\d]@[\p{L}\d]/u;

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
