import { problemSchema } from '../record/schemas';

const PROBLEMS = {
  400: problemSchema,
  403: problemSchema,
  404: problemSchema,
  409: problemSchema,
  413: problemSchema,
  415: problemSchema,
  422: problemSchema,
  500: problemSchema,
  503: problemSchema,
  504: problemSchema,
} as const;
type Status = keyof typeof PROBLEMS;

/** The problems a route may answer, for its `response` schema. Every route may fail unforeseen (500). */
export function problems<S extends Status>(...statuses: S[]): Pick<typeof PROBLEMS, S | 500> {
  return Object.fromEntries([...statuses, 500 as const].map(s => [s, PROBLEMS[s]])) as Pick<typeof PROBLEMS, S | 500>;
}

/** What any command may be refused with. */
export const commandProblems = problems(400, 403, 404, 409, 415, 422, 503, 504);
