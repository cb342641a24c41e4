import {
  CONCLUSION_FORM,
  EVALUATION_FORM,
  GRADE_FORM,
  GROUP_FORM,
  PLANNED_FORM,
  POST_FORM,
} from './form/career.ts';
import { QUALIFICATION_FORM, TRAINING_FORM } from './form/learning.ts';
import { CADRE_FORM, UNIT_FORM } from './form/unitsAndPeople.ts';

/** The sheets in the order of the workbook. */
export const FORMS = [
  UNIT_FORM,
  CADRE_FORM,
  POST_FORM,
  PLANNED_FORM,
  GRADE_FORM,
  GROUP_FORM,
  QUALIFICATION_FORM,
  TRAINING_FORM,
  EVALUATION_FORM,
  CONCLUSION_FORM,
] as const;
