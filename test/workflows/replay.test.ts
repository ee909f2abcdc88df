import { readdirSync } from 'node:fs';
import { basename } from 'node:path';
import { temporal } from '@temporalio/proto';
import { Worker } from '@temporalio/worker';
import { HISTORIES, savedHistory } from '../support/histories';
import { bundledWorkflows } from '../support/temporal';

const ACTIVITY_SCHEDULED = temporal.api.enums.v1.EventType.EVENT_TYPE_ACTIVITY_TASK_SCHEDULED;
const saved = readdirSync(HISTORIES, { recursive: true, encoding: 'utf8' }).filter(path => path.endsWith('.json'));

describe('histories of earlier versions', () => {
  beforeAll(bundledWorkflows, 60_000);

  test('there are some of every long-lived workflow', () => {
    const names = new Set(saved.map(path => basename(path, '.json')));
    for (const name of ['enforcement-case', 'complaint', 'intake', 'digest']) expect(names).toContain(name);
  });

  test.each(saved)('%s replays on the workflow code of today', async path => {
    await Worker.runReplayHistory({ workflowBundle: await bundledWorkflows() }, savedHistory(path));
  });

  test('a history that the code would not have made is found', async () => {
    const history = savedHistory(saved.find(one => basename(one) === 'enforcement-case.json') ?? '');
    const timer = history.events.findIndex(event => event.timerStartedEventAttributes);
    // As if the code had once done something else at this point.
    history.events[timer] = {
      ...history.events[timer],
      timerStartedEventAttributes: null,
      eventType: ACTIVITY_SCHEDULED,
      activityTaskScheduledEventAttributes: { activityId: '1', activityType: { name: 'wakeUp' } },
    };
    const replay = Worker.runReplayHistory({ workflowBundle: await bundledWorkflows() }, history);
    await expect(replay).rejects.toThrow();
  });
});
