import { type Citation, writeChange, writeDate, writePath } from '../../domain/citation.ts';
import type { IsoDate } from '../../domain/day.ts';
import type { Change } from '../../domain/validity.ts';
import { texts } from '../texts.ts';

const words = texts.validity;

/**
 * What has to be said before the quotes: which of their words hold no longer, since when, and where the words stand that
 * hold instead. `citations` are numbered from 1 in their order.
 */
export function supersededSentences(citations: readonly Citation[], asOf: IsoDate): readonly string[] {
  return citations.flatMap((citation, at) => {
    const parts = citation.changes.filter((change) => hasEnded(change, asOf));
    const sentence = supersededSentence(citation);
    if (sentence === null) return parts.map((change) => changeSentence(citation, change, asOf));
    if (citation.validity !== 'superseded') return [sentence];
    const before = citations[at - 1];
    const holds = before?.validity === 'in_force' && before.directiveId !== citation.directiveId;
    return [`${sentence} ${holds ? words.useInstead(at, at + 1) : words.onlyOld(at + 1)}`];
  });
}

/** A part of the quoted words is gone on the day, or other words stand in its place. */
function hasEnded({ kind, scope, partial, since }: Change, asOf: IsoDate): boolean {
  const ends = kind === 'repeals' || kind === 'replaces' || kind === 'amends';
  return ends && scope === 'provision' && !partial && since !== null && since <= asOf;
}

/** That what is cited holds no longer; `null` where it does, or where it does not hold yet. */
export function supersededSentence(citation: Citation): string | null {
  const { validity, supersededBy: by, until } = citation;
  const place = placeOf(citation);
  if (validity === 'unknown' && by !== null && by.since === null) return words.unsure(place, writeChange(by));
  if (validity !== 'superseded') return null;
  if (by === null) return words.lapsed(place, until === null ? null : writeDate(until));
  const since = by.since === null ? null : writeDate(by.since);
  return (by.kind === 'repeals' ? words.repealed : words.replaced)(place, since, writeChange(by));
}

/** What is said behind the quotes: what is going to end them, and what is changed in them or added to them. */
export function changeSentences(citations: readonly Citation[], asOf: IsoDate): readonly string[] {
  return citations.flatMap((citation) => {
    const { validity, supersededBy: by, until } = citation;
    const place = placeOf(citation);
    const coming =
      validity !== 'in_force' || until === null
        ? []
        : by?.since === undefined || by.since === null
          ? [words.lastDay(place, writeDate(until))]
          : [
              words.coming(
                place,
                writeDate(until),
                writeDate(by.since),
                words.verb(by.kind),
                writeChange(by),
              ),
            ];
    const parts =
      validity === 'superseded' ? [] : citation.changes.filter((change) => !hasEnded(change, asOf));
    return [...coming, ...parts.map((change) => changeSentence(citation, change, asOf))];
  });
}

function changeSentence(citation: Citation, change: Change, asOf: IsoDate): string {
  const { since, kind, partial, changed } = change;
  const isPart = changed.length > 0 && changed.at(-1) !== citation.path.at(-1);
  const place = isPart ? `${writePath(changed)} ${citation.document}` : placeOf(citation);
  const verb = partial ? words.partVerb(kind) : words.verb(kind);
  const day = since === null ? null : writeDate(since);
  return words.changed(place, since === null ? null : since > asOf, day, verb, writeChange(change));
}

function placeOf({ path, document }: Citation): string {
  return path.length === 0 ? document : `${writePath(path)} ${document}`;
}
