import { z } from 'zod';
import { cadreSchema, unitSchema } from '../../data/roster/recordSchema.ts';
import { refusal } from '../parseAnswer.ts';
import type { ReadRoster, RosterProblem } from './readRoster.ts';

/**
 * What the reading process hands over. What is not known is left out on the way (see `rosterChild`): a large roster is mostly
 * that, and the answer is held to a limit.
 */
const problem = z.object({
  sheet: z.string(),
  row: z.number().nullable().default(null),
  column: z.string().nullable().default(null),
  message: z.string(),
  remedy: z.string(),
}) satisfies z.ZodType<RosterProblem>;

const result = z.discriminatedUnion('ok', [
  z.object({
    ok: z.literal(true),
    roster: z.object({ units: z.array(unitSchema).default([]), cadres: z.array(cadreSchema).default([]) }),
    warnings: z.array(problem).default([]),
  }),
  z.object({ ok: z.literal(false), problems: z.array(problem), more: z.number() }),
]) satisfies z.ZodType<ReadRoster>;

/** Checks the answer of the reading process: a hostile file may have made it write anything. */
export const rosterAnswer = z.discriminatedUnion('status', [
  z.object({ status: z.literal('read'), result }),
  refusal,
]);
