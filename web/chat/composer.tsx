import type { JSX, RefObject } from 'preact';
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { Icon } from '../icons.tsx';
import { texts } from '../texts.ts';

const write = new Intl.NumberFormat('vi-VN').format;

type ComposerProps = {
  readonly field: RefObject<HTMLTextAreaElement | null>;
  readonly maxLength: number;
  readonly working: boolean;
  /** Files that may be questions, as a file field is told; `null`: none. */
  readonly accept: string | null;
  readonly onAsk: (text: string) => void;
  readonly onFile: (file: File) => void;
  readonly onStop: () => void;
};

export function Composer({
  field,
  maxLength,
  working,
  accept,
  onAsk,
  onFile,
  onStop,
}: ComposerProps): JSX.Element {
  const [text, setText] = useState('');
  const files = useRef<HTMLInputElement>(null);
  const tooLong = text.length > maxLength;

  useLayoutEffect(() => {
    const element = field.current;
    if (element === null) return;
    element.style.height = 'auto';
    element.style.height = `${element.scrollHeight}px`;
  }, [text]);

  const submit = () => {
    if (working || tooLong) return;
    if (text.trim() !== '') {
      onAsk(text.trim());
      setText('');
    }
    // On a touch screen the keyboard would cover the answer.
    if (text.trim() !== '' && matchMedia('(pointer: coarse)').matches) field.current?.blur();
    else field.current?.focus();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    // While a Vietnamese input method composes a syllable, Enter belongs to it.
    if (event.key !== 'Enter' || event.shiftKey || event.isComposing) return;
    event.preventDefault();
    submit();
  };

  return (
    <form
      class="composer"
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      <label class="visually-hidden" for="question">
        {texts.composerLabel}
      </label>
      <div class="composer-box">
        {accept !== null && (
          <>
            <input
              ref={files}
              type="file"
              accept={accept}
              hidden
              onChange={(event) => {
                const [file] = event.currentTarget.files ?? [];
                // The same file may be sent again.
                event.currentTarget.value = '';
                if (file !== undefined && !working) onFile(file);
              }}
            />
            <button
              type="button"
              class="button icon-only"
              aria-label={accept.includes('audio') ? texts.attachVoice : texts.attachPhoto}
              title={accept.includes('audio') ? texts.attachVoice : texts.attachPhoto}
              aria-disabled={working}
              onClick={() => files.current?.click()}
            >
              <Icon name="attach" />
            </button>
          </>
        )}
        <textarea
          id="question"
          ref={field}
          rows={1}
          value={text}
          placeholder={texts.composerPlaceholder}
          aria-describedby="question-hint"
          aria-invalid={tooLong}
          enterkeyhint="send"
          onInput={(event) => setText(event.currentTarget.value)}
          onKeyDown={onKeyDown}
        />
        {working ? (
          <button
            key="stop"
            type="button"
            class="button primary icon-only"
            aria-label={texts.stop}
            title={texts.stop}
            onClick={onStop}
          >
            <Icon name="stop" />
          </button>
        ) : (
          <button
            key="send"
            type="submit"
            class="button primary icon-only"
            aria-label={texts.send}
            title={texts.send}
          >
            <Icon name="send" />
          </button>
        )}
      </div>
      <p id="question-hint" class={tooLong ? 'composer-hint problem' : 'composer-hint'}>
        {tooLong ? (
          <span role="alert">{texts.tooLong(write(text.length), write(maxLength))}</span>
        ) : text.length > maxLength * 0.8 ? (
          <span>{texts.lengthLeft(write(text.length), write(maxLength))}</span>
        ) : (
          <>
            <span>{texts.composerCaution}</span> <span class="keys">{texts.composerHint}</span>
          </>
        )}
      </p>
    </form>
  );
}
