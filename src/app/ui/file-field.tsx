import { Enhance } from './enhance.tsx'
import { describedBy, FieldFrame, type FieldFrameProps } from './field-frame.tsx'
import { useField } from './form.tsx'
import { useLanguage } from './language.ts'
import { words } from './ui.messages.ts'

type Props = FieldFrameProps & {
  /** As in HTML: 'image/*,.pdf'. The server judges by content anyway. */
  accept?: string
  multiple?: boolean
  /** Sends in pieces with progress and retry (enhance/upload.ts) when the browser can; the plain form otherwise. */
  resumable?: boolean
}

/** Files from the phone's camera or store. The form needs `upload`. */
export function FileField(props: Props) {
  const { name, accept = 'image/*,.pdf', multiple = false, resumable = false, hint } = props
  const language = useLanguage()
  const { id, error } = useField(name, undefined)
  return (
    <FieldFrame {...props} id={id} error={error}>
      <input
        className="input input-file"
        id={id}
        name={name}
        type="file"
        accept={accept}
        multiple={multiple}
        data-upload={resumable ? '' : undefined}
        data-sending={words.sending[language]}
        data-sent={words.sent[language]}
        data-retry={words.sendRetry[language]}
        data-failed={words.sendFailed[language]}
        aria-invalid={error === undefined ? undefined : true}
        aria-describedby={describedBy(id, hint, error)}
      />
      {resumable ? <Enhance name="upload" /> : null}
    </FieldFrame>
  )
}
