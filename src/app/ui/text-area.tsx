import { describedBy, FieldFrame, type FieldFrameProps } from './field-frame.tsx'
import { useField } from './form.tsx'

type Props = FieldFrameProps & { defaultValue?: string | undefined; rows?: number; maxLength?: number }

/** Several lines of text. */
export function TextArea(props: Props) {
  const { name, defaultValue, rows = 3, maxLength, hint } = props
  const { id, error, value } = useField(name, defaultValue)
  return (
    <FieldFrame {...props} id={id} error={error}>
      <textarea
        className="textarea"
        id={id}
        name={name}
        rows={rows}
        maxLength={maxLength}
        defaultValue={value}
        aria-invalid={error === undefined ? undefined : true}
        aria-describedby={describedBy(id, hint, error)}
      />
    </FieldFrame>
  )
}
