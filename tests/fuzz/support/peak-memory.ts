import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';

/** The most resident memory a process had; what it has now, where the system keeps no such figure. */
export function peakBytes(pid: number): number {
  const status = `/proc/${pid}/status`;
  if (existsSync(status)) return Number(/^VmHWM:\s+(\d+) kB$/m.exec(readFileSync(status, 'utf8'))?.[1]) * 1024;
  if (process.platform === 'win32') {
    const command = `(Get-Process -Id ${pid}).PeakWorkingSet64`;
    return Number(execFileSync('powershell', ['-NoProfile', '-Command', command], { encoding: 'utf8' }));
  }
  return Number(execFileSync('ps', ['-o', 'rss=', '-p', String(pid)], { encoding: 'utf8' })) * 1024;
}
