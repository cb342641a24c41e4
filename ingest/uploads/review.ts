import { documentName } from '../../domain/citation.ts';
import type { ParsedDirective } from '../../domain/directive.ts';
import type { Corrections, Decision, Draft } from '../../domain/upload.ts';
import { requireAdmin } from '../../store/access/accounts.ts';
import { asAccount, type Identity } from '../../store/access/identity.ts';
import type { Database, Queryable } from '../../store/database.ts';
import { findFormer } from '../../store/standing.ts';
import { logDocument } from '../../store/uploads/documentLog.ts';
import { dropUnneededFiles, readDraftRow, updateDraft } from '../../store/uploads/drafts.ts';
import { findSimilar } from '../../store/uploads/similar.ts';
import { lockUpload, settleUpload } from '../../store/uploads/uploads.ts';
import { documentNumberKey } from '../../vietnamese/documentNumber.ts';
import { buildCard, type Card } from './card.ts';
import { applyCorrections, readCorrections } from './corrections.ts';
import { proposalsOf } from './proposals.ts';
import { noSuchProposal, notADraft, notAFailedFile } from './texts.ts';

/** Who decides, and through which channel. */
export type Reviewer = Identity & { readonly channel: string };

/** The card of a draft, with the stored documents it resembles. For admins; `not_found` for others' ids. */
export async function readCard(database: Database, reviewer: Identity, draftId: number): Promise<Card> {
  return asAccount(database, reviewer, async (tx) => {
    await requireAdmin(tx);
    const draft = await readDraftRow(tx, draftId);
    return cardOf(tx, readable(draft));
  });
}

/** What people call a draft: the document that was read, or the file where nothing could be read of it. Throws `not_found`. */
export async function nameDraft(database: Database, reviewer: Identity, draftId: number): Promise<string> {
  return asAccount(database, reviewer, async (tx) => {
    await requireAdmin(tx);
    const draft = await readDraftRow(tx, draftId);
    return draft.state === 'failed' ? draft.fileName : (await cardOf(tx, readable(draft))).document;
  });
}

/** What was read of a draft, with its corrections: text, provisions and all. */
export async function readDraft(
  database: Database,
  reviewer: Identity,
  draftId: number,
): Promise<{ readonly draft: Draft; readonly parsed: ParsedDirective }> {
  return asAccount(database, reviewer, async (tx) => {
    await requireAdmin(tx);
    const draft = readable(await readDraftRow(tx, draftId));
    return { draft, parsed: applyCorrections(draft.parsed, draft.corrections) };
  });
}

/**
 * Corrects fields of the header, as a person wrote them (`readCorrections`); fields that are not named stay.
 * Throws `bad_input` that names what cannot be so.
 */
export async function correctDraft(
  database: Database,
  reviewer: Reviewer,
  draftId: number,
  written: Readonly<Record<string, unknown>>,
): Promise<Card> {
  const corrections = readCorrections(written);
  return changeDraft(database, reviewer, draftId, async (tx, draft) => {
    const all = { ...draft.corrections, ...corrections };
    // Decisions are kept by place in the list: where a correction makes another list of it, they are asked anew.
    const isSameList = proposalList(draft, draft.corrections) === proposalList(draft, all);
    await updateDraft(tx, draftId, { corrections: all, ...(isSameList ? {} : { decisions: {} }) });
    await log(tx, reviewer, draft, 'corrected', { ...corrections });
  });
}

function proposalList({ parsed }: ReadableDraft, corrections: Corrections): string {
  return JSON.stringify(
    proposalsOf(applyCorrections(parsed, corrections)).map(({ path, words }) => [path, words]),
  );
}

