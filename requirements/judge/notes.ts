import type { IsoDate } from '../../domain/day.ts';
import type { CadreRecord, Unit } from '../../domain/record.ts';
import { isCurrent } from './career.ts';
import type { Catalogue } from './catalogue.ts';
import type { Day } from './dates.ts';
import * as texts from './texts.ts';

/** What is doubtful in a record itself: posts that no longer exist, units that have ended. */
export function createNotes(
  units: ReadonlyMap<string, Unit>,
  catalogue: Catalogue,
  asOf: Day,
): (record: CadreRecord) => readonly string[] {
  function positionNote(position: string, planned: boolean): readonly string[] {
    const { entry } = catalogue.find(position);
    if (entry === null || !isPast(entry.until, asOf.iso)) return [];
    return [texts.endedPosition(position, entry.until, entry.successors, planned)];
  }

  function unitNote(code: string): readonly string[] {
    const unit = units.get(code);
    if (unit === undefined || !isPast(unit.until, asOf.iso)) return [];
    const successors = unit.successors.map((successor) => units.get(successor)?.name ?? successor);
    return [texts.endedUnit(unit.name, unit.until, successors)];
  }

  return (record) => {
    const posts = record.posts.filter((post) => isCurrent(post, asOf) !== 'missing');
    const planned = record.planned.filter((post) => isCurrent(post, asOf) !== 'missing');
    const codes = [record.unit, ...[...posts, ...planned].flatMap(({ unit }) => unit ?? [])];
    return [
      ...new Set([
        ...posts.flatMap(({ position }) => positionNote(position, false)),
        ...planned.flatMap(({ position }) => positionNote(position, true)),
        ...codes.flatMap(unitNote),
      ]),
    ];
  };
}

function isPast(until: IsoDate | null, asOf: IsoDate): until is IsoDate {
  return until !== null && until < asOf;
}
