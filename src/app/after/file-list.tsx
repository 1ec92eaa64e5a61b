/** Files of one record, by the address that asks the rights again. */
export function FileList({ files }: { files: readonly { id: string; fileName: string }[] }) {
  if (files.length === 0) return null
  return (
    <ul className="stack">
      {files.map((file) => (
        <li key={file.id}>
          <a className="tap" href={`/tep/kem-theo/${file.id}`}>
            {file.fileName}
          </a>
        </li>
      ))}
    </ul>
  )
}