/** Approves or rejects proposals by their keys; `all` means those that are not decided yet. */
export async function decideProposals(
  database: Database,
  reviewer: Reviewer,
  draftId: number,
  keys: readonly string[] | 'all',
  decision: Decision,
): Promise<Card> {
  return changeDraft(database, reviewer, draftId, async (tx, draft) => {
    const known = proposalsOf(applyCorrections(draft.parsed, draft.corrections)).map(({ key }) => key);
    const unknown = keys === 'all' ? undefined : keys.find((key) => !known.includes(key));
    if (unknown !== undefined) throw noSuchProposal(unknown);
    const meant = keys === 'all' ? known.filter((key) => draft.decisions[key] === undefined) : keys;
    const decided = Object.fromEntries(meant.map((key) => [key, decision]));
    await updateDraft(tx, draftId, { decisions: { ...draft.decisions, ...decided } });
    await log(tx, reviewer, draft, 'decided', { decision, proposals: meant });
  });
}

/** Throws a draft away, or a file of which nothing was read: what was read goes, and the file where nothing else needs it. */
export async function discardDraft(database: Database, reviewer: Reviewer, draftId: number): Promise<void> {
  await asAccount(database, reviewer, async (tx) => {
    await requireAdmin(tx);
    const draft = await readDraftRow(tx, draftId, { lock: true });
    if (draft.state !== 'draft' && draft.state !== 'failed') throw notADraft(draft.state);
    await updateDraft(tx, draftId, { state: 'discarded' });
    await settleUpload(tx, draft.uploadId);
    await dropUnneededFiles(tx, draft);
    await log(tx, reviewer, draft, 'discarded', {});
  });
}

/**
 * Throws away a file of which nothing could be read, and itself where nothing else needs it. Throws `bad_input` for one that is being
 * read, waits for review, or has been dealt with.
 * @returns the name of the file
 */
export async function discardUpload(
  database: Database,
  reviewer: Reviewer,
  uploadId: number,
): Promise<string> {
  return asAccount(database, reviewer, async (tx) => {
    await requireAdmin(tx);
    const { stage, fileName, drafts } = await lockUpload(tx, uploadId);
    if (stage !== 'failed') throw notAFailedFile(stage, fileName);
    for (const { id, state } of drafts) {
      if (state !== 'failed') continue;
      const { hash } = await readDraftRow(tx, id, { lock: true });
      await updateDraft(tx, id, { state: 'discarded' });
      await dropUnneededFiles(tx, { hash, uploadId });
    }
    await settleUpload(tx, uploadId);
    await dropUnneededFiles(tx, { uploadId });
    await logDocument(tx, { channel: reviewer.channel, action: 'discarded', document: fileName, uploadId });
    return fileName;
  });
}

/** A draft whose words are there. */
export type ReadableDraft = Draft & { readonly parsed: ParsedDirective };

export function readable(draft: Draft): ReadableDraft {
  if (draft.parsed === null) throw notADraft(draft.state === 'failed' ? 'failed' : 'discarded');
  return { ...draft, parsed: draft.parsed };
}

async function changeDraft(
  database: Database,
  reviewer: Reviewer,
  draftId: number,
  change: (tx: Queryable, draft: ReadableDraft) => Promise<void>,
): Promise<Card> {
  return asAccount(database, reviewer, async (tx) => {
    await requireAdmin(tx);
    const draft = await readDraftRow(tx, draftId, { lock: true });
    if (draft.state !== 'draft') throw notADraft(draft.state);
    await change(tx, readable(draft));
    return cardOf(tx, readable(await readDraftRow(tx, draftId)));
  });
}

async function cardOf(tx: Queryable, draft: ReadableDraft): Promise<Card> {
  const { header, text } = applyCorrections(draft.parsed, draft.corrections);
  const numberKey = header.number === null ? null : documentNumberKey(header.number);
  const similar = await findSimilar(tx, { numberKey, text });
  const former = await findFormer(tx, draft.hash);
  return buildCard(
    draft,
    // Once published, it is the likest of all to itself.
    similar.filter(({ directive }) => directive.id !== draft.directiveId),
    former === draft.directiveId ? null : former,
  );
}

async function log(
  tx: Queryable,
  { channel }: Reviewer,
  draft: Draft,
  action: 'corrected' | 'decided' | 'discarded',
  detail: Readonly<Record<string, unknown>>,
): Promise<void> {
  const document = draft.header === null ? draft.fileName : documentName(draft.header, draft.fileName);
  await logDocument(tx, { channel, action, document, uploadId: draft.uploadId, draftId: draft.id, detail });
}
