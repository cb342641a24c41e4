import type { Answer } from '../../../answer/answer.ts';
import { currentAnswer } from '../../../answer/currentAnswer.ts';
import { explainWords } from '../../../answer/tasks/explain.ts';
import { shorten } from '../../../answer/tasks/shorten.ts';
import { type Citation, writeCitation } from '../../../domain/citation.ts';
import { cite } from '../../../domain/cite.ts';
import { readDirective } from '../../../store/directives.ts';
import { markValidity } from '../../../store/validity.ts';
import { type IntentFeature, parts, type Services } from '../../feature.ts';
import type { TasksIntent } from '../../intents/intent.ts';
import type { Choice, Reply } from '../../message.ts';
import { list, note, plain, title, warning } from '../../reply/blocks.ts';
import { describeAnswer } from '../../reply/describeAnswer.ts';
import { supersededSentences } from '../../reply/validityWords.ts';
import { type Composed, composedBlocks, composedFor } from './composed.ts';
import { openChoice, placeOf, quotesOf, said } from './named.ts';
import { taskTexts } from './texts.ts';

const texts = taskTexts.explain;

type Explain = Extract<TasksIntent, { kind: 'explain' }>;

/** A definition in a chat, in UTF-16 units. */
const DEFINITION = 400;

/**
 * "Giải thích khoản 2 Điều 5 …" and the choice below a quote: a model's checked sentences where there is one, and in any case the
 * abbreviations and defined terms of the quote.
 */
export const explain: IntentFeature = {
  name: 'explain',
  personal: false,
  intents: ['explain'],
  commands: [{ name: 'giaithich', description: null }],
  async *answer(intent, message, services) {
    if (intent.kind !== 'explain') return;
    const found = await quoteOf(intent.what, services);
    if ('reply' in found) return yield* parts(found.reply);
    const { citation } = found;
    const composed = yield* composedFor(
      { prompt: 'giai-thich', slots: { place: fullPlaceOf(citation) }, citations: [citation] },
      message,
      services,
    );
    yield* parts(await explained(citation, composed, services));
  },
};

/** Offers to explain what an answer quotes; nothing where there is no model, which is what makes it worth a button. */
export function explainChoices(answer: Answer, { model }: Pick<Services, 'model'>): readonly Choice[] {
  const [first] = answer.kind === 'quoted' ? answer.citations : [];
  if (model === undefined || first === undefined || first.provisionId === null) return [];
  return [{ label: texts.choice, send: `/giaithich vb ${first.directiveId}.${first.provisionId}` }];
}

async function quoteOf(
  what: Explain['what'],
  { database, search, today }: Services,
): Promise<{ readonly citation: Citation } | { readonly reply: Reply }> {
  if ('words' in what) {
    if (what.words === '') return { reply: said(texts.how) };
    const answer = await currentAnswer(database, what.words, today(), search);
    const [citation] = answer.kind === 'quoted' ? answer.citations : [];
    return citation === undefined ? { reply: describeAnswer(answer, today()) } : { citation };
  }
  const document = await readDirective(database, what.directive);
  const provision = document?.provisions.find(({ id }) => id === what.provision);
  if (document === null || provision === undefined) return { reply: said(texts.gone) };
  const whole = cite(document, { provision, start: provision.start, end: provision.end }, today());
  const [citation = whole] = await markValidity(database, [whole], today());
  return { citation };
}

function fullPlaceOf(citation: Citation): string {
  return `${placeOf(citation)}${citation.path.length === 0 ? '' : ` ${citation.document}`}`;
}

async function explained(citation: Citation, composed: Composed, services: Services): Promise<Reply> {
  const { database, search, today } = services;
  const { abbreviations, definitions } = await explainWords(database, search, citation, today());
  const isBare = 'why' in composed && abbreviations.length === 0 && definitions.length === 0;
  return {
    outcome: 'quoted',
    blocks: [
      title(texts.title(fullPlaceOf(citation))),
      ...supersededSentences([citation], today()).map(warning),
      ...('why' in composed ? [] : composedBlocks(composed)),
      ...('why' in composed && composed.why !== null ? [note(composed.why)] : []),
      ...(abbreviations.length === 0
        ? []
        : [
            plain(texts.abbreviations),
            list(abbreviations.map(({ short, long }) => texts.abbreviation(short, long))),
          ]),
      ...(definitions.length === 0
        ? []
        : [
            plain(texts.definitions),
            list(
              definitions.map((one) =>
                texts.definition(
                  shorten(one.quote.replace(/^(?:\d{1,3}\.|\p{Ll}\))\s+/u, ''), DEFINITION),
                  writeCitation(one),
                ),
              ),
            ),
          ]),
      ...(isBare ? [plain(texts.nothing)] : []),
      ...('why' in composed ? quotesOf([citation]) : []),
      ...(citation.sample ? [note(taskTexts.sample)] : []),
    ],
    choices: [openChoice(citation)],
  };
}
