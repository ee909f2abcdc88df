export { type LawReader, lawReader, lawStamp } from './reader';
