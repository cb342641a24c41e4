import { forgetTurns } from '../../../store/answers/turns.ts';
import { type CommandFeature, parts } from '../../feature.ts';
import { plain } from '../../reply/blocks.ts';
import { modelTexts as texts } from './texts.ts';

/** `/quen`: the chat's questions are forgotten at once. */
export const forget: CommandFeature = {
  name: 'forget',
  commands: [{ name: 'quen', description: null }],
  async *reply({ channel, conversation }, { database }) {
    const gone = await forgetTurns(database, { channel, chat: conversation });
    yield* parts({ outcome: 'help', blocks: [plain(texts.forgotten(gone))], choices: [] });
  },
};
