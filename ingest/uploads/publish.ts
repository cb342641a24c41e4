import { documentName } from '../../domain/citation.ts';
import type { RuleBook } from '../../domain/requirement.ts';
import type { Standing } from '../../domain/upload.ts';
import { requireAdmin } from '../../store/access/accounts.ts';
import { asAccount } from '../../store/access/identity.ts';
import type { Database, Queryable } from '../../store/database.ts';
import { readDirective, storeDirective } from '../../store/directives.ts';
import { settleIndex } from '../../store/passages/settleIndex.ts';
import { lockDirectives } from '../../store/passages/writeLock.ts';
import { takeAway } from '../../store/removeDirective.ts';
import { listRulesInDoubt, retireRules, whyNotApproved } from '../../store/rules/publishedRules.ts';
import { storeRules } from '../../store/rules/rules.ts';
import { listVersions, readStanding, retireDirective } from '../../store/standing.ts';
import { logDocument } from '../../store/uploads/documentLog.ts';
import {
  dropUnneededFiles,
  findDraftOf,
  readDraftRow,
  readFile,
  updateDraft,
} from '../../store/uploads/drafts.ts';
import { findSimilar } from '../../store/uploads/similar.ts';
import { settleUpload } from '../../store/uploads/uploads.ts';
import { documentNumberKey } from '../../vietnamese/documentNumber.ts';
import { indexPassagesGently } from '../passageIndex.ts';
import { replacedBy } from './card.ts';
import { applyCorrections } from './corrections.ts';
import { approvedOf } from './proposals.ts';
import { PUBLISHED_PREFIX, ruleOf } from './proposedRules.ts';
import { type ReadableDraft, type Reviewer, readable } from './review.ts';
import { rulesChanged, rulesTouched } from './rulesTouched.ts';
import { noSuchDocument, notADraft, notReplaceable, publishedBefore } from './texts.ts';

export type Published = {
  readonly directiveId: number;
  readonly document: string;
  /** The version whose place it took, or `null`. */
  readonly replaced: number | null;
  /** Ids of the rules that came into force with it. */
  readonly rules: readonly string[];
  /** What was approved and stays words: its key, and why (Vietnamese). */
  readonly kept: readonly { readonly key: string; readonly why: string }[];
  /** Ids of approved rules whose words the new version no longer has where they say, or whose provision it changes. */
  readonly rulesInDoubt: readonly string[];
};

/**
 * Publishes a draft: from now on it is searched and answered from, what it says of others holds, an older version of it is kept
 * for old citations only, and what was approved of it binds. One transaction: all of that, or nothing.
 * @param replaces the stored directive whose newer version this is; `null`: of none; left out: as the card says
 */
export async function publishDraft(
  database: Database,
  reviewer: Reviewer,
  draftId: number,
  { replaces }: { readonly replaces?: number | null } = {},
): Promise<Published> {
  const published = await asAccount(database, reviewer, async (tx) => {
    await beginChange(tx);
    const draft = await readDraftRow(tx, draftId, { lock: true });
    if (draft.state !== 'draft') throw notADraft(draft.state);
    return publishIn(tx, reviewer, readable(draft), replaces);
  });
  await settleIndex(database);
  return published;
}

/** As `publishDraft`, in a transaction that has begun with `beginChange`. */
export async function publishIn(
  tx: Queryable,
  { channel }: Reviewer,
  draft: ReadableDraft,
  replaces: number | null | undefined,
): Promise<Published> {
  const parsed = applyCorrections(draft.parsed, draft.corrections);
  const { header, text } = parsed;
  const numberKey = header.number === null ? null : documentNumberKey(header.number);
  const replaced =
    replaces === undefined ? replacedBy(header, await findSimilar(tx, { numberKey, text })) : replaces;
  if (replaced !== null && (await readStanding(tx, replaced))?.standing !== 'live')
    throw notReplaceable(replaced);
  const document = documentName(header, draft.fileName);
  const { id, stored } = await storeDirective(tx, {
    hash: draft.hash,
    fileName: draft.fileName,
    original: await readFile(tx, draft.hash),
    sample: false,
    parsed,
    index: await indexPassagesGently(parsed, draft.fileName),
  });
  if (!stored) throw publishedBefore(document);
  // Itself, as it was published before it was taken back, is an older version too.
  for (const old of [replaced, draft.directiveId]) {
    if (old !== null) await retireDirective(tx, old, id);
  }
  const { rules, kept } = await bindApproved(tx, draft, parsed);
  const moved = header.number === null ? [] : await listRulesInDoubt(tx, header.number);
  const touched = await rulesTouched(tx, parsed.relations);
  // What amends it may have been published before it.
  const changed = header.number === null ? [] : await rulesChanged(tx, id, header.number, rules);
  const rulesInDoubt = [...new Set([...moved, ...touched, ...changed])];
  await updateDraft(tx, draft.id, { state: 'published', directiveId: id });
  await settleUpload(tx, draft.uploadId);
  await logDocument(tx, {
    channel,
    action: 'published',
    document,
    uploadId: draft.uploadId,
    draftId: draft.id,
    directiveId: id,
    detail: { replaced, rules, kept },
  });
  return { directiveId: id, document, replaced, rules, kept, rulesInDoubt };
}

