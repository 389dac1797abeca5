import { papers, type Paper } from '../../preload/contract/practice/practice.ts';
import { Choice, Choices } from './choices.tsx';
import { paperNames } from './paper.ts';

/** Letter or A4. */
export function PaperChoice({ paper, choose }: { readonly paper: Paper; readonly choose: (paper: Paper) => void }) {
  return (
    <Choices legend="Paper">
      {papers.map((one) => (
        <Choice key={one} name="paper" chosen={paper === one} choose={() => choose(one)} label={paperNames[one]} />
      ))}
    </Choices>
  );
}
