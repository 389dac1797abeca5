import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { ask } from '../support/campaign/caller.ts';
import { copyBuiltApp } from '../support/campaign/built-app.ts';
import { enterWeb, startWeb } from '../support/campaign/web-process.ts';
import type { Measure } from './measure.ts';
import { fiveYearPractice, fiveYears, mondayOf, WorkFolders } from './support/five-years.ts';

export const memory: Measure = {
  name: 'memory',
  about: 'resident memory of the main process after serving weeks of the 5-year practice',
  bound: 250,
  unit: 'MB',
  run: async () => {
    const folders = new WorkFolders();
    const built = copyBuiltApp();
    try {
      const practice = await fiveYearPractice();
      const host = startWeb(built.program, folders.take(practice.folder));
      try {
        const outcome = await host.outcome;
        if (outcome.kind === 'ended') throw new Error(`The host did not start: ${outcome.said}`);
        const request = await enterWeb(outcome.address);
        await ask(request, { type: 'query', path: 'people.list' });
        for (let week = 0; week < fiveYears.weeks; week += 10) {
          const input = { locationId: practice.locationId, on: mondayOf(week) };
          await ask(request, { type: 'query', path: 'rostering.week.get', input });
        }
        return residentBytes(host.pid) / 1024 / 1024;
      } finally {
        await host.close();
      }
    } finally {
      built.remove();
      folders.remove();
    }
  },
};

function residentBytes(pid: number): number {
  if (process.platform === 'linux') {
    const kilobytes = /^VmRSS:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1];
    return Number(kilobytes) * 1024;
  }
  if (process.platform === 'win32') {
    const command = `(Get-Process -Id ${pid}).WorkingSet64`;
    return Number(execFileSync('powershell', ['-NoProfile', '-Command', command], { encoding: 'utf8' }));
  }
  return Number(execFileSync('ps', ['-o', 'rss=', '-p', String(pid)], { encoding: 'utf8' })) * 1024;
}
