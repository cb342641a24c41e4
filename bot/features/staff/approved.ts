import {
  type ApprovedCard,
  approve,
  type Desk,
  edit,
  findSources,
  proposeAsked,
  proposeGiven,
  readCard,
  readCards,
  recite,
  withdraw,
} from '../../../answer/approved/desk.ts';
import { KnownError } from '../../../errors.ts';
import { parseDate } from '../../../vietnamese/dates.ts';
import { fold } from '../../../vietnamese/text.ts';
import { type CommandFeature, command, parts, type Services } from '../../feature.ts';
import type { Reply } from '../../message.ts';
import { list, plain, title } from '../../reply/blocks.ts';
import { describeCard, stateOf } from './approvedCard.ts';
import { approvedTexts as texts } from './approvedTexts.ts';
import { identityOf } from './view.ts';

/** Answers that one chat message can list. */
const MOST = 15;
const OFFERED = 6;

/**
 * `/duyetcauhoi`: the approved answers. `… 5`: one of them; `… 5 duyet`, `go`, `loi`, `hoi`, `cancu`, `han`, `soat`: what is done with
 * it; `… tu 12`: out of an answer that was given; `… cau 12 CĂN CỨ: LỜI`: to a question that had none.
 */
export const approved: CommandFeature = {
  name: 'approved',
  officeOnly: true,
  commands: [{ name: 'duyetcauhoi', description: texts.commands.approved }],
  async *reply({ text }, services) {
    yield* parts(await answer(command(text)?.rest ?? '', services));
  },
};

async function answer(rest: string, services: Services): Promise<Reply> {
  const { database, search, today } = services;
  const desk: Desk = { database, search, today: today(), identity: identityOf(services) };
  const isAdmin = services.account?.admin === true;
  const show = (card: ApprovedCard) => describeCard(card, { isAdmin, today: desk.today });
  const [, from, origin, written = ''] = /^(tu|cau) (\d{1,15})(?:\s+([\s\S]+))?$/.exec(rest) ?? [];
  if (from === 'tu') return show(await proposeGiven(desk, Number(origin)));
  if (from === 'cau') {
    const [, sources, words] = /^([^:]{3,300}):\s*([\s\S]+)$/.exec(written) ?? [];
    if (sources === undefined || words === undefined) {
      return { outcome: 'document', blocks: [plain(texts.howToWrite(Number(origin)))], choices: [] };
    }
    return show(await proposeAsked(desk, Number(origin), { sources, words }));
  }
  const [, id, verb, argument = ''] = /^(\d{1,9})(?:\s+(\p{L}+))?(?:\s+([\s\S]+))?$/u.exec(rest) ?? [];
  if (id === undefined) return listOf(await readCards(desk));
  if (verb !== undefined && !isAdmin) throw new KnownError('bad_input', texts.onlyAdminsDecide);
  return show(await act(desk, Number(id), fold(verb ?? ''), argument));
}

async function act(desk: Desk, id: number, verb: string, argument: string): Promise<ApprovedCard> {
  switch (verb) {
    case 'duyet':
      return approve(desk, id, argument === '' ? null : argument.slice(0, 100));
    case 'go':
    case 'rut':
      return withdraw(desk, id);
    case 'soat':
      return recite(desk, id);
    case 'loi':
      return edit(desk, id, { words: argument });
    case 'hoi': {
      const { answer } = await readCard(desk, id);
      return edit(desk, id, { questions: [...new Set([argument, ...answer.questions])] });
    }
    case 'cancu':
      return edit(desk, id, { sources: await findSources(desk, argument) });
    case 'han': {
      const expires = parseDate(argument);
      if (expires === null) throw new KnownError('bad_input', texts.badDate);
      return edit(desk, id, { expires });
    }
    default:
      return readCard(desk, id);
  }
}

function listOf(cards: readonly ApprovedCard[]): Reply {
  if (cards.length === 0) return { outcome: 'document', blocks: [plain(texts.noneApproved)], choices: [] };
  const shown = cards.slice(0, MOST);
  return {
    outcome: 'document',
    blocks: [
      title(texts.listTitle),
      list(
        shown.map((card) =>
          texts.line(card.answer.id, texts.states[stateOf(card)], card.answer.questions[0] ?? ''),
        ),
      ),
    ],
    choices: shown.slice(0, OFFERED).map(({ answer: { id } }, at) => ({
      label: texts.openCard(id),
      send: `/duyetcauhoi ${id}`,
      beside: at % 2 === 1,
    })),
  };
}
