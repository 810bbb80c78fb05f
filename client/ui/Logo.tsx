/** The mark: three notes, pell-mell. Its colours are the notes' own, the same in every theme. */
export function Logo({ size = 32 }: { size?: number }) {
  return (
    <svg viewBox="0 0 32 32" width={size} height={size} aria-hidden="true" focusable="false">
      <rect x="12.5" y="3" width="16" height="16" rx="2.4" fill="var(--note-blue)" transform="rotate(7 20.5 11)" />
      <rect x="3" y="6" width="16" height="16" rx="2.4" fill="var(--note-pink)" transform="rotate(-8 11 14)" />
      <g transform="rotate(3 17.5 21)">
        <rect x="9" y="12.5" width="17" height="17" rx="2.4" fill="var(--note-yellow)" />
        <path d="M13.2 19.6h8.6M13 23.4h5.4" stroke="var(--note-ink)" strokeWidth="1.9" strokeLinecap="round" />
      </g>
    </svg>
  );
}
