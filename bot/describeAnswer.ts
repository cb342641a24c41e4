import type { Answer, NotFound, Quoted } from '../answer/answer.ts';
import { type Citation, documentName, writeCitation, writeDate, writePath } from '../domain/citation.ts';
import type { DirectiveSummary, IsoDate, StoredDirective, StoredProvision } from '../domain/directive.ts';
import { documentLine } from '../domain/documentLine.ts';
import type { Block, Choice, Reply } from './message.ts';
import { texts } from './texts.ts';

/** An outline longer than this is cut, and says how much is left. */
const LONGEST_OUTLINE = 60;
const LONGEST_LABEL = 90;

/** Puts an answer into words. */
export function describeAnswer(answer: Answer, asOf: IsoDate): Reply {
  switch (answer.kind) {
    case 'quoted':
      return {
        outcome: 'quoted',
        blocks: [
          ...answer.citations.map(
            (citation, at): Block => ({
              kind: 'quote',
              index: at + 1,
              citation,
              label: writeCitation(citation),
              ...reasonFor(answer, citation),
            }),
          ),
          ...warnings(answer, asOf),
          note(texts.sureness[answer.sureness]),
          ...(answer.citations.some(({ sample }) => sample) ? [note(texts.sample)] : []),
        ],
        choices: [
          ...answer.amendedBy.map(documentChoice),
          ...answer.near.map((citation) => ({ ...choice(citation), ...reasonFor(answer, citation) })),
        ],
      };
    case 'document':
      return {
        outcome: 'document',
        blocks: describeDocument(answer.document, answer.within),
        choices: outlineOf(answer.document, answer.within)
          .slice(0, 3)
          .map((provision) => ({
            label: shorten([writePath(provision.path), provision.heading].filter(Boolean).join('. ')),
            send: `/xem ${answer.document.id}.${provision.id}`,
          })),
      };
    case 'not_found':
      return {
        outcome: 'not_found',
        blocks: [
          { kind: 'text', text: whyNot(answer), tone: 'plain' },
          ...(answer.reason.why === 'document_missing' && answer.near.length > 0
            ? [note(texts.nearBesideMissing)]
            : []),
        ],
        choices: [
          ...(answer.reason.why === 'which_document'
            ? answer.reason.documents.slice(0, 6).map(documentChoice)
            : []),
          ...answer.near.map(choice),
        ],
      };
  }
}

function reasonFor({ reasons }: Quoted, citation: Citation): Pick<Choice, 'reason'> {
  const reason = reasons.get(citation);
  return reason === undefined ? {} : { reason };
}

function whyNot({ reason }: NotFound): string {
  switch (reason.why) {
    case 'nothing_fits':
      return texts.notFound;
    case 'no_documents':
      return texts.noDocuments;
    case 'document_missing':
      return texts.documentMissing(reason.written);
    case 'provision_missing':
      return texts.provisionMissing(nameOf(reason.document), reason.written);
    case 'which_document':
      return reason.documents.length > 0 ? texts.whichDocument : texts.whichProvision;
  }
}

function warnings({ citations, missing, amendedBy }: Quoted, asOf: IsoDate): Block[] {
  const said = new Set<string>();
  if (missing.length > 0) said.add(texts.alsoMissing(citations[0]?.document ?? '', missing));
  for (const citation of citations) {
    if (citation.kind === 'press') said.add(texts.press);
    else if (citation.effective === null) said.add(texts.effectUnknown);
    else if (citation.inForce === false)
      said.add(texts.notInForce(writeDate(citation.effective), writeDate(asOf)));
  }
  for (const directive of amendedBy) {
    const { effective } = directive.header;
    said.add(texts.amended(nameOf(directive), effective === null ? null : writeDate(effective)));
  }
  return [...said].map((text) => ({ kind: 'text', text, tone: 'warning' }));
}

function describeDocument(document: StoredDirective, within: StoredProvision | null): Block[] {
  const { issuer, issued, effective, signer } = document.header;
  const facts = [
    [texts.facts.issuer, issuer],
    [texts.facts.issued, issued === null ? null : writeDate(issued)],
    [texts.facts.effective, effective === null ? null : writeDate(effective)],
    [texts.facts.signer, signer],
    [texts.facts.fileName, document.fileName],
  ].flatMap(([name, value]) => (value === null ? [] : [`${name}: ${value}`]));
  const outline = outlineOf(document, within);
  const shown = outline
    .slice(0, LONGEST_OUTLINE)
    .map(({ label, heading }) => (heading === null ? label : `${label}. ${heading}`));
  const left = outline.length - shown.length;
  return [
    { kind: 'documents', documents: [documentLine(document)] },
    ...(within === null ? [{ kind: 'list' as const, items: facts }] : []),
    ...(shown.length === 0
      ? []
      : [
          {
            kind: 'text' as const,
            text: within === null ? texts.outline : texts.outlineOf(writePath(within.path)),
            tone: 'plain' as const,
          },
          { kind: 'list' as const, items: left > 0 ? [...shown, texts.more(left)] : shown },
        ]),
    ...(document.sample ? [note(texts.sample)] : []),
  ];
}

/** The headed provisions of a document, or of one of its provisions: chapters and articles, not every khoản. */
function outlineOf(document: StoredDirective, within: StoredProvision | null): readonly StoredProvision[] {
  const inside = document.provisions.filter(
    (provision) =>
      within === null ||
      (provision !== within && provision.start >= within.start && provision.end <= within.end),
  );
  const headed = inside.filter(({ heading, kind }) => heading !== null || kind === 'dieu');
  return headed.length > 0 ? headed : inside;
}

function documentChoice(directive: DirectiveSummary): Choice {
  const { title, number } = directive.header;
  const name = nameOf(directive);
  return {
    label: shorten(number === null || title === null ? name : `${name}: ${title}`),
    send: `/xem ${directive.id}`,
  };
}

function nameOf({ header, fileName }: DirectiveSummary): string {
  return documentName(header, fileName);
}

function choice(citation: Citation): Choice {
  const { kind, path, document, heading, directiveId, provisionId } = citation;
  const place = kind === 'press' ? document : `${writePath(path)} ${document}`;
  return {
    label: shorten(heading === null || kind === 'press' ? place : `${place}: ${heading}`),
    send: provisionId === null ? `/xem ${directiveId}` : `/xem ${directiveId}.${provisionId}`,
  };
}

function note(text: string): Block {
  return { kind: 'text', text, tone: 'note' };
}

function shorten(label: string): string {
  if (label.length <= LONGEST_LABEL) return label;
  return `${label.slice(0, LONGEST_LABEL - 1).replace(/\s+\S*$/, '')}…`;
}
