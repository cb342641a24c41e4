import { useCallback, useRef, useState } from 'preact/hooks';
import { ask, RequestError } from '../api.ts';
import { texts } from '../texts.ts';
import { keptWithout, newTurn, stopped, type Turn, withPart, withProblem } from './turn.ts';

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
  /** Sends a recording or a photo of a question. Does nothing while an answer is under way. */
  readonly askByFile: (file: File) => void;
  /** Asks the question of a turn again, in its place. */
  readonly retry: (turn: Turn) => void;
  readonly stop: () => void;
  /** Forgets every question and answer, and goes on as somebody new. */
  readonly clear: () => void;
  /** Forgets the answers that speak of somebody's record, but for the turn `exceptId`. */
  readonly forgetPersonal: (exceptId: number | null) => void;
};

type ConversationOptions = {
  /** Done before a text is sent; what it throws is the turn's problem. */
  readonly prepare: (text: string) => Promise<void>;
  /** A turn has ended that spoke of records or accounts. */
  readonly onRecord: (turnId: number) => void;
};

/** The questions and answers of this page. They are kept nowhere else. */
export function useConversation(options: ConversationOptions): Conversation {
  const [turns, setTurns] = useState<readonly Turn[]>([]);
  const [working, setWorking] = useState(false);
  const conversation = useRef(newConversation());
  const running = useRef<AbortController | null>(null);
  const lastId = useRef(0);
  const now = useRef(options);
  now.current = options;

  const run = useCallback(async (fresh: Turn) => {
    const change = (how: (turn: Turn) => Turn) =>
      setTurns((all) => all.map((turn) => (turn.id === fresh.id ? how(turn) : turn)));
    const controller = new AbortController();
    running.current = controller;
    setWorking(true);
    try {
      await now.current.prepare(fresh.sent);
      for await (const part of ask(fresh.file ?? fresh.sent, conversation.current, controller.signal)) {
        change((turn) => withPart(turn, part));
        if (part.kind === 'done' && part.outcome === 'record') now.current.onRecord(fresh.id);
      }
      change(stopped);
    } catch (error) {
      change((turn) => withProblem(turn, problemOf(error)));
    } finally {
      if (running.current === controller) {
        running.current = null;
        setWorking(false);
      }
    }
  }, []);

  const begin = (sent: string, shown: string, file: File | null) => {
    if (running.current !== null) return;
    const turn = newTurn(++lastId.current, sent, shown, file);
    setTurns((all) => [...all, turn]);
    void run(turn);
  };

  return {
    turns,
    working,
    ask: (text, shown = text) => begin(text, shown, null),
    askByFile: (file) => begin('', texts.sentFile(file.name), file),
    retry: (turn) => {
      if (running.current !== null) return;
      const again = newTurn(turn.id, turn.sent, turn.shown, turn.file);
      setTurns((all) => all.map((one) => (one.id === turn.id ? again : one)));
      void run(again);
    },
    stop: () => running.current?.abort(),
    clear: () => {
      running.current?.abort();
      running.current = null;
      setWorking(false);
      setTurns([]);
      conversation.current = newConversation();
    },
    forgetPersonal: useCallback((exceptId) => setTurns((all) => keptWithout(all, exceptId)), []),
  };
}
