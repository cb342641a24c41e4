import type { StoredDirective } from '../../domain/directive.ts';
import type { Draft } from '../../domain/upload.ts';
import { asAccount } from '../../store/access/identity.ts';
import type { Database, Queryable } from '../../store/database.ts';
import { readDirective } from '../../store/directives.ts';
import { settleIndex } from '../../store/passages/settleIndex.ts';
import { listRulesInDoubt } from '../../store/rules/publishedRules.ts';
import {
  findTwin,
  listVersions,
  pointToVersion,
  readStanding,
  retireDirective,
  reviveDirective,
} from '../../store/standing.ts';
import { logDocument } from '../../store/uploads/documentLog.ts';
import { findDraftOf, readDraftRow } from '../../store/uploads/drafts.ts';
import { findSimilar } from '../../store/uploads/similar.ts';
import { documentNumberKey } from '../../vietnamese/documentNumber.ts';
import { indexPassagesGently } from '../passageIndex.ts';
import { relationsOf } from '../relations/relationsOf.ts';
import { passagesOf } from '../storedPassages.ts';
import { replacedBy } from './card.ts';
import { applyCorrections } from './corrections.ts';
import { beginChange, bindApproved, publishIn } from './publish.ts';
import { type Reviewer, readable } from './review.ts';
import { rulesTouched } from './rulesTouched.ts';
import { isLiveAlready, noSuchDocument, publishedBefore } from './texts.ts';

export type Restored = {
  /** The version that is answered from now. */
  readonly directiveId: number;
  readonly document: string;
  /** Versions that were answered from until now, and are kept for old citations only. */
  readonly replaced: readonly number[];
  /** Ids of the rules that came into force with it again. */
  readonly rules: readonly string[];
  /** Ids of approved rules whose words it does not have where they say, or whose provision it changes. */
  readonly rulesInDoubt: readonly string[];
};

/**
 * Puts an older version of a document in force again, or one that was taken back: it is searched and answered from, what it says of
 * others holds, and a version that was answered from instead is kept for old citations. One transaction: all of that, or nothing. One
 * that waits for review again is published from its draft, with what was corrected there.
 * Throws `not_found` for one that is not there, `bad_input` for one that is live already, itself or as another file of the same bytes.
 */
export async function restoreVersion(
  database: Database,
  reviewer: Reviewer,
  directiveId: number,
): Promise<Restored> {
  const restored = await asAccount(database, reviewer, async (tx) => {
    await beginChange(tx);
    return restore(tx, reviewer, directiveId);
  });
  await settleIndex(database);
  return restored;
}

async function restore(tx: Queryable, reviewer: Reviewer, directiveId: number): Promise<Restored> {
  const directive = await readDirective(tx, directiveId);
  const standing = await readStanding(tx, directiveId);
  if (directive === null || standing === null) throw noSuchDocument(directiveId);
  const { document } = standing;
  if (standing.standing === 'live') throw isLiveAlready(document);
  if ((await findTwin(tx, directiveId)) !== null) throw publishedBefore(document);
  const versions = await listVersions(tx, directiveId);
  const replaced = await liveInstead(tx, directive, versions);
  const draftId = await findDraftOf(tx, directiveId);
  const draft = draftId === null ? null : await readDraftRow(tx, draftId);
  if (draft !== null && draft.state === 'draft') {
    for (const id of replaced.slice(1)) await retireDirective(tx, id, directiveId);
    const { rules, rulesInDoubt, ...published } = await publishIn(
      tx,
      reviewer,
      readable(draft),
      replaced[0] ?? null,
    );
    return {
      directiveId: published.directiveId,
      document: published.document,
      replaced,
      rules,
      rulesInDoubt,
    };
  }
  for (const id of replaced) await retireDirective(tx, id, directiveId);
  const said = relationsOf(directive);
  await revive(tx, directive, draft, said);
  for (const { id, standing: stands } of versions)
    if (id !== directiveId && stands === 'withdrawn') await pointToVersion(tx, id, directiveId);
  const { number } = directive.header;
  const rules = await bindAgain(tx, draft, replaced.length === 0);
  const moved = number === null ? [] : await listRulesInDoubt(tx, number);
  const rulesInDoubt = [...new Set([...moved, ...(await rulesTouched(tx, said.relations))])];
  await logDocument(tx, {
    channel: reviewer.channel,
    action: 'restored',
    document,
    draftId,
    directiveId,
    detail: { replaced, rules },
  });
  return { directiveId, document, replaced, rules, rulesInDoubt };
}

/** What is answered from in the place of a version: a version of the same document, known as one or told by number and words. */
async function liveInstead(
  tx: Queryable,
  { id: own, header, text }: StoredDirective,
  versions: Awaited<ReturnType<typeof listVersions>>,
): Promise<readonly number[]> {
  const numberKey = header.number === null ? null : documentNumberKey(header.number);
  const alike = replacedBy(header, await findSimilar(tx, { numberKey, text }));
  const live = versions.filter(({ standing }) => standing === 'live').map(({ id }) => id);
  return [...new Set([...live, ...(alike === null ? [] : [alike])])].filter((id) => id !== own);
}

async function revive(
  tx: Queryable,
  directive: StoredDirective,
  draft: Draft | null,
  said: ReturnType<typeof relationsOf>,
): Promise<void> {
  const { fileName, header, text } = directive;
  // As they were cut when the file was read, where that is still kept.
  const read = draft?.parsed?.text === text ? draft.parsed.passages : passagesOf(directive);
  await reviveDirective(tx, directive, {
    passages: read,
    index: await indexPassagesGently({ header, text, passages: read }, fileName),
    said,
  });
}

/** Taking a document back retired its rules; where another version was in force until now, nothing did. */
async function bindAgain(
  tx: Queryable,
  draft: Draft | null,
  wasTakenBack: boolean,
): Promise<readonly string[]> {
  if (draft === null || draft.parsed === null || !wasTakenBack) return [];
  const open = readable(draft);
  return (await bindApproved(tx, open, applyCorrections(open.parsed, open.corrections))).rules;
}
