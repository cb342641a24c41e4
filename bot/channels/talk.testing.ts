import { expect } from 'vitest';
import { parts } from '../feature.ts';
import type { Message, Reply, Respond } from '../message.ts';
import type { ChannelLog } from './channelLog.ts';
import { quotedReply, textBlock } from './fixtures.testing.ts';

/** What passes between a channel under test, the core behind it and whoever runs it. */
export type TestTalk = {
  /** What the core replies; may be slow, may break. */
  reply: (message: Message) => Promise<Reply>;
  /** What the core was asked. */
  readonly asked: readonly Message[];
  /** Sentences for the operator. */
  readonly told: readonly string[];
  readonly logged: readonly string[];
};

/** A talk, and the ends of it that a channel is given. */
export type TalkEnds = {
  readonly talk: TestTalk;
  readonly respond: Respond;
  readonly tell: (sentence: string) => void;
  readonly log: ChannelLog;
  /** For the next test. */
  readonly forget: () => void;
  /** Throws where one of these stands in a line that somebody reads. */
  readonly expectNone: (secrets: readonly string[]) => void;
};

/** Replies with the words of the message. */
export async function echo(message: Message): Promise<Reply> {
  return quotedReply([textBlock(`về “${message.text}”`)]);
}

export function createTalk(): TalkEnds {
  const asked: Message[] = [];
  const told: string[] = [];
  const logged: string[] = [];
  const talk: TestTalk = { reply: echo, asked, told, logged };
  const note = (fields: object, message: string) => {
    logged.push(JSON.stringify({ ...fields, message }));
  };
  return {
    talk,
    async *respond(message) {
      asked.push(message);
      yield* parts(await talk.reply(message));
    },
    tell: (sentence) => told.push(sentence),
    log: { info: note, warn: note, error: note },
    forget() {
      for (const list of [asked, told, logged]) list.length = 0;
      talk.reply = echo;
    },
    expectNone(secrets) {
      for (const line of [...logged, ...told])
        for (const secret of secrets) expect(line).not.toContain(secret);
    },
  };
}
