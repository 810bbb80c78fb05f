/** A text with its addresses as links: to another window, which learns nothing of this one. */
import { Fragment } from 'react';
import { findLinks } from '../../../shared/text/links.ts';

export function Linked({ text }: { text: string }) {
  let from = 0;
  const parts = findLinks(text).map(({ from: start, to, href }) => {
    const before = text.slice(from, start);
    from = to;
    return (
      <Fragment key={start}>
        {before}
        <a href={href} target="_blank" rel="noopener noreferrer">
          {text.slice(start, to)}
        </a>
      </Fragment>
    );
  });
  return (
    <>
      {parts}
      {text.slice(from)}
    </>
  );
}
