import type { Context } from 'hono';
import { z } from 'zod';
import { KnownError } from '../../../../errors.ts';
import { corrections } from '../../../../ingest/uploads/corrections.ts';
import { webTexts } from '../texts.ts';
import { documentTexts } from './texts.ts';
import type { FieldProblems } from './views.ts';

/** Ids are positive 32-bit integers, written without leading zeros. */
const id = z
  .string()
  .regex(/^[1-9]\d{0,9}$/)
  .transform(Number)
  .pipe(z.number().max(2_147_483_647));

/** The id in a path or a query. Throws `bad_input`. */
export function readId(text: string | undefined): number {
  const read = id.safeParse(text);
  if (!read.success)
    throw new KnownError('bad_input', documentTexts.badId, { message: 'an id is malformed' });
  return read.data;
}

const bodies = {
  corrections: z.object({ fields: z.record(z.string().max(40), z.string().max(10_000).nullable()) }),
  decisions: z.object({
    keys: z.union([z.literal('all'), z.array(z.string().max(20)).min(1).max(2000)]),
    decision: z.enum(['approved', 'rejected']),
  }),
  /** `replaces` left out: as the card says. */
  publish: z.object({ replaces: z.number().int().positive().nullable().optional() }),
} as const;

/** The body of a request. Throws `bad_input`. */
export async function readBody<Name extends keyof typeof bodies>(
  context: Context,
  name: Name,
): Promise<z.infer<(typeof bodies)[Name]>>;
export async function readBody(context: Context, name: keyof typeof bodies): Promise<unknown> {
  const read = bodies[name].safeParse(await context.req.json().catch(() => null));
  if (!read.success) throw new KnownError('bad_input', webTexts.bodyUnreadable, { cause: read.error });
  return read.data;
}

/** What is wrong with fields as a person wrote them: none for those that can be so. */
export function problemsOf(fields: Readonly<Record<string, unknown>>): FieldProblems {
  const read = corrections.safeParse(fields);
  return Object.fromEntries(
    (read.error?.issues ?? []).map((issue) => [
      String(issue.code === 'unrecognized_keys' ? issue.keys[0] : issue.path[0]),
      issue.message,
    ]),
  );
}
