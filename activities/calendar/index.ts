export { isDraft, type StoredEdition, storedEditions } from './rows';
export { PROGRAM, seedCalendar } from './seed';
