import { writeDate, writeReference } from '../../domain/citation.ts';
import type { CadreRecord } from '../../domain/record.ts';
import { KnownError } from '../../errors.ts';
import type { UnitView } from '../../personnel/unitView.ts';
import type { Finding } from '../../requirements/finding.ts';
import { createCatalogue } from '../../requirements/judge/catalogue.ts';
import { type Assumption, assume } from '../../requirements/whatIf.ts';
import type { ExitCode, Io } from '../io.ts';
import { lookAtPeople, type PeopleOptions } from './people.ts';
import { peopleTexts as texts } from './peopleTexts.ts';

type GapsOptions = PeopleOptions & {
  readonly cadre?: string;
  readonly post?: string;
  readonly planned?: string;
  readonly grade?: string;
};

/** `gaps`: one line a person of what is met, missing and unknown. */
export async function gapsCommand(io: Io, options: GapsOptions): Promise<ExitCode> {
  const assumption = assumptionOf(options);
  await lookAtPeople(io, options, {
    purpose: texts.purposes.gaps,
    reason: 'staff',
    work: (view) => {
      const chosen = choose(view, options.cadre);
      if (assumption !== null && assumption.kind !== 'grade') {
        const { entry } = createCatalogue(view.book.positions).find(assumption.name);
        if (entry === null) io.say(texts.postUnknown(assumption.name));
      }
      return {
        shown: chosen.map(({ code }) => code),
        show: async () => {
          for (const cadre of chosen) {
            const record = assumption === null ? cadre : assume(cadre, assumption, view.asOf);
            const findings = view.rules.findGaps(record);
            const json = options.json === true;
            io.out(json ? JSON.stringify(toJson(cadre, view, findings)) : toText(cadre, findings));
          }
        },
      };
    },
  });
  return 0;
}

function assumptionOf({ post, planned, grade }: GapsOptions): Assumption | null {
  const given: readonly Assumption[] = [
    ...(post === undefined ? [] : [{ kind: 'post' as const, name: post }]),
    ...(planned === undefined ? [] : [{ kind: 'planned' as const, name: planned }]),
    ...(grade === undefined ? [] : [{ kind: 'grade' as const, name: grade }]),
  ];
  if (given.length > 1) throw new KnownError('bad_input', texts.oneAssumption);
  return given[0] ?? null;
}

function choose({ cadres }: UnitView, code: string | undefined): readonly CadreRecord[] {
  if (cadres.length === 0) throw new KnownError('not_found', texts.nobody);
  if (code === undefined) return cadres;
  const found = cadres.filter((cadre) => cadre.code.toLowerCase() === code.trim().toLowerCase());
  if (found.length === 0) throw new KnownError('not_found', texts.cadreMissing(code));
  return found;
}

function toJson(cadre: CadreRecord, { asOf }: UnitView, findings: readonly Finding[]) {
  return {
    cadre: cadre.code,
    asOf,
    results: findings.map((finding) => ({
      requirement: finding.requirement.id,
      title: finding.requirement.title,
      status: finding.status,
      basis: finding.basis,
      reason: finding.reason,
      fact: finding.fact,
      due: finding.due,
      overdue: finding.overdue,
      settledBy: finding.settledBy,
      reference: finding.exemptedBy ?? finding.requirement.reference,
      nextStep: finding.status === 'met' ? null : finding.requirement.nextStep,
      ruleStatus: finding.requirement.status,
      sample: finding.requirement.status !== 'approved',
    })),
  };
}

function toText({ name, code }: CadreRecord, findings: readonly Finding[]): string {
  const met = findings.filter(({ status }) => status === 'met').length;
  return [
    texts.person(name, code, met, findings.length),
    ...findings.flatMap(({ status, requirement, reason, due, overdue, exemptedBy }) => {
      return [
        texts.finding(texts.status[status], requirement.title, reason),
        ...(due === null ? [] : [texts.due(writeDate(due), overdue)]),
        `  ${texts.source(writeReference(exemptedBy ?? requirement.reference), requirement.status === 'approved')}`,
      ];
    }),
  ].join('\n');
}
