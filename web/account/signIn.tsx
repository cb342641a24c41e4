import type { JSX } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { RequestError } from '../api.ts';
import { Icon } from '../icons.tsx';
import { texts } from '../texts.ts';
import { readLinkCode } from './linkCode.ts';

const words = texts.account;

type SignInProps = {
  /** An answer is under way; nothing else can be sent. */
  readonly busy: boolean;
  readonly onClose: () => void;
  /** Done before the code is passed on; throws `RequestError` where that cannot be. */
  readonly prepare: () => Promise<void>;
  /** Takes a well-formed code, after the sheet has closed. */
  readonly onCode: (code: string) => void;
};

/** Asks for the link code. Everything after that, the consent first of all, is said in the conversation. */
export function SignIn({ busy, onClose, prepare, onCode }: SignInProps): JSX.Element {
  const dialog = useRef<HTMLDialogElement>(null);
  const field = useRef<HTMLInputElement>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const [sending, setSending] = useState(false);

  useEffect(() => dialog.current?.showModal(), []);

  const submit = async () => {
    const code = readLinkCode(field.current?.value ?? '');
    if (busy || sending) return;
    if (code === null) {
      setProblem(words.codeWrong);
      field.current?.focus();
      return;
    }
    setSending(true);
    setProblem(null);
    try {
      await prepare();
      dialog.current?.close();
      onCode(code);
    } catch (error) {
      setProblem((error instanceof RequestError ? error.sentence : null) ?? words.failed);
    } finally {
      setSending(false);
    }
  };

  return (
    <dialog ref={dialog} class="sheet" aria-labelledby="sign-in-title" onClose={onClose}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          void submit();
        }}
      >
        <h2 id="sign-in-title">{words.link}</h2>
        <p>{words.linkHow}</p>
        <label for="link-code">{words.code}</label>
        <input
          id="link-code"
          ref={field}
          type="text"
          autocomplete="off"
          autocapitalize="characters"
          autocorrect="off"
          spellcheck={false}
          maxLength={200}
          aria-describedby={problem === null ? 'link-code-hint' : 'link-code-problem'}
          aria-invalid={problem !== null}
        />
        {problem === null ? (
          <p id="link-code-hint" class="hint">
            {words.codeExample}
          </p>
        ) : (
          <p id="link-code-problem" class="hint problem" role="alert">
            {problem}
          </p>
        )}
        <div class="sheet-ways">
          <button type="button" class="button quiet" onClick={() => dialog.current?.close()}>
            {words.cancel}
          </button>
          <button type="submit" class="button primary" aria-disabled={busy || sending}>
            <span>{words.go}</span>
            <Icon name="open" />
          </button>
        </div>
      </form>
    </dialog>
  );
}
