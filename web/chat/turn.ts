import type { Block, Choice, ReplyPart } from '../../bot/message.ts';

/** A question and what has come back for it so far. */
export type Turn = {
  readonly id: number;
  /** What the person sees as their words: the label of a pressed choice, or the text itself. */
  readonly shown: string;
  readonly sent: string;
  /** The recording or photo that was sent instead of words. */
  readonly file: File | null;
  readonly state: 'working' | 'done' | 'stopped' | 'failed';
  /** What is being done right now. */
  readonly progress: string | null;
  /** The answer's own words as far as they are there; the blocks replace them. */
  readonly draft: string | null;
  readonly blocks: readonly Block[];
  readonly choices: readonly Choice[];
  /** Speaks of somebody's record. */
  readonly personal: boolean;
  /** Why it failed, for the person. */
  readonly problem: string | null;
};

export function newTurn(id: number, sent: string, shown: string, file: File | null = null): Turn {
  return {
    id,
    shown,
    sent,
    file,
    state: 'working',
    progress: null,
    draft: null,
    blocks: [],
    choices: [],
    personal: false,
    problem: null,
  };
}

export function withPart(turn: Turn, part: ReplyPart): Turn {
  switch (part.kind) {
    case 'progress':
      return part.isDraft === true ? { ...turn, draft: part.text } : { ...turn, progress: part.text };
    case 'block':
      return { ...turn, draft: null, blocks: [...turn.blocks, part.block] };
    case 'done':
      return {
        ...turn,
        state: 'done',
        progress: null,
        draft: null,
        choices: part.choices,
        personal: part.personal === true,
      };
  }
}

/**
 * The turns that stay when personal ones are forgotten; the turn `exceptId` always does. Only the end of an answer says whether
 * it is personal, so what broke off may be.
 */
export function keptWithout(turns: readonly Turn[], exceptId: number | null): readonly Turn[] {
  return turns.filter((turn) => turn.id === exceptId || (turn.state === 'done' && !turn.personal));
}

export function withProblem(turn: Turn, problem: string): Turn {
  return { ...turn, state: 'failed', progress: null, draft: null, problem };
}

/** Does nothing to a turn that has ended already. */
export function stopped(turn: Turn): Turn {
  return turn.state === 'working' ? { ...turn, state: 'stopped', progress: null, draft: null } : turn;
}
