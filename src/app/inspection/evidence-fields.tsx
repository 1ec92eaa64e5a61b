// Photos and papers, each in its own field: a photo loses the place it was taken at, a paper stays as it came.
import { FileField } from '../ui/file-field.tsx'
import { useLanguage } from '../ui/language.ts'
import { words } from './inspection.messages.ts'

export function PhotosField() {
  const language = useLanguage()
  return <FileField name="photos" label={words.photos[language]} hint={words.photosHint[language]} accept="image/*" multiple optional />
}

export function PapersField({ label, optional = true }: { label?: string; optional?: boolean }) {
  const language = useLanguage()
  return <FileField name="files" label={label ?? words.files[language]} accept=".pdf,.docx,.xlsx" multiple optional={optional} />
}
