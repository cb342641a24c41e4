import type { ParsedDirective } from '../domain/directive.ts';

/**
 * What is wrong with the spans of a parsed directive, for tests; empty when all is well: provisions in ascending order,
 * children within parents, siblings apart; passages in order, each within its provision and within one Điều; every
 * word of a provision in exactly one passage.
 */
export function parsedFlaws({ text, provisions, passages }: ParsedDirective): string[] {
  const flaws: string[] = [];
  const siblingEnd = new Map<number | null, number>();
  const articleOf: (number | null)[] = [];
  for (const [index, provision] of provisions.entries()) {
    const { start, end, parent, path, label } = provision;
    const name = path.join(' > ');
    if (!(start < end && end <= text.length)) flaws.push(`empty or outside the text: ${name}`);
    if (path.at(-1) !== label) flaws.push(`label is not the end of the path: ${name}`);
    if ((provisions[index - 1]?.start ?? -1) >= start) flaws.push(`not in order: ${name}`);
    if ((siblingEnd.get(parent) ?? 0) > start) flaws.push(`overlaps its sibling: ${name}`);
    siblingEnd.set(parent, end);
    const above = parent === null ? undefined : provisions[parent];
    if (
      parent !== null &&
      (above === undefined || parent >= index || above.start > start || above.end < end)
    ) {
      flaws.push(`not within its parent: ${name}`);
    }
    if ([...(above?.path ?? []), label].join() !== path.join())
      flaws.push(`path is not the parent's: ${name}`);
    articleOf.push(provision.kind === 'dieu' ? index : parent === null ? null : (articleOf[parent] ?? null));
  }
  const covered = new Uint8Array(text.length);
  let last = 0;
  for (const { start, end, provision, path } of passages) {
    const name = `passage of ${path.join(' > ')} at ${start}`;
    if (!(start >= last && start < end && end <= text.length)) flaws.push(`not in order: ${name}`);
    last = end;
    for (let at = start; at < end; at += 1) covered[at] = (covered[at] ?? 0) + 1;
    if (provision === null) continue;
    const holder = provisions[provision];
    if (holder === undefined || holder.start > start || holder.end < end)
      flaws.push(`outside its provision: ${name}`);
    if (holder?.path.join() !== path.join()) flaws.push(`has another path than its provision: ${name}`);
    if (holder === undefined || articleOf[provision] !== null) continue;
    const crossed = provisions.some(
      (other) => other.kind === 'dieu' && other.start < end && other.end > start,
    );
    if (crossed) flaws.push(`crosses an Điều: ${name}`);
  }
  for (const { start, end, parent, path } of provisions) {
    if (parent !== null) continue;
    for (let at = start; at < end; at += 1) {
      if (covered[at] === 1 || /\s/.test(text.charAt(at))) continue;
      flaws.push(`${covered[at]} passages cover ${path.join(' > ')} at “${text.slice(at, at + 30)}”`);
      break;
    }
  }
  return flaws;
}
