import { formatDate } from '#/platform/text/format.ts'
import { pointKinds, pointKindWords, settings, settingWords } from '#/programme/sales-point/sales-point.ts'
import { CheckBox, Radios, Select } from '../ui/choices.tsx'
import { DateField, Field } from '../ui/field.tsx'
import { useLanguage } from '../ui/language.ts'
import { words } from './sales-point.messages.ts'

export type PointValues = {
  kind: string
  name: string
  address: string
  commune: string
  district: string
  outside: boolean
  setting: string
  operator: string
  operatorName: string
  decisionNumber: string
  openedOn: string | null
  coordinates: string
}

export const emptyPoint: PointValues = {
  kind: 'point',
  name: '',
  address: '',
  commune: '',
  district: '',
  outside: false,
  setting: '',
  operator: '',
  operatorName: '',
  decisionNumber: '',
  openedOn: null,
  coordinates: '',
}

export function PointFields({
  point,
  communes,
  producers,
}: {
  point: PointValues
  communes: readonly string[]
  producers: readonly string[]
}) {
  const language = useLanguage()
  return (
    <>
      <Radios
        name="kind"
        label={words.kind[language]}
        defaultValue={point.kind}
        choices={pointKinds.map((one) => ({ value: one, label: pointKindWords[one][language] }))}
      />
      <Field name="name" label={words.name[language]} defaultValue={point.name} maxLength={200} />
      <Select
        name="setting"
        label={words.setting[language]}
        defaultValue={point.setting}
        choices={settings.map((one) => ({ value: one, label: settingWords[one][language] }))}
      />
      <Field name="address" label={words.address[language]} defaultValue={point.address} maxLength={300} />
      <Field
        name="commune"
        label={words.commune[language]}
        optional
        suggestions={communes}
        defaultValue={point.commune}
        maxLength={200}
        autoComplete="off"
      />
      <CheckBox name="outside" label={words.outside[language]} checked={point.outside} />
      <DateField
        name="openedOn"
        label={words.openedOn[language]}
        defaultValue={point.openedOn === null ? '' : formatDate(point.openedOn)}
      />
      <Field name="district" label={words.district[language]} optional defaultValue={point.district} maxLength={200} autoComplete="off" />
      <Field
        name="operator"
        label={words.operator[language]}
        hint={words.operatorHint[language]}
        optional
        suggestions={producers}
        defaultValue={point.operator}
        maxLength={400}
        autoComplete="off"
      />
      <Field
        name="operatorName"
        label={words.operatorName[language]}
        hint={words.operatorNameHint[language]}
        optional
        defaultValue={point.operatorName}
        maxLength={200}
      />
      <Field name="decisionNumber" label={words.decisionNumber[language]} optional defaultValue={point.decisionNumber} maxLength={100} />
      <Field
        name="coordinates"
        label={words.coordinates[language]}
        hint={words.coordinatesHint[language]}
        optional
        defaultValue={point.coordinates}
        maxLength={60}
        autoComplete="off"
      />
    </>
  )
}
