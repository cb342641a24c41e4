import { documentName } from '../../domain/citation.ts';
import type { Header, ParsedDirective, StoredDirective } from '../../domain/directive.ts';
import type { Identity } from '../../store/access/identity.ts';
import type { Database } from '../../store/database.ts';
import { readDirective } from '../../store/directives.ts';
import { listVersions } from '../../store/standing.ts';
import { documentNumberKey } from '../../vietnamese/documentNumber.ts';
import { changesProvisionOf, compareAmendment } from '../compare/compareAmendment.ts';
import { compareTexts, type ProvisionChange } from '../compare/compareTexts.ts';
import { relationsOf } from '../relations/relationsOf.ts';
import { readCard, readDraft } from './review.ts';
import { noEarlierVersion, noSuchText } from './texts.ts';

/** How two documents differ. `changeLines` writes the changes as lines. */
export type Difference = {
  /** `amendment`: the newer one only says what becomes of the older one's provisions. */
  readonly kind: 'versions' | 'amendment';
  readonly before: { readonly directiveId: number; readonly document: string };
  /** No id: a draft. */
  readonly after: { readonly directiveId: number | null; readonly document: string };
  readonly changes: readonly ProvisionChange[];
};

type Text = Pick<ParsedDirective, 'kind' | 'header' | 'text' | 'provisions'> & { readonly fileName: string };

/**
 * What changed between two stored documents, withdrawn and replaced ones too: word by word where they are versions; what the one
 * does to the other where it amends it, whichever is named first. Throws `not_found`.
 */
export async function compareStored(
  database: Database,
  beforeId: number,
  afterId: number,
): Promise<Difference> {
  const [before, after] = [await readText(database, beforeId), await readText(database, afterId)];
  return amends(before, after) && !amends(after, before)
    ? differ(after, afterId, before, beforeId)
    : differ(before, beforeId, after, afterId);
}

/** What changed from the version before. Throws `not_found` where there is none. */
export async function compareWithPrevious(database: Database, directiveId: number): Promise<Difference> {
  const versions = await listVersions(database, directiveId);
  const previous = versions[versions.findIndex(({ id }) => id === directiveId) - 1];
  if (previous === undefined) throw noEarlierVersion(directiveId);
  return compareStored(database, previous.id, directiveId);
}

/**
 * What a draft would change of a stored document: of the one whose newer version it seems to be, where none is named.
 * For admins. Throws `not_found`.
 */
export async function compareDraft(
  database: Database,
  reviewer: Identity,
  draftId: number,
  directiveId?: number,
): Promise<Difference> {
  const before = directiveId ?? (await readCard(database, reviewer, draftId)).replaces;
  if (before === null) throw noEarlierVersion(draftId);
  const { draft, parsed } = await readDraft(database, reviewer, draftId);
  return differ(await readText(database, before), before, { ...parsed, fileName: draft.fileName }, null);
}

function differ(before: Text, beforeId: number, after: Text, afterId: number | null): Difference {
  const kind = amends(after, before) ? 'amendment' : 'versions';
  const key = keyOf(before.header);
  const changes =
    kind === 'amendment' && key !== null
      ? compareAmendment({ ...after, ...relationsOf(after) }, before, key)
      : compareTexts(before, after);
  return {
    kind,
    before: { directiveId: beforeId, document: documentName(before.header, before.fileName) },
    after: { directiveId: afterId, document: documentName(after.header, after.fileName) },
    changes,
  };
}

/** Whether a document says what becomes of provisions of another one. */
function amends(amending: Text, amended: Text): boolean {
  const key = keyOf(amended.header);
  if (key === null || key === keyOf(amending.header)) return false;
  return relationsOf(amending).relations.some((relation) => changesProvisionOf(relation, key));
}

async function readText(database: Database, id: number): Promise<StoredDirective> {
  const directive = await readDirective(database, id);
  if (directive === null) throw noSuchText(id);
  return directive;
}

function keyOf({ number }: Header): string | null {
  return number === null ? null : documentNumberKey(number);
}
