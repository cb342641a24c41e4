import type { WebAppOptions } from '../../bot/channels/web/app.ts';
import type { Block, Message, Respond } from '../../bot/message.ts';
import { fakeRespond } from './fakeRespond.ts';

/** The one code that is good. */
export const goodCode = 'MAUX-2345';
export const personName = 'Nguyễn Thị Mẫu';

const text = (words: string): Block => ({ kind: 'text', text: words, tone: 'plain' });

export type FakeLinking = {
  readonly respond: Respond;
  readonly accounts: Required<Pick<WebAppOptions, 'whoIs' | 'signOut'>>;
  /** Every message that reached the core, the newest last. */
  readonly seen: readonly Message[];
  /** Senders that are linked. */
  readonly linked: Set<string>;
};

/** The core's part in signing in, with one good code that never wears out; everything else is `fakeRespond`. */
export function createFakeLinking(person = { name: personName, staff: false, admin: false }): FakeLinking {
  const linked = new Set<string>();
  const seen: Message[] = [];
  const answer = fakeRespond();
  return {
    seen,
    linked,
    accounts: {
      whoIs: async (sender) => (sender !== null && linked.has(sender) ? person : null),
      signOut: async (sender) => {
        linked.delete(sender);
      },
    },
    respond: async function* respond(message) {
      seen.push(message);
      const [command = '', code] = message.text.split(' ');
      const known = code === goodCode;
      if (command === '/lienket') {
        const consent = [text(`Mã này mở hồ sơ của ${person.name}.`), text('Khi đồng ý, anh/chị cho phép…')];
        for (const block of known ? consent : [text('Mã không đúng.')]) yield { kind: 'block', block };
        const agree = { label: 'Tôi đồng ý', send: `/dongy ${goodCode}` };
        yield { kind: 'done', outcome: 'record', choices: known ? [agree] : [], personal: known };
      } else if (command === '/dongy' || command === '/huylienket') {
        if (message.sender === null) throw new Error('fakeLinking: no sender to link');
        if (command === '/dongy') linked.add(message.sender);
        else linked.delete(message.sender);
        const said = command === '/dongy' ? `Đã liên kết với hồ sơ của ${person.name}.` : 'Đã bỏ liên kết.';
        yield { kind: 'block', block: text(said) };
        yield { kind: 'done', outcome: 'record', choices: [] };
      } else {
        yield* answer(message);
      }
    },
  };
}
