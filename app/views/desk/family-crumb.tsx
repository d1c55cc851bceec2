/** The way back to a family's people. */
export function FamilyCrumb({ of }: { of: { id: string; name: string } }) {
  return (
    <p className="crumb">
      <a className="press" href={`/desk/families/${of.id}/people`}>
        {of.name}
      </a>
    </p>
  )
}
