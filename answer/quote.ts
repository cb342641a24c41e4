import type { Provision } from '../domain/directive.ts';
import { holds, type ProvisionPath } from '../domain/provisionPath.ts';
import { rowsWithin } from '../domain/tablePlace.ts';
import { terms } from '../vietnamese/terms.ts';

/** A stretch of a directive's text and the smallest provision that holds it. */
export type Span<P> = { readonly provision: P | null; readonly start: number; readonly end: number };

/** A passage no longer than this is quoted whole: cutting it would save nothing. */
const SHORT = 320;
/** What a heading introduces is quoted with it up to this length … */
const LONGEST_HEADED = 1_800;
/** … and what a lead-in does ("… thuộc một trong các trường hợp sau đây:") up to this: what one chat message holds. */
const LONGEST_LIST = 3_800;
/** A part is quoted alone when it holds this share of what the whole holds of the question … */
const ENOUGH = 0.8;
/** … and no other part of it holds more than this share of what the best one holds. */
const RIVAL = 0.7;

/**
 * The smallest provision within a passage that still says what was asked: the passage whole, one khoản, one điểm.
 * A question that asks for the list ("gồm những gì") is held by the lead-in, not by one item, and gets the whole.
 * @param weights the question's content terms and their weights
 */
export function selectSpan<P extends Provision>(
  text: string,
  provisions: readonly P[],
  passage: { readonly start: number; readonly end: number; readonly provision: P | null },
  weights: ReadonlyMap<string, number>,
): Span<P> {
  let best: Span<P> = withIntroduced(text, trimmed(text, passage));
  while (best.end - best.start > SHORT) {
    const parts = provisions.filter(
      (provision) =>
        provision.start >= best.start &&
        provision.end <= best.end &&
        (best.provision === null
          ? provision.parent === null
          : provisions[provision.parent ?? -1] === best.provision),
    );
    if (parts.length === 0) break;
    const whole = held(text, best, weights);
    const ranked = parts
      .map((part) => ({ part, held: held(text, part, weights) }))
      .sort((a, b) => b.held - a.held);
    const [first, second] = ranked;
    if (first === undefined || first.held < ENOUGH * whole || first.held === 0) break;
    if (second !== undefined && second.held > RIVAL * first.held) break;
    best = trimmed(text, { provision: first.part, start: first.part.start, end: first.part.end });
  }
  return best.end - best.start > SHORT ? (rowOf(text, best, weights) ?? best) : best;
}

/** Fewer rows of a table than this are quoted with it. */
const FEW_ROWS = 3;

/**
 * The one row of a table that holds what was asked, its columns' headings counted along, where no other row holds as
 * much; the citation names its columns.
 */
function rowOf<P>(text: string, span: Span<P>, weights: ReadonlyMap<string, number>): Span<P> | null {
  const rows = rowsWithin(text, span);
  const data = rows.filter(({ isHeading }) => !isHeading);
  if (data.length < FEW_ROWS) return null;
  const ranked = data.map((row) => ({ row, held: held(text, row, weights) })).sort((a, b) => b.held - a.held);
  const [first, second] = ranked;
  if (first === undefined || first.held === 0 || (second?.held ?? 0) > RIVAL * first.held) return null;
  const headed = [...rows.filter(({ isHeading }) => isHeading), first.row]
    .map((row) => text.slice(row.start, row.end))
    .join('\n');
  if (heldIn(headed, weights) < ENOUGH * held(text, span, weights)) return null;
  return trimmed(text, { provision: span.provision, start: first.row.start, end: first.row.end });
}

/** A heading or a lead-in ("Hồ sơ gồm:") says nothing without what it introduces: its provision is quoted whole. */
function withIntroduced<P extends Provision>(text: string, span: Span<P>): Span<P> {
  const { provision } = span;
  if (provision === null) return span;
  const leadsIn = text.slice(span.start, span.end).endsWith(':');
  if (provision.end - provision.start > (leadsIn ? LONGEST_LIST : LONGEST_HEADED)) return span;
  const introduces = span.end < text.slice(0, provision.end).trimEnd().length;
  return span.start <= provision.start + 1 && introduces
    ? trimmed(text, { provision, start: provision.start, end: provision.end })
    : span;
}

/**
 * Whether a question asks of a named part of a quoted stretch more than of the parts beside it; `not` where the stretch
 * does not hold the part.
 */
export function partAskedFor(
  text: string,
  provisions: readonly Provision[],
  span: { readonly start: number; readonly end: number },
  named: ProvisionPath,
  weights: ReadonlyMap<string, number>,
): 'mainly' | 'among' | 'not' {
  const part = provisions.find(
    ({ start, end, path }) =>
      start >= span.start - 1 && start < span.end && end <= span.end + 1 && holds(named, path),
  );
  if (part === undefined) return 'not';
  const beside = provisions.filter(
    (other) =>
      other !== part && other.parent === part.parent && other.start < span.end && other.end > span.start,
  );
  const own = held(text, part, weights);
  return own > 0 && beside.every((other) => held(text, other, weights) <= own) ? 'mainly' : 'among';
}

function held(
  text: string,
  span: { readonly start: number; readonly end: number },
  weights: ReadonlyMap<string, number>,
): number {
  return heldIn(text.slice(span.start, span.end), weights);
}

function heldIn(words: string, weights: ReadonlyMap<string, number>): number {
  let sum = 0;
  for (const term of new Set(terms(words))) sum += weights.get(term) ?? 0;
  return sum;
}

function trimmed<P>(text: string, span: Span<P>): Span<P> {
  const words = text.slice(span.start, span.end);
  const start = span.start + (words.length - words.trimStart().length);
  return { provision: span.provision, start, end: start + words.trim().length };
}
