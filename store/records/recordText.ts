import type {
  CadreRecord,
  Evaluation,
  Grade,
  GroupMembership,
  PlannedPost,
  PoliticalConclusion,
  Post,
  Qualification,
  Training,
} from '../../domain/record.ts';

/**
 * A record as the database keeps it: lines of JSON. The first holds what there is one of; every further one a letter and one
 * post, qualification …. Values stand in lists without names of fields. Reading a hundred thousand records is nearly all
 * parsing: this form takes half the room of named fields, and a line that many people share (a class, a rating) is parsed once.
 * New fields go to the end of their list: where an old text has none, they are `undefined` and have to be read as `null`.
 *
 * The same record always gives the same text, so that two can be compared as texts. The phone number is left out.
 */
export function writeRecordText(record: CadreRecord): string {
  const head: StoredHead = [
    record.code,
    record.name,
    record.unit,
    record.birth,
    record.sex,
    record.ethnicity,
    record.party,
    record.partyJoined,
    record.recruited,
    record.reviewed,
    record.sample,
    record.lacks,
  ];
  return [
    JSON.stringify(head),
    ...record.posts.map((post) => `p${JSON.stringify(storePost(post))}`),
    ...record.planned.map((planned) => `n${JSON.stringify(storePlanned(planned))}`),
    ...record.grades.map((grade) => `g${JSON.stringify(storeGrade(grade))}`),
    ...record.groups.map((group) => `m${JSON.stringify(storeGroup(group))}`),
    ...record.qualifications.map((held) => `q${JSON.stringify(storeQualification(held))}`),
    ...record.trainings.map((attended) => `t${JSON.stringify(storeTraining(attended))}`),
    ...record.evaluations.map((evaluation) => `e${JSON.stringify(storeEvaluation(evaluation))}`),
    ...record.conclusions.map((conclusion) => `c${JSON.stringify(storeConclusion(conclusion))}`),
  ].join('\n');
}

/** Reads what `writeRecordText` wrote; `phone` is `null`. */
export type RecordReader = (text: string) => CadreRecord;

/** A reader to read many texts with: records that have a line in common share the object of it. */
export function createRecordReader(): RecordReader {
  const readers = {
    p: shared(readPost),
    n: shared(readPlanned),
    g: shared(readGrade),
    m: shared(readGroup),
    q: shared(readQualification),
    t: shared(readTraining),
    e: shared(readEvaluation),
    c: shared(readConclusion),
  };
  return (text) => {
    const posts: Post[] = [];
    const planned: PlannedPost[] = [];
    const grades: Grade[] = [];
    const groups: GroupMembership[] = [];
    const qualifications: Qualification[] = [];
    const trainings: Training[] = [];
    const evaluations: Evaluation[] = [];
    const conclusions: PoliticalConclusion[] = [];
    const [first = '', ...lines] = text.split('\n');
    for (const line of lines) {
      const stored = line.slice(1);
      switch (line[0]) {
        case 'p':
          posts.push(readers.p(stored));
          break;
        case 'n':
          planned.push(readers.n(stored));
          break;
        case 'g':
          grades.push(readers.g(stored));
          break;
        case 'm':
          groups.push(readers.m(stored));
          break;
        case 'q':
          qualifications.push(readers.q(stored));
          break;
        case 't':
          trainings.push(readers.t(stored));
          break;
        case 'e':
          evaluations.push(readers.e(stored));
          break;
        case 'c':
          conclusions.push(readers.c(stored));
          break;
        default:
          throw new Error('a stored record has a line of an unknown kind: it was written by a newer version');
      }
    }
    const head: StoredHead = JSON.parse(first);
    return {
      code: head[0],
      name: head[1],
      birth: head[3],
      sex: head[4],
      unit: head[2],
      phone: null,
      ethnicity: head[5],
      party: head[6],
      partyJoined: head[7],
      recruited: head[8],
      posts,
      planned,
      grades,
      groups,
      qualifications,
      lacks: head[11],
      trainings,
      evaluations,
      conclusions,
      reviewed: head[9],
      sample: head[10],
    };
  };
}

/** Reads one record. */
export const readRecordText: RecordReader = (text) => createRecordReader()(text);

function shared<S, T>(read: (stored: S) => T): (text: string) => T {
  const known = new Map<string, T>();
  return (text) => {
    const before = known.get(text);
    if (before !== undefined) return before;
    const item = read(JSON.parse(text));
    known.set(text, item);
    return item;
  };
}

