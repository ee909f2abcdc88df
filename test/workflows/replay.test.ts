import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { Worker } from '@temporalio/worker';
import { HISTORIES } from '../support/histories';
import { bundledWorkflows } from '../support/temporal';

const saved = readdirSync(HISTORIES, { recursive: true, encoding: 'utf8' }).filter(path => path.endsWith('.json'));

describe('histories of earlier versions', () => {
  test('there are some of every long-lived workflow', () => {
    const names = new Set(saved.map(path => basename(path, '.json')));
    for (const name of ['enforcement-case', 'complaint', 'intake', 'digest']) expect(names).toContain(name);
  });

  test.each(saved)('%s replays on the workflow code of today', async path => {
    const history = JSON.parse(readFileSync(join(HISTORIES, path), 'utf8'));
    await Worker.runReplayHistory({ workflowBundle: await bundledWorkflows() }, history);
  });

  test('a history that the code would not have made is found', async () => {
    const path = saved.find(one => basename(one) === 'enforcement-case.json') ?? '';
    const history = JSON.parse(readFileSync(join(HISTORIES, path), 'utf8'));
    const timer = history.events.find((event: { eventType: string }) => event.eventType === 'EVENT_TYPE_TIMER_STARTED');
    timer.eventType = 'EVENT_TYPE_ACTIVITY_TASK_SCHEDULED';
    const replay = Worker.runReplayHistory({ workflowBundle: await bundledWorkflows() }, history);
    await expect(replay).rejects.toThrow();
  });
});
