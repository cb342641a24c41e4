import { useCallback, useRef, useState } from 'preact/hooks';
import { ask, RequestError } from './api.ts';
import { texts } from './texts.ts';
import { newTurn, stopped, type Turn, withPart, withProblem } from './turn.ts';

/** 128 random bits; `crypto.randomUUID` is missing where the page is served over plain HTTP to another machine. */
function newConversation(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

function problemOf(error: unknown): string {
  if (!(error instanceof RequestError)) return texts.refused;
  return error.sentence ?? texts[error.reason];
}

export type Conversation = {
  readonly turns: readonly Turn[];
  readonly working: boolean;
  /** Sends `text`, shown as `shown`. Does nothing while an answer is under way. */
  readonly ask: (text: string, shown?: string) => void;
  /** Asks the question of a turn again, in its place. */
  readonly retry: (turn: Turn) => void;
  readonly stop: () => void;
};

/** The questions and answers of this page. */
export function useConversation(): Conversation {
  const [turns, setTurns] = useState<readonly Turn[]>([]);
  const [working, setWorking] = useState(false);
  const conversation = useRef(newConversation());
  const running = useRef<AbortController | null>(null);
  const lastId = useRef(0);

  const run = useCallback(async (fresh: Turn) => {
    const change = (how: (turn: Turn) => Turn) =>
      setTurns((all) => all.map((turn) => (turn.id === fresh.id ? how(turn) : turn)));
    const controller = new AbortController();
    running.current = controller;
    setWorking(true);
    try {
      for await (const part of ask(fresh.sent, conversation.current, controller.signal)) {
        change((turn) => withPart(turn, part));
      }
      change(stopped);
    } catch (error) {
      change((turn) => withProblem(turn, problemOf(error)));
    } finally {
      running.current = null;
      setWorking(false);
    }
  }, []);

  return {
    turns,
    working,
    ask: (text, shown = text) => {
      if (running.current !== null) return;
      const turn = newTurn(++lastId.current, text, shown);
      setTurns((all) => [...all, turn]);
      void run(turn);
    },
    retry: (turn) => {
      if (running.current !== null) return;
      const again = newTurn(turn.id, turn.sent, turn.shown);
      setTurns((all) => all.map((one) => (one.id === turn.id ? again : one)));
      void run(again);
    },
    stop: () => running.current?.abort(),
  };
}