/** Stores what was approved as rules, where rules can say it. */
export async function bindApproved(
  tx: Queryable,
  draft: ReadableDraft,
  parsed: ReadableDraft['parsed'],
): Promise<Pick<Published, 'rules' | 'kept'>> {
  const book = {
    requirements: [] as RuleBook['requirements'][number][],
    targets: [] as RuleBook['targets'][number][],
  };
  const kept: Published['kept'][number][] = [];
  for (const proposal of approvedOf(parsed, draft.decisions)) {
    const made = ruleOf(proposal, parsed.header);
    const why = made.kind === 'kept' ? made.why : await whyNotApproved(tx, made.rule);
    if (why !== null) kept.push({ key: proposal.key, why });
    else if (made.kind === 'requirement') book.requirements.push(made.rule);
    else if (made.kind === 'target') book.targets.push(made.rule);
  }
  const rules = [...book.requirements, ...book.targets].map(({ id }) => id);
  if (rules.length > 0) {
    await storeRules(tx, { ...book, equivalences: [], positions: [], classes: [] });
  }
  return { rules, kept };
}

/**
 * Takes a published document back: it is not searched and not answered from, and what came into force with it is retired. Where it
 * came from a draft, that draft is open again. Old citations still open it, and say that it was withdrawn.
 */
export async function unpublish(
  database: Database,
  reviewer: Reviewer,
  directiveId: number,
): Promise<Unpublished> {
  return asAccount(database, reviewer, async (tx) => {
    await beginChange(tx);
    const versions = await listVersions(tx, directiveId);
    const { document, rulesRetired } = await release(tx, directiveId, ['live']);
    await retireDirective(tx, directiveId, null);
    const draftId = await findDraftOf(tx, directiveId);
    if (draftId !== null) {
      await updateDraft(tx, draftId, { state: 'draft' });
      await settleUpload(tx, (await readDraftRow(tx, draftId)).uploadId);
    }
    await logDocument(tx, {
      channel: reviewer.channel,
      action: 'unpublished',
      document,
      draftId,
      directiveId,
    });
    const earlier = versions.findLast(({ id, standing }) => id < directiveId && standing === 'replaced');
    return { document, draftId, rulesRetired, earlier: earlier?.id ?? null };
  });
}

export type Unpublished = {
  readonly document: string;
  /** The draft that is open again, of a document that came from one. */
  readonly draftId: number | null;
  readonly rulesRetired: number;
  /** The version before it, which can be put in force again (`restoreVersion`). */
  readonly earlier: number | null;
};

/** Deletes a document with its words, also one that was taken back or replaced. Old citations are told that it was removed. */
export async function deleteDocument(
  database: Database,
  reviewer: Reviewer,
  directiveId: number,
): Promise<{ readonly document: string; readonly rulesRetired: number }> {
  return asAccount(database, reviewer, async (tx) => {
    await beginChange(tx);
    const released = await release(tx, directiveId, ['live', 'replaced', 'withdrawn']);
    const draftId = await findDraftOf(tx, directiveId);
    if (draftId !== null) {
      const draft = await readDraftRow(tx, draftId);
      await updateDraft(tx, draftId, { state: 'discarded' });
      await settleUpload(tx, draft.uploadId);
      await dropUnneededFiles(tx, draft);
    }
    await takeAway(tx, directiveId);
    const { document } = released;
    await logDocument(tx, { channel: reviewer.channel, action: 'deleted', document, draftId, directiveId });
    return released;
  });
}

/**
 * What a document is to others is looked up and changed by one at a time: two who publish versions of one document at the same
 * moment would each find the same older version, and both of theirs would be answered from.
 */
export async function beginChange(tx: Queryable): Promise<void> {
  await requireAdmin(tx);
  await lockDirectives(tx);
}

/** What goes with a document, whichever way it goes. Throws `not_found` for one that stands otherwise. */
async function release(
  tx: Queryable,
  directiveId: number,
  from: readonly Standing['standing'][],
): Promise<{ readonly document: string; readonly rulesRetired: number }> {
  const standing = await readStanding(tx, directiveId);
  const directive = await readDirective(tx, directiveId);
  if (standing === null || directive === null || !from.includes(standing.standing)) {
    throw noSuchDocument(directiveId);
  }
  const { number } = directive.header;
  const rulesRetired =
    number === null || standing.standing !== 'live' ? 0 : await retireRules(tx, PUBLISHED_PREFIX, number);
  return { document: standing.document, rulesRetired };
}
