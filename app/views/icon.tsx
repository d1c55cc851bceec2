const shapes = {
  phone: 'M7 2 9 7 6.5 9.5a12 12 0 0 0 8 8L17 15l5 2v3a2 2 0 0 1-2 2A18 18 0 0 1 2 4a2 2 0 0 1 2-2z',
  home: 'M12 3 2 12h3v9h5v-6h4v6h5v-9h3z',
  now: 'M12 2a7 7 0 0 0-7 7v5l-2 4h18l-2-4V9a7 7 0 0 0-7-7zM9 19.500a3 3 0 0 0 6 0z',
  exit: 'M4 3h9v2H6v14h7v2H4zM16 7l5 5-5 5v-4H9v-2h7z',
}

/** A small drawing beside words, never instead of them. */
export function Icon({ of }: { of: keyof typeof shapes }) {
  return (
    <svg className="icon" width="24" height="24" viewBox="0 0 24 24" aria-hidden="true">
      <path d={shapes[of]} />
    </svg>
  )
}
