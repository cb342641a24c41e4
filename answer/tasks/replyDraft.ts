import { type Citation, writeCitation, writeDate } from '../../domain/citation.ts';
import type { Header } from '../../domain/directive.ts';
import type { Queryable } from '../../store/database.ts';
import { readDirective } from '../../store/directives.ts';
import type { Answer } from '../answer.ts';
import type { ModelSentence } from '../model/modelQuestion.ts';
import { shorten } from './shorten.ts';
import { taskTexts as texts } from './texts.ts';

/** What an official reply says. Nothing of it but the frame is anybody's own words. */
export type ReplyDraft = {
  /** Trích yếu: `V/v trả lời về thời gian bồi dưỡng hằng năm`. */
  readonly subject: string;
  readonly grounds: readonly string[];
  readonly paragraphs: readonly string[];
};

/** The provisions that an official reply may rest on: issued documents, of what has ended only where nothing else is left. */
export function groundsOf(answer: Answer): readonly Citation[] {
  if (answer.kind !== 'quoted') return [];
  const issued = answer.citations.filter(({ kind }) => kind === 'issued');
  const standing = issued.filter(({ validity }) => validity !== 'superseded');
  return standing.length > 0 ? standing : issued;
}

/**
 * @param asked the question without what tells of people
 * @param sentences checked ones, with places in `citations` from 1; empty where there is no model
 * @param warnings what is to be known of the validity of the provisions
 */
export async function draftReply(
  queryable: Queryable,
  asked: string,
  citations: readonly Citation[],
  sentences: readonly ModelSentence[],
  warnings: readonly string[],
): Promise<ReplyDraft> {
  const headers: Header[] = [];
  for (const id of new Set(citations.map(({ directiveId }) => directiveId))) {
    const directive = await readDirective(queryable, id);
    if (directive !== null) headers.push(directive.header);
  }
  const [first] = citations;
  const topic = first?.heading ?? null;
  return {
    subject: texts.subject(topic === null ? null : shorten(topic, 110)),
    grounds: headers.map(({ type, number, issued, issuer, title }) =>
      texts.ground(type ?? texts.document, number, issued === null ? null : writeDate(issued), issuer, title),
    ),
    paragraphs: [
      texts.opening(blanked(asked)),
      ...sentences.map(({ text, sources }) => withSources(text, sources, citations)),
      ...(sentences.length === 0 ? [] : [texts.wordsOfRules]),
      ...citations.map((citation, at) => texts.quoted(at + 1, writeCitation(citation), citation.quote)),
      ...(warnings.length === 0
        ? []
        : [texts.toNote(warnings.map((one) => one.replace(/^Lưu ý: /u, '')).join(' '))]),
      texts.closing,
    ],
  };
}

function withSources(text: string, sources: readonly number[], citations: readonly Citation[]): string {
  const places = sources.flatMap((at) => {
    const citation = citations[at - 1];
    return citation === undefined ? [] : [writeCitation(citation).replace(/ \([^()]*\)$/, '')];
  });
  const bare = text.replace(/[.\s]+$/u, '');
  return places.length === 0 ? text : `${bare} (${places.join('; ')}).`;
}

/** Whom it is about is for a person to fill in. */
function blanked(asked: string): string {
  return asked.replace(/\[[^[\]]{1,20}\]/g, '…………').trim();
}
