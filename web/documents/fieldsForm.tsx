import type { JSX, TargetedEvent } from 'preact';
import { useRef, useState } from 'preact/hooks';
import type { CardView, FieldProblems } from '../../bot/channels/web/documents/views.ts';
import { writeDate } from '../../domain/citation.ts';
import { DIRECTIVE_KINDS, type DirectiveKind, type Header } from '../../domain/directive.ts';
import { texts } from './texts.ts';

const words = texts.review;

const FIELDS = ['number', 'type', 'issued', 'effective', 'issuer', 'place', 'signer', 'title'] as const;
type Field = (typeof FIELDS)[number];
type Edits = Readonly<Partial<Record<Field | 'kind', string>>>;

const isDay = (field: Field): boolean => field === 'issued' || field === 'effective';

/** A field as it stands in its box. */
function writtenField(header: Header, field: Field): string {
  const value = header[field];
  if (value === null) return '';
  return isDay(field) ? writeDate(value) : value;
}

function writtenFields(header: Header): Readonly<Record<string, string>> {
  return Object.fromEntries(FIELDS.map((field) => [field, writtenField(header, field)]));
}

export type FieldsState = {
  readonly edits: Edits;
  readonly problems: FieldProblems;
  readonly edit: (field: Field | 'kind', value: string) => void;
  /** Something was changed and not stored. */
  readonly dirty: boolean;
  /** Stores what was changed. @returns whether all of it could be */
  readonly save: () => Promise<boolean>;
};

/**
 * What a person changes of a draft's header before it is stored.
 * @param store stores fields, or says what is wrong with them
 */
export function useFields(
  card: CardView['card'],
  store: (fields: Readonly<Record<string, string>>) => Promise<FieldProblems | null>,
): FieldsState {
  const [edits, setEdits] = useState<Edits>({});
  const [problems, setProblems] = useState<FieldProblems>({});
  const stored: Readonly<Record<string, string>> = { kind: card.kind, ...writtenFields(card.header) };
  const changed = Object.entries(edits).filter(([field, value]) => stored[field] !== value);
  return {
    edits,
    problems,
    dirty: changed.length > 0,
    edit: (field, value) => {
      setEdits((all) => ({ ...all, [field]: value }));
      setProblems(({ [field]: _, ...others }) => others);
    },
    save: async () => {
      const found = await store(Object.fromEntries(changed));
      setProblems(found ?? {});
      if (found === null) setEdits({});
      return found === null;
    },
  };
}

const capitalised = (sentence: string): string => sentence.charAt(0).toUpperCase() + sentence.slice(1);

type FieldProps = {
  readonly card: CardView['card'];
  readonly state: FieldsState;
  readonly field: Field;
  readonly readOnly: boolean;
};

function FieldView({ card, state, field, readOnly }: FieldProps): JSX.Element {
  const id = `field-${field}`;
  const problem = state.problems[field];
  const value = state.edits[field] ?? writtenField(card.header, field);
  const hint = card.header[field] === null ? words.unseen : isDay(field) ? words.dayHint : null;
  const described = problem === undefined ? (hint === null ? undefined : `${id}-hint`) : `${id}-problem`;
  const attributes = {
    id,
    value,
    readOnly,
    'aria-invalid': problem !== undefined,
    'aria-describedby': described,
    onInput: (event: TargetedEvent<HTMLInputElement | HTMLTextAreaElement>) =>
      state.edit(field, event.currentTarget.value),
  };
  return (
    <div class={`field ${field}`}>
      <label for={id}>
        {words.fields[field]}
        {card.corrected.includes(field) && <span class="badge">{words.corrected}</span>}
      </label>
      {field === 'title' ? (
        <textarea {...attributes} rows={3} />
      ) : (
        <input {...attributes} type="text" autocomplete="off" inputMode={isDay(field) ? 'numeric' : 'text'} />
      )}
      {problem === undefined ? (
        hint !== null && (
          <p id={`${id}-hint`} class="hint">
            {hint}
          </p>
        )
      ) : (
        <p id={`${id}-problem`} class="hint problem">
          {capitalised(problem)}
        </p>
      )}
    </div>
  );
}

type FieldsFormProps = {
  readonly card: CardView['card'];
  readonly state: FieldsState;
  readonly onFailure: (error: unknown) => void;
};

/** The header of a draft, each field to be corrected, what is wrong with it said beside it. */
export function FieldsForm({ card, state, onFailure }: FieldsFormProps): JSX.Element {
  const form = useRef<HTMLFormElement>(null);
  const [said, setSaid] = useState('');
  const readOnly = card.state !== 'draft';
  const submit = async () => {
    if (!state.dirty) {
      setSaid(words.nothingToSave);
      return;
    }
    try {
      const saved = await state.save();
      setSaid(saved ? words.saved : '');
      if (!saved) requestAnimationFrame(() => focusFirstProblem(form.current));
    } catch (error) {
      onFailure(error);
    }
  };
  return (
    <form
      ref={form}
      class="fields"
      noValidate
      aria-labelledby="fields-title"
      onInput={() => setSaid('')}
      onSubmit={(event) => {
        event.preventDefault();
        void submit();
      }}
    >
      <h3 id="fields-title">{words.fieldsTitle}</h3>
      <div class="field-grid">
        {FIELDS.map((field) => (
          <FieldView key={field} card={card} state={state} field={field} readOnly={readOnly} />
        ))}
        <div class="field kind">
          <label for="field-kind">{words.kind}</label>
          <select
            id="field-kind"
            value={state.edits.kind ?? card.kind}
            disabled={readOnly}
            onChange={(event) => state.edit('kind', event.currentTarget.value)}
          >
            {DIRECTIVE_KINDS.map((kind: DirectiveKind) => (
              <option key={kind} value={kind}>
                {words.kinds[kind]}
              </option>
            ))}
          </select>
        </div>
      </div>
      {!readOnly && (
        <div class="field-ways">
          <p role="status">{said}</p>
          <button type="submit" class={state.dirty ? 'button primary' : 'button'}>
            {words.save}
          </button>
        </div>
      )}
    </form>
  );
}

export function focusFirstProblem(form: ParentNode | null): void {
  form?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
}
