/** How the page looks, in light and dark; tests hold its colours to a contrast of 4.5 and its hash to the page's policy. */
export const stylesheet = `
:root { color-scheme: light dark; --page: #fff; --text: #1c2024; --quiet: #586069; --code: #f1f3f5; --line: #8b949e;
  --block: #b3160c; --warn: #7a4d00; --pass: #116329; }
@media (prefers-color-scheme: dark) {
  :root { --page: #14171a; --text: #e6e8ea; --quiet: #a3abb3; --code: #23282d; --line: #6e7681;
    --block: #ff8f85; --warn: #f2b84b; --pass: #6fd08c; }
}
body { margin: 0 auto; max-width: 90rem; padding: 1rem; background: var(--page); color: var(--text);
  font: 1rem/1.5 system-ui, sans-serif; }
h1 { font-size: 1.5rem; margin: 0 0 .5rem; } h2 { font-size: 1.25rem; } h3 { display: inline; font-size: 1rem; margin: 0; }
.block { color: var(--block); font-weight: 700; } .acknowledge, .warn { color: var(--warn); font-weight: 700; }
.pass { color: var(--pass); font-weight: 700; } .quiet, caption, dt { color: var(--quiet); }
details { border: 1px solid var(--line); border-radius: .4rem; margin: .75rem 0; padding: .5rem .75rem; }
summary { cursor: pointer; overflow-wrap: anywhere; } :focus-visible { outline: 3px solid currentcolor; outline-offset: 2px; }
table { border-collapse: collapse; width: 100%; }
caption { text-align: start; padding: .25rem 0; } th, td { border-top: 1px solid var(--line); padding: .4rem .6rem;
  text-align: start; vertical-align: top; } thead th { border: 0; white-space: nowrap; } p, dl { margin: 0 0 .25rem; }
td, dd { overflow-wrap: anywhere; } td:nth-of-type(1) { min-width: 5rem; } dd { margin: 0; }
dl { display: grid; grid-template-columns: max-content 1fr; column-gap: .75rem; }
@media (max-width: 45rem) { dl { display: block; } dd { margin-inline-start: 1rem; } th, td { padding: .3rem; } }
code { background: var(--code); border-radius: .2rem; padding: 0 .2rem; font: .9em/1.5 ui-monospace, monospace;
  overflow-wrap: anywhere; unicode-bidi: isolate; white-space: pre-wrap; }
`;
