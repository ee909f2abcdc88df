import { lives, vectors } from '../../handbook/vectors';
import { builtInLaw, checkEvent, dueOf, findDuty, standing, toDay } from '../../law';
import { answerOf, logOf, questionOf, spoken, written } from './support';

const law = builtInLaw();

describe('vectors', () => {
  test.each(vectors().map(vector => [`${vector.law} ${vector.id}`, vector] as const))('%s', (_id, vector) => {
    expect(spoken(dueOf(law, questionOf(vector)))).toEqual(answerOf(vector));
    expect(vector.article).toBe(findDuty(law, vector.dutyId, vector.law)?.source.article);
  });
});

describe('lives', () => {
  test.each(lives().map(life => [life.id, life] as const))('%s: every deadline is there', (_id, life) => {
    const { deadlines } = standing({
      law,
      kind: life.kind,
      facts: life.facts,
      events: logOf(life),
      today: toDay(life.asOf),
    });
    const there = deadlines.map(written);
    for (const expected of life.expect) {
      const near = there.filter(({ dutyId }) => dutyId === expected.dutyId);
      expect(near).toContainEqual(expected);
    }
  });

  test.each(lives().map(life => [life.id, life] as const))('%s: every event may be recorded', (_id, life) => {
    const log = logOf(life);
    log.forEach((event, i) => {
      const before = { law, kind: life.kind, facts: life.facts, events: log.slice(0, i), today: event.occurredOn };
      expect(checkEvent(before, event)).toBeNull();
      expect(event.occurredOn).toBeLessThanOrEqual(toDay(life.asOf));
    });
  });
});
