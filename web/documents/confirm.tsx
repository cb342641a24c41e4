import type { ComponentChildren, JSX } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { RequestError } from '../api.ts';
import { texts } from './texts.ts';

type ConfirmProps = {
  readonly title: string;
  readonly children: ComponentChildren;
  /** On the button that does it. */
  readonly go: string;
  readonly danger?: boolean;
  /** What it does; what it throws is said in the sheet. */
  readonly onGo: () => Promise<void>;
  readonly onClose: () => void;
};

/** Asks before something that others will notice. */
export function Confirm({ title, children, go, danger = false, onGo, onClose }: ConfirmProps): JSX.Element {
  const dialog = useRef<HTMLDialogElement>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const [working, setWorking] = useState(false);
  useEffect(() => dialog.current?.showModal(), []);
  const run = async () => {
    if (working) return;
    setWorking(true);
    setProblem(null);
    try {
      await onGo();
      dialog.current?.close();
    } catch (error) {
      setProblem((error instanceof RequestError ? error.sentence : null) ?? texts.failed);
    } finally {
      setWorking(false);
    }
  };
  return (
    <dialog ref={dialog} class="sheet" aria-labelledby="confirm-title" onClose={onClose}>
      <h2 id="confirm-title">{title}</h2>
      {children}
      {problem !== null && (
        <p class="said warning" role="alert">
          {problem}
        </p>
      )}
      <div class="sheet-ways">
        <button type="button" class="button quiet" onClick={() => dialog.current?.close()}>
          {texts.review.cancel}
        </button>
        <button
          type="button"
          class={danger ? 'button danger' : 'button primary'}
          aria-disabled={working}
          onClick={() => void run()}
        >
          {go}
        </button>
      </div>
    </dialog>
  );
}
