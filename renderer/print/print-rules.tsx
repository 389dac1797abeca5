import { Global } from '@emotion/react';
import type { Paper } from '../../preload/contract/practice/practice.ts';
import { marginMillimetres, sheets } from './paper.ts';

/**
 * While it stands, printing gives the sheets inside `[data-sheets]` and nothing else, on this paper.
 * What surrounds them loses its boxes, so that no scroll area, padding or grid cuts a sheet or adds a page.
 */
export function PrintRules({ paper }: { readonly paper: Paper }) {
  const { widthMillimetres, heightMillimetres } = sheets[paper];
  return (
    <Global
      styles={`
        @page { size: ${widthMillimetres}mm ${heightMillimetres}mm; margin: ${marginMillimetres}mm; }
        @media print {
          html, body { display: block; height: auto; margin: 0; overflow: visible; background: #fff; }
          body *:has([data-sheets]) { display: contents !important; }
          body *:not(:has([data-sheets]), [data-sheets], [data-sheets] *) { display: none !important; }
          [data-sheets] { display: block !important; padding: 0 !important; }
        }
      `}
    />
  );
}
