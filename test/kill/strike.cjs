// Preloaded into a worker (`node --require`): SIGKILL, as an outage would, before a statement of the program goes to the
// database or after its answer has come. STRIKE: {"when": "before"|"after", "statement": pattern, "armedBy"?: pattern}; with
// `armedBy` only on a connection that has sent such a statement (a COMMIT looks like every other).
const { Client } = require('pg');

const { when, statement, armedBy } = JSON.parse(process.env.STRIKE);
const wanted = new RegExp(statement);
const arming = armedBy === undefined ? null : new RegExp(armedBy);
const armed = new WeakSet();
const { query } = Client.prototype;

const strike = () => process.kill(process.pid, 'SIGKILL');

Client.prototype.query = function struck(...given) {
  const text = String(typeof given[0] === 'object' ? given[0]?.text : given[0]);
  const here = wanted.test(text) && (arming === null || armed.has(this));
  if (arming?.test(text)) armed.add(this);
  if (!here) return query.apply(this, given);
  if (when === 'before') strike();
  const told = given.findIndex(one => typeof one === 'function');
  if (told >= 0) given[told] = strike;
  const answer = query.apply(this, given);
  return told >= 0 ? answer : answer.finally(strike);
};
