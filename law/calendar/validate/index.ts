export { type CalendarProblem, sayProblems } from './problem';
export { validateCalendarYears } from './run';
export { validateCalendarYear } from './year';
