export { bindingEditions, closuresOf, officialInForce } from './in-force';
export { isDraft, type StoredEdition, storedEditions } from './rows';
export { PROGRAM, seedCalendar } from './seed';
