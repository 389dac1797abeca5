// Chromium refuses app:// without Electron, so the double serves it under names that never leave the computer.
const suffix = '.localhost';

/** `app://office/x` as the address Chromium is given: `https://office.app.localhost/x`. Other addresses stay. */
export function toBrowser(address: string): string {
  const match = /^([a-z][a-z0-9+.-]*):\/\/([^/?#]*)(.*)$/s.exec(address);
  const [, scheme, host, rest] = match ?? [];
  if (!scheme || scheme === 'http' || scheme === 'https' || scheme === 'file') return address;
  return `https://${host}.${scheme}${suffix}${rest === '' ? '/' : rest}`;
}

/** The address as main would see it in Electron. */
export function fromBrowser(address: string): string {
  const url = URL.parse(address);
  if (url?.protocol !== 'https:' || !url.hostname.endsWith(suffix)) return address;
  const names = url.hostname.slice(0, -suffix.length).split('.');
  const scheme = names.pop();
  return `${scheme}://${names.join('.')}${url.pathname}${url.search}${url.hash}`;
}
