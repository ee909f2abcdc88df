export { type CloseUnit, closeUnit, closures, type StoredClosure, signClosure, withdrawClosure } from './closures';
export { bindingEditions, closuresOf, officialAt, officialInForce } from './in-force';
export { type CalendarStores, type LoadCalendar, type LoadedCalendar, loadCalendar, surroundings } from './load';
export { draftsWith, isDraft, type StoredEdition, storedEditions } from './rows';
export { PROGRAM, seedCalendar } from './seed';
export { type SignCalendar, type SignedCalendar, signCalendar, signCalendarIn } from './sign';
