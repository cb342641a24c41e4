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
} from '../domain/record.ts';

/**
 * A record as the database keeps it: JSON without names of fields, every object as the list of its values. Reading a hundred
 * thousand records is nearly all parsing, and this form takes half the time and half the room of objects. New fields go to the
 * end of their list: where an old text has none, they are `null`.
 *
 * The same record always gives the same text, so that two can be compared as texts. The phone number is left out.
 */
export function writeRecordText(record: CadreRecord): string {
  const stored: StoredRecord = [
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
    record.posts.map(({ from, until, position, unit }) => [from, until, position, unit]),
    record.planned.map(({ from, until, position, unit, term }) => [from, until, position, unit, term]),
    record.grades.map(({ from, until, name, code }) => [from, until, name, code]),
    record.groups.map(({ from, until, name }) => [from, until, name]),
    record.qualifications.map((held) => [
      held.kind,
      held.level,
      held.field,
      held.name,
      held.number,
      held.issuer,
      held.issued,
      held.expires,
      held.evidence,
    ]),
    record.trainings.map((attended) => [
      attended.className,
      attended.kind,
      attended.level,
      attended.from,
      attended.until,
      attended.days,
      attended.place,
      attended.abroad,
      attended.mode,
      attended.programme,
      attended.completed,
    ]),
    record.evaluations.map(({ year, rating }) => [year, rating]),
    record.conclusions.map(({ date, passed, issuer }) => [date, passed, issuer]),
  ];
  return JSON.stringify(stored);
}

/** Reads what `writeRecordText` wrote; `phone` is `null`. */
export function readRecordText(text: string): CadreRecord {
  const stored: StoredRecord = JSON.parse(text);
  return {
    code: stored[0],
    name: stored[1],
    birth: stored[3],
    sex: stored[4],
    unit: stored[2],
    phone: null,
    ethnicity: stored[5],
    party: stored[6],
    partyJoined: stored[7],
    recruited: stored[8],
    posts: stored[12].map(readPost),
    planned: stored[13].map(readPlanned),
    grades: stored[14].map(readGrade),
    groups: stored[15].map(readGroup),
    qualifications: stored[16].map(readQualification),
    lacks: stored[11],
    trainings: stored[17].map(readTraining),
    evaluations: stored[18].map(readEvaluation),
    conclusions: stored[19].map(readConclusion),
    reviewed: stored[9],
    sample: stored[10],
  };
}

type StoredRecord = readonly [
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
  posts: readonly StoredPost[],
  planned: readonly StoredPlanned[],
  grades: readonly StoredGrade[],
  groups: readonly StoredGroup[],
  qualifications: readonly StoredQualification[],
  trainings: readonly StoredTraining[],
  evaluations: readonly StoredEvaluation[],
  conclusions: readonly StoredConclusion[],
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

// By position, not by destructuring: an iterator for each of millions of lists would take longer than parsing.

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
