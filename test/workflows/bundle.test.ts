import { bundledWorkflows } from '../support/temporal';

describe('the workflow bundle', () => {
  let code: string;
  let modules: string[];
  beforeAll(async () => {
    ({ code } = await bundledWorkflows());
    const found = [...code.matchAll(/^\s*!\*\*\* (\.\/\S+)|^\/\*\*\*\/ "(\.\/[^"]+)"/gm)].map(m => m[1] ?? m[2] ?? '');
    modules = found.filter(path => !path.includes('node_modules'));
  }, 60_000);

  test('holds the workflows, and of other rooms only what they say to each other', () => {
    const rooms = [...new Set(modules.map(path => path.replace(/^\.\//, '')))];
    expect(rooms.filter(path => path.startsWith('workflows/')).length).toBeGreaterThan(10);
    const elsewhere = rooms.filter(path => /^(law|alerts|campaigns|registers|activities|config|prisma)\//.test(path));
    expect(elsewhere.sort()).toEqual(['activities/contract.ts', 'activities/matter-start.ts']);
  });

  test('holds no calendar and no statute: their changes must not break the replay of an open matter', () => {
    expect(code).not.toMatch(/inForceFrom|lunarNewYear|dischargedBy|insteadOf/);
  });
});
