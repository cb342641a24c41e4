import type { Header, ParsedDirective } from '../../domain/directive.ts';
import type { Effect, Relation } from '../../domain/validity.ts';
import { rawText } from '../../testing/rawText.ts';
import { parseDirective } from '../parseDirective.ts';
import { relationsOf } from './relationsOf.ts';

/** An invented directive from its text, as a file would be read. */
export function parseText(text: string, header: Partial<Header> = {}): ParsedDirective {
  const parsed = parseDirective(rawText(text, { role: 'paragraph' }), { fileName: 'thu.txt' });
  const read = { ...parsed, kind: 'issued' as const, header: { ...parsed.header, ...header } };
  return { ...read, ...relationsOf(read) };
}

/** A relation on one line: `amends 12/2020/NĐ-CP Điều 5 > khoản 2 partly`. */
export function writeRelation({ kind, target, provision, scope, partial, except, since }: Relation): string {
  return [
    kind,
    target.number ?? target.title,
    ...(scope === 'provision' ? [provision?.join(' > ') ?? '?'] : []),
    ...(partial ? ['partly'] : []),
    ...except.map(({ path, until }) => `but ${path.join(' > ')}${until === null ? '' : ` until ${until}`}`),
    ...(since === null ? [] : [`since ${since}`]),
  ].join(' ');
}

/** `Điều 5 > khoản 2 from 2027-01-01`. */
export function writeEffect({ provision, bound, day }: Effect, { provisions }: ParsedDirective): string {
  const path = provision === null ? 'whole' : (provisions[provision]?.path.join(' > ') ?? '?');
  return `${path} ${bound} ${day}`;
}
