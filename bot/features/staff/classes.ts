import { writeReference } from '../../../domain/citation.ts';
import type { ClassOffer } from '../../../domain/requirement.ts';
import { createProvisionFinder } from '../../../personnel/provisions.ts';
import type { UnitView } from '../../../personnel/unitView.ts';
import {
  type Candidate,
  type Eligibility,
  findEligible,
} from '../../../requirements/counting/eligibility.ts';
import { terms } from '../../../vietnamese/terms.ts';
import { fold } from '../../../vietnamese/text.ts';
import { type IntentFeature, parts, type Services } from '../../feature.ts';
import type { Block, Message, Reply } from '../../message.ts';
import { note, plain, title } from '../../reply/blocks.ts';
import { texts } from './texts.ts';
import { asOfLine, logNames, MOST_NAMES, staffReply, table, unitName, viewOf } from './view.ts';

/** "Ai đủ điều kiện học cao cấp LLCT": who may be sent to a class, who may not and why, who need not go. */
export const classes: IntentFeature = {
  name: 'classes',
  personal: true,
  staffOnly: true,
  intents: ['eligible'],
  commands: [{ name: 'cuhoc', description: texts.commands.classes }],
  async *answer(intent, message, services) {
    if (intent.kind === 'eligible') yield* parts(await answer(intent.words, message, services));
  },
};

async function answer(words: string | null, message: Message, services: Services): Promise<Reply> {
  const view = await viewOf(services);
  if (view.cadres.length === 0) return staffReply([plain(texts.noPeople)]);
  const offers = view.book.classes.filter(({ status }) => status !== 'retired');
  const fitting = words === null ? offers : chooseOffers(offers, words);
  const [only, ...others] = fitting;
  if (only === undefined || others.length > 0) {
    const listed = fitting.length === 0 ? offers : fitting;
    return staffReply(
      [plain(listed.length === 0 ? texts.noClasses : texts.whichClass)],
      listed.map(({ title: name }) => ({ label: name, send: `/cuhoc ${shorten(name)}` })),
    );
  }
  const found = findEligible(only, view.cadres, view.rules);
  const shown = [...found.eligible, ...found.unknown].slice(0, MOST_NAMES);
  await logNames(
    services,
    message,
    shown.map(({ cadre }) => ({ code: cadre })),
    texts.purposes.classes,
    false,
  );
  return staffReply(await describe(only, found, shown, view, services));
}

/** The classes whose titles share most words with what was asked. */
function chooseOffers(offers: readonly ClassOffer[], words: string): readonly ClassOffer[] {
  const exact = offers.filter(({ id, title: name }) => id === words || fold(name).startsWith(fold(words)));
  if (exact.length === 1) return exact;
  const asked = terms(words);
  const scored = offers.map((offer) => {
    const own = new Set(terms(offer.title));
    return { offer, score: asked.filter((term) => own.has(term)).length };
  });
  const best = Math.max(0, ...scored.map(({ score }) => score));
  return best === 0 ? [] : scored.filter(({ score }) => score === best).map(({ offer }) => offer);
}

async function describe(
  offer: ClassOffer,
  found: Eligibility,
  shown: readonly Candidate[],
  view: UnitView,
  { database }: Services,
): Promise<readonly Block[]> {
  const citation = await createProvisionFinder(database, view.asOf)(offer.reference);
  const byCode = new Map(view.cadres.map((cadre) => [cadre.code, cadre]));
  const left = found.eligible.length + found.unknown.length - shown.length;
  return [
    title(texts.classTitle(offer.title)),
    plain(
      `${texts.classSummary(found.eligible.length, found.unknown.length, found.notEligible.length, found.hasAlready.length)} ${asOfLine(view)}`,
    ),
    shown.length === 0
      ? plain(texts.classNobody)
      : table(
          null,
          texts.classColumns,
          0,
          shown.map((candidate) => {
            const cadre = byCode.get(candidate.cadre);
            return [
              candidate.cadre,
              cadre?.name ?? '',
              cadre === undefined ? '' : unitName(view, cadre.unit),
              candidate.standing === 'eligible' ? texts.eligible : whyNot(found, candidate, view),
            ];
          }),
        ),
    ...(left > 0 ? [note(texts.andMore(left))] : []),
    plain(texts.source(writeReference(offer.reference, citation))),
    { kind: 'list', items: [`“${offer.reference.quote}”`] },
    ...(offer.status === 'approved' ? [] : [note(texts.sampleNote)]),
  ];
}

/** What decides, in the words of the rule engine. */
function whyNot(found: Eligibility, { cadre: code, deciding }: Candidate, view: UnitView): string {
  const cadre = view.cadres.find((one) => one.code === code);
  if (cadre === undefined) return texts.unknownStatus;
  const reasons = deciding.flatMap(({ part }) => {
    const condition = found.parts[part]?.condition;
    return condition === undefined ? [] : [view.rules.explain(condition)(cadre).reason];
  });
  return reasons.length === 0 ? texts.unknownStatus : `${texts.unknownStatus}: ${reasons.join(' ')}`;
}

/** A choice carries at most 64 bytes. */
function shorten(name: string): string {
  let kept = name;
  while (Buffer.byteLength(kept) > 54) kept = kept.slice(0, -1);
  return kept.trim();
}
