import { spawn } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import type { FakeTelegram } from '../../testing/fakes/telegram/server.ts';
import { cpuSeconds } from './cpuTime.ts';
import { beside, FIRST_PERSON, nameOf, orders, type Place, questionTexts, untilSaid } from './load.ts';
import { startReplica } from './replicas.ts';

/**
 * Answers that both give first, so that neither is measured while its code is still being compiled: a server runs for weeks. Some of
 * them to questions that were not asked before.
 */
const WARMING = 8000;
const LEADS = [
  'Cho tôi hỏi',
  'Xin hỏi',
  'Anh chị cho biết',
  'Em muốn hỏi',
  'Tôi cần biết',
  'Làm ơn cho biết',
];
const PEOPLE = 50;
/** Both in turn, so that a machine that is slower for a while is so for both; the middle one counts. */
const ROUNDS = 5;

/** Per second, and per second of processor time of all threads of the process; `null` where the system does not tell. */
type Pace = { readonly perSecond: number; readonly perCpuSecond: number | null };

type Runner = {
  readonly name: string;
  readonly warm: () => Promise<void>;
  readonly answer: (questions: number) => Promise<Pace>;
};

/**
 * Answers a second, and a second of processor time (the embedded database is one of the process's threads; a server is not), of the
 * whole product beside a bare grammY bot that says messages again. `mixed`: people ask what nobody asked before, and the same
 * questions again; of a thousand every tenth is new. `known`: every question was asked before.
 */
export async function measureThroughput(place: Place, questions: number): Promise<readonly object[]> {
  return beside(place, async (fake, database) => {
    const replica = await startReplica(orders(fake, database, 'product'));
    const product = await runner(`Đạt Chuẩn, ${nameOf(place)}`, fake, replica.pid);
    const rows = await besideEcho(async (peer) => {
      for (const one of [product, peer]) await one.warm();
      const mixed = [[await product.answer(questions), await peer.answer(questions)] as const];
      const known = [];
      for (let round = 0; round < ROUNDS; round += 1)
        known.push([await product.answer(questions), await peer.answer(questions)] as const);
      return [...rowsOf('mixed', [product, peer], mixed), ...rowsOf('known', [product, peer], known)];
    });
    await replica.stop();
    return rows;
  });
}

async function besideEcho<T>(work: (peer: Runner) => Promise<T>): Promise<T> {
  return beside(null, async (fake) => {
    const child = spawn(
      process.execPath,
      [path.join(import.meta.dirname, 'echoBot.ts'), fake.apiRoot, fake.token],
      { stdio: ['ignore', 'pipe', 'inherit'] },
    );
    const ended = once(child, 'exit');
    await once(child.stdout, 'data');
    try {
      return await work(await runner('grammY, lặp lại lời nhắn', fake, child.pid ?? 0));
    } finally {
      child.kill('SIGKILL');
      await ended;
    }
  });
}

async function runner(name: string, fake: FakeTelegram, pid: number): Promise<Runner> {
  const texts = await questionTexts('questions');
  const others = await questionTexts('heldOut');
  const people = Array.from({ length: PEOPLE }, (_, at) =>
    fake.person(`Người ${at}`, { id: FIRST_PERSON + at }),
  );
  const askAll = async (asked: readonly string[], count: number) => {
    const said = fake.callCount('sendMessage');
    for (let at = 0; at < count; at += 1) people[at % people.length]?.says(asked[at % asked.length] ?? '');
    await untilSaid(fake, said + count);
  };
  return {
    name,
    async warm() {
      const fresh = [...others, ...LEADS.flatMap((lead) => others.map((other) => `${lead} ${other}`))];
      await askAll(fresh, fresh.length);
      await askAll(others, WARMING - fresh.length);
    },
    async answer(questions) {
      const before = await cpuSeconds(pid);
      const begun = performance.now();
      await askAll(texts, questions);
      const seconds = (performance.now() - begun) / 1000;
      const after = await cpuSeconds(pid);
      const cpu = before === null || after === null ? null : after - before;
      return { perSecond: questions / seconds, perCpuSecond: cpu === null ? null : questions / cpu };
    },
  };
}

function rowsOf(
  questions: 'mixed' | 'known',
  [product, peer]: readonly [Runner, Runner],
  rounds: readonly (readonly [Pace, Pace])[],
): readonly object[] {
  const middle = (values: readonly number[]) =>
    values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
  const told = (of: (round: readonly [Pace, Pace]) => number | null, digits = 0) => {
    const values = rounds.map(of).filter((value) => value !== null);
    return values.length === 0 ? null : Number(middle(values).toFixed(digits));
  };
  const share = (one: number | null, other: number | null) =>
    one === null || other === null ? null : one / other;
  return [product, peer].map(({ name }, at) => {
    const side = at === 0 ? 0 : 1;
    return {
      name,
      questions,
      perSecond: told((round) => round[side].perSecond),
      perCpuSecond: told((round) => round[side].perCpuSecond),
      ratio: told((round) => share(round[side].perSecond, round[1].perSecond), 3),
      ratioPerCpu: told((round) => share(round[side].perCpuSecond, round[1].perCpuSecond), 3),
    };
  });
}
