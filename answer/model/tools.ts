import { tool } from 'langchain';
import { z } from 'zod';
import { type Citation, documentName, writeDate } from '../../domain/citation.ts';
import type { IsoDate } from '../../domain/day.ts';
import type { Searcher } from '../../retrieve/searcher.ts';
import type { Queryable } from '../../store/database.ts';
import { countDirectives, listDirectives } from '../../store/directives.ts';
import { answerQuestion } from '../answer.ts';
import { findPassages } from '../findPassages.ts';
import { plain, type Sources, writeSources } from './sources.ts';
import { modelTexts as texts } from './texts.ts';

/** What code showed the person of their own record. */
export type PersonalCard = {
  readonly shown: boolean;
  /** Requirements and how they stand, without name, id or unit; `null` unless the person agreed that a local model sees them. */
  readonly gap: readonly string[] | null;
};

/** The asker's own record, bound to them where it was made: nothing here says whose. */
export type PersonalTools = {
  readonly myRequirements: () => Promise<PersonalCard>;
  readonly whatIf: (position: string) => Promise<PersonalCard>;
};

export type ToolsInput = {
  readonly queryable: Queryable;
  readonly search: Searcher;
  readonly asOf: IsoDate;
  readonly sources: Sources;
  /** `null`: the asker has no record, or others read along. */
  readonly personal: PersonalTools | null;
  readonly isLocal: boolean;
};

const MOST_FOUND = 4;
const MOST_DOCUMENTS = 30;

const question = z.string().min(1).max(500);
const isoDate = z.string().regex(/^\d{4}-\d{2}-\d{2}$/);

/** Everything that a model can do. No tool takes a person. None throws: what cannot be done is said. */
export function createTools({ queryable, search, asOf, sources, personal, isLocal }: ToolsInput) {
  const show = async (citations: readonly Citation[], asked: string) => {
    const added = await sources.add(citations);
    return added.length === 0 ? texts.nothing : writeSources(added, asked);
  };
  const read = async (citation: string): Promise<readonly Citation[]> => {
    const answer = await answerQuestion(queryable, citation, asOf, search);
    if (answer.kind === 'quoted') return answer.citations;
    return answer.kind === 'document' ? [answer.citation] : answer.near;
  };
  const documents = [
    tool(
      safely(
        async ({ question: asked, as_of }) => {
          const day = { limit: MOST_FOUND, asOf: as_of ?? asOf };
          const { passages } = await findPassages(queryable, asked, day, search);
          return show(
            passages.map(({ citation }) => citation),
            asked,
          );
        },
        z.object({ question, as_of: isoDate.optional() }),
      ),
      {
        name: 'search_directives',
        description: texts.tools.search,
        schema: z.object({ question: z.string(), as_of: z.string().optional() }),
      },
    ),
    tool(
      safely(async ({ citation }) => show(await read(citation), citation), z.object({ citation: question })),
      { name: 'read_provision', description: texts.tools.read, schema: z.object({ citation: z.string() }) },
    ),
    tool(
      safely(
        async ({ citations }) => {
          const found: Citation[] = [];
          for (const citation of citations) found.push(...(await read(citation)));
          return show(found, citations.join(' '));
        },
        z.object({ citations: z.array(question).min(1).max(4) }),
      ),
      {
        name: 'compare',
        description: texts.tools.compare,
        schema: z.object({ citations: z.array(z.string()) }),
      },
    ),
    tool(
      safely(async () => {
        const count = await countDirectives(queryable);
        const listed = await listDirectives(queryable, { limit: MOST_DOCUMENTS, offset: 0 });
        const lines = listed.map(({ header, fileName }) =>
          [
            documentName(header, fileName),
            ...(header.number === null || header.title === null ? [] : [header.title]),
            ...(header.effective === null ? [] : [writeDate(header.effective)]),
          ].join(' – '),
        );
        return plain(
          [...lines, ...(count > lines.length ? [texts.moreDocuments(count - lines.length)] : [])].join('\n'),
        );
      }, z.object({})),
      { name: 'list_directives', description: texts.tools.list, schema: z.object({}) },
    ),
  ];
  if (personal === null) return documents;
  const said = ({ shown, gap }: PersonalCard): string => {
    if (!shown) return texts.notShown;
    // The record stays in the house even where whoever made the card was careless.
    return gap !== null && isLocal ? texts.gap(gap.map(plain)) : texts.shown;
  };
  return [
    ...documents,
    tool(
      safely(async () => said(await personal.myRequirements()), z.object({})),
      { name: 'my_requirements', description: texts.tools.mine, schema: z.object({}) },
    ),
    tool(
      safely(async ({ position }) => said(await personal.whatIf(position)), z.object({ position: question })),
      { name: 'what_if', description: texts.tools.whatIf, schema: z.object({ position: z.string() }) },
    ),
  ];
}

/** A model gives what it likes: what does not fit, or fails, finds nothing. Whatever it says beyond the schema is dropped. */
function safely<S extends z.ZodType>(
  work: (input: z.output<S>) => Promise<string>,
  schema: S,
): (input: unknown) => Promise<string> {
  return async (input) => {
    const parsed = schema.safeParse(input);
    if (!parsed.success) return texts.nothing;
    try {
      return await work(parsed.data);
    } catch {
      return texts.nothing;
    }
  };
}
