/** A directive was removed between the search that found it and the reading of its words. */
export class Vanished extends Error {
  constructor(directiveId: number) {
    super(`directive ${directiveId} vanished during the search`);
    this.name = 'Vanished';
  }
}

/** How often something may vanish under one question: whoever removes more than that is removing everything. */
const TURNS = 5;

/** Answers anew where a directive vanished meanwhile: the next search does not find it any more. */
export async function despiteRemovals<T>(answer: () => Promise<T>): Promise<T> {
  for (let turn = 1; ; turn += 1) {
    try {
      return await answer();
    } catch (error) {
      if (!(error instanceof Vanished) || turn === TURNS) throw error;
    }
  }
}
