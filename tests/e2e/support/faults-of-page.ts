/**
 * What does not fit on the page, asked in the page itself: the page scrolling, words cut in buttons, and what leaves the window sideways.
 * `mayScroll`: the page is one column that is read downwards, as what stands before the practice.
 */
export function faultsOfPage(mayScroll = false): string[] {
  const faults: string[] = [];
  const root = document.documentElement;
  if (root.scrollWidth > innerWidth) faults.push(`the page scrolls sideways by ${root.scrollWidth - innerWidth}`);
  if (!mayScroll && root.scrollHeight > innerHeight) faults.push(`the page scrolls by ${root.scrollHeight - innerHeight}`);
  for (const element of document.querySelectorAll('button, [role="tab"], [role="menuitem"], nav a, h1, h2, h3, label')) {
    if (!(element instanceof HTMLElement) || !element.checkVisibility() || element.matches('.sr-only, .sr-only *')) continue;
    const named = `${element.tagName.toLowerCase()} “${(element.textContent ?? '').trim().slice(0, 40)}”`;
    if (element.clientWidth > 0 && element.scrollWidth > element.clientWidth + 1) faults.push(`${named} is cut`);
    const box = element.getBoundingClientRect();
    if (element.closest('[class*="scroll"], [role="dialog"], table, [role="listbox"]')) continue;
    if (box.left < -1 || box.right > innerWidth + 1) faults.push(`${named} leaves the window sideways`);
  }
  return faults;
}
