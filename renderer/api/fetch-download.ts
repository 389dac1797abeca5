/** Lets the browser fetch a file that main holds for it; only the web host answers such handles. */
export function fetchDownload(handle: string, fileName: string): void {
  const link = document.createElement('a');
  link.href = `/files/${encodeURIComponent(handle)}`;
  link.download = fileName;
  link.click();
}
