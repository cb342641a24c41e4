import type { DirectiveSummary, Header, ParsedDirective } from '../../../../domain/directive.ts';
import type { DocumentLogEntry, Standing, Upload } from '../../../../domain/upload.ts';
import type { Card, CardProposal } from '../../../../ingest/uploads/card.ts';
import { proposalsOf } from '../../../../ingest/uploads/proposals.ts';

/** What of an upload the page is told: not where its channel keeps its message. Times are ISO strings, here and below. */
export type UploadView = Omit<Upload, 'origin' | 'accountId' | 'at'> & { readonly at: string };

export function uploadView({ origin: _, accountId: __, at, ...rest }: Upload): UploadView {
  return { ...rest, at: at.toISOString() };
}

/** A stretch of a text, in UTF-16 offsets. */
export type TextSpan = { readonly start: number; readonly end: number };

/** A stored document by its name: `Nghị định 233/2026/NĐ-CP`. */
export type DocumentName = { readonly directiveId: number; readonly document: string };

/** What decisions and corrections change of a document to be reviewed. */
export type CardView = {
  readonly card: Omit<Card, 'proposals'> & {
    readonly proposals: readonly (CardProposal & {
      /** Where the words stand in the text; `null` where they cannot be found again. */
      readonly span: TextSpan | null;
    })[];
  };
  /** Stored documents of which it changes provisions. */
  readonly amends: readonly DocumentName[];
};

/** A document to be reviewed: its card, and its text as read with the outline of its provisions. */
export type DraftView = CardView & {
  readonly text: string;
  readonly provisions: readonly (ParsedDirective['provisions'][number] & { readonly id: number })[];
};

export function cardView(card: Card, parsed: ParsedDirective, amends: readonly DocumentName[]): CardView {
  const { text, provisions } = parsed;
  const spans = new Map(
    proposalsOf(parsed).map((proposal) => {
      const provision = proposal.provision === null ? undefined : provisions[proposal.provision];
      return [proposal.key, spanOf(text, proposal.words, provision?.start ?? 0) ?? provision ?? null];
    }),
  );
  const proposals = card.proposals.map((proposal) => {
    const span = spans.get(proposal.key) ?? null;
    return { ...proposal, span: span && { start: span.start, end: span.end } };
  });
  return { card: { ...card, proposals }, amends };
}

export function draftView(card: Card, parsed: ParsedDirective, amends: readonly DocumentName[]): DraftView {
  const provisions = parsed.provisions.map((provision, id) => ({ ...provision, id }));
  return { ...cardView(card, parsed, amends), text: parsed.text, provisions };
}

function spanOf(text: string, words: string, from: number): TextSpan | null {
  const start = text.indexOf(words, from);
  return start === -1 ? null : { start, end: start + words.length };
}

/** A stored document in the console; `by` is whoever sent its file, `null` where it came another way. */
export type ConsoleDocument = DirectiveSummary & {
  readonly standing: 'live' | 'withdrawn';
  readonly storedAt: string;
  readonly draftId: number | null;
  readonly by: string | null;
};

/** One version of a document. */
export type VersionView = {
  readonly id: number;
  readonly document: string;
  readonly fileName: string;
  readonly standing: Standing['standing'];
  readonly storedAt: string;
};

export type LogView = Omit<DocumentLogEntry, 'at'> & { readonly at: string };

/** A stored document with all that an admin may want to know of it. */
export type DocumentView = {
  readonly id: number;
  readonly document: string;
  readonly fileName: string;
  readonly sample: boolean;
  readonly header: Header;
  readonly standing: Standing['standing'];
  readonly replacedBy: number | null;
  readonly draftId: number | null;
  readonly versions: readonly VersionView[];
  /** Stored documents of which it changes provisions. */
  readonly amends: readonly DocumentName[];
  readonly log: readonly LogView[];
};

/** What a field of the header is refused for, by its name. */
export type FieldProblems = Readonly<Record<string, string>>;
