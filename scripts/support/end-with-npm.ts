const lookMilliseconds = 1000;

/**
 * Ends this program when the npm that started it is gone: npm hands a signal to its shell, and not every shell hands it on,
 * so that the program would go on alone and keep the data folder.
 */
export function endWithNpm(): void {
  if (process.env['npm_lifecycle_event'] === undefined || process.platform === 'win32') return;
  const parent = process.ppid;
  const look = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(look);
    process.kill(process.pid, 'SIGTERM');
  }, lookMilliseconds);
  look.unref();
}