type StoredHead = readonly [
  code: string,
  name: string,
  unit: string,
  birth: CadreRecord['birth'],
  sex: CadreRecord['sex'],
  ethnicity: CadreRecord['ethnicity'],
  party: CadreRecord['party'],
  partyJoined: CadreRecord['partyJoined'],
  recruited: CadreRecord['recruited'],
  reviewed: CadreRecord['reviewed'],
  sample: boolean,
  lacks: CadreRecord['lacks'],
];

type StoredPost = readonly [Post['from'], Post['until'], Post['position'], Post['unit']];
type StoredPlanned = readonly [...StoredPost, PlannedPost['term']];
type StoredGrade = readonly [Grade['from'], Grade['until'], Grade['name'], Grade['code']];
type StoredGroup = readonly [GroupMembership['from'], GroupMembership['until'], GroupMembership['name']];
type StoredEvaluation = readonly [Evaluation['year'], Evaluation['rating']];
type StoredConclusion = readonly [
  PoliticalConclusion['date'],
  PoliticalConclusion['passed'],
  PoliticalConclusion['issuer'],
];
type StoredQualification = readonly [
  Qualification['kind'],
  Qualification['level'],
  Qualification['field'],
  Qualification['name'],
  Qualification['number'],
  Qualification['issuer'],
  Qualification['issued'],
  Qualification['expires'],
  Qualification['evidence'],
];
type StoredTraining = readonly [
  Training['className'],
  Training['kind'],
  Training['level'],
  Training['from'],
  Training['until'],
  Training['days'],
  Training['place'],
  Training['abroad'],
  Training['mode'],
  Training['programme'],
  Training['completed'],
];

function storePost({ from, until, position, unit }: Post): StoredPost {
  return [from, until, position, unit];
}

function storePlanned({ from, until, position, unit, term }: PlannedPost): StoredPlanned {
  return [from, until, position, unit, term];
}

function storeGrade({ from, until, name, code }: Grade): StoredGrade {
  return [from, until, name, code];
}

function storeGroup({ from, until, name }: GroupMembership): StoredGroup {
  return [from, until, name];
}

function storeQualification(held: Qualification): StoredQualification {
  const { kind, level, field, name, number, issuer, issued, expires, evidence } = held;
  return [kind, level, field, name, number, issuer, issued, expires, evidence];
}

function storeTraining(attended: Training): StoredTraining {
  const { className, kind, level, from, until, days, place, abroad, mode, programme, completed } = attended;
  return [className, kind, level, from, until, days, place, abroad, mode, programme, completed];
}

function storeEvaluation({ year, rating }: Evaluation): StoredEvaluation {
  return [year, rating];
}

function storeConclusion({ date, passed, issuer }: PoliticalConclusion): StoredConclusion {
  return [date, passed, issuer];
}

// By position, not by destructuring: an iterator for each of millions of lists would take longer than the rest.

function readPost(stored: StoredPost): Post {
  return { from: stored[0], until: stored[1], position: stored[2], unit: stored[3] };
}

function readPlanned(stored: StoredPlanned): PlannedPost {
  return { from: stored[0], until: stored[1], position: stored[2], unit: stored[3], term: stored[4] };
}

function readGrade(stored: StoredGrade): Grade {
  return { from: stored[0], until: stored[1], name: stored[2], code: stored[3] };
}

function readGroup(stored: StoredGroup): GroupMembership {
  return { from: stored[0], until: stored[1], name: stored[2] };
}

function readQualification(stored: StoredQualification): Qualification {
  return {
    kind: stored[0],
    level: stored[1],
    field: stored[2],
    name: stored[3],
    number: stored[4],
    issuer: stored[5],
    issued: stored[6],
    expires: stored[7],
    evidence: stored[8],
  };
}

function readTraining(stored: StoredTraining): Training {
  return {
    className: stored[0],
    kind: stored[1],
    level: stored[2],
    from: stored[3],
    until: stored[4],
    days: stored[5],
    place: stored[6],
    abroad: stored[7],
    mode: stored[8],
    programme: stored[9],
    completed: stored[10],
  };
}

function readEvaluation(stored: StoredEvaluation): Evaluation {
  return { year: stored[0], rating: stored[1] };
}

function readConclusion(stored: StoredConclusion): PoliticalConclusion {
  return { date: stored[0], passed: stored[1], issuer: stored[2] };
}
